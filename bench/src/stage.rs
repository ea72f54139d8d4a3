//! The register that is measured: the usual world with much credit and money, and instructions for it, all signed
//! before the clock starts. The register's clock stands still, so nothing expires between two runs.

mod market;

use std::path::Path;

use orebook_document::SecretKey;
use orebook_registry::Registry;
use orebook_registry::event::{CreditEvent, Event, Issued};
use orebook_registry::instruction::{Act, CancelOrder, Claim, PlaceBuyOrder, PlainClaim};
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::{AccountId, BatchId, Mass, OrderId, OrganisationId, PublicKey, RetirementId, Timestamp};
use orebook_server::keys;
use orebook_server::sequencer::{Tiles, push_rows};
use orebook_store::{Batch, Location, Tip, Writer};
use orebook_tests::scenario::{Checks, ORIGIN, Scenario, World, at, events, usd, value};
use orebook_tlog::{Edge, NoteSigner, leaf_hash};

use crate::{Outcome, words};

/// Kilograms of credits in one batch, all bought by one member.
const CREDITS: &str = "44";
const MONEY: &str = "100000000.00";
const PRICES: u64 = 100;

/// The world, and the batch that may be retired from.
pub struct Stage {
    world: World,
    batch: BatchId,
}

/// A register in a database, and its state beside it.
pub struct Seeded {
    /// The leader.
    pub writer: Writer,
    /// The state.
    pub registry: Registry,
    /// The tree.
    pub edge: Edge,
    /// The tree's tiles.
    pub tiles: Tiles,
}

impl Stage {
    /// Plays the world up to where measurements begin.
    ///
    /// # Panics
    /// If the world refuses its own story.
    pub fn new(seed: u64) -> Self {
        let mut stage = Self::offering(seed);
        let buyer = stage.world.buyers[0].clone();
        let bid = stage.world.bid(&buyer, CREDITS, "4200.00");
        stage.world.scenario.act(&buyer, Act::PlaceBuyOrder(bid)).expect("the batch is bought");
        stage.world.scenario.check_all();
        stage
    }

    /// The same before the batch is bought: all of it is on offer.
    ///
    /// # Panics
    /// If the world refuses its own story.
    pub fn offering(seed: u64) -> Self {
        let mut scenario = Scenario::seeded(seed);
        scenario.checks = Checks::WhenAsked;
        let mut world = World::certified_from(scenario);
        world.scenario.advance_to(at("2026-07-06"));
        let batch = world
            .issue(world.clara_certificate, CREDITS, "0", ["2026-01-01", "2026-06-30"])
            .expect("the half year is issued");
        world.scenario.advance_to(at("2026-07-10"));
        for n in 0..world.buyers.len() {
            let buyer = world.buyers[n].clone();
            world.deposit(&buyer, MONEY, &format!("DEPOSIT-{n}")).expect("money arrives");
        }
        let offer = world.offer(&world.clara, batch, CREDITS, "4200.00");
        let clara = world.clara.clone();
        world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("the batch is offered");
        Self { world, batch }
    }

    /// A buyer, by id and signing key.
    pub fn buyer(&self) -> (OrganisationId, &SecretKey) {
        (self.world.buyers[0].id, &self.world.buyers[0].keys[0].secret)
    }

    /// When the measurements play.
    pub fn now(&self) -> Timestamp {
        self.world.scenario.now().plus_seconds(1)
    }

    /// Bids of 3 g at a hundred prices by three members, which nothing crosses. Each sets money aside and enters
    /// the book: the cheapest acts that touch tables and state, and in any order none refuses another.
    pub fn bids(&mut self, count: usize) -> Vec<Vec<u8>> {
        (0..count)
            .map(|n| {
                let buyer = self.world.buyers[n % 3].clone();
                let price = usd(&format!("{}.00", 4_000 + 10 * (n as u64 % PRICES)));
                let bid = PlaceBuyOrder { price, ..self.world.bid(&buyer, "0.003", "4000.00") };
                self.world.scenario.sign(&buyer, Act::PlaceBuyOrder(bid))
            })
            .collect()
    }

