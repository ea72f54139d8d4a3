//! Who may call what: every route, by every kind of asker. A route without a row fails the test, and with it the build.

use std::path::Path;

use orebook_registry::instruction::*;
use orebook_registry::values::{BatchId, PayoutFileId, PayoutId};
use orebook_server::openapi;
use orebook_tests::each_database;
use orebook_tests::house::{House, Http, token};
use orebook_tests::scenario::{Actor, World, usd, value};
use serde_json::{Value, json};

/// What the askers are answered: somebody without a token, whoever's it is, another member, an auditor, the operator, and
/// whoever's it is with a token of another scope.
type Statuses = [u16; 6];
const ASKERS: [&str; 6] = ["anyone", "its own", "another", "an auditor", "the operator", "its own with another scope"];

const PUBLIC: Statuses = [200; 6];
/// Named by its organisation: what is another's is refused.
const OWN: Statuses = [401, 200, 403, 200, 200, 403];
/// Named by its id: what is another's does not exist.
const PARTY: Statuses = [401, 200, 404, 200, 200, 403];
/// A list of what concerns the asker, whoever that is.
const EACH: Statuses = [401, 200, 200, 200, 200, 403];
const OFFICE: Statuses = [401, 403, 403, 200, 200, 403];
const OPERATOR: Statuses = [401, 403, 403, 403, 200, 403];
/// Its organisation's alone, the operator's neither.
const HOOK: Statuses = [401, 200, 404, 404, 404, 403];
/// Answered by its form before it is asked who asks.
const fn all(status: u16) -> Statuses {
    [status; 6]
}

