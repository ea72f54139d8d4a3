//! Two tables made by trying everything: what each event does to a block in each state, and to a transfer in each.

use orebook_registry::Refusal;
use orebook_registry::instruction::*;
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::*;
use orebook_tests::golden::golden;
use orebook_tests::scenario::{Actor, World, holds, value};

/// The first kilogram of P1's batch in one state, and who owns it.
#[derive(Clone)]
struct Stage {
    world: World,
    batch: BatchId,
    block: SerialBlock,
    owner: Actor,
    sister: Actor,
}

impl Stage {
    /// Fresh from the certifier, in P1's account; Lumen has a sister company and the owner a second account.
    fn unsold() -> Self {
        let (mut world, [batch, _]) = World::issued();
        let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
        let mut registration = world.scenario.registration("Lumen Holding", "GB", &[Role::Buyer]);
        registration.act.group = Some(lumen.id);
        let sister = world.scenario.join(registration);
        for actor in [&clara, &lumen] {
            world.scenario.act(actor, Act::OpenAccount(OpenAccount { name: value("second") })).expect("opened");
        }
        let block = world.blocks(clara.account, batch, "1").remove(0);
        Self { world, batch, block, owner: clara, sister }
    }

    /// Sold to Lumen.
    fn bought() -> Self {
        let mut s = Self::unsold();
        let (clara, lumen) = (s.owner.clone(), s.world.buyers[0].clone());
        let (offer, bid) = (s.world.offer(&clara, s.batch, "1", "4200.00"), s.world.bid(&lumen, "1", "4200.00"));
        s.world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
        s.world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("a bid");
        Self { owner: lumen, ..s }
    }

    fn after(mut self, event: Event) -> Self {
        event(&mut self).expect("the stage can be set");
        self
    }

    fn act(&mut self, act: Act) -> Result<(), Refusal> {
        self.world.scenario.act(&self.owner, act).map(|_| ())
    }

    fn state(&self) -> String {
        let batch = self.world.scenario.registry.credits.batch(self.batch).expect("issued");
        let (_, block) = batch.block_at(0).expect("the first milligram");
        let owner = self.world.scenario.registry.credits.owner(block.account);
        let place = if owner == Some(self.owner.id) { "" } else { ", another's" };
        format!("{}{place}", block.state.word())
    }

    fn transfer(&mut self, to: AccountId) -> Result<(), Refusal> {
        let (blocks, from) = (vec![self.block.clone()], self.owner.account);
        self.act(Act::Transfer(Transfer { blocks, from, to }))
    }

    fn judge(&mut self, act: Act) -> Result<(), Refusal> {
        let certifier = self.world.cordillera.clone();
        self.world.scenario.act(&certifier, act).map(|_| ())
    }

    fn hold(&mut self, target: HoldTarget) -> Result<(), Refusal> {
        self.world.scenario.hold(HoldReason::Investigation, target).map(|_| ())
    }

    fn advance(&mut self, to: Timestamp) -> Result<(), Refusal> {
        self.world.scenario.advance_to(to);
        Ok(())
    }
}

type Event = fn(&mut Stage) -> Result<(), Refusal>;

fn retire(s: &mut Stage) -> Result<(), Refusal> {
    let retire = s.world.retirement(&s.owner, vec![s.block.clone()], Claim::Support(PlainClaim {}));
    s.act(Act::Retire(retire))
}

fn offer(s: &mut Stage) -> Result<(), Refusal> {
    let all = s.world.scenario.registry.credits.batch(s.batch).expect("issued").figures().available;
    let mass = all.max(value("1")).to_string();
    s.act(Act::PlaceSellOrder(s.world.offer(&s.owner, s.batch, &mass, "4200.00")))
}

fn cancel_order(s: &mut Stage) -> Result<(), Refusal> {
    let order = s.world.scenario.registry.markets.orders_of(s.owner.id).next().map_or(OrderId::from(7), |(id, _)| id);
    s.act(Act::CancelOrder(CancelOrder { order }))
}

fn send(s: &mut Stage) -> Result<(), Refusal> {
    s.transfer(s.sister.account)
}

fn first_pending(s: &Stage) -> TransferId {
    s.world.scenario.registry.credits.pending_transfers().next().map_or(TransferId::from(7), |(id, _)| id)
}

fn withdraw(s: &mut Stage) -> Result<(), Refusal> {
    let transfer = first_pending(s);
    s.act(Act::WithdrawTransfer(WithdrawTransfer { transfer }))
}

fn move_within(s: &mut Stage) -> Result<(), Refusal> {
    let (second, _) = s.world.scenario.registry.credits.accounts_of(s.owner.id).last().expect("opened");
    s.transfer(second)
}

fn cancel_credits(s: &mut Stage) -> Result<(), Refusal> {
    let (account, blocks) = (s.owner.account, vec![s.block.clone()]);
    s.act(Act::CancelCredits(CancelCredits { account, blocks, reason: value("mistake") }))
}

fn hold_unsold(s: &mut Stage) -> Result<(), Refusal> {
    s.hold(holds::batch(s.batch, HoldScope::Unsold))
}

fn hold_all(s: &mut Stage) -> Result<(), Refusal> {
    s.hold(holds::batch(s.batch, HoldScope::All))
}

fn release(s: &mut Stage) -> Result<(), Refusal> {
    let hold = s.world.scenario.registry.credits.holds().iter().next().map_or(HoldId::from(7), |(id, _)| id);
    s.world.scenario.release(hold).map(|_| ())
}

