//! The days that do not go as planned: a grievance and a fraud, an audit, a name that says too much.

use serde_json::{Value, json};

use super::acts::*;
use super::cast::{AUDITORS, Cast, producer};
use super::json::{at, read, text};
use super::player::{Player, expect, tell};
use super::setup::{operator, signer};
use super::stories::{HALDEN, KESTREL, SUNDA};

/// A grievance under way.
pub(super) struct Case {
    receipt: String,
}

/// Story 5, first half: somebody writes; a handler holds what is unsold; the certifier suspends.
pub(super) fn grievance(player: &mut Player, cast: &Cast) -> Result<Case, String> {
    player.day("2026-06-10")?;
    println!("  Story: a grievance");
    offer(player, cast, "P5", "tin entry", "3000", ["1.60", "USD"])?;
    let batch = cast.batch("P5")?.to_string();
    let words = "Ore from another pit was weighed in with ours before the declaration.";
    let (receipt, digest) = player.file_grievance("false_claim", &batch, words)?;
    tell("somebody", format!("filed a grievance about {batch}, without an account; the receipt is {receipt}"));
    let triage = json!({ "batch": batch, "decision": "accepted", "grievance": digest, "severity": "1" });
    player.act(&operator(cast)?, json!({ "triage_grievance": triage }))?;
    let target = json!({ "batch": { "batch": batch, "scope": "unsold" } });
    let hold = json!({ "grievance": digest, "reason": "grievance", "target": target });
    let held = player.act(&operator(cast)?, json!({ "place_hold": hold }))?;
    let cancelled = player.event(&held, "trade", "order_cancelled")?;
    expect("reason", text(&cancelled, "reason")?, "hold")?;
    tell(
        super::player::OPERATOR,
        "the handler triaged it to severity 1 and held what is unsold; the offer is cancelled",
    );
    let suspend = json!({ "certificate": cast.certificate("P5")?.to_string(), "effective": "2026-06-10", "reason": "production_in_doubt" });
    player.act(&signer(cast, producer("P5")?.certifier)?, json!({ "suspend_certificate": suspend }))?;
    let figures = player.get(&format!("/v1/batches/{batch}"))?;
    expect("held", text(&figures, "split/frozen")?, "13250")?;
    expect("retired", text(&figures, "retired")?, "2000")?;
    expect("Kestrel's", &states(player, cast, KESTREL)?, "available 4000")?;
    tell(
        producer("P5")?.certifier,
        "suspended the certificate: 13250 kg unsold are held; what was bought stays usable",
    );
    Ok(Case { receipt })
}

/// Kestrel buys tantalum.
pub(super) fn tantalum(player: &mut Player, cast: &Cast) -> Result<(), String> {
    offer(player, cast, "P6", "tantalum good", "200", ["12.50", "USD"])?;
    let trades = bid(player, cast, KESTREL, "tantalum good", "200", ["12.50", "USD"])?;
    expect("gross", text(&trades[0], "gross/amount")?, "2500.00")
}

/// Story 4: a large buyer, a claim that nobody can prove yet, and one that is audited.
pub(super) fn cobalt(player: &mut Player, cast: &Cast) -> Result<(), String> {
    player.day("2026-07-22")?;
    println!("  Story: a hundred and twenty tonnes");
    offer(player, cast, "P4", "cobalt good", "120000", ["5.20", "USD"])?;
    let trades = bid(player, cast, HALDEN, "cobalt good", "120000", ["5.20", "USD"])?;
    expect("gross", text(&trades[0], "gross/amount")?, "624000.00")?;
    balance(player, cast, HALDEN, "9760.00")?;
    let blocks = holdings(player, cast, HALDEN)?;
    let (claim, purpose) = (json!({ "premium": {} }), "batteries_2026");
    let premium = Retirement { blocks: &blocks, claim, period: YEAR, product: None, purpose };
    let act = premium.act(cast, HALDEN)?;
    let problem = player.refused(&signer(cast, HALDEN)?, act, "premium_must_be_confirmed")?;
    tell(HALDEN, format!("claimed that the premium had arrived, and was refused: {}", text(&problem, "detail")?));
    let footprint = footprint(player, cast, HALDEN, ["COB", "400000", "batteries_2026"], YEAR)?;
    let claim = json!({ "match": { "footprint": footprint } });
    let retired = retire(player, cast, HALDEN, &Retirement { claim, ..premium })?;
    expect("percent", text(&retired, "claim/match/percent")?, "30")?;
    let due = text(&retired, "finding_due_at")?;
    expect("due", due.get(..10).unwrap_or(""), "2026-10-20")?;
    tell(HALDEN, format!("retired more cobalt than 50000 kg in a year: an auditor's finding is due by {due}"));
    Ok(())
}

/// A claim that an audit will mend.
pub(super) struct Claimed {
    retirement: String,
    footprint: String,
}

/// Story 10, first half: Kestrel measures its claim against another year than it should.
pub(super) fn year_that_was_not(player: &mut Player, cast: &Cast) -> Result<Claimed, String> {
    player.day("2026-08-01")?;
    println!("  Story: the wrong year");
    let period = ["2025-07-01", "2026-06-30"];
    let footprint = footprint(player, cast, KESTREL, ["TAN", "500", "capacitors"], period)?;
    let blocks: Vec<String> =
        holdings(player, cast, KESTREL)?.into_iter().filter(|serial| serial.starts_with("OBK-TAN")).collect();
    let claim = json!({ "match": { "footprint": footprint } });
    let half = ["2026-01-01", "2026-06-30"];
    let year = Retirement { blocks: &blocks, claim, period: half, product: None, purpose: "capacitors" };
    let retired = retire(player, cast, KESTREL, &year)?;
    expect("percent", text(&retired, "claim/match/percent")?, "40")?;
    Ok(Claimed { retirement: text(&retired, "retirement")?.to_owned(), footprint })
}

