"""What AWS Lambda runs: the skill is built once a process, and each event is answered."""

from skill.builder import build_handler

lambda_handler = build_handler()
