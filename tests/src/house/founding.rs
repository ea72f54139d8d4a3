//! The data directory of a scenario's register.

use std::path::Path;

use orebook_document::Seconds;
use orebook_registry::Entry;
use orebook_registry::instruction::Instruction;
use orebook_server::founding::Foundation;

use crate::scenario::{FOUNDED_AT, ORIGIN, Scenario, value};

/// Writes keys and founding, so that a server that starts on it has the scenario's entry 0.
///
/// # Panics
/// If the founding is not the scenario's, byte for byte.
pub fn found(scenario: &Scenario, data: &Path) {
    let entry = Entry::parse(&scenario.entries()[0].bytes).expect("an entry can be read");
    let bytes = entry.instruction.expect("a founding has an instruction").get().to_owned();
    let instruction: Instruction = serde_json::from_str(&bytes).expect("an instruction");
    let key = |n: usize| scenario.operator.keys[n].secret.clone();
    let foundation = Foundation {
        origin: ORIGIN.to_owned(),
        operator: value(&scenario.operator.name),
        country: value("NL"),
        time: value::<Seconds>(FOUNDED_AT),
        log: scenario.log_key(),
        issuer: scenario.issuer_key(),
        did_web: false,
        persons: [key(0), key(1)],
        id: instruction.id,
    };
    assert_eq!(foundation.operator_id(), scenario.operator.id);
    assert_eq!(foundation.instruction().as_deref(), Ok(bytes.as_bytes()));
    foundation.write(data).expect("the data directory is written");
}
