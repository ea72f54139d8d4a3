//! The bodies of acts on deposits, plans, payouts and whatever else moves money.

use serde::{Deserialize, Serialize};

use super::*;
use crate::event::Number;
use crate::money::CashAccount;

forms! {
    Deposit { amount: Money, organisation: OrganisationId, /** The bank's reference; unique for ever. */ reference: Reference }
    /// A deposit whose sender is not known yet.
    DepositUnknown { amount: Money, reference: Reference }
    /// Its sender is known now.
    AssignDeposit { deposit: DepositId, organisation: OrganisationId }
    /// The bank took a deposit back.
    RecallDeposit { deposit: DepositId, /** The bank's reference of the recall. */ reference: Reference }
    /// What the bank charges the operator.
    BookCharge { amount: Money, reference: Reference }
    /// Mends what an earlier entry moved wrongly.
    CorrectMoney { amount: Money, from: CashAccount, /** The entry it mends. */ mends: Number, reason: Token, to: CashAccount }
    /// What the bank's statement says beside what is booked.
    ReconcileBank { /** Day of the statement. */ on: Date, statement: Money }
    AdoptPremiumPlan { payees: Vec<PayeeShare>, programme: ProgrammeCode }
    PayeeShare { kind: PayeeKind, payee: OrganisationId, share: Bps }
    OpenInstalmentPlan { kind: InstalmentKind, producer: OrganisationId, programme: ProgrammeCode, rate: Bps, total: Money }
    AcceptInstalmentPlan { plan: InstalmentPlanId }
    /// Where payouts go: the details stand outside the log, here is their digest.
    SetPayoutDetails {
        /// SHA-256(salt ‖ details).
        details: Digest,
        /// The payee without a key of its own for whom the operator records them.
        #[serde(default, skip_serializing_if = "Option::is_none")] organisation: Option<OrganisationId>,
        rail: Rail,
    }
    WithdrawPayoutDetails {}
    /// A member asks for its unused money.
    WithdrawMoney { amount: Money }
    /// The operator plans to pay premium of a producer's sales to a payee.
    PlanPayout {
        amount: Money,
        #[serde(default, skip_serializing_if = "Option::is_none")] exchange: Option<Exchange>,
        payee: OrganisationId,
        producer: OrganisationId,
    }
    /// What is expected where the payee is paid in another currency. Information only: nothing is converted here.
    Exchange { currency: Currency, expected: Money, rate: Rate, source: Token }
    /// One approval, one file, one message to the bank.
    ApprovePayouts { payouts: Vec<PayoutId>, rail: Rail }
    CancelPayout { payout: PayoutId, reason: Token }
    /// The file was handed to the bank.
    InstructPayouts { /** SHA-256 of the file. */ digest: Digest, file: PayoutFileId }
    /// What the bank said of a payout.
    ReportPayout { payout: PayoutId, report: PayoutReport }
    BankSaid { #[serde(default, skip_serializing_if = "Option::is_none")] reference: Option<Reference> }
    BankRefused { reason: Token, #[serde(default, skip_serializing_if = "Option::is_none")] reference: Option<Reference> }
    BankPaid { reference: Reference }
    BankReturned { reason: Token, reference: Reference }
    /// Nobody knows: it is never sent again blind.
    BankSilent {}
    /// The payee's receipt; or the paper receipt of a payee without a key, by two signatories of the producer.
    ConfirmReceipt {
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Digest>,
        /// SHA-256 of the paper receipt.
        #[serde(default, skip_serializing_if = "Option::is_none")] paper: Option<Digest>,
        payout: PayoutId,
        /// Why less arrived than was sent.
        #[serde(default, skip_serializing_if = "Option::is_none")] reason: Option<Token>,
        received: Money,
    }
    /// The payee says that the payout did not arrive.
    DisputePayout {
        #[serde(default, skip_serializing_if = "Option::is_none")] note: Option<Digest>,
        payout: PayoutId,
        reason: Token,
    }
    /// Cancels what was bought under a certificate withdrawn for fraud, and refunds it as far as the premium was stopped.
    RefundFraud { certificate: CertificateId, reason: Token }
}

/// What the bank says of a payout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayoutReport {
    /// It will be carried out.
    Accepted(BankSaid),
    /// It will not.
    Rejected(BankRefused),
    /// It left the account.
    Settled(BankPaid),
    /// It had left and came back.
    Returned(BankReturned),
    /// There is no answer.
    Unknown(BankSilent),
}
