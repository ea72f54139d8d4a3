//! Transfers: inside an organisation at once, inside a group after a day, to anyone else never.

use orebook_registry::instruction::*;
use orebook_registry::values::{AccountId, BatchId, TransferId};
use orebook_registry::{NewEntry, Refusal};
use orebook_tests::scenario::{Actor, World, events, value};

struct Stage {
    world: World,
    batch: BatchId,
    lumen: Actor,
    sister: Actor,
}

/// Lumen has bought a kilogram and has a sister company.
fn bought() -> Stage {
    let (mut world, [batch, _]) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let mut registration = world.scenario.registration("Lumen Holding", "GB", &[Role::Buyer]);
    registration.act.group = Some(lumen.id);
    let sister = world.scenario.join(registration);
    let offer = world.offer(&clara, batch, "1", "4200.00");
    let bid = world.bid(&lumen, "1", "4200.00");
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("a bid");
    Stage { world, batch, lumen, sister }
}

impl Stage {
    fn transfer(&mut self, mass: &str, to: AccountId) -> Result<Vec<NewEntry>, Refusal> {
        let blocks = self.world.blocks(self.lumen.account, self.batch, mass);
        let transfer = Transfer { blocks, from: self.lumen.account, to };
        self.world.scenario.act(&self.lumen, Act::Transfer(transfer))
    }

    fn held(&self, account: AccountId) -> Vec<String> {
        let holdings = self.world.scenario.registry.credits.holdings(account);
        holdings.map(|(range, block)| format!("{} {}", range.mass(), block.state.word())).collect()
    }

    fn pending(&self) -> TransferId {
        self.world.scenario.registry.credits.pending_transfers().next().expect("a pending transfer").0
    }
}

#[test]
fn between_accounts_of_one_organisation_credits_move_at_once() {
    let mut stage = bought();
    stage.world.scenario.act(&stage.lumen, Act::OpenAccount(OpenAccount { name: value("rings") })).expect("opened");
    let (rings, _) = stage.world.scenario.registry.credits.accounts_of(stage.lumen.id).last().expect("opened");
    stage.transfer("0.25", rings).expect("moved");
    assert_eq!(stage.held(rings), ["0.25 available"]);
    assert_eq!(stage.transfer("0.25", stage.lumen.account).expect_err("nowhere").code(), "field_must_be");
}

#[test]
fn inside_a_group_credits_move_after_a_day_and_can_be_withdrawn_until_then() {
    let mut stage = bought();
    stage.transfer("0.25", stage.sister.account).expect("pending");
    assert_eq!(stage.held(stage.lumen.account), ["0.25 escrowed", "0.75 available"]);
    let withdraw = Act::WithdrawTransfer(WithdrawTransfer { transfer: stage.pending() });
    let refusal = stage.world.scenario.act(&stage.sister, withdraw.clone()).expect_err("not the sender");
    assert_eq!(refusal, Refusal::TransferMustBePending {});
    stage.world.scenario.act(&stage.lumen, withdraw.clone()).expect("withdrawn");
    assert_eq!(stage.held(stage.lumen.account), ["1 available"]);
    assert!(stage.world.scenario.act(&stage.lumen, withdraw).is_err(), "once only");
    stage.transfer("0.5", stage.sister.account).expect("pending");
    let signed = stage.world.scenario.now();
    stage.world.scenario.advance_to(signed.plus_seconds(86_399));
    assert!(stage.held(stage.sister.account).is_empty());
    let entries = stage.world.scenario.advance_to(signed.plus_days(1));
    assert!(events(&entries).any(|e| e.name().1 == "transfer_settled"));
    assert_eq!(stage.held(stage.sister.account), ["0.5 available"]);
}

#[test]
fn the_receiver_may_refuse_what_is_pending_and_nobody_else() {
    let mut stage = bought();
    stage.transfer("0.25", stage.sister.account).expect("pending");
    let refuse = Act::RefuseTransfer(RefuseTransfer { transfer: stage.pending() });
    let refusal = stage.world.scenario.act(&stage.lumen, refuse.clone()).expect_err("the sender withdraws");
    assert_eq!(refusal, Refusal::TransferMustBePending {});
    let orfebre = stage.world.buyers[1].clone();
    assert!(stage.world.scenario.act(&orfebre, refuse.clone()).is_err(), "a stranger");
    let entries = stage.world.scenario.act(&stage.sister, refuse.clone()).expect("refused");
    assert_eq!(events(&entries).map(|e| e.name().1).collect::<Vec<_>>(), ["transfer_refused"]);
    assert_eq!(stage.held(stage.lumen.account), ["1 available"]);
    assert!(stage.world.scenario.act(&stage.sister, refuse).is_err(), "once only");
}

