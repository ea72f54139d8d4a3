//! An open order, and what it has been charged.

use orebook_market::Place;

use crate::instruction::{Restriction, TimeInForce};
use crate::values::*;

/// What an order offers or asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderSide {
    /// Credits of one batch.
    Sell {
        /// The batch.
        batch: BatchId,
    },
    /// Any credits of the market's class.
    Buy {
        /// Gross and fee so far, and the fee's rate.
        charges: Charges,
    },
}

/// What a buy order has been charged so far. The fee is computed over everything bought, so that many small fills
/// cost what one large one would.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Charges {
    /// Fee in basis points, fixed until the order ends.
    pub fee_bps: Bps,
    /// Σ gross of its trades, in minor units.
    pub gross: i64,
    /// Σ fee of its trades, in minor units.
    pub fee: i64,
}

impl Charges {
    /// Nothing charged yet.
    pub fn new(fee_bps: Bps) -> Self {
        Self { fee_bps, gross: 0, fee: 0 }
    }

    /// `floor((G + gross) × bps / 10,000) − F`.
    pub fn fee_on(&self, gross: i64) -> i64 {
        let total = i128::from(self.gross + gross) * i128::from(self.fee_bps.points()) / 10_000;
        i64::try_from(total).unwrap_or(i64::MAX) - self.fee
    }

    /// What must be set aside for a rest: its gross at the limit, and the fee on it.
    pub fn reserve(&self, gross_at_limit: i64) -> i64 {
        gross_at_limit + self.fee_on(gross_at_limit)
    }
}

/// An order that has not ended.
#[derive(Debug, Clone)]
pub struct Order {
    /// Where it rests.
    pub market: MarketId,
    /// Whose it is.
    pub owner: OrganisationId,
    /// Where its credits come from, or go to.
    pub account: AccountId,
    /// The key that signed it.
    pub key: PublicKey,
    /// Offer or bid.
    pub side: OrderSide,
    /// Limit per kilogram.
    pub price: Money,
    /// What was asked, less what it was reduced by.
    pub mass_asked: Mass,
    /// What is left.
    pub mass: Mass,
    /// Rests or not.
    pub time_in_force: TimeInForce,
    /// When it ends by itself.
    pub expires_at: Timestamp,
    /// What its owner calls it.
    pub client_order: Option<Reference>,
    /// What a bid takes only.
    pub restriction: Option<Restriction>,
    /// Whether an offer hides its batch and producer from the listing.
    pub unnamed: YesNo,
    /// Where it stands in the book.
    pub(crate) place: Option<Place>,
}

impl Order {
    /// What must be set aside for the rest; nothing for an offer.
    pub fn reserve(&self) -> Money {
        let OrderSide::Buy { charges } = self.side else { return self.price.currency.minor(0) };
        // The gross of a rest on a lot at a price on a tick is whole: both were checked when the order was placed.
        let gross = self.price.times(self.mass).map_or(0, |gross| gross.minor);
        if self.mass.is_zero() {
            self.price.currency.minor(0)
        } else {
            self.price.currency.minor(charges.reserve(gross))
        }
    }
}
