# Needs make and python3 (3.8 or newer, with venv). What the machine lacks is fetched into this directory:
# uv and Python into .tools, Python's packages and Node into .venv, Node's packages into node_modules.
.DEFAULT_GOAL := help

# How many interviews each library of make bench has.
SIZES := 1000 10000
UV := $(or $(shell command -v uv),.tools/bin/uv)
# Python's packages, with Node among them unless the machine has one that is new enough.
NODE := $(shell node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null && command -v npm)
PACKAGES := .venv/.installed$(if $(NODE),,-with-node)
NPM := $(if $(NODE),,PATH="$$PWD/.venv/bin:$$PATH") npm
PYTHON := .venv/bin/python
MANAGE := $(PYTHON) manage.py
# For what reads the settings and asks no database, so that none is started.
WITHOUT_DATABASE := TRIAL=on DATABASE_URL=postgresql:///unused
TEMPLATES := $(shell find templates -name '*.html' 2>/dev/null)

# Downloads are kept at home, or here where there is no home to write to.
ifneq ($(shell test -w "$$HOME" && echo home),home)
export UV_CACHE_DIR := .tools/cache/uv
export npm_config_cache := .tools/cache/npm
endif

# What to do when something cannot be had.
AGAIN := then run make again.
NETWORK := Check the network, and the package index if you have set one, $(AGAIN)
NO_PYTHON := python3 is not there. Install Python 3, $(AGAIN)
NO_VENV := python3 cannot make a virtual environment. Install its venv module (Debian: apt-get install python3-venv), $(AGAIN)
NO_UV := uv could not be fetched. $(NETWORK)
NO_NEW_PYTHON := Python 3.12 or newer is not there and could not be fetched. Install it, $(AGAIN)
NO_PACKAGES := Python packages could not be fetched. $(NETWORK)
NO_NODE_PACKAGES := Node packages could not be fetched. $(NETWORK)
NO_ASSETS := The style sheet and scripts could not be built. The lines above say why.
NO_BROWSER := No browser could be installed. Put chromium or google-chrome on PATH, $(AGAIN)
or_stop = || { echo "$(1)" >&2; exit 1; }

.PHONY: help run test dev check fix relevance bench chromium site

help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s%s\n", $$1, $$2 }' Makefile

run: ## Serve the site at http://127.0.0.1:8000, database included (PORT=8123, VAR=/some/dir)
	@command -v python3 >/dev/null $(call or_stop,$(NO_PYTHON))
	@python3 config/port.py
	@$(MAKE) --no-print-directory site
	@exec $(PYTHON) -m config

test: site ## Run every test, those in a browser included (ARGS="-k lineage" for some of them)
	@$(PYTHON) -m tests.browser.chromium || $(MAKE) --no-print-directory chromium
	@exec $(PYTHON) -m pytest --numprocesses auto --maxprocesses 8 $(ARGS)

dev: site ## Serve while developing: errors in full, code and styles reloaded as they change
	@TRIAL=on $(MANAGE) migrate --verbosity 0
	@$(NPM) run --silent watch & trap "kill $$!" EXIT; \
		TRIAL=on DJANGO_DEBUG=on $(MANAGE) runserver "127.0.0.1:$${PORT:-8000}"

check: site ## Check style, types, layers, templates, migrations and the settings of production
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@$(WITHOUT_DATABASE) $(PYTHON) -m mypy .
	@.venv/bin/lint-imports
	@.venv/bin/djade --check $(TEMPLATES)
	@$(PYTHON) -m djlint --quiet --check templates
	@$(PYTHON) -m djlint --quiet --lint templates
	@$(MANAGE) makemigrations --check --dry-run
	@TRIAL=off ALLOWED_HOSTS=perspectives.example.org SECRET_KEY="$$(head -c 60 /dev/urandom | base64)" \
		$(MANAGE) check --deploy --fail-level WARNING

fix: $(PACKAGES) ## Format code and templates, and mend what can be mended
	@$(PYTHON) -m djlint --quiet --reformat templates || true # it fails when it has changed something,
	@.venv/bin/djade $(TEMPLATES) || true # and so does this
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

relevance: site ## Measure the search against plain full text (ARGS=--worst for where it fails)
	@exec $(PYTHON) -m tests.search.relevance $(ARGS)

bench: site ## Measure search against three others on made-up libraries (SIZES="1000 10000")
	@exec $(PYTHON) -m benchmarks $(SIZES)

chromium: $(PACKAGES) ## Install a browser for the tests, as make test does where there is none
	@if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
		then apt-get update && apt-get install --yes chromium; \
		else $(PYTHON) -m playwright install chromium; \
	fi $(call or_stop,$(NO_BROWSER))

# Everything that has to be there before the site can start.
site: build/.collected
	@:

.tools/bin/uv:
	@echo "Fetching uv"
	@command -v python3 >/dev/null $(call or_stop,$(NO_PYTHON))
	@python3 -m venv .tools $(call or_stop,$(NO_VENV))
	@.tools/bin/python -m pip install -qq --disable-pip-version-check uv $(call or_stop,$(NO_UV))

# The Python of .python-version, else any that is new enough, else one that uv fetches.
$(PACKAGES): export UV_PYTHON_INSTALL_DIR := .tools/python
$(PACKAGES): pyproject.toml uv.lock .python-version | $(filter .tools/bin/uv,$(UV))
	@echo "Installing Python packages"
	@find() { "$(UV)" python find --system "$$1" 2>/dev/null; }; \
		python="$$(find 3.13 || find '>=3.12' || { "$(UV)" python install --quiet --no-bin 3.13 && find 3.13; })" \
		$(call or_stop,$(NO_NEW_PYTHON)); \
		"$(UV)" sync --quiet --frozen --python "$$python" $(if $(NODE),,--group node) $(call or_stop,$(NO_PACKAGES))
	@touch $@

node_modules/.installed: package-lock.json | $(PACKAGES)
	@echo "Installing Node packages"
	@$(NPM) ci --silent --no-audit --no-fund $(call or_stop,$(NO_NODE_PACKAGES))
	@touch $@

build/.built: node_modules/.installed package.json $(shell find assets -type f 2>/dev/null)
	@echo "Building the style sheet and scripts"
	@$(NPM) run --silent build $(call or_stop,$(NO_ASSETS))
	@touch $@

build/.collected: build/.built $(PACKAGES) config/settings.py
	@$(WITHOUT_DATABASE) $(MANAGE) collectstatic --no-input --verbosity 0
	@touch $@
