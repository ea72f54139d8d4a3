//! A hold ends: the operator lifts it, or its time is over. What no other hold covers is free again, and its last
//! usable day moves by the days that its owner did not lose by its own doing.

use super::Credits;
use super::hold::Target;
use crate::Contradiction;
use crate::event::HoldReleased;
use crate::instruction::{Act, HoldReason, ReleaseHold, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

/// What one person placed, one may lift; what followed from fraud takes two.
pub(crate) fn needs_second_person(credits: &Credits, act: &Act) -> bool {
    let Act::ReleaseHold(release) = act else { return false };
    credits.holds.find(release.hold).is_some_and(|hold| hold.reason == HoldReason::Fraud)
}

pub(crate) fn decide(
    parties: &Parties,
    credits: &Credits,
    asker: &Asker,
    now: Timestamp,
    release: &ReleaseHold,
) -> Result<HoldReleased, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let hold = credits.holds.existing(release.hold)?;
    match hold.reason {
        HoldReason::CertificateSuspended => {
            return Err(Refusal::ActMustBeSignedByThe { party: "certifier, who reinstates the certificate" });
        }
        HoldReason::Fraud => {
            let until = hold.since.plus_days(i64::from(parties.parameters().fraud_hold_days.0));
            if now < until {
                return Err(Refusal::HoldMustLast { until });
            }
        }
        _ => {}
    }
    Ok(HoldReleased { hold: release.hold, reason: release.reason.clone() })
}

/// Applies both a release and a lapse.
pub(crate) fn apply(credits: &mut Credits, hold: HoldId, now: Timestamp) -> Result<(), Contradiction> {
    Contradiction::unless(credits.holds.find(hold).is_some(), "a hold that ends exists")?;
    credits.lift(hold, now)
}

impl Credits {
    /// Takes a hold off whatever it covers, if there is such a hold.
    pub(super) fn lift(&mut self, id: HoldId, now: Timestamp) -> Result<(), Contradiction> {
        let Some(hold) = self.holds.remove(id) else { return Ok(()) };
        let batches: Vec<BatchId> = match hold.target {
            Target::Batch(batch, _) => vec![batch],
            Target::Certificate(certificate, _) => self.batches_of(certificate).collect(),
            Target::Key(_) | Target::Account(_) | Target::Organisation(_) => Vec::new(),
        };
        for batch in batches {
            self.batch_mut(batch)?.holds.remove(&id);
        }
        self.cover_anew(hold.target, now.date())
    }
}
