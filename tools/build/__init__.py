"""Builds what the skill reads at run time, and what Alexa listens for, from ``content/``."""
