//! The bodies of events on accounts, blocks and holds.

use serde::{Deserialize, Serialize};

use super::*;

forms! {
    AccountOpened { account: AccountId, name: Text, organisation: OrganisationId }
    /// A batch comes into being, all of it in the producer's account.
    Issued {
        account: AccountId, batch: BatchId, block: SerialBlock, certificate: CertificateId, ecological: YesNo, expires_on: Date, level: Level,
        period_from: Date, period_to: Date, producer: OrganisationId, programme: ProgrammeCode, programme_version: Count,
        #[serde(default, skip_serializing_if = "Option::is_none")] structure: Option<Structure>,
        #[serde(default, skip_serializing_if = "Option::is_none")] women_led: Option<YesNo>,
    }
    /// Blocks move, at once (no `settles_at`) or after the waiting time.
    Transferred {
        blocks: Vec<SerialBlock>, from: AccountId, key: PublicKey,
        /// For whom the receiver, an agent, will hold them.
        #[serde(default, skip_serializing_if = "Option::is_none")] principal: Option<OrganisationId>,
        #[serde(default, skip_serializing_if = "Option::is_none")] settles_at: Option<Timestamp>,
        to: AccountId, transfer: TransferId,
    }
    TransferNamed { transfer: TransferId }
    TransferVoided { reason: VoidReason, transfer: TransferId }
    /// The account is on the organisation's trusted list; it counts from `works_at` on.
    AccountTrusted { account: AccountId, key: PublicKey, organisation: OrganisationId, works_at: Timestamp }
    TrustedAccountNamed { account: AccountId, organisation: OrganisationId }
    HoldPlaced {
        #[serde(default, skip_serializing_if = "Option::is_none")] grievance: Option<Digest>,
        hold: HoldId, lapses_at: Timestamp, person: Person, reason: HoldReason, target: HoldTarget,
    }
    HoldExtended { hold: HoldId, lapses_at: Timestamp }
    HoldReleased { hold: HoldId, reason: Token }
    HoldNamed { hold: HoldId }
    /// Blocks that their producer gave up; `code` is its reason.
    BlocksCancelled { account: AccountId, blocks: Vec<SerialBlock>, code: Token, reason: CancellationReason }
    /// All of the batch's credits in the scope that have not ended.
    CreditsCancelled { batch: BatchId, reason: CancellationReason, scope: HoldScope }
    /// All of the batch's available credits whose last usable day is `last_day`.
    CreditsExpired { batch: BatchId, last_day: Date }
}

codes! {
    /// Why credits were cancelled.
    CancellationReason { Owner = "owner", SoldPhysically = "sold_physically", CertificateWithdrawn = "certificate_withdrawn", Refunded = "refunded" }
}
codes! {
    /// Why a pending transfer came to nothing without anybody's taking it back.
    VoidReason { KeyRevoked = "key_revoked", Hold = "hold", Suspension = "suspension" }
}
