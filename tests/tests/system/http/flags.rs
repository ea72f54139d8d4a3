//! What is told of credits and retirements after their certificate was suspended, or withdrawn for fraud.

use orebook_registry::instruction::*;
use orebook_registry::values::{BatchId, RetirementId};
use orebook_store::Location;
use orebook_tests::browser::{picture, width_wanted};
use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};
use orebook_tests::scenario::{World, value};
use serde_json::Value;

const FAR: [(&str, &str); 1] = [("authorization", "")];
const USABLE: &str = "Bought credits stay usable";

/// Credits of two producers, bought and retired in part; the certificate of the first is in question.
struct Doubted {
    house: House,
    world: World,
    batch: BatchId,
    retired: RetirementId,
    of_others: RetirementId,
    /// What the buyer still has of the first batch.
    bought: String,
}

fn doubted(location: &Location) -> Doubted {
    let (mut world, [batch, other]) = World::issued();
    let (clara, sisters, lumen) = (world.clara.clone(), world.sisters.clone(), world.buyers[0].clone());
    let offers = [(&sisters, other, "0.1", "4100.00"), (&clara, batch, "2", "4200.00")];
    for (seller, batch, mass, price) in offers {
        let offer = world.offer(seller, batch, mass, price);
        world.scenario.act(seller, Act::PlaceSellOrder(offer)).expect("offered");
    }
    let bid = world.bid(&lumen, "1.1", "4200.00");
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).expect("bought of both");
    for (batch, mass) in [(batch, "0.5"), (other, "0.1")] {
        let blocks = world.blocks(lumen.account, batch, mass);
        let retire = world.retirement(&lumen, blocks, Claim::Support(PlainClaim {}));
        world.scenario.act(&lumen, Act::Retire(retire)).expect("retired");
    }
    let ids: Vec<_> = world.scenario.registry.claims.retirements().map(|(id, _)| id).collect();
    let bought = world.blocks(lumen.account, batch, "0.5")[0].to_string();
    let house = House::of(location, world.scenario.clone());
    Doubted { house, world, batch, retired: ids[0], of_others: ids[1], bought }
}

impl Doubted {
    fn suspend(&mut self) {
        let suspend = SuspendCertificate {
            certificate: self.world.clara_certificate,
            effective: value("2026-07-13"),
            note: None,
            reason: value("mercury_suspected"),
        };
        let answer = self.house.act(&self.world.cordillera.clone(), Act::SuspendCertificate(suspend));
        assert_eq!(answer.status, 201, "{}", answer.body);
    }

    fn withdraw(&mut self, cause: WithdrawalCause) -> Answer {
        let withdraw = WithdrawCertificate {
            cause,
            certificate: self.world.clara_certificate,
            effective: value("2026-07-05"),
            note: None,
            reason: value("mercury_found"),
        };
        let answer = self.house.act(&self.world.cordillera.clone(), Act::WithdrawCertificate(withdraw));
        assert_eq!(answer.status, 201, "{}", answer.body);
        answer
    }

    fn read(&self, path: &str) -> Value {
        let answer = self.house.http.send("GET", path, &FAR, Vec::new());
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.json
    }

    /// State of the certificate, the note, the reasons of the holds and the flag, as batch and serial number tell.
    fn standing(&self) -> (String, String, Vec<String>, Value) {
        let told = [format!("/v1/batches/{}", self.batch), format!("/v1/credits/{}", self.bought)].map(|path| {
            let told = self.read(&path);
            let text = |name: &str| told[name].as_str().unwrap_or("").to_owned();
            let holds = told["holds"].as_array().into_iter().flatten();
            let reasons = holds.map(|hold| hold["reason"].as_str().unwrap().to_owned()).collect();
            (text("certificate_state"), text("certificate_note"), reasons, told["flag"].clone())
        });
        assert_eq!(told[0], told[1], "batch and serial number say the same");
        told[0].clone()
    }

    fn history(&self, id: RetirementId, at: &str) -> Vec<Value> {
        self.read(&format!("/v1/retirements/{id}/history{at}"))["items"].as_array().unwrap().clone()
    }
}

