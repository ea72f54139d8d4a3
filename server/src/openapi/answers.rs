//! What answers have in common, described once: problems by their status, and the headers that many answers have.

use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{Object, Type};
use utoipa::openapi::{
    Components, Content, ContentBuilder, Header, HeaderBuilder, ObjectBuilder, OpenApi, Ref, RefOr, Required, Response,
    ResponseBuilder,
};
use utoipa::{Modify, ToSchema};

use super::operations;
use crate::problem::{MEDIA_TYPE, ProblemBody};

/// Status, the name of its problem among the components, and what it says.
const PROBLEMS: &[(&str, &str, &str)] = &[
    ("400", "Malformed", "What was asked is not of its form: `errors` or `detail` say where."),
    ("401", "Unknown", "Nobody is known to ask, or by a token that is worth nothing here."),
    ("403", "NotAllowed", "Whoever asks may not."),
    ("404", "Absent", "There is no such thing, or none that whoever asks may see."),
    ("408", "TooSlow", "The body took too long to arrive."),
    ("409", "Conflict", "The state of things does not allow it."),
    ("410", "Gone", "It was there, and was erased."),
    ("412", "Overtaken", "`If-Match` names another state than the present one: somebody else was faster."),
    ("413", "TooLarge", "The body is too long."),
    ("415", "OtherMediaType", "The body is of a media type that is not taken here."),
    ("416", "OutOfRange", "`Range` asks for what is not there."),
    ("422", "Refused", "It breaks a rule: `code` and `facts` say which, and by how much."),
    ("428", "IfMatchIsRequired", "A change says in `If-Match` which state it changes."),
    ("429", "TooManyRequests", "The quota is used up, for the seconds in `Retry-After`."),
    (
        "503",
        "Unavailable",
        "The server does not lead, or has too much to do; of an instruction also: its outcome is unknown.",
    ),
];

/// Name, what it says, and an example.
const HEADERS: &[(&str, &str, &str)] = &[
    (
        "ETag",
        "Names this state. A later read with it in `If-None-Match` is answered `304` while nothing was written.",
        "W/\"0.3.0-41a\"",
    ),
    ("Idempotent-Replayed", "`true` where the same instruction was accepted before.", "true"),
    ("Link", "The next page, where there is one: `rel=\"next\"`.", "</v1/batches?cursor=…&limit=50>; rel=\"next\""),
    ("Location", "Where that is which was made.", "/v1/webhooks/whk_018f6b0c6d2e7c51b1d1c9e5f0a3b7d4"),
    ("Orebook-Sequence", "The last entry of the log whose consequences are shown.", "41"),
    (
        "RateLimit",
        "What is left of the quota (draft-ietf-httpapi-ratelimit-headers-11).",
        "\"public_reads\";r=1187;t=1",
    ),
    ("RateLimit-Policy", "The quota of this class of requests.", "\"public_reads\";q=1200;w=60"),
    ("Retry-After", "Seconds after which to ask again.", "7"),
    ("WWW-Authenticate", "How to prove oneself.", "Bearer"),
    ("X-Request-Id", "The request's id: as it was sent, or a new one.", "019ac311-7b5e-7d21-8a3c-2f6f3b0c9e11"),
];

/// Operations whose answers have no quota.
const UNLIMITED: &[&str] = &["livez", "leadz", "readyz", "version"];
/// Operations that a server answers which does not lead.
const STATELESS: &[&str] = &["livez", "version"];
/// Lists that are no CSV.
const JSON_ONLY: &[&str] = &["list_events", "list_letters", "list_webhook_deliveries"];

/// Says of an operation that it may be answered so.
pub(super) fn declare(operation: &mut Operation, status: &str) {
    operation.responses.responses.entry(status.to_owned()).or_insert_with(|| RefOr::T(Response::default()));
}

/// Describes answers.
pub(super) struct Answers;

impl Modify for Answers {
    fn modify(&self, document: &mut OpenApi) {
        for (_, _, operation) in operations(document) {
            describe(operation);
        }
        let components = document.components.get_or_insert_with(Components::new);
        components
            .headers
            .extend(HEADERS.iter().map(|(name, text, example)| ((*name).to_owned(), header(text, example).into())));
        components
            .responses
            .extend(PROBLEMS.iter().map(|(status, name, text)| ((*name).to_owned(), problem(status, text).into())));
        components.parameters.insert("IfNoneMatch".to_owned(), if_none_match().into());
    }
}

