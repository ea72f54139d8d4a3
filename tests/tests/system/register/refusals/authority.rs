//! Who may, and what exists.

use orebook_registry::instruction::*;
use orebook_registry::values::OrderId;
use orebook_tests::scenario::{certification, usd, value};

use super::{Row, finding, refusal};

pub const ROWS: &[Row] = &[
    ("organisation_must_be_active", |s| {
        let registration = s.world.scenario.registration("New", "GB", &[Role::Buyer]);
        let new = s.world.scenario.admit(registration).expect("registered");
        refusal(s.world.deposit(&new, "1.00", "NEW"))
    }),
    ("role_is_required", |s| s.by_lumen(Act::OpenMarket(orebook_tests::scenario::gold_market()))),
    ("act_must_be_signed_by_the", |s| {
        let mut registration = s.world.scenario.registration("Mine and Shop", "CO", &[Role::Producer, Role::Buyer]);
        registration.act.code = Some(value("B2B2"));
        let both = s.world.scenario.join(registration);
        let blocks = s.world.blocks(s.lumen.account, s.batch, "1");
        let retire = s.world.retirement(&both, blocks, Claim::None(PlainClaim {}));
        s.refused(&both, Act::Retire(retire))
    }),
    ("another_person_must_approve", |s| {
        let deposit = Deposit { amount: usd("1.00"), organisation: s.lumen.id, reference: value("A") };
        let operator = s.operator.clone();
        let (proposal, digest) = s.world.scenario.propose(&operator, 0, Act::Deposit(deposit)).expect("proposed");
        s.by_operator(Act::Approve(Approve { digest, proposal }))
    }),
    ("certifier_must_be_accredited", |s| {
        let unknown = s.world.scenario.register("Unknown Audits", "FR", &[Role::Certifier]);
        refusal(s.world.certify(&s.clara.clone(), &unknown, certification("CO-CHO", "5")))
    }),
    ("issuer_must_not_be_approver", |s| {
        let mut registration = s.world.scenario.registration("Captive Audits", "CO", &[Role::Certifier]);
        registration.act.group = Some(s.clara.id);
        let captive = s.world.scenario.join(registration);
        refusal(s.world.certify(&s.clara.clone(), &captive, certification("CO-CHO", "5")))
    }),
    ("signing_key_is_required", |s| {
        let open = Act::OpenAccount(OpenAccount { name: value("second") });
        refusal(s.world.scenario.act_by(&s.lumen.clone(), 1, open))
    }),
    ("auditor_must_be_independent", |s| {
        let mut registration = s.world.scenario.registration("Captive Auditor", "GB", &[Role::Auditor]);
        registration.act.group = Some(s.lumen.id);
        let captive = s.world.scenario.join(registration);
        let retirement = s.retired();
        s.refused(&captive, Act::PublishFinding(finding(retirement)))
    }),
    ("handler_must_be_independent", |s| {
        let mut registration = s.world.scenario.registration("Mine of the House", "GH", &[Role::Producer]);
        registration.act.group = Some(s.operator.id);
        registration.act.code = Some(orebook_tests::scenario::value("H2H2"));
        let producer = Some(s.world.scenario.join(registration).id);
        s.by_operator(Act::TriageGrievance(TriageGrievance {
            batch: None,
            certificate: None,
            decision: GrievanceDecision::Accepted,
            grievance: Digest([7; 32]),
            producer,
            severity: Severity::Four,
        }))
    }),
    ("must_exist", |s| s.by_lumen(Act::CancelOrder(CancelOrder { order: OrderId::from(7) }))),
];
