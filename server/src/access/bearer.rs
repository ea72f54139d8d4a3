//! Access tokens in requests.

use actix_web::http::StatusCode;
use orebook_document::PublicKey;

use super::assertion::member_by;
use super::{By, Member};
use crate::app::Shared;
use crate::problem::Problem;

/// The member whose access token an `Authorization` header carries. An auditor's token is none: it is looked at where
/// entries are read.
pub fn member(shared: &Shared, authorization: &str) -> Result<Option<Member>, Problem> {
    let Some(token) = bearer(authorization) else { return Ok(None) };
    if token.starts_with("obt_") {
        return Ok(None);
    }
    let known = shared.tokens.recognise(token, shared.wall.now_seconds()).map_err(|fault| not_in_force(&fault))?;
    if still_counts(shared, &known.member, &known.key) {
        Ok(Some(known.member))
    } else {
        Err(not_in_force(&"the key behind it counts no longer"))
    }
}

/// The scheme's name may be written in any case (RFC 9110 §11.1).
fn bearer(authorization: &str) -> Option<&str> {
    let (scheme, token) = authorization.split_once(' ').unwrap_or((authorization, ""));
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim_start())
}

/// A key that was revoked, and a client that was, end their tokens at once.
fn still_counts(shared: &Shared, member: &Member, key: &PublicKey) -> bool {
    let By::Client(client) = &member.by else { return false };
    member_by(shared, client, key)
        .is_some_and(|now| now.organisation == member.organisation && now.may.cover(member.may))
}

fn not_in_force(why: &dyn std::fmt::Display) -> Problem {
    let detail = format!("the access token is worth nothing here: {why}");
    Problem::new(StatusCode::UNAUTHORIZED, "token_is_not_in_force", detail)
}
