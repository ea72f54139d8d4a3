//! Who takes part, and how the world is when they begin.

use super::*;

pub(super) fn start() -> (World, Twin, Watchman, Vec<Actor>) {
    let mut world = World::certified();
    let actors = cast(&mut world);
    world.fund();
    world.scenario.advance_to(at("2026-02-01"));
    // So little that somebody owes a finding before long.
    let next = members::next_version(&world, value("2026-02-01"), |parameters| {
        parameters.audit_thresholds.iter_mut().for_each(|row| row.mass = value("0.01"));
    });
    let operator = world.scenario.operator.clone();
    world.scenario.act(&operator, Act::DefineProgramme(next)).expect("the next version");
    let parameters =
        RegisterParameters { finding_due_days: Count(5), fraud_hold_days: Count(3), ..RegisterParameters::default() };
    let adopt = Act::AdoptParameters(AdoptParameters { parameters });
    world.scenario.act_together(&operator, adopt).expect("a finding is due soon");
    let batches = [(world.clara_certificate, "0.1504"), (world.sisters_certificate, "0.12")];
    for (certificate, gross) in batches {
        world.issue(certificate, gross, "0", ["2026-01-10", "2026-01-20"]).expect("issued");
    }
    for buyer in world.buyers.clone() {
        let account = Act::OpenAccount(OpenAccount { name: value("second") });
        world.scenario.act(&buyer, account).expect("opened");
    }
    prepare_payouts(&mut world, &actors);
    world.scenario.check_all();
    world.scenario.checks = Checks::WhenAsked;
    let mut twin = Twin::default();
    twin.follow(world.scenario.entries());
    twin.compare(&world.scenario.registry, &[]).expect("the twin follows the founding of the world");
    let mut watchman = Watchman::default();
    watchman.watch(world.scenario.entries()).expect("the founding of the world is in order");
    (world, twin, watchman, actors)
}

/// Producers, buyers, the broker, the agent, the auditor, and two payees with keys, of whom one buys. Two buyers and
/// both producers have a second signer.
fn cast(world: &mut World) -> Vec<Actor> {
    let [lumen, orfebre, perrin] = world.buyers.clone();
    let (lumen_group, clara_group) = (lumen.id, world.clara.id);
    let [clara, sisters, lumen, perrin] = [world.clara.clone(), world.sisters.clone(), lumen, perrin]
        .map(|actor| world.scenario.with_second_signer(&actor));
    let mut actors = vec![clara, sisters, lumen, orfebre, perrin];
    let further: [(&str, Option<OrganisationId>, &[Role]); 7] = [
        ("Lumen Holding", Some(lumen_group), &[Role::Buyer]),
        ("Clara Trading", Some(clara_group), &[Role::Buyer]),
        ("Sierra Brokers", None, &[Role::Holder, Role::Buyer]),
        ("Agencia Sur", None, &[Role::Agent]),
        ("Ledger Auditors", None, &[Role::Auditor]),
        ("Fondo Vereda", None, &[Role::Payee, Role::Buyer]),
        ("Coro de Mujeres", None, &[Role::Payee]),
    ];
    for (n, (name, group, roles)) in further.into_iter().enumerate() {
        let mut registration = world.scenario.registration(name, "GB", roles);
        registration.act.group = group;
        let member = world.scenario.join(registration);
        if roles.contains(&Role::Buyer) || roles.contains(&Role::Agent) {
            world.deposit(&member, "9000.00", &format!("DEPOSIT-1{n}")).expect("money arrives");
        }
        actors.push(member);
    }
    for principal in [&actors[2], &actors[4], &actors[0]] {
        let appoint = AppointAgent { agent: actors[AGENT].id };
        world.scenario.act(principal, Act::AppointAgent(appoint)).expect("an agent is appointed");
    }
    for (producer, buyer) in [(0, AGENT), (0, 2), (1, 4)] {
        let trust = TrustAccount { account: actors[buyer].account };
        world.scenario.act(&actors[producer], Act::TrustAccount(trust)).expect("a producer trusts who buys of it");
    }
    actors
}

/// P11 also pays the two that sign for themselves; everybody who is paid has said where.
fn prepare_payouts(world: &mut World, actors: &[Actor]) {
    let operator = world.scenario.operator.clone();
    let payees = world.scenario.registry.parties.organisations().filter(|(_, o)| o.roles.contains(&Role::Payee));
    let payees: Vec<OrganisationId> = payees.map(|(id, _)| id).collect();
    for (n, payee) in payees.into_iter().enumerate() {
        let (details, rail) = (Digest([n as u8; 32]), if n == 2 { Rail::MobileMoney } else { Rail::BankTransfer });
        let signer = actors.iter().find(|actor| actor.id == payee);
        let organisation = signer.is_none().then_some(payee);
        let set = Act::SetPayoutDetails(SetPayoutDetails { details, organisation, rail });
        match signer {
            Some(signer) => world.scenario.act(signer, set),
            None => world.scenario.act_together(&operator, set),
        }
        .expect("a payee says where it is paid");
    }
    for buyer in &actors[2..5] {
        let set = SetPayoutDetails { details: Digest([77; 32]), organisation: None, rail: Rail::BankTransfer };
        world.scenario.act(buyer, Act::SetPayoutDetails(set)).expect("a buyer says where it is paid");
        let set = Act::SetContactDetails(SetContactDetails { details: Digest([78; 32]), organisation: None });
        let said = match world.scenario.registry.parties.signing_persons(buyer.id).len() {
            1 => world.scenario.act(buyer, set),
            _ => world.scenario.propose(buyer, 0, set).and_then(|(proposal, digest)| {
                world.scenario.act_by(buyer, buyer.keys.len() - 1, Act::Approve(Approve { digest, proposal }))
            }),
        };
        said.expect("a buyer says whom to reach");
    }
    let share = |kind, payee: usize, points| PayeeShare {
        kind,
        payee: actors[payee].id,
        share: Bps::new(points).expect("within the whole"),
    };
    let payees = vec![
        share(PayeeKind::Operations, FUND, 5_001),
        share(PayeeKind::Community, FUND, 1_500),
        share(PayeeKind::Women, FUND + 1, 3_499),
    ];
    let adopt = AdoptPremiumPlan { payees, programme: value("HZN") };
    world.scenario.act(&actors[1], Act::AdoptPremiumPlan(adopt)).expect("a second plan, which waits a week");
}
