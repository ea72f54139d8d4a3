//! What somebody would try who wants the register to stop, to leak or to look away.

use orebook_registry::instruction::*;
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::*;
use orebook_registry::{NewEntry, Refusal, entry};
use orebook_tests::scenario::{Actor, World, certification, declaration, holds, programme, value};

const JULY: [&str; 2] = ["2026-07-01", "2026-07-10"];

fn code<T>(result: Result<T, Refusal>) -> String {
    result.map(|_| "ok".to_owned()).unwrap_or_else(|refusal| refusal.code())
}

/// Lumen has bought three kilograms, retired a gram too many, and no auditor came in time.
struct Overdue {
    world: World,
    batch: BatchId,
    lumen: Actor,
    agent: Actor,
}

impl Overdue {
    fn set() -> Self {
        let (mut world, [batch, _]) = World::issued();
        let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
        let agent = world.scenario.register("ClaimBridge", "NL", &[Role::Agent]);
        let mut second = DefineProgramme { version: Count(2), ..programme() };
        second.effective_from = world.scenario.now().date();
        second.parameters.audit_thresholds[0].mass = value("1");
        let operator = world.scenario.operator.clone();
        world.scenario.act(&operator, Act::DefineProgramme(second)).expect("version 2");
        world.scenario.act(&lumen, Act::AppointAgent(AppointAgent { agent: agent.id })).expect("appointed");
        let (offer, bid) = (world.offer(&clara, batch, "3", "4200.00"), world.bid(&lumen, "3", "4200.00"));
        world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
        world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("a bid");
        let blocks = world.blocks(lumen.account, batch, "1.001");
        let retire = world.retirement(&lumen, blocks, Claim::Support(PlainClaim {}));
        world.scenario.act(&lumen, Act::Retire(retire)).expect("retired");
        Self { world, batch, lumen, agent }
    }

    fn overdue(mut self) -> Self {
        let due = self.world.scenario.now().plus_days(90);
        self.world.scenario.advance_to(due);
        assert!(self.world.scenario.registry.claims.overdue(self.lumen.id, value("GLD")).is_some());
        self
    }

    fn send(&mut self, from: &Actor, mass: &str, to: AccountId) -> Result<Vec<NewEntry>, Refusal> {
        let blocks = self.world.blocks(from.account, self.batch, mass);
        self.world.scenario.act(from, Act::Transfer(Transfer { blocks, from: from.account, to }))
    }

    fn advance_days(&mut self, days: i64) {
        let then = self.world.scenario.now().plus_days(days);
        self.world.scenario.advance_to(then);
    }

    /// Mass, last usable day and whether the days stand still, of what an account holds.
    fn held(&self, account: AccountId) -> Vec<(String, String, bool)> {
        let holdings = self.world.scenario.registry.credits.holdings(account);
        let row = |(range, block): (orebook_registry::credit::Range, orebook_registry::credit::Block)| {
            (range.mass().to_string(), block.expires_on.to_string(), block.stopped_since.is_some())
        };
        holdings.map(row).collect()
    }

    /// An auditor looks at it at last.
    fn found(&mut self) {
        let auditor = self.world.scenario.register("Vela Auditors", "PT", &[Role::Auditor]);
        let (retirement, _) = self.world.scenario.registry.claims.retirements().last().expect("retired");
        let (outcome, reason, report) = (FindingOutcome::Confirmed, value("records_seen"), Digest([9; 32]));
        let publish = PublishFinding { outcome, reason, report, retirement };
        self.world.scenario.act(&auditor, Act::PublishFinding(publish)).expect("found");
    }
}

fn row(mass: &str, day: &str, stands: bool) -> (String, String, bool) {
    (mass.to_owned(), day.to_owned(), stands)
}

#[test]
fn who_owes_a_finding_buys_and_the_days_of_what_it_buys_stand_still() {
    let mut s = Overdue::set().overdue();
    let (clara, lumen) = (s.world.clara.clone(), s.lumen.clone());
    let (offer, bid) = (s.world.offer(&clara, s.batch, "1", "4200.00"), s.world.bid(&lumen, "1", "4200.00"));
    s.world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    s.world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("delivered");
    assert_eq!(s.held(lumen.account), [row("1.999", "2027-07-13", true), row("1", "2027-10-11", true)]);
    s.advance_days(10);
    s.found();
    assert_eq!(s.held(lumen.account), [row("1.999", "2027-07-23", false), row("1", "2027-10-21", false)]);
}

