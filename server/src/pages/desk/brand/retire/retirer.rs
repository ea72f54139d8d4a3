//! Whoever retires: for whom they may, with which claims, against which use of a mineral.

use orebook_registry::certificate::Class;
use orebook_registry::claim::{Consent, Footprint};
use orebook_registry::instruction::{Beneficiary, ClaimType};
use orebook_registry::values::{ConsentId, Date, FootprintId, OrganisationId};

use crate::pages::names::Names;

/// A member who retires on a day.
#[derive(Clone, Copy)]
pub struct Retirer<'a> {
    pub names: Names<'a>,
    pub me: OrganisationId,
    pub today: Date,
}

/// For whom is retired.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    Own,
    Principal(OrganisationId),
    Consent(ConsentId),
}

impl Whom {
    /// As it stands in a form: an id, or `own`.
    pub fn value(&self) -> String {
        match self {
            Self::Own => "own".to_owned(),
            Self::Principal(id) => id.to_string(),
            Self::Consent(id) => id.to_string(),
        }
    }
}

impl<'a> Retirer<'a> {
    /// Everybody for whom may be retired, with their names: oneself, the members whose agent one is, whoever consented.
    pub fn everybody(&self) -> Vec<(Whom, String)> {
        let registry = self.names.registry;
        let principals = registry.parties.agents().filter(|(_, agent)| *agent == self.me);
        let principals = principals.map(|(id, _)| (Whom::Principal(id), self.names.organisation(id)));
        let consents = registry.claims.consents().filter(|(_, consent)| self.may_use(consent));
        let consents = consents.map(|(id, consent)| {
            let name = format!("{} ({})", consent.beneficiary.name, self.names.country(consent.beneficiary.country));
            (Whom::Consent(id), name)
        });
        let own = (Whom::Own, self.names.organisation(self.me));
        [own].into_iter().chain(principals).chain(consents).collect()
    }

    /// Whom a number or a name means; nothing if one may not retire for them.
    pub fn whom(&self, asked: &str) -> Option<Whom> {
        let asked = asked.trim().to_lowercase();
        let is_meant = |(whom, name): &(Whom, String)| {
            let own = *whom == Whom::Own && asked == self.me.to_string();
            let bare = match whom {
                Whom::Consent(id) => {
                    self.consent(*id).is_some_and(|c| c.beneficiary.name.to_string().to_lowercase() == asked)
                }
                _ => false,
            };
            own || bare || whom.value().to_lowercase() == asked || name.to_lowercase() == asked
        };
        self.everybody().into_iter().find(is_meant).map(|(whom, _)| whom)
    }

    fn consent(&self, id: ConsentId) -> Option<&'a Consent> {
        self.names.registry.claims.consent(id).filter(|consent| self.may_use(consent))
    }

    fn may_use(&self, consent: &Consent) -> bool {
        consent.agent == self.me && self.today <= consent.until
    }

    /// Who is named.
    pub fn beneficiary(&self, whom: &Whom) -> Beneficiary {
        let registered = |id| {
            let organisation = self.names.registry.parties.organisation(id)?;
            Some(Beneficiary {
                country: organisation.country,
                name: organisation.name.clone(),
                registration_number: organisation.registration_number.clone(),
            })
        };
        let found = match whom {
            Whom::Own => None,
            Whom::Principal(id) => registered(*id),
            Whom::Consent(id) => self.consent(*id).map(|consent| consent.beneficiary.clone()),
        };
        found.or_else(|| registered(self.me)).expect("whoever is logged in is an organisation of the register")
    }

    /// What a class permits today.
    pub fn permitted(&self, class: Class) -> Vec<ClaimType> {
        let programme = self.names.registry.certificates.programme_on(class.programme, self.today);
        let mut terms = programme.into_iter().flat_map(|programme| &programme.levels);
        let of_class = terms.find(|terms| (terms.level, terms.ecological) == (class.level, class.ecological));
        of_class.map(|terms| terms.claims.clone()).unwrap_or_default()
    }

    /// What a beneficiary used of the mineral; only a member has that recorded.
    pub fn footprints(&self, class: Class, whom: &Whom) -> Vec<(FootprintId, &'a Footprint)> {
        let owner = match whom {
            Whom::Own => self.me,
            Whom::Principal(id) => *id,
            Whom::Consent(_) => return Vec::new(),
        };
        let fits =
            |footprint: &Footprint| footprint.record.beneficiary == owner && footprint.record.mineral == class.mineral;
        self.names.registry.claims.footprints().filter(|(_, one)| fits(one)).collect()
    }
}
