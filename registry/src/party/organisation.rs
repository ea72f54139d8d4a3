//! Organisations: what the register keeps of each, and whether it may act.

use std::collections::{BTreeMap, BTreeSet};

use super::{Asker, Parties};
use crate::Contradiction;
use crate::instruction::{OrganisationState, Role, Structure};
use crate::mineral::Mineral;
use crate::refusal::Refusal;
use crate::values::*;

/// A member of the register.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// Legal name.
    pub name: Text,
    /// Country of registration.
    pub country: Country,
    /// Code in serial numbers; producers have one.
    pub code: Option<OrganisationCode>,
    /// Members of one group never trade with each other.
    pub group: OrganisationId,
    /// What it may do.
    pub roles: BTreeSet<Role>,
    /// How a mining organisation is built.
    pub structure: Option<Structure>,
    /// Frozen into each batch.
    pub women_led: Option<YesNo>,
    /// Number in a public register of companies.
    pub registration_number: Option<Reference>,
    /// Active from its first confirmed key on; a payee without keys from its registration on.
    pub state: OrganisationState,
    /// What one of its keys may do alone.
    pub limits: Limits,
}

/// What one key of an organisation may do alone; what is not named has no limit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Limits {
    /// Largest mass of a transfer or retirement.
    pub masses: BTreeMap<Mineral, Mass>,
    /// Largest value of an order.
    pub values: BTreeMap<Currency, Money>,
}

impl Organisation {
    /// Refused unless it is active.
    pub(crate) fn require_active(&self, organisation: OrganisationId) -> Result<(), Refusal> {
        match self.state {
            OrganisationState::Active => Ok(()),
            state => Err(Refusal::OrganisationMustBeActive { organisation, state }),
        }
    }

    /// Refused when it is closed: nothing may reach it any more.
    pub(crate) fn require_open(&self) -> Result<(), Refusal> {
        use OrganisationState::{Active, Applied, Suspended};
        self.require_state(&[Applied, Active, Suspended])
    }

    pub(super) fn require_state(&self, allowed: &[OrganisationState]) -> Result<(), Refusal> {
        if allowed.contains(&self.state) {
            return Ok(());
        }
        let words: Vec<&str> = allowed.iter().map(|state| state.word()).collect();
        Err(Refusal::OrganisationMustBe { state: self.state, allowed: words.join(" or ") })
    }
}

impl Parties {
    /// The organisation that the operator acts upon: in one of these states, and never an operator.
    pub(super) fn judged(
        &self,
        asker: &Asker,
        id: OrganisationId,
        allowed: &[OrganisationState],
    ) -> Result<(), Refusal> {
        self.require_role(asker, Role::Operator)?;
        let organisation = self.existing(id)?;
        organisation.require_state(allowed)?;
        if organisation.roles.contains(&Role::Operator) {
            return Err(Refusal::FieldMustBe { field: "organisation", rule: "another than the operator" });
        }
        Ok(())
    }

    /// Moves an organisation from one of some states into another.
    pub(super) fn enter_state(
        &mut self,
        id: OrganisationId,
        from: &[OrganisationState],
        to: OrganisationState,
    ) -> Result<(), Contradiction> {
        let organisation = self.organisations.get_mut(&id).ok_or(Contradiction::new("an organisation exists"))?;
        Contradiction::unless(from.contains(&organisation.state), "an organisation is in a state that may end so")?;
        organisation.state = to;
        Ok(())
    }
}
