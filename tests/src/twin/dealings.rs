//! What the twin keeps of deals, payouts and the premium that they pay.

use orebook_registry::instruction::*;
use orebook_registry::values::*;

#[derive(Debug, Clone)]
pub(super) struct Market {
    pub(super) id: MarketId,
    pub(super) floor: i64,
    pub(super) halted: bool,
}

/// One side of a deal; account and key are known when it has signed.
#[derive(Debug, Clone)]
pub(super) struct Side {
    pub(super) organisation: OrganisationId,
    pub(super) account: Option<AccountId>,
    pub(super) key: Option<PublicKey>,
}

#[derive(Debug, Clone)]
pub(super) struct Deal {
    pub(super) id: DealId,
    pub(super) batch: BatchId,
    pub(super) price: i64,
    pub(super) lots: u64,
    pub(super) bps: i64,
    pub(super) side: DealSide,
    pub(super) seller: Side,
    pub(super) buyer: Side,
    pub(super) state: &'static str,
    pub(super) deadline: Timestamp,
    /// It waits for nothing any more.
    pub(super) ripe: bool,
}

impl Deal {
    pub(super) fn is_under_way(&self) -> bool {
        ["open", "accepted"].contains(&self.state)
    }
    pub(super) fn sides(&self) -> [&Side; 2] {
        [&self.seller, &self.buyer]
    }
    pub(super) fn gross(&self) -> i64 {
        self.lots as i64 * self.price / 1_000
    }
    pub(super) fn fee(&self) -> i64 {
        self.gross() * self.bps / 10_000
    }
}

/// What a trade paid to one payee.
#[derive(Debug, Clone)]
pub(super) struct Leg {
    pub(super) payee: OrganisationId,
    pub(super) kind: PayeeKind,
    pub(super) amount: i64,
    pub(super) unpaid: i64,
    pub(super) confirmed: i64,
}

/// A trade, of an order or a deal. They are counted in the order in which they came about.
#[derive(Debug, Clone)]
pub(super) struct Sold {
    pub(super) producer: OrganisationId,
    pub(super) buyer: OrganisationId,
    pub(super) batch: BatchId,
    pub(super) lots: i64,
    pub(super) gross: i64,
    pub(super) fee: i64,
    pub(super) legs: Vec<Leg>,
    /// The certificate for whose fraud its premium is stopped.
    pub(super) stopped: Option<CertificateId>,
}

/// A part of a leg that was stopped.
#[derive(Debug, Clone)]
pub(super) struct Stopped {
    pub(super) certificate: CertificateId,
    pub(super) part: Part,
    pub(super) moved: i64,
}

/// Of a leg of a trade.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) trade: usize,
    pub(super) leg: usize,
    pub(super) amount: i64,
}

#[derive(Debug, Clone)]
pub(super) struct Payout {
    pub(super) id: PayoutId,
    pub(super) payee: OrganisationId,
    /// Of whose sales it is premium.
    pub(super) producer: Option<OrganisationId>,
    pub(super) amount: Money,
    pub(super) state: &'static str,
    pub(super) file: Option<PayoutFileId>,
    pub(super) parts: Vec<Part>,
    pub(super) key: PublicKey,
}

/// Each change stands behind the one before it.
#[derive(Debug, Clone)]
pub(super) struct Details {
    pub(super) organisation: OrganisationId,
    pub(super) rail: Rail,
    pub(super) key: PublicKey,
    pub(super) works: Timestamp,
}

#[derive(Debug, Clone)]
pub(super) struct Arrived {
    pub(super) id: DepositId,
    pub(super) organisation: Option<OrganisationId>,
    pub(super) amount: Money,
    pub(super) recalled: bool,
}
