//! Where a declared period was mined: a site and mineral in the hands of an organisation. Site names are chosen by
//! programmes, so two strangers may call their pits alike; the organisation keeps them apart.

use std::collections::BTreeMap;

use super::{Certificate, Certificates, Declaration};
use crate::mineral::Mineral;
use crate::values::*;

/// An organisation's site and mineral.
pub(super) type Key = (OrganisationId, Reference, Mineral);

/// The places of a certificate: its producer's, and its holder's if that is another.
pub(super) fn keys(certificate: &Certificate) -> impl Iterator<Item = Key> {
    let key = |party| (party, certificate.site.clone(), certificate.class.mineral);
    let holder = Some(certificate.holder).filter(|holder| *holder != certificate.producer);
    [Some(certificate.producer), holder].into_iter().flatten().map(key).collect::<Vec<_>>().into_iter()
}

impl Certificates {
    /// What touches the period of a declaration at the same site: of the same producer or holder, and mineral. The
    /// register takes in none that touches one which is live or approved.
    pub fn beside(&self, id: DeclarationId) -> impl Iterator<Item = (DeclarationId, &Declaration)> {
        let of = |one: &Declaration| self.certificates.get(&one.certificate);
        let own = self.declarations.get(&id).and_then(|one| Some((one, of(one)?)));
        self.declarations
            .iter()
            .filter(move |(other, one)| {
                own.zip(of(one)).is_some_and(|((declaration, certificate), theirs)| {
                    **other != id
                        && one.period_from <= declaration.period_to
                        && declaration.period_from <= one.period_to
                        && keys(theirs).any(|key| keys(certificate).any(|own| own == key))
                })
            })
            .map(|(id, one)| (*id, one))
    }
}

/// Live and approved periods by place. Those of one place never overlap.
#[derive(Debug, Clone, Default)]
pub(super) struct Periods {
    by_place: BTreeMap<Key, BTreeMap<Date, (Date, DeclarationId)>>,
}

impl Periods {
    /// The declaration of a place whose period touches these days.
    pub(super) fn touching(&self, key: &Key, from: Date, to: Date) -> Option<DeclarationId> {
        // Periods of a place are disjoint, so the last that begins in time ends last as well.
        let (_, (last, declaration)) = self.by_place.get(key)?.range(..=to).next_back()?;
        (from <= *last).then_some(*declaration)
    }

    pub(super) fn insert(&mut self, key: Key, from: Date, to: Date, declaration: DeclarationId) {
        self.by_place.entry(key).or_default().insert(from, (to, declaration));
    }

    pub(super) fn remove(&mut self, key: Key, from: Date) {
        if let Some(periods) = self.by_place.get_mut(&key) {
            periods.remove(&from);
            if periods.is_empty() {
                self.by_place.remove(&key);
            }
        }
    }
}
