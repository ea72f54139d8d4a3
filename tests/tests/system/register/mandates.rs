//! Holders: consent, what a mandate allows and what it never does, and its end.

use orebook_registry::Refusal;
use orebook_registry::event::{CancelReason, Event, TradeEvent};
use orebook_registry::instruction::*;
use orebook_registry::values::*;
use orebook_tests::scenario::{Actor, World, certification, declaration, events, usd, value};
use orebook_tests::script::stage;

const JULY: [&str; 2] = ["2026-07-01", "2026-07-10"];

/// A holder of Clara's second site with these powers, and the certificate.
fn held(world: &mut World, mandate: &[MandatePower]) -> (Actor, CertificateId) {
    let holder = world.scenario.register("Bright Ridge Mining Ltd", "CO", &[Role::Holder, Role::Buyer]);
    let mut terms = certification("CO-CHO", "10");
    terms.application.holder = Some(holder.id);
    terms.application.mandate = mandate.to_vec();
    terms.application.site = value("SITE-2");
    terms.grant.effective = value("2026-07-01");
    let (clara, cordillera) = (world.clara.clone(), world.cordillera.clone());
    let certificate = world.certify(&clara, &cordillera, terms).expect("certified");
    (holder, certificate)
}

fn end(world: &mut World, certificate: CertificateId) -> Vec<orebook_registry::NewEntry> {
    let clara = world.clara.clone();
    world.scenario.act(&clara, Act::EndMandate(EndMandate { certificate })).expect("ended")
}

#[test]
fn a_mandated_holder_declares_and_withdraws_for_the_producer() {
    let mut world = stage();
    let (holder, certificate) = held(&mut world, &[MandatePower::Declare]);
    let declare = Act::Declare(declaration(certificate, "1", "0", JULY));
    world.scenario.act(&holder, declare.clone()).expect("declared");
    let (declaration, _) = world.scenario.registry.certificates.declarations().last().expect("declared");
    let withdraw = Act::WithdrawDeclaration(WithdrawDeclaration { declaration });
    world.scenario.act(&holder, withdraw).expect("withdrawn");
    world.scenario.act(&holder, declare).expect("the period is free again");
    let (again, _) = world.scenario.registry.certificates.declarations().last().expect("declared");
    let batch = world.approve(again, "1").expect("issued");
    let (range, block) = world.scenario.registry.credits.holdings(world.clara.account).last().expect("held");
    assert_eq!((range.batch, block.account), (batch, world.clara.account), "batches are the producer's");
    let offer = world.offer(&world.clara.clone(), batch, "1", "4200.00");
    let refusal = world.scenario.act(&holder, Act::PlaceSellOrder(offer)).expect_err("no power to offer");
    assert_eq!(refusal.code(), "must_exist");
    end(&mut world, certificate);
    let later = Act::Declare(orebook_tests::scenario::declaration(certificate, "1", "0", ["2026-07-11", "2026-07-12"]));
    assert_eq!(world.scenario.act(&holder, later).expect_err("ended").code(), "must_exist");
}

#[test]
fn a_mandated_holder_offers_and_cancels_for_the_producer_until_the_mandate_ends() {
    let mut world = stage();
    let (holder, certificate) = held(&mut world, &[MandatePower::Offer]);
    let refusal = world.scenario.act(&holder, Act::Declare(declaration(certificate, "1", "0", JULY)));
    assert_eq!(refusal.expect_err("no power to declare").code(), "must_exist");
    let batch = world.issue(certificate, "5", "0", JULY).expect("issued");
    let clara = world.clara.clone();
    let offer = world.offer(&clara, batch, "1", "4200.00");
    world.scenario.act(&holder, Act::PlaceSellOrder(offer.clone())).expect("an offer");
    let (order, placed) = world.scenario.registry.markets.orders_of(clara.id).last().expect("it is the producer's");
    assert_eq!((placed.owner, placed.account, placed.key), (clara.id, clara.account, holder.keys[0].secret.public()));
    world.scenario.act(&holder, Act::CancelOrder(CancelOrder { order })).expect("cancelled");
    world.scenario.act(&clara, Act::PlaceSellOrder(offer.clone())).expect("the producer's own");
    world.scenario.act(&holder, Act::PlaceSellOrder(offer)).expect("the holder's");
    let entries = end(&mut world, certificate);
    let reasons: Vec<_> = events(&entries)
        .filter_map(|e| match e {
            Event::Trade(TradeEvent::OrderCancelled(cancelled)) => Some(cancelled.reason),
            _ => None,
        })
        .collect();
    assert_eq!(reasons, [CancelReason::Mandate], "the producer's own offer stays");
    let (order, _) = world.scenario.registry.markets.orders_of(clara.id).last().expect("it stays");
    let refusal = world.scenario.act(&holder, Act::CancelOrder(CancelOrder { order })).expect_err("ended");
    assert_eq!(refusal.code(), "must_exist");
}

