"""What AWS Lambda runs: the skill is built and takes a first turn once a process, then each event is answered."""

import gc

gc.disable()  # nothing of what is imported will ever be garbage, so that looking for it is time lost

from skill.builder import build_handler  # noqa: E402
from skill.priming import primed  # noqa: E402

lambda_handler = primed(build_handler())

gc.freeze()
gc.enable()
