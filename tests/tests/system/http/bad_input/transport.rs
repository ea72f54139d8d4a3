//! What is wrong before anybody reads a document.

use super::Row;
use super::stage::Stage;

const JSON: (&str, &str) = ("content-type", "application/json");

pub fn rows(stage: &Stage) -> Vec<Row> {
    let good = stage.account.as_str();
    let row = |name: &str, body: Vec<u8>, status, code| Row::write(name, body, status, code);
    let media = |name: &str, headers: &[(&'static str, &'static str)]| {
        row(name, good.into(), 415, "media_type_not_supported").with(headers)
    };
    let dry = format!("/v1/dry-run?organisation={}", stage.lumen.id);
    vec![
        media("no media type", &[]),
        media("plain text", &[("content-type", "text/plain")]),
        media("a form", &[("content-type", "application/x-www-form-urlencoded")]),
        media("xml", &[("content-type", "application/xml")]),
        media("a list of media types", &[("content-type", "text/plain, application/json")]),
        media("dry run as text", &[("content-type", "text/plain")]).to("POST", dry.clone()),
        row("nothing", Vec::new(), 400, "document_is_malformed"),
        row("16,385 bytes", vec![b' '; 16_385], 413, "document_is_too_long"),
        row("65,537 bytes", vec![b' '; 65_537], 413, "body_is_too_large"),
        row("a million bytes", vec![b'x'; 1_000_000], 413, "body_is_too_large"),
        row("a dry run of 16,385 bytes", vec![b' '; 16_385], 413, "document_is_too_long").to("POST", dry),
        row("not UTF-8", vec![0xff, 0xfe, 0x7b], 400, "document_is_malformed"),
        row("half a character", vec![b'"', 0xc3, b'"'], 400, "document_is_malformed"),
        row("gzip that is none", good.into(), 400, "request_is_malformed").with(&[JSON, ("content-encoding", "gzip")]),
        row("GET", Vec::new(), 405, "method_not_allowed").to("GET", "/v1/instructions"),
        row("PUT", good.into(), 405, "method_not_allowed").to("PUT", "/v1/instructions"),
        row("DELETE", Vec::new(), 405, "method_not_allowed").to("DELETE", "/v1/instructions"),
        row("PATCH", good.into(), 405, "method_not_allowed").to("PATCH", "/v1/batches"),
        row("an own method", good.into(), 405, "method_not_allowed").to("RETIRE", "/v1/retirements"),
        row("POST to a page", good.into(), 405, "method_not_allowed").to("POST", "/"),
        row("no route", Vec::new(), 404, "no_such_route").to("GET", "/v1/nothing"),
        row("no version", good.into(), 404, "no_such_route").to("POST", "/instructions"),
        row("a slash more", good.into(), 404, "no_such_route").to("POST", "/v1/instructions/"),
        row("another case", good.into(), 404, "no_such_route").to("POST", "/V1/instructions"),
        row("up and away", Vec::new(), 404, "no_such_route").to("GET", "/assets/%2e%2e/%2e%2e/keys/log.pem"),
        row("a path that is no text", Vec::new(), 404, "no_such_route").to("GET", "/%ff%fe"),
    ]
}
