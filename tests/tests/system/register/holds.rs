//! Holds: who is stopped, what is frozen, what is cancelled, and which days are given back.

use orebook_registry::instruction::*;
use orebook_registry::values::*;
use orebook_registry::{NewEntry, Refusal};
use orebook_tests::scenario::{Actor, World, at, events, holds, usd, value};

/// The usual world; Lumen has bought a kilogram of P1's, has a sister company, and P1 offers two more.
struct Stage {
    world: World,
    batch: BatchId,
    clara: Actor,
    lumen: Actor,
    sister: Actor,
}

fn stage() -> Stage {
    let (mut world, [batch, _]) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let mut registration = world.scenario.registration("Lumen Holding", "GB", &[Role::Buyer]);
    registration.act.group = Some(lumen.id);
    let sister = world.scenario.join(registration);
    let (offer, bid) = (world.offer(&clara, batch, "3", "4200.00"), world.bid(&lumen, "1", "4200.00"));
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("a bid");
    Stage { world, batch, clara, lumen, sister }
}

fn names(entries: &[NewEntry]) -> Vec<&'static str> {
    events(entries).map(|event| event.name().1).collect()
}

impl Stage {
    fn held(&self, account: AccountId) -> Vec<String> {
        let holdings = self.world.scenario.registry.credits.holdings(account);
        holdings.map(|(range, block)| format!("{} {}", range.mass(), block.state.word())).collect()
    }

    fn until(&self, account: AccountId) -> Vec<String> {
        let holdings = self.world.scenario.registry.credits.holdings(account);
        holdings.map(|(_, block)| block.expires_on.to_string()).collect()
    }

    /// Lumen sends a part to its sister, where it waits.
    fn send(&mut self, mass: &str) -> Vec<NewEntry> {
        let blocks = self.world.blocks(self.lumen.account, self.batch, mass);
        let transfer = Transfer { blocks, from: self.lumen.account, to: self.sister.account };
        self.world.scenario.act(&self.lumen, Act::Transfer(transfer)).expect("pending")
    }

    fn bid(&mut self) -> Result<Vec<NewEntry>, Refusal> {
        let bid = self.world.bid(&self.lumen, "0.1", "4100.00");
        self.world.scenario.act(&self.lumen, Act::PlaceBuyOrder(bid))
    }

    fn place(&mut self, reason: HoldReason, target: HoldTarget) -> Vec<NewEntry> {
        self.world.scenario.hold_with_entries(reason, target).expect("held")
    }

    fn hold(&mut self, reason: HoldReason, target: HoldTarget) -> HoldId {
        self.world.scenario.hold(reason, target).expect("held")
    }

    fn release(&mut self, hold: HoldId) -> Vec<NewEntry> {
        self.world.scenario.release(hold).expect("released")
    }

    fn batch(&self, scope: HoldScope) -> HoldTarget {
        holds::batch(self.batch, scope)
    }
}

#[test]
fn a_hold_on_unsold_credits_takes_back_the_offers_and_leaves_the_buyers_alone() {
    let mut s = stage();
    let target = s.batch(HoldScope::Unsold);
    let entries = s.place(HoldReason::Grievance, target);
    assert_eq!(names(&entries), ["hold_placed", "order_cancelled"]);
    assert_eq!(s.held(s.clara.account), ["11.412 frozen"]);
    assert_eq!(s.held(s.lumen.account), ["1 available"]);
    let (hold, _) = s.world.scenario.registry.credits.holds().iter().next().expect("held");
    let entries = s.release(hold);
    assert_eq!(names(&entries), ["hold_released"]);
    assert_eq!(s.held(s.clara.account), ["11.412 available"]);
}

#[test]
fn a_hold_on_all_credits_voids_transfers_too() {
    let mut s = stage();
    s.send("0.25");
    let target = s.batch(HoldScope::All);
    let entries = s.place(HoldReason::LegalOrder, target);
    assert_eq!(names(&entries), ["hold_placed", "transfer_voided", "order_cancelled"]);
    assert_eq!(s.held(s.lumen.account), ["1 frozen"]);
    assert_eq!(s.held(s.clara.account), ["11.412 frozen"]);
    let blocks = s.world.scenario.registry.credits.holdings(s.lumen.account).next().expect("held").0;
    let blocks = vec![s.world.scenario.registry.credits.serial(blocks).expect("a serial")];
    let retire = s.world.retirement(&s.lumen, blocks, Claim::Support(PlainClaim {}));
    assert_eq!(
        s.world.scenario.act(&s.lumen, Act::Retire(retire)).expect_err("held").code(),
        "blocks_must_be_available"
    );
}

