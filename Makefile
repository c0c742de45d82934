# Two commands to begin with: make talk, make test. Both set everything up first.
PYTHON ?= python3
LOCALE ?= en-US
VENV := .venv
RUN := $(VENV)/bin/python

.DEFAULT_GOAL := help
.PHONY: help setup talk build check lint test bench clean

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

setup: $(VENV)/ready ## make .venv with everything that is needed

$(VENV)/ready: requirements-dev.txt lambda/requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.13 ...")'
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

talk: setup ## talk to it: LOCALE=en-GB for another region
	@$(RUN) -m simulator --locale $(LOCALE)

build: setup ## build the packs and the interaction models from content/
	@$(RUN) -m tools.build

check: setup ## is the content sound, is everything built, do the platform's rules hold
	@$(RUN) -m tools.build --check
	@$(RUN) -m tools.lint

lint: setup ## style and types
	@$(RUN) -m ruff format --check --quiet .
	@$(RUN) -m ruff check --quiet .
	@$(RUN) -m mypy

test: lint check ## everything: style, types, content, rules, conversations
	@$(RUN) -m pytest

bench: setup ## time and size beside a do-nothing skill, as ratios
	@$(RUN) -m tools.bench

clean: ## take away what was made
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis
