//! `orebook-verify`: exit 0 when all is well, 1 when something was found, 2 when nothing could be said.

mod print;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use orebook_document::PublicKey;
use orebook_tlog::VerifierKey;
use orebook_verifier::archive::Reader;
use orebook_verifier::statement::{self, Materials};
use orebook_verifier::{Options, verify_with};

/// Replays an Orebook archive offline and says whether its history is whole and true.
#[derive(Parser)]
#[command(name = "orebook-verify", version, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    archive: Option<ArchiveArgs>,
}

#[derive(Args)]
struct ArchiveArgs {
    /// The archive: a directory with vkey, checkpoint and tile/.
    archive: PathBuf,
    /// The log's verifier key, or a file that holds it. Have it from somewhere else than the archive.
    #[arg(long, value_name = "VKEY")]
    key: String,
    /// Print the report as JSON.
    #[arg(long)]
    json: bool,
    /// Compute the invariants from scratch after every N entries, not only at the end.
    #[arg(long, value_name = "N")]
    invariants_every: Option<std::num::NonZeroU64>,
}

#[derive(Subcommand)]
enum Command {
    /// Checks one retirement statement.
    Statement(StatementArgs),
}

#[derive(Args)]
struct StatementArgs {
    /// The statement.
    file: PathBuf,
    /// The log's verifier key, or a file that holds it.
    #[arg(long, value_name = "VKEY")]
    key: String,
    /// The proof served beside the statement (c2sp.org/tlog-proof).
    #[arg(long, value_name = "FILE")]
    proof: Option<PathBuf>,
    /// The bytes of the retirement's entry.
    #[arg(long, value_name = "FILE")]
    entry: Option<PathBuf>,
    /// The registry's issuer key: did:key:z6Mk…
    #[arg(long, value_name = "DID", conflicts_with = "archive")]
    issuer: Option<String>,
    /// Verify this archive and take the issuer key from its first entry.
    #[arg(long, value_name = "DIR")]
    archive: Option<PathBuf>,
    /// Print the answers as JSON.
    #[arg(long)]
    json: bool,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let result = match (cli.command, cli.archive) {
        (Some(Command::Statement(args)), _) => check_statement(&args),
        (None, Some(args)) => verify_archive(&args),
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

/// Whether the archive is clean.
fn verify_archive(args: &ArchiveArgs) -> Result<bool, String> {
    let key = read_key(&args.key)?;
    let reader = Reader::open(&args.archive).map_err(|error| error.to_string())?;
    let default = Options::default();
    let options = Options { invariants_every: args.invariants_every.unwrap_or(default.invariants_every), ..default };
    let report = verify_with(&reader, &key, options).map_err(|error| error.to_string())?;
    if args.json {
        print::json(&report)?
    } else {
        print::report(&report)
    }
    Ok(report.is_clean())
}

/// Whether nothing about the statement is false.
fn check_statement(args: &StatementArgs) -> Result<bool, String> {
    let key = read_key(&args.key)?;
    let statement = read_bytes(&args.file)?;
    let proof = args.proof.as_deref().map(read_bytes).transpose()?;
    let proof = proof.map(String::from_utf8).transpose().map_err(|_| "the proof is not text".to_owned())?;
    let entry = args.entry.as_deref().map(read_bytes).transpose()?;
    let issuer = match (&args.issuer, &args.archive) {
        (Some(issuer), _) => Some(issuer.parse().map_err(|error| format!("--issuer: {error}"))?),
        (None, Some(archive)) => Some(issuer_of(archive, &key)?),
        (None, None) => None,
    };
    let materials =
        Materials { statement: &statement, key: &key, proof: proof.as_deref(), issuer, entry: entry.as_deref() };
    let checks = statement::check(materials).map_err(|error| error.to_string())?;
    if args.json {
        print::json(&checks)?
    } else {
        print::checks(&checks)
    }
    Ok(checks.is_clean())
}

/// The issuer key in the founding of an archive without findings.
fn issuer_of(archive: &Path, key: &VerifierKey) -> Result<PublicKey, String> {
    let reader = Reader::open(archive).map_err(|error| error.to_string())?;
    let report = verify_with(&reader, key, Options::default()).map_err(|error| error.to_string())?;
    let issuer = report.figures.issuer.as_ref().filter(|_| report.is_clean());
    issuer.map(|issuer| issuer.key).ok_or_else(|| "the archive has findings: verify it first".to_owned())
}

fn read_key(text: &str) -> Result<VerifierKey, String> {
    let from_file = text.parse::<VerifierKey>().is_err() && Path::new(text).is_file();
    let line = if from_file { std::fs::read_to_string(text).map_err(|e| format!("{text}: {e}"))? } else { text.into() };
    line.trim_end().parse().map_err(|error| format!("--key {text}: {error}"))
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))
}
