//! The bodies of events on deposits and plans.

use serde::{Deserialize, Serialize};

use super::*;
use crate::money::CashAccount;

forms! {
    Deposited { amount: Money, deposit: DepositId, organisation: OrganisationId, reference: Reference }
    /// Money of a sender who is not known yet.
    DepositedUnknown { amount: Money, deposit: DepositId, reference: Reference }
    DepositAssigned { deposit: DepositId, organisation: OrganisationId }
    DepositRecalled {
        deposit: DepositId,
        /// From the member's free money, or from what waits for its owner.
        recovered: Money,
        reference: Reference,
        /// Whose it was.
        #[serde(default, skip_serializing_if = "Option::is_none")] organisation: Option<OrganisationId>,
        /// Borne by the operator.
        shortfall: Money,
    }
    ChargeBooked { amount: Money, reference: Reference }
    MoneyCorrected {
        amount: Money, from: CashAccount, mends: Number, reason: Token, to: CashAccount,
        /// Members whose money it touches.
        touched: Vec<OrganisationId>,
    }
    BankReconciled {
        /// Held for all, by the register.
        booked: Money,
        on: Date,
        /// More left the bank than was held there.
        #[serde(default, skip_serializing_if = "Option::is_none")] overdrawn: Option<Money>,
        statement: Money,
    }
    PremiumPlanAdopted {
        /// In force from this moment; a first plan at once.
        in_force_from: Timestamp,
        payees: Vec<PayeeShare>, plan: PremiumPlanId, producer: OrganisationId, programme: ProgrammeCode,
    }
    PremiumPlanNamed { plan: PremiumPlanId }
    InstalmentPlanOpened { creditor: OrganisationId, kind: InstalmentKind, plan: InstalmentPlanId, producer: OrganisationId, programme: ProgrammeCode, rate: Bps, total: Money }
    InstalmentPlanNamed { plan: InstalmentPlanId }
    PayoutDetailsSet { details: Digest, key: PublicKey, organisation: OrganisationId, rail: Rail, /** Not used before. */ works_from: Timestamp }
    PayoutPlanned {
        amount: Money,
        #[serde(default, skip_serializing_if = "Option::is_none")] exchange: Option<Exchange>,
        key: PublicKey, payee: OrganisationId, payout: PayoutId,
        /// Of whose sales the premium is; absent for a member's own money.
        #[serde(default, skip_serializing_if = "Option::is_none")] producer: Option<OrganisationId>,
    }
    /// The money of all is on its way; legs are drawn oldest first.
    PayoutsApproved { file: PayoutFileId, payouts: Vec<PayoutApproved>, rail: Rail, total: Money }
    PayoutApproved { details: Digest, payout: PayoutId }
    PayoutCancelled { payout: PayoutId, reason: Token }
    PayoutsInstructed { digest: Digest, file: PayoutFileId }
    PayoutReported { payout: PayoutId, report: PayoutReport }
    /// Signed by the payee, or by the producer with a paper receipt.
    ReceiptSigned {
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Digest>,
        outcome: ReceiptOutcome,
        #[serde(default, skip_serializing_if = "Option::is_none")] paper: Option<Digest>,
        payout: PayoutId,
        #[serde(default, skip_serializing_if = "Option::is_none")] reason: Option<Token>,
        received: Money, signer: OrganisationId,
    }
    PayoutDisputed {
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Digest>,
        payout: PayoutId, reason: Token,
    }
    /// What was bought and is held is cancelled; each buyer's refund follows.
    FraudSettled { certificate: CertificateId, reason: Token }
    /// A buyer's part of what was found of the premium, and the fee it had paid.
    FraudRefunded {
        buyer: OrganisationId, certificate: CertificateId, fee: Money,
        /// Of the gross.
        gross: Money,
        /// Gross and fee that nobody has any more.
        missing: Money,
    }
}

codes! {
    /// What a receipt says: all arrived, or so little less that it counts as all; or less than that.
    ReceiptOutcome { Confirmed = "confirmed", ShortReceived = "short_received" }
}
