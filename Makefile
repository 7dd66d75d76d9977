# Two commands matter: `make play` and `make test`. Both need Python 3.11 or later and nothing else.
# Everything they install goes into .venv beside this file; `make clean` takes it away again.

SHELL := /bin/sh
PY := .venv/bin/python
PIP := PIP_BUILD_CONSTRAINT=constraints.txt $(PY) -m pip --disable-pip-version-check --no-input

# Say which Python to use with `make play PYTHON=/path/to/python`; otherwise the first that will do is taken.
PYTHONS := $(if $(PYTHON),"$(PYTHON)",python3.13 python3.12 python3.11 python3 python3.14 python)

# Python keeps what it made of the tests, whatever it was told: else each of several makes it anew, for seconds.
PYTEST := PYTHONDONTWRITEBYTECODE= $(PY) -m pytest

# Handed on to the program: `make play ARGS="play --plain"`, `make test ARGS="-k claims"`.
ARGS :=

.PHONY: help play test quick long check format snapshots pictures bench coverage wheel smoke pin clean
.DELETE_ON_ERROR:
.NOTPARALLEL:
.SUFFIXES:

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile | expand -t 18

# As the installed command does; `-m game` imports so much first that the title card is there a third later.
play: .venv/.play ## Play the game (ARGS="play --plain" and so on)
	@$(PY) -c 'from game.__main__ import main; main()' $(ARGS)

test: .venv/.test ## Run every test (ARGS="-k claims" for some)
	@$(PYTEST) -n auto $(ARGS)

quick: .venv/.test ## Run the tests that take no time
	@$(PYTEST) -m "not slow" $(ARGS)

long: .venv/.test ## Run whole what `make test` takes a sample of: 500 changed lines, every screen in every look
	@SEE_AND_COUNT_LONG=1 $(PYTEST) -n auto $$(grep -rl "import LONG" tests --include=*.py) $(ARGS)

check: .venv/.check ## Formatting, lint, types and import contracts
	@ok=true; \
	$(PY) -m ruff format --check . || ok=false; \
	$(PY) -m ruff check . || ok=false; \
	$(PY) -m mypy || ok=false; \
	.venv/bin/lint-imports --no-logo || ok=false; \
	$$ok

format: .venv/.check ## Write the code as `make check` wants it
	@$(PY) -m ruff check -q --fix .
	@$(PY) -m ruff format -q .

snapshots: .venv/.test ## Take the pictures of the screens anew (ARGS="-k table" for some); then look at them
	@SEE_AND_COUNT_TAKE=1 $(PYTEST) -n auto tests/pictures/test_pictures.py $(ARGS)

pictures: .venv/.test ## Put the pictures on sheets (ARGS="table paper" for some, --png for PNGs), the README's into assets/
	@$(PY) -m tests.pictures.sheet $(ARGS)

