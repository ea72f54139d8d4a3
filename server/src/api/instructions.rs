//! The one write, its fate, and its forecast.

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, HeaderMap};
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use orebook_document::{Opened, SignatureError};
use orebook_registry::instruction::{Act, Digest, Instruction, InstructionId, LENGTH_MAX};
use orebook_registry::party::Name;
use orebook_registry::values::OrganisationId;
use orebook_registry::{Entry, Refusal};
use orebook_tlog::TlogProof;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::forecast::{Figures, RuleView, rules};
use super::parse;
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::app::{Data, PATIENCE, Shared};
use crate::cluster::forward::FORWARDED;
use crate::problem::{Problem, ProblemBody};
use crate::sequencer::{Answer, Unavailable};

/// Entries that are looked at together.
const PAGE: i64 = 512;

/// What a write is answered with: the entry and its proof.
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ReceiptBody {
    /// Sequence of the entry in the log.
    #[schema(example = "41")]
    pub sequence: String,
    /// Sequence of its last continuation (trades and other consequences), or the entry's own.
    #[schema(example = "41")]
    pub last: String,
    /// The entry, byte for byte as it was hashed.
    #[schema(value_type = Object)]
    pub entry: Box<RawValue>,
    /// A C2SP tlog-proof of the entry against a signed checkpoint.
    pub proof: String,
}

/// Submits a signed instruction.
///
/// The body is the canonical (RFC 8785) document, signed with eddsa-jcs-2022. `201` with the receipt when it is
/// accepted; `200` with the same receipt when the same bytes were accepted before.
#[utoipa::path(
    tag = "instructions",
    request_body(content = Object, content_type = "application/json", description = "The signed instruction, canonical; at most 16,384 bytes"),
    responses(
        (status = 201, body = ReceiptBody, description = "accepted and durable"),
        (status = 200, body = ReceiptBody, description = "accepted before"),
        (status = 400, body = ProblemBody, description = "form"), (status = 401, body = ProblemBody, description = "key or signature"),
        (status = 403, body = ProblemBody, description = "authority"), (status = 404, body = ProblemBody, description = "absent or foreign"),
        (status = 409, body = ProblemBody, description = "state"), (status = 413, body = ProblemBody, description = "too long"),
        (status = 415, body = ProblemBody, description = "media type"), (status = 422, body = ProblemBody, description = "amounts and rules"),
        (status = 503, body = ProblemBody, description = "outcome unknown, busy or not ready")
    )
)]
#[post("/v1/instructions")]
pub async fn submit_instruction(shared: Data, request: HttpRequest, body: web::Bytes) -> Result<HttpResponse, Problem> {
    require_json(request.headers())?;
    let forwarded = request.headers().contains_key(FORWARDED);
    let submitted = if forwarded { submit_here(&shared, &body).await } else { submit(&shared, &body).await };
    Ok(match submitted? {
        Submitted { receipt, replayed: false } => HttpResponse::Created().json(receipt),
        Submitted { receipt, replayed: true } => {
            HttpResponse::Ok().insert_header(("idempotent-replayed", "true")).json(receipt)
        }
    })
}

/// What became of an instruction that was accepted, now or before.
pub(crate) struct Submitted {
    /// Its receipt.
    pub receipt: ReceiptBody,
    /// Whether the same bytes were accepted before.
    pub replayed: bool,
}

/// Submits the bytes of a signed instruction, here or where another server leads.
pub(crate) async fn submit(shared: &Data, body: &[u8]) -> Result<Submitted, Problem> {
    match (&shared.forward, shared.sequencer.leads()) {
        (Some(forward), Err(Unavailable::Follows(Some(leader)))) => {
            forward.submit(&shared.sequencer, &leader, body).await
        }
        _ => submit_here(shared, body).await,
    }
}

/// Submits them here. A server that does not lead says so first: what it shows may be too old to judge a key by.
async fn submit_here(shared: &Data, body: &[u8]) -> Result<Submitted, Problem> {
    shared.sequencer.leads()?;
    let opened = open(shared, body)?;
    let (organisation, id, identity) =
        (opened.document().organisation, opened.document().id, Digest(opened.identity()));
    require_new_log_key(shared, &opened.document().act)?;
    match shared.sequencer.submit(opened).await? {
        Answer::Accepted(receipt) => {
            let entry = raw(receipt.entry)?;
            let receipt = ReceiptBody {
                sequence: receipt.sequence.to_string(),
                last: receipt.last.to_string(),
                entry,
                proof: receipt.proof,
            };
            Ok(Submitted { receipt, replayed: false })
        }
        Answer::Replayed(name) => replayed(shared, name.sequence, name.last).await,
        Answer::Refused(
            refusal @ (Refusal::InstructionMustNotBeExpired { .. } | Refusal::KeyMustNotBeRevoked { .. }),
        ) => {
            // Names are remembered for two hours; what is older is answered from the journal.
            match earlier(shared, organisation, id).await? {
                Some((name, last)) if name.identity == Some(identity) => replayed(shared, name.sequence, last).await,
                Some((name, _)) => Err(Refusal::IdWasUsedForAnotherInstruction { sequence: name.sequence }.into()),
                None => Err(refusal.into()),
            }
        }
        Answer::Refused(refusal) => Err(refusal.into()),
        Answer::Forecast(_) | Answer::Fault => Err(Problem::internal("the decider failed over an instruction")),
        Answer::OutcomeUnknown => Err(Problem::outcome_unknown()),
    }
}

