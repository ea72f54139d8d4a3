//! People: each logs in for one organisation, in one role.

use std::fmt;
use std::str::FromStr;

use orebook_registry::values::OrganisationId;
use orebook_store::PersonRow;

use super::permission::{Permission, Permissions};
use super::{By, Member};
use crate::problem::Problem;

use Permission::{Documents, Entries, Money, People, Read, Settings};

/// What somebody is for their organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Keeps people and settings, and may read everything.
    Admin,
    /// Keeps papers, and reads money.
    Clerk,
    /// Trades, and reads money.
    Trader,
    /// Signs, and reads all that is to be signed.
    Signatory,
    /// Reads.
    Viewer,
}

impl Role {
    /// All roles, with their words and what they may.
    const TABLE: [(Self, &'static str, &'static [Permission]); 5] = [
        (Self::Admin, "admin", &[Read, Money, Documents, Settings, People, Entries]),
        (Self::Clerk, "clerk", &[Read, Money, Documents]),
        (Self::Trader, "trader", &[Read, Money]),
        (Self::Signatory, "signatory", &[Read, Money, Documents]),
        (Self::Viewer, "viewer", &[Read]),
    ];

    /// Every role.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::TABLE.into_iter().map(|(role, ..)| role)
    }
    /// Its name.
    pub fn word(self) -> &'static str {
        Self::TABLE.into_iter().find(|(role, ..)| *role == self).map_or("", |(_, word, _)| word)
    }
    /// What whoever has it may.
    pub fn may(self) -> Permissions {
        let own = Self::TABLE.into_iter().find(|(role, ..)| *role == self);
        own.map_or_else(Permissions::default, |(.., permissions)| Permissions::of(permissions))
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Role {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = Self::TABLE.into_iter().find(|(_, word, _)| *word == text);
        known.map(|(role, ..)| role).ok_or("admin, clerk, trader, signatory or viewer")
    }
}

/// What a person may ask for.
pub fn member(person: &PersonRow) -> Result<Member, Problem> {
    let organisation: OrganisationId = person.organisation.parse().map_err(Problem::internal)?;
    let role: Role = person.role.parse().map_err(Problem::internal)?;
    Ok(Member { organisation, by: By::User(person.id.clone()), may: role.may() })
}

/// `usr_` and 32 hexadecimal digits.
pub fn new_id() -> String {
    format!("usr_{}", uuid::Uuid::now_v7().simple())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_reads_and_only_admins_keep_people_and_settings() {
        for role in Role::all() {
            assert_eq!(role.word().parse(), Ok(role));
            assert!(role.may().contains(Read), "{role}");
            for permission in [People, Settings, Entries] {
                assert_eq!(role.may().contains(permission), role == Role::Admin, "{role} {permission}");
            }
        }
        assert_eq!(Role::Admin.may(), Permissions::all());
        assert_eq!(Role::Clerk.may().to_string(), "read money documents");
        assert_eq!(Role::Signatory.may().to_string(), "read money documents");
        assert_eq!(Role::Trader.may().to_string(), "read money");
        assert!("Admin".parse::<Role>().is_err());
    }
}
