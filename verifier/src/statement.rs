//! One retirement statement, checked offline: what anybody can check who holds the file.
//!
//! ```text
//! statement ── signed by the registry's issuer key ──────────────► it is the registry's word
//!   evidence.instruction ── signed by the holder ────────────────► the holder asked to retire these very blocks
//!   evidence.approval ── signed by another key of the holder ────► a second person approved that very instruction
//!   evidence.leafHash ── tlog-proof ── checkpoint ── log key ────► an entry with that hash stands in the log
//!   the entry's bytes (public) ── hash to the leaf ──────────────► that entry is this retirement
//! ```
//! The statement alone is the registry's word. It does not show that the blocks existed, that they were the holder's,
//! or that they were retired once only: that takes the whole log.

mod issuer;
mod signed;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use orebook_document::PublicKey;
use orebook_registry::Cause;
use orebook_registry::claim::statement::Statement;
use orebook_registry::entry::Entry;
use orebook_registry::event::{ClaimEvent, Event};
use orebook_registry::instruction::{Beneficiary, ClaimType};
use orebook_registry::party::OwnKeys;
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::{Date, Mass, ProductName, RetirementId, Timestamp};
use orebook_tlog::{Checkpoint, Hash, TlogProof, VerifierKey, leaf_hash, verify_inclusion};
use serde::{Deserialize, Serialize};

/// A statement holds an instruction and at most two hundred blocks.
const STATEMENT_LENGTH_MAX: usize = 262_144;

/// What is checked, and against what.
#[derive(Debug, Clone, Copy)]
pub struct Materials<'a> {
    /// The statement's bytes.
    pub statement: &'a [u8],
    /// The log's key.
    pub key: &'a VerifierKey,
    /// The proof that its entry is in the log, a file of c2sp.org/tlog-proof.
    pub proof: Option<&'a str>,
    /// Who may have signed it.
    pub issuer: Issuers<'a>,
    /// The log's keys as a verified log names them: a proof made under an earlier one counts up to that one's end.
    pub log_keys: Option<&'a OwnKeys>,
    /// The bytes of the entry: every retirement's entry is public.
    pub entry: Option<&'a [u8]>,
}

/// What is known of the registry's issuer keys.
#[derive(Debug, Clone, Copy)]
pub enum Issuers<'a> {
    /// Nothing.
    Unknown,
    /// One key.
    Key(PublicKey),
    /// All of them, as entries of the log name them: the one in force at the retirement counts.
    Logged(&'a OwnKeys),
}

/// What became of one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It holds.
    Established,
    /// Nothing was given to answer it with.
    Unknown,
    /// It does not hold.
    Failed,
}

/// One question about a statement, with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// What was asked, as a statement of fact.
    pub what: &'static str,
    /// The answer.
    pub verdict: Verdict,
    /// Why, when the answer is not yes.
    pub detail: String,
}

/// The answers, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Checks(pub Vec<Check>);

impl Checks {
    /// True when nothing failed; some questions may be open.
    pub fn is_clean(&self) -> bool {
        self.0.iter().all(|check| check.verdict != Verdict::Failed)
    }

    /// Adds a question and its answer.
    pub fn add(&mut self, what: &'static str, answer: Result<(), String>) {
        let (verdict, detail) = match answer {
            Ok(()) => (Verdict::Established, String::new()),
            Err(detail) => (Verdict::Failed, detail),
        };
        self.0.push(Check { what, verdict, detail });
    }

    fn open(&mut self, what: &'static str, detail: &str) {
        self.0.push(Check { what, verdict: Verdict::Unknown, detail: detail.to_owned() });
    }
}