#[test]
fn a_block_is_free_when_the_last_of_its_holds_is_gone_and_its_days_are_counted_once() {
    let mut s = stage();
    assert_eq!(s.until(s.lumen.account), ["2027-07-13"]);
    let (all, unsold) = (s.batch(HoldScope::All), s.batch(HoldScope::Unsold));
    let first = s.hold(HoldReason::Grievance, all.clone());
    s.hold(HoldReason::Investigation, unsold.clone());
    s.world.scenario.advance_to(at("2026-07-20"));
    let second = s.hold(HoldReason::Investigation, all);
    s.world.scenario.advance_to(at("2026-07-23"));
    s.release(first);
    assert_eq!(s.held(s.lumen.account), ["1 frozen"], "the second still covers it");
    s.world.scenario.advance_to(at("2026-08-02"));
    s.release(second);
    assert_eq!(s.held(s.lumen.account), ["1 available"]);
    assert_eq!(s.until(s.lumen.account), ["2027-08-02"], "the 20 days of the union");
    assert_eq!(s.held(s.clara.account), ["11.412 frozen"], "theirs ends on 2026-08-12");
    let entries = s.world.scenario.advance_to(at("2026-08-12").plus_seconds(3_600));
    assert!(names(&entries).contains(&"hold_lapsed"));
    assert_eq!(s.until(s.clara.account), ["2028-07-30"], "30 days after 2028-06-30");
}

#[test]
fn a_hold_that_the_owner_caused_gives_no_days_back() {
    let mut s = stage();
    let target = s.batch(HoldScope::All);
    let breach = s.hold(HoldReason::OwnerBreach, target.clone());
    s.world.scenario.advance_to(at("2026-07-20"));
    let inquiry = s.hold(HoldReason::Investigation, target);
    s.world.scenario.advance_to(at("2026-07-25"));
    s.release(inquiry);
    assert_eq!(s.until(s.lumen.account), ["2027-07-18"], "the five days of the inquiry are given back at once");
    s.world.scenario.advance_to(at("2026-07-30"));
    s.release(breach);
    assert_eq!(s.until(s.lumen.account), ["2027-07-18"]);
}

#[test]
fn what_ran_out_under_a_hold_of_the_owners_making_expires_on_release() {
    let mut s = stage();
    s.world.scenario.advance_to(at("2027-07-01"));
    let target = s.batch(HoldScope::All);
    let hold = s.hold(HoldReason::OwnerBreach, target);
    s.world.scenario.advance_to(at("2027-07-20"));
    assert_eq!(s.held(s.lumen.account), ["1 frozen"], "what is frozen does not expire");
    let entries = s.release(hold);
    assert_eq!(names(&entries), ["hold_released", "credits_expired"]);
    assert!(s.held(s.lumen.account).is_empty());
}

#[test]
fn a_held_organisation_may_only_take_back_and_its_credits_outlast_the_hold() {
    let mut s = stage();
    s.bid().expect("a bid");
    s.send("0.25");
    s.world.scenario.advance_to(at("2027-07-10"));
    s.send("0.5");
    s.bid().expect("a bid");
    let trust = Act::TrustAccount(TrustAccount { account: s.sister.account });
    s.world.scenario.act(&s.lumen, trust).expect("listed");
    let key = s.world.scenario.key("third");
    let add = AddKey { key: key.public(), person: value("third"), purpose: KeyPurpose::Signing };
    s.world.scenario.act(&s.lumen, Act::AddKey(add)).expect("proposed");
    let entries = s.place(HoldReason::Investigation, holds::organisation(&s.lumen));
    let ended = ["proposal_cancelled", "account_distrusted", "transfer_voided", "order_cancelled"];
    assert_eq!(names(&entries), [&["hold_placed"], ended.as_slice()].concat());
    assert_eq!(s.held(s.lumen.account), ["0.75 available"], "a check on instructions, not a state of blocks");
    assert_eq!(s.bid().expect_err("held").code(), "organisation_is_frozen");
    let cancel = Act::CancelOrder(CancelOrder { order: OrderId::from(1) });
    assert_eq!(s.world.scenario.act(&s.lumen, cancel).expect_err("there is none").code(), "must_exist");
    let revoke = RevokeKey { key: s.lumen.keys[0].secret.public(), reason: value("stolen") };
    s.world.scenario.act_by(&s.lumen, 1, Act::RevokeKey(revoke)).expect("keys can be revoked");
    s.world.scenario.advance_to(at("2027-08-01"));
    assert_eq!(s.until(s.lumen.account), ["2027-07-13"], "past, and yet there");
    let (hold, _) = s.world.scenario.registry.credits.holds().iter().next().expect("held");
    s.release(hold);
    assert_eq!(s.until(s.lumen.account), ["2027-08-04"], "22 days");
    s.world.scenario.advance_to(at("2027-08-05"));
    assert!(s.held(s.lumen.account).is_empty());
}

