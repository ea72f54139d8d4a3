//! Agents: credits they hold for a principal go back to it or are retired for it; nobody else gets them.

use std::collections::BTreeSet;

use orebook_registry::instruction::*;
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::*;
use orebook_registry::{NewEntry, Refusal};
use orebook_tests::scenario::{Actor, Scenario, World, value};

/// Lumen has bought a kilogram, and appointed ClaimBridge, which stands in no group with it.
struct Stage {
    world: World,
    batch: BatchId,
    lumen: Actor,
    bridge: Actor,
}

fn stage() -> Stage {
    let (mut world, [batch, _]) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let bridge = world.scenario.register("ClaimBridge", "NL", &[Role::Agent]);
    let (offer, bid) = (world.offer(&clara, batch, "1", "4200.00"), world.bid(&lumen, "1", "4200.00"));
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("a bid");
    world.scenario.act(&lumen, Act::AppointAgent(AppointAgent { agent: bridge.id })).expect("appointed");
    Stage { world, batch, lumen, bridge }
}

impl Stage {
    fn scenario(&mut self) -> &mut Scenario {
        &mut self.world.scenario
    }

    fn blocks(&self, account: AccountId, mass: &str) -> Vec<SerialBlock> {
        self.world.blocks(account, self.batch, mass)
    }

    fn transfer(&mut self, sender: &Actor, mass: &str, to: AccountId) -> Result<Vec<NewEntry>, Refusal> {
        let blocks = self.blocks(sender.account, mass);
        self.scenario().act(sender, Act::Transfer(Transfer { blocks, from: sender.account, to }))
    }

    fn a_day_later(&mut self) {
        let tomorrow = self.scenario().now().plus_days(1);
        self.scenario().advance_to(tomorrow);
    }

    /// Mass and principal of what an account holds.
    fn held(&self, account: AccountId) -> Vec<(String, Option<OrganisationId>)> {
        let holdings = self.world.scenario.registry.credits.holdings(account);
        holdings.map(|(range, block)| (range.mass().to_string(), block.principal)).collect()
    }

    /// The agent has half a kilogram.
    fn entrusted() -> Self {
        let mut s = stage();
        let (lumen, to) = (s.lumen.clone(), s.bridge.account);
        s.transfer(&lumen, "0.5", to).expect("pending");
        s.a_day_later();
        s
    }
}

#[test]
fn credits_go_to_an_agent_for_its_principal_after_the_waiting_time() {
    let mut s = stage();
    let (lumen, bridge) = (s.lumen.clone(), s.bridge.clone());
    s.transfer(&lumen, "0.5", bridge.account).expect("pending");
    assert!(s.held(bridge.account).is_empty());
    s.a_day_later();
    assert_eq!(s.held(bridge.account), [("0.5".to_owned(), Some(lumen.id))]);
    let principals = s.world.scenario.registry.credits.principals(bridge.account, &s.blocks(bridge.account, "0.5"));
    assert_eq!(principals, BTreeSet::from([Some(lumen.id)]));
}

#[test]
fn an_agent_gives_back_and_passes_nothing_on() {
    let mut s = Stage::entrusted();
    let (lumen, bridge) = (s.lumen.clone(), s.bridge.clone());
    let mut registration = s.scenario().registration("Bridge Holding", "NL", &[Role::Agent]);
    registration.act.group = Some(bridge.id);
    let holding = s.scenario().join(registration);
    let block = s.blocks(bridge.account, "0.5")[0].to_string();
    for to in [holding.account, s.world.buyers[1].account] {
        let refusal = s.transfer(&bridge, "0.5", to).expect_err("not theirs");
        assert_eq!(refusal, Refusal::BlocksMustReturnToPrincipal { block: block.clone(), principal: lumen.id });
    }
    s.transfer(&bridge, "0.2", lumen.account).expect("pending");
    s.a_day_later();
    assert_eq!(s.held(lumen.account), [("0.2".to_owned(), None), ("0.5".to_owned(), None)]);
    // Also when the two have parted.
    s.scenario().act(&lumen, Act::DismissAgent(DismissAgent { agent: bridge.id })).expect("dismissed");
    s.transfer(&bridge, "0.3", lumen.account).expect("pending");
    assert_eq!(
        s.transfer(&lumen, "0.5", bridge.account).expect_err("no agent now"),
        Refusal::TransferMustStayInGroup {}
    );
    s.a_day_later();
    assert_eq!(s.held(lumen.account), [("1".to_owned(), None)], "one block again");
}

#[test]
fn between_an_agents_own_accounts_credits_stay_its_principals() {
    let mut s = Stage::entrusted();
    let (lumen, bridge) = (s.lumen.clone(), s.bridge.clone());
    s.scenario().act(&bridge, Act::OpenAccount(OpenAccount { name: value("lumen") })).expect("opened");
    let (second, _) = s.world.scenario.registry.credits.accounts_of(bridge.id).last().expect("opened");
    s.transfer(&bridge, "0.5", second).expect("at once");
    assert_eq!(s.held(second), [("0.5".to_owned(), Some(lumen.id))]);
}

#[test]
fn only_a_principal_sends_to_an_agent_and_never_a_producer() {
    let mut s = stage();
    let (clara, bridge) = (s.world.clara.clone(), s.bridge.clone());
    s.scenario().act(&clara, Act::AppointAgent(AppointAgent { agent: bridge.id })).expect("appointed");
    assert_eq!(s.transfer(&clara, "0.5", bridge.account).expect_err("a producer"), Refusal::TransferMustStayInGroup {});
    let lumen = s.lumen.clone();
    s.scenario().act(&lumen, Act::DismissAgent(DismissAgent { agent: bridge.id })).expect("dismissed");
    assert_eq!(s.transfer(&lumen, "0.5", bridge.account).expect_err("no agent"), Refusal::TransferMustStayInGroup {});
}

#[test]
fn a_mixed_list_goes_home_only_where_all_of_it_may_go() {
    let mut s = Stage::entrusted();
    let (lumen, bridge) = (s.lumen.clone(), s.bridge.clone());
    let perrin = s.world.buyers[2].clone();
    let (clara, batch) = (s.world.clara.clone(), s.batch);
    let (offer, bid) = (s.world.offer(&clara, batch, "0.5", "4200.00"), s.world.bid(&perrin, "0.5", "4200.00"));
    s.scenario().act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    s.scenario().act(&perrin, Act::PlaceBuyOrder(bid)).expect("a bid");
    s.scenario().act(&perrin, Act::AppointAgent(AppointAgent { agent: bridge.id })).expect("appointed");
    s.transfer(&perrin, "0.5", bridge.account).expect("pending");
    s.a_day_later();
    let mixed = s.blocks(bridge.account, "1");
    assert_eq!(mixed.len(), 2, "a block for each principal");
    let act = Act::Transfer(Transfer { blocks: mixed, from: bridge.account, to: lumen.account });
    let refusal = s.scenario().act(&bridge, act).expect_err("half of it is Perrin's");
    assert!(matches!(refusal, Refusal::BlocksMustReturnToPrincipal { principal, .. } if principal == perrin.id));
}
