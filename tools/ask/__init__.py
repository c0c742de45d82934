"""The project held against the real service: Amazon's simulator, and its understanding of utterances.

Needs a developer account with the skill in it. Nothing here runs in `make test`, but against a stand-in on this machine.
"""
