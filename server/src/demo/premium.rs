//! Story 2: a deal between two, and its premium followed to the receipts of those it was meant for. And what a mobile
//! money payout looks like in a currency without cents.

use orebook_document::sha256;
use serde_json::{Value, json};

use super::acts::*;
use super::cast::{Cast, producer};
use super::json::{at, text};
use super::player::{OPERATOR, Player, Signer, expect, key, tell};
use super::setup::{operator, second_operator, signer};
use super::stories::PERRIN;

const OPERATIONS: &str = "Altura Blanca Operations";
const COMMUNITY: &str = "Altura Blanca Community Fund";
const WOMEN: &str = "Altura Blanca Women's Fund";
const KARAMOJA_WOMEN: &str = "Karamoja Women's Fund";

/// Perrin proposes, the association accepts; it waits a day, for the two have never traded.
pub(super) fn deal(player: &mut Player, cast: &Cast) -> Result<(), String> {
    player.day("2026-07-15")?;
    println!("  Story: a direct deal");
    let p2 = producer("P2")?;
    let propose = json!({
        "account": cast.account(PERRIN)?.to_string(), "batch": cast.batch("P2")?.to_string(), "counterparty": cast.member(p2.name)?.id.to_string(),
        "market": cast.market("gold eco")?.to_string(), "mass": "5", "price": { "amount": "6500.00", "currency": "USD" }, "side": "buy", "until": "2026-07-18T08:00:00Z",
    });
    let receipt = player.act(&signer(cast, PERRIN)?, json!({ "propose_deal": propose }))?;
    let deal = text(&player.event(&receipt, "trade", "deal_proposed")?, "deal")?.to_owned();
    tell(
        PERRIN,
        format!("offers {} 6500.00 USD per kg for 5 kg of ecological gold: 32825.00 USD are set aside", p2.name),
    );
    balance(player, cast, PERRIN, "7175.00")?;
    let accept = json!({ "account": cast.account(p2.name)?.to_string(), "deal": deal });
    let receipt = player.act(&signer(cast, p2.name)?, json!({ "accept_deal": accept }))?;
    let accepted = player.event(&receipt, "trade", "deal_accepted")?;
    tell(p2.name, format!("accepts; they have not traded before, so it settles at {}", text(&accepted, "settles_at")?));
    Ok(())
}

/// The premium is paid out: two persons approve, one file goes to the bank, and what the bank says is recorded.
pub(super) fn pay_out(player: &mut Player, cast: &Cast) -> Result<Vec<String>, String> {
    player.day("2026-07-17")?;
    println!("  Story: from the kilogram to the payee");
    expect("delivered", &holdings(player, cast, PERRIN)?.len().to_string(), "1")?;
    for (payee, iban) in [
        (OPERATIONS, "GB33BUKB20201555555555"),
        (COMMUNITY, "DE75512108001245126199"),
        (WOMEN, "FR7630006000011234567890189"),
    ] {
        details(player, cast, payee, "bank_transfer", account_details(payee, "PE", "Puno", json!({ "iban": iban })))?;
    }
    let mut payouts = Vec::new();
    for (payee, amount) in [(OPERATIONS, "19500.00"), (COMMUNITY, "6500.00"), (WOMEN, "6500.00")] {
        payouts.push(plan(player, cast, "P2", payee, [amount, "USD"])?);
    }
    approve(player, cast, &payouts, "bank_transfer")?;
    for payout in &payouts {
        report(player, cast, payout, json!({ "accepted": {} }))?;
    }
    player.day("2026-07-18")?;
    for (payout, n) in payouts.iter().zip(1..) {
        report(player, cast, payout, json!({ "settled": { "reference": format!("BANK-2026-07-18-P{n}") } }))?;
    }
    tell(OPERATOR, "the bank has paid all three: 32500.00 USD have left the account");
    Ok(payouts)
}