#[test]
fn a_bid_that_rests_when_the_finding_falls_due_is_filled() {
    let mut s = Overdue::set();
    s.advance_days(85);
    let (clara, lumen) = (s.world.clara.clone(), s.lumen.clone());
    let bid = s.world.bid(&lumen, "1", "4200.00");
    s.world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("it rests");
    s.advance_days(6);
    let offer = s.world.offer(&clara, s.batch, "1", "4200.00");
    s.world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("delivered");
    assert_eq!(s.held(lumen.account).len(), 2);
}

#[test]
fn who_owes_a_finding_moves_credits_between_its_accounts_without_losing_days() {
    let mut s = Overdue::set().overdue();
    let lumen = s.lumen.clone();
    s.world.scenario.act(&lumen, Act::OpenAccount(OpenAccount { name: value("second") })).expect("opened");
    let (second, _) = s.world.scenario.registry.credits.accounts_of(lumen.id).last().expect("opened");
    s.advance_days(5);
    s.send(&lumen, "1", second).expect("moved");
    assert_eq!(s.held(second), [row("1", "2027-07-13", true)]);
    s.advance_days(5);
    s.found();
    assert_eq!(s.held(second), [row("1", "2027-07-23", false)]);
}

#[test]
fn credits_leave_and_reach_who_owes_a_finding_and_each_owner_has_its_own_clock() {
    let mut s = Overdue::set().overdue();
    let (lumen, agent) = (s.lumen.clone(), s.agent.clone());
    s.send(&lumen, "1", agent.account).expect("pending");
    s.advance_days(1);
    assert_eq!(s.held(agent.account), [row("1", "2027-07-14", false)], "a day was given back on the way");
    s.send(&agent, "0.5", lumen.account).expect("pending");
    s.advance_days(1);
    assert_eq!(s.held(agent.account), [row("0.5", "2027-07-14", false)]);
    assert!(s.held(lumen.account).iter().all(|(.., stands)| *stands));
    s.advance_days(8);
    s.found();
    let home = s.held(lumen.account);
    assert!(home.contains(&row("0.5", "2027-07-22", false)), "eight days were given back: {home:?}");
}

/// A holder of Clara's second site that may declare and offer for it, and a batch of five kilograms.
fn held(world: &mut World) -> (Actor, CertificateId, BatchId) {
    let holder = world.scenario.register("Bright Ridge Mining Ltd", "CO", &[Role::Holder]);
    let mut terms = certification("CO-CHO", "10");
    terms.application.holder = Some(holder.id);
    terms.application.mandate = vec![MandatePower::Declare, MandatePower::Offer];
    terms.application.site = value("SITE-2");
    terms.grant.effective = value("2026-07-01");
    let (clara, cordillera) = (world.clara.clone(), world.cordillera.clone());
    let certificate = world.certify(&clara, &cordillera, terms).expect("certified");
    let batch = world.issue(certificate, "5", "0", JULY).expect("issued");
    (holder, certificate, batch)
}

#[test]
fn no_mandate_sells_what_its_producer_may_not() {
    let mut world = orebook_tests::script::stage();
    let (holder, certificate, batch) = held(&mut world);
    let (clara, operator) = (world.clara.clone(), world.scenario.operator.clone());
    let offer = Act::PlaceSellOrder(world.offer(&clara, batch, "1", "4200.00"));
    let later = Act::Declare(declaration(certificate, "1", "0", ["2026-07-11", "2026-07-12"]));
    for (target, refused) in
        [(holds::account(clara.account), "account_is_frozen"), (holds::organisation(&clara), "organisation_is_frozen")]
    {
        let hold = world.scenario.hold(HoldReason::Investigation, target).expect("held");
        assert_eq!(code(world.scenario.act(&holder, offer.clone())), refused);
        world.scenario.release(hold).expect("released");
    }
    let suspend = SuspendOrganisation { organisation: clara.id, reason: value("audit") };
    world.scenario.act(&operator, Act::SuspendOrganisation(suspend)).expect("suspended");
    assert_eq!(code(world.scenario.act(&holder, offer)), "organisation_must_be_active");
    assert_eq!(code(world.scenario.act(&holder, later)), "organisation_must_be_active");
}