/// The statement is not one: nothing can be said about it.
#[derive(Debug, thiserror::Error)]
pub enum NoStatement {
    /// The bytes are not a retirement statement in canonical form.
    #[error("this is not a retirement statement: {0}")]
    Read(#[from] orebook_document::ReadError),
    /// It lacks a part that is needed here.
    #[error("this is not a retirement statement: {0}")]
    Parts(#[from] serde_json::Error),
}

/// The parts of a statement that are compared with something else.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Parts {
    credential_subject: Subject,
    evidence: Evidence,
    issuer: String,
    valid_from: Timestamp,
}

#[derive(Deserialize)]
struct Subject {
    retirement: Facts,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Facts {
    beneficiary: Beneficiary,
    blocks: Vec<SerialBlock>,
    claim_period_from: Date,
    claim_period_to: Date,
    claim_type: ClaimType,
    #[serde(rename = "retirementId")]
    id: RetirementId,
    mass_kg: Mass,
    product: Option<ProductName>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Evidence {
    #[serde(default)]
    approval: Option<String>,
    instruction: String,
    leaf_hash: String,
    log_index: String,
    log_origin: String,
}

/// The entry of a retirement that a second person approved continues the entry of the approval.
fn index_of(parts: &Parts) -> u64 {
    parts.credential_subject.retirement.id.sequence().saturating_add(u64::from(parts.evidence.approval.is_some()))
}

/// The place in the log that a statement names.
pub(crate) fn log_index(statement: &[u8]) -> Result<u64, NoStatement> {
    let parts: Parts = serde_json::from_slice(statement)?;
    Ok(index_of(&parts))
}

/// The retirement that a statement is of.
pub(crate) fn retirement_id(statement: &[u8]) -> Result<RetirementId, NoStatement> {
    let parts: Parts = serde_json::from_slice(statement)?;
    Ok(parts.credential_subject.retirement.id)
}

/// Checks a statement.
pub fn check(materials: Materials<'_>) -> Result<Checks, NoStatement> {
    let unverified = orebook_document::read::<Statement>(materials.statement, STATEMENT_LENGTH_MAX)?;
    let parts: Parts = serde_json::from_slice(materials.statement)?;
    let signer = unverified.key();
    let mut checks = Checks(Vec::new());
    let signed = unverified.verify().map(|_| ()).map_err(|error| error.to_string());
    checks.add("the statement is unaltered since it was signed", signed);
    issuer::check_issuer(&mut checks, &parts, signer, materials.issuer);
    signed::check_instruction(&mut checks, &parts, materials.key);
    check_proof(&mut checks, &parts, materials);
    check_entry(&mut checks, &parts, materials);
    Ok(checks)
}

fn check_proof(checks: &mut Checks, parts: &Parts, materials: Materials<'_>) {
    const LOGGED: &str = "an entry with that hash stands at that place in the signed log";
    let Some(proof) = materials.proof else {
        return checks.open(LOGGED, "give --proof, the .tlog-proof file that is served beside the statement");
    };
    let answer = leaf(parts).and_then(|leaf| {
        let proof: TlogProof = proof.parse().map_err(|error| format!("{error}"))?;
        let index = proof.index.to_string();
        ensure(index == parts.evidence.log_index, || format!("the proof is of entry {index}"))?;
        let opened = match materials.log_keys {
            Some(own) => own.open_checkpoint(&proof.checkpoint),
            None => Checkpoint::open(&proof.checkpoint, materials.key),
        };
        let Checkpoint { size, root, .. } = &opened.map_err(|error| error.to_string())?;
        verify_inclusion(&leaf, proof.index, *size, &proof.hashes, root).map_err(|error| error.to_string())
    });
    checks.add(LOGGED, answer);
}

fn check_entry(checks: &mut Checks, parts: &Parts, materials: Materials<'_>) {
    const ENTRY: &str = "that entry is this retirement";
    let Some(bytes) = materials.entry else {
        let detail = "give --entry, the bytes of the entry, which anyone may read; without them the hash could be \
                      that of any entry";
        return checks.open(ENTRY, detail);
    };
    checks.add(ENTRY, leaf(parts).and_then(|leaf| same_entry(parts, leaf, bytes)));
}

fn same_entry(parts: &Parts, leaf: Hash, bytes: &[u8]) -> Result<(), String> {
    ensure(leaf_hash(bytes) == leaf, || "the entry does not hash to the leaf".to_owned())?;
    let entry = Entry::parse(bytes).map_err(|error| error.to_string())?;
    let place = entry.sequence.to_string() == parts.evidence.log_index && entry.time == parts.valid_from;
    let (cause, of, signed) = match parts.evidence.approval {
        None => (Cause::Instruction, None, Some(parts.evidence.instruction.as_str())),
        Some(_) => (Cause::Continuation, Some(parts.credential_subject.retirement.id.sequence()), None),
    };
    let follows = entry.cause == cause && entry.of.map(|of| of.0) == of;
    ensure(place && follows, || "the entry has another place or time".to_owned())?;
    let instruction = entry.instruction.map(|raw| raw.get());
    ensure(instruction == signed, || "the instruction differs".to_owned())?;
    let facts = &parts.credential_subject.retirement;
    let retired = entry.events.iter().any(|event| match event {
        Event::Claim(ClaimEvent::Retired(event)) => {
            let same = (event.retirement, event.mass, &event.blocks) == (facts.id, facts.mass_kg, &facts.blocks);
            same && event.beneficiary == facts.beneficiary
        }
        _ => false,
    });
    ensure(retired, || "the entry does not say that these blocks were retired".to_owned())
}

fn leaf(parts: &Parts) -> Result<Hash, String> {
    let bytes = STANDARD.decode(&parts.evidence.leaf_hash).ok();
    bytes.and_then(|bytes| bytes.try_into().ok()).ok_or_else(|| "the leaf hash is not 32 bytes in base64".to_owned())
}

fn ensure(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}