#[test]
fn a_suspension_is_told_with_what_it_means_for_bought_credits() {
    each_database(|location| {
        let mut doubted = doubted(location);
        assert_eq!(doubted.standing(), ("certified".into(), String::new(), vec![], Value::Null));
        doubted.suspend();
        let (state, note, holds, flag) = doubted.standing();
        assert_eq!((state.as_str(), holds, flag), ("suspended", vec!["certificate_suspended".into()], Value::Null));
        assert!(note.contains(USABLE), "{note}");
        let retirement = doubted.read(&format!("/v1/retirements/{}", doubted.retired));
        assert_eq!((&retirement["flag"], &retirement["flagged_batches"]), (&Value::Null, &Value::Null));
        doubted.house.audit();
    });
}

#[test]
fn a_withdrawal_that_is_not_for_fraud_flags_nothing() {
    each_database(|location| {
        let mut doubted = doubted(location);
        doubted.withdraw(WithdrawalCause::Nonconformity);
        let (state, note, _, flag) = doubted.standing();
        assert_eq!((state.as_str(), flag), ("withdrawn", Value::Null));
        assert!(note.contains(USABLE), "{note}");
        let retirement = doubted.read(&format!("/v1/retirements/{}", doubted.retired));
        assert_eq!(retirement["flag"], Value::Null);
        assert_eq!(doubted.history(doubted.retired, "").len(), 1);
        let page = doubted.house.get(&format!("/retirements/{}", doubted.retired)).body;
        assert!(!page.contains("fraud"), "{page}");
        doubted.house.audit();
    });
}

#[test]
fn fraud_is_told_wherever_what_rests_on_it_is_looked_up() {
    each_database(|location| {
        let mut doubted = doubted(location);
        let before = format!("?at={}", doubted.house.scenario.registry.size() - 1);
        let withdrawn = doubted.withdraw(WithdrawalCause::Fraud);
        let (state, note, holds, flag) = doubted.standing();
        assert_eq!((state.as_str(), holds, flag), ("withdrawn", vec!["fraud".into()], Value::from("fraud")));
        assert!(!note.contains(USABLE) && note.contains("What was retired stays retired"), "{note}");

        let path = format!("/v1/retirements/{}", doubted.retired);
        let retirement = doubted.read(&path);
        let flagged = serde_json::json!([{
            "batch": doubted.batch.to_string(), "certificate": doubted.world.clara_certificate.to_string(),
            "effective": "2026-07-05", "flag": "fraud",
        }]);
        assert_eq!((&retirement["flag"], &retirement["flagged_batches"]), (&"fraud".into(), &flagged));
        assert!(retirement["claim_text"].is_string(), "the claim of a final retirement is still shown");
        assert_eq!(doubted.read(&format!("{path}{before}"))["flag"], Value::Null, "it was not known then");

        let pages = doubted.history(doubted.retired, "");
        let told: Vec<&str> = pages.iter().map(|page| page["what"].as_str().unwrap()).collect();
        assert_eq!(told, ["retired", "certificate_withdrawn"]);
        assert_eq!(pages[1]["sequence"], withdrawn.text("/sequence"));
        let expected = serde_json::json!({
            "batches": [doubted.batch.to_string()], "by": "Cordillera Verifica SAS", "cause": "fraud",
            "certificate": doubted.world.clara_certificate.to_string(), "effective": "2026-07-05",
            "reason": "mercury_found",
        });
        assert_eq!(pages[1]["withdrawal"], expected);
        assert_eq!(doubted.history(doubted.retired, &before).len(), 1);
        doubted.house.audit();
    });
}

