//! Public dumps: what everybody is told, as files that nobody can alter unseen.

use orebook_document::sha256;
use orebook_registry::instruction::*;
use orebook_server::exports::TABLES;
use orebook_server::exports::settings::Settings;
use orebook_store::Location;
use orebook_tests::house::{Answer, House};
use orebook_tests::programs::orebook;
use orebook_tests::scenario::World;
use orebook_tests::{each_database, until};
use serde_json::{Value, json};

/// Asks as everybody.
fn public(house: &House, path: &str, accept: &str) -> Answer {
    let answer = house.http.send("GET", path, &[("x-forwarded-for", "203.0.113.7"), ("accept", accept)], Vec::new());
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    answer
}

/// A register with one of everything, which makes the day's dump as soon as it leads. (Its minute is always past.)
fn dumping(location: &Location, keep: usize) -> House {
    let (mut world, [batch, _]) = World::issued();
    world.scenario.register("Secretive", "LI", &[Role::Buyer]);
    world.scenario.register("=1+1, Ltd", "KE", &[Role::Certifier]);
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let (offer, bid) = (world.offer(&clara, batch, "2", "4200.00"), world.bid(&lumen, "1", "4200.00"));
    world.scenario.act(&clara, Act::PlaceSellOrder(offer)).unwrap();
    world.scenario.act(&lumen, Act::PlaceBuyOrder(bid)).unwrap();
    for mass in ["0.25", "0.5"] {
        let blocks = world.blocks(lumen.account, batch, mass);
        let retirement = world.retirement(&lumen, blocks, Claim::Support(PlainClaim {}));
        world.scenario.act(&lumen, Act::Retire(retirement)).unwrap();
    }
    let mut house = House::of(location, world.scenario);
    house.restart_with(|config| config.exports = Some(Settings { daily_at: 0, keep }));
    house
}

/// The newest dump, as the list tells of it.
fn newest(house: &House) -> Value {
    until("the day's dump", || house.get("/v1/exports").json["items"].get(0).cloned())
}

