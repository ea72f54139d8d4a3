//! `orebook-verify ARCHIVE`: a whole log.

use std::path::PathBuf;

use clap::Args;
use orebook_tlog::{VerifierKey, WitnessKey};
use orebook_verifier::archive::Reader;
use orebook_verifier::memory::{Memory, MemoryError};
use orebook_verifier::{Options, Progress, Report, Witnesses, verify_telling};

use crate::progress::Bar;
use crate::{print, read_key, read_log_key, read_text, state_directory};

/// Entries after which it is remembered how far the program has come.
const REMEMBER_EVERY: u64 = 50_000;

#[derive(Args)]
pub struct ArchiveArgs {
    /// The archive: a directory with vkey, checkpoint and tile/.
    archive: PathBuf,
    /// The log's verifier key, or a file that holds it. Have it from somewhere else than the archive.
    #[arg(long, value_name = "VKEY")]
    key: String,
    /// A checkpoint that was seen before: the log must be a continuation of it. May be repeated.
    #[arg(long, value_name = "CHECKPOINT")]
    since: Vec<PathBuf>,
    /// A witness's verifier key, or a file that holds it: it must have cosigned the checkpoint. May be repeated.
    #[arg(long, value_name = "VKEY")]
    witness: Vec<String>,
    /// How many of the witnesses suffice [default: all]
    #[arg(long, value_name = "N", requires = "witness")]
    quorum: Option<usize>,
    /// Where to remember what was seen [default: ~/.local/state/orebook-verify]
    #[arg(long, env = "OREBOOK_VERIFY_MEMORY", value_name = "DIR")]
    memory: Option<PathBuf>,
    /// Neither look at what was remembered nor remember anything.
    #[arg(long, conflicts_with = "memory")]
    no_memory: bool,
    /// Decide all entries again, also those that were verified before.
    #[arg(long)]
    afresh: bool,
    /// Print the report as JSON.
    #[arg(long)]
    json: bool,
    /// Compute the invariants from scratch after every N entries, not only at the end.
    #[arg(long, value_name = "N")]
    invariants_every: Option<std::num::NonZeroU64>,
}

/// Whether the archive is clean.
pub fn verify(args: &ArchiveArgs) -> Result<bool, String> {
    let key = read_log_key(&args.key)?;
    let reader = Reader::open(&args.archive).map_err(|error| error.to_string())?;
    let memory = memory(args, &key);
    let options = options(args, memory.as_ref())?;
    let report = run(&reader, &key, &options, memory.as_ref())?;
    if args.json {
        print::json(&report)?
    } else {
        print::report(&report)
    }
    if let Some(memory) = memory.filter(|_| report.is_clean()) {
        warn_of(memory.keep_checkpoint(reader.note()));
    }
    Ok(report.is_clean())
}

fn memory(args: &ArchiveArgs, key: &VerifierKey) -> Option<Memory> {
    let directory = if args.no_memory { None } else { args.memory.clone().or_else(state_directory) };
    directory.map(|directory| Memory::of(&directory, key.name()))
}

fn options(args: &ArchiveArgs, memory: Option<&Memory>) -> Result<Options, String> {
    let default = Options::default();
    let mut older = args.since.iter().map(|path| read_text(path)).collect::<Result<Vec<_>, _>>()?;
    let (mut verified, text) = (None, |error: MemoryError| error.to_string());
    if let Some(memory) = memory {
        older.extend(memory.checkpoint().map_err(text)?);
        verified = memory.verified().map_err(text)?.filter(|_| !args.afresh);
    }
    let read = |text: &String| read_key("--witness", text);
    let keys = args.witness.iter().map(read).collect::<Result<Vec<WitnessKey>, _>>()?;
    if (1..keys.len()).any(|n| keys[n..].contains(&keys[n - 1])) {
        return Err("--witness: each witness is given once".to_owned());
    }
    let quorum = args.quorum.unwrap_or(keys.len());
    if quorum > keys.len() {
        return Err(format!("--quorum {quorum}: {} witnesses were given", keys.len()));
    }
    Ok(Options {
        invariants_every: args.invariants_every.unwrap_or(default.invariants_every),
        older,
        verified,
        witnesses: Witnesses { keys, quorum },
        ..default
    })
}

/// Verifies, tells how far it has come, and remembers it, so that an interrupted run can be taken up.
fn run(reader: &Reader, key: &VerifierKey, options: &Options, memory: Option<&Memory>) -> Result<Report, String> {
    let mut bar = Bar::of(reader.stated().size);
    let known = memory.and_then(|memory| memory.verified().ok().flatten());
    let mut remembered = known.map_or(0, |verified| verified.size);
    let report = verify_telling(reader, key, options, |progress: Progress| {
        bar.tell(&progress);
        let due = progress.done == progress.size || progress.done >= remembered + REMEMBER_EVERY;
        let (Some(memory), Some(verified), true) = (memory, progress.verified, due) else { return };
        // Of a log that is shorter than what was seen, what was remembered stays.
        if verified.size > remembered {
            remembered = verified.size;
            warn_of(memory.keep_verified(verified));
        }
    });
    report.map_err(|error| error.to_string())
}

/// What cannot be remembered changes no verdict.
fn warn_of(kept: Result<(), MemoryError>) {
    if let Err(error) = kept {
        eprintln!("orebook-verify: {error}");
    }
}
