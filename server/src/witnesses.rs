//! Witnesses (c2sp.org/tlog-witness): outsiders who cosign a checkpoint only if it continues the last one they cosigned.
//! A log that shows two histories needs their help to do so.
//!
//! ```text
//! newest checkpoint ──▶ each witness: old size, consistency proof, note ──▶ cosignature lines ──▶ kept beside the log
//!                             ◀── 409 and the size it knows
//! ```
//! They are asked in the background, seldom, and all at once: an instruction is acknowledged without waiting for anybody.

pub mod settings;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use orebook_store::{CosignedRow, Reader};
use orebook_tlog::{AddCheckpoint, Checkpoint};
use parking_lot::RwLock;

use crate::app::Shared;
use crate::guard::keep_file;
use crate::http;
use crate::rounds::Rounds;
use crate::sequencer::Published;

use settings::{Settings, Witness};

/// A witness that does not answer within this time is asked again with the next checkpoint.
const PATIENCE: Duration = Duration::from_secs(10);

/// Seconds since 1970 at which no cosignature is made any more: what comes later is no time.
const YEAR_2200: u64 = 7_258_118_400;

/// Longest answer that is read.
const ANSWER_MAX: u64 = 16_384;

/// What is known of the witnesses.
#[derive(Debug, Default)]
pub struct Cosigned {
    newest: RwLock<Option<Published>>,
    states: RwLock<BTreeMap<String, State>>,
}

/// How it stands with one witness.
#[derive(Debug, Clone, Default)]
pub struct State {
    /// Entries of the last checkpoint that it cosigned.
    pub size: u64,
    /// When it did, in seconds since 1970, as it says.
    pub time: Option<u64>,
    /// What it answered the last time, when that was no cosignature.
    pub failure: Option<String>,
}

impl Cosigned {
    /// The newest checkpoint that so many witnesses have cosigned, with all cosignatures on it.
    pub fn newest(&self) -> Option<Published> {
        self.newest.read().clone()
    }

    /// How it stands with each witness, by name.
    pub fn states(&self) -> BTreeMap<String, State> {
        self.states.read().clone()
    }

    /// Takes up what was kept before this start.
    pub fn load(&self, reader: &Reader) {
        let kept = reader.read(|read| read.newest_cosigned()).ok().flatten();
        let stated = kept.and_then(|row| Some((Checkpoint::stated(&row.note).ok()?, row.note)));
        *self.newest.write() = stated.map(|(checkpoint, note)| Published { checkpoint, note });
    }
}

/// Starts to ask them. A checkpoint that enough witnesses cosigned is kept in the file `kept_at` as well, for the guard.
pub fn start(shared: Arc<Shared>, settings: Settings, kept_at: PathBuf) -> std::io::Result<Rounds> {
    let mut asked = None;
    Rounds::start("witnesses", move || {
        let newest = shared.sequencer.published().filter(|_| shared.sequencer.leads().is_ok());
        if let Some(newest) = newest.filter(|newest| asked != Some(newest.checkpoint.size)) {
            asked = round(&shared, &settings, &newest, &kept_at).then_some(newest.checkpoint.size);
        }
        settings.every
    })
}

/// A cosignature line and its time.
type Line = (String, u64);

/// Asks all witnesses to cosign one checkpoint; answers whether all did.
fn round(shared: &Shared, settings: &Settings, newest: &Published, kept_at: &std::path::Path) -> bool {
    let answers: Vec<(&Witness, Result<Line, String>)> = std::thread::scope(|scope| {
        let ask = |witness| (witness, scope.spawn(move || ask(shared, witness, newest)));
        let asked: Vec<_> = settings.witnesses.iter().map(ask).collect();
        let failed = || Err("the question failed".to_owned());
        asked.into_iter().map(|(witness, thread)| (witness, thread.join().unwrap_or_else(|_| failed()))).collect()
    });
    let (mut note, mut cosigned) = (newest.note.clone(), 0);
    for (witness, answer) in answers {
        let mut states = shared.cosigned.states.write();
        let state = states.entry(witness.key.name().to_owned()).or_default();
        match answer {
            Ok((line, time)) => {
                note.push_str(&line);
                cosigned += 1;
                *state = State { size: newest.checkpoint.size, time: Some(time), failure: None };
            }
            Err(failure) => {
                tracing::warn!(witness = witness.key.name(), %failure, "a witness did not cosign");
                state.failure = Some(failure);
            }
        }
    }
    if cosigned >= settings.quorum {
        keep(shared, Published { checkpoint: newest.checkpoint.clone(), note }, kept_at);
    }
    cosigned == settings.witnesses.len()
}

fn keep(shared: &Shared, published: Published, kept_at: &std::path::Path) {
    let size = i64::try_from(published.checkpoint.size).unwrap_or(i64::MAX);
    let row = CosignedRow { size, note: published.note.clone() };
    if let Err(error) = shared.letters.keep_cosigned(&row) {
        tracing::warn!(%error, "a cosigned checkpoint could not be kept");
    }
    if let Err(error) = keep_file(kept_at, &published.note) {
        tracing::warn!(%error, path = %kept_at.display(), "a cosigned checkpoint could not be kept");
    }
    *shared.cosigned.newest.write() = Some(published);
}

/// Asks one witness. It may know another size than is thought here: then once more from there.
fn ask(shared: &Shared, witness: &Witness, newest: &Published) -> Result<Line, String> {
    let name = witness.key.name();
    let size = newest.checkpoint.size;
    let mut old = shared.cosigned.states.read().get(name).map_or(0, |state| state.size);
    for _ in 0..2 {
        let proof = orebook_tlog::consistency_proof(&shared.tiles(), old, size);
        let proof = proof.map_err(|error| error.to_string())?;
        let request = AddCheckpoint { old, proof, checkpoint: newest.note.clone() };
        let (status, answer) =
            http::post_text(&format!("{}/add-checkpoint", witness.url), request.to_string(), PATIENCE, ANSWER_MAX)?;
        match status {
            200 => {
                let cosignature = witness.key.answered(&newest.note, &answer).map_err(|error| error.to_string())?;
                if cosignature.time >= YEAR_2200 {
                    return Err("its cosignature is of a time after the year 2199".to_owned());
                }
                return Ok((witness.key.line(&cosignature), cosignature.time));
            }
            409 => {
                let known: u64 = answer.trim_end().parse().map_err(|_| "it answered 409 without a size".to_owned())?;
                if known > size {
                    return Err(format!(
                        "it has cosigned {known} entries of this log, which has {size}: the database may be an old copy"
                    ));
                }
                if known == old {
                    return Err(format!("it has cosigned {known} entries of another history: stop, and compare"));
                }
                old = known;
            }
            422 => {
                return Err(format!(
                    "it has cosigned {old} entries that this log does not continue: stop, and compare"
                ));
            }
            status => return Err(format!("it answered {status}: {}", one_line(&answer))),
        }
    }
    Err("it knows yet another size each time".to_owned())
}

/// What a stranger said, as one short line.
fn one_line(text: &str) -> String {
    const LONGEST: usize = 200;
    text.trim_end().chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST).collect()
}
