//! A retirement bundle: one file with all that is needed to check one retirement without asking anybody.
//!
//! ```text
//! {"checkpoint":"…","entries":[{"entry":"…","index":"0","proof":["…",…]},…],"log_key":"…","statement":"…",
//!  "type":"OrebookRetirementBundle","v":"1"}
//! ```
//! Canonical JSON. The statement carries the holder's signed instruction. The entries are, in the order of the log: the
//! founding, every adoption of a key of the registry, the retirement itself, and what else concerns it; each with the
//! proof that it stands in the log of the checkpoint. `log_key` is a convenience and proves nothing.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use orebook_registry::entry::Entry;
use orebook_registry::event::{CertificateEvent, ClaimEvent, Event, Number, PartyEvent};
use orebook_registry::party::OwnKeys;
use orebook_registry::values::{RetirementId, Timestamp};
use orebook_tlog::{Checkpoint, Hash, TlogProof, VerifierKey, leaf_hash, verify_inclusion};
use serde::{Deserialize, Serialize};

use crate::statement::{self, Checks, Issuers, Materials, NoStatement};

/// Longest bundle that is read.
pub const LENGTH_MAX: usize = 4 * 1024 * 1024;

/// A bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bundle {
    /// The signed note that all proofs lead to.
    pub checkpoint: String,
    /// In the order of the log.
    pub entries: Vec<ProvedEntry>,
    /// The log's verifier key, as whoever made the bundle says.
    pub log_key: String,
    /// Canonical bytes of the retirement statement.
    pub statement: String,
    /// Always [`Kind`].
    #[serde(rename = "type")]
    pub kind: Kind,
    /// Version of the form.
    pub v: Version,
}

/// What it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// The one kind.
    OrebookRetirementBundle,
}

/// Version of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Version {
    /// The first.
    #[serde(rename = "1")]
    One,
}

/// An entry and the proof that it is in the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProvedEntry {
    /// Its exact bytes.
    pub entry: String,
    /// Its place in the log.
    pub index: Number,
    /// The inclusion proof, the leaf's sibling first, each hash in base64.
    pub proof: Vec<String>,
}

/// Why a file is no bundle: nothing can be said about it.
#[derive(Debug, thiserror::Error)]
pub enum NoBundle {
    /// More bytes than a bundle may have.
    #[error("the bundle has {length} bytes, the limit is {LENGTH_MAX}")]
    TooLong {
        /// Its bytes.
        length: usize,
    },
    /// Not of the form.
    #[error("this is not a bundle: {0}")]
    Form(#[from] serde_json::Error),
    /// The value is right, but these are not its canonical bytes.
    #[error("the bundle is not canonical JSON: it differs at offset {offset}")]
    NotCanonical {
        /// The first byte that differs.
        offset: usize,
    },
    /// Its statement is none.
    #[error(transparent)]
    Statement(#[from] NoStatement),
}

/// What was found about a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// The answers.
    pub checks: Checks,
    /// What else the log says of the retirement: a statement never changes, but it may be disputed.
    pub others: Vec<Other>,
}

/// Another entry of the bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Other {
    /// Its place in the log.
    pub index: u64,
    /// Its time.
    pub time: Timestamp,
    /// What it says, by name.
    pub events: Vec<&'static str>,
}

impl Bundle {
    /// Reads a bundle, in its one form.
    pub fn read(bytes: &[u8]) -> Result<Bundle, NoBundle> {
        if bytes.len() > LENGTH_MAX {
            return Err(NoBundle::TooLong { length: bytes.len() });
        }
        let bundle: Bundle = serde_json::from_slice(bytes)?;
        let written = bundle.to_bytes();
        if written != bytes {
            let same = written.iter().zip(bytes).take_while(|(written, read)| written == read);
            return Err(NoBundle::NotCanonical { offset: same.count() });
        }
        Ok(bundle)
    }

