//! Agents: a principal lets an agent hold credits for it, and retire them in its name.

use super::{Asker, Parties};
use crate::Contradiction;
use crate::event::AgentNamed;
use crate::instruction::{AppointAgent, DismissAgent, Role};
use crate::refusal::Refusal;
use crate::values::*;

pub(crate) fn decide(parties: &Parties, asker: &Asker, appoint: &AppointAgent) -> Result<AgentNamed, Refusal> {
    parties.existing_as(Role::Agent, appoint.agent)?;
    if appoint.agent == asker.organisation {
        return Err(Refusal::FieldMustBe { field: "agent", rule: "another organisation" });
    }
    if parties.is_agent(appoint.agent, asker.organisation) {
        return Err(Refusal::AgentMustBeNew {});
    }
    Ok(AgentNamed { agent: appoint.agent, principal: asker.organisation })
}

pub(crate) fn decide_dismiss(parties: &Parties, asker: &Asker, dismiss: &DismissAgent) -> Result<AgentNamed, Refusal> {
    if parties.is_agent(dismiss.agent, asker.organisation) {
        Ok(AgentNamed { agent: dismiss.agent, principal: asker.organisation })
    } else {
        Err(Refusal::MustExist { kind: "agent", id: dismiss.agent.to_string() })
    }
}

pub(crate) fn apply(parties: &mut Parties, event: &AgentNamed) -> Result<(), Contradiction> {
    let new = parties.agents.insert((event.principal, event.agent));
    Contradiction::unless(new, "an agent is appointed once")
}

pub(crate) fn apply_dismissed(parties: &mut Parties, event: &AgentNamed) -> Result<(), Contradiction> {
    let known = parties.agents.remove(&(event.principal, event.agent));
    Contradiction::unless(known, "an agent that is dismissed was appointed")
}

impl Parties {
    /// Whether the agent may hold and retire credits for the principal.
    pub fn is_agent(&self, agent: OrganisationId, principal: OrganisationId) -> bool {
        self.agents.contains(&(principal, agent))
    }
    /// Every principal with each of its agents.
    pub fn agents(&self) -> impl Iterator<Item = (OrganisationId, OrganisationId)> {
        self.agents.iter().copied()
    }
}
