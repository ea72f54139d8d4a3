//! A scenario: a register, the actors who sign for it, and a scripted clock. Everything in it follows from a seed, so
//! a scenario gives the same bytes every time.
//!
//! Every act is a real signed instruction, read back from its canonical bytes and verified. After each one the
//! invariants are checked, and a second register that only follows the entries must hold the very same state.

mod actor;
mod clock;
pub mod holds;
mod own_keys;
mod registration;
mod rules;
mod terms;
mod world;

use orebook_document::{SecretKey, canonical, read, sign};
use orebook_registry::instruction::*;
use orebook_registry::values::*;
use orebook_registry::{Contradiction, NewEntry, Outcome, Refusal, Registry, invariants};

pub use actor::{Actor, ActorKey};
pub use clock::{at, timestamp, value};
pub use registration::Registration;
pub use terms::{Certification, HZN, certification, declaration, gold_market, programme, usd};
pub use world::{World, events};

/// The origin of a scenario's log.
pub const ORIGIN: &str = "test.orebook.example/log";
/// When a scenario's register is founded.
pub const FOUNDED_AT: &str = "2026-01-05T08:00:00Z";
const EXPIRES_SECONDS: i64 = 600;

/// How often the whole state is checked; the checks cost more than the acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checks {
    /// After every cause: invariants, and the follower's state compared.
    EveryAct,
    /// When [`Scenario::check_all`] is called.
    WhenAsked,
}

/// A register with its actors.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// The register that decides.
    pub registry: Registry,
    /// The operator, with two persons.
    pub operator: Actor,
    /// How often everything is checked.
    pub checks: Checks,
    follower: Registry,
    followed: usize,
    entries: Vec<NewEntry>,
    actors: Vec<Actor>,
    now: Timestamp,
    seed: u64,
    counter: u64,
}

impl Scenario {
    /// A register founded on 2026-01-05 at 08:00, both persons of the operator confirmed.
    pub fn founded() -> Self {
        Self::seeded(0)
    }

    /// The same with keys and ids of another seed.
    pub fn seeded(seed: u64) -> Self {
        let now = timestamp(FOUNDED_AT);
        let operator = Actor::new(seed, "Orebook Test Registry", IdMint::new(now, 0, 0).mint(), &["first", "second"]);
        let mut scenario = Self {
            registry: Registry::new(),
            operator: operator.clone(),
            checks: Checks::EveryAct,
            follower: Registry::new(),
            followed: 0,
            entries: Vec::new(),
            actors: Vec::new(),
            now,
            seed,
            counter: 0,
        };
        let bytes = scenario.sign(&operator, Act::Found(scenario.founding()));
        let opened = open(&bytes);
        let outcome = scenario.registry.found(&opened);
        let founded = scenario.take(outcome).expect("the founding is in order");
        assert_eq!(founded.len(), 1, "a founding is one entry");
        scenario.act_by(&operator, 1, Act::ConfirmKey(ConfirmKey {})).expect("the second person confirms");
        scenario
    }

    /// The act that founds the register.
    pub fn founding(&self) -> Found {
        let issuer = actor::secret(self.seed, "issuer").public();
        let log_key = orebook_tlog::VerifierKey::new(ORIGIN, self.log_key().public().as_bytes());
        Found {
            issuer: Issuer { did: issuer.to_string(), key: issuer },
            log_key: log_key.expect("a derived key is sound").to_string(),
            operator: Operator { country: value("NL"), name: value(&self.operator.name) },
            origin: ORIGIN.to_owned(),
            persons: self.operator.keys_of_persons(),
            rules: "1".to_owned(),
        }
    }

    /// The scripted clock's reading.
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// All entries so far, in order.
    pub fn entries(&self) -> &[NewEntry] {
        &self.entries
    }

    /// Whoever has joined, by id.
    ///
    /// # Panics
    /// If nobody of that id has.
    pub fn actor(&self, id: OrganisationId) -> Actor {
        self.actors.iter().find(|actor| actor.id == id).expect("an actor that has joined").clone()
    }

    /// A key of this scenario's seed that belongs to nobody yet.
    pub fn key(&self, name: &str) -> SecretKey {
        actor::secret(self.seed, name)
    }

    /// The unsigned instruction, as made and expiring a while from now.
    pub fn instruction(&mut self, organisation: OrganisationId, act: Act) -> Instruction {
        self.counter += 1;
        Instruction {
            context: vec![CONTEXT.to_owned()],
            act,
            expires: self.seconds_from_now(EXPIRES_SECONDS),
            id: clock::instruction_id(self.now, self.seed, self.counter),
            organisation,
            proof: None,
            registry: ORIGIN.to_owned(),
            kind: InstructionType::Instruction,
        }
    }

    /// The canonical bytes of an act signed by the actor's first key.
    pub fn sign(&mut self, actor: &Actor, act: Act) -> Vec<u8> {
        self.sign_by(actor, 0, act)
    }

    /// The same, signed by another key of the actor.
    pub fn sign_by(&mut self, actor: &Actor, key: usize, act: Act) -> Vec<u8> {
        let instruction = self.instruction(actor.id, act);
        self.sign_instruction(instruction, &actor.keys[key].secret)
    }

