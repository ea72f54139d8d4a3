//! A simulation: random members, honest and hostile, act upon the usual world; the naive twin goes along and must
//! hold the same after every step. Everything follows from the seed.

pub mod cases;
mod cashiers;
mod cast;
mod certification;
mod choice;
mod claims;
mod contacts;
mod deals;
mod forgers;
mod frauds;
mod holds;
mod hostile;
mod members;
mod orders;
mod payouts;
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
use orebook_registry::{NewEntry, Outcome, Refusal};

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
    /// Of each case that is worth seeing, how often it came about.
    pub cases: BTreeMap<&'static str, u64>,
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
        for (case, count) in &other.cases {
            *self.cases.entry(case).or_default() += count;
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
const FUND: usize = 10;

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
        let (world, twin, watchman, actors) = START.get_or_init(cast::start).clone();
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
        for event in events(entries) {
            *self.tally.events.entry(event.name()).or_default() += 1;
            cases::of(event).into_iter().for_each(|case| *self.tally.cases.entry(case).or_default() += 1);
        }
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
                if let Refusal::OrderMustFillWhole { .. } = refusal {
                    self.must_not_fill();
                }
                self.tally.refused += 1;
                self.tally.acts.entry(word).or_default()[1] += 1;
                format!("{word} by {}: {refusal}", actor.name)
            }
            Outcome::Replayed(_) => panic!("a fresh id was replayed"),
        }
    }

    /// What was refused for want of others to fill it, the twin could not fill either.
    fn must_not_fill(&mut self) {
        let mut twin = self.twin.clone();
        twin.follow(&self.world.scenario.entries()[self.followed..]);
        let bytes = self.sent.last().expect("it was sent");
        let instruction: Instruction = serde_json::from_slice(bytes).expect("an instruction");
        let (now, sequence) = (self.world.scenario.now(), self.world.scenario.registry.size());
        assert!(!twin.would_fill(now, sequence, &instruction), "it would have been filled whole: {instruction:?}");
        *self.tally.cases.entry("fill or kill refused").or_default() += 1;
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
