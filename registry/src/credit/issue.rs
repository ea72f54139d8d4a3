//! Issuance: a batch comes into being in the producer's account, with everything frozen into it that is later asked.

use super::{Batch, Block, BlockState, Credits};
use crate::Contradiction;
use crate::certificate::{Certificate, Certificates, Class, Declaration};
use crate::event::Issued;
use crate::party::Parties;
use crate::refusal::Refusal;
use crate::serial::{BatchSerial, SerialBlock};
use crate::values::*;

impl Credits {
    /// The batch that an approved declaration becomes.
    pub(crate) fn next_batch(
        &self,
        parties: &Parties,
        certificates: &Certificates,
        ids: &mut IdMint,
        certificate: &Certificate,
        declaration: &Declaration,
        mass: Mass,
        today: Date,
    ) -> Result<Issued, Refusal> {
        let producer = parties.existing(certificate.producer)?;
        let programme = certificates.in_force(certificate.class.programme, today)?;
        let organisation =
            producer.code.clone().ok_or(Refusal::FieldMustBe { field: "code", rule: "given for a producer" })?;
        let (account, _) = self
            .accounts_of(certificate.producer)
            .next()
            .ok_or(Refusal::MustExist { kind: "account of", id: certificate.producer.to_string() })?;
        let year = u16::try_from(declaration.period_to.year()).unwrap_or(0);
        let number = self.numbers.get(&(organisation.clone(), year)).copied().unwrap_or(0) + 1;
        let batch = BatchSerial {
            mineral: certificate.class.mineral,
            country: certificate.country,
            organisation,
            year,
            number,
        };
        if number > 9_999 {
            return Err(Refusal::FieldMustBe { field: "batch number", rule: "at most 9999 a year" });
        }
        Ok(Issued {
            account,
            batch: ids.mint(),
            block: SerialBlock { batch, from: 0, to: mass.mg() },
            certificate: declaration.certificate,
            ecological: certificate.class.ecological,
            expires_on: declaration.period_to.plus_months(u32::from(programme.parameters.unsold_months.0)),
            level: certificate.class.level,
            period_from: declaration.period_from,
            period_to: declaration.period_to,
            producer: certificate.producer,
            programme: certificate.class.programme,
            programme_version: programme.version,
            structure: producer.structure,
            women_led: producer.women_led,
        })
    }
}

pub(crate) fn apply(credits: &mut Credits, event: &Issued, now: Timestamp) -> Result<(), Contradiction> {
    let serial = event.block.batch.clone();
    let class =
        Class { mineral: serial.mineral, programme: event.programme, level: event.level, ecological: event.ecological };
    credits.numbers.insert((serial.organisation.clone(), serial.year), serial.number);
    credits.by_serial.insert(serial.clone(), event.batch);
    Contradiction::unless(event.block.from == 0, "a batch begins with its first milligram")?;
    let batch = Batch {
        serial,
        producer: event.producer,
        certificate: event.certificate,
        class,
        programme_version: event.programme_version,
        period_from: event.period_from,
        period_to: event.period_to,
        structure: event.structure,
        women_led: event.women_led,
        issued: event.block.mass(),
        unsold_until: event.expires_on,
        holds: Default::default(),
        flag: None,
        blocks: Default::default(),
        figures: Default::default(),
    };
    Contradiction::unless(credits.batches.insert(event.batch, batch).is_none(), "a batch is issued once")?;
    credits.by_certificate.insert((event.certificate, event.batch));
    // A new batch has no holds; its producer's account may have.
    let cover = credits.cover(event.batch, event.account);
    let block = Block {
        to: event.block.to,
        account: event.account,
        principal: None,
        expires_on: event.expires_on,
        stopped_since: cover.stops.then(|| now.date()),
        state: BlockState::Available,
    };
    credits.begin(event.batch, &block)
}
