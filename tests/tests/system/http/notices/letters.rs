//! Every letter in four languages: what the mail server receives, read by a parser that knows nothing of ours, beside
//! what is kept under `tests/golden/letters`.

use std::collections::{BTreeMap, BTreeSet};

use orebook_registry::instruction::*;
use orebook_registry::values::*;
use orebook_server::notices::texts::letters;
use orebook_server::notices::{Letter, Recipient};
use orebook_tests::golden::golden;
use orebook_tests::house::House;
use orebook_tests::mail::{MailServer, Received, Security};
use orebook_tests::scenario::{Scenario, World, holds, programme, timestamp, usd, value};
use orebook_tests::{browser, each_database, until};
use orebook_verifier::bundle::Bundle;

use super::stage::{READERS, person, queued, wait_for_state};

/// A register in which everything happens that letters tell of; and who is told.
fn journey() -> (Scenario, Vec<OrganisationId>) {
    let (mut world, [batch, _]) = World::issued();
    let (clara, cordillera, operator) =
        (world.clara.clone(), world.cordillera.clone(), world.scenario.operator.clone());
    let (lumen, perrin) = (world.buyers[0].clone(), world.buyers[2].clone());
    let mut registration = world.scenario.registration("Lumen & Vale Retail", "GB", &[Role::Buyer]);
    registration.act.group = Some(lumen.id);
    let retail = world.scenario.join(registration);
    let act = |world: &mut World, actor, act| drop(world.scenario.act(actor, act).unwrap());
    let mut next = programme();
    (next.version, next.effective_from) = (Count(2), world.scenario.now().date());
    next.parameters.audit_thresholds[0].mass = value("1");
    act(&mut world, &operator, Act::DefineProgramme(next));
    let (offer, bid) = (world.offer(&clara, batch, "3", "4200.00"), world.bid(&lumen, "3", "4200.00"));
    act(&mut world, &clara, Act::PlaceSellOrder(offer));
    act(&mut world, &lumen, Act::PlaceBuyOrder(bid));
    let blocks = world.blocks(lumen.account, batch, "2");
    let retire = world.retirement(&lumen, blocks, Claim::Support(PlainClaim {}));
    act(&mut world, &lumen, Act::Retire(retire));
    for digest in [7, 8] {
        let contacts = SetContactDetails { details: Digest([digest; 32]), organisation: None };
        act(&mut world, &retail, Act::SetContactDetails(contacts));
    }
    for digest in [9, 10] {
        let details = SetPayoutDetails { details: Digest([digest; 32]), organisation: None, rail: Rail::BankTransfer };
        act(&mut world, &lumen, Act::SetPayoutDetails(details));
    }
    act(&mut world, &lumen, Act::WithdrawPayoutDetails(WithdrawPayoutDetails {}));
    let blocks = world.blocks(lumen.account, batch, "0.125");
    act(&mut world, &lumen, Act::Transfer(Transfer { blocks, from: lumen.account, to: retail.account }));
    let declared = world.declare(world.clara_certificate, "1.5", "0", ["2026-07-01", "2026-07-10"]).unwrap();
    let reject = RejectDeclaration { declaration: declared, note: None, reason: value("evidence_incomplete") };
    act(&mut world, &cordillera, Act::RejectDeclaration(reject));
    keys(&mut world);
    let fund = payouts(&mut world);
    world.scenario.hold(HoldReason::OwnerRequest, holds::organisation(&perrin)).unwrap();
    world.scenario.hold(HoldReason::Investigation, holds::batch(batch, HoldScope::All)).unwrap();
    let withdraw = WithdrawCertificate {
        cause: WithdrawalCause::Fraud,
        certificate: world.sisters_certificate,
        effective: value("2026-07-05"),
        note: None,
        reason: value("mercury_found"),
    };
    let certifier = world.acacia.clone();
    act(&mut world, &certifier, Act::WithdrawCertificate(withdraw));
    let sisters = world.sisters.id;
    world.scenario.advance_to(world.scenario.now().plus_days(91));
    (world.scenario, vec![clara.id, cordillera.id, lumen.id, retail.id, perrin.id, fund, sisters])
}

/// A key is added and revoked; another is added by the operator and refused.
fn keys(world: &mut World) {
    let (lumen, operator) = (world.buyers[0].clone(), world.scenario.operator.clone());
    let [phone, strange] = ["phone", "strange"].map(|name| world.scenario.key(name).public());
    let add = AddKey { key: phone, person: value("second"), purpose: KeyPurpose::Signing };
    world.scenario.act_by(&lumen, 1, Act::AddKey(add)).unwrap();
    let revoke = RevokeKey { key: phone, reason: value("lost") };
    world.scenario.act_by(&lumen, 1, Act::RevokeKey(revoke)).unwrap();
    let (organisation, purpose) = (lumen.id, KeyPurpose::Signing);
    let add = AddKeyFor { key: strange, organisation, person: value("third"), purpose };
    world.scenario.act_together(&operator, Act::AddKeyFor(add)).unwrap();
    world.scenario.act(&lumen, Act::VetoKey(VetoKey { key: strange })).unwrap();
}

