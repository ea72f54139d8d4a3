//! Trusted lists: accounts of others to which an organisation's transfers settle at once. A list grows slowly, so that
//! who steals a key cannot use it before somebody notices, and shrinks at once.

use std::collections::{BTreeMap, BTreeSet};

use crate::Contradiction;
use crate::event::AccountTrusted;
use crate::values::*;

/// An account on a trusted list.
#[derive(Debug, Clone)]
pub struct TrustedAccount {
    /// The key that added it.
    pub key: PublicKey,
    /// From when on it counts.
    pub works_at: Timestamp,
    /// Whether it does.
    pub works: bool,
}

/// Every organisation's list.
#[derive(Debug, Clone, Default)]
pub struct TrustedAccounts {
    lists: BTreeMap<(OrganisationId, AccountId), TrustedAccount>,
    /// Additions that wait.
    deadlines: BTreeSet<(Timestamp, (OrganisationId, AccountId))>,
    waiting_by_key: BTreeSet<(PublicKey, (OrganisationId, AccountId))>,
    /// Additions that must be taken back.
    owed: BTreeSet<(OrganisationId, AccountId)>,
}

impl TrustedAccounts {
    /// Whether an organisation's transfers to an account settle at once.
    pub fn trusts(&self, organisation: OrganisationId, account: AccountId) -> bool {
        self.find(organisation, account).is_some_and(|entry| entry.works)
    }
    /// An entry of a list.
    pub fn find(&self, organisation: OrganisationId, account: AccountId) -> Option<&TrustedAccount> {
        self.lists.get(&(organisation, account))
    }
    /// All entries of all lists.
    pub fn iter(&self) -> impl Iterator<Item = ((OrganisationId, AccountId), &TrustedAccount)> {
        self.lists.iter().map(|(key, entry)| (*key, entry))
    }
    /// An organisation's list.
    pub fn of(&self, organisation: OrganisationId) -> impl Iterator<Item = (AccountId, &TrustedAccount)> {
        let all = (organisation, AccountId::from(0))..=(organisation, AccountId::from(u128::MAX));
        self.lists.range(all).map(|((_, account), entry)| (*account, entry))
    }

    pub(super) fn first_deadline(&self) -> Option<(Timestamp, (OrganisationId, AccountId))> {
        self.deadlines.first().copied()
    }
    pub(super) fn first_owed(&self) -> Option<(OrganisationId, AccountId)> {
        self.owed.first().copied()
    }

    pub(super) fn add(&mut self, event: &AccountTrusted) -> Result<(), Contradiction> {
        let name = (event.organisation, event.account);
        self.deadlines.insert((event.works_at, name));
        self.waiting_by_key.insert((event.key, name));
        let entry = TrustedAccount { key: event.key, works_at: event.works_at, works: false };
        Contradiction::unless(self.lists.insert(name, entry).is_none(), "an account is added to a list once")
    }

    pub(super) fn start(&mut self, organisation: OrganisationId, account: AccountId) -> Result<(), Contradiction> {
        let name = (organisation, account);
        let entry = self.lists.get_mut(&name).ok_or(Contradiction::new("an account that begins to count is listed"))?;
        entry.works = true;
        let (works_at, key) = (entry.works_at, entry.key);
        self.forget_waiting(name, works_at, key);
        Ok(())
    }

    pub(super) fn remove(&mut self, organisation: OrganisationId, account: AccountId) -> Result<(), Contradiction> {
        let name = (organisation, account);
        let entry = self.lists.remove(&name).ok_or(Contradiction::new("an account that is struck off is listed"))?;
        self.forget_waiting(name, entry.works_at, entry.key);
        Ok(())
    }

    fn forget_waiting(&mut self, name: (OrganisationId, AccountId), works_at: Timestamp, key: PublicKey) {
        self.deadlines.remove(&(works_at, name));
        self.waiting_by_key.remove(&(key, name));
        self.owed.remove(&name);
    }

    pub(super) fn owe_by_key(&mut self, key: &PublicKey) {
        let none = (OrganisationId::from(0), AccountId::from(0));
        let of_key = self.waiting_by_key.range((*key, none)..).take_while(|(k, _)| k == key);
        self.owed.extend(of_key.map(|(_, name)| *name).collect::<Vec<_>>());
    }
    pub(super) fn owe_by_organisation(&mut self, organisation: OrganisationId) {
        let waiting = self.of(organisation).filter(|(_, entry)| !entry.works);
        self.owed.extend(waiting.map(|(account, _)| (organisation, account)).collect::<Vec<_>>());
    }
}
