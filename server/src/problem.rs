//! Problems: every answer of 4xx and 5xx, as RFC 9457 `application/problem+json`. Here stands the one match from
//! refusals to HTTP.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::{ALLOW, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use actix_web::{HttpResponse, HttpResponseBuilder, ResponseError};
use orebook_document::ReadError;
use orebook_registry::{Refusal, RefusalClass};
use orebook_store::StoreError;
use serde::Serialize;
use serde_json::{Value, json};

use crate::api::forecast::RuleView;
use crate::sequencer::Unavailable;

/// The media type of every problem.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// Something a client should know, with a stable code and the figures.
#[derive(Debug, Clone)]
pub struct Problem {
    /// HTTP status.
    pub status: StatusCode,
    /// Stable, snake_case.
    pub code: String,
    /// One sentence with the figures.
    pub detail: String,
    /// The figures.
    pub facts: Value,
    /// Where in the document, as a JSON pointer.
    pub pointer: Option<String>,
    /// Of a dry run: the rules that were looked at. Boxed, so that a result with a problem stays small.
    pub rules: Option<Box<Rules>>,
}

/// The rules of a dry run, in order of precedence.
#[derive(Debug, Clone)]
pub struct Rules(pub Vec<RuleView>);

/// The wire form.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ProblemBody {
    /// A page about this kind of problem.
    #[serde(rename = "type")]
    pub kind: String,
    /// The code in words.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// One sentence with the figures.
    pub detail: String,
    /// Stable, snake_case.
    pub code: String,
    /// The figures by name.
    #[serde(skip_serializing_if = "Value::is_null")]
    pub facts: Value,
    /// Where in the document it lies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ProblemPart>,
    /// Of a dry run: the rules that were looked at, in order of precedence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<RuleView>,
    /// The request's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instance: Option<String>,
    /// Of a request for a token: the error's name in OAuth (RFC 6749 §5.2).
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "invalid_client")]
    pub error: Option<&'static str>,
}

/// One place where something is wrong.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ProblemPart {
    /// JSON pointer into the document.
    pub pointer: String,
    /// Stable, snake_case.
    pub code: String,
    /// What is wrong there.
    pub detail: String,
}

impl Problem {
    /// A problem without figures.
    pub fn new(status: StatusCode, code: &str, detail: impl Into<String>) -> Self {
        Self { status, code: code.to_owned(), detail: detail.into(), facts: Value::Null, pointer: None, rules: None }
    }
    /// The form of the request is wrong.
    pub fn bad_request(code: &str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, code, detail)
    }
    /// There is no such thing, or none that the asker may see.
    pub fn not_found(kind: &'static str, id: impl fmt::Display) -> Self {
        Refusal::MustExist { kind, id: id.to_string() }.into()
    }
    /// The path is served, to another method.
    pub fn method_not_allowed(method: &str, path: &str, allowed: &'static str) -> Self {
        let detail = format!("{path} is served to {allowed}, not to {method}");
        Self::new(StatusCode::METHOD_NOT_ALLOWED, "method_not_allowed", detail).with(json!({ "allowed": allowed }))
    }
    /// A fault of ours.
    pub fn internal(error: impl fmt::Display) -> Self {
        tracing::error!(%error, "internal error");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal_error", "the server failed; nothing was changed")
    }
    /// Too many ask for the same at once.
    pub fn busy(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", detail)
    }
    /// More was asked than is served in a time.
    pub fn too_many(detail: &str, limit: u32, seconds: u64) -> Self {
        Self::new(StatusCode::TOO_MANY_REQUESTS, "too_many_requests", detail)
            .with(json!({ "limit": limit, "seconds": seconds }))
    }
    /// Whether it was stored is not known.
    pub fn outcome_unknown() -> Self {
        Self::new(
            StatusCode::SERVICE_UNAVAILABLE,
            "outcome_unknown",
            "whether the instruction was stored is not known: send the same bytes again",
        )
    }
    /// Adds figures.
    pub fn with(mut self, facts: Value) -> Self {
        self.facts = facts;
        self
    }

    /// Adds the rules of a dry run.
    pub fn with_rules(self, rules: Vec<RuleView>) -> Self {
        Self { rules: Some(Box::new(Rules(rules))), ..self }
    }

    /// The response, with the request's id.
    pub fn response(&self, instance: Option<String>) -> HttpResponse {
        let mut response = HttpResponseBuilder::new(self.status);
        response.insert_header((CONTENT_TYPE, MEDIA_TYPE));
        if self.status == StatusCode::TOO_MANY_REQUESTS {
            response.insert_header((RETRY_AFTER, self.facts["seconds"].to_string()));
        }
        if self.status == StatusCode::SERVICE_UNAVAILABLE {
            response.insert_header((RETRY_AFTER, "1"));
        }
        if let Some(leader) = self.facts["leader"].as_str().filter(|_| self.code == "not_leading") {
            response.insert_header(("orebook-leader", leader));
        }
        if self.status == StatusCode::REQUEST_TIMEOUT {
            // What is left of the request is not waited for (RFC 9110, 15.5.9).
            response.force_close();
        }
        if let Some(challenge) = challenge(&self.code) {
            response.insert_header((WWW_AUTHENTICATE, challenge));
        }
        if let Some(allowed) = self.facts["allowed"].as_str().filter(|_| self.status == StatusCode::METHOD_NOT_ALLOWED)
        {
            response.insert_header((ALLOW, allowed));
        }
        response.json(ProblemBody {
            kind: format!("/problems/{}", self.code),
            title: title(&self.code),
            status: self.status.as_u16(),
            detail: self.detail.clone(),
            code: self.code.clone(),
            facts: self.facts.clone(),
            errors: self
                .pointer
                .iter()
                .map(|pointer| ProblemPart {
                    pointer: pointer.clone(),
                    code: self.code.clone(),
                    detail: self.detail.clone(),
                })
                .collect(),
            rules: self.rules.as_ref().map(|rules| rules.0.clone()).unwrap_or_default(),
            instance,
            error: oauth_error(&self.code),
        })
    }
}

