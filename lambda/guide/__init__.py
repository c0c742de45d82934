"""The shared content module: what is known about cramps, how it is said, and the red-flag check.

Pure and typed, on the standard library alone. It knows no Alexa and no AWS, and nothing of cramps either:
all that it says and all that it asks comes from the content packs in ``packs/``.
"""
