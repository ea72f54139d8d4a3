//! What is in a state that does not allow it.

use orebook_registry::instruction::*;
use orebook_registry::values::{Date, Token, TransferId, YesNo};
use orebook_tests::scenario::{at, certification, gold_market, programme, usd, value};

use super::{Row, Stage, refusal};

fn footprint(s: &mut Stage) -> RecordFootprint {
    RecordFootprint {
        basis: FootprintBasis::Used,
        beneficiary: None,
        mass: value("1"),
        method: value("weighed"),
        mineral: value("GLD"),
        period_from: value("2026-01-01"),
        period_to: s.world.scenario.now().date(),
        scope: value("products"),
    }
}

pub const ROWS: &[Row] = &[
    ("organisation_must_be", |s| {
        let (organisation, reason) = (s.lumen.id, value("mistake"));
        s.by_operator(Act::ReinstateOrganisation(ReinstateOrganisation { organisation, reason }))
    }),
    ("organisation_must_hold_nothing", |s| {
        let (organisation, reason) = (s.lumen.id, value::<Token>("left"));
        let suspend = SuspendOrganisation { organisation, reason: reason.clone() };
        s.world.scenario.act(&s.operator.clone(), Act::SuspendOrganisation(suspend)).expect("suspended");
        s.by_operator(Act::CloseOrganisation(CloseOrganisation { organisation, reason }))
    }),
    ("key_must_wait", |s| {
        let secret = s.world.scenario.key("telephone");
        let (key, person) = (secret.public(), value("first"));
        let add = AddKeyFor { key, organisation: s.lumen.id, person, purpose: KeyPurpose::Signing };
        s.world.scenario.act_together(&s.operator.clone(), Act::AddKeyFor(add)).expect("added");
        let lumen = s.lumen.clone().with_key("first", secret);
        refusal(s.world.scenario.act_by(&lumen, 2, Act::ConfirmKey(ConfirmKey {})))
    }),
    ("key_must_be_open_to_veto", |s| {
        let key = s.lumen.keys[1].secret.public();
        s.by_lumen(Act::VetoKey(VetoKey { key }))
    }),
    ("details_must_be_waiting", |s| s.by_lumen(Act::WithdrawContactDetails(WithdrawContactDetails {}))),
    ("two_persons_must_have_keys", |s| {
        s.by_lumen(Act::SetLimits(SetLimits { masses: vec![], values: vec![usd("100.00")] }))
    }),
    ("register_must_not_be_founded", |s| {
        let found = s.world.scenario.founding();
        s.by_operator(Act::Found(found))
    }),
    ("registry_key_must_be_new", |s| {
        let mut adopt = s.world.scenario.adopt_issuer(false, KeyEnd::Retired);
        adopt.issuer.key = s.world.scenario.log_key().public();
        s.by_operator(Act::AdoptIssuer(adopt))
    }),
    ("key_must_be_new", |s| {
        let key = s.clara.keys[0].secret.public();
        s.by_lumen(Act::AddKey(AddKey { key, person: value("first"), purpose: KeyPurpose::Signing }))
    }),
    ("agent_must_be_new", |s| {
        let registration = s.world.scenario.registration("ClaimBridge", "NL", &[Role::Agent]);
        let agent = s.world.scenario.join(registration).id;
        let lumen = s.lumen.clone();
        s.world.scenario.act(&lumen, Act::AppointAgent(AppointAgent { agent })).expect("appointed");
        s.by_lumen(Act::AppointAgent(AppointAgent { agent }))
    }),
    ("key_must_await_confirmation", |s| s.by_lumen(Act::ConfirmKey(ConfirmKey {}))),
    ("code_must_be_new", |s| {
        let registration = s.world.scenario.registration("Other Miners", "CO", &[Role::Producer]);
        s.by_operator(Act::RegisterOrganisation(registration.act))
    }),
    ("name_must_be_new", |s| {
        let registration = s.world.scenario.registration("LUMEN & VALE Jewellery", "GB", &[Role::Buyer]);
        s.by_operator(Act::RegisterOrganisation(registration.act))
    }),
    ("instruction_id_must_be_unused", |s| {
        let id = s.world.scenario.instruction(s.lumen.id, Act::ConfirmKey(ConfirmKey {})).id;
        let void = Act::Void(Void { id });
        s.world.scenario.act(&s.lumen.clone(), void.clone()).expect("voided");
        s.by_lumen(void)
    }),
    ("proposal_digest_must_match", |s| {
        let deposit = Deposit { amount: usd("1.00"), organisation: s.lumen.id, reference: value("A") };
        let operator = s.operator.clone();
        let (proposal, _) = s.world.scenario.propose(&operator, 1, Act::Deposit(deposit)).expect("proposed");
        s.by_operator(Act::Approve(Approve { digest: Digest([0; 32]), proposal }))
    }),
    ("rules_must_be_later", |s| s.by_operator(Act::AdoptRules(AdoptRules { rules: Count(1) }))),
    ("rules_must_be_known", |s| s.by_operator(Act::AdoptRules(AdoptRules { rules: Count(2) }))),
    ("reference_must_be_new", |s| refusal(s.world.deposit(&s.lumen.clone(), "1.00", "DEPOSIT-0"))),
    ("version_must_follow", |s| s.by_operator(Act::DefineProgramme(programme()))),
    ("certificate_must_be", |s| {
        let begin = BeginAudit { certificate: s.world.clara_certificate };
        s.by_cordillera(Act::BeginAudit(begin))
    }),
    ("declaration_must_be_open", |s| {
        let (declaration, _) = s.world.scenario.registry.certificates.declarations().next().expect("declared");
        refusal(s.world.approve(declaration, "1"))
    }),
    ("plan_must_await_producer", |s| {
        let (plan, _) = s.world.scenario.registry.cash.instalment_plans().next().expect("opened");
        s.by_clara(Act::AcceptInstalmentPlan(AcceptInstalmentPlan { plan }))
    }),
    ("one_instalment_plan_of_a_kind", |s| {
        let (creditor, debtor) = (s.world.acacia.clone(), s.world.sisters.clone());
        s.world.owe(&creditor, &debtor, 500, "100.00").expect("signed");
        refusal(s.world.owe(&creditor, &debtor, 500, "100.00"))
    }),
    ("premium_plan_must_be_in_force", |s| {
        let mut registration = s.world.scenario.registration("Late Miners", "CO", &[Role::Producer]);
        registration.act.code = Some(value("B2B2"));
        let late = s.world.scenario.join(registration);
        let mut terms = certification("CO-CHO", "5");
        terms.grant.effective = value("2026-07-01");
        let certificate = s.world.certify(&late, &s.cordillera.clone(), terms).expect("certified");
        let batch = s.world.issue(certificate, "1", "0", ["2026-07-01", "2026-07-10"]).expect("issued");
        let offer = s.world.offer(&late, batch, "1", "4200.00");
        s.refused(&late, Act::PlaceSellOrder(offer))
    }),
    ("market_must_be_new", |s| s.by_operator(Act::OpenMarket(gold_market()))),
    ("blocks_must_be_available", |s| {
        let blocks = s.world.blocks(s.clara.account, s.batch, "1");
        s.retire(|r| r.blocks = blocks)
    }),
    ("blocks_must_not_be_expired", |s| {
        // Entries are preceded by the clock's; a forecast is not.
        let blocks = s.world.blocks(s.lumen.account, s.batch, "1");
        let retire = s.world.retirement(&s.lumen, blocks, Claim::Support(PlainClaim {}));
        refusal(s.world.scenario.registry.forecast(at("2027-07-14"), s.lumen.id, &Act::Retire(retire)))
    }),
    ("transfer_must_be_pending", |s| {
        s.by_lumen(Act::WithdrawTransfer(WithdrawTransfer { transfer: TransferId::from(7) }))
    }),
    ("period_must_be_certified", |s| {
        let mut terms = certification("CO-CHO", "5");
        terms.grant.effective = value("2026-07-01");
        let certificate = s.world.certify(&s.clara.clone(), &s.cordillera.clone(), terms).expect("certified");
        refusal(s.world.declare(certificate, "1", "0", ["2026-06-30", "2026-07-10"]))
    }),
    ("declarations_must_not_overlap", |s| {
        refusal(s.world.declare(s.world.clara_certificate, "1", "0", ["2026-06-30", "2026-07-10"]))
    }),
    ("declaration_is_too_late", |s| {
        s.world.scenario.advance_to(at("2027-04-01"));
        refusal(s.world.declare(s.world.clara_certificate, "1", "0", ["2026-07-01", "2026-07-10"]))
    }),
    ("footprints_must_not_overlap", |s| {
        let record = Act::RecordFootprint(footprint(s));
        s.world.scenario.act(&s.lumen.clone(), record.clone()).expect("recorded");
        s.by_lumen(record)
    }),
    ("consent_must_be_in_force", |s| {
        let mut registration = s.world.scenario.registration("ClaimBridge", "NL", &[Role::Agent, Role::Buyer]);
        registration.act.group = Some(s.lumen.id);
        let agent = s.world.scenario.join(registration);
        let until = s.world.scenario.now().date();
        let beneficiary = Beneficiary { country: value("FR"), name: value("Atelier"), registration_number: None };
        let record = RecordConsent { beneficiary: beneficiary.clone(), digest: Digest([1; 32]), until };
        s.world.scenario.act(&agent, Act::RecordConsent(record)).expect("recorded");
        let (consent, _) = s.world.scenario.registry.claims.consents().next().expect("recorded");
        s.world.scenario.advance_to(until.end());
        let retire = s.world.retirement(&agent, Vec::new(), Claim::Support(PlainClaim {}));
        s.refused(&agent, Act::Retire(Retire { beneficiary, consent: Some(consent), ..retire }))
    }),
    ("finding_must_be_published", |s| {
        let mut second = DefineProgramme { version: Count(2), ..programme() };
        second.effective_from = s.world.scenario.now().date();
        second.parameters.audit_thresholds[0].mass = value("0.999");
        s.world.scenario.act(&s.operator.clone(), Act::DefineProgramme(second)).expect("version 2");
        s.retired();
        s.world.scenario.advance_to(s.world.scenario.now().plus_days(90));
        s.retire(|_| ())
    }),
    ("correction_must_be_in_time", |s| {
        let retirement = s.retired();
        s.world.scenario.advance_to(s.world.scenario.now().plus_days(1));
        let (footprint, product, registration_number) = (None, None, None);
        let purpose = Some(value("gifts"));
        s.by_lumen(Act::CorrectRetirement(CorrectRetirement {
            footprint,
            product,
            purpose,
            registration_number,
            retirement,
        }))
    }),
    ("audit_must_be_recent", |s| {
        let mut terms = certification("CO-CHO", "5");
        terms.grant.audited_on = value::<Date>("2025-04-12");
        terms.grant.effective = value("2026-07-01");
        refusal(s.world.certify(&s.clara.clone(), &s.cordillera.clone(), terms))
    }),
    ("grievance_must_be_open", |s| {
        let (operator, grievance) = (s.operator.clone(), Digest([7; 32]));
        let triage = TriageGrievance {
            batch: Some(s.batch),
            certificate: None,
            decision: GrievanceDecision::Accepted,
            grievance,
            producer: None,
            severity: Severity::Four,
        };
        let close = Act::CloseGrievance(CloseGrievance { grievance, outcome: GrievanceOutcome::NotUpheld });
        s.world.scenario.act(&operator, Act::TriageGrievance(triage)).expect("triaged");
        s.world.scenario.act(&operator, close.clone()).expect("closed");
        s.by_operator(close)
    }),
    ("field_must_be", |s| {
        let mut declare =
            orebook_tests::scenario::declaration(s.world.clara_certificate, "1", "0", ["2026-07-01", "2026-07-10"]);
        declare.exclusive = YesNo::No;
        s.by_clara(Act::Declare(declare))
    }),
];
