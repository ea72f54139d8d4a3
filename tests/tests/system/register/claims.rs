//! Claims beyond one's own: agents, consents, lists, corrections, findings and the audit duty.

use orebook_registry::claim::history::{Chapter, history};
use orebook_registry::claim::{Retirement, wording};
use orebook_registry::event::{ClaimFacts, Event};
use orebook_registry::instruction::*;
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::*;
use orebook_registry::{NewEntry, Refusal};
use orebook_tests::scenario::{Actor, World, events, programme, value};

fn code<T>(result: Result<T, Refusal>) -> String {
    result.map(|_| "ok".to_owned()).unwrap_or_else(|refusal| refusal.code())
}

/// ClaimBridge, an agent, and Lumen each hold kilograms of one batch; an auditor belongs to nobody.
struct Stage {
    world: World,
    agent: Actor,
    lumen: Actor,
    auditor: Actor,
    batch: BatchId,
}

impl Stage {
    fn set() -> Self {
        let (mut world, [batch, _]) = World::issued();
        let agent = world.scenario.register("ClaimBridge", "NL", &[Role::Agent]);
        let auditor = world.scenario.register("Vela Auditors", "PT", &[Role::Auditor]);
        world.deposit(&agent, "40000.00", "AGENT").expect("money arrives");
        let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
        for (buyer, mass) in [(&agent, "6"), (&lumen, "3")] {
            let (offer, bid) = (world.offer(&clara, batch, mass, "4200.00"), world.bid(buyer, mass, "4200.00"));
            world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
            world.scenario.act(buyer, Act::PlaceBuyOrder(bid)).expect("a bid");
        }
        world.scenario.act(&lumen, Act::AppointAgent(AppointAgent { agent: agent.id })).expect("appointed");
        Self { world, agent, lumen, auditor, batch }
    }

    fn act(&mut self, actor: &Actor, act: Act) -> Result<Vec<NewEntry>, Refusal> {
        self.world.scenario.act(actor, act)
    }

    /// The agent's lowest blocks, cut into as many as masses are given.
    fn cut(&self, masses: &[&str]) -> Vec<Vec<SerialBlock>> {
        let whole = self.world.blocks(self.agent.account, self.batch, "6");
        let mut from = whole[0].from;
        let cut = |mass: &&str| {
            let to = from + value::<Mass>(mass).mg();
            let block = SerialBlock { batch: whole[0].batch.clone(), from, to };
            from = to;
            vec![block]
        };
        masses.iter().map(cut).collect()
    }

    fn line(&self, blocks: Vec<SerialBlock>, claim: Claim) -> RetireLine {
        RetireLine {
            blocks,
            claim,
            consent: None,
            period_from: value("2026-01-01"),
            period_to: value("2026-12-31"),
            principal: Some(self.lumen.id),
            product: None,
            purpose: value("products"),
        }
    }

    fn list(&mut self, lines: Vec<RetireLine>) -> Result<Vec<NewEntry>, Refusal> {
        let account = self.agent.account;
        self.act(&self.agent.clone(), Act::RetireList(RetireList { account, lines }))
    }

    fn consent(&mut self, name: &str) -> ConsentId {
        let beneficiary = Beneficiary { country: value("FR"), name: value(name), registration_number: None };
        let record = RecordConsent { beneficiary, digest: Digest([1; 32]), until: value("2026-12-31") };
        self.act(&self.agent.clone(), Act::RecordConsent(record)).expect("recorded");
        self.world.scenario.registry.claims.consents().last().expect("recorded").0
    }

    fn footprint(&mut self, actor: &Actor, mass: &str, year: &str) -> Result<FootprintId, Refusal> {
        let record = RecordFootprint {
            basis: FootprintBasis::Used,
            beneficiary: Some(self.lumen.id),
            mass: value(mass),
            method: value("weighed"),
            mineral: value("GLD"),
            period_from: value(&format!("{year}-01-01")),
            period_to: value(&format!("{year}-12-31")),
            scope: value("products"),
        };
        self.act(actor, Act::RecordFootprint(record))?;
        Ok(self.world.scenario.registry.claims.footprints().last().expect("recorded").0)
    }

