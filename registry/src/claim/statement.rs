//! The retirement statement: a W3C Verifiable Credential 2.0 about one retirement, a pure function of the log.
//! Whoever holds it, the registry's key and the log's key can check it without asking anybody.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use orebook_document::{Document, Proof, Purpose, SecretKey};
use serde::{Deserialize, Serialize};

use super::wording::{self, InLanguages};
use crate::Registry;
use crate::instruction::{Beneficiary, ClaimType, Count, Issuer, Level, ProgrammeCode};
use crate::mineral::Mineral;
use crate::serial::SerialBlock;
use crate::values::*;

/// The context every Verifiable Credential begins with.
pub const CREDENTIALS: &str = "https://www.w3.org/ns/credentials/v2";

/// A retirement statement, signed by the registry.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Statement {
    #[serde(rename = "@context")]
    context: Vec<String>,
    credential_subject: Subject,
    evidence: Evidence,
    id: String,
    issuer: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    proof: Option<Proof>,
    #[serde(rename = "type")]
    kind: Vec<String>,
    valid_from: Timestamp,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Subject {
    retirement: Facts,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Facts {
    beneficiary: Beneficiary,
    blocks: Vec<SerialBlock>,
    claim_period_from: Date,
    claim_period_to: Date,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    claim_text: Option<InLanguages>,
    claim_type: ClaimType,
    countries: Vec<Country>,
    disclosure: InLanguages,
    ecological: YesNo,
    /// Not `id`, which a credential takes for a URL.
    #[serde(rename = "retirementId")]
    id: RetirementId,
    level: Level,
    mass_kg: Mass,
    mineral: Mineral,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    product: Option<ProductName>,
    producers: Vec<Text>,
    production_years: Vec<Count>,
    programme: ProgrammeCode,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Evidence {
    /// The second person's signed approval, where the holder's own limit asked for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    approval: Option<String>,
    /// Canonical bytes of the holder's signed instruction.
    instruction: String,
    /// Base64 of the leaf hash.
    leaf_hash: String,
    log_index: String,
    log_origin: String,
    #[serde(rename = "type")]
    kind: String,
}

impl Document for Statement {
    const PURPOSE: Purpose = Purpose::AssertionMethod;
    fn context(&self) -> &[String] {
        &self.context
    }
    fn proof(&self) -> Option<&Proof> {
        self.proof.as_ref()
    }
    fn set_proof(&mut self, proof: Option<Proof>) {
        self.proof = proof;
    }
}

/// What the state does not keep of a retirement's entry.
pub struct EntryFacts<'a> {
    /// Canonical bytes of the instruction to retire: the entry's own, or the proposing one.
    pub instruction: &'a [u8],
    /// Canonical bytes of the approval, if the retirement was proposed first.
    pub approval: Option<&'a [u8]>,
    /// Leaf hash of the entry.
    pub leaf: [u8; 32],
}

impl Statement {
    /// The same, signed by its issuer: the same bytes every time.
    pub fn sign(self, issuer: &Issuer, key: &SecretKey) -> Option<Self> {
        let created = Seconds::from_unix(self.valid_from.seconds()).ok()?;
        Some(orebook_document::sign_as(self, &issuer.did, key, created))
    }
}

/// The statement of a retirement, unsigned, and who issues it: whoever was the issuer at the retirement's entry.
pub fn statement<'a>(
    registry: &'a Registry,
    id: RetirementId,
    entry: &EntryFacts<'_>,
) -> Option<(Statement, &'a Issuer)> {
    let retirement = registry.claims.retirement(id)?;
    let founding = registry.founding()?;
    let issuer = registry.own_keys().issuer_at(retirement.sequence)?;
    let host = founding.origin.split('/').next()?;
    let unsigned = Statement {
        context: vec![CREDENTIALS.to_owned(), format!("https://{host}/ns/retirement/v1")],
        credential_subject: Subject { retirement: facts(registry, id)? },
        evidence: Evidence {
            approval: entry.approval.map(|bytes| String::from_utf8(bytes.to_vec())).transpose().ok()?,
            instruction: String::from_utf8(entry.instruction.to_vec()).ok()?,
            leaf_hash: STANDARD.encode(entry.leaf),
            log_index: retirement.sequence.to_string(),
            log_origin: founding.origin.clone(),
            kind: "TransparencyLogEntry".to_owned(),
        },
        id: wording::public_url(&founding.origin, id),
        issuer: issuer.did.clone(),
        proof: None,
        kind: vec!["VerifiableCredential".to_owned(), "RetirementStatement".to_owned()],
        valid_from: retirement.time,
    };
    Some((unsigned, issuer))
}

fn facts(registry: &Registry, id: RetirementId) -> Option<Facts> {
    let retirement = registry.claims.retirement(id)?;
    let record = &retirement.record;
    let batches: Vec<_> = record.batches.iter().filter_map(|batch| registry.credits.batch(*batch)).collect();
    let class = batches.first()?.class;
    let text = wording::as_recorded(record, &registry.parties, &registry.credits, registry.origin())?;
    let mut countries: Vec<Country> = batches.iter().map(|b| b.serial.country).collect();
    countries.sort_unstable();
    countries.dedup();
    let mut producers: Vec<Text> =
        batches.iter().filter_map(|b| registry.parties.organisation(b.producer)).map(|o| o.name.clone()).collect();
    producers.sort_unstable();
    producers.dedup();
    let mut years: Vec<Count> = batches.iter().map(|b| Count(b.serial.year)).collect();
    years.sort_unstable();
    years.dedup();
    Some(Facts {
        beneficiary: record.beneficiary.clone(),
        blocks: record.blocks.clone(),
        claim_period_from: record.period_from,
        claim_period_to: record.period_to,
        claim_text: text.claim,
        claim_type: record.claim.claim_type(),
        countries,
        disclosure: text.disclosure,
        ecological: class.ecological,
        id,
        level: class.level,
        mass_kg: record.mass,
        mineral: class.mineral,
        product: record.product.clone(),
        producers,
        production_years: years,
        programme: class.programme,
    })
}