/// What OAuth calls it (RFC 6749 §5.2).
fn oauth_error(code: &str) -> Option<&'static str> {
    match code {
        "client_must_prove_itself" => Some("invalid_client"),
        "grant_type_is_not_supported" => Some("unsupported_grant_type"),
        "scope_is_beyond_the_client" => Some("invalid_scope"),
        "token_request_is_malformed" => Some("invalid_request"),
        _ => None,
    }
}

/// How to be let in, told with a refusal (RFC 6750 §3).
fn challenge(code: &str) -> Option<&'static str> {
    match code {
        "token_is_required" | "auditor_token_is_required" | "auditor_token_is_not_in_force" => Some("Bearer"),
        "token_is_not_in_force" => Some("Bearer error=\"invalid_token\""),
        "permission_is_required" => Some("Bearer error=\"insufficient_scope\""),
        _ => None,
    }
}

/// `available_credits_must_cover_mass` → `Available credits must cover mass`
fn title(code: &str) -> String {
    let words = code.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.detail)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.status
    }
    fn error_response(&self) -> HttpResponse {
        self.response(None)
    }
}

/// What the door says before the register is asked: code, status, rule. Refusals have a table of their own.
pub const TRANSPORT: &[(&str, u16, &str)] = &[
    ("auditor_token_is_not_in_force", 401, "the auditor's token is not one of this register, or was revoked"),
    ("auditor_token_is_required", 401, "entry bundles are read with an auditor's token"),
    ("bank_line_must_be_aside", 409, "a line of the bank's is taken back when it was set aside"),
    ("bank_line_must_wait", 409, "a line of the bank's is set aside while it waits"),
    (
        "base_url_must_be_configured",
        409,
        "people log in over https at the base_url of configuration; without one, on the server's machine",
    ),
    ("body_is_too_large", 413, "a request's body has 64 KiB at the most"),
    ("busy", 503, "too many requests are waiting; nothing was taken in; send it again"),
    ("client_key_must_be_new", 409, "a program has a key of its own, which nothing else uses"),
    ("client_must_prove_itself", 401, "the client assertion proves no client of this register"),
    (
        "contact_details_are_malformed",
        422,
        "contact details have an organisation and people, each part of its form; the place is named",
    ),
    ("contact_details_must_have_their_digest", 422, "salt and details have the digest that is named"),
    ("declaration_must_be_live", 409, "evidence is taken in while a declaration is declared or approved"),
    (
        "document_is_malformed",
        400,
        "the document is not JSON of its type: an unknown member, a missing one, or a value of another form",
    ),
    ("document_is_too_deep", 400, "a document is nested sixteen levels deep at the most"),
    ("document_is_too_long", 413, "an instruction has 16,384 bytes at the most"),
    ("document_must_be_canonical", 400, "the document differs from its canonical form (RFC 8785) at the named offset"),
    ("email_must_be_new", 409, "two people do not log in with the same address"),
    ("entry_must_be_written", 404, "an earlier state is asked for by an entry that the log has"),
    ("evidence_is_too_large", 413, "an evidence file has so many bytes at the most"),
    ("evidence_must_be_intact", 409, "a file is read as it was stored; one that is not can be uploaded again"),
    ("evidence_must_be_ones_own", 403, "evidence is uploaded by the producer, or by a holder that may declare for it"),
    ("evidence_must_be_stored", 404, "a declared file is read after it was uploaded"),
    ("evidence_must_have_its_digest", 422, "an evidence file has the digest that is named"),
    ("evidence_must_not_be_erased", 410, "a file that was erased is not read, and does not come back"),
    ("evidence_storage_must_answer", 503, "the storage of evidence fails or does not answer; try again later"),
    ("evidence_type_must_be_allowed", 415, "evidence is a document, table, picture or text, by its content"),
    ("form_must_be_of_this_site", 403, "a form is sent from a page of this site"),
    ("grievance_is_malformed", 400, "a grievance has a known kind and at most 4,000 characters of text"),
    ("grant_type_is_not_supported", 400, "a token is asked for with client credentials"),
    ("if_match_is_required", 428, "what can be changed is changed with the ETag of what is known of it"),
    ("if_match_must_be_current", 412, "it was changed meanwhile; read it again"),
    ("internal_error", 500, "the server failed; nothing was changed"),
    ("issuer_key_is_not_here", 503, "the key that signed this statement is not on this server; ask another, or later"),
    ("media_type_not_supported", 415, "send application/json"),
    ("method_not_allowed", 405, "the path is served, but not for this method"),
    ("new_log_key_must_be_here", 409, "a log key is adopted when the server that signs with it has its file"),
    ("no_such_route", 404, "nothing is served at this path"),
    ("not_leading", 503, "this server follows another, which takes instructions in; send it there"),
    ("not_ready", 503, "this server does not lead now, for the reason given; send it again"),
    ("note_must_have_its_digest", 422, "salt and text have the digest that is named"),
    ("office_is_required", 403, "the operator alone, or operator and auditors, may ask for this"),
    ("organisation_must_be_ones_own", 403, "what is private of an organisation is for its own members and for offices"),
    ("organisation_must_keep_an_admin", 409, "the last admin stays; make another one first"),
    ("outcome_unknown", 503, "whether the instruction was stored is not known; send the same bytes again"),
    ("parameter_is_malformed", 400, "a part of the path or query is not of its form"),
    (
        "payout_details_are_malformed",
        422,
        "payout details have a name and an account of the entry's rail, each part of its form; the place is named",
    ),
    ("payout_details_must_be_there", 409, "a payout file is made when the details of all its payouts are kept here"),
    ("payout_details_must_have_their_digest", 422, "salt and details have the digest that is named"),
    (
        "payout_file_must_be_whole",
        409,
        "a payout file is made of all the payouts that two persons approved, or of none",
    ),
    (
        "payouts_must_be_configured",
        409,
        "payout files are made, and statements read, when configuration says from where the register pays",
    ),
    ("permission_is_required", 403, "the token's scope or the person's role does not have the named permission"),
    ("proof_context_must_be_the_documents", 400, "the proof repeats the document's @context"),
    ("proof_is_missing", 400, "the document has no proof"),
    ("proof_purpose_is_wrong", 400, "an instruction is signed for capabilityInvocation"),
    ("proof_value_is_malformed", 400, "proofValue is z and base58btc of 64 bytes"),
    ("range_must_be_of_the_file", 416, "a range names bytes that the file has"),
    ("request_is_malformed", 400, "the request is not of its form"),
    ("request_took_too_long", 408, "the request did not arrive in time"),
    ("scope_is_beyond_the_client", 400, "a token is good for no more than its client is"),
    ("sequence_is_not_reached", 503, "this server does not show the entry yet that the answer must show; ask again"),
    ("session_is_required", 403, "this belongs to a person who has logged in; a program has none of it"),
    ("signature_must_verify", 401, "the signature does not verify with the named key"),
    (
        "statement_is_malformed",
        400,
        "a bank's statement is camt.053 or camt.054, version 001.02, 001.04 or 001.08; the line is named",
    ),
    ("statement_is_too_large", 413, "a bank's statement has 8 MiB at the most"),
    (
        "statement_must_be_of_own_account",
        422,
        "a statement is of the account from which the register pays in its currency",
    ),
    (
        "token_is_not_in_force",
        401,
        "the access token has expired, is of another, or was altered; or its key was revoked",
    ),
    ("token_is_required", 401, "private things are read with an access token or a session"),
    ("token_request_is_malformed", 400, "a request for a token is not of its form (RFC 6749, RFC 7523)"),
    ("too_many_clients", 409, "an organisation has 32 programs in force at the most, a program two keys"),
    ("too_many_requests", 429, "more was asked than is served in this time"),
    ("verification_method_must_be_did_key", 400, "verificationMethod is did:key:X#X"),
    ("webhook_types_must_exist", 422, "a webhook wants events of types that there are"),
    (
        "webhook_url_must_be_public",
        422,
        "a webhook leads by https to a name or address of the public internet, without a user or password",
    ),
    ("webhooks_must_be_few", 409, "an organisation has sixteen webhooks at the most"),
];

