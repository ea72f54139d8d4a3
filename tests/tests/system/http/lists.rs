//! Lists: pages that meet, cursors that cannot be made or altered, and the same list as CSV.

use orebook_registry::instruction::*;
use orebook_tests::each_database;
use orebook_tests::house::House;
use orebook_tests::scenario::{World, usd, value};
use serde_json::Value;

const CSV: [(&str, &str); 1] = [("accept", "text/csv")];

/// A register in which every list has some items: three retirements among them, and a member with a hostile name.
fn furnished(location: &orebook_store::Location) -> (House, Vec<String>) {
    let (mut world, [batch, _]) = World::issued();
    world.scenario.register("=cmd|' /C calc'!A0", "LI", &[Role::Certifier]);
    world.scenario.register("Comma, \"Quote\" & Co", "LI", &[Role::Certifier]);
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let mut house = House::of(location, world.scenario.clone());
    for n in 0..3 {
        let world = World { scenario: house.scenario.clone(), ..world.clone() };
        let price = format!("42{n}0.00");
        house.act(&clara, Act::PlaceSellOrder(world.offer(&clara, batch, "0.3", &price)));
        let world = World { scenario: house.scenario.clone(), ..world };
        house.act(&lumen, Act::PlaceBuyOrder(world.bid(&lumen, "0.2", &price)));
        let world = World { scenario: house.scenario.clone(), ..world };
        let blocks = world.blocks(lumen.account, batch, "0.1");
        let retire = world.retirement(&lumen, blocks, Claim::Support(PlainClaim {}));
        assert_eq!(house.act(&lumen, Act::Retire(retire)).status, 201);
    }
    let propose = ProposeDeal {
        account: clara.account,
        batch,
        counterparty: lumen.id,
        market: world.market,
        mass: value("0.1"),
        price: usd("4200.00"),
        side: DealSide::Sell,
        until: house.scenario.seconds_from_now(86_400),
    };
    assert_eq!(house.act(&clara, Act::ProposeDeal(propose)).status, 201);
    let paths = [
        "/v1/organisations".to_owned(),
        "/v1/certificates".to_owned(),
        "/v1/declarations".to_owned(),
        "/v1/batches".to_owned(),
        format!("/v1/batches/{batch}/blocks"),
        format!("/v1/batches/{batch}/retirements"),
        format!("/v1/deals?organisation={}", clara.id),
        "/v1/listings".to_owned(),
        "/v1/markets".to_owned(),
        format!("/v1/markets/{}/trades", world.market),
        format!("/v1/orders?organisation={}", clara.id),
        "/v1/premium-plans".to_owned(),
        "/v1/retirements".to_owned(),
        "/v1/retirements?mineral=GLD&year=2026".to_owned(),
    ];
    (house, paths.to_vec())
}

fn with(path: &str, more: &str) -> String {
    format!("{path}{}{more}", if path.contains('?') { '&' } else { '?' })
}

/// All items, a page of so many at a time, by the link of each page to the next.
fn paged(house: &House, path: &str, limit: u32) -> Vec<Value> {
    let (mut items, mut next) = (Vec::new(), Some(with(path, &format!("limit={limit}"))));
    while let Some(path) = next {
        let answer = house.get(&path);
        assert_eq!(answer.status, 200, "{path} {}", answer.body);
        let page = answer.json["items"].as_array().unwrap();
        assert!(page.len() <= limit as usize, "{path}");
        items.extend(page.iter().cloned());
        let link = answer.header("link");
        assert_eq!(link.is_empty(), answer.json["next"].is_null(), "{path}: {link}");
        assert!(link.is_empty() || page.len() == limit as usize, "{path}: only the last page is short");
        next = link.strip_prefix('<').and_then(|l| l.strip_suffix(">; rel=\"next\"")).map(str::to_owned);
        assert_eq!(next.is_some(), !link.is_empty(), "{link}");
    }
    items
}

#[test]
fn pages_of_every_list_meet_without_a_gap() {
    each_database(|location| {
        let (house, paths) = furnished(location);
        for path in &paths {
            let whole = house.get(&with(path, "limit=200"));
            let whole = whole.json["items"].as_array().unwrap();
            assert!(!whole.is_empty(), "{path}");
            for limit in [1, 2, 3] {
                assert_eq!(&paged(&house, path, limit), whole, "{path} by {limit}");
            }
        }
        house.audit();
    });
}

