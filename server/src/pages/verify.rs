//! The page that checks a retirement bundle in the browser: one file without any other, here and on a disk. It is served
//! as it lies in the source, so whoever has kept a copy can compare.

use std::sync::LazyLock;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpResponse, get, web};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use orebook_document::sha256;
use orebook_registry::values::RetirementId;

use crate::api::parse;
use crate::api::retirement_files::{address, bundle_of, code};
use crate::app::Data;
use crate::problem::Problem;

const PAGE: &str = include_str!("verify.html");

/// Where a bundle may stand in the page.
const EMBEDDED: &str = r#"<script type="application/json" id="embedded"></script>"#;

/// Where its printed code may stand.
const CODE: &str = "<!--QR-->";

/// No other script and style than the page's own run, nothing is loaded or sent, and it stands in no frame.
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let hash = |tag: &str| {
        let text = PAGE.split_once(&format!("<{tag}>")).and_then(|(_, rest)| rest.split_once(&format!("</{tag}>")));
        format!("'sha256-{}'", STANDARD.encode(sha256(text.map(|(text, _)| text).unwrap_or_default().as_bytes())))
    };
    format!(
        "default-src 'none'; script-src {}; style-src {}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        hash("script"),
        hash("style")
    )
});

/// The same, where the page of its retirement shows it.
static POLICY_IN_OWN_FRAME: LazyLock<String> =
    LazyLock::new(|| POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'"));

/// The page alone.
#[get("/verify")]
pub async fn show() -> HttpResponse {
    answer(PAGE.to_owned(), &POLICY, "public, max-age=3600", None)
}

/// The page with a bundle in it: a record that a reader opens from a disk and that checks itself.
#[get("/v1/retirements/{id}/bundle.html")]
pub async fn show_bundle(shared: Data, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: RetirementId = parse("id", &id)?;
    let bundle = String::from_utf8(bundle_of(&shared, id).await?.to_bytes()).map_err(Problem::internal)?;
    let code = code(&shared.state(|registry| address(registry, id)))?;
    let svg = code.find("<svg").map_or("", |at| &code[at..]);
    // In JSON, `<` stands in strings only, so it can be escaped; then no text of a member ends the element.
    let filled = EMBEDDED.replace("></", &format!(">{}</", bundle.replace('<', "\\u003c")));
    let page = PAGE.replacen(CODE, svg, 1).replacen(EMBEDDED, &filled, 1);
    Ok(answer(page, &POLICY_IN_OWN_FRAME, "no-store", Some(format!("{id}.bundle.html"))))
}

fn answer(page: String, policy: &str, cache: &'static str, name: Option<String>) -> HttpResponse {
    let mut answer = HttpResponse::Ok();
    answer
        .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((CACHE_CONTROL, cache))
        .insert_header(("content-security-policy", policy))
        .insert_header(("referrer-policy", "no-referrer"))
        .insert_header(("x-content-type-options", "nosniff"));
    if let Some(name) = name {
        answer.insert_header(("content-disposition", format!("inline; filename=\"{name}\"")));
    }
    answer.body(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_one_place_for_a_bundle_and_one_for_a_code() {
        assert_eq!((PAGE.matches(EMBEDDED).count(), PAGE.matches(CODE).count()), (1, 1));
        assert_eq!((PAGE.matches("<script>").count(), PAGE.matches("<style>").count()), (1, 1));
        let empty = STANDARD.encode(sha256(b""));
        assert!(!POLICY.contains(&empty), "both are found: {}", *POLICY);
    }

    #[test]
    fn the_page_asks_for_nothing_else() {
        for word in [" src=", "href=\"http", "@import", "url(", "fetch(", "XMLHttpRequest", "WebSocket"] {
            assert!(!PAGE.contains(word), "{word}");
        }
    }
}
