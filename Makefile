# Marginwatch's commands; `make` alone lists them. Everything runs from .venv/, which `setup` makes.

MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help setup demo test lint format lock bench crash-seeds screenshots translations fresh-check clean

BIN := .venv/bin
PYTHON ?=
SETUP = @command -v $(or $(PYTHON),python3) >/dev/null || { echo "Marginwatch needs Python 3.11 or newer." >&2; exit 1; }; \
	$(if $(PYTHON),$(or $(shell command -v python3),$(PYTHON)),python3) packaging/setup_environment.py $(if $(PYTHON),--python "$(PYTHON)")

# Options of `make demo`
SCENARIO ?=
SPEED ?=
SEED ?=
EXIT_AFTER ?=
ARGS ?=
DEMO_OPTIONS = $(strip $(if $(SCENARIO),--scenario $(SCENARIO)) $(if $(SPEED),--speed $(SPEED)) \
	$(if $(SEED),--seed $(SEED)) $(if $(EXIT_AFTER),--exit-after $(EXIT_AFTER)) $(ARGS))

# What `make test` runs of the tests: a folder, a file, or any words of pytest
TESTS ?=

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "make %-12s %s\n", $$1, $$2}'

setup: ## make .venv/ and install what the system lacks (PYTHON=python3.12 chooses another Python)
	$(SETUP)

demo: ## open the window on the embedded exchange (SCENARIO=luna SPEED=60 SEED=2 EXIT_AFTER=30)
	$(SETUP) --quiet
	@$(BIN)/marginwatch demo $(DEMO_OPTIONS)

test: ## check format, lint and types, then run the tests (TESTS=tests/margin: a part of them)
	$(SETUP) --quiet --test
	@$(MAKE) lint
	@echo "pytest"
	@$(BIN)/python -m pytest -q $(TESTS)

lint: ## check format, lint and types
	$(SETUP) --quiet
	@echo "ruff format"
	@$(BIN)/ruff format --quiet --check . || { $(BIN)/ruff format --check . ; echo "make format mends this" ; exit 1 ; }
	@echo "ruff check"
	@$(BIN)/ruff check --quiet .
	@echo "mypy"
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/mypy --no-error-summary packaging/*.py

format: ## format the code and mend what the linter can
	$(SETUP) --quiet
	@$(BIN)/ruff format --quiet .
	@$(BIN)/ruff check --quiet --fix .

lock: ## renew requirements.lock from pyproject.toml (ARGS=--upgrade: the newest versions)
	$(SETUP) --quiet
	@$(BIN)/uv pip compile pyproject.toml --quiet --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-annotate --no-header $(ARGS) -o requirements.lock

bench: ## print every benchmark's table
	$(SETUP) --quiet
	@for file in tests/benchmarks/bench_*.py; do echo "$$file"; $(BIN)/python "$$file" || exit 1; done

crash-seeds: ## run twenty crashes through the tick and print the lead times
	$(SETUP) --quiet
	@$(BIN)/python -m tests.crash_seeds

screenshots: ## write pictures of every window, state, size and theme to tests/output/ (ARGS="--only rules --theme light")
	$(SETUP) --quiet
	@$(BIN)/python tests/ui/screenshots.py $(ARGS)

translations: ## bring the catalogues of Qt Linguist up to date with the code (NEW=fr begins another language)
	@$(or $(wildcard $(BIN)/python),python3) packaging/update_translations.py $(if $(NEW),--language $(NEW))

fresh-check: ## prove the set-up on a bare Debian 12 (needs root and a package mirror)
	@packaging/fresh_check.sh

clean: ## remove all that these commands made, .venv/ too
	@rm -rf .venv .venv.old build dist tests/output .mypy_cache .ruff_cache .pytest_cache .hypothesis
	@find monitor ui tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
