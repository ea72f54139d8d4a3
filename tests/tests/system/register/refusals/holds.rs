//! What is held, who is trusted, and for whom agents hold.

use orebook_registry::instruction::*;
use orebook_registry::values::HoldId;
use orebook_tests::scenario::{Actor, holds, value};

use super::{Row, Stage};

fn open_account() -> Act {
    Act::OpenAccount(OpenAccount { name: value("rings") })
}

fn agent_of_lumen(s: &mut Stage) -> Actor {
    let registration = s.world.scenario.registration("ClaimBridge", "NL", &[Role::Agent]);
    let agent = s.world.scenario.join(registration);
    let lumen = s.lumen.clone();
    s.world.scenario.act(&lumen, Act::AppointAgent(AppointAgent { agent: agent.id })).expect("appointed");
    agent
}

pub const ROWS: &[Row] = &[
    ("key_is_frozen", |s| {
        let lumen = s.lumen.clone();
        s.world.scenario.hold(HoldReason::Security, holds::first_key(&lumen)).expect("held");
        s.by_lumen(open_account())
    }),
    ("organisation_is_frozen", |s| {
        let lumen = s.lumen.clone();
        s.world.scenario.hold(HoldReason::Investigation, holds::organisation(&lumen)).expect("held");
        s.by_lumen(open_account())
    }),
    ("account_is_frozen", |s| {
        let lumen = s.lumen.clone();
        s.world.scenario.hold(HoldReason::Investigation, holds::account(lumen.account)).expect("held");
        s.bid("0.001", "4200.00")
    }),
    ("account_must_not_be_trusted", |s| {
        let (lumen, agent) = (s.lumen.clone(), agent_of_lumen(s));
        let trust = Act::TrustAccount(TrustAccount { account: agent.account });
        s.world.scenario.act(&lumen, trust.clone()).expect("listed");
        s.by_lumen(trust)
    }),
    ("blocks_must_return_to_principal", |s| {
        let (lumen, agent) = (s.lumen.clone(), agent_of_lumen(s));
        let blocks = s.world.blocks(lumen.account, s.batch, "0.5");
        let transfer = Transfer { blocks: blocks.clone(), from: lumen.account, to: agent.account };
        s.world.scenario.act(&lumen, Act::Transfer(transfer)).expect("pending");
        let tomorrow = s.world.scenario.now().plus_days(1);
        s.world.scenario.advance_to(tomorrow);
        let on = Transfer { blocks, from: agent.account, to: s.clara.account };
        s.refused(&agent, Act::Transfer(on))
    }),
    ("hold_must_last", |s| {
        let (certificate, effective) = (s.world.clara_certificate, s.world.scenario.now().date());
        let (cause, reason) = (WithdrawalCause::Fraud, value("finding"));
        let withdraw = WithdrawCertificate { cause, certificate, effective, note: None, reason };
        let cordillera = s.cordillera.clone();
        s.world.scenario.act(&cordillera, Act::WithdrawCertificate(withdraw)).expect("withdrawn");
        let hold = HoldId::of_certificate(certificate);
        s.by_operator(Act::ReleaseHold(ReleaseHold { hold, reason: value("settled") }))
    }),
];
