//! What the holder signed, and whether it is what the statement says.

use orebook_document::Opened;
use orebook_registry::instruction::{Act, Beneficiary, ClaimType, Digest, Instruction, LENGTH_MAX, Retire, RetireList};
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::{Date, ProductName, Timestamp};
use orebook_tlog::VerifierKey;

use super::{Checks, Parts, ensure, index_of};

pub(super) fn check_instruction(checks: &mut Checks, parts: &Parts, key: &VerifierKey) {
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