    /// Lumen retires for itself.
    fn retire(&mut self, mass: &str, claim: Claim) -> Result<RetirementId, Refusal> {
        let (lumen, batch) = (self.lumen.clone(), self.batch);
        let blocks = self.world.blocks(lumen.account, batch, mass);
        let retire = self.world.retirement(&lumen, blocks, claim);
        self.act(&lumen, Act::Retire(retire))?;
        Ok(self.last().record.retirement)
    }

    fn last(&self) -> &Retirement {
        self.world.scenario.registry.claims.retirements().last().expect("retired").1
    }

    fn find(&mut self, retirement: RetirementId, outcome: FindingOutcome) -> Result<Vec<NewEntry>, Refusal> {
        let (reason, report) = (value("records_seen"), Digest([9; 32]));
        self.act(&self.auditor.clone(), Act::PublishFinding(PublishFinding { outcome, reason, report, retirement }))
    }

    fn correct(
        &mut self,
        retirement: RetirementId,
        alter: impl FnOnce(&mut CorrectRetirement),
    ) -> Result<Vec<NewEntry>, Refusal> {
        let mut correct =
            CorrectRetirement { footprint: None, product: None, purpose: None, registration_number: None, retirement };
        alter(&mut correct);
        self.act(&self.lumen.clone(), Act::CorrectRetirement(correct))
    }

    fn text(&self, id: RetirementId) -> Option<String> {
        let registry = &self.world.scenario.registry;
        let retirement = registry.claims.retirement(id).expect("retired");
        let (parties, credits) = (&registry.parties, &registry.credits);
        wording::english(retirement, &registry.claims, parties, credits, registry.origin()).claim
    }

    /// The programme with another threshold for gold.
    fn threshold(&mut self, mass: &str) {
        let mut second = DefineProgramme { version: Count(2), ..programme() };
        second.effective_from = self.world.scenario.now().date();
        second.parameters.audit_thresholds[0].mass = value(mass);
        self.act(&self.world.scenario.operator.clone(), Act::DefineProgramme(second)).expect("version 2");
    }
}

fn support() -> Claim {
    Claim::Support(PlainClaim {})
}

fn matched(footprint: FootprintId) -> Claim {
    Claim::Match(MatchClaim { footprint })
}

#[test]
fn an_agent_retires_for_the_principal_that_appointed_it_and_for_no_other() {
    let mut s = Stage::set();
    let blocks = s.cut(&["1"]).remove(0);
    let retire = s.world.retirement(&s.agent, blocks, support());
    let beneficiary = s.world.retirement(&s.lumen, Vec::new(), support()).beneficiary;
    let retire = Retire { beneficiary, principal: Some(s.lumen.id), ..retire };
    let agent = s.agent.clone();
    let stranger = Retire { principal: Some(s.world.buyers[1].id), ..retire.clone() };
    assert_eq!(code(s.act(&agent, Act::Retire(stranger))), "must_exist");
    let nothing = Retire { claim: Claim::None(PlainClaim {}), ..retire.clone() };
    assert_eq!(code(s.act(&agent, Act::Retire(nothing))), "beneficiary_must_be_holder", "none is the holder's own");
    s.act(&agent, Act::Retire(retire.clone())).expect("for its principal");
    assert_eq!((s.last().record.holder, s.last().record.principal), (s.agent.id, Some(s.lumen.id)));
    let lumen = s.lumen.clone();
    s.act(&lumen, Act::DismissAgent(DismissAgent { agent: agent.id })).expect("dismissed");
    assert_eq!(code(s.act(&agent, Act::Retire(retire))), "must_exist");
}

#[test]
fn an_agent_names_who_is_no_member_by_a_consent_of_its_own() {
    let mut s = Stage::set();
    let consent = s.consent("Atelier Nord");
    let [first, second] = s.cut(&["1", "1"]).try_into().expect("two");
    let line = RetireLine { consent: Some(consent), principal: None, ..s.line(first, support()) };
    s.list(vec![line]).expect("with a consent");
    assert_eq!(s.last().record.beneficiary.name.as_str(), "Atelier Nord");
    let both = RetireLine { consent: Some(consent), ..s.line(second.clone(), support()) };
    assert_eq!(code(s.list(vec![both])), "field_must_be");
    let unknown = RetireLine { consent: Some(ConsentId::from(7)), principal: None, ..s.line(second, support()) };
    assert_eq!(code(s.list(vec![unknown])), "must_exist");
    let record = RecordConsent {
        beneficiary: s.last().record.beneficiary.clone(),
        digest: Digest([1; 32]),
        until: value("2026-07-01"),
    };
    assert_eq!(code(s.act(&s.agent.clone(), Act::RecordConsent(record.clone()))), "dates_must_be_in_order");
    assert_eq!(code(s.act(&s.lumen.clone(), Act::RecordConsent(record))), "role_is_required");
}

