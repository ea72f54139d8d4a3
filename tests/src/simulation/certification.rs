//! Certificates come and go, at random: applications, mandates, audits, inspections, ends; accreditations and
//! equivalences beside them.

use super::*;
use crate::scenario::{HZN, certification};
use orebook_registry::certificate::{CertificateState, Mandate};
use orebook_registry::event::Number;

impl Simulation {
    pub(super) fn certify(&mut self) -> String {
        let all = self.world.scenario.registry.certificates.certificates();
        let open = all.filter(|(_, c)| [CertificateState::Applied, CertificateState::UnderAudit].contains(&c.state()));
        let open: Vec<CertificateId> = open.map(|(id, _)| id).collect();
        let choice = self.dice.below(12);
        match (self.dice.one_of(&open).copied(), choice) {
            (Some(certificate), 0..=7) => self.continue_application(certificate),
            (_, 0..4) => self.apply(),
            (_, 4..=7) => self.inspect(),
            (_, 8) => self.end_mandate(),
            (_, 9..11) => self.judge_equivalence(),
            _ => self.change_accreditation(),
        }
    }

    fn apply(&mut self) -> String {
        let producer = self.producer();
        let region = if producer.id == self.world.clara.id { "CO-ANT" } else { "ZW-MW" };
        let certifier = if self.dice.below(2) == 0 { self.world.acacia.id } else { self.world.cordillera.id };
        let (holder, mandate) = match self.dice.below(2) {
            0 => (Some(self.actors[BROKER].id), vec![MandatePower::Declare, MandatePower::Offer]),
            _ => (None, Vec::new()),
        };
        let level = match self.dice.below(6) {
            0 => Level::Entry,
            1 => Level::Leading,
            _ => Level::Good,
        };
        let site = value(&format!("SITE-{}", 1 + self.dice.below(3)));
        let application = certification(region, "1").application;
        let application = ApplyCertificate { certifier, holder, level, mandate, site, ..application };
        self.act(&producer, Act::ApplyCertificate(application))
    }

    fn continue_application(&mut self, certificate: CertificateId) -> String {
        let (certifier, found) = (self.certifier_of(certificate), self.found(certificate).clone());
        let choice = self.dice.below(10);
        if choice == 0 {
            let reason = value("incomplete");
            return self.act_by(
                &certifier,
                0,
                Act::RejectCertificate(RejectCertificate { certificate, note: None, reason }),
            );
        }
        if choice == 1 {
            return self.end_certificate(certificate);
        }
        if matches!(found.mandate, Mandate::Awaiting(_)) && choice < 8 {
            let holder = self.actor(found.holder);
            return self.act(&holder, Act::AcceptMandate(AcceptMandate { certificate }));
        }
        if found.state() == CertificateState::Applied {
            return self.act_by(&certifier, 0, Act::BeginAudit(BeginAudit { certificate }));
        }
        let today = self.world.scenario.now().date();
        let valid_from = today.less_days(self.dice.below(40));
        let inspected_on = today.less_days(self.dice.below(100));
        let group = (self.dice.below(2) == 0).then(|| GroupTerms {
            compliant: Bps::new(7_900 + self.dice.below(2_000) as u16).expect("within the whole"),
            inspected_on,
            members: Count(40),
        });
        let grant = GrantCertificate {
            audited_on: today.less_days(self.dice.below(60)),
            certificate,
            effective: today.less_days(self.dice.below(33)),
            group,
            maximum: Mass::from_mg(1_000 + self.dice.below(400_000)),
            valid_from,
            valid_to: valid_from.plus_days(20 + self.dice.below(340)),
            verification: Verification::ThirdParty,
        };
        self.act_by(&certifier, 0, Act::GrantCertificate(grant))
    }