/// A log key is adopted only where its secret half is: without it no checkpoint could be signed from then on, and nobody
/// could lead.
fn require_new_log_key(shared: &Data, act: &Act) -> Result<(), Problem> {
    let adopted = match act {
        Act::AdoptLogKey(adopt) => Some(adopt.log_key.clone()),
        Act::Approve(approve) => shared.state(|registry| {
            let proposal = registry.parties.open_proposals().find(|(id, _)| *id == approve.proposal)?.1;
            if let Act::AdoptLogKey(adopt) = &proposal.act { Some(adopt.log_key.clone()) } else { None }
        }),
        _ => None,
    };
    match adopted.filter(|key| !shared.keys.holds(key)) {
        Some(key) => {
            let detail = format!("put the file of the new log key {key} into keys/ of every server first");
            Err(Problem::new(StatusCode::CONFLICT, "new_log_key_must_be_here", detail))
        }
        None => Ok(()),
    }
}

pub(crate) fn require_json(headers: &HeaderMap) -> Result<(), Problem> {
    let given = headers.get(CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
    let media_type = given.split(';').next().unwrap_or("").trim();
    if media_type.eq_ignore_ascii_case("application/json") {
        return Ok(());
    }
    Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "media_type_not_supported", "send application/json"))
}

/// The door, in its order: length, canonical form, registry, key known, signature. The cheap checks come first.
fn open(shared: &Shared, body: &[u8]) -> Result<Opened<Instruction>, Problem> {
    let unverified = orebook_document::read::<Instruction>(body, LENGTH_MAX)?;
    let document = unverified.document();
    let (key, organisation) = (unverified.key(), document.organisation);
    shared.state(|registry| {
        if document.registry != registry.origin() {
            return Err(Refusal::RegistryMustBe { expected: registry.origin().to_owned() });
        }
        let known = registry.parties.key(&key).is_some_and(|k| k.organisation == organisation);
        if known { Ok(()) } else { Err(Refusal::KeyMustBeKnown { organisation }) }
    })?;
    shared.sequencer.admits(document)?;
    unverified.verify().map_err(|SignatureError| {
        Problem::new(
            StatusCode::UNAUTHORIZED,
            "signature_must_verify",
            "the signature does not verify with the named key",
        )
    })
}

fn raw(entry: Vec<u8>) -> Result<Box<RawValue>, Problem> {
    let text = String::from_utf8(entry).map_err(Problem::internal)?;
    RawValue::from_string(text).map_err(Problem::internal)
}

/// The same entry again, with a proof against the newest checkpoint.
async fn replayed(shared: &Data, sequence: u64, last: u64) -> Result<Submitted, Problem> {
    Ok(Submitted { receipt: receipt_of(shared, sequence, last).await?, replayed: true })
}

async fn receipt_of(shared: &Data, sequence: u64, last: u64) -> Result<ReceiptBody, Problem> {
    // A follower may find in the tables what it does not show yet.
    shared.sequencer.until_shown(last, PATIENCE).await?;
    let published = shared.sequencer.published().ok_or_else(|| Problem::internal("no checkpoint"))?;
    shared
        .clone()
        .into_inner()
        .blocking(move |shared| {
            let row = shared.reader.read(|read| read.entry(super::log::signed(sequence)))?;
            let row = row.ok_or_else(|| Problem::not_found("entry", sequence))?;
            let tables = shared.tiles();
            let hashes = orebook_tlog::inclusion_proof(&tables, sequence, published.checkpoint.size)
                .map_err(Problem::internal)?;
            let proof = TlogProof { index: sequence, hashes, checkpoint: published.note };
            Ok(ReceiptBody {
                sequence: sequence.to_string(),
                last: last.to_string(),
                entry: raw(row.entry)?,
                proof: proof.to_string(),
            })
        })
        .await
}