    /// Its canonical bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        orebook_document::canonical(self).unwrap_or_default()
    }

    /// Checks everything that a bundle can show against the log's key.
    pub fn check(&self, key: &VerifierKey) -> Result<Told, NoBundle> {
        let opened = Checkpoint::open(&self.checkpoint, key);
        let mut own = OwnKeys::default();
        let logged = opened.as_ref().map_err(|error| error.to_string()).and_then(|checkpoint| {
            if !self.entries.is_sorted_by(|one, next| one.index.0 < next.index.0) {
                return Err("they do not stand in the order of the log".to_owned());
            }
            self.entries.iter().try_for_each(|proved| {
                proved.check(checkpoint).and_then(|()| learn(&mut own, proved)).map_err(|error| proved.at(&error))
            })
        });
        let index = statement::log_index(self.statement.as_bytes())?;
        let entry = self.entries.iter().find(|proved| proved.index.0 == index);
        let proof = entry.map(|proved| proved.tlog_proof(&self.checkpoint).to_string());
        let materials = Materials {
            statement: self.statement.as_bytes(),
            key,
            proof: proof.as_deref(),
            issuer: Issuers::Logged(&own),
            log_keys: None,
            entry: entry.map(|proved| proved.entry.as_bytes()),
        };
        let of_statement = statement::check(materials)?;
        let mut checks = Checks(Vec::new());
        let text = |error: &dyn std::fmt::Display| error.to_string();
        checks.add("the checkpoint is signed by the log's key", opened.map(drop).map_err(|error| text(&error)));
        checks.add("every entry of the bundle stands in that log, at its place", logged);
        checks.add("the founding is there, and the log names the key", self.names(&own, key));
        let in_force = own.open_checkpoint(&self.checkpoint);
        checks.add("the log's key in force signed the checkpoint too", in_force.map(drop).map_err(|e| text(&e)));
        checks
            .add("the retirement's entry is there", entry.map(drop).ok_or_else(|| format!("entry {index} is missing")));
        checks.0.extend(of_statement.0);
        let id = statement::retirement_id(self.statement.as_bytes())?;
        checks.add(
            "every other entry changes a key of the register, or concerns this retirement",
            self.belong(index, id),
        );
        Ok(Told { checks, others: self.others(index) })
    }

    fn names(&self, own: &OwnKeys, key: &VerifierKey) -> Result<(), String> {
        self.entries.first().filter(|proved| proved.index.0 == 0).ok_or("entry 0 is missing")?;
        let given = key.to_string();
        for text in [given.as_str(), &self.log_key] {
            if !own.log().iter().any(|tenure| tenure.key == text) {
                return Err(format!("no entry names the log key {text}"));
            }
        }
        Ok(())
    }

    /// The entries but the founding and the retirement, as far as they can be read.
    fn besides(&self, index: u64) -> impl Iterator<Item = (u64, Entry<'_>)> {
        let besides = self.entries.iter().filter(move |proved| proved.index.0 != 0 && proved.index.0 != index);
        besides.filter_map(|proved| Some((proved.index.0, Entry::parse(proved.entry.as_bytes()).ok()?)))
    }

    fn belong(&self, index: u64, id: RetirementId) -> Result<(), String> {
        let stranger = self.besides(index).find(|(_, entry)| !entry.events.iter().any(|event| belongs(event, id)));
        stranger.map_or(Ok(()), |(index, _)| Err(format!("entry {index} has nothing to do with it")))
    }

    fn others(&self, index: u64) -> Vec<Other> {
        let names = |entry: &Entry<'_>| entry.events.iter().map(|event| event.name().1).collect();
        let other = |(index, entry): (u64, Entry<'_>)| Other { index, time: entry.time, events: names(&entry) };
        self.besides(index).map(other).collect()
    }
}

/// Whether an event belongs into the bundle of a retirement, besides its own.
fn belongs(event: &Event, id: RetirementId) -> bool {
    match event {
        Event::Party(event) => matches!(event, PartyEvent::IssuerAdopted(_) | PartyEvent::LogKeyAdopted(_)),
        Event::Certificate(event) => matches!(event, CertificateEvent::Withdrawn(_)),
        Event::Claim(ClaimEvent::ClaimCorrected(event)) => event.retirement == id,
        Event::Claim(ClaimEvent::FindingPublished(event)) => event.retirement == id,
        _ => false,
    }
}

fn learn(own: &mut OwnKeys, proved: &ProvedEntry) -> Result<(), String> {
    own.learn(proved.entry.as_bytes()).map_err(|error| error.to_string())
}

impl ProvedEntry {
    /// With its proof.
    pub fn new(index: u64, entry: String, hashes: &[Hash]) -> ProvedEntry {
        ProvedEntry { entry, index: Number(index), proof: hashes.iter().map(|hash| STANDARD.encode(hash)).collect() }
    }

    fn hashes(&self) -> Option<Vec<Hash>> {
        self.proof.iter().map(|hash| STANDARD.decode(hash).ok()?.try_into().ok()).collect()
    }

    fn tlog_proof(&self, checkpoint: &str) -> TlogProof {
        let hashes = self.hashes().unwrap_or_default();
        TlogProof { index: self.index.0, hashes, checkpoint: checkpoint.to_owned() }
    }

    fn check(&self, checkpoint: &Checkpoint) -> Result<(), String> {
        let hashes = self.hashes().ok_or("its proof is not hashes in base64")?;
        let leaf = leaf_hash(self.entry.as_bytes());
        verify_inclusion(&leaf, self.index.0, checkpoint.size, &hashes, &checkpoint.root)
            .map_err(|error| error.to_string())?;
        let entry = Entry::parse(self.entry.as_bytes()).map_err(|error| error.to_string())?;
        match entry.sequence == self.index {
            true => Ok(()),
            false => Err(format!("it says it is entry {}", entry.sequence)),
        }
    }

    fn at(&self, error: &str) -> String {
        format!("entry {}: {error}", self.index)
    }
}
