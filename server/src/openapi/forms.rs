//! The forms of what is asked for: ids, codes and numbers, by the names of parameters and of members of bodies.

use serde_json::Value;
use utoipa::Modify;
use utoipa::openapi::path::Parameter;
use utoipa::openapi::schema::{Object, Schema};
use utoipa::openapi::{OpenApi, RefOr};

use orebook_registry::instruction::{ClaimType, Level, Severity};
use orebook_registry::mineral::Mineral;
use orebook_registry::money::PayoutState;

use super::operations;
use crate::access::people::Role;
use crate::api::oauth;
use crate::grievance::KINDS;

/// Where the ids of a path are of which kind.
const IDS: &[(&str, &str)] = &[
    ("/v1/batches/", "bat"),
    ("/v1/certificates/", "crt"),
    ("/v1/deals/", "del"),
    ("/v1/declarations/", "dcl"),
    ("/v1/markets/", "mkt"),
    ("/v1/orders/", "ord"),
    ("/v1/organisations/", "org"),
    ("/v1/payout-files/", "pfl"),
    ("/v1/payouts/", "pay"),
    ("/v1/producers/", "org"),
    ("/v1/retirements/", "ret"),
];

const DIGEST: &str = "^[0-9a-f]{64}$";
const SEQUENCE: &str = "^(0|[1-9][0-9]{0,17})$";
const INSTRUCTION: &str = "^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$";
const SERIAL: &str = r"^OBK-[A-Z]{3}-[A-Z]{2}-[A-Z][2-9][A-Z][2-9]-[0-9]{4}-[0-9]{4}-[0-9]{8}(\.[0-9]{6})?-[0-9]{8}(\.[0-9]{6})?-[0-9]{2}$";
const ACCOUNT: &str =
    "^(bank|fees|suspense|operator_loss|(cash:org|escrow:ord|escrow:del|transit:pay)_[0-7][0-9A-HJKMNP-TV-Z]{25})$";
const PROGRAMME: &str = "^[A-Z]{3}$";
const SCOPE: &str =
    "^(read|money|documents|settings|people|entries)( (read|money|documents|settings|people|entries))*$";
const KEY: &str = "^did:key:z6Mk[1-9A-HJ-NP-Za-km-z]{44}$";
const CURRENCY: &str = "^[A-Z]{3}$";
const COUNTRY: &str = "^[A-Z]{2}$";
const DAY: &str = "^2[01][0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
const YEAR: &str = "^2[01][0-9]{2}$";

/// The greatest whole number that every reader of JSON tells from the next.
const SEQUENCE_MAX: i64 = 9_007_199_254_740_991;

