//! Access tokens, asked for as any program would: with an assertion that it signs itself.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use orebook_document::SecretKey;
use serde_json::{Value, json};

use super::{Answer, Http};

/// A JSON Web Token of these claims, by a key.
pub fn signed(claims: &Value, header: &Value, key: &SecretKey) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let input = format!("{}.{}", part(header), part(claims));
    let signature = URL_SAFE_NO_PAD.encode(key.sign(input.as_bytes()));
    format!("{input}.{signature}")
}

/// What a client claims in an assertion.
///
/// # Panics
/// If the server does not say who it is.
pub fn claims(http: &Http, client: &str) -> Value {
    let server = http.anyone().get("/.well-known/oauth-authorization-server");
    let now = http.now();
    let jti = uuid::Uuid::now_v7().to_string();
    json!({ "iss": client, "sub": client, "aud": server.text("/issuer"), "iat": now, "exp": now + 240, "jti": jti })
}

/// Asks for a token with an assertion, and maybe for a scope.
pub fn ask(http: &Http, assertion: &str, scope: Option<&str>) -> Answer {
    let kind = "urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer";
    let scope = scope.map(|scope| format!("&scope={}", scope.replace(' ', "+"))).unwrap_or_default();
    let body =
        format!("grant_type=client_credentials&client_assertion_type={kind}&client_assertion={assertion}{scope}");
    let headers = [("content-type", "application/x-www-form-urlencoded"), ("authorization", "")];
    http.send("POST", "/oauth/token", &headers, body.into_bytes())
}

/// An access token of a client that has this key.
///
/// # Panics
/// If the server gives none.
pub fn token(http: &Http, client: &str, key: &SecretKey) -> String {
    let header = json!({ "alg": "EdDSA", "kid": key.public().to_string() });
    let answer = ask(http, &signed(&claims(http, client), &header, key), None);
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.text("/access_token").to_owned()
}
