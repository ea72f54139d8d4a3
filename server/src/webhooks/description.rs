//! Webhooks in the description of the API: what is sent, with which headers, and how an answer is taken.

use utoipa::ToSchema;
use utoipa::openapi::path::{OperationBuilder, ParameterBuilder, ParameterIn};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::schema::Type;
use utoipa::openapi::{
    ContentBuilder, HttpMethod, ObjectBuilder, PathItem, Paths, PathsBuilder, Ref, Required, ResponseBuilder,
};

use super::message::EventView;
use super::post::EVENT;

/// The one request that is sent.
pub fn webhooks() -> Paths {
    let schema = Ref::from_schema_name(EventView::name());
    let body = RequestBodyBuilder::new()
        .description(Some("A CloudEvents 1.0 event in structured form, as `GET /v1/events` lists it."))
        .content(EVENT, ContentBuilder::new().schema(Some(schema)).build())
        .required(Some(Required::True))
        .build();
    let answer = |text: &str| ResponseBuilder::new().description(text).build();
    let operation = OperationBuilder::new()
        .tag("events")
        .operation_id(Some("receive_event"))
        .summary(Some("What concerns an organisation, as its webhooks are told"))
        .description(Some(
            "Signed by Standard Webhooks 1.0: `{webhook-id}.{webhook-timestamp}.{body}`. In the order of the log, at \
             least once; answer within fifteen seconds.",
        ))
        .parameter(header("webhook-id", "the event's `id`, the same for each attempt"))
        .parameter(header("webhook-timestamp", "seconds since 1970, of this attempt"))
        .parameter(header("webhook-signature", "`v1,` HMAC-SHA256 and `v1a,` Ed25519, in base64, by spaces"))
        .request_body(Some(body))
        .securities(Some([]))
        .response("2XX", answer("taken; the next event follows"))
        .response("410", answer("nothing more is wanted: the webhook is disabled"))
        .response("default", answer("anything else, redirects too, is a failure and tried again"));
    PathsBuilder::new().path("event", PathItem::new(HttpMethod::Post, operation)).build()
}

fn header(name: &str, description: &str) -> ParameterBuilder {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(Required::True)
        .description(Some(description))
        .schema(Some(ObjectBuilder::new().schema_type(Type::String)))
}
