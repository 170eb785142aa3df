# Everything a person types. `make run` and `make test` set up what they need by themselves.

PYTHON ?= python3
BIN    := .venv/bin
OFFICE := out/office
LOCK    = pip-compile --quiet --generate-hashes --allow-unsafe --all-build-deps --strip-extras \
          --no-header --no-emit-options --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

.PHONY: setup run test check bench docs serve locks clean

setup: .venv/ready

# Two stamps: who only runs the product installs no test tools. An interrupted setup leaves no stamp.
.venv/ready: pyproject.toml requirements/base.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Officium needs Python 3.11 or newer: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/ready-to-test: .venv/ready requirements/dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@

run: setup
	$(BIN)/officium run examples/workshop --quarter 2025Q1 --out out/workshop
	@echo "Open out/workshop/report.html in a browser; payslips, declarations, payments and ledger lie beside it."
	@echo "Filling the demonstration office, about two minutes the first time:"
	$(BIN)/officium office demonstration --home $(OFFICE)
	@echo "Open the office with: make serve"

# Everything on SQLite, and once more what concerns the office on PostgreSQL.
test: .venv/ready-to-test
	$(BIN)/pytest -n 2
	$(BIN)/python tests/on_postgresql.py

check: .venv/ready-to-test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest tests/house tests/docs

# The reference pages are made from what they describe; a test fails where one is not current.
docs: .venv/ready
	$(BIN)/python docs/generate.py
	$(BIN)/python -m officium.payroll.reference

bench: .venv/ready-to-test
	$(BIN)/python -m benchmarks

# The demonstration office in the embedded database, at http://127.0.0.1:8000.
serve: setup
	$(BIN)/officium office demonstration --home $(OFFICE)
	$(BIN)/officium serve --home $(OFFICE)

# After a change of the dependencies in pyproject.toml; needs pip-tools.
locks:
	@for lock in dev:test,check base:; do \
	  file=requirements/$${lock%%:*}.lock; extras=$${lock#*:}; \
	  $(LOCK) $${extras:+--extra $$extras} $$([ -n "$$extras" ] || echo --constraint requirements/dev.lock) \
	    --output-file $$file pyproject.toml && \
	  sed -i '1i # Every package at one version, with the digests of its files. Made by `make locks` from pyproject.toml.' $$file \
	  || exit 1; \
	done

clean:
	rm -rf .venv out build .pytest_cache .mypy_cache .ruff_cache .hypothesis *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
