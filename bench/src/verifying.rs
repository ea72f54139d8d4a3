//! S10: verifying a whole log offline, beside nothing but its signature checks on as many cores; verifying again what
//! was verified before, beside parsing, writing and hashing the same bytes; the time and memory it takes with a longer
//! log; and making a proof from the tiles of a long log.
//!
//! The log is bids that are placed and taken back, a second apart: what the register holds stays the same, so what grows
//! with the log is the verifier's own.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use orebook_document::{Unverified, canonical, read};
use orebook_registry::instruction::{Act, CancelOrder, Instruction, LENGTH_MAX};
use orebook_registry::{Entry, Outcome as Fate};
use orebook_tests::scenario::open;
use orebook_tlog::{Checkpoint, NoteSigner, VerifierKey, leaf_hash};
use orebook_verifier::archive::{Reader, Writer};
use orebook_verifier::{Options, Verified, verify_with};

use crate::figure::{Figure, Pair, Settings, median};
use crate::growth::placed;
use crate::proofs;
use crate::stage::Stage;
use crate::{Outcome, words};

const SHORT: u64 = 100_000;

/// Measures and prints S10, and PROOF from the files of an archive.
///
/// # Errors
/// A log cannot be written, or something is found in it.
pub fn run(settings: &Settings) -> Outcome<()> {
    let directory = tempfile::tempdir().map_err(words)?;
    let (short, long) = (directory.path().join("short"), directory.path().join("long"));
    let key = write_log(settings.seed, SHORT, &short)?;
    times(settings, &short, &key)?;
    for size in settings.sizes()?.into_iter().filter(|size| *size > SHORT) {
        write_log(settings.seed, size, &long)?;
        beside(settings, &short, &long, &key)?;
        let reader = Reader::open(&long).map_err(words)?;
        proofs::timed(settings, &reader, reader.stated().size, "the files of an archive", "none")?;
        std::fs::remove_dir_all(&long).map_err(words)?;
    }
    Ok(())
}

/// A log of at least so many entries, as an archive.
fn write_log(seed: u64, size: u64, out: &Path) -> Outcome<VerifierKey> {
    let mut stage = Stage::new(seed);
    let (mut registry, mut now) = (stage.registry(), stage.now());
    let mut writer = Writer::create(out).map_err(words)?;
    stage.entries().iter().try_for_each(|entry| writer.push(entry)).map_err(words)?;
    let mut open_order = None;
    while writer.size() < size {
        now = now.plus_seconds(1);
        stage.sign_at(now);
        let bytes = match open_order.take() {
            None => stage.bids(1).remove(0),
            Some((owner, order)) => stage.signed(owner, Act::CancelOrder(CancelOrder { order })),
        };
        let mut entries = registry.advance(now).map_err(words)?;
        match registry.submit(now, &open(&bytes)).map_err(words)? {
            Fate::Accepted(accepted) => {
                let order = placed(&accepted).next();
                open_order = order.and_then(|id| Some((registry.markets.order(id)?.owner, id)));
                entries.extend(accepted);
            }
            other => return Err(format!("{other:?}")),
        }
        entries.iter().try_for_each(|entry| writer.push(&entry.bytes)).map_err(words)?;
    }
    let signer: NoteSigner = stage.log_key()?;
    let origin = signer.verifier_key().name().to_owned();
    let note = Checkpoint { origin, size: writer.size(), root: writer.root() }.sign(&signer).map_err(words)?;
    writer.finish(signer.verifier_key(), &note).map_err(words)?;
    Ok(signer.verifier_key().clone())
}

fn times(settings: &Settings, archive: &Path, key: &VerifierKey) -> Outcome<()> {
    let reader = Reader::open(archive).map_err(words)?;
    let entries: Vec<Vec<u8>> = reader.entries().collect();
    let (size, root) = (reader.stated().size, reader.stated().root);
    let again = Options { verified: Some(Verified { size, root }), ..Options::default() };
    let (cores, one) = (again.threads, NonZeroUsize::MIN);
    let (mut whole, mut single, mut known) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..settings.rounds {
        let ours = verified_in(&reader, key, &Options::default(), entries.len())?;
        whole.push(Pair { ours, baseline: signatures_in(&entries, cores)? });
        let [_, _, ours] = taken_by(Command::new("taskset").args(["--cpu-list", "0"]).arg(myself()?), archive, key)?;
        single.push(Pair { ours, baseline: signatures_in(&entries, one)? });
        let ours = verified_in(&reader, key, &again, entries.len())?;
        known.push(Pair { ours, baseline: reading_in(&entries)? });
    }
    let what = |text: &str| format!("{text}, {} entries, of which half are bids and half cancellations", entries.len());
    settings.print(&Figure {
        what: what(&format!("verifying a log / its bare signature checks, on {cores} cores")),
        reach: "<= 1700",
        ..Figure::of("S10", "ns", &whole)
    })?;
    // One core does all of it; its signature checks are taken off, and beside the rest stands the plain reading.
    let reading = median(known.iter().map(|pair| pair.baseline).collect());
    let rest = |pair: &Pair| Pair { ours: pair.ours.saturating_sub(pair.baseline), baseline: reading };
    settings.print(&Figure {
        what: what("verifying a log on one core, less its bare signature checks / typed parse, JCS and leaf hash"),
        reach: "<= 1500",
        ..Figure::of("S10", "ns", &single.iter().map(rest).collect::<Vec<_>>())
    })?;
    settings.print(&Figure {
        what: what("verifying what was verified before / typed parse, JCS and leaf hash on one core"),
        reach: "<= 1500",
        ..Figure::of("S10", "ns", &known)
    })
}

