//! A simulation: random members, honest and hostile, act upon the usual world; the naive twin goes along and must
//! hold the same after every step. Everything follows from the seed.

mod certification;
mod choice;
mod claims;
mod forgers;
mod holds;
mod hostile;
mod members;
mod plans;
mod production;
mod thieves;
mod watchman;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use orebook_document::SecretKey;
use orebook_registry::event::{Event, PartyEvent};
use orebook_registry::instruction::*;
use orebook_registry::values::*;
use orebook_registry::{NewEntry, Outcome};

use crate::scenario::{Actor, Checks, World, at, events, value};
use crate::twin::Twin;
use watchman::Watchman;

/// What a run came to, so that a test can see that it did something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Acts accepted.
    pub accepted: u64,
    /// Acts refused.
    pub refused: u64,
    /// Trades made.
    pub trades: u64,
    /// Of each act, how often it came to pass and how often it was refused. A proposal is no act yet.
    pub acts: BTreeMap<&'static str, [u64; 2]>,
    /// Of each event, how often it was written.
    pub events: BTreeMap<(&'static str, &'static str), u64>,
}

impl Tally {
    /// Adds another run's.
    pub fn add(&mut self, other: &Self) {
        self.accepted += other.accepted;
        self.refused += other.refused;
        self.trades += other.trades;
        for (name, count) in &other.events {
            *self.events.entry(*name).or_default() += count;
        }
        for (word, [accepted, refused]) in &other.acts {
            let sum = self.acts.entry(word).or_default();
            *sum = [sum[0] + accepted, sum[1] + refused];
        }
    }
}

// Places among the actors.
const BROKER: usize = 7;
const AGENT: usize = 8;
const AUDITOR: usize = 9;

/// A source of choices: SplitMix64.
#[derive(Debug, Clone)]
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % limit
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        if all.is_empty() { None } else { all.get(self.below(all.len() as u64) as usize) }
    }
}

/// What the watchman has to say about a log.
///
/// # Errors
/// What should not have come to pass.
pub fn watch(entries: &[NewEntry]) -> Result<(), String> {
    Watchman::default().watch(entries)
}

/// A run under way.
pub struct Simulation {
    world: World,
    twin: Twin,
    watchman: Watchman,
    dice: Dice,
    actors: Vec<Actor>,
    newcomers: Vec<Actor>,
    /// Keys that the operator added, or is about to.
    lent: Vec<(OrganisationId, SecretKey)>,
    /// Proposals that were approved.
    spent: Vec<(OrganisationId, ProposalId, Digest)>,
    sent: Vec<Vec<u8>>,
    followed: usize,
    keys: u64,
    tally: Tally,
}

impl Simulation {
    /// The usual world in January with two more buyers, one in Lumen's group and one in P1's, a broker who holds
    /// certificates, an agent, an auditor, and everybody's money.
    pub fn new(seed: u64) -> Self {
        static START: OnceLock<(World, Twin, Watchman, Vec<Actor>)> = OnceLock::new();
        let (world, twin, watchman, actors) = START.get_or_init(start).clone();
        let followed = world.scenario.entries().len();
        let dice = Dice(seed.wrapping_mul(0x2545_f491_4f6c_dd1d));
        let tally = Tally::default();
        let (newcomers, lent, spent, sent) = Default::default();
        Self { world, twin, watchman, dice, actors, newcomers, lent, spent, sent, followed, keys: 0, tally }
    }

    /// Plays some steps; the whole state is checked every `full`-th step and at the end.
    ///
    /// # Errors
    /// The step at which twin and register differ, and in what.
    pub fn play(mut self, steps: u64, full: u64) -> Result<Tally, String> {
        for step in 0..steps {
            let tried = self.step();
            self.look().map_err(|found| format!("step {step}, {tried}: {found}"))?;
            if step % full == 0 {
                self.world.scenario.check_all();
            }
        }
        self.world.scenario.check_all();
        Ok(self.tally)
    }

    /// Plays some steps and answers the world as they leave it, with its scenario: a log that holds a little of
    /// everything.
    ///
    /// # Panics
    /// If a step finds what [`Simulation::play`] would answer as an error.
    pub fn log(mut self, steps: u64) -> World {
        for step in 0..steps {
            let tried = self.step();
            self.look().unwrap_or_else(|found| panic!("step {step}, {tried}: {found}"));
        }
        self.world.scenario.check_all();
        self.world
    }

    fn look(&mut self) -> Result<(), String> {
        let entries = self.world.scenario.entries()[self.followed..].to_vec();
        self.followed += entries.len();
        self.follow(&entries)
    }

    /// One cause after the other, so that the trades of each are compared.
    fn follow(&mut self, entries: &[NewEntry]) -> Result<(), String> {
        self.watchman.watch(entries)?;
        self.twin.follow(entries);
        events(entries).for_each(|event| *self.tally.events.entry(event.name()).or_default() += 1);
        self.tally.trades += self.twin.trades().len() as u64;
        self.twin.compare(&self.world.scenario.registry, entries)
    }

    /// Signs as the actor would, now and then with its other key, and submits.
    fn act(&mut self, actor: &Actor, act: Act) -> String {
        let key = if self.dice.below(8) == 0 { 1 } else { 0 };
        self.act_by(actor, key, act)
    }