/// Method, route, and what it answers.
const ROWS: &[(&str, &str, Statuses)] = &[
    ("POST", "/oauth/token", all(415)),
    ("GET", "/.well-known/oauth-authorization-server", PUBLIC),
    ("GET", "/.well-known/jwks.json", PUBLIC),
    ("GET", "/v1/clients", EACH),
    ("POST", "/v1/clients", [401, 415, 415, 415, 415, 403]),
    ("DELETE", "/v1/clients/{client}", [401, 404, 404, 404, 404, 403]),
    ("POST", "/v1/clients/{client}/keys", [401, 404, 404, 404, 404, 403]),
    ("DELETE", "/v1/clients/{client}/keys/{key}", [401, 404, 404, 404, 404, 403]),
    ("POST", "/v1/instructions", all(415)),
    ("GET", "/v1/instructions/{id}?{organisation}", OWN),
    ("GET", "/v1/instructions/{id}", [401, 200, 404, 404, 404, 403]),
    ("POST", "/v1/dry-run?{organisation}", [401, 415, 403, 415, 415, 403]),
    ("GET", "/v1/proposals?{organisation}", OWN),
    ("GET", "/v1/organisations", PUBLIC),
    ("GET", "/v1/organisations/{org}", PUBLIC),
    ("GET", "/v1/organisations/{hidden}", [404, 404, 404, 200, 200, 404]),
    ("GET", "/v1/organisations/{org}/contact-details", OWN),
    ("GET", "/v1/organisations/{org}/contact-details?unmasked=yes", [401, 403, 403, 403, 200, 403]),
    ("PUT", "/v1/contact-details/{digest}", all(415)),
    ("DELETE", "/v1/contact-details/{digest}", [401, 403, 403, 403, 404, 403]),
    ("GET", "/v1/programmes", PUBLIC),
    ("GET", "/v1/equivalences?programme=HZN&level=good&on=2026-07-01", PUBLIC),
    ("GET", "/v1/certificates", PUBLIC),
    ("GET", "/v1/certificates/{crt}", PUBLIC),
    ("GET", "/v1/batches", PUBLIC),
    ("GET", "/v1/declarations", EACH),
    ("GET", "/v1/declarations/{dcl}/evidence", PARTY),
    ("GET", "/v1/declarations/{dcl}/evidence/{evidence}", [401, 404, 404, 404, 404, 403]),
    ("PUT", "/v1/declarations/{dcl}/evidence/{evidence}", [401, 422, 404, 403, 403, 403]),
    ("GET", "/v1/batches/{bat}", PUBLIC),
    ("GET", "/v1/batches/{bat}/blocks", PUBLIC),
    ("GET", "/v1/batches/{bat}/retirements", PUBLIC),
    ("GET", "/v1/producers/{producer}", PUBLIC),
    ("HEAD", "/v1/batches", PUBLIC),
    ("GET", "/v1/credits/{serial}", PUBLIC),
    ("GET", "/v1/holdings?{organisation}", OWN),
    ("GET", "/v1/holdings", EACH),
    ("GET", "/v1/holds", PUBLIC),
    ("GET", "/v1/holds?batch={bat}", PUBLIC),
    ("GET", "/v1/transfers?{organisation}", OWN),
    ("GET", "/v1/transfers?{organisation}&state=pending", OWN),
    ("GET", "/v1/trusted-accounts?{organisation}", OWN),
    ("GET", "/v1/markets", PUBLIC),
    ("GET", "/v1/markets/{mkt}", PUBLIC),
    ("GET", "/v1/markets/{mkt}/book", PUBLIC),
    ("GET", "/v1/markets/{mkt}/book?levels=5", PUBLIC),
    ("GET", "/v1/markets/{mkt}/trades", PUBLIC),
    ("GET", "/v1/markets/{mkt}/statistics", PUBLIC),
    ("GET", "/v1/listings", PUBLIC),
    ("GET", "/v1/listings?producer={producer}", PUBLIC),
    ("GET", "/v1/orders?{organisation}", OWN),
    ("GET", "/v1/orders?{organisation}&client_order=none", OWN),
    ("GET", "/v1/orders/{ord}", PARTY),
    ("GET", "/v1/deals?{organisation}", OWN),
    ("GET", "/v1/deals/{del}", PARTY),
    ("GET", "/v1/cash?{organisation}", OWN),
    ("GET", "/v1/statements?account=bank&currency=USD", OFFICE),
    ("GET", "/v1/statements?account=cash:{org}&currency=USD", PARTY),
    ("GET", "/v1/statements?account=escrow:{ord}&currency=USD", PARTY),
    ("GET", "/v1/purchases?{organisation}", OWN),
    ("GET", "/v1/purchases/{trd}", PARTY),
    ("GET", "/v1/reconciliation?currency=USD&statement=12345.67", OFFICE),
    ("GET", "/v1/deposits?{organisation}", OWN),
    ("GET", "/v1/deposits?unassigned=yes", OFFICE),
    ("POST", "/v1/bank-statements", [401, 403, 403, 403, 415, 403]),
    ("GET", "/v1/bank-lines", OPERATOR),
    ("POST", "/v1/bank-lines/{digest}/aside", [401, 403, 403, 403, 415, 403]),
    ("POST", "/v1/bank-lines/{digest}/back", [401, 403, 403, 403, 404, 403]),
    ("GET", "/v1/instalment-plans?producer={producer}", EACH),
    ("GET", "/v1/payouts?{organisation}", EACH),
    ("GET", "/v1/payouts?producer={producer}&state=planned", EACH),
    ("GET", "/v1/payouts/{pay}", PARTY),
    ("PUT", "/v1/payout-details/{digest}", all(415)),
    ("GET", "/v1/payout-details/{digest}", [401, 404, 404, 404, 404, 403]),
    ("DELETE", "/v1/payout-details/{digest}", [401, 404, 404, 404, 404, 403]),
    ("GET", "/v1/payout-files/{pfl}", [401, 403, 403, 403, 404, 403]),
    ("GET", "/v1/premiums/{producer}", PUBLIC),
    ("GET", "/v1/premium-plans", PUBLIC),
    ("GET", "/v1/retirements", PUBLIC),
    ("GET", "/v1/retirements/{ret}", PUBLIC),
    ("GET", "/v1/retirements/{ret}/statement", PUBLIC),
    ("GET", "/v1/retirements/{ret}/proof", PUBLIC),
    ("GET", "/v1/retirements/{ret}/statement.jwt", PUBLIC),
    ("GET", "/v1/retirements/{ret}/bundle", PUBLIC),
    ("GET", "/v1/retirements/{ret}/bundle.html", PUBLIC),
    ("GET", "/v1/retirements/{ret}/qr.svg", PUBLIC),
    ("GET", "/v1/retirements/{ret}/history", PUBLIC),
    ("GET", "/v1/footprints?{organisation}", OWN),
    ("POST", "/v1/claims/check", all(415)),
    ("GET", "/ns/retirement/v1", PUBLIC),
    ("GET", "/.well-known/did.json", PUBLIC),
    ("POST", "/v1/grievances", all(415)),
    ("POST", "/v1/grievances/lookup", all(415)),
    ("GET", "/v1/grievances", OPERATOR),
    ("GET", "/v1/letters", OPERATOR),
    ("GET", "/unsubscribe/x", all(404)),
    ("POST", "/unsubscribe/x", all(404)),
    ("GET", "/v1/grievances/summary", PUBLIC),
    ("GET", "/v1/grievances/{receipt}", all(404)),
    ("PUT", "/v1/notes/{digest}", all(415)),
    ("GET", "/v1/notes/{digest}", [401, 404, 404, 404, 404, 403]),
    ("DELETE", "/v1/notes/{digest}", [401, 404, 404, 404, 404, 403]),
    ("GET", "/v1/exports", PUBLIC),
    ("GET", "/v1/exports/2026-01-01/manifest.json", all(404)),
    ("GET", "/v1/events", EACH),
    ("POST", "/v1/webhooks", [401, 415, 415, 415, 415, 403]),
    ("GET", "/v1/webhooks", EACH),
    ("GET", "/v1/webhooks/{webhook}", HOOK),
    ("PUT", "/v1/webhooks/{webhook}", [401, 415, 404, 404, 404, 403]),
    ("POST", "/v1/webhooks/{webhook}/rotate", HOOK),
    ("POST", "/v1/webhooks/{webhook}/replay", [401, 415, 404, 404, 404, 403]),
    ("GET", "/v1/webhooks/{webhook}/deliveries", HOOK),
    ("POST", "/v1/webhooks/{no_webhook}/test", [401, 404, 404, 404, 404, 403]),
    ("DELETE", "/v1/webhooks/{no_webhook}", [401, 404, 404, 404, 404, 403]),
    ("GET", "/v1/people", EACH),
    ("GET", "/v1/people/{digest}", [401, 404, 404, 404, 404, 404]),
    ("PUT", "/v1/people/{digest}", [401, 415, 415, 415, 415, 403]),
    ("DELETE", "/v1/people/{digest}", [401, 404, 404, 404, 404, 403]),
    ("POST", "/v1/invitations", [401, 415, 415, 415, 415, 403]),
    ("GET", "/v1/invitations", EACH),
    ("GET", "/v1/invitations?{organisation}", [401, 200, 404, 404, 200, 403]),
    ("DELETE", "/v1/invitations/{digest}", [401, 404, 404, 404, 404, 403]),
    ("GET", "/v1/sessions", [401, 403, 403, 403, 403, 403]),
    ("DELETE", "/v1/sessions", [401, 403, 403, 403, 403, 403]),
    ("GET", "/v1/security-log", EACH),
    ("GET", "/login", PUBLIC),
    ("POST", "/login", all(415)),
    ("GET", "/login/x", all(410)),
    ("POST", "/login/x", all(415)),
    ("GET", "/invitation/x", all(410)),
    ("POST", "/invitation/x", all(415)),
    ("GET", "/account", all(303)),
    ("GET", "/account/people", all(303)),
    ("POST", "/logout", all(303)),
    ("POST", "/account/sign-out-everywhere", all(303)),
    ("POST", "/account/people/invite", all(303)),
    ("POST", "/account/people/x/role", all(303)),
    ("POST", "/account/people/x/end", all(303)),
    ("POST", "/account/invitations/x/withdraw", all(303)),
    ("GET", "/log/checkpoint", PUBLIC),
    ("GET", "/log/checkpoint/witnessed", all(404)),
    ("GET", "/log/witnesses", PUBLIC),
    ("GET", "/log/tile/entries/000.p/8", OFFICE),
    ("GET", "/log/entry/{public}", PUBLIC),
    ("GET", "/log/entry/{members}", PARTY),
    ("GET", "/log/proof/{members}", PUBLIC),
    ("GET", "/log/tile/0/000.p/8", PUBLIC),
    ("GET", "/livez", PUBLIC),
    ("GET", "/readyz", PUBLIC),
    ("GET", "/leadz", PUBLIC),
    ("GET", "/version", PUBLIC),
    ("GET", "/", PUBLIC),
    ("GET", "/?q=Lumen", PUBLIC),
    ("GET", "/retirements/{ret}", PUBLIC),
    ("GET", "/verify", PUBLIC),
    ("GET", "/grievance", PUBLIC),
    ("POST", "/grievance", all(415)),
    ("POST", "/grievance/case", all(415)),
    ("GET", "/assets/orebook.css", PUBLIC),
    ("GET", "/problems/must_exist", PUBLIC),
    ("GET", "/batches/{bat}", PUBLIC),
    ("GET", "/findings", PUBLIC),
    ("GET", "/how-to-verify", PUBLIC),
    ("GET", "/join", PUBLIC),
    ("GET", "/markets", PUBLIC),
    ("GET", "/markets/{mkt}", PUBLIC),
    ("GET", "/producers", PUBLIC),
    ("GET", "/producers/{producer}", PUBLIC),
    ("GET", "/programmes", PUBLIC),
    ("GET", "/programmes/HZN", PUBLIC),
    ("GET", "/serials/{serial}", PUBLIC),
    ("GET", "/status", PUBLIC),
    ("GET", "/favicon.ico", all(308)),
    // Who has no session is led to the page where one logs in: a token is none.
    ("GET", "/desk", all(303)),
    ("GET", "/desk/auditor/duties", all(303)),
    ("GET", "/desk/auditor/findings", all(303)),
    ("GET", "/desk/auditor/log", all(303)),
    ("GET", "/desk/auditor/retirements", all(303)),
    ("GET", "/desk/auditor/retirements/{ret}", all(303)),
    ("GET", "/desk/bank", all(303)),
    ("GET", "/desk/bank/lines", all(303)),
    ("POST", "/desk/bank/lines", all(303)),
    ("POST", "/desk/bank/lines/{digest}/aside", all(303)),
    ("POST", "/desk/bank/lines/{digest}/back", all(303)),
    ("GET", "/desk/buy", all(303)),
    ("GET", "/desk/certifier/certificates", all(303)),
    ("GET", "/desk/certifier/certificates/{crt}", all(303)),
    ("GET", "/desk/certifier/declarations", all(303)),
    ("GET", "/desk/certifier/declarations/{dcl}", all(303)),
    ("GET", "/desk/deals", all(303)),
    ("GET", "/desk/declarations", all(303)),
    ("GET", "/desk/declare", all(303)),
    ("GET", "/desk/details", all(303)),
    ("GET", "/desk/ending", all(303)),
    ("GET", "/desk/footprints", all(303)),
    ("GET", "/desk/grievances", all(303)),
    ("GET", "/desk/holdings", all(303)),
    ("GET", "/desk/holds", all(303)),
    ("GET", "/desk/markets", all(303)),
    ("GET", "/desk/members", all(303)),
    ("GET", "/desk/members/{org}", all(303)),
    ("GET", "/desk/money", all(303)),
    ("GET", "/desk/money/statement", all(303)),
    ("GET", "/desk/notices", all(303)),
    ("GET", "/desk/offers", all(303)),
    ("GET", "/desk/offers/new", all(303)),
    ("GET", "/desk/payments", all(303)),
    ("GET", "/desk/payouts", all(303)),
    ("GET", "/desk/plan", all(303)),
    ("GET", "/desk/production", all(303)),
    ("GET", "/desk/proposals", all(303)),
    ("GET", "/desk/receipts", all(303)),
    ("GET", "/desk/retire", all(303)),
    ("GET", "/desk/retire/many", all(303)),
    ("GET", "/desk/retirements", all(303)),
    ("GET", "/desk/rules", all(303)),
    ("GET", "/desk/trades", all(303)),
    ("GET", "/keys", all(303)),
    ("GET", "/act/open_account", all(303)),
    ("GET", "/act/open_account/review", all(303)),
    ("GET", "/act/open_account/file?name=Campaign", [401, 200, 200, 200, 200, 200]),
    ("POST", "/desk/details/check", [401, 415, 415, 415, 415, 403]),
    ("POST", "/sign", all(415)),
    ("POST", "/sign/file", all(415)),
    ("GET", "/docs/", PUBLIC),
    ("GET", "/openapi.json", PUBLIC),
];