fn describe(operation: &mut Operation) {
    let id = operation.operation_id.clone().unwrap_or_default();
    let takes = |name: &str| parameters(operation).any(|parameter| parameter.name == name);
    let (of_state, in_pages, in_query) =
        (takes("at"), takes("cursor"), parameters(operation).any(|p| p.parameter_in == ParameterIn::Query));
    if in_query {
        declare(operation, "400");
    }
    if operation.request_body.is_some() {
        declare(operation, "413");
        declare(operation, "415");
    }
    if !UNLIMITED.contains(&id.as_str()) {
        declare(operation, "429");
    }
    if !STATELESS.contains(&id.as_str()) {
        declare(operation, "503");
    }
    if of_state {
        declare(operation, "304");
        declare(operation, "404");
        operation.parameters.get_or_insert_default().push(RefOr::Ref(Ref::new("#/components/parameters/IfNoneMatch")));
    }
    for (status, response) in &mut operation.responses.responses {
        let shared = PROBLEMS.iter().find(|(of, ..)| of == status);
        if let (Some((_, name, _)), RefOr::T(own)) = (shared, &*response)
            && own.description.is_empty()
        {
            *response = RefOr::Ref(Ref::from_response_name(*name));
            continue;
        }
        let RefOr::T(response) = response else { continue };
        if response.description.is_empty() {
            response.description = meaning(status).to_owned();
        }
        name_headers(response, &["X-Request-Id"]);
        if !UNLIMITED.contains(&id.as_str()) {
            name_headers(response, &["RateLimit", "RateLimit-Policy"]);
        }
        if of_state && ["200", "304"].contains(&status.as_str()) {
            name_headers(response, &["ETag", "Orebook-Sequence"]);
        }
        if in_pages && status == "200" {
            name_headers(response, &["Link"]);
            if !JSON_ONLY.contains(&id.as_str()) {
                response.content.insert("text/csv".to_owned(), text());
            }
        }
        name_headers(response, of_one(&id, status));
    }
}

/// Headers of one answer alone.
fn of_one(operation_id: &str, status: &str) -> &'static [&'static str] {
    match (operation_id, status) {
        ("submit_instruction", "200") => &["Idempotent-Replayed"],
        ("add_webhook", "201") => &["ETag", "Location"],
        ("get_webhook" | "set_webhook" | "rotate_webhook_secret" | "get_person" | "put_person", "200") => &["ETag"],
        ("get_payout_file", "200") => &["ETag"],
        _ => &[],
    }
}

fn parameters(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    let parameters = operation.parameters.iter().flatten();
    parameters.filter_map(|parameter| if let RefOr::T(parameter) = parameter { Some(parameter) } else { None })
}

fn name_headers(response: &mut Response, names: &[&str]) {
    let named = |name: &&str| ((*name).to_owned(), RefOr::Ref(Ref::new(format!("#/components/headers/{name}"))));
    response.headers.extend(names.iter().map(named));
}

fn meaning(status: &str) -> &'static str {
    match status {
        "200" => "as asked",
        "201" => "made",
        "202" => "taken; it goes on by itself",
        "204" => "done",
        "206" => "a part of it",
        "304" => "nothing was written since the state that `If-None-Match` names",
        _ => "see `code`",
    }
}

fn problem(status: &str, text: &str) -> Response {
    let body = ContentBuilder::new().schema(Some(Ref::from_schema_name(ProblemBody::name()))).build();
    let mut response = ResponseBuilder::new().description(text).content(MEDIA_TYPE, body).build();
    name_headers(&mut response, &["X-Request-Id", "RateLimit", "RateLimit-Policy"]);
    match status {
        "401" => name_headers(&mut response, &["WWW-Authenticate"]),
        "429" | "503" => name_headers(&mut response, &["Retry-After"]),
        _ => {}
    }
    response
}

fn string() -> Object {
    ObjectBuilder::new().schema_type(Type::String).build()
}

fn text() -> RefOr<Content> {
    ContentBuilder::new().schema(Some(string())).build().into()
}

fn header(text: &str, example: &str) -> Header {
    HeaderBuilder::new().schema(Some(string())).description(Some(text)).example(Some(example.into())).build()
}

fn if_none_match() -> Parameter {
    ParameterBuilder::new()
        .name("If-None-Match")
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some("An `ETag` that was answered before."))
        .schema(Some(string()))
        .build()
}
