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

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use orebook_document::{Opened, PublicKey};
use orebook_registry::Cause;
use orebook_registry::claim::statement::Statement;
use orebook_registry::entry::Entry;
use orebook_registry::event::{ClaimEvent, Event};
use orebook_registry::instruction::{
    Act, Beneficiary, ClaimType, Digest, Instruction, KeyEnd, LENGTH_MAX, Retire, RetireList,
};
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

    pub(crate) fn add(&mut self, what: &'static str, answer: Result<(), String>) {
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

/// The place in the log that a statement names.
pub(crate) fn log_index(statement: &[u8]) -> Result<u64, NoStatement> {
    let parts: Parts = serde_json::from_slice(statement)?;
    Ok(index_of(&parts))
}

/// Checks a statement.
pub fn check(materials: Materials<'_>) -> Result<Checks, NoStatement> {
    let unverified = orebook_document::read::<Statement>(materials.statement, STATEMENT_LENGTH_MAX)?;
    let parts: Parts = serde_json::from_slice(materials.statement)?;
    let signer = unverified.key();
    let mut checks = Checks(Vec::new());
    let signed = unverified.verify().map(|_| ()).map_err(|error| error.to_string());
    checks.add("the statement is unaltered since it was signed", signed);
    check_issuer(&mut checks, &parts, signer, materials.issuer);
    check_instruction(&mut checks, &parts, materials.key);
    check_proof(&mut checks, &parts, materials);
    check_entry(&mut checks, &parts, materials);
    Ok(checks)
}

fn check_issuer(checks: &mut Checks, parts: &Parts, signer: PublicKey, known: Issuers<'_>) {
    let issuer = &parts.issuer;
    if issuer.starts_with("did:key:") && *issuer != signer.to_string() {
        checks.add("the key that signed it is the issuer it names", Err(format!("{issuer} is not {signer}")));
    }
    const KNOWN: &str = "the key that signed it is the registry's";
    match known {
        Issuers::Key(known) => {
            checks.add(KNOWN, ensure(known == signer, || format!("signed by {signer}, not by {known}")))
        }
        Issuers::Logged(own) => {
            let answer = was_issuer(own, parts, signer);
            match compromised(own, signer).filter(|_| answer.is_ok()) {
                Some(entry) => checks.open(
                    KNOWN,
                    &format!(
                        "entry {entry} says that this key is in wrong hands: the log shows what was retired, but not \
                         that these are the registry's words"
                    ),
                ),
                None => checks.add(KNOWN, answer),
            }
        }
        Issuers::Unknown => checks.open(
            KNOWN,
            "a signature is worth as much as is known of its key: give --issuer, the issuer key as the registry \
             publishes it, or --archive, from whose entries it is read",
        ),
    }
}

/// Places in the log decide which key could issue a statement, never dates.
fn was_issuer(own: &OwnKeys, parts: &Parts, signer: PublicKey) -> Result<(), String> {
    let index = index_of(parts);
    let issuer = own.issuer_at(index).ok_or_else(|| "no entry names an issuer".to_owned())?;
    ensure(issuer.key == signer, || format!("at entry {index} it was {}, this is signed by {signer}", issuer.key))?;
    ensure(issuer.did == parts.issuer, || format!("at entry {index} it was {}, not {}", issuer.did, parts.issuer))
}

/// The entry that ended an issuer's key because it was in wrong hands.
fn compromised(own: &OwnKeys, key: PublicKey) -> Option<u64> {
    let tenure = own.issuers().iter().find(|tenure| tenure.key.key == key)?;
    tenure.ended.filter(|(end, _)| *end == KeyEnd::Compromised).map(|(_, entry)| entry)
}

fn check_instruction(checks: &mut Checks, parts: &Parts, key: &VerifierKey) {
    const SIGNED: &str = "it carries the holder's own signed instruction to retire";
    let opened = match open(&parts.evidence.instruction) {
        Ok(opened) => opened,
        Err(error) => return checks.add(SIGNED, Err(error)),
    };
    let said = match &opened.document().act {
        Act::Retire(retire) => same_facts(parts, Asked::of(retire)),
        Act::RetireList(list) => same_line(parts, list),
        act => return checks.add(SIGNED, Err(format!("the instruction is to {}", act.word()))),
    };
    checks.add(SIGNED, Ok(()));
    checks.add("the instruction asks for what the statement says", said);
    checks.add("it was meant for this log, at that time", same_log_and_time(parts, &opened, key));
    if let Some(approval) = &parts.evidence.approval {
        let answer = open(approval).and_then(|approval| approves(parts, &approval, &opened));
        checks.add("another key of the holder approved that very instruction, at that time", answer);
    }
}

fn open(instruction: &str) -> Result<Opened<Instruction>, String> {
    let unverified = orebook_document::read::<Instruction>(instruction.as_bytes(), LENGTH_MAX);
    unverified.map_err(|error| error.to_string())?.verify().map_err(|error| error.to_string())
}

/// The approval names the instruction to retire by its digest, so it can be of no other.
fn approves(parts: &Parts, approval: &Opened<Instruction>, retire: &Opened<Instruction>) -> Result<(), String> {
    let (approving, retiring) = (approval.document(), retire.document());
    let Act::Approve(approve) = &approving.act else {
        return Err(format!("the approval is to {}", approving.act.word()));
    };
    ensure(approve.digest == Digest(retire.identity()), || "it approves another instruction".to_owned())?;
    let organisation = approving.organisation == retiring.organisation && approving.registry == retiring.registry;
    ensure(organisation, || "it is by another organisation, or meant for another log".to_owned())?;
    ensure(approval.key() != retire.key(), || "it is signed by the same key".to_owned())?;
    is_in_time(parts, approval)
}

fn is_in_time(parts: &Parts, opened: &Opened<Instruction>) -> Result<(), String> {
    let in_time = was_signed_by(parts, opened) && parts.valid_from < Timestamp::from(opened.document().expires);
    ensure(in_time, || format!("{} is not between its signing and its expiry", parts.valid_from))
}

fn was_signed_by(parts: &Parts, opened: &Opened<Instruction>) -> bool {
    const SKEW_SECONDS: i64 = 60;
    Timestamp::from(opened.created()) <= parts.valid_from.plus_seconds(SKEW_SECONDS)
}

/// The entry of a retirement that a second person approved continues the entry of the approval.
fn index_of(parts: &Parts) -> u64 {
    parts.credential_subject.retirement.id.sequence().saturating_add(u64::from(parts.evidence.approval.is_some()))
}

/// What the instruction asks for, alone or as a line of a list; a line names its beneficiary by an id.
struct Asked<'a> {
    beneficiary: Option<&'a Beneficiary>,
    blocks: &'a [SerialBlock],
    claim: ClaimType,
    period: (Date, Date),
    product: Option<&'a ProductName>,
}

