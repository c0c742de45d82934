"""Time and size beside a do-nothing skill on the same SDK, taken turn about in the same run.

Everything is told as a ratio: milliseconds belong to the machine they were taken on.
"""