/// The payees sign for what arrived: one with its own key, two on paper, by two signatories of the association.
pub(super) fn receipts(player: &mut Player, cast: &Cast, payouts: &[String]) -> Result<(), String> {
    player.day("2026-07-19")?;
    let p2 = producer("P2")?;
    let [operations, community, women] = payouts else { return Err("three payouts were expected".to_owned()) };
    let received = |amount: &str| json!({ "amount": amount, "currency": "USD" });
    let own = json!({ "payout": operations, "reason": "bank_charge", "received": received("19440.00") });
    let receipt = player.act(&signer(cast, OPERATIONS)?, json!({ "confirm_receipt": own }))?;
    let signed = player.event(&receipt, "money", "receipt_signed")?;
    expect("outcome", text(&signed, "outcome")?, "confirmed")?;
    tell(
        OPERATIONS,
        "signs for 19440.00 USD: 60.00 went to a bank on the way, less than one percent, so it counts as received",
    );
    for (payout, payee) in [(community, COMMUNITY), (women, WOMEN)] {
        let paper = hex::encode(sha256(format!("orebook demo paper receipt\n{payee}").as_bytes()));
        let confirm = json!({ "paper": paper, "payout": payout, "received": received("6500.00") });
        let act = json!({ "confirm_receipt": confirm });
        let signers = [signer(cast, p2.name)?, third(cast, p2.name)?];
        let receipt = together(player, &signers, act)?;
        expect("outcome", text(&player.event(&receipt, "money", "receipt_signed")?, "outcome")?, "confirmed")?;
        tell(
            payee,
            "has no key: two signatories of the association sign for 6500.00 USD, with the digest of the paper receipt",
        );
    }
    Ok(())
}

/// The premium claim, which nobody could make before: what had arrived, to the cent.
pub(super) fn claim(player: &mut Player, cast: &Cast) -> Result<(), String> {
    player.day("2026-07-21")?;
    println!("  Story: what had arrived");
    let block = holdings(player, cast, PERRIN)?.remove(0);
    let (kilogram, _) = cut(&block, 1_000_000)?;
    let premium = Retirement {
        blocks: &[kilogram],
        claim: json!({ "premium": {} }),
        period: YEAR,
        product: None,
        purpose: "cases_2026",
    };
    let retired = retire(player, cast, PERRIN, &premium)?;
    expect("routed", money(&retired, "claim/premium/routed")?, "6500.00")?;
    expect("reached", money(&retired, "claim/premium/reached")?, "6488.00")
}

/// Shillings go by mobile money; nobody has signed for them yet.
pub(super) fn mobile_money(player: &mut Player, cast: &Cast) -> Result<(), String> {
    player.day("2026-07-23")?;
    println!("  Story: shillings by telephone");
    let details_of = account_details(KARAMOJA_WOMEN, "UG", "Moroto", json!({ "msisdn": "+256700000123" }));
    details(player, cast, KARAMOJA_WOMEN, "mobile_money", details_of)?;
    let payout = plan(player, cast, "P7", KARAMOJA_WOMEN, ["264755", "UGX"])?;
    approve(player, cast, std::slice::from_ref(&payout), "mobile_money")?;
    report(player, cast, &payout, json!({ "accepted": {} }))?;
    report(player, cast, &payout, json!({ "settled": { "reference": "MOMO-2026-07-23-1" } }))?;
    tell(KARAMOJA_WOMEN, "264755 UGX were sent; they stay unconfirmed until somebody signs for them");
    Ok(())
}

/// What the public may know of a producer's premium, a month and thirty days later.
pub(super) fn published(player: &Player, cast: &Cast) -> Result<(), String> {
    let p2 = producer("P2")?;
    let premiums = player.get_as_public(&format!("/v1/premiums/{}", cast.member(p2.name)?.id))?;
    let july = at(&premiums, "months")?.as_array().into_iter().flatten().find(|m| text(m, "month") == Ok("2026-07"));
    let july = july.ok_or_else(|| format!("no July in {premiums}"))?;
    for figure in ["routed", "paid", "confirmed"] {
        expect(figure, money(july, figure)?, "32000.00")?;
    }
    tell(p2.name, "July, as published: about 32000 USD of premium routed, paid and signed for");
    Ok(())
}