/// Nanoseconds an entry.
fn each(start: Instant, entries: usize) -> u64 {
    u64::try_from(start.elapsed().as_nanos() / entries.max(1) as u128).unwrap_or(u64::MAX)
}

fn verified_in(reader: &Reader, key: &VerifierKey, options: &Options, entries: usize) -> Outcome<u64> {
    let start = Instant::now();
    let report = verify_with(reader, key, options).map_err(words)?;
    if !report.is_clean() {
        return Err(format!("S10: {:?}", report.findings));
    }
    Ok(each(start, entries))
}

fn signatures_in(entries: &[Vec<u8>], threads: NonZeroUsize) -> Outcome<u64> {
    let read_one = |entry: &Vec<u8>| -> Option<Unverified<Instruction>> {
        let raw = Entry::parse(entry).ok()?.instruction?;
        read(raw.get().as_bytes(), LENGTH_MAX).ok()
    };
    let mut unverified: Vec<_> = entries.iter().filter_map(read_one).collect();
    let share = unverified.len().div_ceil(threads.get());
    let mut parts = Vec::new();
    while !unverified.is_empty() {
        parts.push(unverified.split_off(unverified.len().saturating_sub(share)));
    }
    let check = |part: Vec<Unverified<Instruction>>| part.into_iter().filter_map(|u| u.verify().err()).count();
    let start = Instant::now();
    let wrong: usize = std::thread::scope(|scope| {
        let hands: Vec<_> = parts.into_iter().map(|part| scope.spawn(move || check(part))).collect();
        hands.into_iter().map(|hand| hand.join().unwrap_or(1)).sum()
    });
    let nanos = each(start, entries.len());
    if wrong == 0 { Ok(nanos) } else { Err(format!("S10: {wrong} signatures are wrong")) }
}

fn reading_in(entries: &[Vec<u8>]) -> Outcome<u64> {
    let start = Instant::now();
    for entry in entries {
        let parsed = Entry::parse(entry).map_err(words)?;
        let events = canonical(&parsed.events).map_err(words)?;
        let instruction = parsed.instruction.map(|raw| read::<Instruction>(raw.get().as_bytes(), LENGTH_MAX));
        std::hint::black_box((events, instruction.transpose().map_err(words)?, leaf_hash(entry)));
    }
    Ok(each(start, entries.len()))
}

/// What verifying takes with a longer log, each time in a process of its own.
fn beside(settings: &Settings, short: &Path, long: &Path, key: &VerifierKey) -> Outcome<()> {
    let (mut memory, mut time, mut sizes) = (Vec::new(), Vec::new(), [0; 2]);
    for _ in 0..2 {
        let [ours_size, ours_bytes, ours_ns] = taken_by(&mut Command::new(myself()?), long, key)?;
        let [size, bytes, ns] = taken_by(&mut Command::new(myself()?), short, key)?;
        sizes = [ours_size, size];
        memory.push(Pair { ours: ours_bytes, baseline: bytes });
        time.push(Pair { ours: ours_ns, baseline: ns });
    }
    let [long, short] = sizes;
    settings.print(&Figure {
        what: format!("most memory while verifying {long} entries / {short}"),
        reach: "<= 1200",
        ..Figure::of("S10", "bytes", &memory)
    })?;
    settings.print(&Figure {
        what: format!("verifying an entry of {long} / of {short}"),
        reach: "<= 1200",
        ..Figure::of("S10", "ns", &time)
    })
}

fn myself() -> Outcome<PathBuf> {
    std::env::current_exe().map_err(words)
}

/// Entries, bytes at the most, nanoseconds an entry: of this program, verifying in a process of its own.
fn taken_by(program: &mut Command, archive: &Path, key: &VerifierKey) -> Outcome<[u64; 3]> {
    let output = program.arg(VERIFY).arg(archive).arg(key.to_string()).output().map_err(words)?;
    let told = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<u64> = told.split_whitespace().filter_map(|number| number.parse().ok()).collect();
    numbers.try_into().map_err(|_| format!("{told}{}", String::from_utf8_lossy(&output.stderr)))
}

/// What `bench` is called with by itself, to verify an archive and tell what that took.
pub const VERIFY: &str = "--verify";

/// Verifies, and prints the entries, the most memory that the process held, and nanoseconds an entry.
///
/// # Errors
/// Something is found.
pub fn verify_and_tell(archive: &Path, key: &str) -> Outcome<()> {
    let key: VerifierKey = key.parse().map_err(words)?;
    let reader = Reader::open(archive).map_err(words)?;
    let size = reader.stated().size;
    let nanos = verified_in(&reader, &key, &Options::default(), usize::try_from(size).map_err(words)?)?;
    println!("{size} {} {nanos}", crate::resident::peak()?);
    Ok(())
}
