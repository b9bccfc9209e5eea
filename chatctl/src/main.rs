//! The binary: hands the line to the library and leaves with its exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    chatctl::run()
}