/// Premium is paid out to Clara's first payee.
fn payouts(world: &mut World) -> OrganisationId {
    let (clara, operator) = (world.clara.clone(), world.scenario.operator.clone());
    let (_, plan) = world.scenario.registry.cash.plan_in_force(clara.id, value("HZN")).unwrap();
    let payee = plan.payees[0].payee;
    let details = SetPayoutDetails { details: Digest([5; 32]), organisation: Some(payee), rail: Rail::BankTransfer };
    world.scenario.act_together(&operator, Act::SetPayoutDetails(details)).unwrap();
    let plan = PlanPayout { amount: usd("1250.00"), exchange: None, payee, producer: clara.id };
    world.scenario.act(&operator, Act::PlanPayout(plan)).unwrap();
    let payout = world.scenario.registry.cash.payouts().iter().last().unwrap().0;
    let approve = ApprovePayouts { payouts: vec![payout], rail: Rail::BankTransfer };
    world.scenario.act_together(&operator, Act::ApprovePayouts(approve)).unwrap();
    let file = world.scenario.registry.cash.payouts().files().last().unwrap().0;
    let instruct = InstructPayouts { digest: Digest([6; 32]), file };
    world.scenario.act(&operator, Act::InstructPayouts(instruct)).unwrap();
    for report in [
        PayoutReport::Accepted(BankSaid { reference: None }),
        PayoutReport::Settled(BankPaid { reference: value("BOOKED-1") }),
    ] {
        world.scenario.act(&operator, Act::ReportPayout(ReportPayout { payout, report })).unwrap();
    }
    payee
}

/// The letters that no entry causes, to a reader of each language.
fn others(house: &House) {
    let ends_at = timestamp("2199-01-31T10:00:00Z");
    for (language, name) in READERS {
        let to = Recipient {
            name: name.to_owned(),
            address: format!("{language}@reader.example"),
            language: language.to_owned(),
            person: None,
            organisation: None,
            role: Some("admin".to_owned()),
        };
        let link = |kind: &str| format!("https://registry.example/{kind}/7hEs3cReT");
        let (organisation, role) = ("Lumen & Vale Jewellery".to_owned(), "trader".to_owned());
        let (url, reason) = ("https://hooks.example/orebook".to_owned(), "410 Gone".to_owned());
        let letters = [
            Letter::Login { to: to.clone(), link: link("login"), ends_at },
            Letter::Invitation {
                to: to.clone(),
                organisation: organisation.clone(),
                role,
                link: link("invitation"),
                ends_at,
            },
            Letter::WebhookDisabled { to, organisation, url, reason },
        ];
        queued(house, letters);
    }
}

#[test]
fn every_letter_in_four_languages_reaches_a_real_mail_server_as_it_is_kept() {
    each_database(|location| {
        let (scenario, told) = journey();
        for organisation in &told {
            for (language, name) in READERS {
                person(location, *organisation, language, name, "admin");
            }
        }
        let mail = MailServer::start(Security::Starttls);
        let house = House::with_mail(location, scenario, mail.settings());
        others(&house);
        let mut sections = BTreeSet::new();
        let all: BTreeSet<String> = letters().collect();
        until("every letter in every language", || {
            sections = mail.received().iter().map(|received| (received.section(), language(received))).collect();
            (sections.len() == 4 * all.len()).then_some(())
        });
        // Whatever is owed is sent, once.
        until("an empty outbox", || {
            let rows = house.shared().reader.read(|read| read.outbox_after((i64::MIN, i32::MIN), 1)).unwrap();
            rows.is_empty().then_some(())
        });
        wait_for_state(location, "waiting", 0);
        let received = mail.received();
        let ids: BTreeSet<String> = received.iter().map(|received| received.header("Message-ID")).collect();
        assert_eq!(ids.len(), received.len(), "no letter comes twice");
        for section in &all {
            golden(&format!("letters/{section}.txt"), &in_four_languages(&received, section));
        }
        let first = first(&received, "trade_bought", "en");
        golden("letters/trade_bought.html", &first.parsed().body_html(0).unwrap().replace("\r\n", "\n"));
        statement(&house, &first_of(&received, "retirement_statement"));
        pictures(&received);
        house.audit();
    });
}

fn language(received: &Received) -> String {
    received.header("Content-Language")
}