#[test]
fn a_list_is_retired_whole_or_not_at_all_and_each_line_has_its_id() {
    let mut s = Stage::set();
    let consent = s.consent("Atelier Nord");
    let [first, second] = s.cut(&["1", "0.5"]).try_into().expect("two");
    let own = RetireLine { principal: None, ..s.line(first.clone(), Claim::None(PlainClaim {})) };
    let named = RetireLine { consent: Some(consent), principal: None, ..s.line(second.clone(), support()) };
    let twice = RetireLine { blocks: first.clone(), ..named.clone() };
    assert_eq!(code(s.list(vec![own.clone(), twice])), "blocks_must_not_overlap");
    assert_eq!(code(s.list(Vec::new())), "field_must_be");
    assert_eq!(code(s.list(vec![own.clone(); 51])), "field_must_be");
    let bad = RetireLine { product: Some(value("Offset ring")), ..named.clone() };
    assert_eq!(code(s.list(vec![own.clone(), bad])), "product_name_must_not_claim");
    assert_eq!(s.world.scenario.registry.claims.retirements().count(), 0, "nothing of a refused list happens");
    let entries = s.list(vec![own, named]).expect("both");
    assert_eq!(entries.len(), 1, "one entry");
    let ids: Vec<RetirementId> = s.world.scenario.registry.claims.retirements().map(|(id, _)| id).collect();
    assert!(ids.len() == 2 && ids[0] < ids[1] && ids[0].sequence() == ids[1].sequence(), "{ids:?}");
    let resting: Vec<RetirementId> = s.world.scenario.registry.claims.retirements_of_batch(s.batch).collect();
    assert_eq!(resting, ids, "both rest on the batch");
    let lumen = s.lumen.clone();
    let list = RetireList { account: lumen.account, lines: Vec::new() };
    assert_eq!(code(s.act(&lumen, Act::RetireList(list))), "role_is_required");
}

#[test]
fn lines_of_a_list_count_against_one_footprint_together() {
    let mut s = Stage::set();
    let agent = s.agent.clone();
    let footprint = s.footprint(&agent, "1.5", "2026").expect("the agent records it for its principal");
    let [first, second, third] = s.cut(&["1", "0.501", "0.5"]).try_into().expect("three");
    let too_much = vec![s.line(first.clone(), matched(footprint)), s.line(second, matched(footprint))];
    assert_eq!(code(s.list(too_much)), "claim_must_not_exceed_footprint");
    let third = SerialBlock { from: first[0].to, to: first[0].to + third[0].mass().mg(), ..third[0].clone() };
    let lines = vec![s.line(first, matched(footprint)), s.line(vec![third], matched(footprint))];
    s.list(lines).expect("exactly the footprint");
    let ClaimFacts::Match(facts) = &s.last().record.claim else { panic!("a match") };
    assert_eq!((facts.percent.0, facts.earlier.0), (100, 1));
    assert_eq!(code(s.footprint(&agent, "1", "2026")), "footprints_must_not_overlap");
    s.act(&s.lumen.clone(), Act::DismissAgent(DismissAgent { agent: agent.id })).expect("dismissed");
    assert_eq!(code(s.footprint(&agent, "1", "2025")), "must_exist");
}

