# What a person needs, one line each; the work is in scripts/.

PORT ?= 8443
DATA ?= .docket
PREFIX ?= /usr/local
DESTDIR ?=

.DEFAULT_GOAL := help
.PHONY: help run install test test-package test-release check conformance schema bench bench-engine bench-peers bench-scale bench-volume format docker test-container clean

help: ## Lists these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Serves https://localhost:8443/graphql with demo data (PORT=8443 DATA=.docket)
	@scripts/run.sh '$(DATA)' '$(PORT)'

install: ## Builds the program docket and installs it (PREFIX=/usr/local DESTDIR=)
	@scripts/install.sh '$(PREFIX)' '$(DESTDIR)'

test: ## Runs every test on a private PostgreSQL (DOCKET_TEST_DATABASE_URL uses yours)
	@scripts/test.sh

test-package: ## Builds and tests the plugin package of docs/adding-a-plugin.md, as one outside is
	@swift test --package-path Tests/VisitsPackage --scratch-path .build --disable-xctest

test-release: ## Builds the program for production and has it answer README's query
	@scripts/test-release.sh

check: ## Checks format, conventions and the declared imports
	@scripts/check.sh

conformance: ## Checks the engine against graphql-core: its suite, then random requests
	@scripts/conformance.sh

schema: ## Writes schema/docket.graphql and schema/database.sql anew
	@scripts/schema.sh

bench: ## Measures a point read and a 50-row list, beside pgbench and nginx
	@scripts/bench.sh

bench-engine: ## Measures parsing, validation, execution and JSON, beside graphql-js and graphql-core
	@scripts/bench-engine.sh

bench-peers: ## Measures Docket beside rival servers, whose folder is PEERS=… (Benchmarks/Peers/README.md)
	@PEERS='$(PEERS)' scripts/bench-peers.sh

bench-scale: ## Measures growth with rows, connections, time and an export (Benchmarks/Scale/README.md)
	@scripts/bench-scale.sh

bench-volume: ## Measures the examples over a million letters (Benchmarks/Volume/README.md)
	@LETTERS='$(LETTERS)' DOSSIERS='$(DOSSIERS)' scripts/bench-volume.sh

format: ## Formats all Swift files
	@scripts/format.sh

docker: ## Builds the server's image (docker or podman)
	@scripts/docker.sh

test-container: ## Runs every test on a PostgreSQL in a container (docker or podman)
	@scripts/test-container.sh

clean: ## Removes what was built; the data in .docket stays
	rm -rf .build
