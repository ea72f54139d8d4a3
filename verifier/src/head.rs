//! What stands before any entry: the checkpoint, who signed it, and the checkpoints that were seen before.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use orebook_registry::instruction::KeyEnd;
use orebook_registry::party::OwnKeys;
use orebook_tlog::{Checkpoint, Hash, VerifierKey, WitnessKey};

use crate::archive::Reader;
use crate::report::{Finding, rule};
use crate::verify::{Options, Unusable};

/// Outside witnesses, so many of whom must have cosigned the checkpoint, or the one in the archive's file `witnessed`
/// (c2sp.org/tlog-cosignature).
#[derive(Debug, Clone, Default)]
pub struct Witnesses {
    /// Their keys.
    pub keys: Vec<WitnessKey>,
    /// How many of them.
    pub quorum: usize,
}

/// What was given before any entry is read.
pub(crate) struct Head {
    older: Vec<(Checkpoint, String)>,
    witnessed: Option<u64>,
    findings: Vec<Finding>,
}

impl Head {
    pub fn new(reader: &Reader, key: &VerifierKey, options: &Options) -> Result<Head, Unusable> {
        let mut findings = Vec::new();
        let unsigned = Checkpoint::open(reader.note(), key).err();
        findings.extend(unsigned.map(|error| Finding::general(rule::CHECKPOINT, error.to_string())));
        let read = |note: &String| Ok((Checkpoint::stated(note).map_err(Unusable::Older)?, note.clone()));
        let mut older = options.older.iter().map(read).collect::<Result<Vec<_>, Unusable>>()?;
        let mut witnessed = None;
        match cosigned(reader, &options.witnesses) {
            Ok(Cosigned::NotAsked) => {}
            Ok(Cosigned::Checkpoint) => witnessed = Some(reader.stated().size),
            Ok(Cosigned::Older(checkpoint, note)) => {
                witnessed = Some(checkpoint.size);
                // What the witnesses were shown must be of this log.
                older.push((checkpoint, note));
            }
            Err(finding) => findings.push(finding),
        }
        Ok(Head { older, witnessed, findings })
    }

    /// Whether the checkpoint is signed as it should be, as far as that can be said before any entry is read.
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }

    /// How many of the entries the witnesses have cosigned, if they were asked for.
    pub fn witnessed(&self) -> Option<u64> {
        self.witnessed
    }

    /// The sizes that were seen before, each with its root.
    pub fn roots(&self) -> impl Iterator<Item = (u64, Hash)> {
        self.older.iter().map(|(checkpoint, _)| (checkpoint.size, checkpoint.root))
    }

    /// What can be said of the checkpoint, now that it is known which keys the log names. Where the log was not read to
    /// its end, keys may be missing that it adopts later.
    pub fn findings(&self, reader: &Reader, key: &VerifierKey, own: &OwnKeys, whole: bool) -> Vec<Finding> {
        let mut findings = self.findings.clone();
        let named = |text: &str| own.log().iter().any(|tenure| tenure.key == text);
        let given = key.to_string();
        let file = reader.vkey().unwrap_or("missing or unreadable");
        if file != given && !named(file) {
            let detail = format!("the file vkey is {file}; the key given is {key}");
            findings.insert(0, Finding::general(rule::VKEY_FILE, detail));
        }
        let ended = own.log().iter().find(|tenure| tenure.key == given).and_then(|tenure| tenure.ended);
        if let (Some((end, entry)), Some(unsigned)) = (ended, findings.iter_mut().find(|f| f.rule == rule::CHECKPOINT))
        {
            let why = format!("; entry {entry} says that it is {end} and names the log's next key");
            unsigned.detail.push_str(&why);
        }
        let Some(first) = own.log().first() else { return findings };
        if whole && !named(&given) {
            let detail = format!("the register was founded with the log key {}; the key given is {key}", first.key);
            findings.push(Finding::at(0, rule::LOG_KEY, detail));
        }
        let in_force = own.log().last().filter(|last| last.key != given && named(&given));
        if let Some(in_force) = in_force
            && own.open_checkpoint(reader.note()).is_err()
        {
            let detail =
                format!("entry {} adopted the log key {}, which has not signed it", in_force.from, in_force.key);
            findings.push(Finding::general(rule::CHECKPOINT, detail));
        }
        findings
    }

    /// Whether the log is a continuation of every checkpoint that was seen before.
    pub fn older(&self, stated: &Checkpoint, own: &OwnKeys, roots: &BTreeMap<u64, Hash>) -> Vec<Finding> {
        self.older.iter().filter_map(|(older, note)| not_continued(older, note, stated, own, roots)).collect()
    }
}

