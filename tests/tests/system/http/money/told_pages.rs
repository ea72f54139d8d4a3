//! Pages that tell of money what is so: what is held, what was signed for, and what can be done about a file.

use orebook_registry::instruction::*;
use orebook_tests::each_database;
use orebook_tests::scenario::{holds, value};

use super::stage::{approved, by_operator, details, furnished, put, settle, sign_for};
use crate::http::people::stage::{Browser, Stage};

#[test]
fn what_is_held_of_a_member_stands_on_its_pages_with_the_reason() {
    each_database(|location| {
        let (world, _) = approved();
        let house = furnished(location, &world);
        let lumen = world.world.buyers[0].clone();
        let mut stage = Stage::of(house, location);
        let (buyer, miner) = (
            stage.joined(lumen.id, "lea@lumen.example", "admin"),
            stage.joined(world.clara.id, "clara@clara.example", "admin"),
        );
        let pages = ["/desk", "/account", "/desk/money"];
        for page in pages {
            assert!(!buyer.get(page).body.contains("is held since"), "{page}");
        }
        assert!(buyer.get("/desk/money").body.contains("/act/withdraw_money?"));
        let place = |reason, target| Act::PlaceHold(PlaceHold { grievance: None, reason, target });
        by_operator(&mut stage.house, place(HoldReason::Investigation, holds::account(lumen.account)));
        by_operator(&mut stage.house, place(HoldReason::Security, holds::first_key(&lumen)));
        let account = buyer.get("/desk/money").body;
        assert!(
            account.contains("/problems/account_is_frozen") && account.contains("/act/withdraw_money?"),
            "{account}"
        );
        by_operator(&mut stage.house, place(HoldReason::LegalOrder, holds::organisation(&lumen)));
        for page in pages {
            let body = buyer.get(page).body;
            for told in [
                "Your organisation is held since",
                "a legal order",
                "an investigation",
                "it signs nothing. Reason: security",
                "It ends by itself on",
                "href=\"/problems/organisation_is_frozen\"",
                "href=\"/problems/account_is_frozen\"",
                "href=\"/problems/key_is_frozen\"",
            ] {
                assert!(body.contains(told), "{told} on {page}: {body}");
            }
        }
        assert!(
            !buyer.get("/desk/money").body.contains("/act/withdraw_money?"),
            "what would be refused is not offered"
        );
        by_operator(&mut stage.house, place(HoldReason::LegalOrder, holds::organisation(&world.clara)));
        let payouts = miner.get("/desk/payouts").body;
        assert!(payouts.contains("Your organisation is held since") && !payouts.contains("/act/withdraw_money?"));
        stage.audit();
    });
}

#[test]
fn a_receipt_that_counts_as_whole_is_told_to_the_buyer_as_signed() {
    each_database(|location| {
        let (world, approved) = approved();
        let mut house = furnished(location, &world);
        for n in 0..2 {
            assert_eq!(put(&house, &details(n)).status, 201);
        }
        settle(&mut house, approved.usd);
        let mut stage = Stage::of(house, location);
        let buyer = stage.joined(world.world.buyers[0].id, "lea@lumen.example", "admin");
        let signed = |buyer: &Browser| buyer.get("/desk/holdings").body.matches("receipt signed").count();
        assert_eq!(signed(&buyer), 0);
        let sent = world.payouts().find(approved.payouts[1]).unwrap().amount;
        let received = sent.currency.minor(sent.minor - 1_000);
        sign_for(&mut stage.house, &world.clara, approved.payouts[1], received);
        assert_ne!(signed(&buyer), 0, "ten less than was sent counts as all of it");
        stage.audit();
    });
}

#[test]
fn a_file_that_lost_a_payout_offers_to_cancel_the_others() {
    each_database(|location| {
        let (world, approved) = approved();
        let mut house = furnished(location, &world);
        let [lost, left, ..] = approved.payouts;
        let cancel = |payout| Act::CancelPayout(CancelPayout { payout, reason: value("mistake") });
        by_operator(&mut house, cancel(lost));
        let mut stage = Stage::of(house, location);
        let ada = stage.admin();
        let page = ada.get("/desk/payments?part=files").body;
        assert!(page.contains("cancel the others as well, and plan them anew"), "{page}");
        assert!(page.contains(&format!("/act/cancel_payout?payout={left}")), "{page}");
        assert!(!page.contains(&format!("/act/cancel_payout?payout={lost}")), "{page}");
        by_operator(&mut stage.house, cancel(left));
        let page = ada.get("/desk/payments?part=files").body;
        assert!(!page.contains("cancel the others") && !page.contains(&approved.usd.to_string()), "{page}");
        stage.audit();
    });
}
