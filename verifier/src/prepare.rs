//! Preparing: all that can be done with an entry without knowing the entries before it. That is its leaf hash, its outline,
//! and the dear part: reading its instruction and checking the signature.

use orebook_document::Opened;
use orebook_registry::Cause;
use orebook_registry::event::Number;
use orebook_registry::instruction::{Instruction, LENGTH_MAX};
use orebook_registry::values::Timestamp;
use orebook_tlog::{Hash, leaf_hash};
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::report::rule;

/// An entry, looked at by itself.
pub(crate) struct Prepared {
    pub bytes: Vec<u8>,
    pub leaf: Hash,
    /// What stands in it, or why that cannot be said; nothing, where only its leaf was asked for.
    pub outline: Option<Result<Outline, String>>,
}

/// How closely an entry is looked at by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Depth {
    /// Its leaf hash: it was looked at another time.
    LeafOnly,
    /// All of it.
    Signature,
}

/// What the replay needs of an entry. Its events are not parsed: they are decided again and compared as bytes.
pub(crate) struct Outline {
    pub cause: Cause,
    pub sequence: u64,
    pub time: Timestamp,
    pub instruction: Result<Opened<Instruction>, Unopened>,
}

/// Why an entry has no opened instruction.
pub(crate) struct Unopened {
    pub rule: &'static str,
    pub detail: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Members<'a> {
    #[serde(default, borrow, rename = "blind")]
    _blind: Option<&'a RawValue>,
    cause: Cause,
    #[serde(borrow, rename = "events")]
    _events: &'a RawValue,
    #[serde(default, borrow)]
    instruction: Option<&'a RawValue>,
    #[serde(default, borrow, rename = "of")]
    _of: Option<&'a RawValue>,
    sequence: Number,
    time: Timestamp,
    #[serde(borrow, rename = "v")]
    _v: &'a RawValue,
}

impl Prepared {
    pub fn new(bytes: Vec<u8>, depth: Depth) -> Prepared {
        let leaf = leaf_hash(&bytes);
        let whole = depth == Depth::Signature;
        let outline = whole.then(|| outline(&bytes).map_err(|error| error.to_string()));
        Prepared { bytes, leaf, outline }
    }
}

fn outline(bytes: &[u8]) -> Result<Outline, serde_json::Error> {
    let members: Members<'_> = serde_json::from_slice(bytes)?;
    let instruction = match members.instruction {
        Some(raw) => open(raw.get().as_bytes()),
        None => Err(Unopened { rule: rule::INSTRUCTION, detail: "the entry holds no instruction".to_owned() }),
    };
    Ok(Outline { cause: members.cause, sequence: members.sequence.0, time: members.time, instruction })
}

fn open(bytes: &[u8]) -> Result<Opened<Instruction>, Unopened> {
    let unopened = |rule, detail| Unopened { rule, detail };
    let unverified = orebook_document::read::<Instruction>(bytes, LENGTH_MAX)
        .map_err(|error| unopened(rule::INSTRUCTION, error.to_string()))?;
    let key = unverified.key();
    unverified.verify().map_err(|error| unopened(rule::SIGNATURE, format!("{error} with the key it names, {key}")))
}
