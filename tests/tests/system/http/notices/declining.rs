//! Declining a kind of letters by the link in one of them (RFC 8058).

use orebook_registry::instruction::Act;
use orebook_registry::values::BatchId;
use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};
use orebook_tests::mail::{MailServer, Security};
use orebook_tests::scenario::World;

use super::stage::person;

/// Lumen buys a little of Clara: one letter to each buyer's reader.
fn buy(house: &mut House, world: &World, batch: BatchId) {
    let (clara, lumen) = (world.clara.clone(), world.buyers[0].clone());
    let offer = world.offer(&clara, batch, "0.1", "4200.00");
    assert_eq!(house.act(&clara, Act::PlaceSellOrder(offer)).status, 201);
    assert_eq!(house.act(&lumen, Act::PlaceBuyOrder(world.bid(&lumen, "0.1", "4200.00"))).status, 201);
}

/// As a mail program does it by itself: without a cookie, from nowhere.
fn one_click(house: &House, path: &str) -> Answer {
    let headers = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "cross-site")];
    house.http.anyone().send("POST", path, &headers, b"List-Unsubscribe=One-Click".to_vec())
}

#[test]
fn a_kind_that_was_declined_by_one_click_comes_no_more_and_others_do() {
    each_database(|location| {
        let (world, [batch, _]) = World::issued();
        let lumen = world.buyers[0].clone();
        let ann = person(location, lumen.id, "en", "Ann", "trader");
        let ben = person(location, lumen.id, "fr", "Ben", "trader");
        let mail = MailServer::start(Security::Clear);
        let mut house = House::with_mail(location, world.scenario.clone(), mail.settings());
        buy(&mut house, &world, batch);
        let received = mail.wait_for(2);
        let to_ann = received.iter().find(|letter| letter.to == ann.email).unwrap();
        assert_eq!(to_ann.header("List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
        let link = to_ann.header("List-Unsubscribe");
        let path = link.trim_matches(['<', '>']).strip_prefix("https://registry.example").unwrap().to_owned();

        let page = house.http.anyone().send("GET", &path, &[("accept-language", "es")], Vec::new());
        assert_eq!((page.status, page.header("cache-control")), (200, "no-store"));
        assert!(page.body.contains("<form method=\"post\">") && page.body.contains("confirmación de compraventa"));
        buy(&mut house, &world, batch);
        mail.wait_for(4);

        assert_eq!(one_click(&house, &path).status, 200);
        assert_eq!(one_click(&house, &path).status, 200, "twice is as once");
        let kept = house.shared().reader.read(|read| read.person(&ann.id)).unwrap().unwrap();
        assert_eq!(kept.unsubscribed, "trade_confirmation");
        buy(&mut house, &world, batch);
        let received = mail.wait_for(5);
        assert_eq!(received[4].to, ben.email, "to the other reader alone");
        buy(&mut house, &world, batch);
        let of_ann = mail.wait_for(6).into_iter().filter(|letter| letter.to == ann.email).count();
        assert_eq!(of_ann, 2);
        house.audit();
    });
}

#[test]
fn a_link_that_was_not_made_here_declines_nothing() {
    each_database(|location| {
        let house = House::founded(location);
        let shared = house.shared();
        let decliner = orebook_server::notices::unsubscribe::Decliner::of(&shared.keys.first_issuer);
        let absent = decliner.path("usr_00000000000000000000000000000000", orebook_server::notices::Kind::PremiumPaid);
        let urgent = decliner.path("usr_00000000000000000000000000000000", orebook_server::notices::Kind::Frozen);
        let altered = format!("{}A", &absent[..absent.len() - 1]);
        let cursor = shared.cursors.seal("/v1/batches?", "usr_1 premium_paid");
        for path in [absent, urgent, altered, format!("/unsubscribe/{cursor}"), "/unsubscribe/x".to_owned()] {
            assert_eq!(one_click(&house, &path).status, 404, "{path}");
        }
        let put = house.http.send("PUT", "/unsubscribe/x", &[], Vec::new());
        assert_eq!((put.status, put.header("allow")), (405, "GET, POST"));
        house.audit();
    });
}