#[test]
fn a_revoked_key_of_the_holder_takes_its_offers_along() {
    let mut world = stage();
    let (holder, certificate) = held(&mut world, &[MandatePower::Offer]);
    let batch = world.issue(certificate, "5", "0", JULY).expect("issued");
    let clara = world.clara.clone();
    let offer = world.offer(&clara, batch, "1", "4200.00");
    world.scenario.act(&holder, Act::PlaceSellOrder(offer)).expect("an offer");
    let revoke = RevokeKey { key: holder.keys[0].secret.public(), reason: value("lost") };
    let entries = world.scenario.act_by(&holder, 1, Act::RevokeKey(revoke)).expect("revoked");
    let cancelled =
        |e: &Event| matches!(e, Event::Trade(TradeEvent::OrderCancelled(c)) if c.reason == CancelReason::KeyRevoked);
    assert!(events(&entries).any(cancelled));
    assert_eq!(world.scenario.registry.markets.orders_of(clara.id).count(), 0);
}

#[test]
fn no_mandate_signs_premium_plans_instalments_sales_or_the_end_of_the_certificate() {
    let mut world = stage();
    let (holder, certificate) = held(&mut world, &[MandatePower::Declare, MandatePower::Offer]);
    world.issue(certificate, "5", "0", JULY).expect("issued");
    let payee = world.clara.id;
    let shares = vec![PayeeShare { kind: PayeeKind::Operations, payee, share: Bps::new(10_000).expect("the whole") }];
    let cordillera = world.cordillera.clone();
    let open = OpenInstalmentPlan {
        kind: InstalmentKind::Certification,
        producer: world.clara.id,
        programme: value("HZN"),
        rate: value("100"),
        total: usd("1.00"),
    };
    world.scenario.act(&cordillera, Act::OpenInstalmentPlan(open)).expect("offered");
    let (plan, _) = world.scenario.registry.cash.instalment_plans().last().expect("offered");
    let (effective, reason) = (value("2026-07-13"), value("mine_closed"));
    let (mass, sold_on) = (value("1"), value("2026-07-12"));
    let acts = [
        Act::AdoptPremiumPlan(AdoptPremiumPlan { payees: shares, programme: value("HZN") }),
        Act::AcceptInstalmentPlan(AcceptInstalmentPlan { plan }),
        Act::RecordPhysicalSale(RecordPhysicalSale { certificate, mass, sold_on }),
        Act::SurrenderCertificate(SurrenderCertificate { certificate, effective, reason }),
        Act::EndMandate(EndMandate { certificate }),
    ];
    for act in acts {
        let word = act.word();
        let refusal = world.scenario.act(&holder, act).expect_err(word);
        assert_eq!(refusal, Refusal::RoleIsRequired { role: Role::Producer }, "{word}");
    }
}

