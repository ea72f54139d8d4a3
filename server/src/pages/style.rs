//! The stylesheet, the scripts and the icon, as they were compiled in.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::{HttpResponse, get, web};

use crate::problem::Problem;

const CSS: &str = "text/css; charset=utf-8";
const PICTURE: &str = "image/svg+xml";
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// Name, type and text of each.
const ASSETS: &[(&str, &str, &str)] = &[
    ("orebook.css", CSS, include_str!("../../assets/orebook.css")),
    ("icon.svg", PICTURE, include_str!("../../assets/icon.svg")),
    ("claim.js", SCRIPT, include_str!("../../assets/claim.js")),
    ("draft.js", SCRIPT, include_str!("../../assets/draft.js")),
    ("details.js", SCRIPT, include_str!("../../assets/details.js")),
    ("evidence.js", SCRIPT, include_str!("../../assets/evidence.js")),
    ("join.js", SCRIPT, include_str!("../../assets/join.js")),
    ("keyring.js", SCRIPT, include_str!("../../assets/keyring.js")),
    ("keys.js", SCRIPT, include_str!("../../assets/keys.js")),
    ("recovery.js", SCRIPT, include_str!("../../assets/recovery.js")),
    ("sign.js", SCRIPT, include_str!("../../assets/sign.js")),
    ("uqr.js", SCRIPT, include_str!("../../assets/vendor/uqr.js")),
    ("words.js", SCRIPT, include_str!("../../assets/vendor/words.js")),
];

/// Serves one.
#[get("/assets/{name}")]
pub async fn asset(name: web::Path<String>) -> Result<HttpResponse, Problem> {
    let found = ASSETS.iter().find(|(one, ..)| *one == *name);
    let (_, kind, text) = found.ok_or_else(|| Problem::not_found("asset", name.as_str()))?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, *kind))
        .insert_header((CACHE_CONTROL, "public, max-age=3600"))
        .insert_header(("x-content-type-options", "nosniff"))
        .body(bare(kind, text)))
}

/// A script of ours without the comments that stand on lines of their own: every phone loads it.
fn bare(kind: &str, text: &'static str) -> String {
    // What others wrote is served as it is, with its licence.
    if kind != SCRIPT || text.lines().next().is_some_and(|line| line.contains("MIT")) {
        return text.to_owned();
    }
    let is_comment = |line: &&str| {
        let line = line.trim_start();
        line.starts_with("//") || (line.starts_with("/**") && line.ends_with("*/"))
    };
    text.lines().filter(|line| !is_comment(line)).fold(String::new(), |all, line| all + line.trim_start() + "\n")
}

/// Browsers ask for an icon here, whatever a page says.
#[get("/favicon.ico")]
pub async fn favicon() -> HttpResponse {
    HttpResponse::PermanentRedirect()
        .insert_header(("location", "/assets/icon.svg"))
        .insert_header((CACHE_CONTROL, "public, max-age=86400"))
        .finish()
}
