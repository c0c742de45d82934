"""What keeps a run against the real service from going on."""


class AskError(Exception):
    """The service cannot be asked, or does not answer as it should; the text says what to do."""