#[test]
fn no_mandate_declares_for_a_producer_that_is_closed() {
    let mut world = orebook_tests::script::stage();
    let holder = world.scenario.register("Bright Ridge Mining Ltd", "CO", &[Role::Holder]);
    let mut registration = world.scenario.registration("Mina Vieja", "CO", &[Role::Producer]);
    registration.act.code = Some(value("V4V4"));
    let (producer, cordillera) = (world.scenario.join(registration), world.cordillera.clone());
    let mut terms = certification("CO-CHO", "10");
    terms.application.holder = Some(holder.id);
    terms.application.mandate = vec![MandatePower::Declare];
    terms.grant.effective = value("2026-07-01");
    let certificate = world.certify(&producer, &cordillera, terms).expect("certified");
    let operator = world.scenario.operator.clone();
    let (organisation, reason) = (producer.id, value("dissolved"));
    let suspend = SuspendOrganisation { organisation, reason };
    world.scenario.act(&operator, Act::SuspendOrganisation(suspend)).expect("suspended");
    let close = CloseOrganisation { organisation, reason: value("dissolved") };
    world.scenario.act(&operator, Act::CloseOrganisation(close)).expect("closed");
    let declare = Act::Declare(declaration(certificate, "1", "0", JULY));
    assert_eq!(code(world.scenario.act(&holder, declare)), "organisation_must_be_active");
}

#[test]
fn an_approval_writes_no_entry_that_is_too_long() {
    let (mut world, [batch, _]) = World::issued();
    let agent = world.scenario.register("ClaimBridge", "NL", &[Role::Agent]);
    let agent = world.scenario.with_second_signer(&agent);
    world.deposit(&agent, "10000.00", "AGENT").expect("money arrives");
    let clara = world.clara.clone();
    let (offer, bid) = (world.offer(&clara, batch, "1", "4200.00"), world.bid(&agent, "1", "4200.00"));
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    world.scenario.act(&agent, Act::PlaceBuyOrder(bid)).expect("a bid");
    // Two hundred letters of four bytes each: a name that fills the log, not the instruction.
    let name: Text = value(&"\u{10348}".repeat(200));
    let beneficiary = Beneficiary { country: value("FR"), name, registration_number: None };
    let record = RecordConsent { beneficiary, digest: Digest([1; 32]), until: value("2026-12-31") };
    world.scenario.act(&agent, Act::RecordConsent(record)).expect("recorded");
    let (consent, _) = world.scenario.registry.claims.consents().last().expect("recorded");
    let whole = world.blocks(agent.account, batch, "1").remove(0);
    let line = |n: u64| {
        let from = whole.from + n * 1_000;
        RetireLine {
            blocks: vec![SerialBlock { batch: whole.batch.clone(), from, to: from + 1_000 }],
            claim: Claim::Support(PlainClaim {}),
            consent: Some(consent),
            period_from: value("2026-01-01"),
            period_to: value("2026-12-31"),
            principal: None,
            product: None,
            purpose: value("x"),
        }
    };
    let list = Act::RetireList(RetireList { account: agent.account, lines: (0..50).map(line).collect() });
    assert_eq!(code(world.scenario.act(&agent, list.clone())), "field_must_be", "alone it is too long");
    let limits = SetLimits { masses: vec![MassLimit { mass: value("0"), mineral: value("GLD") }], values: Vec::new() };
    world.scenario.act(&agent, Act::SetLimits(limits)).expect("limited");
    let (proposal, digest) = world.scenario.propose(&agent, 0, list).expect("proposed");
    let last = agent.keys.len() - 1;
    let answer = world.scenario.act_by(&agent, last, Act::Approve(Approve { digest, proposal }));
    let longest = world.scenario.entries().iter().map(|e| e.bytes.len()).max().expect("entries");
    assert!(longest <= entry::LENGTH_MAX, "an entry has {longest} bytes");
    assert_eq!(code(answer), "field_must_be");
}