#[test]
fn only_the_holder_that_is_named_consents_and_only_its_consent_links_it() {
    let mut world = stage();
    let holder = world.scenario.register("Bright Ridge Mining Ltd", "CO", &[Role::Holder, Role::Buyer]);
    let other = world.scenario.register("Other Holder", "CO", &[Role::Holder]);
    world.deposit(&holder, "9000.00", "HOLDER").expect("money arrives");
    let clara = world.clara.clone();
    let batch = world.issue(world.clara_certificate, "5", "0", JULY).expect("issued");
    let application = ApplyCertificate {
        certifier: world.cordillera.id,
        holder: Some(holder.id),
        site: value("SITE-2"),
        ..certification("CO-CHO", "5").application
    };
    world.scenario.act(&clara, Act::ApplyCertificate(application)).expect("applied for");
    let (certificate, _) = world.scenario.registry.certificates.certificates().last().expect("applied for");
    let accept = Act::AcceptMandate(AcceptMandate { certificate });
    assert_eq!(world.scenario.act(&other, accept.clone()).expect_err("not named").code(), "must_exist");
    let trade = |world: &mut World| {
        let offer = world.offer(&clara, batch, "0.1", "4200.00");
        world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect("an offer");
        let bid = world.bid(&holder, "0.1", "4200.00");
        let entries = world.scenario.act(&holder, Act::PlaceBuyOrder(bid)).expect("a bid");
        let traded = events(&entries).any(|e| matches!(e, Event::Trade(TradeEvent::Traded(_))));
        let orders: Vec<_> = world.scenario.registry.markets.orders_of(clara.id).map(|(id, _)| id).collect();
        for order in orders {
            world.scenario.act(&clara, Act::CancelOrder(CancelOrder { order })).expect("cancelled");
        }
        traded
    };
    assert!(trade(&mut world), "named without consent, it is a stranger");
    world.scenario.act(&holder, accept).expect("consented");
    assert!(!trade(&mut world), "with consent it counts as the producer's group");
    let cordillera = world.cordillera.clone();
    let reject = RejectCertificate { certificate, note: None, reason: value("incomplete") };
    world.scenario.act(&cordillera, Act::RejectCertificate(reject)).expect("rejected");
    assert!(trade(&mut world), "an application that came to nothing links nobody");
}

#[test]
fn a_mandate_needs_a_holder_and_names_each_power_once() {
    let mut world = stage();
    let holder = world.scenario.register("Bright Ridge Mining Ltd", "CO", &[Role::Holder]);
    let (clara, certifier) = (world.clara.clone(), world.cordillera.id);
    let application = ApplyCertificate { certifier, ..certification("CO-CHO", "5").application };
    for (holder, mandate) in
        [(None, vec![MandatePower::Declare]), (Some(holder.id), vec![MandatePower::Declare, MandatePower::Declare])]
    {
        let apply = ApplyCertificate { holder, mandate, ..application.clone() };
        let refusal = world.scenario.act(&clara, Act::ApplyCertificate(apply)).expect_err("refused");
        assert_eq!(refusal, Refusal::FieldMustBe { field: "mandate", rule: "given with a holder, each power once" });
    }
}

#[test]
fn no_certifier_judges_a_holder_of_its_own_group() {
    let mut world = stage();
    let mut registration = world.scenario.registration("Captive Holder", "CO", &[Role::Holder]);
    registration.act.group = Some(world.cordillera.id);
    let captive = world.scenario.join(registration);
    let (clara, certifier) = (world.clara.clone(), world.cordillera.id);
    let application = certification("CO-CHO", "5").application;
    let apply = ApplyCertificate { certifier, holder: Some(captive.id), ..application };
    let refusal = world.scenario.act(&clara, Act::ApplyCertificate(apply)).expect_err("its own group");
    assert_eq!(refusal, Refusal::IssuerMustNotBeApprover {});
}

#[test]
fn a_mandated_holder_makes_an_offer_of_the_producers_smaller_and_the_name_is_the_producers() {
    let mut world = stage();
    let (holder, certificate) = held(&mut world, &[MandatePower::Offer]);
    let batch = world.issue(certificate, "5", "0", JULY).expect("issued");
    let clara = world.clara.clone();
    let offer = PlaceSellOrder { client_order: Some(value("SPRING")), ..world.offer(&clara, batch, "1", "4200.00") };
    world.scenario.act(&holder, Act::PlaceSellOrder(offer.clone())).expect("an offer");
    let (order, _) = world.scenario.registry.markets.orders_of(clara.id).last().expect("it is the producer's");
    assert_eq!(world.scenario.registry.markets.order_called(clara.id, &value("SPRING")), Some(order));
    let again = world.scenario.act(&clara, Act::PlaceSellOrder(offer)).expect_err("the name is taken");
    assert_eq!(again.code(), "client_order_must_be_unused");
    let reduce = Act::ReduceOrder(ReduceOrder { by: value("0.4"), order });
    world.scenario.act(&holder, reduce.clone()).expect("reduced");
    assert_eq!(world.scenario.registry.markets.order(order).map(|o| o.mass), Some(value("0.6")));
    end(&mut world, certificate);
    assert_eq!(world.scenario.act(&holder, reduce).expect_err("ended").code(), "must_exist");
}
