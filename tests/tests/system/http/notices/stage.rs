//! People who get letters, and a clock by which letters are due.

use orebook_registry::values::{OrganisationId, Timestamp};
use orebook_server::clock::Clock;
use orebook_server::notices::{Letter, Recipient, queue};
use orebook_store::{LetterRow, Letters, Location, PersonRow, Reader};
use orebook_tests::scenario::timestamp;
use orebook_tests::until;

/// When letters begin to be written, by the wall's clock.
pub const WALL: &str = "2026-12-01T08:00:00.000Z";

/// The languages, each with what its reader is called.
pub const READERS: [(&str, &str); 4] = [("en", "Ann Reader"), ("es", "Ana Lectora"), ("fr", "Anne Lectrice"), ("sw", "Asha Msomaji")];

/// A wall's clock that stands still until it is moved.
pub fn wall() -> Clock {
    Clock::script(timestamp(WALL))
}

/// An administrator of an organisation, known before the server starts.
pub fn admin(location: &Location, organisation: OrganisationId, language: &str, name: &str) -> PersonRow {
    person(location, organisation, language, name, "admin")
}

/// A person of a role.
pub fn person(location: &Location, organisation: OrganisationId, language: &str, name: &str, role: &str) -> PersonRow {
    let row = PersonRow {
        id: format!("usr_{}", uuid::Uuid::now_v7().simple()),
        organisation: organisation.to_string(),
        email: format!("{language}.{role}@{}.example", organisation.ulid().to_lowercase()),
        name: name.to_owned(),
        language: language.to_owned(),
        role: role.to_owned(),
        made_at: 0,
        ended_at: None,
        unsubscribed: String::new(),
    };
    Letters::of(location).keep_person(&row).unwrap();
    row
}

/// Somebody without an account.
pub fn stranger(address: &str, language: &str) -> Recipient {
    Recipient {
        name: "Ann Reader".to_owned(),
        address: address.to_owned(),
        language: language.to_owned(),
        person: None,
        organisation: None,
        role: None,
    }
}

/// A link that logs in, of use for fifteen minutes.
pub fn login(to: Recipient, now: Timestamp) -> Letter {
    Letter::Login {
        to,
        link: "https://registry.example/login/secret".to_owned(),
        ends_at: now.plus_seconds(900),
    }
}

/// A notice that is of use for ever.
pub fn webhook_disabled(to: Recipient) -> Letter {
    Letter::WebhookDisabled {
        to,
        organisation: "Lumen & Vale Jewellery".to_owned(),
        url: "https://hooks.example/orebook".to_owned(),
        reason: "410 Gone".to_owned(),
    }
}

/// Queues letters as the rest of the server does.
pub fn queued(location: &Location, letters: impl IntoIterator<Item = Letter>, clock: &Clock) {
    queue(&Letters::of(location), letters, clock.now()).unwrap();
}

/// The letters in a state.
pub fn in_state(location: &Location, state: &str) -> Vec<LetterRow> {
    Reader::open(location, 1).unwrap().read(|read| read.letters_after(state, (i64::MIN, ""), 10_000)).unwrap()
}

/// Waits until so many letters are in a state.
pub fn wait_for_state(location: &Location, state: &str, count: usize) -> Vec<LetterRow> {
    until(&format!("{count} letters to be {state}"), || {
        let rows = in_state(location, state);
        (rows.len() == count).then_some(rows)
    })
}
