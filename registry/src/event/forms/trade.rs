//! The bodies of events on markets and orders.

use serde::{Deserialize, Serialize};

use super::*;

forms! {
    MarketOpened {
        currency: Currency, ecological: YesNo, floor: Money, level: Level, market: MarketId, mineral: Mineral, minimum: Money,
        programme: ProgrammeCode, tick: Money,
    }
    SellOrderPlaced {
        account: AccountId, batch: BatchId, expires_at: Timestamp, key: PublicKey, market: MarketId, mass: Mass, order: OrderId,
        owner: OrganisationId, price: Money, time_in_force: TimeInForce,
    }
    BuyOrderPlaced {
        account: AccountId, expires_at: Timestamp, /** Fixed until the order ends. */ fee: Bps, key: PublicKey, market: MarketId, mass: Mass,
        order: OrderId, owner: OrganisationId, price: Money, time_in_force: TimeInForce,
    }
    OrderCancelled { order: OrderId, reason: CancelReason }
    OrderNamed { order: OrderId }
    /// Delivery versus payment, in one fact. What returns from escrow is derived, so nobody reads another's limit.
    Traded {
        buy_order: OrderId, buyer: OrganisationId, deductions: Vec<Deduction>, fee: Money, gross: Money, legs: Vec<Leg>, market: MarketId, mass: Mass,
        plan: PremiumPlanId, price: Money, sell_order: OrderId, seller: OrganisationId, trade: TradeId,
        /// Last day on which the buyer may use what it bought.
        use_until: Date,
    }
    Deduction { amount: Money, creditor: OrganisationId, plan: InstalmentPlanId }
    Leg { amount: Money, kind: PayeeKind, payee: OrganisationId }
}

codes! {
    /// Why an order's rest was taken out of the book.
    CancelReason {
        Owner = "owner", Group = "group", Suspension = "suspension", KeyRevoked = "key_revoked",
        FillLimit = "fill_limit", Unfilled = "unfilled", Hold = "hold", Mandate = "mandate",
    }
}
