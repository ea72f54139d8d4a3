//! Client assertions (RFC 7523): how a program proves who it is, `private_key_jwt` with an Ed25519 key.
//!
//! ```text
//! header   {"alg":"EdDSA","kid":"did:key:z6Mk…"}
//! claims   iss = sub = the client: org_… with a key of the register, or cli_… with a key it was given
//!          aud = the register, as one string   exp at most five minutes away   jti, used once
//! ```

use orebook_document::PublicKey;
use orebook_registry::instruction::OrganisationState;
use orebook_registry::party::Key;
use orebook_registry::values::OrganisationId;
use serde::Deserialize;

use super::token::{LEEWAY, TokenFault, open};
use super::{By, Member, Permissions};
use crate::app::Shared;

/// How far ahead an assertion may expire, in seconds.
pub const LIFETIME_MAX: i64 = 300;
/// Longest `jti`.
const JTI_MAX: usize = 128;

#[derive(Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    /// One string: a list could name this register and somebody who replays it here (RFC 7523 §3, as sharpened since).
    aud: String,
    exp: i64,
    #[serde(default)]
    iat: Option<i64>,
    #[serde(default)]
    nbf: Option<i64>,
    jti: String,
}

/// A client that has proved itself.
pub struct Proved {
    /// Who, with all that it may.
    pub member: Member,
    /// The key it used.
    pub key: PublicKey,
    /// Names its assertion.
    pub jti: String,
    /// After this moment the assertion is worth nothing anyway.
    pub ends_at: i64,
}

/// Proves a client by its assertion. Whether the assertion was used before is for the caller to ask.
pub fn prove(shared: &Shared, assertion: &str, now: i64) -> Result<Proved, TokenFault> {
    let client = claimed_client(assertion)?;
    let mut found = None;
    let claims: Claims = open(assertion, &["JWT", "client-authentication+jwt"], |kid| {
        let key = kid.parse().ok()?;
        found = Some((member_by(shared, &client, &key)?, key));
        Some(key)
    })?;
    let (member, key) = found.ok_or(TokenFault::Key)?;
    if claims.iss != client || claims.sub != client {
        return Err(TokenFault::Subject);
    }
    if claims.aud != shared.tokens.issuer() {
        return Err(TokenFault::Audience);
    }
    check_times(&claims, now)?;
    if claims.jti.is_empty() || claims.jti.len() > JTI_MAX || claims.jti.contains(char::is_control) {
        return Err(TokenFault::Form);
    }
    Ok(Proved { member, key, jti: format!("{client} {}", claims.jti), ends_at: claims.exp + LEEWAY })
}

fn check_times(claims: &Claims, now: i64) -> Result<(), TokenFault> {
    if claims.exp.saturating_add(LEEWAY) <= now {
        return Err(TokenFault::Expired);
    }
    if claims.exp > now.saturating_add(LIFETIME_MAX + LEEWAY) {
        return Err(TokenFault::TooLong);
    }
    let begins = claims.iat.into_iter().chain(claims.nbf).max();
    if begins.is_some_and(|begins| begins > now.saturating_add(LEEWAY)) { Err(TokenFault::Future) } else { Ok(()) }
}

/// Whom an assertion says it is of. It is believed only when a key of that client has signed it.
fn claimed_client(assertion: &str) -> Result<String, TokenFault> {
    use base64::Engine;
    #[derive(Deserialize)]
    struct Claimed {
        sub: String,
    }
    let claims = assertion.split('.').nth(1).unwrap_or_default();
    let bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(claims).map_err(|_| TokenFault::Form)?;
    serde_json::from_slice::<Claimed>(&bytes).map(|claimed| claimed.sub).map_err(|_| TokenFault::Form)
}

/// For whom a client asks when it proves itself with a key, as long as the key counts and the organisation is open.
pub fn member_by(shared: &Shared, client: &str, key: &PublicKey) -> Option<Member> {
    let member = match client.parse::<OrganisationId>() {
        Ok(organisation) => Member { organisation, by: By::Client(client.to_owned()), may: Permissions::all() },
        Err(_) => shared.clients.member_by(client, key)?,
    };
    let of_the_register = client.starts_with("org_");
    let counts = shared.state(|registry| {
        let organisation = registry.parties.organisation(member.organisation);
        let open = organisation.is_some_and(|organisation| organisation.state != OrganisationState::Closed);
        let known = registry.parties.key(key).filter(|key| key.organisation == member.organisation);
        open && (!of_the_register || known.is_some_and(Key::signs))
    });
    counts.then_some(member)
}