/// The letter of the earliest entry.
fn first<'r>(received: &'r [Received], section: &str, of: &str) -> &'r Received {
    let place = |received: &&Received| {
        let id = received.header("Message-ID");
        let parts: Vec<u64> = id.trim_matches('<').split('.').take(2).filter_map(|part| part.parse().ok()).collect();
        (parts, id)
    };
    let own = received.iter().filter(|received| received.section() == section && language(received) == of);
    own.min_by_key(place).unwrap()
}

fn first_of(received: &[Received], section: &str) -> Received {
    first(received, section, "en").clone()
}

/// What is kept of a letter: its headers and its text, in each language.
fn in_four_languages(received: &[Received], section: &str) -> String {
    let mut kept = String::new();
    for (of, _) in READERS {
        let letter = first(received, section, of);
        kept.push_str(&shown(letter));
    }
    kept
}

fn shown(letter: &Received) -> String {
    let parsed = letter.parsed();
    let text = parsed.body_text(0).unwrap().replace("\r\n", "\n");
    let html = parsed.body_html(0).unwrap();
    for line in text.lines().take_while(|line| *line != "-- ").filter(|line| !line.is_empty()) {
        let (label, value) = line.split_once(": ").unwrap_or((line, ""));
        let escaped = |text: &str| {
            text.replace('&', "&#38;")
                .replace('<', "&#60;")
                .replace('>', "&#62;")
                .replace('"', "&#34;")
                .replace('\'', "&#39;")
        };
        let line_is_there = html.contains(&escaped(line.trim_end_matches(':').trim_end()));
        assert!(
            line_is_there || (html.contains(&escaped(label.trim_end())) && html.contains(&escaped(value))),
            "{line}\n{html}"
        );
    }
    assert!(!html.contains("src=") && !html.contains("url("), "nothing is fetched");
    assert!(letter.encrypted);
    let from = parsed.from().and_then(|from| from.first()).unwrap();
    assert_eq!((from.name(), from.address()), (Some("Example Registry"), Some("register@registry.example")));
    let to = parsed.to().and_then(|to| to.first()).unwrap();
    assert_eq!(to.address(), Some(letter.to.as_str()));
    assert_eq!(letter.header("Auto-Submitted"), "auto-generated");
    assert!(parsed.date().is_some());
    let attached: Vec<_> =
        parsed.attachments().map(|part| mail_parser::MimeHeaders::attachment_name(part).unwrap()).collect();
    let id = letter.header("Message-ID");
    let is_entrys = id.contains('.') && id.trim_end_matches("@registry.example>").contains('.');
    let mut lines = vec![
        format!("==== {}", language(letter)),
        format!("To: {} <{}>", to.name().unwrap(), letter.to),
        format!("Subject: {}", parsed.subject().unwrap()),
        format!("Message-ID: {}", if is_entrys { id.as_str() } else { "<…@registry.example>" }),
    ];
    for name in ["List-Unsubscribe", "List-Unsubscribe-Post"] {
        let value = letter.header(name);
        lines.extend((!value.is_empty()).then(|| format!("{name}: {value}")));
    }
    lines.extend(attached.iter().map(|name| format!("Attached: {name}")));
    format!("{}\n\n{}\n", lines.join("\n"), text.trim_end())
}

/// The attached bundle is that of the public record, and anybody can check it.
fn statement(house: &House, letter: &Received) {
    let parsed = letter.parsed();
    let attached = parsed.attachment(0).unwrap();
    let bundle: Bundle = serde_json::from_slice(attached.contents()).unwrap();
    let (id, _) = house.scenario.registry.claims.retirements().next().unwrap();
    let served: Bundle = serde_json::from_str(&house.get(&format!("/v1/retirements/{id}/bundle")).body).unwrap();
    assert_eq!(bundle.statement, served.statement);
    assert_eq!(bundle.entries.len(), served.entries.len());
}

/// What letters look like, under `target/pages`.
fn pictures(received: &[Received]) {
    let directory = tempfile::tempdir().unwrap();
    let mut taken = BTreeMap::new();
    for (section, of) in
        [("trade_bought", "en"), ("transfer_leaving", "es"), ("retirement_statement", "fr"), ("frozen", "sw")]
    {
        let file = directory.path().join(format!("{section}.html"));
        let html = first(received, section, of).parsed().body_html(0).unwrap().into_owned();
        std::fs::write(&file, html).unwrap();
        let url = format!("file://{}", file.display());
        taken.insert(section, browser::picture(&url, &format!("letter-{section}-{of}"), 640));
        browser::picture(&url, &format!("letter-{section}-{of}"), 360);
    }
    assert_eq!(taken.len(), 4);
}
