//! Ids: a prefix for the kind, and a ULID whose time is that of the entry that made the thing and whose 80 other
//! bits are the entry's sequence (64) and an ordinal in it (16). So every id can be recomputed from the log.

use std::fmt;
use std::str::FromStr;

use ulid::Ulid;

use super::{Timestamp, ValueError, string_serde};

/// Hands out the ids of one cause, in order of creation.
#[derive(Debug, Clone)]
pub struct IdMint {
    time: Timestamp,
    sequence: u64,
    ordinal: u16,
}

impl IdMint {
    /// The ids of the entry `sequence`, of which `ordinal` have been given out.
    pub fn new(time: Timestamp, sequence: u64, ordinal: u16) -> Self {
        Self { time, sequence, ordinal }
    }

    /// How many have been given out.
    pub(crate) fn given_out(&self) -> u16 {
        self.ordinal
    }

    /// The next id.
    pub fn mint<T: From<u128>>(&mut self) -> T {
        let time = u128::try_from(self.time.ms()).expect("entries are younger than 1970") << 80;
        let id = time | (u128::from(self.sequence) << 16) | u128::from(self.ordinal);
        self.ordinal += 1;
        T::from(id)
    }
}

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident = $prefix:literal;)+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u128);
        impl $name {
            /// The three letters before the underscore.
            pub const PREFIX: &'static str = $prefix;
            /// Sequence of the entry whose cause made the thing.
            pub const fn sequence(self) -> u64 {
                (self.0 >> 16) as u64
            }
            /// How many ids that cause had given out before.
            pub const fn ordinal(self) -> u16 {
                self.0 as u16
            }
            /// Time of that entry.
            pub const fn made_at(self) -> Timestamp {
                Timestamp::from_ms((self.0 >> 80) as i64)
            }
            /// The 26 characters after the prefix.
            pub fn ulid(self) -> String {
                Ulid(self.0).to_string()
            }
        }
        impl From<u128> for $name {
            fn from(id: u128) -> Self { Self(id) }
        }
        impl FromStr for $name {
            type Err = ValueError;
            fn from_str(text: &str) -> Result<Self, ValueError> {
                parse($prefix, text).map(Self).ok_or(ValueError::new(stringify!($name), concat!($prefix, "_ and 26 characters of a ULID")))
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { show($prefix, self.0, f) }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { show($prefix, self.0, f) }
        }
        string_serde!($name);
    )+};
}

fn parse(prefix: &str, text: &str) -> Option<u128> {
    let ulid = text.strip_prefix(prefix)?.strip_prefix('_')?;
    let id = Ulid::from_string(ulid).ok()?;
    let mut buffer = [0; ulid::ULID_LEN];
    (id.array_to_str(&mut buffer) == ulid).then_some(id.0)
}

fn show(prefix: &str, id: u128, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut buffer = [0; ulid::ULID_LEN];
    write!(f, "{prefix}_{}", Ulid(id).array_to_str(&mut buffer))
}

ids! {
    /// An organisation.
    OrganisationId = "org";
    /// A holding account of an organisation.
    AccountId = "acc";
    /// An accreditation of a certifier.
    AccreditationId = "acr";
    /// A certificate of a producer.
    CertificateId = "crt";
    /// A declaration of production.
    DeclarationId = "dcl";
    /// An equivalence between levels of two programmes.
    EquivalenceId = "eqv";
    /// A batch: one issuance of credits.
    BatchId = "bat";
    /// A transfer between accounts.
    TransferId = "trf";
    /// A hold. That of a certificate's batches bears the certificate's own 26 characters.
    HoldId = "hld";
    /// A market: a class of credits in one currency.
    MarketId = "mkt";
    /// An order.
    OrderId = "ord";
    /// A trade.
    TradeId = "trd";
    /// A version of a premium plan.
    PremiumPlanId = "ppl";
    /// A certification instalment or pre-finance plan.
    InstalmentPlanId = "ipl";
    /// A direct deal.
    DealId = "del";
    /// A deposit.
    DepositId = "dep";
    /// A payout.
    PayoutId = "pay";
    /// The payouts of one approval: one file, one message to the bank.
    PayoutFileId = "pfl";
    /// A proposal that awaits a second person.
    ProposalId = "prp";
    /// A footprint record.
    FootprintId = "ftp";
    /// A retirement.
    RetirementId = "ret";
    /// An auditor's finding on a retirement.
    FindingId = "fnd";
    /// A consent that an agent recorded.
    ConsentId = "cns";
}

impl HoldId {
    /// The hold of a certificate's batches: there is one at a time, and it bears the certificate's own characters,
    /// so that the certifier's act need not give out an id.
    pub fn of_certificate(certificate: CertificateId) -> Self {
        Self(certificate.0)
    }
}