#[test]
fn lists_and_the_page_show_the_flag_of_what_is_flagged_alone() {
    each_database(|location| {
        let mut doubted = doubted(location);
        doubted.withdraw(WithdrawalCause::Fraud);
        let (retired, of_others) = (doubted.retired.to_string(), doubted.of_others.to_string());
        let flags = |path: &str| -> Vec<(String, Value)> {
            let list = doubted.read(path);
            let items = list["items"].as_array().unwrap().iter();
            items.map(|item| (item["id"].as_str().unwrap().to_owned(), item["flag"].clone())).collect()
        };
        let fraud = Value::from("fraud");
        let all = [(of_others.clone(), Value::Null), (retired.clone(), fraud.clone())];
        assert_eq!(flags("/v1/retirements"), all);
        assert_eq!(flags(&format!("/v1/batches/{}/retirements", doubted.batch)), [(retired.clone(), fraud)]);
        let csv = doubted.house.http.send("GET", "/v1/retirements", &[("accept", "text/csv")], Vec::new()).body;
        let lines: Vec<&str> = csv.lines().collect();
        let column = lines[0].split(',').position(|name| name == "flag").expect("a column");
        let cells: Vec<&str> = lines[1..].iter().map(|line| line.split(',').nth(column).unwrap_or("")).collect();
        assert_eq!(cells, ["", "fraud"], "{csv}");
        let page = doubted.house.get(&format!("/retirements/{retired}")).body;
        for expected in [
            "<span class=\"state\">Retired, final</span><span class=\"state held\">Flagged: fraud</span>",
            "<p class=\"flagged\">",
            "Certificate withdrawn for fraud by Cordillera Verifica SAS, with effect from 5 July 2026",
        ] {
            assert!(page.contains(expected), "{expected} in {page}");
        }
        let style = doubted.house.get("/assets/orebook.css").body;
        let wanted = width_wanted(&page, &style, 320);
        assert!(wanted <= 320, "the page wants {wanted} of 320 pixels");
        let path = format!("{}/retirements/{retired}", doubted.house.http.url());
        picture(&path, "retirement-flagged", 360);
        let other = doubted.house.get(&format!("/retirements/{of_others}")).body;
        assert!(!other.contains("fraud"), "{other}");
        doubted.house.audit();
    });
}

/// A bundle carries the withdrawal that flags it, whether that came after the retirement or was known before, and both
/// who check it say so.
#[test]
fn a_bundle_tells_of_fraud_after_the_retirement_and_before_it() {
    let directory = tempfile::tempdir().unwrap();
    let mut doubted = doubted(&Location::Sqlite(directory.path().join("register.db")));
    doubted.withdraw(WithdrawalCause::Fraud);
    doubted.house.advance(31 * 24 * 3600);
    let release = ReleaseHold {
        hold: orebook_registry::values::HoldId::of_certificate(doubted.world.clara_certificate),
        reason: value("unfounded"),
    };
    let page = format!("/batches/{}", doubted.batch);
    let (_, note, holds, _) = doubted.standing();
    assert!(note.contains("held until that is settled") && holds == ["fraud"], "{note}");
    assert!(doubted.house.get(&page).body.contains("held until that is settled"));
    super::proof::stage::together(&mut doubted.house, Act::ReleaseHold(release));
    let (_, note, holds, flag) = doubted.standing();
    assert!(note.contains("held no more") && holds.is_empty() && flag == "fraud", "{note}");
    let body = doubted.house.get(&page).body;
    assert!(body.contains("held no more") && !body.contains("held until that is settled"), "{body}");
    let lumen = doubted.world.buyers[0].clone();
    let blocks = vec![doubted.bought.parse().unwrap()];
    let retire = doubted.world.retirement(&lumen, blocks, Claim::Support(PlainClaim {}));
    let answer = doubted.house.act(&lumen, Act::Retire(retire));
    assert_eq!(answer.status, 201, "{}", answer.body);
    let afterwards = doubted.house.scenario.registry.claims.retirements().last().unwrap().0;
    let key = super::proof::stage::key_of(&doubted.house).to_string();
    for retirement in [doubted.retired, afterwards] {
        let file = directory.path().join("bundle.json");
        std::fs::write(&file, &doubted.house.get(&format!("/v1/retirements/{retirement}/bundle")).bytes).unwrap();
        let arguments = ["statement", file.to_str().unwrap(), "--bundle", "--key", &key];
        let (code, told) = super::proof::stage::audit(&arguments);
        assert!(code == 0 && told.contains("withdrawn"), "{told}");
        let page = doubted.house.get(&format!("/v1/retirements/{retirement}/bundle.html")).body;
        let url = super::proof::page::write(directory.path(), "page.html", &super::proof::page::typed(&page, &key));
        let seen = orebook_tests::browser::open(&url);
        assert_eq!(super::proof::page::verdict(&seen.dom), "valid", "{}", seen.dom);
        assert!(seen.dom.contains("was withdrawn from"), "{}", seen.dom);
    }
    doubted.house.audit();
}
