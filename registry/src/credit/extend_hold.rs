//! Two persons of the operator prolong a hold by as many days as it was placed for.

use super::Credits;
use crate::Contradiction;
use crate::event::HoldExtended;
use crate::instruction::{ExtendHold, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(
    parties: &Parties,
    credits: &Credits,
    asker: &Asker,
    now: Timestamp,
    extend: &ExtendHold,
) -> Result<HoldExtended, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let Some(lapses_at) = credits.holds.existing(extend.hold)?.lapses_at else {
        return Err(Refusal::FieldMustBe { field: "hold", rule: "one that lapses by itself" });
    };
    let days = i64::from(parties.parameters().hold_days.0);
    // Each prolongation is judged anew: nobody holds for years in one sitting, nor past the years that can be written.
    if lapses_at > now.plus_days(days) {
        return Err(Refusal::FieldMustBe {
            field: "hold",
            rule: "one that lapses within as many days as a hold lasts",
        });
    }
    Ok(HoldExtended { hold: extend.hold, lapses_at: lapses_at.plus_days(days) })
}

pub(crate) fn apply(credits: &mut Credits, event: &HoldExtended) -> Result<(), Contradiction> {
    credits.holds.prolong(event.hold, event.lapses_at)
}
