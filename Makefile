# The commands of the house. `make test` needs Rust and a C compiler, and installs the servers it tests against; with
# CHATD_TEST=embedded it does without them. What is checked and tested is built once, in the profile `ci` (Cargo.toml).

.PHONY: test test-all up down check generate faults bench

# All tests, among servers that are started for them and stopped whatever comes out (tests/services/services help).
test:
	tests/services/services run cargo test --profile ci --workspace --no-fail-fast

# The same with the slower servers: OpenSearch 3 and a Galera cluster.
test-all:
	tests/services/services run --all cargo test --profile ci --workspace --no-fail-fast

# A whole installation for developers: servers, two chatd for requests, two for work, nginx before them.
up:
	tests/services/stack up

down:
	tests/services/stack down

# What must hold before a change is looked at: form, lints, documentation, dependencies. That generated files are fresh
# is a matter of the tests.
check:
	cargo fmt --all --check
	cargo clippy --profile ci --workspace --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings -A rustdoc::private_intra_doc_links" cargo doc --profile ci --workspace --no-deps --document-private-items
	tests/check-dependencies.sh

# What is generated and committed.
generate:
	CHATD_TEST=embedded CHATD_TEST_UPDATE=1 cargo test --profile ci --workspace --lib --test it fresh

# The numbering model at its large size, every message of both data files against the search oracle, and faults under
# load (docs/faults.md); FAULTS names some of those.
faults:
	CHATD_TEST_MODEL=large cargo test --profile ci --workspace --test model
	CHATD_TEST_ORACLE=full cargo test --profile ci --workspace --test it oracle
	cargo test --profile ci --workspace --bench faults -- $(FAULTS)

# The promised figures with the release binaries, each beside its floor (docs/benchmarks.md). BENCH_MESSAGES names
# a file of messages to measure with; FIGURES names some of accept, import, search, reads, start, operator and tui, and of
# those on servers, which are started for it: scaled-accept, scaled-compare, scaled-drain, scaled-sustained, scaled-engine,
# scaled-index and scaled-operator.
bench:
	cargo build --release --workspace --bins --bench figures
	cargo bench --workspace --bench figures -- $(FIGURES)
