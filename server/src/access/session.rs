//! Sessions of people: opaque, known by the hash of a cookie, of limited life whether used or not.

use std::sync::Arc;

use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload};
use orebook_registry::values::Timestamp;
use orebook_store::{PersonRow, SessionRow};

use super::directory::Known;
use super::secret::{Hash, Secret, hash_of};
use super::{Member, people};
use crate::app::Shared;
use crate::problem::Problem;

/// A session that is not used for this time is over.
const IDLE_MS: i64 = 30 * 60_000;
/// A session is over after this time in any case.
const LIFE_MS: i64 = 12 * 3_600_000;
/// When a session was used is written at most this often.
const USED_MS: i64 = 60_000;

/// The session that a request came with.
#[derive(Debug, Clone)]
pub struct Session {
    /// Of its cookie.
    pub hash: Hash,
    /// Whose it is.
    pub person: Arc<PersonRow>,
}

/// A session that begins: its secret goes to the browser alone.
pub struct Begun {
    /// The cookie's value.
    pub secret: String,
    /// What is kept.
    pub row: SessionRow,
}

/// Makes a session; whoever keeps its row begins it.
pub fn begin(person: &str, now: Timestamp) -> Result<Begun, Problem> {
    let secret = Secret::random()?;
    let row = SessionRow {
        hash: secret.hash().to_vec(),
        person: person.to_owned(),
        made_at: now.ms(),
        used_at: now.ms(),
        ends_at: now.ms() + LIFE_MS,
    };
    Ok(Begun { secret: secret.text(), row })
}

/// Whether a session counts at a time.
pub fn is_in_force(session: &SessionRow, now: Timestamp) -> bool {
    now.ms() < session.ends_at && now.ms() - session.used_at < IDLE_MS
}

/// The member that a session cookie stands for, if it does.
pub async fn member(shared: &Arc<Shared>, cookie: &str, now: Timestamp) -> Result<Option<Member>, Problem> {
    let session = of_cookie(shared, cookie, now).await?;
    session.map(|session| people::member(&session.person)).transpose()
}

/// The session of a cookie, if it is in force; it counts as used now.
pub async fn of_cookie(shared: &Arc<Shared>, cookie: &str, now: Timestamp) -> Result<Option<Session>, Problem> {
    let Some(hash) = hash_of(cookie) else { return Ok(None) };
    let known = shared.people.directory.find(shared, hash).await?;
    let Some(Known { session, person }) = known.filter(|known| is_in_force(&known.session, now)) else {
        return Ok(None);
    };
    if now.ms() - session.used_at >= USED_MS {
        shared.people.directory.used(hash, now);
        let kept = shared.blocking(move |shared| Ok(shared.letters.touch_session(&hash, now.ms())?)).await;
        // Another server may then end it early, which harms nobody.
        kept.inspect_err(|problem| tracing::warn!(%problem, "the use of a session could not be kept")).ok();
    }
    Ok(Some(Session { hash, person }))
}

/// The session that a request came with, if it came with one.
pub fn session_of(request: &HttpRequest) -> Option<Session> {
    request.extensions().get::<Session>().cloned()
}

/// Handlers of what belongs to a person take a `Session`.
impl FromRequest for Session {
    type Error = Problem;
    type Future = std::future::Ready<Result<Self, Problem>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        std::future::ready(session_of(request).ok_or_else(|| match super::member_of(request) {
            Some(_) => session_is_required(),
            None => super::token_is_required(),
        }))
    }
}

fn session_is_required() -> Problem {
    let detail = "this belongs to a person who has logged in; a program has none of it";
    Problem::new(actix_web::http::StatusCode::FORBIDDEN, "session_is_required", detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_half_an_hour_after_its_last_use_and_twelve_hours_after_its_beginning() {
        let start = Timestamp::from_ms(1_000_000);
        let begun = begin("usr_1", start).expect("randomness");
        assert_eq!(hash_of(&begun.secret).expect("a secret").to_vec(), begun.row.hash);
        let after = |ms: i64| Timestamp::from_ms(start.ms() + ms);
        assert!(is_in_force(&begun.row, start));
        assert!(is_in_force(&begun.row, after(IDLE_MS - 1)));
        assert!(!is_in_force(&begun.row, after(IDLE_MS)));
        let busy = SessionRow { used_at: after(LIFE_MS - 1).ms(), ..begun.row };
        assert!(is_in_force(&busy, after(LIFE_MS - 1)));
        assert!(!is_in_force(&busy, after(LIFE_MS)));
    }
}