#[test]
fn a_retirement_is_corrected_once_in_a_day_and_once_more_after_each_finding() {
    let mut s = Stage::set();
    let id = s.retire("1", support()).expect("retired");
    assert_eq!(code(s.correct(id, |_| ())), "field_must_be");
    assert_eq!(code(s.correct(id, |c| c.product = Some(value("Recycled ring")))), "product_name_must_not_claim");
    let agent = s.agent.clone();
    let foreign = CorrectRetirement {
        footprint: None,
        product: None,
        purpose: Some(value("gifts")),
        registration_number: None,
        retirement: id,
    };
    assert_eq!(code(s.act(&agent, Act::CorrectRetirement(foreign))), "act_must_be_signed_by_the");
    let ring = |c: &mut CorrectRetirement| c.product = Some(value("Aurora ring"));
    s.correct(id, ring).expect("soon after");
    assert_eq!(code(s.correct(id, ring)), "correction_must_be_in_time", "once");
    s.world.scenario.advance_to(s.world.scenario.now().plus_days(60));
    s.find(id, FindingOutcome::Qualified).expect("found");
    s.correct(id, |c| c.registration_number = Some(value("GB-1"))).expect("once more");
    assert_eq!(code(s.correct(id, ring)), "correction_must_be_in_time");
    let claims = &s.world.scenario.registry.claims;
    let retirement = claims.retirement(id).expect("retired");
    let now = claims.current(retirement);
    assert_eq!(now.product, Some(value("Aurora ring")));
    assert_eq!(now.beneficiary.registration_number, Some(value("GB-1")));
    assert_eq!((&retirement.record.product, now.retirement), (&None, id), "what was said stays");
    let told: Vec<&str> = history(retirement).iter().map(|page| word(page.chapter)).collect();
    assert_eq!(told, ["retired", "corrected", "found", "corrected"]);
    s.find(id, FindingOutcome::Confirmed).expect("found again");
    s.world.scenario.advance_to(s.world.scenario.now().plus_days(30));
    assert_eq!(code(s.correct(id, ring)), "correction_must_be_in_time", "thirty days are over");
}

