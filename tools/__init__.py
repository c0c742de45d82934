"""Developers' commands: build, lint, bench. Never deployed."""
