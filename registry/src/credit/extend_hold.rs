//! Two persons of the operator prolong a hold by as many days as it was placed for.

use super::Credits;
use crate::Contradiction;
use crate::event::HoldExtended;
use crate::instruction::{ExtendHold, Role};
use crate::party::{Asker, Parties};
use crate::refusal::Refusal;

pub(crate) fn decide(
    parties: &Parties,
    credits: &Credits,
    asker: &Asker,
    extend: &ExtendHold,
) -> Result<HoldExtended, Refusal> {
    parties.require_role(asker, Role::Operator)?;
    let Some(lapses_at) = credits.holds.existing(extend.hold)?.lapses_at else {
        return Err(Refusal::FieldMustBe { field: "hold", rule: "one that lapses by itself" });
    };
    let days = i64::from(parties.parameters().hold_days.0);
    Ok(HoldExtended { hold: extend.hold, lapses_at: lapses_at.plus_days(days) })
}

pub(crate) fn apply(credits: &mut Credits, event: &HoldExtended) -> Result<(), Contradiction> {
    credits.holds.prolong(event.hold, event.lapses_at)
}
