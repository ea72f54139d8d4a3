//! Handing a write to the server that leads. The bytes go there as they came: their signature is the authority, wherever
//! they pass. Whoever asked is answered when what was stored is shown here as well, so that the next page has it.

use std::time::Duration;

use reqwest::header::CONTENT_TYPE;
use serde::Deserialize;
use serde_json::Value;

use crate::api::instructions::{ReceiptBody, Submitted};
use crate::problem::Problem;
use crate::sequencer::{Sequencer, Unavailable};

/// What was handed on once goes no further: two servers that believe each other to lead would play with it for ever.
pub const FORWARDED: &str = "orebook-forwarded";

/// How long the other server may take: longer than it lets anything wait.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long it may take to be reached.
const CONNECT: Duration = Duration::from_secs(1);
/// How long what it stored may take to be shown here. The answer goes out after that in any case.
const SHOWN: Duration = Duration::from_secs(2);

/// Hands writes on.
pub struct Forward(reqwest::Client);

/// A problem as it came.
#[derive(Deserialize)]
struct Came {
    code: String,
    detail: String,
    #[serde(default)]
    facts: Value,
    #[serde(default)]
    errors: Vec<Place>,
}

#[derive(Deserialize)]
struct Place {
    pointer: String,
}

impl Forward {
    /// With connections that are kept.
    pub fn new() -> Result<Self, String> {
        let client = crate::http::waiting_client().no_proxy().connect_timeout(CONNECT).timeout(PATIENCE);
        client.build().map(Self).map_err(|error| error.to_string())
    }

    /// Submits the bytes of an instruction to the leader.
    pub(crate) async fn submit(&self, sequencer: &Sequencer, leader: &str, body: &[u8]) -> Result<Submitted, Problem> {
        let request = self.0.post(format!("{leader}/v1/instructions")).header(CONTENT_TYPE, "application/json");
        let answer = match request.header(FORWARDED, "1").body(body.to_vec()).send().await {
            Ok(answer) => answer,
            // Nobody was there: nothing was sent.
            Err(error) if error.is_connect() => return Err(Unavailable::Follows(Some(leader.to_owned())).into()),
            Err(_) => return Err(Problem::outcome_unknown()),
        };
        let (status, bytes) = (answer.status(), answer.bytes().await.map_err(|_| Problem::outcome_unknown())?);
        if !status.is_success() {
            return Err(relayed(status.as_u16(), &bytes));
        }
        let receipt: ReceiptBody = serde_json::from_slice(&bytes).map_err(|_| Problem::outcome_unknown())?;
        if let Ok(last) = receipt.last.parse() {
            let _ = sequencer.until_shown(last, SHOWN).await;
        }
        Ok(Submitted { receipt, replayed: status == reqwest::StatusCode::OK })
    }
}

/// The leader's refusal, as if it were said here. What is no problem of ours tells nothing of the outcome.
fn relayed(status: u16, bytes: &[u8]) -> Problem {
    let known = actix_web::http::StatusCode::from_u16(status).ok().zip(serde_json::from_slice::<Came>(bytes).ok());
    let Some((status, came)) = known else { return Problem::outcome_unknown() };
    let pointer = came.errors.into_iter().next().map(|place| place.pointer);
    Problem { pointer, ..Problem::new(status, &came.code, came.detail).with(came.facts) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_told_as_the_leader_told_it_and_anything_else_is_an_unknown_outcome() {
        let mut told = Problem::bad_request("proof_is_missing", "no proof").with(serde_json::json!({ "limit": 1 }));
        told.pointer = Some("/proof".to_owned());
        let body =
            br#"{"type":"/problems/proof_is_missing","title":"Proof is missing","status":400,"detail":"no proof",
            "code":"proof_is_missing","facts":{"limit":1},"errors":[{"pointer":"/proof","code":"x","detail":"y"}]}"#;
        let came = relayed(400, body);
        assert_eq!(
            (came.status, came.code, came.detail, came.facts, came.pointer),
            (told.status, told.code, told.detail, told.facts, told.pointer)
        );
        for (status, body) in [(502, &b"<html>bad gateway</html>"[..]), (400, b"{}"), (9, b"")] {
            assert_eq!(relayed(status, body).code, "outcome_unknown");
        }
    }
}
