//! Every refusal is reached. Each row plays on its own copy of one stage, and answers what it was refused with.

mod amounts;
mod authority;
mod certificates;
mod holds;
mod identity;
mod money;
mod states;
mod trade;

use std::collections::BTreeSet;

use orebook_registry::instruction::*;
use orebook_registry::values::{BatchId, RetirementId};
use orebook_registry::{Outcome, Refusal};
use orebook_tests::scenario::{Actor, World};
use orebook_tests::script::Script;

/// A refusal's code and the way to it.
type Row = (&'static str, fn(&mut Stage) -> Refusal);

/// The usual world with its batches; Lumen has bought two kilograms of P1's.
#[derive(Clone)]
struct Stage {
    world: World,
    clara: Actor,
    cordillera: Actor,
    operator: Actor,
    lumen: Actor,
    batch: BatchId,
}

impl Stage {
    fn set() -> Self {
        let (mut world, [batch, _]) = World::issued();
        let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
        let (offer, bid) = (world.offer(&clara, batch, "2", "4200.00"), world.bid(&lumen, "2", "4200.00"));
        world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
        world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("a bid");
        let (cordillera, operator) = (world.cordillera.clone(), world.scenario.operator.clone());
        Self { world, clara, cordillera, operator, lumen, batch }
    }

    /// The act, which must be refused.
    fn refused(&mut self, actor: &Actor, act: Act) -> Refusal {
        refusal(self.world.scenario.act(actor, act))
    }

    /// Lines of a script upon the stage, of which the last must be refused. `B1` is P1's batch.
    fn lines(&mut self, lines: &[&str]) -> Refusal {
        let mut script = Script::upon(self.world.clone());
        script.knows("B1", self.batch);
        script.is_refused(lines)
    }

    fn by_clara(&mut self, act: Act) -> Refusal {
        self.refused(&self.clara.clone(), act)
    }

    fn by_lumen(&mut self, act: Act) -> Refusal {
        self.refused(&self.lumen.clone(), act)
    }

    fn by_cordillera(&mut self, act: Act) -> Refusal {
        self.refused(&self.cordillera.clone(), act)
    }

    fn by_operator(&mut self, act: Act) -> Refusal {
        self.refused(&self.operator.clone(), act)
    }

    fn submitted(&mut self, bytes: &[u8]) -> Refusal {
        match self.world.scenario.submit(bytes) {
            Outcome::Refused(refusal) => refusal,
            other => panic!("not refused: {other:?}"),
        }
    }

    /// What becomes of an instruction that was changed before Lumen signed it.
    fn altered(&mut self, alter: impl FnOnce(&mut Instruction)) -> Refusal {
        let void =
            Act::Void(Void { id: orebook_tests::scenario::value("urn:uuid:0198c0de-0000-7000-8000-000000000000") });
        let mut instruction = self.world.scenario.instruction(self.lumen.id, void);
        alter(&mut instruction);
        let bytes = self.world.scenario.sign_instruction(instruction, &self.lumen.keys[0].secret);
        self.submitted(&bytes)
    }

    fn retire(&mut self, alter: impl FnOnce(&mut Retire)) -> Refusal {
        let blocks = self.world.blocks(self.lumen.account, self.batch, "1");
        let mut retire = self.world.retirement(&self.lumen, blocks, Claim::Support(PlainClaim {}));
        alter(&mut retire);
        self.by_lumen(Act::Retire(retire))
    }

    /// A retirement that was accepted.
    fn retired(&mut self) -> RetirementId {
        let blocks = self.world.blocks(self.lumen.account, self.batch, "1");
        let retire = self.world.retirement(&self.lumen, blocks, Claim::Support(PlainClaim {}));
        self.world.scenario.act(&self.lumen.clone(), Act::Retire(retire)).expect("retired");
        self.world.scenario.registry.claims.retirements().last().expect("retired").0
    }

    fn bid(&mut self, mass: &str, price: &str) -> Refusal {
        let bid = self.world.bid(&self.lumen, mass, price);
        self.by_lumen(Act::PlaceBuyOrder(bid))
    }
}

fn finding(retirement: RetirementId) -> PublishFinding {
    PublishFinding {
        outcome: FindingOutcome::Confirmed,
        reason: orebook_tests::scenario::value("records_seen"),
        report: Digest([9; 32]),
        retirement,
    }
}

fn refusal<T>(result: Result<T, Refusal>) -> Refusal {
    result.map(|_| ()).expect_err("a refusal")
}

#[test]
fn every_refusal_of_the_table_is_reached() {
    let stage = Stage::set();
    let rows = [
        identity::ROWS,
        authority::ROWS,
        holds::ROWS,
        states::ROWS,
        amounts::ROWS,
        certificates::ROWS,
        trade::ROWS,
        money::ROWS,
    ]
    .concat();
    let mut reached = BTreeSet::new();
    for (code, way) in &rows {
        let found = way(&mut stage.clone());
        assert_eq!(found.code(), *code, "{found}");
        assert!(!found.to_string().contains('{'), "its figures are shown: {found}");
        reached.insert((*code).to_owned());
    }
    let table: BTreeSet<String> = orebook_tests::refusal_codes().collect();
    assert_eq!(reached, table);
}

#[test]
fn a_refusal_changes_nothing() {
    let mut stage = Stage::set();
    let before = stage.world.scenario.entries().len();
    let dump = stage.world.scenario.registry.dump();
    assert_eq!(stage.bid("4", "4200.00").code(), "cash_must_cover_escrow");
    assert_eq!(stage.bid("0.0001", "4200.00").code(), "mass_must_be_on_lot");
    assert_eq!(stage.world.scenario.registry.dump(), dump);
    assert_eq!(stage.world.scenario.entries().len(), before);
}