fn word(chapter: Chapter<'_>) -> &'static str {
    match chapter {
        Chapter::Retired => "retired",
        Chapter::Corrected(_) => "corrected",
        Chapter::Found(_) => "found",
    }
}

#[test]
fn a_corrected_footprint_still_covers_all_that_cites_it() {
    let mut s = Stage::set();
    let lumen = s.lumen.clone();
    let footprint = s.footprint(&lumen, "4", "2026").expect("recorded");
    s.footprint(&lumen, "1", "2027").expect("the year after");
    let first = s.retire("1", matched(footprint)).expect("a quarter");
    s.retire("1", matched(footprint)).expect("half");
    let plain = s.retire("0.1", support()).expect("no footprint");
    let mut fields = FootprintFields {
        mass: value("1.9"),
        method: value("weighed"),
        period_from: value("2026-01-01"),
        period_to: value("2026-12-31"),
        scope: value("products"),
    };
    let mut row = |id: RetirementId, fields: &FootprintFields| {
        let fields = fields.clone();
        code(s.correct(id, |c| c.footprint = Some(fields)))
    };
    assert_eq!(row(plain, &fields), "field_must_be", "that claim cites none");
    assert_eq!(row(first, &fields), "claim_must_not_exceed_footprint");
    fields.mass = value("2.5");
    fields.period_from = value("2026-01-02");
    assert_eq!(row(first, &fields), "field_must_be", "both claim from the first of January on");
    fields.period_to = value("2027-01-01");
    assert_eq!(row(first, &fields), "footprints_must_not_overlap");
    (fields.period_from, fields.period_to) = (value("2026-01-01"), value("2026-12-31"));
    fields.mass = Mass::default();
    assert_eq!(row(first, &fields), "amount_must_be_positive");
    (fields.mass, fields.scope) = (value("2.5"), value("rings"));
    assert_eq!(row(first, &fields), "ok");
    let text = s.text(first).expect("a claim");
    assert!(text.contains("equal to 40 % of the gold it calculates it used (2.5 kg, rings"), "{text}");
    s.footprint(&lumen, "1", "2026").expect("its scope is free again");
}

#[test]
fn a_disputed_claim_is_not_shown_until_a_later_finding_confirms_it() {
    let mut s = Stage::set();
    let id = s.retire("1", support()).expect("retired");
    let lumen = s.lumen.clone();
    let finding = PublishFinding {
        outcome: FindingOutcome::Confirmed,
        reason: value("records_seen"),
        report: Digest([9; 32]),
        retirement: id,
    };
    assert_eq!(code(s.act(&lumen, Act::PublishFinding(finding))), "role_is_required");
    assert_eq!(code(s.find(RetirementId::from(7), FindingOutcome::Confirmed)), "must_exist");
    s.find(id, FindingOutcome::Disputed).expect("found");
    assert_eq!(s.text(id), None);
    s.find(id, FindingOutcome::Confirmed).expect("found anew");
    assert!(s.text(id).is_some());
    assert_eq!(s.last().findings.len(), 2, "all are shown");
    let entries = s.world.scenario.entries();
    let of_finding = entries.iter().rev().find(|entry| entry.kind == "publish_finding").expect("an entry");
    assert_eq!(of_finding.events[0].visibility(), orebook_registry::event::Visibility::Public);
}

#[test]
fn whoever_crosses_the_threshold_owes_a_finding_in_ninety_days() {
    let mut s = Stage::set();
    s.threshold("1");
    s.retire("1", support()).expect("just the threshold");
    assert_eq!(s.last().record.finding_due_at, None);
    let crossing = s.retire("0.5", support()).expect("the crossing is never refused");
    assert_eq!(s.last().record.finding_due_at, Some(s.world.scenario.now().plus_days(90)));
    let due = s.world.scenario.now().plus_days(90);
    s.world.scenario.advance_to(due.plus_seconds(-2));
    s.retire("0.1", support()).expect("not due yet");
    assert_eq!(s.last().record.finding_due_at, None, "one finding is owed at a time");
    assert_eq!(s.world.scenario.registry.claims.overdue(s.lumen.id, value("GLD")), None);
    let entries = s.world.scenario.advance_to(due);
    assert!(events(&entries).any(|event: &Event| event.name().1 == "audit_overdue"));
    assert_eq!(s.world.scenario.registry.claims.overdue(s.lumen.id, value("GLD")), Some(due));
    assert_eq!(code(s.retire("0.1", support())), "finding_must_be_published");
    let blocks = s.cut(&["0.1"]).remove(0);
    let line = s.line(blocks, support());
    assert_eq!(code(s.list(vec![line])), "finding_must_be_published", "an agent is bound by its principal's duty");
    s.retire("0.1", Claim::None(PlainClaim {})).expect("only none");
    s.find(crossing, FindingOutcome::Qualified).expect("found");
    assert_eq!(s.world.scenario.registry.claims.overdue(s.lumen.id, value("GLD")), None);
    s.retire("1", support()).expect("counted anew");
    assert_eq!(s.last().record.finding_due_at, None);
}

#[test]
fn a_list_crosses_the_threshold_once() {
    let mut s = Stage::set();
    s.threshold("1");
    s.retire("1", support()).expect("just the threshold");
    s.world.scenario.advance_to(s.world.scenario.now().plus_days(364));
    let lines = s.cut(&["0.1", "0.1"]).into_iter().map(|blocks| s.line(blocks, support())).collect();
    s.list(lines).expect("crossing with the first line");
    let dues: Vec<bool> =
        s.world.scenario.registry.claims.retirements().map(|(_, r)| r.record.finding_due_at.is_some()).collect();
    assert_eq!(dues, [false, true, false]);
}

#[test]
fn what_was_retired_a_year_ago_no_longer_counts() {
    let mut s = Stage::set();
    s.threshold("1");
    s.retire("1", support()).expect("just the threshold");
    s.world.scenario.advance_to(s.world.scenario.now().plus_days(365));
    s.retire("1", support()).expect("the threshold again");
    assert_eq!(s.last().record.finding_due_at, None);
    s.retire("0.1", support()).expect("crossing");
    assert!(s.last().record.finding_due_at.is_some());
}

#[test]
fn who_is_no_member_is_counted_under_its_name_whatever_consent_it_gave() {
    let mut s = Stage::set();
    s.threshold("1");
    let consents = [s.consent("Atelier Nord"), s.consent("ATELIER NORD"), s.consent("Atelier Sud")];
    let blocks = s.cut(&["0.8", "0.8", "0.8"]);
    let lines = blocks.into_iter().zip(consents);
    let lines = lines.map(|(blocks, consent)| RetireLine {
        consent: Some(consent),
        principal: None,
        ..s.line(blocks, support())
    });
    let lines = lines.collect();
    s.list(lines).expect("three names, two of them one");
    let dues: Vec<bool> =
        s.world.scenario.registry.claims.retirements().map(|(_, r)| r.record.finding_due_at.is_some()).collect();
    assert_eq!(dues, [false, true, false]);
}