/// The fate of an instruction out of the journal: its name, and its last continuation.
async fn earlier(
    shared: &Data,
    organisation: OrganisationId,
    id: InstructionId,
) -> Result<Option<(Name, u64)>, Problem> {
    shared
        .clone()
        .into_inner()
        .tables(move |read| {
            let Some(row) = read.fate(&organisation.to_string(), &id.to_string())? else { return Ok(None) };
            let entry = Entry::parse(&row.entry).map_err(Problem::internal)?;
            let sequence = entry.sequence.0;
            let identity = entry.name().map(|name| name.identity);
            let mut last = sequence;
            // Continuations follow directly.
            loop {
                let from = super::log::signed(last) + 1;
                let page = read.entries(from..from + PAGE)?;
                let own = |next: &&orebook_store::Entry| {
                    Entry::parse(&next.entry).is_ok_and(|entry| entry.of.is_some_and(|of| of.0 == sequence))
                };
                let continued = page.iter().take_while(own).count() as u64;
                last += continued;
                if continued < PAGE.unsigned_abs() {
                    return Ok(Some((Name { identity, sequence, last }, last)));
                }
            }
        })
        .await
}

/// The fate of an instruction.
#[utoipa::path(
    tag = "instructions",
    params(("id" = String, Path, description = "urn:uuid:… of the instruction"), super::OfOrganisation),
    responses((status = 200, body = ReceiptBody), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/instructions/{id}")]
pub async fn get_instruction(
    shared: Data,
    request: HttpRequest,
    id: web::Path<String>,
    query: web::Query<super::OfOrganisation>,
) -> Result<HttpResponse, Problem> {
    let organisation = Asking::of(&request, &shared).organisation(Permission::Read, query.organisation.as_deref())?;
    let id: InstructionId = parse("id", &id)?;
    let recent = shared.state(|registry| registry.parties.recent_instructions().find(organisation, id).cloned());
    let found = match recent {
        Some(name) => Some((name.sequence, name.last)),
        None => earlier(&shared, organisation, id).await?.map(|(name, last)| (name.sequence, last)),
    };
    let (sequence, last) = found.ok_or_else(|| Problem::not_found("instruction", id))?;
    Ok(HttpResponse::Ok().json(receipt_of(&shared, sequence, last).await?))
}

/// An act without signature.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DryRun {
    act: Act,
}

/// What an act would make true now.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ForecastBody {
    /// The events it would make, before any consequence.
    #[schema(value_type = Vec<Object>)]
    pub events: Vec<orebook_registry::event::Event>,
    /// What follows from them: what would be set aside, fee, legs, last day.
    #[schema(value_type = Object)]
    pub figures: Figures,
    /// The rules that it was held against, in order of precedence.
    pub rules: Vec<RuleView>,
    /// `yes` when a second person would have to approve it first.
    pub second_person: String,
}

/// Forecasts an act: the events it would make now, or the rule that refuses it, with the figures.
#[utoipa::path(
    tag = "instructions",
    params(super::OfOrganisation),
    request_body(content = Object, content_type = "application/json", description = "`{\"act\": …}`, as in an instruction", example = json!({ "act": { "open_account": { "name": "Campaign" } } })),
    responses((status = 200, body = ForecastBody), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody), (status = 409, body = ProblemBody), (status = 422, body = ProblemBody), (status = 503, body = ProblemBody))
)]
#[post("/v1/dry-run")]
pub async fn dry_run(
    shared: Data,
    request: HttpRequest,
    query: web::Query<super::OfOrganisation>,
    body: web::Bytes,
) -> Result<HttpResponse, Problem> {
    let organisation = Asking::of(&request, &shared).organisation(Permission::Read, query.organisation.as_deref())?;
    require_json(request.headers())?;
    if body.len() > LENGTH_MAX {
        return Err(Problem::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "document_is_too_long",
            "an act has 16384 bytes at the most",
        ));
    }
    let asked: DryRun = serde_json::from_slice(&body)
        .map_err(|error| Problem::bad_request("document_is_malformed", error.to_string()))?;
    Ok(HttpResponse::Ok().json(forecast(&shared, organisation, asked.act).await?))
}

/// What an act of an organisation would make true now, or the refusal with the rules that were looked at.
pub(crate) async fn forecast(shared: &Data, organisation: OrganisationId, act: Act) -> Result<ForecastBody, Problem> {
    match shared.sequencer.forecast(organisation, act.clone()).await? {
        Answer::Forecast(events) => {
            let (figures, two) = shared
                .state(|registry| (Figures::of(registry, &events), registry.needs_two_persons(organisation, &act)));
            let second_person = if two { "yes" } else { "no" }.to_owned();
            let rules = rules(&act, None);
            Ok(ForecastBody { events, figures, rules, second_person })
        }
        Answer::Refused(refusal) => {
            let rules = rules(&act, Some(&refusal));
            Err(Problem::from(refusal).with_rules(rules))
        }
        Answer::OutcomeUnknown => Err(Problem::outcome_unknown()),
        Answer::Accepted(_) | Answer::Replayed(_) | Answer::Fault => {
            Err(Problem::internal("the decider failed over a dry run"))
        }
    }
}
