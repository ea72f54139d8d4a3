//! `orebook`: the server and its commands.

use clap::Parser;
use orebook_server::commands::{Cli, run};

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
