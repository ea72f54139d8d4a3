//! Contacts are written to: those in force, and of what a thief would change those before and those to come as well.

use std::collections::BTreeSet;

use orebook_registry::instruction::*;
use orebook_tests::house::House;
use orebook_tests::mail::{MailServer, Received, Security};
use orebook_tests::scenario::{Actor, Scenario};
use orebook_tests::{each_database, until};

use crate::http::contacts::{act, details, put, set};

/// To whom letters of a section went.
fn reached(received: &[Received], section: &str) -> BTreeSet<String> {
    received.iter().filter(|letter| letter.section() == section).map(|letter| letter.to.clone()).collect()
}

fn wait_for(mail: &MailServer, section: &str, expected: &[&str]) {
    let expected: BTreeSet<String> = expected.iter().map(|address| (*address).to_owned()).collect();
    until(section, || (reached(&mail.received(), section) == expected).then_some(()));
}

/// Sets details that were sent before, so that the letters about them find them.
fn change(house: &mut House, lumen: &Actor, email: &str) {
    let details = details(lumen.id, email);
    assert_eq!(put(&house.http, &details).status, 201);
    act(house, lumen, set(&details));
}

#[test]
fn a_change_is_told_to_the_contacts_before_and_to_those_to_come() {
    each_database(|location| {
        let mut scenario = Scenario::founded();
        let lumen = scenario.register("Lumen", "GB", &[Role::Buyer]);
        let mail = MailServer::start(Security::Starttls);
        let mut house = House::with_mail(location, scenario, mail.settings());
        change(&mut house, &lumen, "clara@coop.example");
        let (clara, office, thief) = ("clara@coop.example", "office@coop.example", "thief@other.example");
        wait_for(&mail, "contact_set", &[clara, office]);
        change(&mut house, &lumen, thief);
        wait_for(&mail, "contact_changed", &[clara, office, thief]);
        let told =
            |to: &str| mail.received().iter().filter(|r| r.section().starts_with("contact_") && r.to == to).count();
        until("two letters to those before", || ((told(clara), told(office), told(thief)) == (2, 2, 1)).then_some(()));
        house.advance(73 * 3_600);
        let pay = SetPayoutDetails { details: Digest([5; 32]), organisation: None, rail: Rail::MobileMoney };
        act(&mut house, &lumen, Act::SetPayoutDetails(pay));
        wait_for(&mail, "bank_details_set", &[thief, office, clara]);
        house.audit();
    });
}
