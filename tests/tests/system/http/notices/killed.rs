//! The server is killed between a commit and its letters, and between a letter and the note that it was sent.

use std::collections::BTreeMap;
use std::path::Path;

use orebook_registry::instruction::*;
use orebook_store::Location;
use orebook_tests::house::{audit, found};
use orebook_tests::mail::{Fault, MailServer, Security, Stage};
use orebook_tests::scenario::{Scenario, value};
use orebook_tests::served::{Served, clock_of, set_clock};
use orebook_tests::{each_database, until};

use super::stage::{person, wait_for_state};

/// Instructions, each of which causes one letter.
const INSTRUCTIONS: usize = 12;

/// Adds as many keys of the operator; each is acknowledged.
fn add_keys(scenario: &mut Scenario, served: &Served, data: &Path, round: usize) {
    let operator = scenario.operator.clone();
    for number in 0..INSTRUCTIONS {
        scenario.turn_clock_to(clock_of(data));
        let key = scenario.key(&format!("round {round} key {number}")).public();
        let add = AddKey { key, person: value("first"), purpose: KeyPurpose::Signing };
        let bytes = scenario.sign(&operator, Act::AddKey(add));
        let answer = served.http.post("/v1/instructions", bytes);
        assert_eq!(answer.status, 201, "{}", answer.body);
    }
}

/// How often each letter came, by its Message-ID.
fn counted(mail: &MailServer) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for letter in mail.received() {
        *counts.entry(letter.header("Message-ID")).or_insert(0) += 1;
    }
    counts
}

fn killed_at(location: &Location, stage: Stage) {
    let data = tempfile::tempdir().unwrap();
    let mut scenario = Scenario::founded();
    found(&scenario, data.path());
    set_clock(data.path(), scenario.now());
    let mail = MailServer::start(Security::Starttls);
    let settings = format!("base_url = \"https://registry.example\"\n\n[mail]\n{}", mail.section());
    std::fs::write(data.path().join("orebook.toml"), settings).unwrap();
    let ann = person(location, scenario.operator.id, "en", "Ann", "admin");

    mail.fail(stage, Fault::Hang);
    let served = Served::start_leading(location, data.path());
    add_keys(&mut scenario, &served, data.path(), 0);
    until("a letter under way", || mail.is_hanging().then_some(()));
    served.kill();
    let before = mail.received().len();
    mail.mend();

    let again = Served::start_leading(location, data.path());
    let counts = until("every letter", || {
        let counts = counted(&mail);
        (counts.len() == INSTRUCTIONS).then_some(counts)
    });
    wait_for_state(location, "sent", INSTRUCTIONS);
    let all: usize = counted(&mail).values().sum();
    // What had come before the kill may come again, as the very same; nothing else does.
    assert!(all <= INSTRUCTIONS + before, "{all} letters, {before} of them before the kill: {counts:?}");
    assert!(counts.values().all(|count| *count <= 2), "{counts:?}");
    assert!(mail.received().iter().all(|letter| letter.to == ann.email));
    again.kill();
    audit(location, data.path());
}

#[test]
fn a_server_killed_before_a_letter_was_sent_sends_it_and_every_other() {
    each_database(|location| killed_at(location, Stage::Sender));
}

#[test]
fn a_server_killed_after_a_letter_was_sent_sends_it_again_as_the_very_same() {
    each_database(|location| killed_at(location, Stage::Letter));
}
