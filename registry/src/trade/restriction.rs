//! Restricted bids: what a bid takes only. The facts it asks of an offer are frozen into the batch, so whether the two
//! may meet never changes while they rest.

use orebook_market::Admits;

use super::Markets;
use crate::credit::Batch;
use crate::instruction::{Count, Restriction, Role, Structure};
use crate::party::Parties;
use crate::refusal::Refusal;
use crate::values::*;

/// Most items of one list.
const ITEMS_MAX: usize = 32;
/// Most restricted bids of one organisation at rest in a market: whoever offers looks at each restriction once, so
/// nobody may pile them up.
pub(crate) const RESTRICTED_MAX: u32 = 16;

/// Where an offer's credits come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// By whom it was mined. It comes first since it tells most origins apart.
    pub producer: OrganisationId,
    /// Where.
    pub country: Country,
    /// How the producer is built.
    pub structure: Option<Structure>,
    /// Whether women lead it.
    pub women_led: YesNo,
    /// When it was mined.
    pub year: u16,
}

impl From<&Batch> for Origin {
    fn from(batch: &Batch) -> Self {
        Self {
            producer: batch.producer,
            country: batch.serial.country,
            structure: batch.structure,
            women_led: batch.women_led.unwrap_or(YesNo::No),
            year: batch.serial.year,
        }
    }
}

impl Admits<Origin> for Restriction {
    fn admits(&self, origin: &Origin) -> bool {
        let open = |list: &[Country]| list.is_empty() || list.contains(&origin.country);
        open(&self.countries)
            && (self.producers.is_empty() || self.producers.contains(&origin.producer))
            && (self.structures.is_empty() || origin.structure.is_some_and(|s| self.structures.contains(&s)))
            && self.women_led.is_none_or(|asked| asked == origin.women_led)
            && (self.years.is_empty() || self.years.contains(&Count(origin.year)))
    }
}

/// Each list in its one order and not too long, at least one of them, and every producer a producer.
pub(super) fn check(parties: &Parties, restriction: &Restriction) -> Result<(), Refusal> {
    let Restriction { countries, producers, structures, women_led, years } = restriction;
    producers.iter().try_for_each(|id| parties.existing_as(Role::Producer, *id).map(|_| ()))?;
    let sorted = is_list(countries) && is_list(producers) && is_list(structures) && is_list(years);
    let empty = countries.is_empty() && producers.is_empty() && structures.is_empty() && years.is_empty();
    if !sorted || empty && women_led.is_none() || *women_led == Some(YesNo::No) {
        let rule = "at least one criterion; lists in ascending order, without repetition, of 32 items at the most; women_led yes or absent";
        return Err(Refusal::FieldMustBe { field: "restriction", rule });
    }
    Ok(())
}

fn is_list<T: Ord>(items: &[T]) -> bool {
    items.len() <= ITEMS_MAX && items.is_sorted_by(|a, b| a < b)
}

impl Markets {
    /// Refused when an organisation has as many restricted bids in a market as it may.
    pub(super) fn must_have_room_for_restricted(&self, market: MarketId, owner: OrganisationId) -> Result<(), Refusal> {
        let resting = self.restricted.get(&(market, owner)).copied().unwrap_or(0);
        if resting < RESTRICTED_MAX { Ok(()) } else { Err(Refusal::TooManyRestrictedBids { limit: RESTRICTED_MAX }) }
    }
}
