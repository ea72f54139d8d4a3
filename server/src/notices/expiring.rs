//! Certificates that end soon: looked for once a day of the register, since no entry tells of a day to come.

use orebook_registry::Registry;
use orebook_registry::certificate::CertificateState;
use orebook_registry::values::{CertificateId, Date, Timestamp};
use orebook_store::{LetterRow, Letters, StoreError};

use super::facts::{Facts, Figure};
use super::kind::Kind;
use super::letter::{Recipient, digest, row};
use super::readers::Readers;
use crate::app::Shared;

/// Days before the end on which a letter goes out, the last of them first. When the server was away on the day itself,
/// it goes out on the next one.
const DAYS: [i64; 3] = [7, 30, 90];

/// A certificate that ends soon.
struct Ending {
    certificate: CertificateId,
    producer: String,
    /// Which of the three letters it is.
    stage: i64,
    facts: Facts,
}

/// Queues the letters of a day. Each has an id of its own, so none is sent twice however often it is looked.
pub fn queue_expiring(shared: &Shared, letters: &Letters, now: Timestamp) -> Result<(), StoreError> {
    let ending = shared.state(|registry| registry.time().map(|time| ending_soon(registry, time.date())));
    for ending in ending.unwrap_or_default() {
        letters.queue_letters(&rows(shared, &ending, now)?)?;
    }
    Ok(())
}

fn ending_soon(registry: &Registry, today: Date) -> Vec<Ending> {
    let certificates = registry.certificates.certificates();
    let ending = certificates.filter_map(|(id, certificate)| {
        let last_day = certificate.last_day().filter(|_| certificate.state() == CertificateState::Certified)?;
        let days = last_day.days_since(today);
        let stage = DAYS.into_iter().find(|stage| (0..=*stage).contains(&days))?;
        let producer = certificate.producer;
        let name = registry.parties.organisation(producer).map(|o| o.name.to_string()).unwrap_or_default();
        let facts = Facts::new("certificate_expiring", "/desk/production");
        let facts = facts.tell("organisation", name).tell("days", days.to_string());
        let facts = facts.list("certificate", id.to_string()).list("mineral", certificate.class.mineral);
        Some(Ending { certificate: id, producer: producer.to_string(), stage, facts: facts.list("valid_to", last_day) })
    });
    ending.collect()
}

fn rows(shared: &Shared, ending: &Ending, now: Timestamp) -> Result<Vec<LetterRow>, StoreError> {
    let kind = Kind::CertificateExpiring;
    let readers = shared.reader.read(|read| Readers::of(shared, read, &[&ending.producer]))?;
    let row = |to: Recipient| {
        let id = format!("{}.{}.{}", ending.certificate, ending.stage, digest(&to.address));
        let facts = ending.facts.clone().tell("role", Figure::Word(to.role_word()));
        row(id, kind, &to, &facts, now, None).ok()
    };
    Ok(readers.of_kind(&ending.producer, kind).into_iter().filter_map(row).collect())
}