#[test]
fn what_is_missing_is_said_before_what_does_not_fit() {
    let mut stage = bought();
    let all = stage.world.blocks(stage.lumen.account, stage.batch, "1");
    let mut absent = all[0].clone();
    absent.batch.number = 99;
    let mut off_lot = all[0].clone();
    off_lot.to -= 1;
    let orfebre = stage.world.buyers[1].account;
    let code = |stage: &mut Stage, blocks, to| {
        let act = Act::Transfer(Transfer { blocks, from: stage.lumen.account, to });
        stage.world.scenario.act(&stage.lumen, act).expect_err("refused").code()
    };
    let sister = stage.sister.account;
    assert_eq!(code(&mut stage, vec![off_lot.clone(), absent], orfebre), "must_exist");
    let unsold = stage.world.blocks(stage.world.clara.account, stage.batch, "1");
    assert_eq!(code(&mut stage, [vec![off_lot.clone()], unsold].concat(), orfebre), "blocks_must_be_available");
    assert_eq!(code(&mut stage, vec![off_lot.clone()], orfebre), "transfer_must_stay_in_group");
    assert_eq!(code(&mut stage, vec![off_lot], sister), "mass_must_be_on_lot");
}

#[test]
fn a_revoked_key_takes_its_pending_transfers_back() {
    let mut stage = bought();
    stage.transfer("1", stage.sister.account).expect("pending");
    let revoke = RevokeKey { key: stage.lumen.keys[0].secret.public(), reason: value("stolen") };
    let entries = stage.world.scenario.act_by(&stage.lumen, 1, Act::RevokeKey(revoke)).expect("revoked");
    let names: Vec<_> = events(&entries).map(|e| e.name().1).collect();
    assert_eq!(names, ["key_revoked", "transfer_voided"]);
    assert_eq!(stage.held(stage.lumen.account), ["1 available"]);
}

#[test]
fn to_another_group_or_out_of_a_producers_hands_no_credits_move() {
    let mut stage = bought();
    let orfebre = stage.world.buyers[1].account;
    assert_eq!(stage.transfer("0.25", orfebre).expect_err("another group"), Refusal::TransferMustStayInGroup {});
    let clara = stage.world.clara.clone();
    let mut registration = stage.world.scenario.registration("Clara Trading", "CO", &[Role::Buyer]);
    registration.act.group = Some(clara.id);
    let trading = stage.world.scenario.join(registration);
    let blocks = stage.world.blocks(clara.account, stage.batch, "1");
    let transfer = Act::Transfer(Transfer { blocks, from: clara.account, to: trading.account });
    let refusal = stage.world.scenario.act(&clara, transfer).expect_err("out of a producer");
    assert_eq!(refusal, Refusal::TransferMustStayInGroup {});
}

#[test]
fn blocks_that_are_set_aside_or_of_others_are_not_transferred() {
    let mut stage = bought();
    let blocks = stage.world.blocks(stage.lumen.account, stage.batch, "1");
    stage.transfer("0.25", stage.sister.account).expect("pending");
    let transfer = |from, to| Act::Transfer(Transfer { blocks: blocks.clone(), from, to });
    let again = transfer(stage.lumen.account, stage.sister.account);
    let refusal = stage.world.scenario.act(&stage.lumen, again).expect_err("a quarter is pending");
    assert_eq!(refusal, Refusal::BlocksMustBeAvailable { block: blocks[0].to_string(), available: value("0.75") });
    let foreign = transfer(stage.lumen.account, stage.sister.account);
    assert_eq!(stage.world.scenario.act(&stage.sister, foreign).expect_err("not hers").code(), "must_exist");
    let none = transfer(stage.sister.account, stage.lumen.account);
    assert_eq!(stage.world.scenario.act(&stage.sister, none).expect_err("not hers").code(), "blocks_must_be_available");
}
