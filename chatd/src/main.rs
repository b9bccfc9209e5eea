//! The binary: everything is in the library.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Requests and batches are many small allocations, freed by other threads than made them: a fifth of the processor time
/// of a message with the system's allocator (docs/benchmarks.md).
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    chatd::cli::main()
}
