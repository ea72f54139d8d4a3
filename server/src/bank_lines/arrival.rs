//! A file as it arrives: longer than other bodies may be, whole in memory, and not for ever.

use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::web;
use orebook_bank::Currency;
use orebook_bank::camt::{self, CamtError, Document, Fault, LENGTH_MAX};
use orebook_registry::values;
use serde_json::json;

use crate::payout::settings::Settings;
use crate::problem::Problem;
use crate::slow::SlowBody;

/// So long a file may take in all.
const DURATION_MAX: Duration = Duration::from_secs(120);

/// The whole body, of at most a statement's length and `around` it.
pub async fn whole(body: web::Payload, around: usize) -> Result<Vec<u8>, Problem> {
    let (most, mut body) = (LENGTH_MAX + around, SlowBody::of(body, DURATION_MAX, "statement"));
    let mut bytes = Vec::new();
    while let Some(part) = body.next().await? {
        if bytes.len() + part.len() > most {
            return Err(too_large(bytes.len() + part.len()));
        }
        bytes.extend_from_slice(&part);
    }
    Ok(bytes)
}

/// The statements of a file, all of accounts that are the register's.
pub fn read(bytes: &[u8], settings: Option<&Settings>) -> Result<Document, Problem> {
    let document = camt::read(bytes, currency).map_err(malformed)?;
    let Some(settings) = settings else { return Err(must_be_configured("[payouts]".to_owned())) };
    for statement in &document.statements {
        let code = statement.currency.to_string();
        let own = settings.accounts.iter().find(|(currency, _)| currency.code() == code);
        let Some((_, (own, _))) = own else { return Err(must_be_configured(format!("[payouts.accounts.{code}]"))) };
        if !statement.account.is(own) {
            return Err(must_be_own(&statement.account.to_string(), &own.to_string(), &code));
        }
    }
    Ok(document)
}

/// A currency of the register, as files have it.
fn currency(code: &str) -> Option<Currency> {
    let known: values::Currency = code.parse().ok()?;
    Currency::new(known.code(), known.exponent()).ok()
}

fn too_large(length: usize) -> Problem {
    let detail = format!("a statement has {LENGTH_MAX} bytes at the most; this one has {length} or more");
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "statement_is_too_large", detail)
        .with(json!({ "limit": LENGTH_MAX, "length": length }))
}

fn malformed(error: CamtError) -> Problem {
    if let Fault::TooLong { length, .. } = error.fault {
        return too_large(length);
    }
    Problem::bad_request("statement_is_malformed", error.to_string())
        .with(json!({ "line": error.line, "element": error.at }))
}

fn must_be_own(account: &str, own: &str, currency: &str) -> Problem {
    let detail = format!("the statement is of {account}; the register's account in {currency} is {own}");
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "statement_must_be_of_own_account", detail)
        .with(json!({ "account": account, "own": own, "currency": currency }))
}

fn must_be_configured(missing: String) -> Problem {
    let detail = format!("the configuration says nothing of {missing}: see docs/operating/money.md");
    Problem::new(StatusCode::CONFLICT, "payouts_must_be_configured", detail).with(json!({ "missing": missing }))
}