/// Where a payee is paid: the details go beside the register, their digest into it.
fn details(player: &mut Player, cast: &Cast, payee: &str, rail: &str, details: Value) -> Result<(), String> {
    let salt = sha256(format!("orebook demo salt\n{payee}").as_bytes());
    let canonical = orebook_document::canonical(&details).map_err(|error| error.to_string())?;
    let digest = hex::encode(sha256(&[salt.as_slice(), &canonical].concat()));
    if payee == super::cast::PAYEE_WITH_KEYS {
        let act = json!({ "set_payout_details": { "details": digest, "rail": rail } });
        player.act(&signer(cast, payee)?, act)?;
    } else {
        let organisation = cast.member(payee)?.id.to_string();
        let act = json!({ "set_payout_details": { "details": digest, "organisation": organisation, "rail": rail } });
        together(player, &[operator(cast)?, second_operator(cast)?], act)?;
    }
    player.put(&format!("/v1/payout-details/{digest}"), &json!({ "details": details, "salt": hex::encode(salt) }))?;
    tell(payee, format!("is paid by {}; the register keeps a digest of where", rail.replace('_', " ")));
    Ok(())
}

fn account_details(name: &str, country: &str, town: &str, account: Value) -> Value {
    json!({ "account": account, "address": { "country": country, "town": town }, "name": name })
}

fn plan(
    player: &mut Player,
    cast: &Cast,
    of: &str,
    payee: &str,
    [amount, currency]: [&str; 2],
) -> Result<String, String> {
    let plan = json!({
        "amount": { "amount": amount, "currency": currency }, "payee": cast.member(payee)?.id.to_string(), "producer": cast.member(producer(of)?.name)?.id.to_string(),
    });
    let receipt = player.act(&operator(cast)?, json!({ "plan_payout": plan }))?;
    tell(OPERATOR, format!("plans to pay {amount} {currency} to {payee}"));
    Ok(text(&player.event(&receipt, "money", "payout_planned")?, "payout")?.to_owned())
}

/// Two persons approve; the file is fetched, and its digest recorded when the bank has it.
fn approve(player: &mut Player, cast: &Cast, payouts: &[String], rail: &str) -> Result<(), String> {
    let act = json!({ "approve_payouts": { "payouts": payouts, "rail": rail } });
    let receipt = together(player, &[operator(cast)?, second_operator(cast)?], act)?;
    let approved = player.event(&receipt, "money", "payouts_approved")?;
    let file = text(&approved, "file")?.to_owned();
    let digest = hex::encode(sha256(&player.bytes(&format!("/v1/payout-files/{file}"))?));
    player.act(&operator(cast)?, json!({ "instruct_payouts": { "digest": digest, "file": file } }))?;
    let total = (money(&approved, "total")?, text(&approved, "total/currency")?);
    tell(OPERATOR, format!("two persons approve {} {}; one file goes to the bank, {file}", total.0, total.1));
    Ok(())
}

fn report(player: &mut Player, cast: &Cast, payout: &str, report: Value) -> Result<(), String> {
    let act = json!({ "report_payout": { "payout": payout, "report": report } });
    player.act(&operator(cast)?, act).map(|_| ())
}

/// The association's second everyday signatory.
fn third<'a>(cast: &Cast, name: &'a str) -> Result<Signer<'a>, String> {
    Ok(Signer { name, id: cast.member(name)?.id, person: "third" })
}

/// An act that the first proposes and the second approves; answers the approval's receipt.
pub(super) fn together(player: &mut Player, signers: &[Signer<'_>; 2], act: Value) -> Result<Value, String> {
    let receipt = player.act(&signers[0], act)?;
    let proposed = player.event(&receipt, "party", "proposed")?;
    let approve = json!({ "digest": text(&proposed, "digest")?, "proposal": text(&proposed, "proposal")? });
    player.act(&signers[1], json!({ "approve": approve }))
}

/// A further everyday signatory of an organisation, which its recovery key approves.
pub(super) fn further_signatory(player: &mut Player, cast: &Cast, name: &str) -> Result<(), String> {
    let id = cast.member(name)?.id;
    let add = json!({ "key": key(name, "third").public().to_string(), "person": "third", "purpose": "signing" });
    let signers = [signer(cast, name)?, Signer { name, id, person: "second" }];
    together(player, &signers, json!({ "add_key": add }))?;
    player.act(&third(cast, name)?, json!({ "confirm_key": {} }))?;
    tell(name, "has a second signatory for every day: receipts on paper take two");
    Ok(())
}
