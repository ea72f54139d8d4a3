//! The words for whoever is stopped, and for whom one trusts.
//!
//! ```text
//! suspend   operator lumen             ok U1 suspension       an organisation
//! suspend   acacia   sisters           ok O1 suspension       a certificate, by its certifier
//! reinstate operator lumen             ok
//! close     operator lumen             organisation_must_hold_nothing
//! freeze    operator lumen             ok D1 hold             also account:lumen, key:lumen and a batch
//! revoke    lumen                      ok U1 key_revoked      its first key, by that key itself
//! appoint   clara    bridge            ok
//! trust     clara    bridge            ok
//! fraud     acacia   sisters           ok                     the certificate is withdrawn for fraud
//! release   operator sisters           ok                     what is held of the certificate
//! refund    operator sisters           ok lumen 4200.00 fee 42.00
//! ```

use orebook_registry::instruction::*;
use orebook_registry::values::*;

use super::Script;
use crate::scenario::{Actor, holds, value};

impl Script {
    pub(super) fn act_of_parties(&self, verb: &str, actor: &Actor, rest: &[&str]) -> Option<Act> {
        let reason = value("finding");
        let named = || self.actor(rest[0]);
        Some(match verb {
            "suspend" if self.is_certifier(actor) => {
                let (certificate, effective) = (self.certificate(rest[0]), self.world.scenario.now().date());
                Act::SuspendCertificate(SuspendCertificate { certificate, effective, note: None, reason })
            }
            "suspend" => Act::SuspendOrganisation(SuspendOrganisation { organisation: named().id, reason }),
            "reinstate" => Act::ReinstateOrganisation(ReinstateOrganisation { organisation: named().id, reason }),
            "close" => Act::CloseOrganisation(CloseOrganisation { organisation: named().id, reason }),
            "freeze" => {
                let target = self.target(rest[0]);
                Act::PlaceHold(PlaceHold { grievance: None, reason: HoldReason::Investigation, target })
            }
            "revoke" => Act::RevokeKey(RevokeKey { key: actor.keys[0].secret.public(), reason }),
            "appoint" => Act::AppointAgent(AppointAgent { agent: named().id }),
            "trust" => Act::TrustAccount(TrustAccount { account: named().account }),
            _ => return None,
        })
    }

    pub(super) fn act_of_fraud(&self, verb: &str, actor: &Actor, rest: &[&str]) -> Option<Act> {
        let reason = value("finding");
        let certificate = || self.certificate(rest[0]);
        Some(match verb {
            "fraud" => {
                let effective = self.world.scenario.now().date();
                let (cause, certificate) = (WithdrawalCause::Fraud, certificate());
                Act::WithdrawCertificate(WithdrawCertificate { cause, certificate, effective, note: None, reason })
            }
            "release" => {
                let hold = HoldId::of_certificate(certificate());
                Act::ReleaseHold(ReleaseHold { hold, reason })
            }
            "refund" => Act::RefundFraud(RefundFraud { certificate: certificate(), reason }),
            _ => return self.act_of_parties(verb, actor, rest),
        })
    }

    fn is_certifier(&self, actor: &Actor) -> bool {
        [self.world.acacia.id, self.world.cordillera.id].contains(&actor.id)
    }

    fn certificate(&self, producer: &str) -> CertificateId {
        if producer == "clara" { self.world.clara_certificate } else { self.world.sisters_certificate }
    }

    fn target(&self, word: &str) -> HoldTarget {
        match word.split_once(':') {
            Some(("account", name)) => holds::account(self.actor(name).account),
            Some(("key", name)) => holds::first_key(&self.actor(name)),
            _ if self.names.batches.contains_key(word) => holds::batch(self.names.batch(word), HoldScope::All),
            _ => holds::organisation(&self.actor(word)),
        }
    }
}
