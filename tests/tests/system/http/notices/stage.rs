//! People who get letters, and letters that no entry causes.

use std::time::Duration;

use orebook_registry::instruction::Digest;
use orebook_registry::values::{OrganisationId, Timestamp};
use orebook_server::notices::{Letter, Recipient, queue};
use orebook_store::{LetterRow, Letters, Location, PersonRow, Reader};
use orebook_tests::house::House;
use orebook_tests::until;

/// The languages, each with what its reader is called.
pub const READERS: [(&str, &str); 4] =
    [("en", "Ann Reader"), ("es", "Ana Lectora"), ("fr", "Anne Lectrice"), ("sw", "Asha Msomaji")];

/// A person of a role, known before the server starts.
pub fn person(location: &Location, organisation: OrganisationId, language: &str, name: &str, role: &str) -> PersonRow {
    let row = PersonRow {
        // The same in every run, and so are the links in letters.
        id: format!("usr_{:.32}", hex(&format!("{organisation} {language} {role}"))),
        organisation: organisation.to_string(),
        email: format!("{language}.{role}@{}.example", organisation.ulid().to_lowercase()),
        name: name.to_owned(),
        language: language.to_owned(),
        role: role.to_owned(),
        ..PersonRow::default()
    };
    Letters::of(location).keep_person(&row).unwrap();
    row
}

fn hex(name: &str) -> String {
    Digest(orebook_document::sha256(name.as_bytes())).to_string()
}

/// Somebody without an account.
pub fn stranger(address: &str) -> Recipient {
    Recipient {
        name: "Ann Reader".to_owned(),
        address: address.to_owned(),
        language: "en".to_owned(),
        person: None,
        organisation: None,
        role: Some("admin".to_owned()),
    }
}

/// A link that logs in, of use for fifteen minutes.
pub fn login(to: Recipient, now: Timestamp) -> Letter {
    let link = "https://registry.example/login/secret".to_owned();
    Letter::Login { to, link, ends_at: now.plus_seconds(900) }
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
pub fn queued(house: &House, letters: impl IntoIterator<Item = Letter>) {
    queue(&house.shared(), letters).unwrap();
}

/// The wall's time of a server.
pub fn now(house: &House) -> Timestamp {
    house.shared().wall.now()
}

/// Moves the wall's clock of a server to a moment, and a little beyond.
pub fn wait_until(house: &House, moment: i64) {
    let left = moment - now(house).ms() + 1;
    house.shared().wall.advance(Duration::from_millis(u64::try_from(left).unwrap_or(0)));
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
