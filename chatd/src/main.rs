//! The binary: everything is in the library.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Requests and batches are many small allocations, freed by other threads than made them: the system's allocator costs a
/// tenth more processor time a message (docs/benchmarks.md).
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    chatd::cli::main()
}
