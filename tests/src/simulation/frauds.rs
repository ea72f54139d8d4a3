//! A fraud comes to light, at random, and after a while is settled: let go, or refunded.

use super::*;
use orebook_registry::credit::Target;

impl Simulation {
    pub(super) fn fight_fraud(&mut self) -> String {
        let held = self.world.scenario.registry.credits.holds().iter().filter(|(_, h)| h.reason == HoldReason::Fraud);
        let held = held.filter_map(|(id, hold)| match hold.target {
            Target::Certificate(certificate, _) => Some((id, certificate)),
            _ => None,
        });
        let held: Vec<(HoldId, CertificateId)> = held.collect();
        let Some((hold, certificate)) = self.dice.one_of(&held).copied() else { return self.find_fraud() };
        if self.dice.below(2) == 0 {
            let days = 1 + self.dice.below(4) as i64;
            self.world.scenario.advance_to(self.world.scenario.now().plus_days(days));
        }
        let operator = self.world.scenario.operator.clone();
        if self.dice.below(4) == 0 {
            return self.act_together(&operator, Act::ReleaseHold(ReleaseHold { hold, reason: value("cleared") }));
        }
        self.act_together(&operator, Act::RefundFraud(RefundFraud { certificate, reason: value("settled") }))
    }

    /// Under a certificate of which something was sold, if there is one.
    fn find_fraud(&mut self) -> String {
        let credits = &self.world.scenario.registry.credits;
        let sold = credits.sales().filter_map(|(range, _)| Some(credits.batch(range.batch)?.certificate));
        let sold: Vec<CertificateId> = sold.collect();
        let certificate = self.dice.one_of(&sold).copied().unwrap_or_else(|| self.some_certificate());
        let certifier = self.certifier_of(certificate);
        let effective = self.world.scenario.now().date();
        let cause = WithdrawalCause::Fraud;
        let withdraw = WithdrawCertificate { cause, certificate, effective, note: None, reason: value("fraud") };
        self.act_by(&certifier, 0, Act::WithdrawCertificate(withdraw))
    }

    /// Too early, by one person, or of a certificate that nobody holds.
    pub(super) fn refund_early(&mut self, thief: &Actor) -> String {
        let certificate = self.some_certificate();
        let refund = RefundFraud { certificate, reason: value("settled") };
        let operator = self.world.scenario.operator.clone();
        if self.dice.below(2) == 0 {
            return self.act(thief, Act::RefundFraud(refund));
        }
        self.act_together(&operator, Act::RefundFraud(refund))
    }
}
