//! Looking things up: now and at an earlier entry, a serial number's history, what rests on a batch, a producer's
//! figures.

use orebook_registry::instruction::*;
use orebook_registry::serial::SerialBlock;
use orebook_registry::values::{BatchId, Mass};
use orebook_store::Location;
use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};
use orebook_tests::scenario::{World, value};

const FAR: [(&str, &str); 1] = [("authorization", "")];

/// A serial block that was issued, offered, sold, moved to a second account, and retired in part; with the entry
/// after which each was so.
struct Told {
    house: House,
    world: World,
    batch: BatchId,
    /// Half a kilogram that ends up retired.
    serial: String,
    second: String,
    issued: u64,
    traded: u64,
    transferred: u64,
    retired: u64,
}

fn told(location: &Location) -> Told {
    let (world, [batch, _]) = World::issued();
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let (offer, bid) = (world.offer(&clara, batch, "2", "4200.00"), world.bid(&lumen, "1", "4200.00"));
    let mut house = House::of(location, world.scenario.clone());
    let last = |answer: &Answer| answer.text("/last").parse::<u64>().unwrap();
    let issued = house.scenario.registry.size() - 1;
    house.act(&clara, Act::PlaceSellOrder(offer));
    let traded = last(&house.act(&lumen, Act::PlaceBuyOrder(bid)));
    let opened = house.act(&lumen, Act::OpenAccount(OpenAccount { name: value("second") }));
    let second = opened.text("/entry/events/0/credit/account_opened/account").to_owned();
    let world = World { scenario: house.scenario.clone(), ..world };
    let blocks = world.blocks(lumen.account, batch, "0.5");
    let serial = blocks[0].to_string();
    let moved = Transfer { blocks: blocks.clone(), from: lumen.account, to: value(&second) };
    let transferred = last(&house.act(&lumen, Act::Transfer(moved)));
    let world = World { scenario: house.scenario.clone(), ..world };
    let retire = world.retirement(&lumen, blocks, Claim::Support(PlainClaim {}));
    let retire = Retire { account: value(&second), ..retire };
    let retired = last(&house.act(&lumen, Act::Retire(retire)));
    let world = World { scenario: house.scenario.clone(), ..world };
    Told { house, world, batch, serial, second, issued, traded, transferred, retired }
}

impl Told {
    fn piece(&self, at: Option<u64>, headers: &[(&str, &str)]) -> Answer {
        let at = at.map(|at| format!("?at={at}")).unwrap_or_default();
        let answer = self.house.http.send("GET", &format!("/v1/credits/{}{at}", self.serial), headers, Vec::new());
        assert_eq!((answer.status, answer.json["pieces"].as_array().map(Vec::len)), (200, Some(1)), "{}", answer.body);
        answer
    }
}

#[test]
fn who_held_a_serial_number_at_an_entry_is_told_to_those_who_may_know() {
    each_database(|location| {
        let told = told(location);
        let (clara, lumen) = (&told.world.clara, &told.world.buyers[0]);
        let (clara_id, lumen_id) = (clara.id.to_string(), lumen.id.to_string());
        let (clara_account, lumen_account) = (clara.account.to_string(), lumen.account.to_string());
        let rows = [
            (told.issued, "available", &clara_id, &clara_account),
            (told.traded, "available", &lumen_id, &lumen_account),
            (told.transferred, "available", &lumen_id, &told.second),
            (told.retired - 1, "available", &lumen_id, &told.second),
        ];
        for (at, state, holder, account) in rows {
            let answer = told.piece(Some(at), &[]);
            let piece = &answer.json["pieces"][0];
            assert_eq!((&piece["state"], &piece["holder"]), (&state.into(), &holder.as_str().into()), "{at} {piece}");
            assert_eq!(piece["account"], account.as_str(), "{at}");
            assert_eq!(answer.header("orebook-sequence"), at.to_string());
            assert_eq!(answer.json["history"].as_array().unwrap().len(), 1, "it has not ended at {at}");
            // To the public it is outstanding, whoever holds it.
            let public = told.piece(Some(at), &FAR);
            let piece = &public.json["pieces"][0];
            assert_eq!(piece["state"], "outstanding");
            assert!(!public.body.contains(&lumen_id) && !public.body.contains("account"), "{}", public.body);
        }
        for headers in [&[][..], &FAR[..]] {
            for at in [Some(told.retired), None] {
                let answer = told.piece(at, headers);
                assert_eq!(answer.json["pieces"][0]["state"], "retired");
                let history = answer.json["history"].as_array().unwrap();
                assert_eq!(history.iter().map(|h| &h["event"]).collect::<Vec<_>>(), ["issued", "retired"]);
                assert_eq!(history[1]["sequence"], told.retired.to_string());
                assert_eq!(history[1]["beneficiary"], "Lumen & Vale Jewellery");
                assert_eq!(history[1]["holder"], lumen_id, "who retired is public");
            }
        }
        told.house.audit();
    });
}

