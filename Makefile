# pathport: everything that is done from a clone; `make help` lists it.

SHELL = /bin/sh
PYTHON ?= python3
VENV ?= .venv
WORKERS ?= 2

python = $(VENV)/bin/python
install = $(python) -m pip install --quiet --disable-pip-version-check

# A stamp is named after the sum of what decides its content, so that only a change builds anew.
sum = $(shell { $(PYTHON) --version; pwd; cat pyproject.toml setup.py requirements/$(1).txt; } \
	2>&1 | cksum | cut -d ' ' -f 1)
stamp = $(VENV)/stamp-$(1)-$(call sum,$(1))

.SUFFIXES:
.PHONY: help demo test check judges bench campaign mutants lock clean python venv

help: ## this list
	@sed -n 's/^\([a-z]*\):[a-z ]*## \(.*\)/make \1 - \2/p' Makefile

demo: venv ## the CXCR4 pathway in five formats, each checked, in out/
	@$(MAKE) --silent $(call stamp,run)
	$(VENV)/bin/pathport export examples/cxcr4.yaml --to sbml,biopax,gpml,celldesigner,cx2 --out out/

test: venv ## every check, with the locked versions
	@$(MAKE) --silent $(call stamp,test)
	@$(MAKE) --no-print-directory check PYTHON=$(python)

check: ## every check, with what PYTHON has installed
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	$(PYTHON) -m pytest -n $(WORKERS) --dist worksteal

judges: venv ## third-party readers over the exports; needs Java 17 and npm
	@$(MAKE) --silent $(call stamp,run)
	$(python) tools/judges.py

bench: venv ## time and memory beside other libraries, layouts beside dot, into benchmarks/; BENCH=--help
	@$(MAKE) --silent $(call stamp,run)
	$(python) -m benchmarks --out benchmarks/RESULTS.md $(BENCH)
	$(python) -m benchmarks.layouts --out benchmarks/LAYOUTS.md

campaign: venv ## the laws over 20,000 pathways a format, resumable, into docs/campaign.md; CAMPAIGN=--help
	@$(MAKE) --silent $(call stamp,test)
	$(python) -m tests.campaign $(CAMPAIGN)

mutants: venv ## every row of every table changed: does a test tell? into docs/mutants.md; MUTANTS=--help
	@$(MAKE) --silent $(call stamp,test)
	$(python) -m tests.mutants $(MUTANTS)

lock: python ## requirements/ from pyproject.toml; LOCK=--upgrade takes the newest versions
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	$(compile) -o requirements/run.txt pyproject.toml
	$(compile) -o requirements/test.txt -c requirements/run.txt --extra test pyproject.toml

compile = build/lock/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--group build --generate-hashes --no-emit-index-url --no-emit-find-links \
	--no-header --no-annotate $(LOCK)

clean: ## removes what the others made, the environment too
	rm -rf $(VENV) .judges .campaign .mutants build dist out .pytest_cache .mypy_cache .ruff_cache .hypothesis

python:
	@$(PYTHON) -c '' 2>/dev/null || { echo "make: \"$(PYTHON)\" does not run;" \
		"name a Python 3.11 or later, as in: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo \
		"make: \"$(PYTHON)\" is $$($(PYTHON) --version 2>&1), too old;" \
		"name a Python 3.11 or later, as in: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo \
		"make: \"$(PYTHON)\" cannot build environments, it has no ensurepip;" \
		"on Debian: apt install python3-venv" >&2; exit 1; }

# What another Python built is of no use, nor is what broke off halfway.
venv: python
	@test "$$($(python) --version 2>&1)" = "$$($(PYTHON) --version 2>&1)" \
		&& $(python) -c 'import pip' 2>/dev/null || $(PYTHON) -m venv --clear $(VENV)

$(VENV)/stamp-%:
	@echo "installing requirements/$(firstword $(subst -, ,$*)).txt and pathport into $(VENV)"
	@rm -f $(VENV)/stamp-$(firstword $(subst -, ,$*))-*
	$(install) --require-hashes -r requirements/$(firstword $(subst -, ,$*)).txt
	$(install) --no-deps --no-build-isolation -e .
	@touch $@
