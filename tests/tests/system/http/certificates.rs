//! Certificates and equivalences as the API shows them.

use orebook_registry::instruction::*;
use orebook_tests::each_database;
use orebook_tests::house::House;
use orebook_tests::scenario::{World, certification, value};
use serde_json::{Value, json};

fn read(house: &House, path: &str) -> Value {
    let answer = house.http.send("GET", path, &[], Vec::new());
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    answer.json
}

#[test]
fn a_certificate_shows_its_flags_its_inspection_and_who_brought_each_state_about() {
    each_database(|location| {
        let (mut world, _) = World::issued();
        let holder = world.scenario.register("Bright Ridge Mining Ltd", "CO", &[Role::Holder]);
        let (clara, cordillera) = (world.clara.clone(), world.cordillera.clone());
        let mut terms = certification("CO-CHO", "10");
        terms.application.holder = Some(holder.id);
        terms.application.mandate = vec![MandatePower::Offer];
        terms.application.site = value("SITE-2");
        terms.grant.effective = value("2026-07-01");
        let inspected_on = value("2026-06-30");
        terms.grant.group = Some(GroupTerms { compliant: value("9000"), inspected_on, members: Count(40) });
        let certificate = world.certify(&clara, &cordillera, terms).unwrap();
        let (compliant, failed, members) = (value("7500"), value("10"), Count(40));
        let inspected_on = value("2026-07-12");
        let inspection =
            RecordInspection { certificate, compliant, failed, inspected_on, maximum: Some(value("8")), members };
        world.scenario.act(&cordillera, Act::RecordInspection(inspection)).unwrap();
        let (effective, reason) = (value("2026-07-13"), value("members_failed"));
        let suspend = SuspendCertificate { certificate, effective, note: Some(Digest([1; 32])), reason };
        world.scenario.act(&cordillera, Act::SuspendCertificate(suspend)).unwrap();
        let house = House::of(location, world.scenario);
        let shown = read(&house, &format!("/v1/certificates/{certificate}"));
        assert_eq!(shown["group"]["must_be_suspended"], json!(true), "{shown}");
        assert_eq!(shown["group"]["inspection_is_due"], json!(false));
        assert_eq!((&shown["held"], &shown["oversold"]), (&json!(true), &json!(false)));
        assert_eq!(shown["mandate"], json!({ "powers": ["offer"], "state": "in_force" }));
        assert_eq!(shown["terms"]["maximum"], json!("8"));
        let last = shown["history"].as_array().unwrap().last().unwrap();
        let expected = json!({ "by": cordillera.id.to_string(), "effective": "2026-07-13", "note": "01".repeat(32), "reason": "members_failed", "state": "suspended" });
        assert_eq!(last, &expected);
        house.audit();
    });
}

#[test]
fn equivalences_are_found_by_programme_level_and_day() {
    each_database(|location| {
        let (mut world, _) = World::issued();
        let operator = world.scenario.operator.clone();
        let side = |level| ProgrammeLevel { level, programme: value("HZN") };
        let (from_date, until) = (value("2026-07-01"), value("2027-06-30"));
        let (from, to) = (side(Level::Leading), side(Level::Good));
        let record = RecordEquivalence { extent: EquivalenceExtent::Partial, from, from_date, to, until };
        world.scenario.act(&operator, Act::RecordEquivalence(record)).unwrap();
        let (equivalence, _) = world.scenario.registry.certificates.equivalences().next().unwrap();
        let revoke =
            RevokeEquivalence { effective: value("2026-09-01"), equivalence, reason: value("standard_changed") };
        world.scenario.act(&operator, Act::RevokeEquivalence(revoke)).unwrap();
        let house = House::of(location, world.scenario);
        let found = |query: &str| read(&house, &format!("/v1/equivalences{query}"))["items"].as_array().unwrap().len();
        for (query, number) in [
            ("", 1),
            ("?programme=HZN&level=good", 1),
            ("?level=leading&on=2026-08-31", 1),
            ("?on=2026-09-01", 0),
            ("?on=2026-06-30", 0),
            ("?level=entry", 0),
            ("?programme=TRL", 0),
        ] {
            assert_eq!(found(query), number, "{query}");
        }
        let shown = &read(&house, "/v1/equivalences")["items"][0];
        assert_eq!((&shown["extent"], &shown["revoked_from"]), (&json!("partial"), &json!("2026-09-01")));
        let wrong = house.http.send("GET", "/v1/equivalences?on=yesterday", &[], Vec::new());
        assert_eq!((wrong.status, wrong.code()), (400, "parameter_is_malformed"));
        house.audit();
    });
}
