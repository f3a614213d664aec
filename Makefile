# Passend: make run starts it, make test checks it.
.PHONY: setup run test check scan bench mutants lock translations screenshots clean
PASSEND = .venv/bin/passend
PYTHON = .venv/bin/python

setup: ## install everything into .venv (once)
	@scripts/setup.sh

run: setup ## start Passend on http://127.0.0.1:8000 (HOST=, PORT=)
	@$(PASSEND) migrate
	@$(PASSEND) demo laden
	@$(PASSEND) serve

test: setup ## all tests, on SQLite, browser included
	@scripts/test_tools.sh
	@$(PYTHON) -m pytest -q -n auto

check: ## what CI does
	@.ci/run

scan: setup ## our rules for the source, and an attack on a server with made-up data
	@scripts/rules.sh
	@scripts/scan_tools.sh wapiti
	@$(PYTHON) scripts/scan.py

bench: setup ## speed and memory, also in var/bench/latest.json
	@scripts/test_tools.sh
	@$(PYTHON) -m bench

mutants: setup ## change the rules one slip at a time, and see that a test notices (MODULES="tlv schorsing")
	@scripts/scan_tools.sh mutmut
	@$(PYTHON) scripts/mutants.py $(MODULES)

lock: setup ## renew requirements.lock from pyproject.toml
	@$(PYTHON) -m uv pip compile -q --upgrade --group dev --generate-hashes --universal --no-header --no-annotate --python-version 3.12 pyproject.toml -o requirements.lock
	@for naam in semgrep wapiti mutmut; do $(PYTHON) -m uv pip compile -q --upgrade --generate-hashes --universal --no-header --no-annotate --python-version 3.12 scripts/scan/$$naam.in -o scripts/scan/$$naam.lock; done

translations: setup ## gather new sentences into the English catalogue, and say which have no English yet
	@$(PYTHON) scripts/translations.py

screenshots: setup ## pictures of every screen in var/schermen, and those of the docs in docs/beelden
	@scripts/test_tools.sh beelden
	@$(PYTHON) scripts/screenshots.py

clean: ## remove the environment; the data in var/ stays
	@rm -rf .venv node_modules