#[test]
fn what_was_sold_as_metal_is_cancelled_out_of_a_held_account_as_well() {
    let (mut world, _) = World::issued();
    let clara = world.clara.clone();
    world.scenario.hold(HoldReason::Investigation, holds::account(clara.account)).expect("held");
    let (certificate, mass, sold_on) = (world.clara_certificate, value("1"), value("2026-07-12"));
    let sale = RecordPhysicalSale { certificate, mass, sold_on };
    world.scenario.act(&clara, Act::RecordPhysicalSale(sale)).expect("recorded");
}

#[test]
fn nobody_learns_of_a_buyer_by_naming_it_where_another_role_is_asked_for() {
    let mut world = orebook_tests::script::stage();
    let (clara, cordillera, lumen) = (world.clara.clone(), world.cordillera.clone(), world.buyers[0].clone());
    let hidden = [world.buyers[1].id, OrganisationId::from(7)];
    let share = Bps::new(10_000).expect("the whole");
    let application = |certifier, holder| {
        let application = certification("CO-CHO", "10").application;
        Act::ApplyCertificate(ApplyCertificate { certifier, holder, ..application })
    };
    let open = |producer| {
        let (kind, programme) = (InstalmentKind::Certification, value("HZN"));
        let (rate, total) = (value("100"), orebook_tests::scenario::usd("1.00"));
        Act::OpenInstalmentPlan(OpenInstalmentPlan { kind, producer, programme, rate, total })
    };
    let plan = |payee| {
        let payees = vec![PayeeShare { kind: PayeeKind::Operations, payee, share }];
        Act::AdoptPremiumPlan(AdoptPremiumPlan { payees, programme: value("HZN") })
    };
    for id in hidden {
        let probes = [
            (&lumen, Act::AppointAgent(AppointAgent { agent: id })),
            (&clara, application(id, None)),
            (&clara, application(cordillera.id, Some(id))),
            (&cordillera, open(id)),
            (&clara, plan(id)),
        ];
        for (asker, act) in probes {
            let word = act.word();
            assert_eq!(code(world.scenario.act(asker, act)), "must_exist", "{word} of {id}");
        }
    }
}

#[test]
fn nobody_prolongs_a_hold_for_years_in_one_sitting() {
    let (mut world, [batch, _]) = World::issued();
    let hold = world.scenario.hold(HoldReason::Investigation, holds::batch(batch, HoldScope::All)).expect("held");
    let operator = world.scenario.operator.clone();
    let extend = Act::ExtendHold(ExtendHold { hold });
    world.scenario.act_together(&operator, extend.clone()).expect("prolonged");
    assert_eq!(code(world.scenario.act_together(&operator, extend.clone())), "field_must_be");
    world.scenario.advance_to(world.scenario.now().plus_days(30));
    world.scenario.act_together(&operator, extend).expect("its last days have begun");
}

#[test]
fn an_agent_that_was_dismissed_mends_no_footprint_of_its_principal() {
    let mut s = Overdue::set();
    let (lumen, agent) = (s.lumen.clone(), s.agent.clone());
    s.send(&lumen, "0.5", agent.account).expect("pending");
    s.advance_days(1);
    let record = RecordFootprint {
        basis: FootprintBasis::Used,
        beneficiary: None,
        mass: value("2"),
        method: value("weighed"),
        mineral: value("GLD"),
        period_from: value("2026-01-01"),
        period_to: value("2026-12-31"),
        scope: value("products"),
    };
    s.world.scenario.act(&lumen, Act::RecordFootprint(record)).expect("recorded");
    let (footprint, _) = s.world.scenario.registry.claims.footprints().last().expect("recorded");
    let blocks = s.world.blocks(agent.account, s.batch, "0.1");
    let for_lumen = s.world.retirement(&lumen, blocks, Claim::Match(MatchClaim { footprint }));
    let retire = Retire { account: agent.account, principal: Some(lumen.id), ..for_lumen };
    s.world.scenario.act(&agent, Act::Retire(retire)).expect("retired");
    let (retirement, _) = s.world.scenario.registry.claims.retirements().last().expect("retired");
    let correct = |mass: &str| {
        let (period_from, period_to) = (value("2026-01-01"), value("2026-12-31"));
        let (method, scope) = (value("weighed"), value("products"));
        let footprint = Some(FootprintFields { mass: value(mass), method, period_from, period_to, scope });
        let correct =
            CorrectRetirement { footprint, product: None, purpose: None, registration_number: None, retirement };
        Act::CorrectRetirement(correct)
    };
    s.world.scenario.act(&lumen, Act::DismissAgent(DismissAgent { agent: agent.id })).expect("dismissed");
    assert_eq!(code(s.world.scenario.act(&agent, correct("1000"))), "must_exist");
    s.world.scenario.act(&lumen, Act::AppointAgent(AppointAgent { agent: agent.id })).expect("appointed again");
    s.world.scenario.act(&agent, correct("3")).expect("corrected");
}

