//! Texts that one of the databases could stumble over: what one register takes in, the other does too, to the byte.

use orebook_document::{Document, Proof, Purpose, canonical, sign};
use orebook_registry::instruction::*;
use orebook_tests::drill::{Chance, Drill, cycles, journal};
use orebook_tests::house::Http;
use orebook_tests::postgres::cluster;
use orebook_tests::served::Served;
use orebook_tests::until;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Stage;

/// Characters that have been somebody's trouble.
const CHARACTERS: [char; 40] = [
    '\0',
    '\u{1}',
    '\t',
    '\n',
    '\r',
    '\u{1b}',
    '\u{7f}',
    '\u{85}',
    '\u{a0}',
    '\u{ad}',
    '\'',
    '"',
    '\\',
    '`',
    '%',
    '_',
    '{',
    '}',
    '$',
    '?',
    ';',
    ',',
    'é',
    'e',
    '\u{301}',
    'ß',
    'İ',
    'ı',
    'ﬁ',
    '\u{200b}',
    '\u{202e}',
    '\u{2028}',
    '\u{e000}',
    '\u{feff}',
    '\u{fffd}',
    '\u{ffff}',
    '鉱',
    '𐀀',
    '🜚',
    '\u{10ffff}',
];

/// Mostly letters, so that many are taken in; sometimes long, sometimes only trouble.
fn text(chance: &mut Chance) -> String {
    let length = [1, 3, 12, 60, 199, 200, 201][chance.below(7)];
    let trouble = [0, 1, 1, 2, 8][chance.below(5)];
    let character = |_| match chance.below(8) < trouble {
        true => CHARACTERS[chance.below(CHARACTERS.len())],
        false => char::from(b'a' + u8::try_from(chance.below(26)).unwrap()),
    };
    (0..length).map(character).collect()
}

/// An instruction whose fields may hold anything.
#[derive(Serialize, Deserialize)]
struct Loose {
    #[serde(flatten)]
    fields: Map<String, Value>,
    #[serde(skip)]
    context: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    proof: Option<Proof>,
}

impl Document for Loose {
    const PURPOSE: Purpose = Purpose::CapabilityInvocation;
    fn context(&self) -> &[String] {
        &self.context
    }
    fn proof(&self) -> Option<&Proof> {
        self.proof.as_ref()
    }
    fn set_proof(&mut self, proof: Option<Proof>) {
        self.proof = proof;
    }
}

/// The canonical bytes of a registration under any name: one that an honest program would not sign among them.
fn registration(stage: &mut Stage, name: &str) -> Vec<u8> {
    let operator = stage.scenario.operator.clone();
    let mut payee = stage.scenario.registration("Placeholder", "CO", &[Role::Payee]).act;
    payee.keys.clear();
    let instruction = stage.scenario.instruction(operator.id, Act::RegisterOrganisation(payee));
    let context = instruction.context.clone();
    let Value::Object(mut fields) = serde_json::to_value(&instruction).unwrap() else { panic!("it is an object") };
    for key in ["name", "registration_number"] {
        fields["act"]["register_organisation"][key] = Value::from(name);
    }
    let created = stage.scenario.seconds_from_now(0);
    canonical(&sign(Loose { fields, context, proof: None }, &operator.keys[0].secret, created)).unwrap()
}

/// The status, and the sequence or the code.
fn answer(http: &Http, bytes: &[u8]) -> (u16, String) {
    let answer = http.post("/v1/instructions", bytes.to_vec());
    let said = if answer.status == 201 { answer.text("/sequence") } else { answer.code() };
    (answer.status, said.to_owned())
}

#[test]
fn both_databases_hold_the_same_texts() {
    let database = cluster().database();
    let (mut stage, other) = (Stage::new(), Stage::new());
    let (file, location) = (stage.file(), database.location());
    let mut drill = Drill::on(&location, "texts on both");
    let servers = [Served::start_leading(&file, stage.data()), Served::start_leading(&location, other.data())];
    let mut chance = Chance::seeded();
    let mut accepted = 0;
    for _ in 0..cycles(60, 1_500) {
        stage.turn_clock(0);
        let name = text(&mut chance);
        let bytes = registration(&mut stage, &name);
        let [one, two] = servers.each_ref().map(|served| answer(&served.http, &bytes));
        assert_eq!(one, two, "{name:?}");
        assert!([201, 400, 409, 422].contains(&one.0), "{one:?} {name:?}");
        accepted += usize::from(one.0 == 201);
        drill.cycle();
    }
    assert!(accepted > cycles(5, 100), "{accepted} were accepted");
    until("both to lead", || servers.iter().all(|served| served.ready().is_ok()).then_some(()));
    servers.into_iter().for_each(Served::kill);
    let [one, two] = [journal(&file), journal(&location)];
    let instructions =
        |rows: &[orebook_store::JournalRow]| rows.iter().map(|row| row.instruction.clone()).collect::<Vec<_>>();
    assert_eq!(instructions(&one), instructions(&two));
    drill.settle(&location, other.data(), &[], &[]);
    drill.settle(&file, stage.data(), &[], &[]);
    drill.end();
}
