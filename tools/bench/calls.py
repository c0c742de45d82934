"""A fresh process: import the skill that stands under the path given, answer each request so often, and tell the times.

Run as a script, without site-packages. Standard input holds the requests and the number of calls as JSON; standard output
gets the seconds of each call, request by request.
"""

import json
import sys
from time import perf_counter

given = json.load(sys.stdin)
sys.path.insert(0, sys.argv[1])
from lambda_function import lambda_handler  # noqa: E402

taken = []
for event in given["events"]:
    text, times = json.dumps(event), []
    for _ in range(given["calls"]):
        copy = json.loads(text)  # as in Lambda, every call gets an event of its own
        began = perf_counter()
        lambda_handler(copy, None)
        times.append(perf_counter() - began)
    taken.append(times[given["warming"] :])
print(json.dumps(taken))
