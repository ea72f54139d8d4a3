//! A small log with all the journey's verbs, built with real signatures, and archives of it that an attacker made.

#![allow(dead_code, reason = "each test program uses a part of it")]

pub mod forge;
pub mod story;

use std::path::Path;

use orebook_document::{SecretKey, sign};
use orebook_registry::instruction::*;
use orebook_registry::values::*;
use orebook_registry::{Outcome, Registry};
use orebook_tlog::{Checkpoint, NoteSigner, VerifierKey};
use orebook_verifier::archive::{Reader, Writer};
use orebook_verifier::{Options, Report, verify_with};

pub const ORIGIN: &str = "orebook.example/log";

/// Parses any value.
pub fn v<T: std::str::FromStr>(text: &str) -> T
where
    T::Err: std::fmt::Debug,
{
    text.parse().unwrap()
}

pub fn money(amount: &str) -> Money {
    Money::parse(amount, v("USD")).unwrap()
}

pub fn secret(number: u8) -> SecretKey {
    SecretKey::from_seed([number; 32])
}

pub fn log_signer() -> NoteSigner {
    NoteSigner::new(ORIGIN, [200; 32]).unwrap()
}

pub fn log_key() -> VerifierKey {
    log_signer().verifier_key().clone()
}

/// A register and the log it writes.
pub struct Log {
    pub registry: Registry,
    pub entries: Vec<Vec<u8>>,
    pub now: Timestamp,
    pub ids: u64,
}

impl Log {
    pub fn new(now: &str) -> Log {
        Log { registry: Registry::new(), entries: Vec::new(), now: v(now), ids: 0 }
    }

    pub fn unsigned(&mut self, organisation: OrganisationId, act: Act) -> Instruction {
        self.ids += 1;
        let ms = u64::try_from(self.now.ms()).unwrap();
        let mut random = [0; 10];
        random[2..].copy_from_slice(&self.ids.to_be_bytes());
        let uuid = uuid::Builder::from_unix_timestamp_millis(ms, &random).into_uuid();
        Instruction {
            context: vec![CONTEXT.to_owned()],
            act,
            expires: Seconds::from_unix(self.now.seconds() + 600).unwrap(),
            id: InstructionId::from_uuid(uuid).unwrap(),
            organisation,
            proof: None,
            registry: ORIGIN.to_owned(),
            kind: InstructionType::Instruction,
        }
    }

    pub fn signed(&mut self, organisation: OrganisationId, key: u8, act: Act) -> Vec<u8> {
        let unsigned = self.unsigned(organisation, act);
        let signed = sign(unsigned, &secret(key), Seconds::from_unix(self.now.seconds()).unwrap());
        orebook_document::canonical(&signed).unwrap()
    }

    /// Submits, which must be accepted; answers the id with that prefix in the instruction's own entries.
    pub fn submit(&mut self, organisation: OrganisationId, key: u8, act: Act) -> usize {
        let bytes = self.signed(organisation, key, act);
        let opened = orebook_document::read::<Instruction>(&bytes, LENGTH_MAX).unwrap().verify().unwrap();
        let clock = self.registry.advance(self.now).unwrap();
        let outcome = if self.registry.founding().is_none() {
            self.registry.found(&opened)
        } else {
            self.registry.submit(self.now, &opened)
        };
        let Ok(Outcome::Accepted(entries)) = outcome else { panic!("{outcome:?}") };
        self.entries.extend(clock.into_iter().map(|entry| entry.bytes));
        let first = self.entries.len();
        self.entries.extend(entries.into_iter().map(|entry| entry.bytes));
        self.now = self.now.plus_seconds(7);
        first
    }

    /// The first id of a kind in the entries from `first` on.
    pub fn id<T: std::str::FromStr>(&self, first: usize, prefix: &str) -> T
    where
        T::Err: std::fmt::Debug,
    {
        let events = self.entries[first..].iter().map(|entry| {
            let value: serde_json::Value = serde_json::from_slice(entry).unwrap();
            value["events"].to_string()
        });
        let text = events.collect::<String>();
        let at = text.find(&format!("\"{prefix}_")).unwrap() + 1;
        v(&text[at..at + 30])
    }
}

/// Writes an archive of these entries, signed as an operator would.
pub fn write_archive(dir: &Path, entries: &[Vec<u8>], signer: &NoteSigner) {
    let mut writer = Writer::create(dir).unwrap();
    entries.iter().for_each(|entry| writer.push(entry).unwrap());
    let checkpoint =
        Checkpoint { origin: signer.verifier_key().name().to_owned(), size: writer.size(), root: writer.root() };
    writer.finish(signer.verifier_key(), &checkpoint.sign(signer).unwrap()).unwrap();
}

/// An archive of these entries with the log's true key, verified.
pub fn verified(entries: &[Vec<u8>]) -> Report {
    let dir = tempfile::tempdir().unwrap();
    write_archive(dir.path(), entries, &log_signer());
    verified_at(dir.path())
}

pub fn verified_at(dir: &Path) -> Report {
    let every = std::num::NonZeroU64::new(1).unwrap();
    let options = Options { invariants_every: every, ..Options::default() };
    verify_with(&Reader::open(dir).unwrap(), &log_key(), &options).unwrap()
}
