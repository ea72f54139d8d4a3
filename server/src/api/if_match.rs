//! What lies beside the log and can be changed: who changes it says which state they have seen (RFC 9110 §13.1.1), so
//! that of two who change the same at once, the second is told instead of undoing what the first did.
//!
//! ```text
//! GET  …  →  200, ETag: "5f2a…"
//! PUT  …     If-Match: "5f2a…"  →  as the route says
//! PUT  …                        →  428 if_match_is_required
//! PUT  …     If-Match: "0000…"  →  412 if_match_must_be_current
//! ```

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::http::header::IF_MATCH;
use serde_json::json;

use crate::problem::Problem;

/// The states that a change names.
pub struct IfMatch(Vec<String>);

impl IfMatch {
    /// Those of a request, which names one at least.
    pub fn of(request: &HttpRequest) -> Result<Self, Problem> {
        let named = request.headers().get_all(IF_MATCH).filter_map(|value| value.to_str().ok());
        let tags: Vec<String> = named.flat_map(|list| list.split(',')).map(|tag| tag.trim().to_owned()).collect();
        if tags.is_empty() {
            let detail = "say in If-Match which state this changes: the ETag that was read";
            return Err(Problem::new(StatusCode::PRECONDITION_REQUIRED, "if_match_is_required", detail));
        }
        Ok(Self(tags))
    }

    /// Refuses a change of another state. `*` names whatever there is; a weak tag never matches, since it does not
    /// promise that nothing has changed.
    pub fn require(&self, current: &str) -> Result<(), Problem> {
        match self.0.iter().any(|tag| tag == "*" || tag == current) {
            true => Ok(()),
            false => Err(must_be_current().with(json!({ "current": current }))),
        }
    }
}

/// Somebody else has changed it meanwhile.
pub fn must_be_current() -> Problem {
    let detail = "it was changed meanwhile: read it again, and change what you then see";
    Problem::new(StatusCode::PRECONDITION_FAILED, "if_match_must_be_current", detail)
}

#[cfg(test)]
mod tests;
