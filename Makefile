# Two commands to begin with: make talk, make test. Both set everything up first.
PYTHON ?= python3
LOCALE ?= en-US
MINUTES ?= 10
# An interpreter of the version in template.yaml, where it is not on the path: it makes the package's byte code.
RUNTIME_PYTHON ?=
VENV := .venv
RUN := $(VENV)/bin/python

.DEFAULT_GOAL := help
.PHONY: help setup talk build check lint test prove mutants understanding package function fuzz load bench deploy ask-simulate ask-nlu clean

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-13s %s\n", $$1, $$2}'

setup: $(VENV)/ready ## make .venv with everything that is needed

$(VENV)/ready: requirements-dev.txt lambda/requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.13 ...")'
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r lambda/requirements.txt
	$(RUN) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

talk: setup ## talk to it: LOCALE=en-GB for another region
	@$(RUN) -m simulator --locale $(LOCALE)

build: setup ## build the packs and the interaction models from content/
	@$(RUN) -m tools.build
	@$(RUN) -m tools.prove --page

check: setup ## is the content sound, is everything built, do the platform's rules hold
	@$(RUN) -m tools.build --check
	@$(RUN) -m tools.prove --page --check
	@$(RUN) -m tools.lint

lint: setup ## style and types
	@$(RUN) -m ruff format --check --quiet .
	@$(RUN) -m ruff check --quiet .
	@$(RUN) -m mypy

test: lint check ## everything: style, types, content, rules, conversations
	@$(RUN) -m pytest
	@$(RUN) -m tools.prove
	@$(RUN) -m tools.prove --mutants

prove: setup ## prove the red-flag check over every combination of answers
	@$(RUN) -m tools.prove

mutants: setup ## break each rule of the check once, and show what nobody notices
	@$(RUN) -m tools.prove --mutants

understanding: setup ## measure by a corpus of utterances how well people are understood
	@$(RUN) -m tools.understanding

package: setup ## build/: the function's code, and the skill package for the ASK CLI
	@$(RUN) -m tools.package --python "$(RUNTIME_PYTHON)"

function: setup
	@$(RUN) -m tools.package --python "$(RUNTIME_PYTHON)" --function "$(INTO)"

fuzz: setup ## 20,000 broken requests, each of which must be answered
	@$(RUN) -m pytest --hypothesis-profile=fuzz --show-capture=no tests/aws/test_fuzz.py

load: setup ## ten minutes of conversations with several functions at once: MINUTES=1
	@$(RUN) -m tools.runtime --minutes $(MINUTES)

bench: setup ## time and size beside a do-nothing skill, as ratios
	@$(RUN) -m tools.bench

deploy: setup ## bring a region's stack up to date: SKILL_ID=... REGION=NA|EU|FE, see docs/deploy.md
	@$(RUN) -m tools.deploy

ask-simulate: setup ## play the conversations to Amazon's simulator: SKILL_ID=..., see docs/deploy.md
	@$(RUN) -m tools.ask simulate

ask-nlu: setup ## hold the real model's understanding against the desk speaker's: LOCALE=..., see docs/deploy.md
	@$(RUN) -m tools.understanding export
	@$(RUN) -m tools.ask nlu --locale $(LOCALE)

clean: ## take away what was made
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis
