//! Who comes and goes, and what the operator decides about them, at random.

use super::*;
use crate::scenario::programme;
use crate::scenario::usd;
use orebook_registry::party::KeyState;

impl Simulation {
    pub(super) fn run_the_register(&mut self) -> String {
        match self.dice.below(23) {
            0..2 => self.void(),
            2..4 => self.admit(),
            4..8 => self.suspend_or_reinstate(),
            8 => self.close(),
            9..11 => self.limit(),
            11..14 => self.add_key_for(),
            14 if self.dice.below(3) == 0 => self.change_own_keys(),
            14 => self.set_parameters(),
            15..17 => self.change_agents(),
            17 => self.cancel_proposal(),
            18 => self.handle_grievance(),
            19..22 => self.change_contacts(),
            _ => self.open_something(),
        }
    }

    fn void(&mut self) -> String {
        let actor = self.somebody();
        let id = self.world.scenario.instruction(actor.id, Act::ConfirmKey(ConfirmKey {})).id;
        self.act(&actor, Act::Void(Void { id }))
    }

    /// A newcomer with two keys, which most times confirms the first.
    fn admit(&mut self) -> String {
        self.keys += 1;
        let operator = self.world.scenario.operator.clone();
        let role = *self.dice.one_of(&[Role::Buyer, Role::Agent, Role::Payee, Role::Lender]).expect("a role");
        let registration = self.world.scenario.registration(&format!("Newcomer {}", self.keys), "NL", &[role]);
        let mut actor = registration.actor;
        let mut tried = self.act(&operator, Act::RegisterOrganisation(registration.act));
        let newest = self.world.scenario.registry.parties.organisations().last().expect("organisations");
        if newest.1.name.as_str() == actor.name {
            actor.id = newest.0;
            if self.dice.below(4) > 0 {
                tried += &self.act_by(&actor, 0, Act::ConfirmKey(ConfirmKey {}));
            }
            self.newcomers.push(actor);
        }
        tried
    }

    fn suspend_or_reinstate(&mut self) -> String {
        let operator = self.world.scenario.operator.clone();
        let organisations = self.world.scenario.registry.parties.organisations();
        let suspended = organisations.filter(|(_, o)| o.state == OrganisationState::Suspended).map(|(id, _)| id);
        let suspended: Vec<OrganisationId> = suspended.collect();
        let reason: Token = value("review");
        if let (Some(organisation), 1..) = (self.dice.one_of(&suspended).copied(), self.dice.below(4)) {
            let reinstate = ReinstateOrganisation { organisation, reason };
            return self.act(&operator, Act::ReinstateOrganisation(reinstate));
        }
        let mut all: Vec<OrganisationId> = self.actors.iter().chain(&self.newcomers).map(|actor| actor.id).collect();
        all.extend([self.world.acacia.id, self.world.cordillera.id]);
        let organisation = *self.dice.one_of(&all).expect("there are some");
        self.act(&operator, Act::SuspendOrganisation(SuspendOrganisation { organisation, reason }))
    }

    /// A newcomer, suspended before; whoever holds something is refused.
    fn close(&mut self) -> String {
        let operator = self.world.scenario.operator.clone();
        let Some(newcomer) = self.dice.one_of(&self.newcomers).cloned() else { return self.admit() };
        let (organisation, reason): (_, Token) = (newcomer.id, value("left"));
        let suspend = SuspendOrganisation { organisation, reason: reason.clone() };
        let tried = self.act(&operator, Act::SuspendOrganisation(suspend));
        tried + &self.act(&operator, Act::CloseOrganisation(CloseOrganisation { organisation, reason }))
    }

    fn limit(&mut self) -> String {
        let actor = self.somebody();
        let masses = match self.dice.below(3) {
            0 => Vec::new(),
            _ => vec![MassLimit { mass: Mass::from_mg(1_000 * self.dice.below(30)), mineral: value("GLD") }],
        };
        let values = match self.dice.below(3) {
            0 => Vec::new(),
            _ => vec![usd(&format!("{}.00", self.dice.below(150)))],
        };
        self.act_together(&actor, Act::SetLimits(SetLimits { masses, values }))
    }

    /// The operator's way to a key: two persons, some days, and a veto on the way.
    fn add_key_for(&mut self) -> String {
        let waiting = self.lent.iter().position(|(id, key)| {
            let found = self.world.scenario.registry.parties.key(&key.public());
            found.is_some_and(|found| found.state == KeyState::Awaiting && found.organisation == *id)
        });
        if let (Some(place), 1..) = (waiting, self.dice.below(4)) {
            let (id, secret) = self.lent.swap_remove(place);
            let actor = self.actor(id);
            if self.dice.below(2) == 0 {
                return self.act(&actor, Act::VetoKey(VetoKey { key: secret.public() }));
            }
            let actor = actor.with_key("third", secret);
            return self.act_by(&actor, actor.keys.len() - 1, Act::ConfirmKey(ConfirmKey {}));
        }
        let (operator, somebody, secret) = (self.world.scenario.operator.clone(), self.somebody(), self.new_key());
        let add = AddKeyFor {
            key: secret.public(),
            organisation: somebody.id,
            person: value("third"),
            purpose: KeyPurpose::Signing,
        };
        self.lent.push((somebody.id, secret));
        self.act_together(&operator, Act::AddKeyFor(add))
    }

    fn set_parameters(&mut self) -> String {
        let operator = self.world.scenario.operator.clone();
        let mut count = |from: u64, choices: u64| Count((from + self.dice.below(choices)) as u16);
        let money = MoneyParameters {
            deal_days_max: count(1, 10),
            details_wait_hours: count(1, 72),
            receipt_tolerance: Bps::new(count(0, 400).0).expect("within the whole"),
            ..MoneyParameters::default()
        };
        let parameters = RegisterParameters {
            finding_due_days: count(1, 90),
            fraud_hold_days: count(1, 6),
            hold_days: count(2, 30),
            key_wait_hours: count(1, 72),
            money: Some(money),
            proposal_lapse_days: count(1, 7),
            transfer_wait_hours: count(1, 48),
            trust_wait_hours: count(1, 96),
            ..RegisterParameters::default()
        };
        self.act_together(&operator, Act::AdoptParameters(AdoptParameters { parameters }))
    }

    /// The register's own keys: the next ones, at times with a signature that is not theirs.
    fn change_own_keys(&mut self) -> String {
        let operator = self.world.scenario.operator.clone();
        let previous = if self.dice.below(2) == 0 { KeyEnd::Retired } else { KeyEnd::Compromised };
        let mut log = self.world.scenario.adopt_log_key(previous);
        let mut issuer = self.world.scenario.adopt_issuer(self.dice.below(2) == 0, previous);
        if self.dice.below(5) == 0 {
            std::mem::swap(&mut log.possession, &mut issuer.possession);
        }
        self.act_together(&operator, Act::AdoptLogKey(log))
            + "; "
            + &self.act_together(&operator, Act::AdoptIssuer(issuer))
    }

    fn change_agents(&mut self) -> String {
        let (principal, agent) = (self.buyer(), self.actors[AGENT].id);
        let appointed = self.world.scenario.registry.parties.is_agent(agent, principal.id);
        match appointed && self.dice.below(2) == 0 {
            true => self.act(&principal, Act::DismissAgent(DismissAgent { agent })),
            false => self.act(&principal, Act::AppointAgent(AppointAgent { agent })),
        }
    }

    fn cancel_proposal(&mut self) -> String {
        let open = self.world.scenario.registry.parties.open_proposals();
        let open: Vec<(ProposalId, OrganisationId)> = open.map(|(id, p)| (id, p.organisation)).collect();
        let operator = self.world.scenario.operator.clone();
        let Some((proposal, owner)) = self.dice.one_of(&open).copied() else {
            let amount = usd("1.00");
            let deposit = Deposit { amount, organisation: self.world.buyers[0].id, reference: value("NEVER") };
            let tried = self.act_by(&operator, 0, Act::Deposit(deposit));
            let open = self.world.scenario.registry.parties.open_proposals().last();
            let Some(proposal) = open.map(|(id, _)| id) else { return tried };
            return self.act(&operator, Act::CancelProposal(CancelProposal { proposal }));
        };
        let owner = if owner == operator.id { operator } else { self.actor(owner) };
        self.act(&owner, Act::CancelProposal(CancelProposal { proposal }))
    }

    fn handle_grievance(&mut self) -> String {
        let operator = self.world.scenario.operator.clone();
        let grievance = Digest([self.dice.below(5) as u8; 32]);
        let triage = TriageGrievance {
            batch: None,
            certificate: None,
            decision: GrievanceDecision::Accepted,
            grievance,
            producer: Some(self.producer().id),
            severity: Severity::Two,
        };
        let tried = self.act(&operator, Act::TriageGrievance(triage));
        if self.dice.below(3) == 0 {
            return tried;
        }
        let close = CloseGrievance { grievance, outcome: GrievanceOutcome::Remedied };
        tried + &self.act(&operator, Act::CloseGrievance(close))
    }

    /// An account, a market or the next version of the programme.
    fn open_something(&mut self) -> String {
        let operator = self.world.scenario.operator.clone();
        match self.dice.below(3) {
            0 => {
                let buyer = self.buyer();
                self.act(&buyer, Act::OpenAccount(OpenAccount { name: value("further") }))
            }
            1 => {
                let level = *self.dice.one_of(&[Level::Entry, Level::Leading]).expect("levels");
                self.act(&operator, Act::OpenMarket(OpenMarket { level, ..crate::scenario::gold_market() }))
            }
            _ => {
                let today = self.world.scenario.now().date();
                let next = next_version(&self.world, today.plus_days(self.dice.below(20)), |parameters| {
                    parameters.fee_bps = Bps::new(50 + self.dice.below(100) as u16).expect("within the whole");
                    parameters.retire_within_months = Count(6 + self.dice.below(12) as u16);
                    parameters.unsold_months = Count(12 + self.dice.below(24) as u16);
                });
                self.act(&operator, Act::DefineProgramme(next))
            }
        }
    }
}

/// The programme's latest version, changed, as the next.
pub(super) fn next_version(
    world: &World,
    effective_from: Date,
    change: impl FnOnce(&mut ProgrammeParameters),
) -> DefineProgramme {
    let code = programme().code;
    let latest = world.scenario.registry.certificates.programme_versions(code).last().expect("a version").clone();
    let mut parameters = latest.parameters.clone();
    change(&mut parameters);
    let effective_from = effective_from.max(latest.effective_from);
    DefineProgramme { effective_from, parameters, version: Count(latest.version.0 + 1), ..latest }
}
