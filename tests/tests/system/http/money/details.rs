//! Payout details: beside the log, told masked, erasable, and never accepted when money could not arrive there.

use orebook_store::{Page, Reader, Reading};
use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};
use serde_json::{Value, json};

use super::stage::{SALT, approved, details, digest_of, furnished, put};

fn path(details: &Value) -> String {
    format!("/v1/payout-details/{}", digest_of(details))
}

#[test]
fn details_are_kept_where_an_entry_sets_their_digest_told_masked_and_erased() {
    each_database(|location| {
        let (stage, _) = approved();
        let house = furnished(location, &stage);
        for (n, kind, account) in [(0, "iban", "…3000"), (1, "other", "…9012"), (2, "msisdn", "…3456")] {
            let own = details(n);
            assert_eq!(house.get(&path(&own)).status, 404);
            assert_eq!((put(&house, &own).status, put(&house, &own).status), (201, 200), "{n}");
            let told = house.get(&path(&own));
            assert_eq!((told.text("/kind"), told.text("/account")), (kind, account));
            assert_eq!(told.text("/organisation"), stage.funds[n].to_string());
            assert_eq!(told.header("cache-control"), "no-store");
            for secret in ["Clara", "Akello", "DE893", "DEUTDEFF", "+25677", "Carrera"] {
                assert!(!told.body.contains(secret), "{}", told.body);
            }
            for method in ["GET", "DELETE"] {
                let far = house.http.send(method, &path(&own), &[("authorization", "")], Vec::new());
                assert_eq!(far.code(), "token_is_required", "{method}");
            }
            assert_eq!(house.http.send("DELETE", &path(&own), &[], Vec::new()).status, 204);
            assert_eq!(house.http.send("DELETE", &path(&own), &[], Vec::new()).status, 404);
            assert_eq!(house.get(&path(&own)).status, 404);
            let whose = stage.funds[n].to_string();
            let log = |read: &mut Reading<'_>| read.security_log(&whose, &Page::newest(9));
            let log = Reader::open(location, 1).unwrap().read(log).unwrap();
            let erased = log.iter().filter(|row| row.kind == "payout_details_erased").count();
            assert_eq!(erased, 1, "{log:?}");
        }
        house.audit();
    });
}

fn send(house: &House, digest: &str, body: &Value) -> Answer {
    let json = [("content-type", "application/json")];
    house.http.send("PUT", &format!("/v1/payout-details/{digest}"), &json, body.to_string().into_bytes())
}

/// Details with one member in the place of another.
fn with(n: usize, pointer: &str, new: Value) -> Value {
    let mut changed = details(n);
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    changed.pointer_mut(parent).unwrap()[name] = new;
    changed
}

#[test]
fn whatever_money_could_not_be_sent_to_is_refused_with_its_place() {
    each_database(|location| {
        let (stage, _) = approved();
        let house = furnished(location, &stage);
        let mut bare = details(0);
        bare.as_object_mut().unwrap().remove("address");
        for (details, pointer, says) in [
            (with(0, "/account/iban", json!("DE89370400440532013001")), "/details/account/iban", "check digits"),
            (with(0, "/account/iban", json!("DE8937040044053201300")), "/details/account/iban", "22"),
            (with(0, "/account/msisdn", json!("+256772123456")), "/details/account", "one of iban, other and msisdn"),
            (with(0, "/account", json!({})), "/details/account", "one of iban"),
            (
                with(0, "/account", json!({ "iban": "DE89370400440532013000", "scheme": "BBAN" })),
                "/details/account/scheme",
                "other",
            ),
            (with(0, "/agent/bic", json!("DEUT")), "/details/agent/bic", "8 or 11"),
            (with(0, "/agent", json!({ "member": "1" })), "/details/agent", "name"),
            (with(0, "/name", json!("…")), "/details/name", "Latin"),
            (with(0, "/name", json!("x".repeat(71))), "/details/name", "70 characters"),
            (with(0, "/address/town", json!("")), "/details/address/town", "Latin"),
            (with(0, "/address/country", json!("Germany")), "/details/address/country", "two capital letters"),
            (with(1, "/account/other", json!("-1")), "/details/account/other", "letter or a digit"),
            (with(2, "/account/msisdn", json!("0772123456")), "/details/account/msisdn", "begins with +"),
            (with(2, "/agent", json!({ "bic": "DEUTDEFF" })), "/details/agent", "no bank"),
            (bare, "/details/address", "town and country"),
        ] {
            let answer = put(&house, &details);
            assert_eq!(
                (answer.status, answer.code()),
                (422, "payout_details_are_malformed"),
                "{details}: {}",
                answer.body
            );
            assert_eq!(answer.text("/errors/0/pointer"), pointer, "{}", answer.body);
            assert!(answer.text("/detail").contains(says), "{}", answer.body);
        }
        house.audit();
    });
}

#[test]
fn other_digests_other_rails_and_other_forms_are_refused() {
    each_database(|location| {
        let (mut stage, _) = approved();
        // The fourth payee's details are those of a telephone, and the entry says bank.
        stage.set_details(3, orebook_registry::instruction::Rail::BankTransfer);
        let house = furnished(location, &stage);
        let own = digest_of(&details(0)).to_string();
        let body = |details: Value| json!({ "salt": SALT, "details": details });
        let other_salt = json!({ "salt": "00000000000000000000000000000000", "details": details(0) });
        for (body, status, code) in [
            (body(details(1)), 422, "payout_details_must_have_their_digest"),
            (other_salt, 422, "payout_details_must_have_their_digest"),
            (json!({ "salt": "8f", "details": details(0) }), 400, "parameter_is_malformed"),
            (json!({ "salt": SALT }), 400, "document_is_malformed"),
            (json!({ "salt": SALT, "details": details(0), "more": 1 }), 400, "document_is_malformed"),
            (json!([]), 400, "document_is_malformed"),
        ] {
            let answer = send(&house, &own, &body);
            assert_eq!((answer.status, answer.code()), (status, code), "{}", answer.body);
        }
        for details in [json!({ "name": "x" }), json!("text"), with(0, "/more", json!("x")), with(0, "/name", json!(1))]
        {
            let answer = put(&house, &details);
            assert_eq!((answer.status, answer.code()), (400, "document_is_malformed"), "{}", answer.body);
            assert!(!answer.body.contains("DE8937"), "{}", answer.body);
        }
        let unnamed = with(0, "/name", json!("Somebody else"));
        assert_eq!((put(&house, &unnamed).status, put(&house, &unnamed).code()), (404, "must_exist"));
        let telephone = send(&house, &digest_of(&details(3)).to_string(), &body(details(3)));
        assert_eq!(
            (telephone.status, telephone.text("/errors/0/pointer")),
            (422, "/details/account"),
            "{}",
            telephone.body
        );
        let far = house.http.send("PUT", &path(&details(0)), &[], body(details(0)).to_string().into_bytes());
        assert_eq!(far.status, 415);
        house.audit();
    });
}
