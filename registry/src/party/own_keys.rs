//! The register's own keys: the log's, which sign checkpoints, and the issuer's, which sign retirement statements.
//!
//! A key is in force from the entry that adopted it until the next is adopted. Places in the log decide, never dates:
//! the log key of a checkpoint is that in force at its last entry, the issuer of a statement that in force at the
//! retirement's.

use orebook_tlog::{Checkpoint, CheckpointError, NoteError, VerifierKey};

use crate::entry::Entry;
use crate::event::{Event, Founded, IssuerAdopted, LogKeyAdopted, PartyEvent};
use crate::instruction::{Issuer, KeyEnd};
use crate::refusal::Refusal;
use crate::values::PublicKey;

/// How long a key of the register is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tenure<K> {
    /// The entry that adopted it; 0, the founding.
    pub from: u64,
    /// The key.
    pub key: K,
    /// Why another followed it, and in which entry.
    pub ended: Option<(KeyEnd, u64)>,
}

/// The log's verifier keys and the issuers, each oldest first; none before the founding.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnKeys {
    log: Vec<Tenure<String>>,
    issuers: Vec<Tenure<Issuer>>,
}

impl OwnKeys {
    pub(crate) fn founded(founded: &Founded) -> Self {
        let log = vec![Tenure { from: 0, key: founded.log_key.clone(), ended: None }];
        Self { log, issuers: vec![Tenure { from: 0, key: founded.issuer.clone(), ended: None }] }
    }

    /// The log's verifier keys, oldest first.
    pub fn log(&self) -> &[Tenure<String>] {
        &self.log
    }

    /// The issuers, oldest first.
    pub fn issuers(&self) -> &[Tenure<Issuer>] {
        &self.issuers
    }

    /// The verifier key whose signature a checkpoint over so many entries needs.
    pub fn log_key_at(&self, size: u64) -> Option<&str> {
        self.log.iter().rev().find(|held| held.from < size).map(|held| held.key.as_str())
    }

    /// The checkpoint in a note that is signed by the log key in force at its size.
    pub fn open_checkpoint(&self, note: &str) -> Result<Checkpoint, CheckpointError> {
        let stated = Checkpoint::stated(note)?;
        let key: Option<VerifierKey> = self.log_key_at(stated.size).and_then(|key| key.parse().ok());
        Checkpoint::open(note, &key.ok_or(NoteError::NotSigned)?)
    }

    /// Who issues the statement of a retirement in this entry.
    pub fn issuer_at(&self, sequence: u64) -> Option<&Issuer> {
        self.issuers.iter().rev().find(|held| held.from < sequence).map(|held| &held.key)
    }

    /// Refuses a key that was ever used here.
    pub(crate) fn require_new(&self, key: &PublicKey) -> Result<(), Refusal> {
        let of_log = self.log.iter().filter_map(|held| held.key.parse::<VerifierKey>().ok());
        let used = of_log.map(|log| *log.as_bytes()).any(|bytes| bytes == *key.as_bytes());
        match used || self.issuers.iter().any(|held| held.key.key == *key) {
            true => Err(Refusal::RegistryKeyMustBeNew {}),
            false => Ok(()),
        }
    }

    /// Learns what an entry of the log says of the register's keys. The entries are given in the order of the log; what
    /// says nothing of keys may be left out.
    pub fn learn(&mut self, entry: &[u8]) -> Result<(), serde_json::Error> {
        const WORDS: [&str; 3] = ["\"founded\"", "\"issuer_adopted\"", "\"log_key_adopted\""];
        if !std::str::from_utf8(entry).is_ok_and(|text| WORDS.iter().any(|word| text.contains(word))) {
            return Ok(());
        }
        let entry = Entry::parse(entry)?;
        for event in &entry.events {
            match event {
                Event::Party(PartyEvent::Founded(e)) if entry.sequence.0 == 0 => *self = Self::founded(e),
                Event::Party(PartyEvent::IssuerAdopted(e)) => self.adopt_issuer(e, entry.sequence.0),
                Event::Party(PartyEvent::LogKeyAdopted(e)) => self.adopt_log_key(e, entry.sequence.0),
                _ => {}
            }
        }
        Ok(())
    }

    pub(crate) fn adopt_issuer(&mut self, event: &IssuerAdopted, sequence: u64) {
        follow(&mut self.issuers, event.issuer.clone(), event.previous, sequence);
    }

    pub(crate) fn adopt_log_key(&mut self, event: &LogKeyAdopted, sequence: u64) {
        follow(&mut self.log, event.log_key.clone(), event.previous, sequence);
    }
}

fn follow<K>(held: &mut Vec<Tenure<K>>, key: K, previous: KeyEnd, sequence: u64) {
    if let Some(last) = held.last_mut() {
        last.ended = Some((previous, sequence));
    }
    held.push(Tenure { from: sequence, key, ended: None });
}
