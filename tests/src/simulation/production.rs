//! Production, and what certifiers judge of it, at random.

use super::*;
use crate::scenario::declaration;
use orebook_registry::certificate::{Certificate, CertificateState};

impl Simulation {
    /// One that was granted.
    pub(super) fn some_certificate(&mut self) -> CertificateId {
        let all = self.world.scenario.registry.certificates.certificates();
        let mut granted: Vec<CertificateId> = all.filter(|(_, c)| c.terms.is_some()).map(|(id, _)| id).collect();
        // The younger half, most times: the older ones have ended.
        if self.dice.below(4) > 0 {
            granted.drain(..granted.len() / 2);
        }
        *self.dice.one_of(&granted).expect("two were granted before the start")
    }

    pub(super) fn found(&self, id: CertificateId) -> &Certificate {
        self.world.scenario.registry.certificates.certificate(id).expect("a certificate")
    }

    pub(super) fn certifier_of(&self, id: CertificateId) -> Actor {
        let certifiers = [&self.world.acacia, &self.world.cordillera];
        let certifier = self.found(id).certifier;
        certifiers.into_iter().find(|actor| actor.id == certifier).expect("one of the two").clone()
    }

    /// Producer and holder.
    pub(super) fn parties_of(&self, id: CertificateId) -> (Actor, Actor) {
        let found = self.found(id);
        (self.actor(found.producer), self.actor(found.holder))
    }

    /// A declaration of last month's production, or a decision about one.
    pub(super) fn produce(&mut self) -> String {
        let open = self.world.scenario.registry.certificates.declarations();
        let open: Vec<_> =
            open.filter(|(_, d)| d.state.word() == "declared").map(|(id, d)| (id, d.certificate, d.fine)).collect();
        if let (Some((declaration, certificate, fine)), 1..) = (self.dice.one_of(&open).copied(), self.dice.below(3)) {
            let certifier = self.certifier_of(certificate);
            let verified = Mass::from_mg(fine.mg() - self.dice.below(2) * self.dice.below(fine.mg() / 2 + 1));
            let producer = self.producer();
            return match self.dice.below(6) {
                5 => self.act(&producer, Act::WithdrawDeclaration(WithdrawDeclaration { declaration })),
                0 => self.act_by(
                    &certifier,
                    0,
                    Act::RejectDeclaration(RejectDeclaration { declaration, note: None, reason: value("evidence") }),
                ),
                _ => self.act_by(&certifier, 0, Act::ApproveDeclaration(ApproveDeclaration { declaration, verified })),
            };
        }
        let certificate = self.some_certificate();
        let (producer, holder) = self.parties_of(certificate);
        let producer = if self.dice.below(3) == 0 { holder } else { producer };
        let today = self.world.scenario.now().date();
        let to = today.less_days(1 + self.dice.below(20));
        let from = to.less_days(self.dice.below(15));
        let (gross, sold) = (
            Mass::from_mg(100 + self.dice.below(150_000)),
            Mass::from_mg(self.dice.below(2) * self.dice.below(40_000)),
        );
        let period = [from.to_string(), to.to_string()];
        let declare = declaration(certificate, &gross.to_string(), &sold.to_string(), [&period[0], &period[1]]);
        self.act(&producer, Act::Declare(Declare { ppm: value("916700"), ..declare }))
    }

    /// Suspension and reinstatement, and what a physical sale brings with it.
    pub(super) fn judge(&mut self) -> String {
        if let (Some(certificate), 0..5) = (self.held_at_its_end(), self.dice.below(10)) {
            return self.end_certificate(certificate);
        }
        let certificate = self.some_certificate();
        let certifier = self.certifier_of(certificate);
        let found = self.world.scenario.registry.certificates.certificate(certificate).expect("certified");
        let (state, oversold, maximum) = (found.state(), found.oversold_year().is_some(), found.maximum_of(0));
        match self.dice.below(10) {
            8 => return self.end_certificate(certificate),
            0 => {
                let milligrams = if oversold { 0 } else { self.dice.below(12_000) };
                return self.sell_metal(certificate, Mass::from_mg(milligrams));
            }
            1 => {
                let maximum = maximum.plus(Mass::from_mg(1 + self.dice.below(50_000)));
                let extend = ExtendMaximum { certificate, maximum, note: None, reason: value("new_shaft") };
                return self.act_by(&certifier, 0, Act::ExtendMaximum(extend));
            }
            _ => {}
        }
        let effective = self.world.scenario.now().date().less_days(self.dice.below(5));
        let reason: Token = value("finding");
        let act = if state == CertificateState::Suspended {
            Act::ReinstateCertificate(ReinstateCertificate { certificate, effective, note: None, reason })
        } else {
            Act::SuspendCertificate(SuspendCertificate { certificate, effective, note: None, reason })
        };
        self.act_by(&certifier, 0, act)
    }

    /// One that ended while it was suspended.
    fn held_at_its_end(&mut self) -> Option<CertificateId> {
        let all = self.world.scenario.registry.certificates.certificates();
        let ended = [CertificateState::Expired, CertificateState::Surrendered];
        let held = all.filter(|(_, c)| ended.contains(&c.state()) && c.held_since.is_some()).map(|(id, _)| id);
        let held: Vec<CertificateId> = held.collect();
        self.dice.one_of(&held).copied()
    }

    /// Recorded after an issuance; nothing where it makes good what was short.
    fn sell_metal(&mut self, certificate: CertificateId, mass: Mass) -> String {
        let (producer, _) = self.parties_of(certificate);
        let sold_on = self.world.scenario.now().date();
        self.act(&producer, Act::RecordPhysicalSale(RecordPhysicalSale { certificate, mass, sold_on }))
    }
}
