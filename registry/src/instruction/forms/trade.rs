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
        market: MarketId,
        mass: Mass,
        /// Least price per kilogram.
        price: Money,
        time_in_force: TimeInForce,
        #[serde(default, skip_serializing_if = "Option::is_none")] until: Option<Seconds>,
    }
    PlaceBuyOrder {
        /// Where the credits go.
        account: AccountId,
        market: MarketId,
        mass: Mass,
        /// Highest price per kilogram.
        price: Money,
        time_in_force: TimeInForce,
        #[serde(default, skip_serializing_if = "Option::is_none")] until: Option<Seconds>,
    }
    CancelOrder { order: OrderId }
}
