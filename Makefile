# Two commands: `make play` and `make test`. Both make .venv once and reuse it.

VENV   := .venv
LRS    := .venv-lrs
BIN    := $(VENV)/bin
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
            $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
            && { echo $$p; break; }; done)
PIP    := $(BIN)/python -m pip --disable-pip-version-check
INSTALL := $(PIP) install --progress-bar on --require-hashes

# Without compiled files every start and every worker of the tests compiles all anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: play test check bench train evaluate lock messages schemas clean format
.DEFAULT_GOAL := play

play: $(VENV)/.ready
	@$(BIN)/whose-client

test: $(VENV)/.ready-dev $(LRS)/.ready
	@$(BIN)/python -m pytest -n auto --dist worksteal

check: $(VENV)/.ready-dev
	@$(BIN)/python -m tools.check

bench: $(VENV)/.ready-dev
	@$(BIN)/python -m bench

format: $(VENV)/.ready-dev
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

messages: $(VENV)/.ready-dev
	@$(BIN)/python -m tools.messages

schemas: $(VENV)/.ready-dev
	@$(BIN)/python -m tools.schemas

# Rebuilds scoring/reading/weights from scoring/reading/bank; takes its own tools.
train: $(VENV)/.ready-train
	@$(BIN)/python -m tools.train

evaluate: $(VENV)/.ready-dev
	@$(BIN)/python -m tools.agreement

# Needs `uv` on the path; writes all lock files without any registry's address.
lock:
	@python3 -m tools.lock

clean:
	@rm -rf $(VENV) $(LRS) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none was found on the path."; exit 2; }
	@echo "Making $(VENV) with $(PYTHON) …"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: $(VENV)/bin/python requirements.lock pyproject.toml
	@echo "Installing what the game needs …"
	@$(INSTALL) -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q simulator scoring
	@touch $@

$(VENV)/.ready-dev: $(VENV)/bin/python requirements-dev.lock pyproject.toml
	@echo "Installing what the tests need …"
	@$(INSTALL) -r requirements-dev.lock
	@$(PIP) install --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q simulator scoring
	@touch $@ $(VENV)/.ready

# A learning record store to send to in the tests. It cannot live in $(VENV): it needs
# an older click and an older Starlette than the program does.
$(LRS)/.ready: tests/lrs/requirements.lock | $(VENV)/.ready-dev
	@echo "Installing a record store for the tests …"
	@$(BIN)/python -m venv --clear --without-pip $(LRS)
	@if $(PIP) --python $(LRS)/bin/python install --progress-bar on --no-compile --no-deps --require-hashes -r $<; \
	  then touch $@; else echo "It could not be installed: what sends to it is not tested."; fi

$(VENV)/.ready-train: $(VENV)/.ready-dev
	@echo "Installing what the training needs …"
	@$(PIP) install --progress-bar on -e '.[train]'
	@touch $@