/// Story 5, second half: what was suspected is true.
pub(super) fn fraud(player: &mut Player, cast: &Cast, case: &Case) -> Result<(), String> {
    player.day("2026-08-03")?;
    println!("  Story: fraud");
    let withdraw = json!({ "cause": "fraud", "certificate": cast.certificate("P5")?.to_string(), "effective": "2026-08-03", "reason": "mixed_production" });
    let receipt = player.act(&signer(cast, producer("P5")?.certifier)?, json!({ "withdraw_certificate": withdraw }))?;
    player.event(&receipt, "credit", "credits_cancelled")?;
    let batch = cast.batch("P5")?.to_string();
    let figures = player.get(&format!("/v1/batches/{batch}"))?;
    expect("cancelled", text(&figures, "cancelled")?, "13250")?;
    expect("flag", text(&figures, "flag")?, "fraud")?;
    expect("Kestrel's", &states(player, cast, KESTREL)?, "frozen 4000")?;
    let resting = player.get(&format!("/v1/batches/{batch}/retirements"))?;
    expect("beneficiary", text(&resting, "items/0/beneficiary")?, SUNDA)?;
    tell(
        producer("P5")?.certifier,
        "withdrew the certificate for fraud: 13250 kg unsold are cancelled, Kestrel's 4000 kg are held, and the 2000 kg \
         that Sunda retired stay retired and are flagged",
    );
    let known = player.case(&case.receipt)?;
    expect("case", text(&known, "state")?, "triaged")?;
    let close = json!({ "grievance": text(&known, "grievance")?, "outcome": "remedied" });
    player.act(&operator(cast)?, json!({ "close_grievance": close }))?;
    expect("case", text(&player.case(&case.receipt)?, "state")?, "closed")
}

/// Story 10, second half: the auditor looks, and the claim is mended once.
pub(super) fn finding(player: &mut Player, cast: &Cast, claimed: &Claimed) -> Result<(), String> {
    player.day("2026-09-01")?;
    println!("  Story: the auditor looks");
    let [(auditor, _), _] = AUDITORS;
    let report = super::player::key(auditor, "report").public();
    let digest: String = orebook_document::sha256(report.as_bytes()).iter().map(|b| format!("{b:02x}")).collect();
    let finding = json!({ "outcome": "qualified", "reason": "wrong_footprint_year", "report": digest, "retirement": claimed.retirement });
    player.act(&signer(cast, auditor)?, json!({ "publish_finding": finding }))?;
    tell(auditor, "found the claim qualified: the footprint is of another year than the collection");
    player.day("2026-09-10")?;
    let fields = json!({ "mass": "640", "method": "bill_of_materials", "period_from": YEAR[0], "period_to": YEAR[1], "scope": "capacitors" });
    let correct = json!({ "correct_retirement": { "footprint": fields, "retirement": claimed.retirement } });
    player.act(&signer(cast, KESTREL)?, correct.clone())?;
    let twice = player.refused(&signer(cast, KESTREL)?, correct, "correction_must_be_in_time")?;
    let record = player.get(&format!("/v1/retirements/{}", claimed.retirement))?;
    tell(KESTREL, format!("corrected its footprint {}, once: {}", claimed.footprint, text(&twice, "detail")?));
    tell("  claim", text(&record, "claim_text")?);
    let history = player.get(&format!("/v1/retirements/{}/history", claimed.retirement))?;
    let chapters = at(&history, "items")?.as_array().map_or(0, Vec::len);
    expect("chapters", &chapters.to_string(), "3")
}

/// Story 9: a name that says too much, and one that does not.
pub(super) fn names(player: &mut Player, cast: &Cast) -> Result<(), String> {
    player.day("2026-10-06")?;
    println!("  Story: a product's name");
    offer(player, cast, "P4", "cobalt good", "1000", ["5.20", "USD"])?;
    bid(player, cast, HALDEN, "cobalt good", "1000", ["5.20", "USD"])?;
    balance(player, cast, HALDEN, "4508.00")?;
    let blocks = holdings(player, cast, HALDEN)?;
    let (claim, product) = (json!({ "support": {} }), Some("child-labour-free cobalt"));
    let loud = Retirement { blocks: &blocks, claim, period: YEAR, product, purpose: "batteries_2026" };
    let act = loud.act(cast, HALDEN)?;
    let problem = player.refused(&signer(cast, HALDEN)?, act, "product_name_must_not_claim")?;
    tell(
        HALDEN,
        format!("named its product “child-labour-free cobalt”, and was refused: {}", text(&problem, "detail")?),
    );
    retire(player, cast, HALDEN, &Retirement { product: Some("Solid Core 2"), ..loud })?;
    Ok(())
}

/// Kilograms of tin of a holder, by state.
fn states(player: &Player, cast: &Cast, name: &str) -> Result<String, String> {
    let answer = player.get(&format!("/v1/holdings?organisation={}", cast.member(name)?.id))?;
    let items = at(&answer, "items")?.as_array().cloned().unwrap_or_default();
    let tin = items.iter().filter(|item| text(item, "serial").is_ok_and(|serial| serial.starts_with("OBK-TIN")));
    let told = tin.map(|item: &Value| {
        let mass: orebook_registry::values::Mass = read(item, "mass")?;
        Ok(format!("{} {mass}", text(item, "state")?))
    });
    Ok(told.collect::<Result<Vec<_>, String>>()?.join(", "))
}
