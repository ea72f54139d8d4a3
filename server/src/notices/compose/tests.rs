use orebook_registry::values::Timestamp;

use super::*;
use crate::notices::letter::{Letter, Recipient};

/// What somebody would send to add a header, or to begin the body.
const EVIL: [&str; 7] = [
    "Ann\r\nBcc: victim@example.org",
    "Ann\nBcc: victim@example.org",
    "Ann\rBcc: victim@example.org",
    "Ann\r\n\r\n<html>",
    "Ann\0Bcc: victim@example.org",
    "Ann\u{2028}Bcc: victim@example.org",
    "Ann\u{85}Bcc: victim@example.org",
];

fn settings() -> Settings {
    let section = "from = \"Register <register@registry.example>\"\nserver = \"localhost\"\ntls = \"none\"";
    Settings::of(toml::Value::Table(section.parse().unwrap())).unwrap()
}

fn site() -> Site {
    "https://registry.example".parse().unwrap()
}

fn invitation(name: &str, address: &str, organisation: &str) -> LetterRow {
    let to = Recipient {
        name: name.to_owned(),
        address: address.to_owned(),
        language: "en".to_owned(),
        person: None,
        organisation: None,
        role: None,
    };
    let letter = Letter::Invitation {
        to,
        organisation: organisation.to_owned(),
        role: "clerk".to_owned(),
        link: "https://registry.example/join/1".to_owned(),
        ends_at: Timestamp::from_ms(1_800_000_000_000),
    };
    LetterRow { id: "1".to_owned(), ..letter.row(Timestamp::from_ms(1_790_000_000_000)).unwrap() }
}

fn head(message: &Message) -> String {
    let text = String::from_utf8(message.formatted()).unwrap();
    assert!(!text.contains('\0'));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "no bare line feed");
    assert_eq!(text.matches('\r').count(), text.matches("\r\n").count(), "no bare carriage return");
    text.split("\r\n\r\n").next().unwrap().to_owned()
}

/// The names of all headers: what is folded begins with a space.
fn names(head: &str) -> Vec<&str> {
    head.split("\r\n")
        .filter(|line| !line.starts_with([' ', '\t']))
        .map(|line| line.split(':').next().unwrap())
        .collect()
}

const OWN: [&str; 9] = [
    "Message-ID",
    "Date",
    "From",
    "To",
    "Subject",
    "Auto-Submitted",
    "Content-Language",
    "X-Orebook-Letter",
    "MIME-Version",
];

#[test]
fn nothing_that_a_person_wrote_adds_a_header_or_begins_the_body() {
    for evil in EVIL {
        let rows = [invitation(evil, "ann@example.org", "Clara"), invitation("Ann", "ann@example.org", evil)];
        for row in rows {
            let message = compose(&row, &settings(), &site(), None, None).unwrap();
            let head = head(&message);
            let mut found: Vec<&str> = names(&head);
            found.retain(|name| !OWN.contains(name));
            assert_eq!(found, ["Content-Type"], "{evil:?}: {head}");
        }
    }
}

#[test]
fn an_address_link_id_or_file_name_with_a_line_break_is_not_written_to() {
    for evil in EVIL {
        let row = invitation("Ann", &format!("{evil}@example.org"), "Clara");
        assert!(compose(&row, &settings(), &site(), None, None).is_err(), "{evil:?}");
        let good = invitation("Ann", "ann@example.org", "Clara");
        let link = Some(format!("https://registry.example/{evil}"));
        assert!(compose(&good, &settings(), &site(), link, None).is_err(), "{evil:?}");
        let row = LetterRow { id: evil.to_owned(), ..good.clone() };
        assert!(compose(&row, &settings(), &site(), None, None).is_err(), "{evil:?}");
        let facts = good.facts.replace("\"invitation\"", &serde_json::to_string(evil).unwrap());
        assert!(compose(&LetterRow { facts, ..good.clone() }, &settings(), &site(), None, None).is_err(), "{evil:?}");
        let file = Attached { name: evil.to_owned(), bytes: Vec::new() };
        assert!(compose(&good, &settings(), &site(), None, Some(file)).is_err(), "{evil:?}");
    }
    for none in ["", "ann", "@example.org", "ann@", "ann@example.org, ben@example.org", "Ann <ann@example.org>"] {
        let row = invitation("Ann", none, "Clara");
        assert!(compose(&row, &settings(), &site(), None, None).is_err(), "{none}");
    }
}

#[test]
fn every_body_is_encoded_and_no_line_is_long() {
    let row = invitation("Ann", "ann@example.org", &"é.".repeat(2_000));
    let file = Attached { name: "x.json".to_owned(), bytes: b".\r\n{\"a\":1}\n".repeat(200) };
    let message =
        String::from_utf8(compose(&row, &settings(), &site(), None, Some(file)).unwrap().formatted()).unwrap();
    assert!(message.split("\r\n").all(|line| line.len() <= 998 && line.is_ascii()));
    assert_eq!(message.matches("Content-Transfer-Encoding: quoted-printable").count(), 2);
    assert_eq!(message.matches("Content-Transfer-Encoding: base64").count(), 1);
    assert_eq!(message.matches("Content-Transfer-Encoding").count(), 3);
}

#[test]
fn a_sender_with_a_line_break_is_refused_at_the_start() {
    for evil in EVIL {
        let section = toml::Table::from_iter([
            ("from".to_owned(), toml::Value::from(format!("{evil} <register@registry.example>"))),
            ("server".to_owned(), "localhost".into()),
            ("tls".to_owned(), "none".into()),
        ]);
        assert!(Settings::of(toml::Value::Table(section)).is_err(), "{evil:?}");
    }
}
