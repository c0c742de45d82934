"""Why nothing can be packaged."""


class PackageError(Exception):
    """The package cannot be made; the text says why and what to do."""
