//! Entries of the log: the exact bytes.
//!
//! ```text
//! {"cause":"instruction","events":[…],"instruction":{…},"sequence":"41","time":"2026-11-22T09:00:00.123Z","v":"1"}
//! {"blind":"…","cause":"continuation","events":[…],"of":"41","sequence":"42","time":"…","v":"1"}
//! ```
//! Members stand in JCS order already, so an entry is concatenated around the very bytes that were signed.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::event::{Event, Number, Visibility};
use crate::instruction::{Act, Digest, InstructionId};
use crate::money::Posting;
use crate::registry::Involved;
use crate::values::*;

/// Longest entry, in bytes: bundles count in sixteen bits.
pub const LENGTH_MAX: usize = 60_000;

codes! {
    /// Why an entry was written.
    Cause { Founding = "founding", Instruction = "instruction", Clock = "clock", Continuation = "continuation" }
}

/// An entry just decided, with what the tables need of it.
#[derive(Debug, Clone)]
pub struct NewEntry {
    /// Its 0-based place in the log.
    pub sequence: u64,
    /// When it was decided; a continuation repeats its cause's time.
    pub time: Timestamp,
    /// Why it was written.
    pub cause: Cause,
    /// The act's name, or the first event's, or `clock`.
    pub kind: &'static str,
    /// The exact bytes.
    pub bytes: Vec<u8>,
    /// What it says.
    pub events: Vec<Event>,
    /// What it moved, in order.
    pub postings: Vec<Posting>,
    /// Which blocks it brought to an end.
    pub ended: Vec<crate::credit::Ended>,
    /// The blocks that each of its trades delivered, lowest first.
    pub delivered: Vec<(TradeId, Vec<crate::credit::Range>)>,
    /// Whom it concerns.
    pub involved: Involved,
    /// Name and identity of its instruction.
    pub name: Option<EntryName>,
}

/// Name and identity of an entry's instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryName {
    /// Who asked.
    pub organisation: OrganisationId,
    /// The instruction's id.
    pub id: InstructionId,
    /// SHA-256 of the canonical instruction without proof.
    pub identity: Digest,
}

/// An entry read back, strictly.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry<'a> {
    /// Keeps the leaf hash of a members' continuation from being guessed.
    #[serde(default)]
    pub blind: Option<String>,
    /// Why it was written.
    pub cause: Cause,
    /// What it says.
    pub events: Vec<Event>,
    /// The signed instruction, as it was received.
    #[serde(default, borrow)]
    pub instruction: Option<&'a RawValue>,
    /// The first entry of a continuation.
    #[serde(default)]
    pub of: Option<Number>,
    /// Its place in the log.
    pub sequence: Number,
    /// When it was decided.
    pub time: Timestamp,
    /// Version of the form, always `1`.
    pub v: FormVersion,
}

codes! {
    /// Version of the entry's form.
    FormVersion { One = "1" }
}

/// The name of an instruction, read without its act.
#[derive(Deserialize)]
struct Named {
    id: InstructionId,
    organisation: OrganisationId,
}

/// The act of an instruction, read without the rest.
#[derive(Deserialize)]
struct Acting {
    act: Act,
}

impl<'a> Entry<'a> {
    /// Reads an entry.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(bytes)
    }

    /// Name and identity of its instruction.
    pub fn name(&self) -> Option<EntryName> {
        let raw = self.instruction?.get();
        let Named { id, organisation } = serde_json::from_str(raw).ok()?;
        let identity = Digest(orebook_document::identity_of_canonical(raw.as_bytes())?);
        Some(EntryName { organisation, id, identity })
    }

    /// The name of its instruction's act.
    pub fn act_word(&self) -> Option<&'static str> {
        serde_json::from_str::<Acting>(self.instruction?.get()).ok().map(|acting| acting.act.word())
    }

    /// Who may read it: anyone, only when the instruction and all events are public.
    pub fn visibility(&self) -> Visibility {
        let act =
            self.instruction.and_then(|raw| serde_json::from_str::<Acting>(raw.get()).ok()).map(|a| a.act.visibility());
        visibility(act, &self.events)
    }
}

/// Who may read an entry with such an instruction and such events.
pub fn visibility(act: Option<Visibility>, events: &[Event]) -> Visibility {
    events.iter().map(Event::visibility).chain(act).max().unwrap_or(Visibility::Public)
}

/// What continuations need of the entry that caused them.
#[derive(Debug, Clone)]
pub(crate) struct Origin<'a> {
    pub sequence: u64,
    pub time: Timestamp,
    /// `proofValue` of the causing instruction; the clock has none.
    pub proof_value: Option<&'a str>,
}

/// The bytes of a first entry.
pub(crate) fn first(
    cause: Cause,
    events: &[Event],
    instruction: Option<&[u8]>,
    sequence: u64,
    time: Timestamp,
) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(1024);
    bytes.extend_from_slice(br#"{"cause":""#);
    bytes.extend_from_slice(cause.word().as_bytes());
    push_events(&mut bytes, events);
    if let Some(instruction) = instruction {
        bytes.extend_from_slice(br#","instruction":"#);
        bytes.extend_from_slice(instruction);
    }
    push_end(&mut bytes, sequence, time);
    bytes
}

/// The bytes of a continuation.
pub(crate) fn continuation(origin: &Origin<'_>, events: &[Event], sequence: u64) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(1024);
    bytes.push(b'{');
    if let (Some(proof_value), Visibility::Members) = (origin.proof_value, visibility(None, events)) {
        let blind = orebook_document::sha256(format!("{proof_value}{sequence}").as_bytes());
        bytes.extend_from_slice(format!(r#""blind":"{}","#, STANDARD.encode(blind)).as_bytes());
    }
    bytes.extend_from_slice(br#""cause":"continuation"#);
    push_events(&mut bytes, events);
    bytes.extend_from_slice(format!(r#","of":"{}""#, origin.sequence).as_bytes());
    push_end(&mut bytes, sequence, origin.time);
    bytes
}

fn push_events(bytes: &mut Vec<u8>, events: &[Event]) {
    bytes.extend_from_slice(br#"","events":"#);
    bytes.extend_from_slice(&canonical_events(events));
}

/// The canonical bytes of a list of events.
pub(crate) fn canonical_events(events: &[Event]) -> Vec<u8> {
    orebook_document::canonical(&events).expect("events hold strings, objects and arrays only")
}

fn push_end(bytes: &mut Vec<u8>, sequence: u64, time: Timestamp) {
    bytes.extend_from_slice(format!(r#","sequence":"{sequence}","time":"{time}","v":"1"}}"#).as_bytes());
}

/// Every id and every digest that an entry names, each once: three letters, an underscore, a ULID; or 64 lower-case
/// hexadecimal digits; as a whole JSON string.
pub fn subjects(bytes: &[u8]) -> std::collections::BTreeSet<String> {
    let is_id = |s: &[u8]| {
        s.len() == 30
            && s[3] == b'_'
            && s[..3].iter().all(u8::is_ascii_lowercase)
            && s[4..].iter().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
    };
    let is_digest = |s: &[u8]| s.len() == 64 && s.iter().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(b));
    let strings = bytes.split(|b| *b == b'"').filter(|s| is_id(s) || is_digest(s));
    strings.filter_map(|s| std::str::from_utf8(s).ok()).map(str::to_owned).collect()
}