#[test]
fn a_cursor_is_of_its_list_alone_and_cannot_be_altered() {
    each_database(|location| {
        let (house, paths) = furnished(location);
        for path in ["/v1/organisations", "/v1/premium-plans", "/v1/retirements"] {
            let cursor = house.get(&with(path, "limit=1")).text("/next").to_owned();
            let ask = |path: &str, cursor: &str| house.get(&with(path, &format!("limit=1&cursor={cursor}")));
            assert_eq!(ask(path, &cursor).status, 200);
            for at in [0, cursor.len() / 2, cursor.len() - 1] {
                let mut altered = cursor.clone().into_bytes();
                altered[at] = if altered[at] == b'A' { b'B' } else { b'A' };
                let answer = ask(path, std::str::from_utf8(&altered).unwrap());
                assert_eq!((answer.status, answer.code()), (400, "parameter_is_malformed"), "{path} {at}");
            }
            for other in paths.iter().filter(|other| *other != path) {
                let answer = ask(other, &cursor);
                assert_eq!((answer.status, answer.code()), (400, "parameter_is_malformed"), "{other} of {path}");
            }
        }
        let cursor = house.get("/v1/retirements?limit=1").text("/next").to_owned();
        let narrowed = house.get(&format!("/v1/retirements?mineral=GLD&cursor={cursor}"));
        assert_eq!(narrowed.status, 400, "other filters are another list");
        let mut house = house;
        house.restart();
        assert_eq!(house.get(&format!("/v1/retirements?cursor={cursor}")).status, 200, "it outlives a restart");
        house.audit();
    });
}

/// The lines of a CSV, each as its cells: a reader of its own, strict about RFC 4180.
fn read_csv(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, quoted) {
            ('"', true) if letters.peek() == Some(&'"') => cell.push(letters.next().unwrap()),
            ('"', true) => quoted = false,
            ('"', false) => {
                assert!(cell.is_empty(), "a quote inside a plain cell");
                quoted = true;
            }
            (',', false) => row.push(std::mem::take(&mut cell)),
            ('\r', false) => {
                assert_eq!(letters.next(), Some('\n'), "lines end with CR LF");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(letter),
        }
    }
    assert!(cell.is_empty() && row.is_empty() && !quoted, "the last line ends");
    rows
}

#[test]
fn the_same_list_is_csv_and_no_cell_is_a_formula() {
    each_database(|location| {
        let (house, paths) = furnished(location);
        for path in &paths {
            let json = house.get(&with(path, "limit=200"));
            let items = json.json["items"].as_array().unwrap();
            let answer = house.http.send("GET", path, &CSV, Vec::new());
            assert_eq!(
                (answer.status, answer.header("content-type")),
                (200, "text/csv; charset=utf-8; header=present")
            );
            let rows = read_csv(&answer.body);
            assert_eq!(rows.len(), items.len() + 1, "{path}\n{}", answer.body);
            assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{path}\n{}", answer.body);
            assert!(rows.iter().flatten().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{path}");
            for (row, item) in rows[1..].iter().zip(items) {
                let members = item.as_object().unwrap();
                for (name, value) in members {
                    let own = rows[0].iter().position(|column| column == name);
                    let inner = rows[0].iter().any(|column| column.starts_with(&format!("{name}.")));
                    assert!(own.is_some() || inner, "{path} has no column for {name}: {:?}", rows[0]);
                    if let (Some(at), Some(text)) = (own, value.as_str()) {
                        assert!(row[at] == text || row[at] == format!("'{text}"), "{path} {name}: {}", row[at]);
                    }
                }
            }
            let page = house.http.send("GET", &with(path, "limit=1"), &CSV, Vec::new());
            assert_eq!(read_csv(&page.body).len(), 2, "with a limit it is a page");
        }
        let members = house.http.send("GET", "/v1/organisations", &CSV, Vec::new());
        assert!(members.body.contains("'=cmd|' /C calc'!A0"), "{}", members.body);
        assert!(members.body.contains("\"Comma, \"\"Quote\"\" & Co\""), "{}", members.body);
        house.audit();
    });
}

#[test]
fn a_long_csv_is_streamed_whole() {
    each_database(|location| {
        let (mut world, _) = World::issued();
        for n in 0..250 {
            world.scenario.register_payee(&format!("Payee {n}"), "CO");
        }
        let house = House::of(location, world.scenario);
        let rows = read_csv(&house.http.send("GET", "/v1/organisations", &CSV, Vec::new()).body);
        assert_eq!(rows.len(), house.scenario.registry.parties.organisations().count() + 1);
        assert_eq!(paged(&house, "/v1/organisations", 100).len() + 1, rows.len());
        house.audit();
    });
}