/// What a parameter may be.
enum Form {
    Id(&'static str),
    Like(&'static str),
    OneOf(Vec<&'static str>),
    Between(i64, i64),
}

/// Gives parameters their forms.
pub(super) struct Forms;

impl Modify for Forms {
    fn modify(&self, document: &mut OpenApi) {
        for (path, _, operation) in operations(document) {
            for parameter in operation.parameters.iter_mut().flatten() {
                if let RefOr::T(parameter) = parameter
                    && let Some(form) = form_of(path, &parameter.name)
                    && let Some(schema) = schema_of(parameter)
                {
                    form.describe(schema);
                }
            }
        }
        for (name, schema) in document.components.iter_mut().flat_map(|components| &mut components.schemas) {
            let RefOr::T(Schema::Object(body)) = schema else { continue };
            for (member, schema) in &mut body.properties {
                if let RefOr::T(Schema::Object(schema)) = schema
                    && let Some(form) = form_in(name, member)
                {
                    form.describe(schema);
                }
            }
        }
    }
}

fn schema_of(parameter: &mut Parameter) -> Option<&mut Object> {
    match &mut parameter.schema {
        Some(RefOr::T(Schema::Object(object))) => Some(object),
        _ => None,
    }
}

fn form_of(path: &str, name: &str) -> Option<Form> {
    let words = |words: &[&'static str]| Some(Form::OneOf(words.to_vec()));
    match name {
        "at" => Some(Form::Between(0, SEQUENCE_MAX)),
        "limit" | "levels" => Some(Form::Between(1, 200)),
        "days" => Some(Form::Between(1, 366)),
        "organisation" | "producer" | "creditor" => Some(Form::Id("org")),
        "batch" => Some(Form::Id("bat")),
        "certificate" => Some(Form::Id("crt")),
        "market" => Some(Form::Id("mkt")),
        "trade" => Some(Form::Id("trd")),
        "digest" => Some(Form::Like(DIGEST)),
        "sequence" => Some(Form::Like(SEQUENCE)),
        "serial" => Some(Form::Like(SERIAL)),
        "account" => Some(Form::Like(ACCOUNT)),
        "programme" => Some(Form::Like(PROGRAMME)),
        "country" => Some(Form::Like(COUNTRY)),
        "year" => Some(Form::Like(YEAR)),
        "date" | "from" | "to" | "on" => Some(Form::Like(DAY)),
        "mineral" => Some(Form::OneOf(Mineral::all().map(Mineral::code).collect())),
        "currency" => Some(Form::Like(CURRENCY)),
        "level" => Some(Form::OneOf(Level::ALL.iter().map(|level| level.word()).collect())),
        "claim" => Some(Form::OneOf(ClaimType::ALL.iter().map(|claim| claim.word()).collect())),
        "unassigned" => words(&["yes", "no"]),
        "unmasked" => words(&["yes"]),
        "state" if path == "/v1/grievances" => words(&["open", "overdue", "closed", "all"]),
        "state" if path == "/v1/bank-lines" => words(&crate::api::bank_lines::STATES),
        "state" if path == "/v1/letters" => words(&["dead", "waiting", "sent"]),
        "state" if path == "/v1/payouts" => {
            Some(Form::OneOf(PayoutState::ALL.iter().map(|state| state.word()).collect()))
        }
        "state" => words(&crate::api::transfers::STATES),
        "id" if path.starts_with("/v1/bank-lines/") => Some(Form::Like(DIGEST)),
        "id" if path.starts_with("/v1/instructions/") => Some(Form::Like(INSTRUCTION)),
        "id" => IDS.iter().find(|(start, _)| path.starts_with(start)).map(|(_, prefix)| Form::Id(prefix)),
        _ => None,
    }
}

/// Of a member of a body that is sent.
fn form_in(body: &str, member: &str) -> Option<Form> {
    match (body, member) {
        ("FilingBody", "kind") => Some(Form::OneOf(KINDS.to_vec())),
        ("FilingBody", "severity") => Some(Form::OneOf(Severity::ALL.iter().map(|severity| severity.word()).collect())),
        ("FilingBody", "about") => Some(Form::Like("^(crt|bat|org)_[0-7][0-9A-HJKMNP-TV-Z]{25}$")),
        ("ContactDetailsBody" | "NoteBody" | "PayoutDetailsBody", "salt") => Some(Form::Like("^([0-9a-f]{2}){16,32}$")),
        ("NewClient", "scope") => Some(Form::Like(SCOPE)),
        ("NewClient" | "NewClientKey", "key") => Some(Form::Like(KEY)),
        ("InvitationBody" | "PersonBody", "role") => Some(Form::OneOf(Role::all().map(Role::word).collect())),
        ("InvitationBody" | "PersonBody", "language") => Some(Form::OneOf(vec!["en", "es", "fr", "sw"])),
        ("InvitationBody", "organisation") => Some(Form::Id("org")),
        ("ReplayBody", "from") => Some(Form::Like(SEQUENCE)),
        ("TokenRequest", "grant_type") => Some(Form::OneOf(vec!["client_credentials"])),
        ("TokenRequest", "client_assertion_type") => Some(Form::OneOf(vec![oauth::ASSERTION_TYPE])),
        _ => None,
    }
}

impl Form {
    fn describe(self, schema: &mut Object) {
        match self {
            Self::Id(prefix) => schema.pattern = Some(format!("^{prefix}_[0-7][0-9A-HJKMNP-TV-Z]{{25}}$")),
            Self::Like(pattern) => schema.pattern = Some(pattern.to_owned()),
            Self::OneOf(words) => schema.enum_values = Some(words.into_iter().map(Value::from).collect()),
            Self::Between(from, to) => (schema.minimum, schema.maximum) = (Some(from.into()), Some(to.into())),
        }
    }
}