    /// The same by one member.
    pub fn bids_of(&mut self, member: usize, count: usize) -> Vec<Vec<u8>> {
        let buyer = self.world.buyers[member].clone();
        (0..count as u64)
            .map(|n| {
                let price = usd(&format!("{}.00", 4_000 + 10 * (n % PRICES)));
                let bid = PlaceBuyOrder { price, ..self.world.bid(&buyer, "0.003", "4000.00") };
                self.world.scenario.sign(&buyer, Act::PlaceBuyOrder(bid))
            })
            .collect()
    }

    /// The cancellation of an order that there is not: it goes the whole way, and changes nothing.
    pub fn cancellation(&mut self, member: usize) -> Vec<u8> {
        let buyer = self.world.buyers[member].clone();
        let order = OrderId::from(u128::MAX >> 8);
        self.world.scenario.sign(&buyer, Act::CancelOrder(CancelOrder { order }))
    }

    /// Bids of three grams by three members, each of which is a trade as long as the batch is on offer.
    ///
    /// # Panics
    /// If more are asked for than the batch has lots of three grams.
    pub fn trades(&mut self, count: usize) -> Vec<Vec<u8>> {
        let lots = value::<orebook_registry::values::Mass>(CREDITS).mg() / 3_000;
        assert!(count as u64 <= lots, "the batch has too few lots");
        (0..count)
            .map(|n| {
                let buyer = self.world.buyers[n % 3].clone();
                let bid = self.world.bid(&buyer, "0.003", "4200.00");
                self.world.scenario.sign(&buyer, Act::PlaceBuyOrder(bid))
            })
            .collect()
    }

    /// Everybody that is told of a trade.
    pub fn sides(&self) -> Vec<OrganisationId> {
        self.world.buyers.iter().chain([&self.world.clara]).map(|actor| actor.id).collect()
    }

    /// Retirements of one lot each, every one of another block of the same batch.
    ///
    /// # Panics
    /// If more are asked for than the batch has lots.
    pub fn retirements(&mut self, count: usize) -> Vec<Vec<u8>> {
        let holder = self.world.buyers[0].clone();
        let whole = self.world.blocks(holder.account, self.batch, CREDITS).remove(0);
        let lot = value::<orebook_registry::values::Mass>("0.001").mg();
        assert!(whole.from + count as u64 * lot <= whole.to, "the batch has too few lots");
        (0..count as u64)
            .map(|n| {
                let from = whole.from + n * lot;
                let block = SerialBlock { from, to: from + lot, ..whole.clone() };
                let retire = self.world.retirement(&holder, vec![block], Claim::Support(PlainClaim {}));
                self.world.scenario.sign(&holder, Act::Retire(retire))
            })
            .collect()
    }

    /// Retires a kilogram; answers what was retired, of which batch, and who mined it.
    ///
    /// # Panics
    /// If the world refuses it.
    pub fn retired(&mut self) -> (RetirementId, BatchId, OrganisationId) {
        let holder = self.world.buyers[0].clone();
        let blocks = self.world.blocks(holder.account, self.batch, "1");
        let retire = self.world.retirement(&holder, blocks, Claim::Support(PlainClaim {}));
        self.world.scenario.act(&holder, Act::Retire(retire)).expect("a kilogram is retired");
        let (id, _) = self.world.scenario.registry.claims.retirements().next_back().expect("it is there");
        (id, self.batch, self.world.clara.id)
    }

    /// What is signed from now on is signed at that time.
    pub fn sign_at(&mut self, now: Timestamp) {
        self.world.scenario.turn_clock_to(now);
    }

    /// An act of a member, signed.
    pub fn signed(&mut self, member: OrganisationId, act: Act) -> Vec<u8> {
        let actor = self.world.scenario.actor(member);
        self.world.scenario.sign(&actor, act)
    }

