# Everything here needs only Python >= 3.11 and make; each target makes the environment it needs.
#   make demo            the Bamako case, printed
#   make test            the tests
#   make lint            ruff, mypy --strict, pyright strict, and whether every public name has a type
#   make docs            the documentation site, into site/
#   make site-check      the built site looked at in a browser: links, sizes, search without a network
#   make bench           the benchmarks (not tests: they print speeds)
#   make numbers         every integer below 100,000 in five spellings, read back
#   make mutation        250 mutants of each package of the core; ARGS= goes to tests/mutation/run.py
#   make spark           the column engine on Spark (needs Java 17)
#   make fuzz            what reads foreign input, fuzzed: SECONDS= of each target (60)
#   make crash           the store, killed 200 times and used by six at once
#   make planted-bugs    bugs planted on purpose: each must be caught by the test that is named for it
#   make release-check   what must hold before a release
#   make clean           remove what the targets made
# PYTHON= names the interpreter, VENV= the directory of the environment, ARGS= goes to pytest.

.DELETE_ON_ERROR:
.PHONY: demo test lint docs site-check bench numbers fuzz spark crash planted-bugs mutation release-check clean

VENV ?= .venv
SITE ?= site
ARGS ?=
SECONDS ?= 60
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip install -qq --disable-pip-version-check

demo: $(VENV)/.core
	@$(BIN)/python examples/bamako_2024.py

test: $(VENV)/.test
	$(BIN)/python -m pytest $(ARGS)

lint: $(VENV)/.lint
	$(BIN)/ruff check --output-format concise
	$(BIN)/mypy claimtrack $(wildcard examples/*.py tests/typing/*.py)
	.ci/pyright $(abspath $(BIN))

docs: $(VENV)/.docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --site-dir $(abspath $(SITE))

site-check: docs $(VENV)/.test
	CLAIMTRACK_SITE=$(abspath $(SITE)) $(BIN)/python -m pytest -q tests/browser/site_pages.py $(ARGS)

bench: $(VENV)/.test
	@set -e; for script in $(wildcard tests/benchmarks/*.py); do echo "$$script"; $(BIN)/python "$$script"; done

numbers: $(VENV)/.test
	$(BIN)/python tests/benchmarks/wording.py --numbers

mutation: $(VENV)/.mutation
	$(BIN)/python tests/mutation/run.py $(ARGS)

spark: $(VENV)/.spark
	$(BIN)/python -m pytest tests/spark/frames_on_spark.py

fuzz: $(VENV)/.fuzz
	$(BIN)/python tests/fuzz/run.py --seconds $(SECONDS) $(ARGS)

crash: $(VENV)/.test
	$(BIN)/python tests/crash/kill.py 200
	$(BIN)/python tests/crash/parallel.py 60

planted-bugs: $(VENV)/.test
	$(BIN)/python tests/planted/run.py

release-check:
	.ci/release-check

clean:
	rm -rf $(VENV) $(SITE) build dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +

# The environment is made once; it is installed into again only when pyproject.toml changes.
$(VENV)/pyvenv.cfg:
	@python="$(PYTHON)"; [ -n "$$python" ] || python=$$(.ci/find-python) || exit 1; \
	echo "making $(VENV) with $$python"; "$$python" -m venv $(VENV)

$(VENV)/.core: pyproject.toml | $(VENV)/pyvenv.cfg
	$(PIP) --editable .
	@touch $@

# What mypy reads types from, and what the pages of the documentation run, must be installed: `lint` and `docs`
# bring what `test` brings.
$(VENV)/.test: EXTRAS = test
$(VENV)/.lint: EXTRAS = test,lint
$(VENV)/.docs: EXTRAS = test,docs
$(VENV)/.spark: EXTRAS = test,spark
$(VENV)/.fuzz: EXTRAS = test,fuzz
$(VENV)/.mutation: EXTRAS = test,mutation
$(VENV)/.test $(VENV)/.lint $(VENV)/.docs $(VENV)/.spark $(VENV)/.fuzz $(VENV)/.mutation: \
		pyproject.toml | $(VENV)/pyvenv.cfg
	$(PIP) --editable '.[$(EXTRAS)]'
	@touch $@
