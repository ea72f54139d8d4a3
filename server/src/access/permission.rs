//! What somebody may do for an organisation. A token's scopes and a person's role are both such sets.

use std::fmt;
use std::str::FromStr;

macro_rules! permissions {
    ($(#[doc = $means:literal] $variant:ident = $word:literal,)+) => {
        /// One thing that somebody may.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Permission { $(#[doc = $means] $variant),+ }
        impl Permission {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// Its name: the scope.
            pub const fn word(self) -> &'static str { match self { $(Self::$variant => $word),+ } }
            /// What it is, in one sentence.
            pub const fn means(self) -> &'static str { match self { $(Self::$variant => $means.trim_ascii()),+ } }
        }
    };
}

permissions! {
    /// Read the organisation's own credits, orders, deals, certificates and declarations, and its events.
    Read = "read",
    /// Read its money: balances, statements, purchases, payouts.
    Money = "money",
    /// Read and keep what stands beside the log: evidence, texts behind digests, contact and payout details.
    Documents = "documents",
    /// Settings: webhooks, clients.
    Settings = "settings",
    /// People: users, roles, invitations, the security log.
    People = "people",
    /// Read every entry of the log, in bundles or one by one. It counts for auditors and the operator only.
    Entries = "entries",
}

impl fmt::Display for Permission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// A set of permissions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Permissions(u8);

impl Permissions {
    /// All there are.
    pub fn all() -> Self {
        Self::of(Permission::ALL)
    }
    /// These.
    pub fn of(permissions: &[Permission]) -> Self {
        Self(permissions.iter().fold(0, |set, permission| set | 1 << *permission as u8))
    }
    /// Whether one is among them.
    pub fn contains(self, permission: Permission) -> bool {
        self.0 & (1 << permission as u8) != 0
    }
    /// Whether all of another set are among them.
    pub fn cover(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// As a scope is written: words with a space between (RFC 6749 §3.3).
impl fmt::Display for Permissions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let own = Permission::ALL.iter().filter(|permission| self.contains(**permission));
        f.write_str(&own.map(|permission| permission.word()).collect::<Vec<_>>().join(" "))
    }
}

impl FromStr for Permissions {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let one = |word: &str| {
            let known = Permission::ALL.iter().find(|permission| permission.word() == word);
            known.copied().ok_or_else(|| format!("no such permission: {word}"))
        };
        let words = text.split(' ').filter(|word| !word.is_empty()).map(one);
        Ok(Self::of(&words.collect::<Result<Vec<_>, _>>()?))
    }
}
