//! What had reached the miners of the premium behind credits that are retired:
//!
//! ```text
//! routed  = Σ over trades  floor(legs of the producer and its funds × retired mass / trade mass)
//! reached = Σ over trades  floor(what they have signed for         × retired mass / trade mass)
//! ```
//! Instalments of certifiers and lenders and the share of a certificate's holder are neither.

use std::collections::BTreeMap;

use crate::credit::{Credits, Range};
use crate::event::PremiumFacts;
use crate::money::{Cash, Sold};
use crate::refusal::Refusal;
use crate::values::*;

pub(super) fn facts(credits: &Credits, cash: &Cash, ranges: &[Range], today: Date) -> Result<PremiumFacts, Refusal> {
    let mut masses: BTreeMap<TradeId, Mass> = BTreeMap::new();
    for (part, trade) in ranges.iter().flat_map(|range| credits.sales_in(*range)) {
        let mass = masses.entry(trade).or_default();
        *mass = mass.plus(part.mass());
    }
    let trades: Vec<(&Sold, Mass)> =
        masses.iter().filter_map(|(trade, mass)| Some((cash.premiums().sold(*trade)?, *mass))).collect();
    let nothing = || Refusal::PremiumMustBeConfirmed { confirmed: 0, routed: "nothing".to_owned() };
    let currency = trades.first().ok_or_else(nothing)?.0.gross.currency;
    if let Some((other, _)) = trades.iter().find(|(sold, _)| sold.gross.currency != currency) {
        return Err(Refusal::PremiumMustBeInOneCurrency { first: currency, second: other.gross.currency });
    }
    let sum = |amount: fn(&Sold) -> i64| {
        currency.minor(trades.iter().map(|(sold, mass)| sold.part(amount(sold), *mass)).sum())
    };
    let (routed, reached) = (sum(Sold::routed), sum(Sold::confirmed));
    if routed.minor > Money::MINOR_MAX {
        return Err(Refusal::AmountIsTooLarge {});
    }
    if reached.minor > 0 {
        return Ok(PremiumFacts { date: today, reached, routed });
    }
    let legs = trades.iter().flat_map(|(sold, _)| &sold.legs);
    let confirmed = legs.filter(|leg| leg.is_producers() && leg.confirmed > 0).count() as u64;
    Err(Refusal::PremiumMustBeConfirmed { confirmed, routed: routed.to_string() })
}
