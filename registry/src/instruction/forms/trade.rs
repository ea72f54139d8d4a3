//! The bodies of acts on markets and orders.

use serde::{Deserialize, Serialize};

use super::*;

forms! {
    OpenMarket {
        currency: Currency,
        ecological: YesNo,
        /// Least premium per kilogram.
        floor: Money,
        level: Level,
        mineral: Mineral,
        /// Least value of an order.
        minimum: Money,
        programme: ProgrammeCode,
        /// Price step per kilogram.
        tick: Money,
    }
    PlaceSellOrder {
        account: AccountId,
        batch: BatchId,
        /// The owner's own name for the order, unused among its open ones.
        #[serde(default, skip_serializing_if = "Option::is_none")] client_order: Option<Reference>,
        market: MarketId,
        mass: Mass,
        /// Least price per kilogram.
        price: Money,
        time_in_force: TimeInForce,
        /// `yes` hides batch and producer from the listing.
        #[serde(default, skip_serializing_if = "Option::is_none")] unnamed: Option<YesNo>,
        #[serde(default, skip_serializing_if = "Option::is_none")] until: Option<Seconds>,
    }
    PlaceBuyOrder {
        /// Where the credits go.
        account: AccountId,
        #[serde(default, skip_serializing_if = "Option::is_none")] client_order: Option<Reference>,
        market: MarketId,
        mass: Mass,
        /// Highest price per kilogram.
        price: Money,
        /// What the bid takes only; absent, anything of the market's class.
        #[serde(default, skip_serializing_if = "Option::is_none")] restriction: Option<Restriction>,
        time_in_force: TimeInForce,
        #[serde(default, skip_serializing_if = "Option::is_none")] until: Option<Seconds>,
    }
    CancelOrder { order: OrderId }
    /// Makes an order smaller; what is left keeps its place.
    ReduceOrder { by: Mass, order: OrderId }
    HaltMarket { market: MarketId, reason: HaltReason }
    ReopenMarket { market: MarketId }
    SetFloor { floor: Money, market: MarketId }
    /// A deal with one counterparty, at a price of both. What the proposer gives is set aside at once.
    ProposeDeal {
        /// The proposer's account.
        account: AccountId,
        batch: BatchId,
        counterparty: OrganisationId,
        market: MarketId,
        mass: Mass,
        /// Per kilogram.
        price: Money,
        side: DealSide,
        /// Until when it can be accepted.
        until: Seconds,
    }
    AcceptDeal { /** The accepter's account. */ account: AccountId, deal: DealId }
    DeclineDeal { deal: DealId }
    WithdrawDeal { deal: DealId }
}

/// What a restricted bid takes. Each list that is given must hold the batch's own; each is sorted, without repetition
/// and of 32 items at the most.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Restriction {
    /// Where it was mined.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<Country>,
    /// By whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub producers: Vec<OrganisationId>,
    /// How the producer is built.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub structures: Vec<Structure>,
    /// `yes`: of producers led by women only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub women_led: Option<YesNo>,
    /// When it was mined.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub years: Vec<Count>,
}