#[test]
fn fraud_takes_back_what_is_on_its_way_to_an_agent_and_every_day_comes_back() {
    let mut s = Overdue::set();
    let (lumen, agent, clara) = (s.lumen.clone(), s.agent.clone(), s.world.clara.clone());
    s.send(&lumen, "0.5", agent.account).expect("pending");
    s.advance_days(1);
    s.send(&lumen, "0.5", agent.account).expect("pending");
    s.world.scenario.hold(HoldReason::OwnerBreach, holds::organisation(&agent)).expect("held");
    let offer = s.world.offer(&clara, s.batch, "1", "4300.00");
    s.world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
    let (certificate, cordillera) = (s.world.clara_certificate, s.world.cordillera.clone());
    let (effective, reason) = (s.world.scenario.now().date(), value("audit"));
    let suspend = SuspendCertificate { certificate, effective, note: None, reason };
    s.world.scenario.act(&cordillera, Act::SuspendCertificate(suspend)).expect("suspended");
    s.advance_days(3);
    let (cause, effective, reason) = (WithdrawalCause::Fraud, s.world.scenario.now().date(), value("fraud"));
    let withdraw = WithdrawCertificate { cause, certificate, effective, note: None, reason };
    s.world.scenario.act(&cordillera, Act::WithdrawCertificate(withdraw)).expect("withdrawn");
    assert!(s.held(clara.account).is_empty(), "what was unsold is cancelled");
    s.advance_days(30);
    let operator = s.world.scenario.operator.clone();
    let release = ReleaseHold { hold: HoldId::of_certificate(certificate), reason: value("settled") };
    s.world.scenario.act_together(&operator, Act::ReleaseHold(release)).expect("released");
    assert_eq!(s.held(lumen.account), [row("1.499", "2027-08-12", false)]);
    assert_eq!(s.held(agent.account), [row("0.5", "2027-08-12", false)]);
}

#[test]
fn a_plan_that_waited_longer_does_not_take_the_place_of_a_later_one() {
    use PayeeKind::{Community, Operations, Women};
    let mut world = orebook_tests::script::stage();
    let (sisters, operator) = (world.sisters.clone(), world.scenario.operator.clone());
    let define = |version: u16, wait: u16, world: &mut World| {
        let mut next = DefineProgramme { version: Count(version), ..programme() };
        next.effective_from = world.scenario.now().date();
        next.parameters.plan_wait_days = Count(wait);
        world.scenario.act(&operator, Act::DefineProgramme(next)).expect("defined");
    };
    define(2, 30, &mut world);
    let shares = [(Operations, 7_000), (Women, 1_500), (Community, 1_500)];
    world.adopt_plan(&sisters, "Slow", &shares).expect("adopted");
    define(3, 1, &mut world);
    world.adopt_plan(&sisters, "Quick", &shares).expect("adopted");
    let newest = world.scenario.registry.cash.premium_plans().last().map(|(id, _)| id);
    let in_force = |world: &World| {
        let cash = &world.scenario.registry.cash;
        cash.plan_in_force(sisters.id, value("HZN")).map(|(id, _)| id)
    };
    for days in [2, 40] {
        world.scenario.advance_to(world.scenario.now().plus_days(days));
        assert_eq!(in_force(&world), newest, "after {days} more days");
    }
}
