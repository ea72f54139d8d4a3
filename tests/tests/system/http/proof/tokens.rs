//! Entry bundles are for auditors: each with a token of its own, which can be revoked and whose use is recorded.

use orebook_store::{Location, Reader};
use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};
use orebook_tlog::decode_bundle;

use super::stage::operate;

fn read(house: &House, path: &str, token: &str) -> Answer {
    house.http.send("GET", path, &[("authorization", &format!("Bearer {token}"))], Vec::new())
}

fn token(house: &House, location: &Location, arguments: &[&str]) -> String {
    let (code, told) = operate(house.data(), location, &[&["token"], arguments].concat());
    assert_eq!(code, 0, "{told}");
    told
}

#[test]
fn bundles_are_read_with_a_token_that_can_be_revoked_and_whose_use_is_recorded() {
    each_database(|location| {
        let house = House::founded(location);
        let size = house.scenario.entries().len();
        let path = format!("/log/tile/entries/000.p/{size}");
        let answer = house.http.anyone().get(&path);
        assert_eq!((answer.status, answer.code()), (401, "auditor_token_is_required"));
        assert_eq!(answer.header("www-authenticate"), "Bearer");

        let made = token(&house, location, &["new", "--name", "Baker & Sons Audit"]);
        let secret = made.trim();
        let answer = read(&house, &path, secret);
        assert_eq!((answer.status, answer.header("cache-control")), (200, "private, max-age=31536000, immutable"));
        let entries = decode_bundle(&answer.bytes, u16::try_from(size).unwrap()).unwrap();
        let own: Vec<&[u8]> = house.scenario.entries().iter().map(|entry| entry.bytes.as_slice()).collect();
        assert_eq!(entries, own);
        for width in 1..size {
            let answer = read(&house, &format!("/log/tile/entries/000.p/{width}"), secret);
            assert_eq!(decode_bundle(&answer.bytes, u16::try_from(width).unwrap()).unwrap(), own[..width]);
        }
        for beyond in [format!("000.p/{}", size + 1), "000".into(), "001.p/1".into(), "x".into(), "000.p/0".into()] {
            let answer = read(&house, &format!("/log/tile/entries/{beyond}"), secret);
            assert_eq!(answer.status, 404, "{beyond}");
        }
        for wrong in ["obt_", &secret[..secret.len() - 1], &secret.replace("obt_", "obt_0")] {
            let answer = read(&house, &path, wrong);
            assert_eq!((answer.status, answer.code()), (401, "auditor_token_is_not_in_force"), "{wrong}");
        }

        let listed = token(&house, location, &["list"]);
        assert!(listed.contains("in force  Baker & Sons Audit"), "{listed}");
        assert!(!listed.contains(secret), "the token itself is not kept");
        let id = listed.split_whitespace().next().unwrap();
        let uses = token(&house, location, &["uses", id]);
        assert!(uses.contains(&format!("/log/tile/entries/000.p/{size}")), "{uses}");
        assert_eq!(Reader::open(location, 1).unwrap().read(|read| read.auditor_uses(id, 99)).unwrap().len(), size + 3);

        token(&house, location, &["revoke", id]);
        assert_eq!(read(&house, &path, secret).code(), "auditor_token_is_not_in_force");
        assert_eq!(operate(house.data(), location, &["token", "revoke", id]).0, 1, "it is revoked once");
        assert!(token(&house, location, &["list"]).contains("revoked 20"));
        house.audit();
    });
}

#[test]
fn an_auditor_reads_single_entries_of_members_from_afar() {
    each_database(|location| {
        let house = House::founded(location);
        let made = token(&house, location, &["new", "--name", "Audit"]);
        let bearer = format!("Bearer {}", made.trim());
        let afar = ("authorization", "");
        assert_eq!(house.http.send("GET", "/log/entry/1", &[afar], Vec::new()).status, 401);
        let answer = house.http.send("GET", "/log/entry/1", &[("authorization", &bearer)], Vec::new());
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert_eq!(house.http.send("GET", "/log/entry/0", &[afar], Vec::new()).status, 200, "the founding is public");
        let wrong = ("authorization", "Bearer obt_x_y");
        assert_eq!(
            house.http.send("GET", "/log/entry/1", &[wrong], Vec::new()).status,
            401,
            "a wrong token is no visitor"
        );
        house.audit();
    });
}
