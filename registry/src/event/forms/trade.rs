//! The bodies of events on markets and orders.

use serde::{Deserialize, Serialize};

use super::*;

forms! {
    MarketOpened {
        currency: Currency, ecological: YesNo, floor: Money, level: Level, market: MarketId, mineral: Mineral, minimum: Money,
        programme: ProgrammeCode, tick: Money,
    }
    SellOrderPlaced {
        account: AccountId, batch: BatchId,
        #[serde(default, skip_serializing_if = "Option::is_none")] client_order: Option<Reference>,
        expires_at: Timestamp, key: PublicKey, market: MarketId, mass: Mass, order: OrderId,
        owner: OrganisationId, price: Money, time_in_force: TimeInForce,
        #[serde(default, skip_serializing_if = "Option::is_none")] unnamed: Option<YesNo>,
    }
    BuyOrderPlaced {
        account: AccountId,
        #[serde(default, skip_serializing_if = "Option::is_none")] client_order: Option<Reference>,
        expires_at: Timestamp, /** Fixed until the order ends. */ fee: Bps, key: PublicKey, market: MarketId, mass: Mass,
        order: OrderId, owner: OrganisationId, price: Money,
        #[serde(default, skip_serializing_if = "Option::is_none")] restriction: Option<Restriction>,
        time_in_force: TimeInForce,
    }
    OrderReduced { by: Mass, order: OrderId }
    MarketHalted { market: MarketId, reason: HaltReason }
    MarketNamed { market: MarketId }
    FloorSet { floor: Money, market: MarketId }
    OrderCancelled { order: OrderId, reason: CancelReason }
    OrderNamed { order: OrderId }
    /// Delivery versus payment, in one fact. What returns from escrow is derived, so nobody reads another's limit.
    Traded {
        buy_order: OrderId, buyer: OrganisationId, deductions: Vec<Deduction>, fee: Money, gross: Money, legs: Vec<Leg>, market: MarketId, mass: Mass,
        plan: PremiumPlanId, price: Money, sell_order: OrderId, seller: OrganisationId, trade: TradeId,
        /// Last day on which the buyer may use what it bought.
        use_until: Date,
    }
    /// What the proposer gives is set aside. The fee's rate is fixed until the deal ends.
    DealProposed {
        account: AccountId, batch: BatchId, counterparty: OrganisationId, deal: DealId, fee: Bps, key: PublicKey, lapses_at: Timestamp, market: MarketId,
        mass: Mass, price: Money, proposer: OrganisationId, side: DealSide,
    }
    /// What the other side gives is set aside too. Both change hands at once, or at `settles_at`.
    DealAccepted {
        account: AccountId, deal: DealId, key: PublicKey,
        #[serde(default, skip_serializing_if = "Option::is_none")] settles_at: Option<Timestamp>,
    }
    DealNamed { deal: DealId }
    DealVoided { deal: DealId, reason: CancelReason }
    /// Delivery versus payment of a deal.
    DealSettled {
        account: AccountId, batch: BatchId, buyer: OrganisationId, deal: DealId, deductions: Vec<Deduction>, fee: Money, gross: Money, legs: Vec<Leg>,
        market: MarketId, mass: Mass, plan: PremiumPlanId, price: Money, seller: OrganisationId, trade: TradeId,
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
        FillLimit = "fill_limit", Unfilled = "unfilled", Hold = "hold", Mandate = "mandate", Floor = "floor", Operator = "operator",
    }
}
