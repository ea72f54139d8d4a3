//! Accounts of money, and movements between them. On the wire an account is one string:
//!
//! ```text
//! bank                the segregated account at a licensed institution; negative: money held for members
//! cash:org_…          a member's own money
//! escrow:ord_…        set aside for an order
//! escrow:del_…        set aside for a deal
//! transit:pay_…       on its way to whoever is paid
//! fees                the operator's
//! suspense            whose owner is not known, or in dispute
//! operator_loss       what the operator bore; negative: so much
//! ```

use std::fmt;
use std::str::FromStr;

use crate::values::*;

/// An account of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CashAccount {
    /// The segregated account at a licensed institution. Negative: money held for members.
    Bank,
    /// A member's own money.
    Cash(OrganisationId),
    /// Set aside for an order.
    Escrow(OrderId),
    /// Set aside for a deal.
    DealEscrow(DealId),
    /// On its way to whoever is paid.
    Transit(PayoutId),
    /// The operator's fees.
    Fees,
    /// Whose owner is not known, or in dispute.
    Suspense,
    /// What the operator bore. Negative: so much.
    OperatorLoss,
}

impl CashAccount {
    /// Only the bank's and the operator's loss may fall below nothing.
    pub const fn may_be_negative(self) -> bool {
        matches!(self, Self::Bank | Self::OperatorLoss)
    }
    /// Whose money it is.
    pub const fn owner(self) -> Option<OrganisationId> {
        match self {
            Self::Cash(organisation) => Some(organisation),
            _ => None,
        }
    }
}

impl fmt::Display for CashAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bank => f.write_str("bank"),
            Self::Cash(organisation) => write!(f, "cash:{organisation}"),
            Self::Escrow(order) => write!(f, "escrow:{order}"),
            Self::DealEscrow(deal) => write!(f, "escrow:{deal}"),
            Self::Transit(payout) => write!(f, "transit:{payout}"),
            Self::Fees => f.write_str("fees"),
            Self::Suspense => f.write_str("suspense"),
            Self::OperatorLoss => f.write_str("operator_loss"),
        }
    }
}

impl FromStr for CashAccount {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, ValueError> {
        const FORM: ValueError = ValueError::new(
            "account of money",
            "bank, fees, suspense, operator_loss, cash:org_…, escrow:ord_…, escrow:del_… or transit:pay_…",
        );
        let (kind, id) = text.split_once(':').unwrap_or((text, ""));
        let account = match (kind, id) {
            ("bank", "") => Some(Self::Bank),
            ("fees", "") => Some(Self::Fees),
            ("suspense", "") => Some(Self::Suspense),
            ("operator_loss", "") => Some(Self::OperatorLoss),
            ("cash", id) => id.parse().ok().map(Self::Cash),
            ("escrow", id) if id.starts_with(DealId::PREFIX) => id.parse().ok().map(Self::DealEscrow),
            ("escrow", id) => id.parse().ok().map(Self::Escrow),
            ("transit", id) => id.parse().ok().map(Self::Transit),
            _ => None,
        };
        account.filter(|account| account.to_string() == text).ok_or(FORM)
    }
}

string_serde!(CashAccount);

/// What a movement of money belongs to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ground {
    /// The trade that moved it.
    pub trade: Option<TradeId>,
    /// The version of the premium plan by which it was shared.
    pub plan: Option<PremiumPlanId>,
    /// The payout that it is part of.
    pub payout: Option<PayoutId>,
}

impl Ground {
    /// None of these.
    pub const NONE: Self = Self { trade: None, plan: None, payout: None };

    /// Of a trade, as a fee, surplus or instalment.
    pub const fn trade(trade: TradeId) -> Self {
        Self { trade: Some(trade), ..Self::NONE }
    }
    /// Of a trade, as a leg of a plan.
    pub const fn leg(trade: TradeId, plan: PremiumPlanId) -> Self {
        Self { trade: Some(trade), plan: Some(plan), payout: None }
    }
    /// Of a payout.
    pub const fn payout(payout: PayoutId) -> Self {
        Self { payout: Some(payout), ..Self::NONE }
    }
}

/// One side of a movement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    /// On which account.
    pub account: CashAccount,
    /// Plus in, minus out.
    pub amount: Money,
    /// What it belongs to.
    pub ground: Ground,
}
