//! The bodies of acts on accounts, blocks and holds.

use serde::{Deserialize, Serialize};

use super::*;

forms! {
    OpenAccount { name: Text }
    Transfer { blocks: Vec<SerialBlock>, from: AccountId, to: AccountId }
    WithdrawTransfer { transfer: TransferId }
    RefuseTransfer { transfer: TransferId }
    TrustAccount { account: AccountId }
    DistrustAccount { account: AccountId }
    CancelCredits { account: AccountId, blocks: Vec<SerialBlock>, reason: Token }
    PlaceHold {
        /// The grievance it answers, by the digest of its case.
        #[serde(default, skip_serializing_if = "Option::is_none")] grievance: Option<Digest>,
        reason: HoldReason,
        target: HoldTarget,
    }
    ExtendHold { hold: HoldId }
    ReleaseHold { hold: HoldId, reason: Token }
    /// A key, which then signs nothing.
    KeyTarget { key: PublicKey }
    /// An account, out of and into which nothing moves.
    AccountTarget { account: AccountId }
    /// An organisation, which may then only take back.
    OrganisationTarget { organisation: OrganisationId }
    /// Blocks of a batch, which are frozen.
    BatchTarget { batch: BatchId, scope: HoldScope }
}

/// What a hold stops.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HoldTarget {
    /// A key.
    Key(KeyTarget),
    /// An account.
    Account(AccountTarget),
    /// An organisation.
    Organisation(OrganisationTarget),
    /// Blocks of a batch.
    Batch(BatchTarget),
}
