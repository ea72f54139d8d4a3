//! `orebook`: the server and its commands.

use clap::Parser;
use orebook_server::commands::{Cli, run};

/// A server under load spends a fifth of its time with the system's allocator: docs/decisions/0053.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    let cli = Cli::parse();
    cli.begin_log();
    match run(cli) {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("orebook: {message}");
            std::process::ExitCode::FAILURE
        }
    }
}
