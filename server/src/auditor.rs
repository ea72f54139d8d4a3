//! Auditors' tokens: who may read the entries of members, in bundles or one by one. The token itself is known to its
//! auditor alone; what is kept is its hash, and what was read with it.
//!
//! ```text
//! obt_<id, 32 hexadecimal digits>_<32 random bytes in base64url>
//! ```

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use actix_web::http::header::AUTHORIZATION;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use orebook_document::sha256;
use orebook_registry::values::Timestamp;
use orebook_store::{AuditorTokenRow, AuditorUseRow};

use crate::app::Shared;
use crate::problem::Problem;

const PREFIX: &str = "obt";

/// A new token and the row that is kept of it.
pub fn new_token(name: &str, now: Timestamp) -> Result<(String, AuditorTokenRow), String> {
    let mut secret = [0; 32];
    getrandom::fill(&mut secret).map_err(|error| error.to_string())?;
    let id = uuid::Uuid::now_v7().simple().to_string();
    let token = format!("{PREFIX}_{id}_{}", URL_SAFE_NO_PAD.encode(secret));
    let hash = sha256(token.as_bytes()).to_vec();
    Ok((token, AuditorTokenRow { id, name: name.to_owned(), hash, made_at: now.ms(), revoked_at: None }))
}

/// The token in a request, if it carries one.
pub fn bearer(request: &HttpRequest) -> Option<String> {
    let value = request.headers().get(AUTHORIZATION)?.to_str().ok()?;
    value.strip_prefix("Bearer ").filter(|token| token.starts_with(PREFIX)).map(str::to_owned)
}

/// What is asked for without a token.
pub fn token_is_required() -> Problem {
    let detail = "entries of members are read with an auditor's token: Authorization: Bearer obt_…";
    Problem::new(StatusCode::UNAUTHORIZED, "auditor_token_is_required", detail)
}

/// Admits whoever holds a token that is in force, and records what is read with it. Blocks.
pub fn admit(shared: &Shared, token: &str, resource: &str) -> Result<(), Problem> {
    let id = token.split('_').nth(1).unwrap_or_default().to_owned();
    let known = shared.reader.read(|read| read.auditor_token(&id))?;
    let hash = sha256(token.as_bytes());
    let in_force = known.filter(|row| row.hash == hash && row.revoked_at.is_none());
    let row = in_force.ok_or_else(|| {
        let detail = "no such token is in force";
        Problem::new(StatusCode::UNAUTHORIZED, "auditor_token_is_not_in_force", detail)
    })?;
    let id = uuid::Uuid::now_v7().simple().to_string();
    let used = AuditorUseRow { id, token: row.id, time: shared.clock.now().ms(), resource: resource.to_owned() };
    Ok(shared.letters.record_auditor_use(&used)?)
}
