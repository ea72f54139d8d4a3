//! A house in which one retirement was made, and programs run beside it.

use std::path::Path;
use std::process::Command;

use orebook_registry::instruction::*;
use orebook_registry::values::RetirementId;
use orebook_store::Location;
use orebook_tests::house::House;
use orebook_tests::programs::{orebook, orebook_verify};
use orebook_tests::scenario::{Actor, World};
use orebook_tlog::VerifierKey;

/// A house, a buyer and what it retired.
pub struct Stage {
    pub house: House,
    pub lumen: Actor,
    pub retirement: RetirementId,
}

impl Stage {
    /// Credits were issued and bought, and a part of them retired.
    pub fn set(location: &Location) -> Self {
        let (mut world, [batch, _]) = World::issued();
        let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
        let (offer, bid) = (world.offer(&clara, batch, "3", "4200.00"), world.bid(&lumen, "3", "4200.00"));
        world.scenario.act(&clara, Act::PlaceSellOrder(offer)).unwrap();
        world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).unwrap();
        let retire = world.retirement(&lumen, world.blocks(lumen.account, batch, "1"), Claim::Support(PlainClaim {}));
        world.scenario.act(&lumen, Act::Retire(retire)).unwrap();
        let retirement = world.scenario.registry.claims.retirements().last().unwrap().0;
        Self { house: House::of(location, world.scenario), lumen, retirement }
    }

    /// Retires something more.
    pub fn retire_again(&mut self) -> RetirementId {
        let scenario = &self.house.scenario;
        let held = scenario.registry.credits.holdings(self.lumen.account).next().unwrap().0;
        let part = orebook_registry::credit::Range { to: held.from + 1_000_000, ..held };
        let blocks: Vec<_> = scenario.registry.credits.serial(part).into_iter().collect();
        let before = scenario.registry.claims.retirement(self.retirement).unwrap();
        let retire = Retire {
            account: self.lumen.account,
            beneficiary: before.record.beneficiary.clone(),
            blocks,
            claim: Claim::Support(PlainClaim {}),
            consent: None,
            period_from: before.record.period_from,
            period_to: before.record.period_to,
            principal: None,
            product: None,
            purpose: before.record.purpose.clone(),
        };
        let lumen = self.lumen.clone();
        let answer = self.house.act(&lumen, Act::Retire(retire));
        assert_eq!(answer.status, 201, "{}", answer.body);
        self.house.scenario.registry.claims.retirements().last().unwrap().0
    }

    /// Two persons of the operator do something; answers the sequence of the last entry.
    pub fn together(&mut self, act: Act) -> u64 {
        together(&mut self.house, act)
    }

    /// A read of one of the retirement's files.
    pub fn file(&self, name: &str) -> String {
        let answer = self.house.get(&format!("/v1/retirements/{}/{name}", self.retirement));
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.body
    }

    /// The log's key in force.
    pub fn key(&self) -> VerifierKey {
        key_of(&self.house)
    }
}

/// The log's key in force.
pub fn key_of(house: &House) -> VerifierKey {
    let own = house.scenario.registry.own_keys();
    own.log().last().unwrap().key.parse().unwrap()
}

/// Two persons of the operator do something; answers the sequence of the last entry.
pub fn together(house: &mut House, act: Act) -> u64 {
    let operator = house.scenario.operator.clone();
    assert_eq!(house.act(&operator, act).status, 201);
    let open = house.scenario.registry.parties.open_proposals().last().unwrap();
    let approve = Act::Approve(Approve { digest: open.1.digest, proposal: open.0 });
    house.advance(1);
    let bytes = house.scenario.sign_by(&operator, 1, approve);
    let answer = house.play(&bytes);
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.text("/last").parse().unwrap()
}

/// Exit code and what was printed.
pub fn run(mut command: Command) -> (i32, String) {
    let output = command.output().expect("the program starts");
    let told = [output.stdout, output.stderr].concat();
    (output.status.code().expect("it ends by itself"), String::from_utf8_lossy(&told).into_owned())
}

/// The auditor's program.
pub fn audit(arguments: &[&str]) -> (i32, String) {
    let mut command = orebook_verify();
    command.args(arguments);
    run(command)
}

/// A command of the server's program on a data directory.
pub fn operate(data: &Path, location: &Location, arguments: &[&str]) -> (i32, String) {
    let database = match location {
        Location::Sqlite(path) => format!("sqlite:{}", path.display()),
        Location::Postgres(url) => url.clone(),
    };
    let mut command = orebook();
    command.args(arguments).args(["--database", &database, "--data"]).arg(data);
    run(command)
}