#[test]
fn nothing_moves_out_of_a_held_account_or_into_it() {
    let mut s = stage();
    s.world.scenario.act(&s.lumen, Act::OpenAccount(OpenAccount { name: value("rings") })).expect("opened");
    let (rings, _) = s.world.scenario.registry.credits.accounts_of(s.lumen.id).last().expect("opened");
    s.send("0.25");
    let entries = s.place(HoldReason::OwnerRequest, holds::account(s.sister.account));
    assert_eq!(names(&entries), ["hold_placed", "transfer_voided"], "also what was on its way there");
    let to_sister = |s: &Stage| {
        let blocks = s.world.blocks(s.lumen.account, s.batch, "0.25");
        Act::Transfer(Transfer { blocks, from: s.lumen.account, to: s.sister.account })
    };
    let act = to_sister(&s);
    assert_eq!(s.world.scenario.act(&s.lumen, act).expect_err("held").code(), "account_is_frozen");
    s.bid().expect("a bid for the first account");
    let entries = s.place(HoldReason::OwnerRequest, holds::account(s.lumen.account));
    assert_eq!(names(&entries), ["hold_placed", "order_cancelled"]);
    assert_eq!(s.bid().expect_err("held").code(), "account_is_frozen");
    let blocks = s.world.blocks(s.lumen.account, s.batch, "0.25");
    let out = Act::Transfer(Transfer { blocks, from: s.lumen.account, to: rings });
    assert_eq!(s.world.scenario.act(&s.lumen, out).expect_err("held").code(), "account_is_frozen");
    let bid = PlaceBuyOrder { account: rings, ..s.world.bid(&s.lumen, "0.1", "4100.00") };
    s.world.scenario.act(&s.lumen, Act::PlaceBuyOrder(bid)).expect("the other account is free");
    // A stranger who names the account learns nothing of its hold.
    let foreign = PlaceBuyOrder { account: s.lumen.account, ..s.world.bid(&s.sister, "0.1", "4100.00") };
    let refusal = s.world.scenario.act(&s.sister, Act::PlaceBuyOrder(foreign)).expect_err("not hers");
    assert_eq!(refusal.code(), "must_exist");
}

#[test]
fn a_held_key_signs_nothing_while_the_organisations_others_do() {
    let mut s = stage();
    s.lumen = s.world.scenario.with_second_signer(&s.lumen);
    let last = s.lumen.keys.len() - 1;
    s.bid().expect("a bid");
    s.send("0.25");
    let entries = s.place(HoldReason::Security, holds::first_key(&s.lumen));
    assert_eq!(names(&entries), ["hold_placed", "transfer_voided", "order_cancelled"]);
    assert_eq!(s.bid().expect_err("held").code(), "key_is_frozen");
    let cancel = Act::CancelOrder(CancelOrder { order: OrderId::from(1) });
    assert_eq!(s.world.scenario.act(&s.lumen, cancel.clone()).expect_err("held").code(), "key_is_frozen");
    assert_eq!(s.world.scenario.act_by(&s.lumen, last, cancel).expect_err("there is none").code(), "must_exist");
    let open = Act::OpenAccount(OpenAccount { name: value("rings") });
    s.world.scenario.act_by(&s.lumen, last, open).expect("the other key signs");
    let (hold, _) = s.world.scenario.registry.credits.holds().iter().next().expect("held");
    s.release(hold);
    s.bid().expect("free again");
}

#[test]
fn a_hold_lapses_after_thirty_days_unless_two_persons_prolong_it() {
    let mut s = stage();
    let target = s.batch(HoldScope::Unsold);
    let placed = s.world.scenario.now().plus_seconds(1);
    let hold = s.hold(HoldReason::Grievance, target.clone());
    let operator = s.world.scenario.operator.clone();
    s.world.scenario.act_together(&operator, Act::ExtendHold(ExtendHold { hold })).expect("prolonged");
    s.world.scenario.advance_to(placed.plus_days(60).plus_seconds(-1));
    assert_eq!(s.held(s.clara.account), ["11.412 frozen"]);
    let entries = s.world.scenario.advance_to(placed.plus_days(60));
    assert!(names(&entries).contains(&"hold_lapsed"));
    assert_eq!(s.held(s.clara.account), ["11.412 available"]);
    assert_eq!(s.world.scenario.release(hold).expect_err("over").code(), "must_exist");
}