#[test]
fn every_read_of_state_answers_for_an_earlier_entry() {
    each_database(|location| {
        let told = told(location);
        let (before, house) = (told.traded - 2, &told.house);
        let lumen = told.world.buyers[0].id;
        let market = told.world.market;
        let now_and_then = |path: &str, pointer: &str| {
            let glue = if path.contains('?') { '&' } else { '?' };
            let now = house.get(path);
            let then = house.get(&format!("{path}{glue}at={before}"));
            assert_eq!((now.status, then.status), (200, 200), "{path} {} {}", now.body, then.body);
            assert_eq!(then.header("orebook-sequence"), before.to_string(), "{path}");
            [now, then].map(|answer| match answer.json.pointer(pointer) {
                Some(serde_json::Value::Array(items)) => items.len().to_string(),
                Some(found) => found.as_str().map_or_else(|| found.to_string(), str::to_owned),
                None => "absent".to_owned(),
            })
        };
        for (path, pointer, now, then) in [
            (format!("/v1/batches/{}", told.batch), "/retired", "0.5", "0"),
            (format!("/v1/batches/{}", told.batch), "/split/escrowed", "1", "2"),
            (format!("/v1/batches/{}/retirements", told.batch), "/items", "1", "0"),
            (format!("/v1/batches/{}/blocks", told.batch), "/items", "1", "0"),
            (format!("/v1/holdings?organisation={lumen}"), "/items", "1", "0"),
            (format!("/v1/cash?organisation={lumen}"), "/balances/0/amount", "15758.00", "20000.00"),
            (format!("/v1/cash?organisation={lumen}"), "/movements", "2", "1"),
            (format!("/v1/markets/{market}/book"), "/offers/0/mass", "1", "2"),
            (format!("/v1/markets/{market}/trades"), "/items", "1", "0"),
            ("/v1/retirements".to_owned(), "/items", "1", "0"),
            (format!("/v1/producers/{}", told.world.clara.id), "/years/0/sold", "1", "0"),
            (format!("/v1/organisations/{lumen}"), "/accounts", "2", "1"),
        ] {
            assert_eq!(now_and_then(&path, pointer), [now, then], "{path} {pointer}");
        }
        let id = house.get("/v1/retirements").text("/items/0/id").to_owned();
        assert_eq!(house.get(&format!("/v1/retirements/{id}?at={before}")).code(), "must_exist");
        assert_eq!(house.get(&format!("/v1/retirements/{id}?at={}", told.retired)).status, 200);
        told.house.audit();
    });
}

#[test]
fn an_entry_that_is_not_written_is_refused_with_the_size_and_privacy_is_that_of_the_present() {
    each_database(|location| {
        let told = told(location);
        let size = told.retired + 1;
        for asked in [size, size + 1, u64::MAX] {
            let answer = told.house.get(&format!("/v1/batches/{}?at={asked}", told.batch));
            assert_eq!((answer.status, answer.code()), (404, "entry_must_be_written"), "{}", answer.body);
            assert_eq!((&answer.json["facts"]["asked"], &answer.json["facts"]["size"]), (&asked.into(), &size.into()));
        }
        for at in ["-1", "x", "1.5", "", "18446744073709551616"] {
            let answer = told.house.get(&format!("/v1/batches?at={at}"));
            assert_eq!((answer.status, answer.code()), (400, "request_is_malformed"), "{at}");
        }
        let lumen = told.world.buyers[0].id;
        let holdings = format!("/v1/holdings?organisation={lumen}&at=3");
        assert_eq!(told.house.http.send("GET", &holdings, &FAR, Vec::new()).code(), "token_is_required");
        let then = told.house.http.send("GET", &format!("/v1/organisations/{lumen}?at=3"), &FAR, Vec::new());
        assert_eq!(then.code(), "must_exist", "it had not retired yet");
        told.house.audit();
    });
}

#[test]
fn every_earlier_state_is_the_one_that_was_then() {
    each_database(|location| {
        let (world, [batch, _]) = World::issued();
        let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
        let mut house = House::of(location, world.scenario.clone());
        let path = format!("/v1/batches/{batch}");
        let mut seen = Vec::new();
        for n in 0..7 {
            let world = World { scenario: house.scenario.clone(), ..world.clone() };
            let act = if n % 2 == 0 {
                Act::PlaceSellOrder(world.offer(&clara, batch, "0.25", "4200.00"))
            } else {
                Act::PlaceBuyOrder(world.bid(&lumen, "0.1", "4200.00"))
            };
            assert_eq!(house.act(&clara_or(&clara, &lumen, n), act).status, 201);
            let answer = house.get(&path);
            seen.push((answer.header("orebook-sequence").to_owned(), answer.body));
        }
        // More than are kept, forwards and backwards: whatever is made from whatever, it is the same.
        for (at, body) in seen.iter().chain(seen.iter().rev()) {
            assert_eq!(&house.get(&format!("{path}?at={at}")).body, body, "at {at}");
        }
        house.audit();
    });
}

