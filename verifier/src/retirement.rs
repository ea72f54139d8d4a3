//! `orebook-verify statement FILE`: one retirement.

use std::path::{Path, PathBuf};

use clap::Args;
use orebook_registry::party::OwnKeys;
use orebook_tlog::{TlogProof, VerifierKey};
use orebook_verifier::archive::Reader;
use orebook_verifier::bundle::Bundle;
use orebook_verifier::statement::{self, Issuers, Materials};
use orebook_verifier::{Options, rule, verify_with};

use crate::{print, read_bytes, read_log_key, read_text};

#[derive(Args)]
pub struct StatementArgs {
    /// The statement, or the bundle.
    file: PathBuf,
    /// The log's verifier key, or a file that holds it.
    #[arg(long, value_name = "VKEY")]
    key: String,
    /// The file is a bundle: statement, entries, proofs and checkpoint in one.
    #[arg(long, conflicts_with_all = ["proof", "entry", "issuer", "archive"])]
    bundle: bool,
    /// The proof served beside the statement (c2sp.org/tlog-proof).
    #[arg(long, value_name = "FILE")]
    proof: Option<PathBuf>,
    /// The bytes of the retirement's entry.
    #[arg(long, value_name = "FILE")]
    entry: Option<PathBuf>,
    /// The registry's issuer key: did:key:z6Mk…
    #[arg(long, value_name = "DID", conflicts_with = "archive")]
    issuer: Option<String>,
    /// Verify this archive and take the keys of issuer and log from its entries.
    #[arg(long, value_name = "DIR")]
    archive: Option<PathBuf>,
    /// Print the answers as JSON.
    #[arg(long)]
    json: bool,
}

/// Whether nothing about the statement is false.
pub fn check(args: &StatementArgs) -> Result<bool, String> {
    let key = read_log_key(&args.key)?;
    match args.bundle {
        true => check_bundle(args, &key),
        false => check_statement(args, &key),
    }
}

fn check_bundle(args: &StatementArgs, key: &VerifierKey) -> Result<bool, String> {
    let bundle = Bundle::read(&read_bytes(&args.file)?).map_err(|error| error.to_string())?;
    let told = bundle.check(key).map_err(|error| error.to_string())?;
    if args.json {
        print::json(&told)?
    } else {
        print::bundle(&told)
    }
    Ok(told.checks.is_clean())
}

fn check_statement(args: &StatementArgs, key: &VerifierKey) -> Result<bool, String> {
    let statement = read_bytes(&args.file)?;
    let proof = args.proof.as_deref().map(read_text).transpose()?;
    let entry = args.entry.as_deref().map(read_bytes).transpose()?;
    let log = args.archive.as_deref().map(|archive| Log::verified(archive, key, proof.as_deref())).transpose()?;
    let own = log.as_ref().map(|log| &log.own_keys);
    let issuer = match (&args.issuer, own) {
        (Some(issuer), _) => Issuers::Key(issuer.parse().map_err(|error| format!("--issuer: {error}"))?),
        (None, Some(own)) => Issuers::Logged(own),
        (None, None) => Issuers::Unknown,
    };
    let (proof, entry) = (proof.as_deref(), entry.as_deref());
    let materials = Materials { statement: &statement, key, proof, issuer, log_keys: own, entry };
    let mut checks = statement::check(materials).map_err(|error| error.to_string())?;
    if let Some(log) = log.filter(|_| proof.is_some()) {
        checks.add("the proof is of the archive's own log", log.proof);
    }
    if args.json {
        print::json(&checks)?
    } else {
        print::checks(&checks)
    }
    Ok(checks.is_clean())
}

/// A log in which nothing was found.
struct Log {
    /// The keys that it names.
    own_keys: OwnKeys,
    /// Whether a proof's checkpoint is one of its own. A thief signs an old size as easily as any date, so its
    /// signature alone does not tell.
    proof: Result<(), String>,
}

impl Log {
    fn verified(archive: &Path, key: &VerifierKey, proof: Option<&str>) -> Result<Log, String> {
        let reader = Reader::open(archive).map_err(|error| error.to_string())?;
        let checkpoint = proof.and_then(|proof| proof.parse::<TlogProof>().ok()).map(|proof| proof.checkpoint);
        let options = Options { older: checkpoint.into_iter().collect(), ..Options::default() };
        let report = verify_with(&reader, key, &options).map_err(|error| error.to_string())?;
        let (grown, others): (Vec<_>, Vec<_>) = report.findings.iter().partition(|finding| finding.rule == rule::GROWS);
        if !others.is_empty() {
            return Err("the archive has findings: verify it first".to_owned());
        }
        let proof = grown.first().map_or(Ok(()), |finding| Err(finding.detail.clone()));
        Ok(Log { own_keys: report.own_keys, proof })
    }
}
