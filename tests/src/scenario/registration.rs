//! Registration of members, with sensible defaults for what a test does not care about.

use orebook_registry::Refusal;
use orebook_registry::event::{Event, PartyEvent};
use orebook_registry::instruction::*;
use orebook_registry::values::*;

use super::{Actor, Scenario, value};

/// What the operator registers.
#[derive(Debug, Clone)]
pub struct Registration {
    /// The act; the keys are the scenario's.
    pub act: RegisterOrganisation,
    /// The actor to be; its id is known after the registration.
    pub actor: Actor,
}

impl Scenario {
    /// A registration with a signing key of the person `first` and a recovery key of the person `second`; producers
    /// are cooperatives and have the code `K7Q2` unless the caller says otherwise.
    pub fn registration(&self, name: &str, country: &str, roles: &[Role]) -> Registration {
        let mut actor = Actor::new(self.seed, name, OrganisationId::from(0), &["first", "second"]);
        actor.keys[1].purpose = KeyPurpose::Recovery;
        let produces = roles.contains(&Role::Producer);
        let act = RegisterOrganisation {
            code: produces.then(|| value("K7Q2")),
            country: value(country),
            group: None,
            keys: actor.keys_of_persons(),
            name: value(name),
            registration_number: None,
            roles: roles.to_vec(),
            structure: produces.then_some(Structure::Cooperative),
            women_led: produces.then_some(YesNo::No),
        };
        Registration { act, actor }
    }

    /// Registers a member; none of its keys works yet.
    pub fn admit(&mut self, registration: Registration) -> Result<Actor, Refusal> {
        let Registration { act, mut actor } = registration;
        let operator = self.operator.clone();
        let entries = self.act(&operator, Act::RegisterOrganisation(act))?;
        for event in entries.iter().flat_map(|entry| &entry.events) {
            if let Event::Party(PartyEvent::OrganisationRegistered(registered)) = event {
                actor.id = registered.organisation;
                actor.account = registered.account.unwrap_or(actor.account);
            }
        }
        self.actors.push(actor.clone());
        Ok(actor)
    }

    /// Confirms every key of a member with itself.
    pub fn confirm(&mut self, actor: &Actor) {
        for key in 0..actor.keys.len() {
            self.act_by(actor, key, Act::ConfirmKey(ConfirmKey {})).expect("a new key confirms itself");
        }
    }

    /// Registers a member and confirms its keys.
    pub fn join(&mut self, registration: Registration) -> Actor {
        let actor = self.admit(registration).expect("the registration is in order");
        self.confirm(&actor);
        actor
    }

    /// Registers a member with the usual keys and confirms them.
    pub fn register(&mut self, name: &str, country: &str, roles: &[Role]) -> Actor {
        self.join(self.registration(name, country, roles))
    }

    /// Gives the member's second person a key for every day, added by its recovery key. It is the actor's last one.
    pub fn with_second_signer(&mut self, actor: &Actor) -> Actor {
        let secret = self.key(&format!("{}/second/everyday", actor.name));
        let add = AddKey { key: secret.public(), person: value("second"), purpose: KeyPurpose::Signing };
        self.act_by(actor, 1, Act::AddKey(add)).expect("a recovery key adds a key to its own slot");
        let actor = actor.clone().with_key("second", secret);
        self.act_by(&actor, actor.keys.len() - 1, Act::ConfirmKey(ConfirmKey {})).expect("a new key confirms itself");
        actor
    }

    /// Registers a payee that signs nothing.
    pub fn register_payee(&mut self, name: &str, country: &str) -> Actor {
        let mut registration = self.registration(name, country, &[Role::Payee]);
        registration.act.keys.clear();
        registration.actor.keys.clear();
        self.admit(registration).expect("the registration is in order")
    }
}