#[test]
fn a_hold_is_refused_where_it_would_be_wrong() {
    let mut s = stage();
    let (clara, operator) = (s.clara.clone(), s.world.scenario.operator.clone());
    let unsold = s.batch(HoldScope::Unsold);
    let place = PlaceHold { grievance: None, reason: HoldReason::Grievance, target: unsold.clone() };
    let refusal = s.world.scenario.act(&clara, Act::PlaceHold(place)).expect_err("not the operator");
    assert_eq!(refusal, Refusal::RoleIsRequired { role: Role::Operator });
    for reason in [HoldReason::Fraud, HoldReason::CertificateSuspended] {
        let refusal = s.world.scenario.hold(reason, unsold.clone()).expect_err("not the operator's to give");
        assert_eq!(refusal.code(), "field_must_be");
    }
    for own in [holds::organisation(&operator), holds::first_key(&operator)] {
        assert_eq!(s.world.scenario.hold(HoldReason::Security, own).expect_err("its own").code(), "field_must_be");
    }
    let unknown = s.world.scenario.key("nobody's").public();
    let absent = [
        HoldTarget::Key(KeyTarget { key: unknown }),
        holds::account(AccountId::from(7)),
        HoldTarget::Organisation(OrganisationTarget { organisation: OrganisationId::from(7) }),
        holds::batch(BatchId::from(7), HoldScope::All),
    ];
    for target in absent {
        assert_eq!(s.world.scenario.hold(HoldReason::Grievance, target).expect_err("none").code(), "must_exist");
    }
    let extend = Act::ExtendHold(ExtendHold { hold: HoldId::from(7) });
    assert_eq!(s.world.scenario.act(&operator, extend).expect_err("none").code(), "must_exist");
}

#[test]
fn a_suspension_is_a_hold_that_the_certifier_alone_lifts() {
    let mut s = stage();
    let (certificate, cordillera) = (s.world.clara_certificate, s.world.cordillera.clone());
    let (effective, reason) = (s.world.scenario.now().date(), value::<Token>("finding"));
    let suspend = SuspendCertificate { certificate, effective, note: None, reason: reason.clone() };
    s.world.scenario.act(&cordillera, Act::SuspendCertificate(suspend)).expect("suspended");
    let hold = HoldId::of_certificate(certificate);
    let refusal = s.world.scenario.release(hold).expect_err("the certifier's");
    assert_eq!(refusal.code(), "act_must_be_signed_by_the");
    let operator = s.world.scenario.operator.clone();
    let refusal = s.world.scenario.act(&operator, Act::ExtendHold(ExtendHold { hold })).expect_err("does not lapse");
    assert_eq!(refusal.code(), "field_must_be");
    // The operator's own hold is another one: after the reinstatement it still covers.
    let target = s.batch(HoldScope::Unsold);
    let own = s.hold(HoldReason::Investigation, target);
    s.world.scenario.advance_to(at("2026-07-23"));
    let reinstate = ReinstateCertificate { certificate, effective: s.world.scenario.now().date(), note: None, reason };
    s.world.scenario.act(&cordillera, Act::ReinstateCertificate(reinstate)).expect("reinstated");
    assert_eq!(s.held(s.clara.account), ["11.412 frozen"]);
    s.release(own);
    assert_eq!(s.held(s.clara.account), ["11.412 available"]);
    assert_eq!(s.until(s.clara.account), ["2028-07-10"], "ten days, counted once");
    let offer = s.world.offer(&s.clara, s.batch, "1", "4200.00");
    s.world.scenario.act(&s.clara, Act::PlaceSellOrder(offer)).expect("offered again");
}

#[test]
fn what_is_issued_to_a_held_producer_waits_with_it() {
    let mut s = stage();
    let hold = s.hold(HoldReason::Investigation, holds::account(s.clara.account));
    let cordillera = s.world.cordillera.clone();
    let declared =
        s.world.declare(s.world.clara_certificate, "1", "0", ["2026-07-01", "2026-07-10"]).expect("declared");
    s.world.scenario.advance_to(at("2026-07-18"));
    let approve = ApproveDeclaration { declaration: declared, verified: value("1") };
    s.world.scenario.act(&cordillera, Act::ApproveDeclaration(approve)).expect("issued");
    s.world.scenario.advance_to(at("2026-07-23"));
    s.release(hold);
    assert_eq!(s.until(s.clara.account), ["2028-07-10", "2028-07-15"], "ten days for the old, five for the new");
}

#[test]
fn money_goes_back_when_a_hold_takes_a_bid_out() {
    let mut s = stage();
    s.bid().expect("a bid");
    let cash = |s: &Stage| {
        let account = orebook_registry::money::CashAccount::Cash(s.lumen.id);
        s.world.scenario.registry.cash.balance(account, usd("0.00").currency).amount()
    };
    assert_eq!(cash(&s), "15343.90");
    s.place(HoldReason::Security, holds::first_key(&s.lumen));
    assert_eq!(cash(&s), "15758.00");
}
