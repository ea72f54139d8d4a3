//! What stands beside the log behind a digest of it, SHA-256(salt ‖ text): whoever sends it has to have the text of that
//! very digest. The salt keeps short texts from being guessed.

use actix_web::http::StatusCode;
use orebook_document::sha256;
use orebook_registry::instruction::Digest;
use serde_json::Value;

use crate::problem::Problem;

/// The bytes of a salt.
fn salt_of(text: &str) -> Result<Vec<u8>, Problem> {
    let salt = hex::decode(text).ok().filter(|salt| (16..=32).contains(&salt.len()) && hex::encode(salt) == text);
    let detail = "salt: 16 to 32 bytes in lower-case hexadecimal";
    salt.ok_or_else(|| Problem::bad_request("parameter_is_malformed", detail))
}

/// Refuses a salt and a text whose digest is another; `what` names the text, and `code` is that of the refusal.
pub(super) fn require(digest: Digest, salt: &str, text: &[u8], what: &str, code: &str) -> Result<(), Problem> {
    let found = Digest(sha256(&[salt_of(salt)?.as_slice(), text].concat()));
    if found == digest {
        return Ok(());
    }
    let detail = format!("salt and {what} have the digest {found}, not {digest}");
    Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, code, detail))
}

/// The canonical form of details, if salt and details have the digest. `form` says in a few words what they are.
pub(super) fn canonical(
    digest: Digest,
    salt: &str,
    details: &Value,
    form: &str,
    code: &str,
) -> Result<String, Problem> {
    let malformed = |_| Problem::bad_request("document_is_malformed", format!("details: {form}"));
    let canonical = orebook_document::canonical(details).map_err(malformed)?;
    require(digest, salt, &canonical, "details", code)?;
    String::from_utf8(canonical).map_err(Problem::internal)
}

/// Says where the JSON goes wrong, and nothing of what stands there.
pub(super) fn malformed(error: &serde_json::Error, form: &str) -> Problem {
    let detail = match (error.line(), error.column()) {
        (0, _) => format!("details: {form}"),
        (line, column) => format!("not JSON of this form, at line {line}, column {column}"),
    };
    Problem::bad_request("document_is_malformed", detail)
}
