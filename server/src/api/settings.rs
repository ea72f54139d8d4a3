//! Settings that lie beside the log: who changes them says which state they have seen (RFC 9110 §13.1.1), so that of two
//! who change the same at once, the second is told instead of undoing what the first did.
//!
//! ```text
//! GET  …  →  200, ETag: "5f2a…"
//! PUT  …     If-Match: "5f2a…"  →  as the route says
//! PUT  …                        →  428 precondition_required
//! PUT  …     If-Match: "0000…"  →  412 settings_have_changed
//! ```

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::http::header::IF_MATCH;
use orebook_document::sha256;
use serde::Serialize;
use serde_json::json;

use crate::problem::Problem;

/// Bytes of the digest that a tag has: enough that no two states of a setting have the same.
const TAG_BYTES: usize = 16;

/// The tag of a setting as it is told: strong, for the same JSON always has the same.
pub fn tag_of(setting: &impl Serialize) -> Result<String, Problem> {
    let json = serde_json::to_vec(setting).map_err(Problem::internal)?;
    Ok(format!("\"{}\"", hex::encode(&sha256(&json)[..TAG_BYTES])))
}

/// Refuses a change that does not name the state it is a change of. `*` names whatever there is.
pub fn require_match(request: &HttpRequest, current_tag: &str) -> Result<(), Problem> {
    let mut named = request.headers().get_all(IF_MATCH).peekable();
    if named.peek().is_none() {
        let detail = "say in If-Match which state this changes: the ETag that was read";
        return Err(Problem::new(StatusCode::PRECONDITION_REQUIRED, "precondition_required", detail));
    }
    // A weak tag never matches here: it does not promise that nothing has changed.
    let matches = |tag: &str| tag == "*" || tag == current_tag;
    let is_current = named.filter_map(|value| value.to_str().ok()).flat_map(|list| list.split(',')).map(str::trim);
    match is_current.into_iter().any(matches) {
        true => Ok(()),
        false => {
            let detail = "the settings have changed since they were read: read them again";
            let problem = Problem::new(StatusCode::PRECONDITION_FAILED, "settings_have_changed", detail);
            Err(problem.with(json!({ "current": current_tag })))
        }
    }
}

#[cfg(test)]
mod tests;
