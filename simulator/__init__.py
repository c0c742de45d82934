"""A smart speaker on the desk: typed words in, what a device would say out.

`Speaker(locale).say(text)` gives a `Turn`; `python -m simulator` is the same thing to talk to.
"""

from simulator.speaker import Speaker
from simulator.turn import About, Turn

__all__ = ["About", "Speaker", "Turn"]
