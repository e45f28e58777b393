# Everything a developer or a municipality runs. `make help` lists it.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PY := .venv/bin/python
PORT ?= 8000

.PHONY: help setup model index dialogue run ask test eval bench accessibility fuzz mutation audit licences sbom lock

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 12

setup: ## both environments, the embedding model, the index and the dialogue model; only what has changed
	@./setup.sh
	@$(PY) -m knowledge model
	@$(PY) -m knowledge build & index=$$!; bot/.venv/bin/python -m bot.train && wait $$index

model:
	@./setup.sh main
	@$(PY) -m knowledge model

index: model ## the search index over the documents and cards, where these have changed
	@$(PY) -m knowledge build

dialogue: model
	@./setup.sh bot
	@bot/.venv/bin/python -m bot.train

run: setup ## the assistant on http://127.0.0.1:8000 (PORT=… for another), until Ctrl-C
	@exec $(PY) -m api --port $(PORT)

ask: index ## one question in the terminal: make ask Q="mag ik thuis een kapsalon beginnen?"
	@$(PY) -m knowledge ask "$(Q)"

test: setup ## everything: style, types, structure, and the tests of both environments
	@.ci/checks

eval: setup ## the scoreboard of answer quality on tests/evaluation
	@$(PY) -m tests.evaluation.scoreboard
	@$(PY) -m tests.evaluation.followups
	@$(PY) -m tests.evaluation.extraction
	@bot/.venv/bin/python -m tests.evaluation.intents
	@$(PY) -m tests.evaluation.conversations

bench: setup ## the benchmark tables, beside the search of Haystack and the dialogue of stock Rasa (installed for this)
	@.venv/bin/uv pip install -q --python $(PY) --no-deps --require-hashes -r tests/bench/requirements.lock
	@$(PY) -m tests.bench

accessibility: setup ## the tests of accessibility in a real browser; what they find is kept for the page /toegankelijkheid
	@ACCESSIBILITY_STATEMENT=write $(PY) -m pytest -q tests/browser -m wcag

fuzz: model ## over 5,000 made-up requests to every part of the API: is each answer what is published?
	@FUZZ_CASES=$${FUZZ_CASES:-300} nice -n 15 $(PY) -m pytest -q -rP tests/api/test_openapi.py

mutation: model ## changes the checks in small ways, one at a time: do the tests notice? (ten minutes or more; NAMEN="actions.toets*" for a part)
	@nice -n 15 $(PY) -m mutmut run $(NAMEN)
	@$(PY) -m tests.actions.mutation_score

audit: ## known weaknesses in what is served, but for those looked at in tests/dependencies/allowed.yml
	@$(PY) -m tests.dependencies.audit

licences: ## what is served, and under which licence
	@$(PY) -m tests.dependencies.licences

sbom: ## a bill of materials (CycloneDX) for each of the two processes, in api/data
	@mkdir -p api/data
	@.venv/bin/cyclonedx-py requirements --validate --pyproject pyproject.toml -o api/data/sbom-api.cdx.json api/deploy/requirements.lock
	@.venv/bin/cyclonedx-py environment --validate -o api/data/sbom-bot.cdx.json bot/.venv/bin/python
	@ls api/data/sbom-*.cdx.json

lock: ## new lock files from pyproject.toml and bot/requirements.in
	@./setup.sh main
	@.venv/bin/uv pip compile -q --no-header --generate-hashes --python-version 3.11 --all-extras --no-emit-package torch pyproject.toml -o requirements.lock
	@.venv/bin/uv pip compile -q --no-header --generate-hashes --python-version 3.11 -c requirements.lock pyproject.toml -o api/deploy/requirements.lock
	@.venv/bin/uv pip compile -q --no-header --generate-hashes --python-version 3.10 $$(sed 's/^/--no-emit-package /' bot/not_installed.txt) bot/requirements.in -o bot/requirements.lock
	@.venv/bin/uv pip compile -q --no-header --generate-hashes --python-version 3.11 --group bench -c requirements.lock --no-emit-package torch -o tests/bench/requirements.lock
	@.venv/bin/uv pip compile -q --no-header --generate-hashes --python-version 3.10 --no-emit-package tensorflow tests/bench/stock/requirements.in -o tests/bench/stock/requirements.lock