fn items(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_dump_is_what_everybody_is_told_and_its_digests_hold() {
    each_database(|location| {
        let house = dumping(location, 30);
        let dump = newest(&house);
        let date = dump["date"].as_str().unwrap();
        assert_eq!(dump["checkpoint"], public(&house, "/log/checkpoint", "*/*").body);
        assert_eq!(dump["size"], house.scenario.entries().len().to_string());
        let manifest = public(&house, &format!("/v1/exports/{date}/manifest.json"), "*/*");
        let mut told = dump.clone();
        told.as_object_mut().unwrap().remove("date");
        assert_eq!(manifest.json, told);
        let names = dump["files"].as_array().unwrap().iter().map(|file| file["name"].as_str().unwrap());
        let expected = TABLES.iter().flat_map(|table| [format!("{table}.csv"), format!("{table}.jsonl")]);
        assert!(names.eq(expected), "{dump}");
        for file in dump["files"].as_array().unwrap() {
            let name = file["name"].as_str().unwrap();
            let answer = public(&house, &format!("/v1/exports/{date}/{name}"), "*/*");
            assert_eq!(file["bytes"], answer.bytes.len().to_string(), "{name}");
            assert_eq!(answer.header("content-length"), answer.bytes.len().to_string(), "{name}");
            let digest: String = sha256(&answer.bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(file["sha256"], digest, "{name}");
            let heads = usize::from(name.ends_with(".csv"));
            assert_eq!(file["rows"], (answer.body.lines().count() - heads).to_string(), "{name}");
            assert!(file["rows"] != "0", "{name} has something in it");
            assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable", "{name}");
            assert_eq!(answer.header("access-control-allow-origin"), "*", "{name}");
            assert!(!answer.body.contains("Secretive"), "{name}: {}", answer.body);
            let tag = [("if-none-match", answer.header("etag"))];
            let again = house.http.send("GET", &format!("/v1/exports/{date}/{name}"), &tag, Vec::new());
            assert_eq!((again.status, again.bytes.len()), (304, 0), "{name}");
        }
        same_as_lists(&house, date);
        house.audit();
    });
}

fn same_as_lists(house: &House, date: &str) {
    let file = |name: &str| public(house, &format!("/v1/exports/{date}/{name}"), "*/*").body;
    for table in ["batches", "certificates", "markets", "organisations", "programmes", "retirements"] {
        let list = public(house, &format!("/v1/{table}"), "application/json").json["items"].clone();
        assert_eq!(Value::from(items(&file(&format!("{table}.jsonl")))), list, "{table}");
        if table != "programmes" {
            assert_eq!(
                file(&format!("{table}.csv")),
                public(house, &format!("/v1/{table}"), "text/csv").body,
                "{table}"
            );
        }
    }
    assert!(file("organisations.csv").contains("\"'=1+1, Ltd\""), "no cell is a formula");
    for premium in items(&file("premiums.jsonl")) {
        let producer = premium["producer"].as_str().unwrap();
        assert_eq!(premium, public(house, &format!("/v1/premiums/{producer}"), "*/*").json, "{producer}");
    }
    let trades = items(&file("trades.jsonl"));
    for market in items(&file("markets.jsonl")) {
        let of_market = trades.iter().filter(|trade| trade["market"] == market["id"]).cloned();
        let told: Vec<Value> = of_market
            .map(|mut trade| {
                trade.as_object_mut().unwrap().remove("market");
                trade
            })
            .collect();
        let path = format!("/v1/markets/{}/trades", market["id"].as_str().unwrap());
        assert_eq!(Value::from(told), public(house, &path, "application/json").json["items"], "{path}");
    }
    assert!(
        file("trades.csv").starts_with("market,day,mass,price.amount,price.currency\r\n"),
        "{}",
        file("trades.csv")
    );
}

#[test]
fn only_the_names_that_a_dump_has_lead_anywhere() {
    each_database(|location| {
        let house = dumping(location, 30);
        let date = newest(&house)["date"].as_str().unwrap().to_owned();
        std::fs::write(house.data().join("exports").join(&date).join("secret.csv"), "private").unwrap();
        let hostile = [
            "/v1/exports/DATE/secret.csv",
            "/v1/exports/DATE/..%2F..%2Fkeys%2Flog.pem",
            "/v1/exports/DATE/%2e%2e%2f%2e%2e%2fkeys%2flog.pem",
            "/v1/exports/DATE/../../keys/log.pem",
            "/v1/exports/../keys/log.pem",
            "/v1/exports/%2e%2e/manifest.json",
            "/v1/exports/..%2Fkeys/log.pem",
            "/v1/exports/DATE/manifest.json%00.csv",
            "/v1/exports/DATE/batches.csv/",
            "/v1/exports/DATE/batches.csv.new",
            "/v1/exports/DATE/.csv",
            "/v1/exports/DATE/BATCHES.csv",
            "/v1/exports/DATE/batches",
            "/v1/exports/DATE/batches.",
            "/v1/exports/DATE/%2Fetc%2Fpasswd",
            "/v1/exports/DATE/C:%5Cboot.ini",
            "/v1/exports/2020-01-01/batches.csv",
            "/v1/exports/2026-1-1/batches.csv",
            "/v1/exports/.DATE.new/batches.csv",
            "/v1/exports/DATE%2F/batches.csv",
        ];
        for path in hostile {
            let answer = house.get(&path.replace("DATE", &date));
            assert_eq!(answer.status, 404, "{path}: {}", answer.body);
        }
        assert_eq!(house.get(&format!("/v1/exports/{date}")).status, 404);
        house.audit();
    });
}

#[test]
fn the_newest_dumps_are_kept() {
    each_database(|location| {
        let mut house = dumping(location, 30);
        let today = newest(&house)["date"].as_str().unwrap().to_owned();
        let exports = house.data().join("exports");
        for old in ["2020-01-01", "2020-01-02", "2020-01-03"] {
            std::fs::create_dir(exports.join(old)).unwrap();
            std::fs::copy(exports.join(&today).join("manifest.json"), exports.join(old).join("manifest.json")).unwrap();
        }
        std::fs::create_dir(exports.join("notes")).unwrap();
        std::fs::remove_dir_all(exports.join(&today)).unwrap();
        house.restart_with(|config| config.exports = Some(Settings { daily_at: 0, keep: 2 }));
        let dates = || -> Vec<Value> {
            house.get("/v1/exports").json["items"].as_array().unwrap().iter().map(|dump| dump["date"].clone()).collect()
        };
        until("the old ones to go", || (dates() == [json!(today), json!("2020-01-03")]).then_some(()));
        assert!(exports.join("notes").exists(), "what is no dump is left alone");
        house.audit();
    });
}

#[test]
fn a_dump_made_by_hand_is_the_same() {
    each_database(|location| {
        let mut house = dumping(location, 30);
        let dump = newest(&house);
        house.stop();
        let database = match location {
            Location::Sqlite(path) => format!("sqlite:{}", path.display()),
            Location::Postgres(url) => url.clone(),
        };
        let directory = house.data().join("by-hand");
        let run = || {
            let mut command = orebook();
            command.args(["export", "--database", &database, "--data"]).arg(house.data());
            command.arg("--dumps").arg(&directory).output().unwrap()
        };
        let made = run();
        let said = String::from_utf8_lossy(&made.stdout).into_owned();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        assert!(said.contains(dump["files"][0]["sha256"].as_str().unwrap()), "{said}");
        let manifest: Value = serde_json::from_slice(&std::fs::read(directory.join("manifest.json")).unwrap()).unwrap();
        for member in ["origin", "size", "root", "time", "checkpoint", "files"] {
            assert_eq!(manifest[member], dump[member], "{member}");
        }
        let again = run();
        assert!(!again.status.success(), "a dump that is there is not written over");
        assert!(directory.join("manifest.json").exists());
        house.audit();
    });
}
