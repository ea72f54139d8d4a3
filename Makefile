# Thin names for cargo commands. `make demo` and `make test` are all that a stranger needs.
CARGO ?= cargo
TOOLS := $(CURDIR)/target/tools

.PHONY: demo test check audit bench drill simulate interop fuzz openapi setup tools

demo: ## play the whole journey on SQLite, print it, then serve
	$(CARGO) run --quiet --locked --package orebook-server -- demo

test: setup ## install what the tests lack, then run every test
	$(CARGO) build --locked --package orebook-server --package orebook-verifier
	$(CARGO) test --locked --workspace

check: tools ## format, lints, documents, licences and sources
	$(CARGO) fmt --all --check
	$(CARGO) clippy --locked --workspace --all-targets -- --deny warnings
	RUSTDOCFLAGS="--deny warnings" $(CARGO) doc --locked --workspace --no-deps --quiet
	PATH="$(TOOLS)/bin:$$PATH" $(CARGO) deny --locked check bans licenses sources

audit: setup ## every page in four languages on the smallest telephone, by day and night, and its paint on slow networks
	$(CARGO) build --locked --package orebook-server
	AUDIT=1 $(CARGO) test --locked --package orebook-tests --test system -- http::visits --nocapture

bench: setup ## measure, each figure beside its baseline in the same run
	$(CARGO) run --release --locked --package orebook-bench

drill: setup ## everything that can go wrong, hundreds of times: a line a drill, a sum, exit code 1 for any loss; about 20 minutes
	$(CARGO) build --quiet --locked --package orebook-server --package orebook-verifier
	@CARGO="$(CARGO)" tests/drill.sh

simulate: ## ten thousand seeds of hostile and honest members, beside the naive twin and the watchman
	SEEDS=10000 STEPS=200 $(CARGO) test --release --locked --package orebook-tests --test system -- simulation --nocapture

interop: setup ## a demo register and its API, checked by software that nobody here wrote; asks npm, PyPI and Debian for it
	$(CARGO) build --locked --package orebook-server --package orebook-verifier
	tests/interop/demo.sh target/debug target/interop

fuzz: ## every parser of the log and of documents, SECONDS_EACH (20) seconds each
	@PATH="$(TOOLS)/bin:$$PATH" command -v cargo-fuzz >/dev/null || $(CARGO) install --locked --debug --root $(TOOLS) cargo-fuzz
	PATH="$(TOOLS)/bin:$$PATH" fuzz/run.sh

openapi: ## write the API's description anew
	UPDATE=1 $(CARGO) test --locked --package orebook-tests --test system -- http::description

setup:
	@.ci/setup

tools:
	@command -v cargo-deny >/dev/null || test -x $(TOOLS)/bin/cargo-deny || $(CARGO) install --locked --debug --root $(TOOLS) cargo-deny
