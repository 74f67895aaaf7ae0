# One virtual environment, .venv. `make run` puts the core into it; `make test` adds what developers need.
# Everything comes from hashed requirement files, by uv when it is to be had and by plain pip when not.

PY ?= python3
INSTALLER ?= uv
ARGS ?=
VERSION ?=
DATE ?= $(shell date -u +%F)
N ?= 1000
V := .venv/bin

SHELL := /bin/sh
.SHELLFLAGS := -eu -c
.DELETE_ON_ERROR:
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# $(call install,<arguments>): by uv; by pip if uv is not there, cannot reach what pip can, or is not wanted.
define install
if [ "$(INSTALLER)" = uv ] && [ -x $(V)/uv ] && $(V)/uv pip install -q --python $(V)/python $(1); then :; \
else echo "Installing with plain pip; this takes longer."; $(V)/python -m pip install -q $(1); fi
endef

define compile
$(V)/uv pip compile -q --universal --python-version 3.11 --fork-strategy fewest \
  --generate-hashes --no-emit-index-url --no-header --no-annotate
endef

.PHONY: help
help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

.PHONY: run
run: .venv/.core ## run the first case (options in ARGS="…")
	@$(V)/samvirke run $(ARGS)

.PHONY: test
test: lint types arrows tests ## all that a change must pass

.PHONY: lint
lint: .venv/.dev ## style and likely mistakes
	$(V)/ruff check .
	$(V)/ruff format --check .

.PHONY: types
types: .venv/.dev ## types, strictly
	$(V)/mypy

.PHONY: arrows
arrows: .venv/.dev ## who may import whom
	$(V)/lint-imports --no-logo

.PHONY: tests
tests: .venv/.dev ## the tests alone (options in ARGS="…")
	PYTHONDONTWRITEBYTECODE= $(V)/python -m pytest $(ARGS)  # the hundreds of commands in them compile once

.PHONY: fuzz
fuzz: .venv/.dev ## N spoilt studies (1000), N/20 through commands, N/2 ended runs
	$(V)/python -m tests.fuzz.batch -n $(N) $(ARGS)
	$(V)/python -m tests.fuzz.commands -n $$(( ($(N) + 19) / 20 )) $(ARGS)
	$(V)/python -m tests.fuzz.kills -n $$(( ($(N) + 1) / 2 )) $(ARGS)

.PHONY: format
format: .venv/.dev ## put the code in its form
	$(V)/ruff check --fix-only .
	$(V)/ruff format .

.PHONY: reference
reference: sbom ## docs/reference and docs/promised.yaml, from the program itself, and what sbom makes
	$(V)/python -m scripts.reference
	$(V)/python -m scripts.promised

.PHONY: sbom
sbom: .venv/.dev ## sbom.cdx.json, what a user gets installed, and docs/licences.md
	$(V)/python -m scripts.sbom

.PHONY: samples
samples: .venv/.dev ## samples, by running the built-in study
	$(V)/python -m scripts.samples

.PHONY: audit
audit: .venv/.dev ## known vulnerabilities and withdrawn versions, as far as they can be asked about
	@$(V)/python -m scripts.audit $(ARGS)

.PHONY: release
release: .venv/.dev ## release notes and the version in place: VERSION=0.2.0, and DATE=2027-01-31 if not today
	@$(V)/python -m scripts.release "$(VERSION)" "$(DATE)"

.PHONY: mutants
mutants: .venv/.mutants ## small faults in what works out money, and which the tests miss (parts of names in ARGS="…")
	$(V)/python -m scripts.mutants $(ARGS)

.PHONY: lock
lock: .venv/.base ## requirement files from pyproject.toml (ARGS=--upgrade for newer versions)
	@[ -x $(V)/uv ] || { echo "Locking needs uv, which could not be installed." >&2; exit 1; }
	$(compile) --group installer -o requirements/uv.txt $(ARGS)
	$(compile) pyproject.toml --extra documents --group build -o requirements/core.txt $(ARGS)
	$(compile) pyproject.toml --extra documents --group dev -c requirements/core.txt -c requirements/uv.txt -o requirements/dev.txt $(ARGS)
	$(compile) --group mutants -c requirements/core.txt -c requirements/dev.txt -o requirements/mutants.txt $(ARGS)

.PHONY: clean
clean: ## remove what was built, .venv too
	rm -rf .venv out build dist mutants .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find src tests -name __pycache__ -prune -exec rm -rf {} +
	rm -rf src/*.egg-info

.PHONY: python
python:
	@command -v "$(PY)" >/dev/null || { echo "Samvirke needs Python 3.11 or newer; found no $(PY)." >&2; exit 1; }
	@"$(PY)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  found=$$("$(PY)" -V 2>/dev/null) || found="a $(PY) that does not start"; \
	  echo "Samvirke needs Python 3.11 or newer; found $$found; set PY=python3.12" >&2; exit 1; }

.venv/.base: requirements/uv.txt | python
	@"$(PY)" -m venv --clear .venv || { \
	  echo "Could not make .venv. On Debian and Ubuntu, install python3-venv and try again." >&2; exit 1; }
	@[ "$(INSTALLER)" != uv ] || $(V)/python -m pip install -q --require-hashes -r requirements/uv.txt || \
	  echo "Could not install uv."
	@touch $@

.venv/.core: .venv/.base requirements/core.txt pyproject.toml
	@echo "Installing Samvirke in .venv …"
	@$(call install,--require-hashes -r requirements/core.txt)
	@$(call install,--no-deps --no-build-isolation -e .)
	@touch $@

.venv/.dev: .venv/.core requirements/dev.txt
	@echo "Adding what developers need …"
	@$(call install,--require-hashes -r requirements/dev.txt)
	@touch $@

.venv/.mutants: .venv/.dev requirements/mutants.txt
	@$(call install,--require-hashes -r requirements/mutants.txt)
	@touch $@
