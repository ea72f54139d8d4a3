//! A simulation: random members, honest and hostile, act upon the usual world; the naive twin goes along and must
//! hold the same after every step. Everything follows from the seed.

mod choice;
mod holds;
mod hostile;
mod plans;

use std::sync::OnceLock;

use orebook_document::SecretKey;
use orebook_registry::instruction::*;
use orebook_registry::values::*;
use orebook_registry::{NewEntry, Outcome};

use crate::scenario::{Actor, Checks, World, at, value};
use crate::twin::Twin;

/// What a run came to, so that a test can see that it did something.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Acts accepted.
    pub accepted: u64,
    /// Acts refused.
    pub refused: u64,
    /// Trades made.
    pub trades: u64,
}

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

/// A run under way.
pub struct Simulation {
    world: World,
    twin: Twin,
    dice: Dice,
    actors: Vec<Actor>,
    sent: Vec<Vec<u8>>,
    followed: usize,
    keys: u64,
    tally: Tally,
}

impl Simulation {
    /// The usual world in January with two more buyers, one in Lumen's group and one in P1's, and everybody's money.
    pub fn new(seed: u64) -> Self {
        static START: OnceLock<(World, Twin)> = OnceLock::new();
        let (world, twin) = START.get_or_init(start).clone();
        let [lumen, orfebre, perrin] = world.buyers.clone();
        let mut actors = vec![world.clara.clone(), world.sisters.clone(), lumen, orfebre, perrin];
        for (id, organisation) in world.scenario.registry.parties.organisations() {
            if ["Lumen Holding", "Clara Trading"].contains(&organisation.name.as_str()) {
                actors.push(world.scenario.actor(id));
            }
        }
        let followed = world.scenario.entries().len();
        let dice = Dice(seed.wrapping_mul(0x2545_f491_4f6c_dd1d));
        let tally = Tally::default();
        Self { world, twin, dice, actors, sent: Vec::new(), followed, keys: 0, tally }
    }

    /// Plays some steps; the whole state is checked every `full`-th step and at the end.
    ///
    /// # Errors
    /// The step at which twin and register differ, and in what.
    pub fn play(mut self, steps: u64, full: u64) -> Result<Tally, String> {
        for step in 0..steps {
            let tried = self.step();
            let entries = self.world.scenario.entries()[self.followed..].to_vec();
            self.followed += entries.len();
            self.follow(&entries).map_err(|found| format!("step {step}, {tried}: {found}"))?;
            if step % full == 0 {
                self.world.scenario.check_all();
            }
        }
        self.world.scenario.check_all();
        Ok(self.tally)
    }

    /// One cause after the other, so that the trades of each are compared.
    fn follow(&mut self, entries: &[NewEntry]) -> Result<(), String> {
        self.twin.follow(entries);
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
        let bytes = self.world.scenario.sign_by(actor, key.min(actor.keys.len() - 1), act);
        let outcome = self.world.scenario.submit(&bytes);
        self.sent.push(bytes);
        match outcome {
            Outcome::Accepted(_) => {
                self.tally.accepted += 1;
                format!("{word} by {}", actor.name)
            }
            Outcome::Refused(refusal) => {
                self.tally.refused += 1;
                format!("{word} by {}: {refusal}", actor.name)
            }
            Outcome::Replayed(_) => panic!("a fresh id was replayed"),
        }
    }

    fn new_key(&mut self) -> SecretKey {
        self.keys += 1;
        self.world.scenario.key(&format!("further {}", self.keys))
    }
}

fn start() -> (World, Twin) {
    let mut world = World::certified();
    for (name, group, n) in [("Lumen Holding", world.buyers[0].id, 7), ("Clara Trading", world.clara.id, 8)] {
        let mut registration = world.scenario.registration(name, "GB", &[Role::Buyer]);
        registration.act.group = Some(group);
        let member = world.scenario.join(registration);
        world.deposit(&member, "3000.00", &format!("DEPOSIT-{n}")).expect("money arrives");
    }
    world.fund();
    world.scenario.advance_to(at("2026-02-01"));
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
    (world, twin)
}
