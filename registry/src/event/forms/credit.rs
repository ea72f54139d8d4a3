//! The bodies of events on accounts and blocks.

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
        #[serde(default, skip_serializing_if = "Option::is_none")] settles_at: Option<Timestamp>,
        to: AccountId, transfer: TransferId,
    }
    TransferNamed { transfer: TransferId }
    /// All of the batch's available credits whose last usable day is `last_day`.
    CreditsExpired { batch: BatchId, last_day: Date }
}