    /// The canonical bytes of any instruction, signed now by any key.
    pub fn sign_instruction(&self, instruction: Instruction, key: &SecretKey) -> Vec<u8> {
        sign_at(instruction, key, self.seconds_from_now(0))
    }

    /// The clock in whole seconds, some seconds on.
    pub fn seconds_from_now(&self, seconds: i64) -> Seconds {
        Seconds::from_unix(self.now.seconds() + seconds).expect("a scenario's years have four digits")
    }

    /// An act of the actor's first key, a second after whatever came before.
    pub fn act(&mut self, actor: &Actor, act: Act) -> Result<Vec<NewEntry>, Refusal> {
        self.act_by(actor, 0, act)
    }

    /// An act of another key of the actor.
    pub fn act_by(&mut self, actor: &Actor, key: usize, act: Act) -> Result<Vec<NewEntry>, Refusal> {
        self.now = self.now.plus_seconds(1);
        let bytes = self.sign_by(actor, key, act);
        match self.submit(&bytes) {
            Outcome::Accepted(entries) => Ok(entries),
            Outcome::Refused(refusal) => Err(refusal),
            Outcome::Replayed(name) => panic!("an id is fresh, yet replayed as entry {}", name.sequence),
        }
    }

    /// An act of two persons: proposed by the first key, approved by the second.
    pub fn act_together(&mut self, actor: &Actor, act: Act) -> Result<Vec<NewEntry>, Refusal> {
        let (proposal, digest) = self.propose(actor, 0, act)?;
        self.act_by(actor, 1, Act::Approve(Approve { digest, proposal }))
    }

    /// Proposes an act that needs a second person.
    pub fn propose(&mut self, actor: &Actor, key: usize, act: Act) -> Result<(ProposalId, Digest), Refusal> {
        self.act_by(actor, key, act)?;
        let newest = self.registry.parties.open_proposals().last();
        Ok(newest.map(|(id, p)| (id, p.digest)).expect("an act of two persons is proposed first"))
    }

    /// What becomes of the bytes: the clock's entries are written first, then they are decided.
    pub fn submit(&mut self, bytes: &[u8]) -> Outcome {
        let opened = open(bytes);
        self.tick();
        let outcome = self.registry.submit(self.now, &opened);
        if let Ok(Outcome::Accepted(_)) = outcome {
            return Outcome::Accepted(self.take(outcome).expect("accepted"));
        }
        self.check();
        let outcome = outcome.expect("no instruction contradicts the state");
        if let Outcome::Refused(refusal) = &outcome {
            rules::check(&opened.document().act, refusal);
        }
        outcome
    }

    /// Turns the clock by which instructions are signed, and writes nothing: for whoever keeps another register.
    pub fn turn_clock_to(&mut self, time: Timestamp) {
        self.now = time;
    }

    /// Moves the clock to a time and writes what falls due by then.
    pub fn advance_to(&mut self, time: Timestamp) -> Vec<NewEntry> {
        assert!(time >= self.now, "the clock runs forwards: {} to {time}", self.now);
        self.now = time;
        self.tick()
    }

    fn tick(&mut self) -> Vec<NewEntry> {
        let entries = self.registry.advance(self.now);
        self.take(entries.map(Outcome::Accepted)).expect("the clock is never refused")
    }

    fn take(&mut self, outcome: Result<Outcome, Contradiction>) -> Result<Vec<NewEntry>, Refusal> {
        match outcome.expect("nothing contradicts the state") {
            Outcome::Accepted(entries) => {
                self.entries.extend(entries.iter().cloned());
                self.check();
                Ok(entries)
            }
            Outcome::Refused(refusal) => Err(refusal),
            Outcome::Replayed(_) => panic!("nothing was sent twice"),
        }
    }

    fn check(&mut self) {
        if self.checks == Checks::EveryAct {
            self.check_all();
        }
    }

    /// Checks the invariants, and that a register which only followed the entries holds the same state.
    ///
    /// # Panics
    /// If either does not hold.
    pub fn check_all(&mut self) {
        if let Err(broken) = invariants::check(&self.registry) {
            panic!("after entry {}: {broken}", self.entries.len());
        }
        for entry in &self.entries[self.followed..] {
            self.follower.follow(&entry.bytes, entry.time).expect("every entry can be followed");
        }
        self.followed = self.entries.len();
        assert_eq!(self.follower.dump(), self.registry.dump(), "the follower holds another state");
    }
}

/// Reads and verifies an instruction, as the server's door does.
///
/// # Panics
/// If the bytes are not a canonical, signed instruction.
pub fn open(bytes: &[u8]) -> orebook_document::Opened<Instruction> {
    let unverified = read::<Instruction>(bytes, LENGTH_MAX).expect("the bytes are a canonical instruction");
    unverified.verify().expect("the signature is sound")
}

/// The canonical bytes of an instruction signed at any time.
pub fn sign_at(instruction: Instruction, key: &SecretKey, created: Seconds) -> Vec<u8> {
    canonical(&sign(instruction, key, created)).expect("an instruction has a canonical form")
}