    /// P1's offer of a batch to whoever bids first, and that bid, of one mass: a trade.
    pub fn sale(&mut self, batch: BatchId, mass: Mass) -> [Vec<u8>; 2] {
        let (seller, buyer) = (self.world.clara.clone(), self.world.buyers[0].clone());
        let (mass, price) = (mass.to_string(), "5000.00");
        let offer = self.world.offer(&seller, batch, &mass, price);
        let bid = self.world.bid(&buyer, &mass, price);
        let offer = self.world.scenario.sign(&seller, Act::PlaceSellOrder(offer));
        [offer, self.world.scenario.sign(&buyer, Act::PlaceBuyOrder(bid))]
    }

    /// The issuance of the batch.
    ///
    /// # Panics
    /// Never: the stage has issued.
    pub fn issued(&self) -> Issued {
        let issued = events(self.world.scenario.entries()).find_map(|event| match event {
            Event::Credit(CreditEvent::Issued(issued)) => Some(issued.clone()),
            _ => None,
        });
        issued.expect("the stage has issued")
    }

    /// A buyer's account.
    pub fn account(&self, buyer: usize) -> AccountId {
        self.world.buyers[buyer].account
    }

    /// A member's key.
    pub fn key(&self) -> PublicKey {
        self.world.buyers[0].keys[0].secret.public()
    }

    /// The bytes of all entries so far.
    pub fn entries(&self) -> Vec<Vec<u8>> {
        self.world.scenario.entries().iter().map(|entry| entry.bytes.clone()).collect()
    }

    /// The state so far.
    pub fn registry(&self) -> Registry {
        self.world.scenario.registry.clone()
    }

    /// Signs checkpoints.
    ///
    /// # Errors
    /// Never: the origin is a good name.
    pub fn log_key(&self) -> Outcome<NoteSigner> {
        NoteSigner::new(ORIGIN, self.world.scenario.log_key().seed()).map_err(words)
    }

    /// Writes the keys as a server's data directory holds them.
    ///
    /// # Errors
    /// The directory cannot be written.
    pub fn write_keys(&self, data: &Path) -> Outcome<()> {
        std::fs::create_dir_all(data.join("keys")).map_err(words)?;
        keys::write(&data.join("keys/log.pem"), &self.world.scenario.log_key()).map_err(words)?;
        keys::write(&data.join("keys/issuer.pem"), &self.world.scenario.issuer_key()).map_err(words)?;
        std::fs::write(data.join("log.vkey"), format!("{}\n", self.log_key()?.verifier_key())).map_err(words)
    }

    /// Stores all entries so far, in one transaction.
    ///
    /// # Errors
    /// The database or the world is not in order.
    pub fn seed(&self, location: &Location) -> Outcome<Seeded> {
        let (mut registry, mut edge, mut tiles, mut rows) =
            (Registry::new(), Edge::new(), Tiles::default(), Batch::default());
        let until = self.world.scenario.now();
        for bytes in self.entries() {
            let entry = registry.retrace(&bytes, until).map_err(words)?;
            let leaf = leaf_hash(&bytes);
            edge.push(leaf);
            push_rows(&mut rows, &registry, &entry, leaf, tiles.push(leaf));
        }
        rows.after = tip(&registry, &edge);
        let mut writer = Writer::lead(location).map_err(words)?;
        writer.append(&rows).map_err(words)?;
        Ok(Seeded { writer, registry, edge, tiles })
    }
}

/// Where a register stands, as the head's row says it.
pub fn tip(registry: &Registry, edge: &Edge) -> Tip {
    Tip {
        size: i64::try_from(edge.size()).unwrap_or(i64::MAX),
        root: edge.root().to_vec(),
        edge: edge.to_bytes(),
        time: registry.time().map_or(0, Timestamp::ms),
    }
}
