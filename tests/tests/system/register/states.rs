//! Every state of a certificate and of a declaration, and what becomes of each act in it: tables that are compared
//! with committed files.

use orebook_registry::certificate::{CertificateState, DeclarationState};
use orebook_registry::instruction::*;
use orebook_registry::values::{CertificateId, DeclarationId};
use orebook_tests::golden::golden;
use orebook_tests::scenario::{Actor, World, at, certification, declaration, value};

/// A certificate of Clara's second site, with a holder, for a group.
#[derive(Clone)]
struct Stage {
    world: World,
    holder: Actor,
    certificate: CertificateId,
    /// Undecided while the certificate is certified.
    declaration: DeclarationId,
}

impl Stage {
    /// Applied for on 2026-07-01.
    fn applied() -> Self {
        let mut world = World::certified();
        world.scenario.advance_to(at("2026-07-01"));
        let holder = world.scenario.register("Bright Ridge Mining Ltd", "CO", &[Role::Holder]);
        let application = ApplyCertificate {
            certifier: world.cordillera.id,
            holder: Some(holder.id),
            mandate: vec![MandatePower::Declare],
            site: value("SITE-2"),
            ..certification("CO-CHO", "45").application
        };
        let clara = world.clara.clone();
        world.scenario.act(&clara, Act::ApplyCertificate(application)).expect("applied for");
        let (certificate, _) = world.scenario.registry.certificates.certificates().last().expect("applied for");
        Self { world, holder, certificate, declaration: DeclarationId::from(7) }
    }

    fn today(&self) -> orebook_registry::values::Date {
        self.world.scenario.now().date()
    }

    /// On the way to a state; whatever is certified has issued a batch and has one declaration undecided.
    fn in_state(state: CertificateState) -> Self {
        use CertificateState::*;
        let mut stage = Self::applied();
        let path: &[&str] = match state {
            Applied => &[],
            UnderAudit => &["accept_mandate", "begin_audit"],
            Rejected => &["accept_mandate", "reject_certificate"],
            Certified | Expired => &["accept_mandate", "begin_audit", "grant_certificate"],
            Suspended => &["accept_mandate", "begin_audit", "grant_certificate", "suspend_certificate"],
            Withdrawn => &["accept_mandate", "begin_audit", "grant_certificate", "withdraw_certificate"],
            Surrendered => &["accept_mandate", "begin_audit", "grant_certificate", "surrender_certificate"],
        };
        for act in path {
            assert_eq!(stage.play(act).err(), None, "{act}");
            if *act == "grant_certificate" {
                stage.world.scenario.advance_to(at("2026-08-01"));
                let (clara, crt) = (stage.world.clara.clone(), stage.certificate);
                stage.world.issue(crt, "2", "0", ["2026-07-01", "2026-07-10"]).expect("issued");
                let declare = declaration(crt, "1", "0", ["2026-07-11", "2026-07-20"]);
                stage.world.scenario.act(&clara, Act::Declare(declare)).expect("declared");
                let (declared, _) = stage.world.scenario.registry.certificates.declarations().last().expect("declared");
                stage.declaration = declared;
            }
        }
        if state == Expired {
            stage.world.scenario.advance_to(at("2027-01-04"));
        }
        let found = stage.world.scenario.registry.certificates.certificate(stage.certificate).map(|c| c.state());
        assert_eq!(found, Some(state));
        stage
    }