    /// Given back, withdrawn for some cause, or, after its end, freed.
    pub(super) fn end_certificate(&mut self, certificate: CertificateId) -> String {
        let (certifier, found) = (self.certifier_of(certificate), self.found(certificate).clone());
        let effective = self.world.scenario.now().date().less_days(self.dice.below(6));
        let reason: Token = value("ended");
        if found.state().is_final() && found.held_since.is_some() {
            let release = ReleaseCertificateHold { certificate, note: None, reason };
            return self.act_by(&certifier, 0, Act::ReleaseCertificateHold(release));
        }
        if self.dice.below(2) == 0 {
            let producer = self.actor(found.producer);
            let surrender = SurrenderCertificate { certificate, effective, reason };
            return self.act(&producer, Act::SurrenderCertificate(surrender));
        }
        let causes = [WithdrawalCause::Fraud, WithdrawalCause::Nonconformity, WithdrawalCause::Other];
        let cause = *self.dice.one_of(&causes).expect("causes");
        let withdraw = WithdrawCertificate { cause, certificate, effective, note: None, reason };
        self.act_by(&certifier, 0, Act::WithdrawCertificate(withdraw))
    }

    fn inspect(&mut self) -> String {
        let all = self.world.scenario.registry.certificates.certificates();
        let groups: Vec<CertificateId> =
            all.filter(|(_, c)| c.group.is_some() && !c.state().is_final()).map(|(id, _)| id).collect();
        let Some(certificate) = self.dice.one_of(&groups).copied() else { return self.apply() };
        let certifier = self.certifier_of(certificate);
        let maximum = self.found(certificate).maximum_of(0);
        let lower = Mass::from_mg(maximum.mg() - self.dice.below(maximum.mg().min(20_000) + 1));
        let record = RecordInspection {
            certificate,
            compliant: Bps::new(7_000 + self.dice.below(2_500) as u16).expect("within the whole"),
            failed: Number(self.dice.below(4)),
            inspected_on: self.world.scenario.now().date(),
            maximum: (self.dice.below(2) == 0).then_some(lower),
            members: Count(40),
        };
        self.act_by(&certifier, 0, Act::RecordInspection(record))
    }

    fn end_mandate(&mut self) -> String {
        let all = self.world.scenario.registry.certificates.certificates();
        let mandated = all.filter(|(_, c)| matches!(c.mandate, Mandate::InForce(_))).map(|(id, _)| id);
        let mandated: Vec<CertificateId> = mandated.collect();
        let Some(certificate) = self.dice.one_of(&mandated).copied() else { return self.apply() };
        let (producer, _) = self.parties_of(certificate);
        self.act(&producer, Act::EndMandate(EndMandate { certificate }))
    }

    fn judge_equivalence(&mut self) -> String {
        let operator = self.world.scenario.operator.clone();
        let today = self.world.scenario.now().date();
        let all = self.world.scenario.registry.certificates.equivalences();
        let all: Vec<EquivalenceId> = all.filter(|(_, e)| e.revoked.is_none()).map(|(id, _)| id).collect();
        if let (Some(equivalence), 1..) = (self.dice.one_of(&all).copied(), self.dice.below(3)) {
            let revoke = RevokeEquivalence { effective: today, equivalence, reason: value("superseded") };
            return self.act(&operator, Act::RevokeEquivalence(revoke));
        }
        let level = |level| ProgrammeLevel { level, programme: value(HZN) };
        let record = RecordEquivalence {
            extent: EquivalenceExtent::Partial,
            from: level(Level::Good),
            from_date: today,
            to: level(*self.dice.one_of(&[Level::Entry, Level::Leading]).expect("levels")),
            until: today.plus_days(self.dice.below(200)),
        };
        self.act(&operator, Act::RecordEquivalence(record))
    }

    /// Ends an accreditation, at times; more often somebody is accredited anew.
    fn change_accreditation(&mut self) -> String {
        let operator = self.world.scenario.operator.clone();
        let all = self.world.scenario.registry.certificates.accreditations();
        let open: Vec<AccreditationId> = all.filter(|(_, a)| a.withdrawn_on.is_none()).map(|(id, _)| id).collect();
        if let (Some(accreditation), 0) = (self.dice.one_of(&open).copied(), self.dice.below(4)) {
            let withdraw = WithdrawAccreditation { accreditation, reason: value("lapsed") };
            return self.act(&operator, Act::WithdrawAccreditation(withdraw));
        }
        let certifier = if self.dice.below(2) == 0 { self.world.acacia.id } else { self.world.cordillera.id };
        let today = self.world.scenario.now().date();
        let accredit = Accredit {
            certifier,
            from: today,
            minerals: vec![value("GLD")],
            programme: value(HZN),
            until: today.plus_days(400),
            verification: Verification::ThirdParty,
        };
        self.act(&operator, Act::Accredit(accredit))
    }
}