/// A register with one of everything, and the names of what is in it.
fn furnished(location: &orebook_store::Location) -> (House, Vec<(&'static str, String)>, World, Actor) {
    let (mut world, [batch, _]) = World::issued();
    let auditor = world.scenario.register("Ledger Auditors", "DE", &[Role::Auditor]);
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let (certificate, market) = (world.clara_certificate, world.market);
    let (offer, bid) = (world.offer(&clara, batch, "2", "4200.00"), world.bid(&lumen, "1", "4200.00"));
    let mut house = House::of(location, world.scenario.clone());
    let offered = house.act(&clara, Act::PlaceSellOrder(offer));
    let bought = house.act(&lumen, Act::PlaceBuyOrder(bid));
    let world = World { scenario: house.scenario.clone(), ..world };
    let blocks = world.blocks(lumen.account, batch, "0.5");
    let serial = blocks[0].to_string();
    let claim = Claim::Support(PlainClaim {});
    let retired = house.act(&lumen, Act::Retire(world.retirement(&lumen, blocks, claim)));
    let dealt = house.act(&clara, Act::ProposeDeal(deal(&house, &world, batch)));
    let (id, _) = house.scenario.registry.claims.retirements().next().unwrap();
    let mut declarations = house.scenario.registry.certificates.declarations();
    let (declaration, _) = declarations.find(|(_, declared)| declared.certificate == certificate).unwrap();
    drop(declarations);
    let (deal, _) = house.scenario.registry.markets.deals.iter().next().unwrap();
    let order = order_of(&house, &clara);
    let payout = planned_by(&mut house, &clara);
    let (trade, _) = house.scenario.registry.cash.premiums().all().next().unwrap();
    assert_eq!((offered.status, bought.status, retired.status, dealt.status), (201, 201, 201, 201));
    // Disabled, so that nothing is ever sent to the address.
    let webhook = r#"{"url":"https://93.184.215.14/","state":"disabled"}"#.as_bytes().to_vec();
    let webhook = house.member(&lumen).post("/v1/webhooks", webhook);
    let names = vec![
        ("{organisation}", format!("organisation={}", lumen.id)),
        ("{id}", bought.text("/entry/instruction/id").to_owned()),
        ("{org}", lumen.id.to_string()),
        ("{hidden}", world.buyers[2].id.to_string()),
        ("{client}", "cli_none".to_owned()),
        ("{key}", lumen.keys[0].secret.public().to_string()),
        ("{webhook}", webhook.text("/id").to_owned()),
        ("{no_webhook}", "whk_none".to_owned()),
        ("{crt}", certificate.to_string()),
        ("{bat}", batch.to_string()),
        ("{dcl}", declaration.to_string()),
        ("{evidence}", "07".repeat(32)),
        ("{digest}", "0".repeat(64)),
        ("{receipt}", ["0000"; 8].join("-")),
        ("{producer}", clara.id.to_string()),
        ("{serial}", serial),
        ("{mkt}", market.to_string()),
        ("{ord}", order),
        ("{del}", deal.to_string()),
        ("{trd}", trade.to_string()),
        ("{pay}", payout.to_string()),
        ("{pfl}", PayoutFileId::from(1).to_string()),
        ("{ret}", id.to_string()),
        ("{public}", "0".to_owned()),
        ("{members}", offered.text("/sequence").to_owned()),
    ];
    (house, names, world, auditor)
}

fn deal(house: &House, world: &World, batch: BatchId) -> ProposeDeal {
    ProposeDeal {
        account: world.clara.account,
        batch,
        counterparty: world.buyers[0].id,
        market: world.market,
        mass: value("0.1"),
        price: usd("4200.00"),
        side: DealSide::Sell,
        until: house.scenario.seconds_from_now(86_400),
    }
}

/// A payout of premium of the producer's sales to its first payee.
fn planned_by(house: &mut House, producer: &Actor) -> PayoutId {
    let (_, plan) = house.scenario.registry.cash.plan_in_force(producer.id, value("HZN")).unwrap();
    let (payee, operator) = (plan.payees[0].payee, house.scenario.operator.clone());
    let plan = PlanPayout { amount: usd("1.00"), exchange: None, payee, producer: producer.id };
    assert_eq!(house.act(&operator, Act::PlanPayout(plan)).status, 201);
    house.scenario.registry.cash.payouts().iter().last().unwrap().0
}

fn order_of(house: &House, actor: &Actor) -> String {
    let (id, _) = house.scenario.registry.markets.orders_of(actor.id).next().unwrap();
    id.to_string()
}

/// Whose a row's thing is: the producer's, or else the buyer's.
fn is_producers(route: &str) -> bool {
    let producers = ["{dcl}", "{ord}", "{pay}", "{members}", "{producer}"];
    producers.iter().any(|name| route.contains(name))
}

/// What the scope `people` is for.
fn is_of_people(route: &str) -> bool {
    ["/v1/people", "/v1/invitations", "/v1/security-log"].iter().any(|path| route.starts_with(path))
}

/// A member with a token of every scope, and with those of two scopes.
struct Own {
    all: Http,
    people: Http,
    read: Http,
}

/// The askers of a row, in their order.
struct Askers {
    anyone: Http,
    producer: Own,
    buyer: Own,
    another: Http,
    auditor: Http,
    operator: Http,
}

impl Askers {
    fn of(house: &House, world: &World, auditor: &Actor) -> Self {
        let narrow = |actor: &Actor, scope: &str| {
            let key = &actor.keys[0].secret;
            let header = json!({ "alg": "EdDSA", "kid": key.public().to_string() });
            let assertion = token::signed(&token::claims(&house.http, &actor.id.to_string()), &header, key);
            let answer = token::ask(&house.http, &assertion, Some(scope));
            house.http.with_token(answer.text("/access_token").to_owned())
        };
        let own =
            |actor| Own { all: house.member(actor), people: narrow(actor, "people"), read: narrow(actor, "read") };
        Self {
            anyone: house.http.anyone(),
            producer: own(&world.clara),
            buyer: own(&world.buyers[0]),
            another: house.member(&world.buyers[1]),
            auditor: house.member(auditor),
            operator: house.http.clone(),
        }
    }

    fn of_row(&self, route: &str) -> [&Http; 6] {
        let own = if is_producers(route) { &self.producer } else { &self.buyer };
        let narrow = if is_of_people(route) { &own.read } else { &own.people };
        [&self.anyone, &own.all, &self.another, &self.auditor, &self.operator, narrow]
    }
}

#[test]
fn every_route_answers_each_kind_of_asker_as_the_matrix_says() {
    each_database(|location| {
        let (house, names, world, auditor) = furnished(location);
        let askers = Askers::of(&house, &world, &auditor);
        let mut faults = Vec::new();
        for (method, route, statuses) in ROWS {
            let path = names.iter().fold((*route).to_owned(), |path, (name, value)| path.replace(name, value));
            for ((http, status), asker) in askers.of_row(route).into_iter().zip(statuses).zip(ASKERS) {
                let answer = http.send(method, &path, &[], Vec::new());
                if answer.status != *status {
                    faults.push(format!("{method} {route}, {asker}: {} {}, not {status}", answer.status, answer.body));
                }
                let challenged = !answer.header("www-authenticate").is_empty();
                assert!(answer.status != 401 || challenged, "{path} says how to be let in");
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
        println!("{} routes × {} askers", ROWS.len(), ASKERS.len());
        house.audit();
    });
}

#[test]
fn a_list_shows_each_asker_the_public_and_its_own() {
    each_database(|location| {
        let (mut world, _) = World::issued();
        world.scenario.register("Secretive", "LI", &[Role::Buyer]);
        let producer = world.clara.clone();
        let application = orebook_tests::scenario::certification("CO-ANT", "9").application;
        let applied = ApplyCertificate { certifier: world.acacia.id, site: value("SITE-2"), ..application };
        world.scenario.act(&producer, Act::ApplyCertificate(applied)).unwrap();
        let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
        let house = House::of(location, world.scenario);
        let [anyone, clara, lumen] = [house.http.anyone(), house.member(&clara), house.member(&lumen)];
        let count = |http: &Http, path: &str| http.get(path).json["items"].as_array().map_or(0, Vec::len);
        let certificates = |http| count(http, "/v1/certificates");
        assert_eq!(certificates(&clara), certificates(&anyone) + 1, "a producer sees its application");
        assert_eq!(certificates(&lumen), certificates(&anyone));
        assert_eq!(certificates(&house.http), certificates(&clara));
        let organisations = |http| count(http, "/v1/organisations");
        assert_eq!(organisations(&lumen), organisations(&anyone) + 1, "a buyer that never retired sees itself");
        assert!(organisations(&house.http) > organisations(&lumen));
        let shown = anyone.get("/v1/organisations").body;
        assert!(!shown.contains("Secretive") && !lumen.get("/v1/organisations").body.contains("Secretive"));
        assert!(house.get("/v1/organisations").body.contains("Secretive"));
        house.audit();
    });
}

/// The routes of the server's sources, as their handlers are marked: `#[get("/v1/cash")]`.
fn handlers() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/src");
    let mut left = vec![sources.clone()];
    while let Some(path) = left.pop() {
        // What is served at the operator's own address is asked of nobody.
        if path == sources.join("admin.rs") {
            continue;
        }
        if path.is_dir() {
            left.extend(std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let source = std::fs::read_to_string(path).unwrap();
        for method in ["get", "post", "put", "delete"] {
            let mark = format!("\n#[{method}(\"");
            let marks = source.split(&mark).skip(1);
            found.extend(marks.map(|mark| (method.to_uppercase(), mark.split('"').next().unwrap().to_owned())));
        }
    }
    found
}

/// Whether a row asks for this route: each part is the same, or the handler's is a variable. The last variable may
/// stand for several parts, as a tile's name does.
fn is_row_of(route: &str, row: &str) -> bool {
    let row = row.split('?').next().unwrap_or("");
    let (route, row): (Vec<&str>, Vec<&str>) = (route.split('/').collect(), row.split('/').collect());
    let rest = route.last().is_some_and(|last| last.contains(":.*"));
    let same = route.iter().zip(&row).all(|(part, asked)| part.starts_with('{') || part == asked);
    same && (route.len() == row.len() || (rest && route.len() < row.len()))
}

#[test]
fn every_handler_has_a_row_and_every_row_a_handler() {
    let handlers = handlers();
    assert!(handlers.len() > 100, "{}", handlers.len());
    for (method, route) in &handlers {
        let known = ROWS.iter().any(|(asked, row, _)| asked == method && is_row_of(route, row));
        assert!(known, "{method} {route} has no row");
    }
    for (method, row, _) in ROWS.iter().filter(|(_, row, _)| row.starts_with("/v1/")) {
        let heard = if *method == "HEAD" { "GET" } else { method };
        let known = handlers.iter().any(|(handled, route)| handled == heard && is_row_of(route, row));
        assert!(known, "{method} {row} has no handler");
    }
}

#[test]
fn every_handler_of_the_api_is_described() {
    let document: Value = serde_json::from_str(&openapi::document()).unwrap();
    let of_api = |route: &str| !route.ends_with(".html") && (route.starts_with("/v1/") || route.starts_with("/log/"));
    for (method, route) in handlers().iter().filter(|(_, route)| of_api(route)) {
        let described = &document["paths"][route.replace(":.*", "")][method.to_lowercase()];
        assert!(described.is_object(), "{method} {route} is not described");
    }
}

/// What the description says of who may call an operation is what the rows say of somebody without a token.
#[test]
fn who_may_call_an_operation_is_described_as_it_is() {
    let document: Value = serde_json::from_str(&openapi::document()).unwrap();
    for (method, route, [anyone, ..]) in ROWS {
        let parts: Vec<&str> = route.split('?').next().unwrap_or("").split('/').collect();
        let is_of = |path: &str| {
            let of_path: Vec<&str> = path.split('/').collect();
            let same = |(a, b): (&&str, &&str)| a == b || a.starts_with('{') && b.starts_with('{');
            of_path.len() == parts.len() && of_path.iter().zip(&parts).all(same)
        };
        let described = document["paths"].as_object().unwrap().iter().find(|(path, _)| is_of(path));
        let Some(operation) = described.and_then(|(_, of)| of.get(method.to_lowercase())) else { continue };
        let ways = operation["security"].as_array().unwrap_or_else(|| panic!("{method} {route} says nothing"));
        let for_anyone = ways.is_empty() || ways.contains(&json!({}));
        assert!(for_anyone || *anyone == 401, "{method} {route} answers anyone {anyone}");
        assert!(!ways.is_empty() || *anyone != 401, "{method} {route} needs a token");
    }
}