/// The status of a class of refusals.
pub const fn status_of(class: RefusalClass) -> StatusCode {
    match class {
        RefusalClass::Identity => StatusCode::UNAUTHORIZED,
        RefusalClass::Authority => StatusCode::FORBIDDEN,
        RefusalClass::Existence => StatusCode::NOT_FOUND,
        RefusalClass::State => StatusCode::CONFLICT,
        RefusalClass::Amount => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        Self {
            status: status_of(refusal.class()),
            code: refusal.code(),
            detail: refusal.to_string(),
            facts: refusal.facts(),
            pointer: None,
            rules: None,
        }
    }
}

impl From<ReadError> for Problem {
    fn from(error: ReadError) -> Self {
        let detail = error.to_string();
        let bad = |code: &str, facts: Value| Self::bad_request(code, detail.clone()).with(facts);
        match error {
            ReadError::TooLong { limit, length } => Self {
                status: StatusCode::PAYLOAD_TOO_LARGE,
                ..bad("document_is_too_long", json!({ "limit": limit, "length": length }))
            },
            ReadError::TooDeep { limit } => bad("document_is_too_deep", json!({ "limit": limit })),
            ReadError::Malformed { line, column, .. } => {
                bad("document_is_malformed", json!({ "line": line, "column": column }))
            }
            ReadError::NotCanonical { offset } => bad("document_must_be_canonical", json!({ "offset": offset })),
            ReadError::ProofMissing => bad("proof_is_missing", Value::Null),
            ReadError::WrongPurpose { .. } => bad("proof_purpose_is_wrong", Value::Null),
            ReadError::ContextDiffers => bad("proof_context_must_be_the_documents", Value::Null),
            ReadError::VerificationMethod => bad("verification_method_must_be_did_key", Value::Null),
            ReadError::ProofValue => bad("proof_value_is_malformed", Value::Null),
        }
    }
}

impl From<Unavailable> for Problem {
    fn from(unavailable: Unavailable) -> Self {
        match unavailable {
            Unavailable::Busy => Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "busy",
                "too many instructions are waiting; nothing was taken in",
            ),
            Unavailable::NotReady(reason) => Self::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "not_ready",
                format!("this server does not lead now: {reason}"),
            ),
            Unavailable::Follows(leader) => {
                let there = leader.as_deref().unwrap_or("another server");
                let detail = format!("this server follows and takes nothing in; send it to {there}");
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "not_leading", detail).with(json!({ "leader": leader }))
            }
            Unavailable::Behind { asked, shown } => {
                let detail = format!("entry {asked} is not shown yet; {shown} entries are");
                let facts = json!({ "asked": asked, "shown": shown });
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "sequence_is_not_reached", detail).with(facts)
            }
        }
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Pool(_) => {
                Self::new(StatusCode::SERVICE_UNAVAILABLE, "busy", "no connection to the database came free")
            }
            error => Self::internal(error),
        }
    }
}
