//! `orebook-verify`: exit 0 when all is well, 1 when something was found, 2 when nothing could be said.

mod log;
mod print;
mod progress;
mod retirement;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use orebook_tlog::VerifierKey;

/// Entries are read on one thread and dropped on another, which the system's allocator is slow with.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Replays an Orebook archive offline and says whether its history is whole and true.
#[derive(Parser)]
#[command(name = "orebook-verify", version, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    archive: Option<log::ArchiveArgs>,
}

#[derive(Subcommand)]
enum Command {
    /// Checks one retirement statement, alone or in a bundle.
    Statement(retirement::StatementArgs),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let result = match (cli.command, cli.archive) {
        (Some(Command::Statement(args)), _) => retirement::check(&args),
        (None, Some(args)) => log::verify(&args),
        (None, None) => Err("name an archive, or `statement` and a file; --help tells more".to_owned()),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(why) => {
            eprintln!("orebook-verify: {why}");
            ExitCode::from(2)
        }
    }
}

/// A key as it stands on the command line, or in a file named there.
fn read_key<K: std::str::FromStr<Err: std::fmt::Display>>(flag: &str, text: &str) -> Result<K, String> {
    let from_file = text.parse::<K>().is_err() && Path::new(text).is_file();
    let line = if from_file { read_text(Path::new(text))? } else { text.into() };
    line.trim_end().parse().map_err(|error| format!("{flag} {text}: {error}"))
}

fn read_log_key(text: &str) -> Result<VerifierKey, String> {
    read_key("--key", text)
}

/// What anybody could have sent is read up to a length only.
fn read_bytes(path: &Path) -> Result<Vec<u8>, String> {
    use std::io::Read;
    const LENGTH_MAX: u64 = 16 * 1024 * 1024;
    let failed = |error: std::io::Error| format!("{}: {error}", path.display());
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(failed)?;
    file.take(LENGTH_MAX + 1).read_to_end(&mut bytes).map_err(failed)?;
    match bytes.len() as u64 > LENGTH_MAX {
        true => Err(format!("{} is longer than {LENGTH_MAX} bytes", path.display())),
        false => Ok(bytes),
    }
}

fn read_text(path: &Path) -> Result<String, String> {
    String::from_utf8(read_bytes(path)?).map_err(|_| format!("{} is not text", path.display()))
}

/// Where the program remembers what it has seen, unless it is told otherwise.
fn state_directory() -> Option<PathBuf> {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let state = set("XDG_STATE_HOME").or_else(|| Some(set("HOME")?.join(".local/state")));
    Some(state?.join("orebook-verify"))
}