fn suspend(s: &mut Stage) -> Result<(), Refusal> {
    let (certificate, effective) = (s.world.clara_certificate, s.world.scenario.now().date());
    s.judge(Act::SuspendCertificate(SuspendCertificate {
        certificate,
        effective,
        note: None,
        reason: value("finding"),
    }))
}

fn reinstate(s: &mut Stage) -> Result<(), Refusal> {
    let (certificate, effective) = (s.world.clara_certificate, s.world.scenario.now().date());
    s.judge(Act::ReinstateCertificate(ReinstateCertificate {
        certificate,
        effective,
        note: None,
        reason: value("finding"),
    }))
}

fn a_day_passes(s: &mut Stage) -> Result<(), Refusal> {
    let tomorrow = s.world.scenario.now().plus_days(1);
    s.advance(tomorrow)
}

fn its_day_is_over(s: &mut Stage) -> Result<(), Refusal> {
    let (_, block) = s.world.scenario.registry.credits.batch(s.batch).and_then(|b| b.block_at(0)).expect("issued");
    let end = block.expires_on.end().max(s.world.scenario.now());
    s.advance(end)
}

fn table(rows: Vec<(&str, Stage)>, columns: &[(&str, Event)], shown: fn(&Stage, &Stage) -> String) -> String {
    let mut text = String::new();
    for (state, stage) in rows {
        text += &format!("{state}\n");
        for (name, event) in columns {
            let mut after = stage.clone();
            let answer = match event(&mut after) {
                Ok(()) => shown(&stage, &after),
                Err(refusal) => format!("refused: {}", refusal.code()),
            };
            text += &format!("  {name:<32}{answer}\n");
        }
    }
    text
}

#[test]
fn what_each_event_does_to_a_block_in_each_state() {
    let rows = vec![
        ("available, unsold", Stage::unsold()),
        ("available, bought", Stage::bought()),
        ("escrowed for an order", Stage::unsold().after(offer)),
        ("escrowed for a transfer", Stage::bought().after(send)),
        ("frozen, unsold", Stage::unsold().after(hold_unsold)),
        ("frozen, bought", Stage::bought().after(hold_all)),
        ("frozen, certificate suspended", Stage::unsold().after(suspend)),
        ("retired", Stage::bought().after(retire)),
        ("cancelled", Stage::unsold().after(cancel_credits)),
        ("expired", Stage::bought().after(its_day_is_over)),
    ];
    let columns: [(&str, Event); 15] = [
        ("place_sell_order", offer),
        ("cancel_order", cancel_order),
        ("transfer, own account", move_within),
        ("transfer, group", send),
        ("withdraw_transfer", withdraw),
        ("retire", retire),
        ("cancel_credits", cancel_credits),
        ("place_hold, unsold", hold_unsold),
        ("place_hold, all", hold_all),
        ("place_hold, owner", |s| s.hold(holds::organisation(&s.owner.clone()))),
        ("release_hold", release),
        ("suspend_certificate", suspend),
        ("reinstate_certificate", reinstate),
        ("a day passes", a_day_passes),
        ("its last usable day is over", its_day_is_over),
    ];
    golden("block-states.txt", &table(rows, &columns, |_, after| after.state()));
}

/// Whether the transfer is still pending, and where the block is then.
fn seen(_: &Stage, after: &Stage) -> String {
    let pending = after.world.scenario.registry.credits.pending_transfers().count() > 0;
    format!("{}, block {}", if pending { "pending" } else { "not pending" }, after.state())
}

fn refuse(s: &mut Stage) -> Result<(), Refusal> {
    let (transfer, sister) = (first_pending(s), s.sister.clone());
    s.world.scenario.act(&sister, Act::RefuseTransfer(RefuseTransfer { transfer })).map(|_| ())
}

fn hold_batch_and_lift(s: &mut Stage) -> Result<(), Refusal> {
    hold_all(s)?;
    release(s)
}

#[test]
fn what_each_act_does_to_a_transfer_in_each_state() {
    let pending = || Stage::bought().after(send);
    let rows = vec![
        ("pending", pending()),
        ("settled", pending().after(a_day_passes)),
        ("withdrawn", pending().after(withdraw)),
        ("refused", pending().after(refuse)),
        ("voided", pending().after(hold_batch_and_lift)),
    ];
    let columns: [(&str, Event); 11] = [
        ("withdraw, by the sender", withdraw),
        ("withdraw, by the receiver", |s| {
            let (transfer, sister) = (first_pending(s), s.sister.clone());
            s.world.scenario.act(&sister, Act::WithdrawTransfer(WithdrawTransfer { transfer })).map(|_| ())
        }),
        ("refuse, by the receiver", refuse),
        ("refuse, by the sender", |s| {
            let transfer = first_pending(s);
            s.act(Act::RefuseTransfer(RefuseTransfer { transfer }))
        }),
        ("a day passes", a_day_passes),
        ("hold on the batch, all", hold_all),
        ("hold on the batch, unsold", hold_unsold),
        ("hold on the sender", |s| s.hold(holds::organisation(&s.owner.clone()))),
        ("hold on the receiving account", |s| s.hold(holds::account(s.sister.account))),
        ("hold on the key", |s| s.hold(holds::first_key(&s.owner.clone()))),
        ("revoke_key", |s| {
            let revoke = RevokeKey { key: s.owner.keys[0].secret.public(), reason: value("stolen") };
            s.world.scenario.act_by(&s.owner.clone(), 1, Act::RevokeKey(revoke)).map(|_| ())
        }),
    ];
    golden("transfer-states.txt", &table(rows, &columns, seen));
}
