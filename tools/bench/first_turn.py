"""A fresh process: import the skill that stands under the paths given, answer the requests on standard input, and end.

Run as a script, without site-packages. With no path it does everything but that: the interpreter's own share. What is
imported here is counted as the interpreter's, so that it must be only what Lambda's own client has imported as well.
"""

import json
import os
import sys

#: What a turn must not have imported.
UNWANTED = ("boto3", "botocore")

events = json.load(sys.stdin)
answers = []
sys.path[:0] = sys.argv[1:]
if sys.argv[1:]:
    from lambda_function import lambda_handler

    answers = [lambda_handler(event, None) for event in events]
print(json.dumps({"answers": answers, "unwanted": [name for name in UNWANTED if name in sys.modules]}), flush=True)
os._exit(0)  # a Lambda process is frozen, and never pays for taking its modules down
