//! The `erfa` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    erfa::cli::run(std::env::args_os())
}
