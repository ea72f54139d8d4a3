//! The register in which bad input arrives, and good instructions to be spoilt.

use orebook_registry::instruction::*;
use orebook_registry::values::BatchId;
use orebook_store::Location;
use orebook_tests::house::House;
use orebook_tests::scenario::{Actor, World, usd, value};

/// Members, things, and signed instructions that the register would accept.
pub struct Stage {
    pub operator: Actor,
    /// Holds credits of `batch`.
    pub clara: Actor,
    /// Has money.
    pub lumen: Actor,
    /// Its keys await confirmation.
    pub newcomer: Actor,
    /// Its last key was revoked.
    pub careless: Actor,
    pub batch: BatchId,
    pub serial: String,
    pub market: String,
    pub bid: String,
    pub transfer: String,
    pub account: String,
    pub register: String,
    pub deposit: String,
}

impl Stage {
    /// The usual world in a server, with a member whose keys sleep and one whose key is revoked.
    pub fn set(location: &Location) -> (House, Self) {
        let (mut world, [batch, _]) = World::issued();
        let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
        let newcomer = world.scenario.registration("Newcomer", "DE", &[Role::Buyer]);
        let newcomer = world.scenario.admit(newcomer).unwrap();
        let careless = world.scenario.register("Careless", "FR", &[Role::Buyer]);
        let lost = careless.keys[1].secret.public();
        let revoke = Act::RevokeKey(RevokeKey { key: lost, reason: value("lost") });
        world.scenario.act_by(&careless, 1, revoke).unwrap();
        let bid = Act::PlaceBuyOrder(world.bid(&lumen, "1", "4200.00"));
        let blocks = world.blocks(clara.account, batch, "0.5");
        let serial = blocks[0].to_string();
        let transfer = Act::Transfer(Transfer { blocks, from: clara.account, to: lumen.account });
        let registration = world.scenario.registration("Orfebre Ocho", "ES", &[Role::Buyer]);
        let deposit = Deposit { amount: usd("10.00"), organisation: lumen.id, reference: value("GOOD-1") };
        let (operator, market) = (world.scenario.operator.clone(), world.market.to_string());
        let mut house = House::of(location, world.scenario);
        let mut signed = |actor: &Actor, act: Act| {
            let bytes = house.scenario.sign(actor, act);
            String::from_utf8(bytes).unwrap()
        };
        let stage = Self {
            bid: signed(&lumen, bid),
            transfer: signed(&clara, transfer),
            account: signed(&lumen, Act::OpenAccount(OpenAccount { name: value("second") })),
            register: signed(&operator, Act::RegisterOrganisation(registration.act)),
            deposit: signed(&operator, Act::Deposit(deposit)),
            operator,
            clara,
            lumen,
            newcomer,
            careless,
            batch,
            serial,
            market,
        };
        (house, stage)
    }
}

/// A text with one piece of it replaced, which must be in it.
pub fn spoilt(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from} is not in {text}");
    text.replacen(from, to, 1)
}
