//! Trusted lists: they grow slowly and shrink at once.

use orebook_registry::instruction::*;
use orebook_registry::values::*;
use orebook_registry::{NewEntry, Refusal};
use orebook_tests::scenario::{Actor, World, events, value};

struct Stage {
    world: World,
    batch: BatchId,
    lumen: Actor,
    sister: Actor,
}

/// Lumen has bought a kilogram and has a sister company.
fn stage() -> Stage {
    let (mut world, [batch, _]) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let mut registration = world.scenario.registration("Lumen Holding", "GB", &[Role::Buyer]);
    registration.act.group = Some(lumen.id);
    let sister = world.scenario.join(registration);
    let (offer, bid) = (world.offer(&clara, batch, "1", "4200.00"), world.bid(&lumen, "1", "4200.00"));
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("a bid");
    Stage { world, batch, lumen, sister }
}

impl Stage {
    fn by_lumen(&mut self, act: Act) -> Result<Vec<NewEntry>, Refusal> {
        self.world.scenario.act(&self.lumen, act)
    }

    fn trust(&mut self) -> Result<Vec<NewEntry>, Refusal> {
        self.by_lumen(Act::TrustAccount(TrustAccount { account: self.sister.account }))
    }

    fn distrust(&mut self) -> Result<Vec<NewEntry>, Refusal> {
        self.by_lumen(Act::DistrustAccount(DistrustAccount { account: self.sister.account }))
    }

    /// Whether a transfer of some grams settles at once.
    fn settles_at_once(&mut self) -> bool {
        let before = self.world.scenario.registry.credits.pending_transfers().count();
        let blocks = self.world.blocks(self.lumen.account, self.batch, "0.01");
        let transfer = Transfer { blocks, from: self.lumen.account, to: self.sister.account };
        self.by_lumen(Act::Transfer(transfer)).expect("a transfer");
        self.world.scenario.registry.credits.pending_transfers().count() == before
    }
}

#[test]
fn an_addition_counts_after_three_days_and_is_struck_off_at_once() {
    let mut s = stage();
    s.trust().expect("listed");
    let signed = s.world.scenario.now();
    assert!(!s.settles_at_once());
    s.world.scenario.advance_to(signed.plus_hours(72).plus_seconds(-2));
    assert!(!s.settles_at_once());
    let entries = s.world.scenario.advance_to(signed.plus_hours(72));
    assert!(events(&entries).any(|event| event.name().1 == "trust_started"));
    assert!(s.settles_at_once());
    s.distrust().expect("struck off");
    assert!(!s.settles_at_once());
    assert_eq!(s.distrust().expect_err("not there").code(), "must_exist");
    s.trust().expect("listed anew, and waiting anew");
    assert!(!s.settles_at_once());
}

#[test]
fn a_revoked_key_takes_its_additions_back_while_they_wait() {
    let mut s = stage();
    s.trust().expect("listed");
    let revoke = RevokeKey { key: s.lumen.keys[0].secret.public(), reason: value("stolen") };
    let entries = s.world.scenario.act_by(&s.lumen, 1, Act::RevokeKey(revoke)).expect("revoked");
    let names: Vec<_> = events(&entries).map(|event| event.name().1).collect();
    assert_eq!(names, ["key_revoked", "account_distrusted"]);
    assert_eq!(s.world.scenario.registry.credits.trusted().iter().count(), 0);
}

#[test]
fn what_counts_stays_when_its_key_is_revoked() {
    let mut s = stage();
    s.trust().expect("listed");
    let later = s.world.scenario.now().plus_hours(72);
    s.world.scenario.advance_to(later);
    let revoke = RevokeKey { key: s.lumen.keys[0].secret.public(), reason: value("rotated") };
    s.world.scenario.act_by(&s.lumen, 1, Act::RevokeKey(revoke)).expect("revoked");
    assert!(s.world.scenario.registry.credits.trusted().trusts(s.lumen.id, s.sister.account));
}

#[test]
fn out_of_reach_and_absent_accounts_are_answered_alike() {
    let mut s = stage();
    let code = |s: &mut Stage, account| {
        s.by_lumen(Act::TrustAccount(TrustAccount { account })).expect_err("not to be trusted").code()
    };
    let (orfebre, own) = (s.world.buyers[1].account, s.lumen.account);
    assert_eq!(code(&mut s, orfebre), "must_exist");
    assert_eq!(code(&mut s, AccountId::from(7)), "must_exist");
    assert_eq!(code(&mut s, own), "field_must_be");
    let transfer = |s: &mut Stage, to| {
        let blocks = s.world.blocks(s.lumen.account, s.batch, "0.01");
        s.by_lumen(Act::Transfer(Transfer { blocks, from: s.lumen.account, to })).expect_err("nowhere")
    };
    assert_eq!(transfer(&mut s, orfebre), Refusal::TransferMustStayInGroup {});
    assert_eq!(transfer(&mut s, AccountId::from(7)), Refusal::TransferMustStayInGroup {});
}

#[test]
fn agent_and_principal_may_trust_each_other_across_groups() {
    let mut s = stage();
    let bridge = s.world.scenario.register("ClaimBridge", "NL", &[Role::Agent]);
    s.by_lumen(Act::AppointAgent(AppointAgent { agent: bridge.id })).expect("appointed");
    s.by_lumen(Act::TrustAccount(TrustAccount { account: bridge.account })).expect("the agent");
    let back = Act::TrustAccount(TrustAccount { account: s.lumen.account });
    s.world.scenario.act(&bridge, back).expect("the principal");
}