fn not_continued(
    older: &Checkpoint,
    note: &str,
    stated: &Checkpoint,
    own: &OwnKeys,
    roots: &BTreeMap<u64, Hash>,
) -> Option<Finding> {
    let base64 = |root: &Hash| STANDARD.encode(root);
    let finding = |detail| Some(Finding::general(rule::GROWS, detail));
    if older.origin != stated.origin {
        return finding(format!("the checkpoint seen before is of the log {}", older.origin));
    }
    let Some(worth) = worth(own, note) else {
        return finding(format!("the checkpoint seen before, over {} entries, is not signed by this log", older.size));
    };
    if older.size > stated.size {
        let detail = format!("{} entries were signed before, this log has {}", older.size, stated.size);
        return finding(format!("{detail}: it was cut off, or is another history. {worth}"));
    }
    match roots.get(&older.size) {
        Some(root) if *root != older.root => finding(format!(
            "at {} entries it has the root {}, but {} was signed before: two histories were signed. {worth}",
            older.size,
            base64(root),
            base64(&older.root)
        )),
        _ => None,
    }
}

/// What a checkpoint seen before is worth against the log; nothing, if no key that the log names has signed it. Which
/// key was in force, a log with another history does not tell.
fn worth(own: &OwnKeys, note: &str) -> Option<String> {
    let opens = |key: &str| key.parse().is_ok_and(|key: VerifierKey| Checkpoint::open(note, &key).is_ok());
    let mut thief = None;
    for tenure in own.log().iter().filter(|tenure| opens(&tenure.key)) {
        match tenure.ended {
            Some((KeyEnd::Compromised, entry)) => thief = Some(entry),
            _ => return Some("Keep both checkpoints: they prove it".to_owned()),
        }
    }
    let entry = thief?;
    Some(format!("But its one signature is by a key that entry {entry} says is in wrong hands: that proves nothing"))
}

/// What so many of the witnesses have cosigned.
enum Cosigned {
    /// No witness was given.
    NotAsked,
    /// The archive's checkpoint.
    Checkpoint,
    /// The one that lies beside it, in the file `witnessed`.
    Older(Checkpoint, String),
}

fn cosigned(reader: &Reader, witnesses: &Witnesses) -> Result<Cosigned, Finding> {
    if witnesses.quorum == 0 {
        return Ok(Cosigned::NotAsked);
    }
    let Some(finding) = unwitnessed(reader.note(), witnesses) else { return Ok(Cosigned::Checkpoint) };
    let Some(note) = reader.witnessed() else { return Err(finding) };
    let detail = match (unwitnessed(note, witnesses), Checkpoint::stated(note)) {
        (None, Ok(checkpoint)) => return Ok(Cosigned::Older(checkpoint, note.to_owned())),
        (Some(finding), _) => format!("neither the checkpoint nor the file witnessed: {}", finding.detail),
        (None, Err(error)) => format!("the file witnessed is no checkpoint: {error}"),
    };
    Err(Finding::general(rule::WITNESSED, detail))
}

fn unwitnessed(note: &str, witnesses: &Witnesses) -> Option<Finding> {
    let missing: Vec<String> = witnesses
        .keys
        .iter()
        .filter_map(|key| Some(format!("{} ({})", key.name(), key.cosignature(note).err()?)))
        .collect();
    let signed = witnesses.keys.len() - missing.len();
    if signed >= witnesses.quorum {
        return None;
    }
    let detail = format!("{signed} of {} cosignatures: lacking {}", witnesses.quorum, missing.join(", "));
    Some(Finding::general(rule::WITNESSED, detail))
}