impl<'a> Asked<'a> {
    fn of(retire: &'a Retire) -> Self {
        Self {
            beneficiary: Some(&retire.beneficiary),
            blocks: &retire.blocks,
            claim: retire.claim.claim_type(),
            period: (retire.period_from, retire.period_to),
            product: retire.product.as_ref(),
        }
    }
}

/// The line that names the same blocks; no milligram stands in two lines.
fn same_line(parts: &Parts, list: &RetireList) -> Result<(), String> {
    let line = list.lines.iter().find(|line| line.blocks == parts.credential_subject.retirement.blocks);
    let line = line.ok_or_else(|| "no line names the same serial blocks".to_owned())?;
    let asked = Asked {
        beneficiary: None,
        blocks: &line.blocks,
        claim: line.claim.claim_type(),
        period: (line.period_from, line.period_to),
        product: line.product.as_ref(),
    };
    same_facts(parts, asked)
}

fn same_facts(parts: &Parts, asked: Asked<'_>) -> Result<(), String> {
    let facts = &parts.credential_subject.retirement;
    let mass: u128 = facts.blocks.iter().map(|block| u128::from(block.mass().mg())).sum();
    ensure(facts.blocks == asked.blocks, || "the serial blocks differ".to_owned())?;
    let named = asked.beneficiary.is_none_or(|beneficiary| facts.beneficiary == *beneficiary);
    ensure(named, || "the beneficiary differs".to_owned())?;
    ensure(facts.claim_type == asked.claim, || "the type of claim differs".to_owned())?;
    let periods = (facts.claim_period_from, facts.claim_period_to) == asked.period;
    ensure(facts.product.as_ref() == asked.product, || "the product's name differs".to_owned())?;
    ensure(periods, || "the claim's period differs".to_owned())?;
    ensure(u128::from(facts.mass_kg.mg()) == mass, || "the mass is not that of its blocks".to_owned())
}

fn same_log_and_time(parts: &Parts, opened: &Opened<Instruction>, key: &VerifierKey) -> Result<(), String> {
    let (origin, instruction) = (&parts.evidence.log_origin, opened.document());
    ensure(origin == key.name(), || format!("the statement names the log {origin}, the key {}", key.name()))?;
    ensure(instruction.registry == *origin, || format!("the instruction is meant for {}", instruction.registry))?;
    let id = parts.credential_subject.retirement.id;
    let index = index_of(parts).to_string();
    ensure(index == parts.evidence.log_index, || format!("{id} was made in entry {index}"))?;
    if parts.evidence.approval.is_none() {
        return is_in_time(parts, opened);
    }
    // A proposal outlives the hour in which its instruction could be sent; the approval tells the time.
    ensure(was_signed_by(parts, opened), || format!("it was signed after {}", parts.valid_from))
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