    fn act_by(&mut self, actor: &Actor, key: usize, act: Act) -> String {
        self.world.scenario.advance_to(self.world.scenario.now().plus_seconds(1));
        let word = act.word();
        let approved = self.approved_by(&act);
        let bytes = self.world.scenario.sign_by(actor, key.min(actor.keys.len() - 1), act);
        let outcome = self.world.scenario.submit(&bytes);
        self.sent.push(bytes);
        match outcome {
            Outcome::Accepted(entries) => {
                self.tally.accepted += 1;
                let proposed = events(&entries).any(|e| matches!(e, Event::Party(PartyEvent::Proposed(_))));
                let words = [Some(word).filter(|_| !proposed), approved.map(|(inner, _)| inner)];
                words.into_iter().flatten().for_each(|word| self.tally.acts.entry(word).or_default()[0] += 1);
                self.spent.extend(approved.map(|(_, spent)| spent));
                format!("{word} by {}", actor.name)
            }
            Outcome::Refused(refusal) => {
                self.tally.refused += 1;
                self.tally.acts.entry(word).or_default()[1] += 1;
                format!("{word} by {}: {refusal}", actor.name)
            }
            Outcome::Replayed(_) => panic!("a fresh id was replayed"),
        }
    }

    /// What an approval would bring about.
    fn approved_by(&self, act: &Act) -> Option<(&'static str, (OrganisationId, ProposalId, Digest))> {
        let Act::Approve(approve) = act else { return None };
        let mut open = self.world.scenario.registry.parties.open_proposals();
        let (id, proposal) = open.find(|(id, _)| *id == approve.proposal)?;
        Some((proposal.act.word(), (proposal.organisation, id, proposal.digest)))
    }

    /// Proposes what needs two persons, and most times has it approved at once.
    fn act_together(&mut self, actor: &Actor, act: Act) -> String {
        let tried = self.act_by(actor, 0, act);
        let open = self.world.scenario.registry.parties.open_proposals().last();
        let open = open.filter(|(_, p)| p.organisation == actor.id && p.key == actor.keys[0].secret.public());
        let Some((proposal, digest)) = open.map(|(id, p)| (id, p.digest)) else { return tried };
        if self.dice.below(4) == 0 {
            return tried;
        }
        // The second person's everyday key is its last one, where it has two.
        let key = if actor.keys.len() > 2 { 2 } else { 1 };
        tried + "; " + &self.act_by(actor, key, Act::Approve(Approve { digest, proposal }))
    }

    fn new_key(&mut self) -> SecretKey {
        self.keys += 1;
        self.world.scenario.key(&format!("further {}", self.keys))
    }
}

fn start() -> (World, Twin, Watchman, Vec<Actor>) {
    let mut world = World::certified();
    let actors = cast(&mut world);
    world.fund();
    world.scenario.advance_to(at("2026-02-01"));
    // So little that somebody owes a finding before long.
    let next = members::next_version(&world, value("2026-02-01"), |parameters| {
        parameters.audit_thresholds.iter_mut().for_each(|row| row.mass = value("0.01"));
    });
    let operator = world.scenario.operator.clone();
    world.scenario.act(&operator, Act::DefineProgramme(next)).expect("the next version");
    let parameters = RegisterParameters { finding_due_days: Count(5), ..RegisterParameters::default() };
    let adopt = Act::AdoptParameters(AdoptParameters { parameters });
    world.scenario.act_together(&operator, adopt).expect("a finding is due soon");
    let batches = [(world.clara_certificate, "0.1504"), (world.sisters_certificate, "0.12")];
    for (certificate, gross) in batches {
        world.issue(certificate, gross, "0", ["2026-01-10", "2026-01-20"]).expect("issued");
    }
    for buyer in world.buyers.clone() {
        let account = Act::OpenAccount(OpenAccount { name: value("second") });
        world.scenario.act(&buyer, account).expect("opened");
    }
    world.scenario.check_all();
    world.scenario.checks = Checks::WhenAsked;
    let mut twin = Twin::default();
    twin.follow(world.scenario.entries());
    twin.compare(&world.scenario.registry, &[]).expect("the twin follows the founding of the world");
    let mut watchman = Watchman::default();
    watchman.watch(world.scenario.entries()).expect("the founding of the world is in order");
    (world, twin, watchman, actors)
}

/// Producers, buyers, the broker, the agent and the auditor. Two buyers and a producer have a second signer.
fn cast(world: &mut World) -> Vec<Actor> {
    let [lumen, orfebre, perrin] = world.buyers.clone();
    let (lumen_group, clara_group) = (lumen.id, world.clara.id);
    let [clara, lumen, perrin] =
        [world.clara.clone(), lumen, perrin].map(|actor| world.scenario.with_second_signer(&actor));
    let mut actors = vec![clara, world.sisters.clone(), lumen, orfebre, perrin];
    let further: [(&str, Option<OrganisationId>, &[Role]); 5] = [
        ("Lumen Holding", Some(lumen_group), &[Role::Buyer]),
        ("Clara Trading", Some(clara_group), &[Role::Buyer]),
        ("Sierra Brokers", None, &[Role::Holder, Role::Buyer]),
        ("Agencia Sur", None, &[Role::Agent]),
        ("Ledger Auditors", None, &[Role::Auditor]),
    ];
    for (n, (name, group, roles)) in further.into_iter().enumerate() {
        let mut registration = world.scenario.registration(name, "GB", roles);
        registration.act.group = group;
        let member = world.scenario.join(registration);
        if roles.contains(&Role::Buyer) {
            world.deposit(&member, "9000.00", &format!("DEPOSIT-1{n}")).expect("money arrives");
        }
        actors.push(member);
    }
    for principal in [&actors[2], &actors[4]] {
        let appoint = AppointAgent { agent: actors[AGENT].id };
        world.scenario.act(principal, Act::AppointAgent(appoint)).expect("an agent is appointed");
    }
    actors
}
