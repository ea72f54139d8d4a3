//! A body whose sender may be slow, and not for ever: for files, which are longer than other bodies may be.

use std::time::{Duration, Instant};

use actix_web::http::StatusCode;
use actix_web::rt::time::timeout;
use actix_web::web::{Bytes, Payload};
use futures_util::StreamExt;

use crate::problem::Problem;

/// A sender that is silent for so long is given up.
const SILENCE_MAX: Duration = Duration::from_secs(30);

/// A body that is read part by part.
pub struct SlowBody {
    body: Payload,
    ends: Instant,
    /// What it is, for whoever is told that it did not arrive.
    name: &'static str,
}

impl SlowBody {
    /// It must be there within that time.
    pub fn of(body: Payload, within: Duration, name: &'static str) -> Self {
        Self { body, ends: Instant::now() + within, name }
    }

    /// The next part; nothing at the end.
    pub async fn next(&mut self) -> Result<Option<Bytes>, Problem> {
        let patience = SILENCE_MAX.min(self.ends.saturating_duration_since(Instant::now()));
        let Ok(next) = timeout(patience, self.body.next()).await else {
            let detail = format!("the {} did not arrive in time", self.name);
            return Err(Problem::new(StatusCode::REQUEST_TIMEOUT, "request_took_too_long", detail));
        };
        next.transpose().map_err(|error| {
            Problem::bad_request("request_is_malformed", format!("the {} broke off: {error}", self.name))
        })
    }
}