bench: .venv/.test ## Run the benchmarks of tests/benchmarks, one after the other
	@for file in tests/benchmarks/[a-z]*.py; do \
	  [ -f "$$file" ] || { echo "There are no benchmarks yet."; break; }; \
	  name=$${file##*/}; \
	  echo "== $${name%.py}"; $(PY) -m "tests.benchmarks.$${name%.py}" $(ARGS) || exit 1; \
	done

coverage: .venv/.test ## Run every test and show which lines none reached
	@$(PY) -m coverage erase
	@$(PY) -m coverage run -m pytest $(ARGS)
	@$(PY) -m coverage combine -q
	@$(PY) -m coverage report

wheel: .venv/.check ## Build the wheel and the source archive into dist/
	@rm -rf dist
	@$(PY) -m build --no-isolation --outdir dist . > .venv/build.log 2>&1 || { cat .venv/build.log; exit 1; }
	@ls dist/*

smoke: wheel .venv/.test ## Install the wheel somewhere else and play a game with it
	@$(PY) tests/smoke_wheel.py dist/*.whl

pin: ## Choose the newest versions that fit together and write constraints.txt
	@rm -rf build/pin && mkdir -p build/pin
	@echo "Trying the newest versions in an environment of their own (a minute or two)."
	@$(find_python); "$$python" -m venv build/pin/.venv
	@build/pin/.venv/bin/python -m pip --disable-pip-version-check --no-input install -qq -e '.[test,check]'
	@build/pin/.venv/bin/python -m pip --disable-pip-version-check freeze --exclude-editable \
	  | sed -n 's/^\([A-Za-z0-9._-]*==[A-Za-z0-9.]*\).*/\1/p' | grep -v -E '^(pip|setuptools|wheel)==' \
	  | LC_ALL=C sort -f -t= -k1,1 > build/pin/versions
	@{ echo "# The version of every library that the game, its tests and its checks are run with."; \
	   echo "# Written by 'make pin'; names and versions only, so that it holds wherever they are fetched from."; \
	   cat build/pin/versions; } > constraints.txt
	@rm -rf build/pin
	@echo "constraints.txt now pins $$(grep -c == constraints.txt) libraries. Next: make test check"

clean: ## Remove what was built and installed here, .venv too; kept games stay
	@rm -rf .venv build dist htmlcov .coverage .coverage.*
	@rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find game tests -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# The environment. A stamp in .venv says what is installed there: the game's libraries (.play), those and the tests'
# (.test), those and the checkers (.check). A stamp is made again when pyproject.toml or constraints.txt is newer.

define find_python
old=; bare=; python=; \
for each in $(PYTHONS); do \
  "$$each" -c 'import sys; sys.exit(sys.version_info < (3, 6))' 2>/dev/null || continue; \
  "$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { old=$$each; continue; }; \
  "$$each" -c 'import ensurepip, venv' 2>/dev/null || { bare=$$each; continue; }; \
  python=$$each; break; \
done; \
if [ -z "$$python" ]; then \
  if [ -n "$$bare" ]; then \
    echo "$$bare has no venv module: install it (Debian and Ubuntu: sudo apt install python3-venv) and try again."; \
  elif [ -n "$$old" ]; then \
    echo "See and Count needs Python 3.11 or later, and $$("$$old" -V 2>&1) is the newest found here: install a newer one, or name one with PYTHON=/path/to/python."; \
  else \
    echo "See and Count needs Python 3.11 or later, and none was found: install it, or name one with PYTHON=/path/to/python."; \
  fi >&2; \
  exit 1; \
fi
endef

define install
$(PY) -m pip --version > /dev/null 2>&1 || $(PY) -m ensurepip > /dev/null; \
$(PIP) install -qq -c constraints.txt -e $(1) || { \
  echo "The libraries could not be installed; pip says why above. Nothing is lost: try the same command again." >&2; \
  exit 1; \
}; \
$(PY) -m compileall -q game > /dev/null || true
endef

# A Python that has gone since, as after an upgrade of the system, leaves a link to nowhere: then .venv is made anew.
.venv/.made: $(if $(realpath $(PY)),,gone)
	@if $(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then touch $@; exit; fi; \
	$(find_python); \
	echo "Making .venv with $$("$$python" -V)."; \
	"$$python" -m venv --clear .venv || { rm -rf .venv; exit 1; }; \
	touch $@

.PHONY: gone
gone: ;

.venv/.play: pyproject.toml constraints.txt .venv/.made
	@echo "Installing the game's libraries into .venv; this takes up to a minute, and only now."
	@$(call install,.)
	@touch $@

.venv/.test: pyproject.toml constraints.txt .venv/.made
	@echo "Installing the libraries of the game and its tests into .venv; this takes up to a minute, and only now."
	@$(call install,'.[test]')
	@touch .venv/.play $@

.venv/.check: pyproject.toml constraints.txt .venv/.made
	@echo "Installing the checkers (ruff, mypy, import-linter, build) into .venv; this takes up to a minute, and only now."
	@$(call install,'.[check]')
	@touch .venv/.play $@
