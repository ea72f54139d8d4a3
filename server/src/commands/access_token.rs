//! `orebook access-token`: asks a register for an access token, as any program may with its own key.

use std::path::PathBuf;

use clap::Args;
use orebook_document::SecretKey;
use reqwest::blocking::Client;
use serde::Deserialize;
use serde_json::json;

use crate::access::token::LEEWAY;
use crate::access::wall::Wall;
use crate::{http, jwt, keys};

/// How long an assertion is worth something, in seconds: long enough to be sent once.
const LIFETIME: i64 = 60;

/// Who asks whom.
#[derive(Debug, Args)]
pub struct AccessToken {
    /// Secret key: of the organisation in the register, or of the program
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    /// The organisation (`org_…`) or program (`cli_…`) that the key is of
    #[arg(long, value_name = "ID")]
    client: String,
    /// What the token should be good for; everything that the client may, unless given
    #[arg(long, value_name = "WORDS")]
    scope: Option<String>,
    /// Server to ask
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080")]
    server: String,
}

#[derive(Deserialize)]
struct Metadata {
    issuer: String,
}

#[derive(Deserialize)]
struct Given {
    access_token: String,
}

/// Prints a token.
pub fn run(asked: &AccessToken) -> Result<(), String> {
    let key = keys::read(&asked.key).map_err(|error| error.to_string())?;
    let client = http::client().build().map_err(|error| error.to_string())?;
    println!("{}", ask(&client, &asked.server, &asked.client, &key, asked.scope.as_deref())?);
    Ok(())
}

/// Asks for a token: who the server is, an assertion for it, the token.
pub fn ask(http: &Client, server: &str, client: &str, key: &SecretKey, scope: Option<&str>) -> Result<String, String> {
    let read = |text: reqwest::Result<String>| text.map_err(|error| error.to_string());
    let metadata = http.get(format!("{server}/.well-known/oauth-authorization-server")).send();
    let metadata = read(metadata.and_then(|answer| answer.text()))?;
    let Metadata { issuer } = serde_json::from_str(&metadata).map_err(|_| metadata)?;
    let assertion = assertion(client, &issuer, key)?;
    let mut form = vec![
        ("grant_type", "client_credentials"),
        ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
        ("client_assertion", &assertion),
    ];
    form.extend(scope.map(|scope| ("scope", scope)));
    let body: Vec<String> = form.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    let request = http.post(format!("{server}/oauth/token"));
    let request = request.header("content-type", "application/x-www-form-urlencoded").body(body.join("&"));
    let answer = read(request.send().and_then(|answer| answer.text()))?;
    serde_json::from_str(&answer).map(|Given { access_token }| access_token).map_err(|_| answer)
}

/// A client assertion (RFC 7523) for a server, by this machine's time.
fn assertion(client: &str, issuer: &str, key: &SecretKey) -> Result<String, String> {
    let now = Wall::default().now_seconds();
    let claims = json!({
        "iss": client, "sub": client, "aud": issuer, "iat": now - LEEWAY / 2, "exp": now + LIFETIME,
        "jti": uuid::Uuid::now_v7().simple().to_string(),
    });
    jwt::sign(key, "JWT", key.public().to_string(), claims.to_string().as_bytes()).map_err(|error| error.to_string())
}

/// Percent-encoded, but for what a form need not encode.
fn encoded(text: &str) -> String {
    let one = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(one).collect()
}