fn clara_or(
    clara: &orebook_tests::scenario::Actor,
    lumen: &orebook_tests::scenario::Actor,
    n: usize,
) -> orebook_tests::scenario::Actor {
    if n.is_multiple_of(2) { clara.clone() } else { lumen.clone() }
}

#[test]
fn what_has_not_changed_is_answered_304_and_head_has_no_body() {
    each_database(|location| {
        let told = told(location);
        let path = format!("/v1/batches/{}", told.batch);
        let first = told.house.get(&path);
        let tag = first.header("etag").to_owned();
        assert!(tag.starts_with("W/\""), "{tag}");
        let again = |tag: &str| told.house.http.send("GET", &path, &[("if-none-match", tag)], Vec::new());
        for known in [tag.clone(), format!("\"x\", {tag}"), "*".to_owned()] {
            let answer = again(&known);
            assert_eq!((answer.status, answer.body.as_str()), (304, ""), "{known}");
        }
        assert_eq!(again("W/\"0-0a\"").status, 200);
        let public = told.house.http.send("GET", &path, &[("if-none-match", &tag), FAR[0]], Vec::new());
        assert_eq!(public.status, 200, "what members were told is not what the public is");
        for path in [path.as_str(), "/v1/batches", "/livez", "/log/checkpoint", "/", "/openapi.json"] {
            let (get, head) = (told.house.get(path), told.house.http.send("HEAD", path, &[], Vec::new()));
            assert_eq!((head.status, head.body.as_str()), (200, ""), "{path}");
            assert_eq!(head.header("content-type"), get.header("content-type"), "{path}");
        }
        assert_eq!(told.house.http.send("HEAD", "/v1/nothing", &[], Vec::new()).status, 404);
        told.house.audit();
    });
}

#[test]
fn what_rests_on_a_batch_and_what_a_producer_was_issued() {
    each_database(|location| {
        let told = told(location);
        let resting = told.house.http.send("GET", &format!("/v1/batches/{}/retirements", told.batch), &FAR, Vec::new());
        assert_eq!(resting.json["items"].as_array().map(Vec::len), Some(1), "{}", resting.body);
        assert_eq!(resting.text("/items/0/mass_of_batch"), "0.5");
        assert_eq!(resting.text("/items/0/beneficiary"), "Lumen & Vale Jewellery");
        let path = format!("/v1/producers/{}", told.world.clara.id);
        let figures = told.house.get(&path);
        for (pointer, expected) in [
            ("/certificates/0/maximum", "45"),
            ("/years/0/mineral", "GLD"),
            ("/years/0/year", "2026"),
            ("/years/0/issued", "12.412"),
            ("/years/0/sold", "1"),
            ("/years/0/retired", "0.5"),
            ("/years/0/outstanding", "11.912"),
            ("/years/0/expired", "0"),
        ] {
            assert_eq!(figures.text(pointer), expected, "{pointer} in {}", figures.body);
        }
        let public = told.house.http.send("GET", &path, &FAR, Vec::new());
        assert_eq!(public.text("/years/0/retired"), "0.5");
        assert_eq!(public.json["years"][0]["sold"], serde_json::Value::Null, "how the rest lies is not public");
        let buyer = told.house.get(&format!("/v1/producers/{}", told.world.buyers[0].id));
        assert_eq!((buyer.status, buyer.code()), (404, "must_exist"), "a buyer is no producer");
        told.house.audit();
    });
}

#[test]
fn a_block_over_several_states_is_told_in_its_parts() {
    each_database(|location| {
        let told = told(location);
        let whole: SerialBlock = told.serial.parse().unwrap();
        let batch_issued = Mass::from_mg(12_412_000);
        let whole = SerialBlock { from: 0, to: batch_issued.mg(), ..whole };
        let answer = told.house.get(&format!("/v1/credits/{whole}"));
        let states = |answer: &Answer| -> Vec<(String, String)> {
            let piece = |p: &serde_json::Value| {
                (p["state"].as_str().unwrap().to_owned(), p["mass"].as_str().unwrap().to_owned())
            };
            answer.json["pieces"].as_array().unwrap().iter().map(piece).collect()
        };
        let rows = |rows: &[(&str, &str)]| -> Vec<(String, String)> {
            rows.iter().map(|(state, mass)| ((*state).to_owned(), (*mass).to_owned())).collect()
        };
        let own = [("retired", "0.5"), ("available", "0.5"), ("escrowed", "1"), ("available", "10.412")];
        assert_eq!(states(&answer), rows(&own));
        let public = told.house.http.send("GET", &format!("/v1/credits/{whole}"), &FAR, Vec::new());
        assert_eq!(states(&public), rows(&[("retired", "0.5"), ("outstanding", "11.912")]));
        let inside = SerialBlock { from: 250_000, to: 750_000, ..whole };
        let answer = told.house.get(&format!("/v1/credits/{inside}"));
        assert_eq!(states(&answer), rows(&[("retired", "0.25"), ("available", "0.25")]));
        assert_eq!(answer.text("/history/1/mass"), "0.25", "the history is cut to what is asked");
        told.house.audit();
    });
}
