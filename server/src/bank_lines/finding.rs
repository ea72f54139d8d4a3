//! What can be said of a line: that it is booked, which acts book it, or why nobody but people can tell.

use orebook_registry::instruction::Act;
use orebook_registry::money::PayoutState;
use orebook_registry::values::{Money, OrganisationId, PayoutId, ProposalId};

/// What became of a line, or is to become of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The register has it.
    Booked,
    /// An act says it.
    Suggested(Box<Suggestion>),
    /// Nobody but people can tell.
    Unmatched(Unmatched),
}

/// The acts that book a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What they say.
    pub kind: Kind,
    /// In this order, each signed by itself.
    pub acts: Vec<Act>,
    /// Whose money it is, if that is known.
    pub organisation: Option<OrganisationId>,
    /// The first act is proposed already, and awaits a second person.
    pub proposal: Option<ProposalId>,
}

/// What acts say, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A payout came back.
    PayoutReturned,
    /// A payout that was not known to be settled came back.
    PayoutRejected,
    /// A member's deposit.
    Deposit,
    /// Payouts have left the account.
    PayoutSettled,
    /// A deposit of somebody.
    DepositUnknown,
    /// The bank charged something.
    Charge,
}

/// Why no act is suggested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unmatched {
    /// The line and what it names are of other amounts.
    AmountsDiffer {
        /// What the payout, or the file of payouts, comes to.
        expected: Money,
    },
    /// It names two payouts, or two members.
    ReferencesDisagree,
    /// The payout is in a state in which this cannot be said of it.
    PayoutState {
        /// Which payout.
        payout: PayoutId,
        /// Its state.
        state: PayoutState,
    },
    /// The payout's own debit waits: that comes first.
    DebitComesFirst {
        /// Which payout.
        payout: PayoutId,
    },
    /// Money came that names a payout, and the bank does not call it a return; or a payout's debit is taken back.
    PayoutTheOtherWay {
        /// Which payout.
        payout: PayoutId,
    },
    /// Something else was booked under its reference, or another line was.
    ReferenceIsUsed,
    /// The transactions of this entry were told as lines of their own.
    ToldInParts,
    /// The entry that this is a transaction of is booked as a whole.
    ToldAsWhole,
    /// Another statement told the same, and without a reference of the bank's nobody knows whether it is the same money.
    ToldAlike,
    /// A batch of which the bank told no parts.
    PartsAreNotTold,
    /// A batch whose parts are not its whole.
    PartsDoNotAddUp,
    /// Money came back, or was taken back, and what for is not known.
    ReturnOfNothingKnown,
    /// Money left, and what for is not known.
    DebitOfNothingKnown,
}

impl Kind {
    /// Its name.
    pub const fn word(self) -> &'static str {
        match self {
            Self::PayoutReturned => "payout_returned",
            Self::PayoutRejected => "payout_rejected",
            Self::Deposit => "deposit",
            Self::PayoutSettled => "payout_settled",
            Self::DepositUnknown => "deposit_unknown",
            Self::Charge => "charge",
        }
    }
}

impl Unmatched {
    /// Its name.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::AmountsDiffer { .. } => "amounts_differ",
            Self::ReferencesDisagree => "references_disagree",
            Self::PayoutState { .. } => "payout_state",
            Self::DebitComesFirst { .. } => "debit_comes_first",
            Self::PayoutTheOtherWay { .. } => "payout_the_other_way",
            Self::ReferenceIsUsed => "reference_is_used",
            Self::ToldInParts => "told_in_parts",
            Self::ToldAsWhole => "told_as_whole",
            Self::ToldAlike => "told_alike",
            Self::PartsAreNotTold => "parts_are_not_told",
            Self::PartsDoNotAddUp => "parts_do_not_add_up",
            Self::ReturnOfNothingKnown => "return_of_nothing_known",
            Self::DebitOfNothingKnown => "debit_of_nothing_known",
        }
    }
}