    /// Plays an act by whom it is for, with terms that are in order; answers the code of a refusal.
    fn play(&mut self, act: &str) -> Result<(), String> {
        let (certificate, declaration, effective) = (self.certificate, self.declaration, self.today());
        let (reason, note) = (value("finding"), None);
        let world = &self.world;
        let (clara, cordillera) = (world.clara.clone(), world.cordillera.clone());
        let group = GroupTerms { compliant: value("9000"), inspected_on: value("2026-06-30"), members: Count(100) };
        let grant = GrantCertificate {
            certificate,
            effective,
            group: Some(group),
            audited_on: value("2026-06-10"),
            ..certification("CO-CHO", "45").grant
        };
        let inspection = RecordInspection {
            certificate,
            compliant: value("9500"),
            failed: value("5"),
            inspected_on: effective,
            maximum: Some(value("40")),
            members: Count(100),
        };
        let (actor, act) = match act {
            "accept_mandate" => (self.holder.clone(), Act::AcceptMandate(AcceptMandate { certificate })),
            "end_mandate" => (clara, Act::EndMandate(EndMandate { certificate })),
            "begin_audit" => (cordillera, Act::BeginAudit(BeginAudit { certificate })),
            "grant_certificate" => (cordillera, Act::GrantCertificate(grant)),
            "reject_certificate" => {
                (cordillera, Act::RejectCertificate(RejectCertificate { certificate, note, reason }))
            }
            "suspend_certificate" => {
                (cordillera, Act::SuspendCertificate(SuspendCertificate { certificate, effective, note, reason }))
            }
            "reinstate_certificate" => {
                (cordillera, Act::ReinstateCertificate(ReinstateCertificate { certificate, effective, note, reason }))
            }
            "withdraw_certificate" => {
                let cause = WithdrawalCause::Nonconformity;
                let withdraw = WithdrawCertificate { cause, certificate, effective, note, reason };
                (cordillera, Act::WithdrawCertificate(withdraw))
            }
            "surrender_certificate" => {
                (clara, Act::SurrenderCertificate(SurrenderCertificate { certificate, effective, reason }))
            }
            "release_certificate_hold" => {
                (cordillera, Act::ReleaseCertificateHold(ReleaseCertificateHold { certificate, note, reason }))
            }
            "extend_maximum" => {
                let extend = ExtendMaximum { certificate, maximum: value("50"), note, reason };
                (cordillera, Act::ExtendMaximum(extend))
            }
            "record_inspection" => (cordillera, Act::RecordInspection(inspection)),
            "declare" => {
                let period = ["2026-07-21", "2026-07-31"];
                (clara, Act::Declare(orebook_tests::scenario::declaration(certificate, "1", "0", period)))
            }
            "declare again" => {
                let period = ["2026-07-11", "2026-07-20"];
                (clara, Act::Declare(orebook_tests::scenario::declaration(certificate, "1", "0", period)))
            }
            "approve_declaration" => {
                (cordillera, Act::ApproveDeclaration(ApproveDeclaration { declaration, verified: value("1") }))
            }
            "reject_declaration" => {
                (cordillera, Act::RejectDeclaration(RejectDeclaration { declaration, note, reason }))
            }
            "withdraw_declaration" => (clara, Act::WithdrawDeclaration(WithdrawDeclaration { declaration })),
            "record_physical_sale" => {
                let (mass, sold_on) = (value("0.5"), value("2026-07-15"));
                (clara, Act::RecordPhysicalSale(RecordPhysicalSale { certificate, mass, sold_on }))
            }
            other => panic!("{other} is no act of the table"),
        };
        self.world.scenario.act(&actor, act).map(|_| ()).map_err(|refusal| refusal.code())
    }

    fn state(&self) -> String {
        let registry = &self.world.scenario.registry;
        registry.certificates.certificate(self.certificate).expect("there").state().to_string()
    }

    fn declaration_state(&self) -> String {
        self.world.scenario.registry.certificates.declaration(self.declaration).expect("there").state.to_string()
    }
}

const ACTS: &[&str] = &[
    "accept_mandate",
    "end_mandate",
    "begin_audit",
    "grant_certificate",
    "reject_certificate",
    "suspend_certificate",
    "reinstate_certificate",
    "withdraw_certificate",
    "surrender_certificate",
    "release_certificate_hold",
    "extend_maximum",
    "record_inspection",
    "declare",
    "approve_declaration",
    "reject_declaration",
    "withdraw_declaration",
    "record_physical_sale",
];

#[test]
fn every_certificate_state_answers_every_act_as_the_table_says() {
    let mut table =
        String::from("What becomes of a certificate in each state by each act: its state after, or the refusal.\n");
    for state in CertificateState::ALL {
        let stage = Stage::in_state(*state);
        table += &format!("\n{state}\n");
        for act in ACTS {
            let mut stage = stage.clone();
            let answer = match stage.play(act) {
                Ok(()) if stage.state() == state.word() => "ok".to_owned(),
                Ok(()) => format!("ok → {}", stage.state()),
                Err(code) => code,
            };
            table += &format!("    {act:<26} {answer}\n");
        }
    }
    golden("certificate-states.txt", &table);
}

#[test]
fn every_declaration_state_answers_every_act_as_the_table_says() {
    let acts = ["approve_declaration", "reject_declaration", "withdraw_declaration", "declare again"];
    let mut table =
        String::from("What becomes of a declaration in each state by each act: its state after, or the refusal.\n");
    for state in DeclarationState::ALL {
        let mut stage = Stage::in_state(CertificateState::Certified);
        let way = match state {
            DeclarationState::Declared => None,
            DeclarationState::Approved => Some("approve_declaration"),
            DeclarationState::Rejected => Some("reject_declaration"),
            DeclarationState::Withdrawn => Some("withdraw_declaration"),
            DeclarationState::Lapsed => Some("withdraw_certificate"),
        };
        assert_eq!(way.map(|way| stage.play(way)), way.map(|_| Ok(())));
        assert_eq!(stage.declaration_state(), state.word());
        table += &format!("\n{state}\n");
        for act in acts {
            let mut stage = stage.clone();
            let answer = match stage.play(act) {
                Ok(()) if stage.declaration_state() == state.word() => "ok".to_owned(),
                Ok(()) => format!("ok → {}", stage.declaration_state()),
                Err(code) => code,
            };
            table += &format!("    {act:<26} {answer}\n");
        }
    }
    golden("declaration-states.txt", &table);
}
