//! Values that have one form and are not in it: amounts, ids, texts, times.

use super::Row;
use super::stage::{Stage, spoilt};

const MALFORMED: &str = "document_is_malformed";

pub fn rows(stage: &Stage) -> Vec<Row> {
    [masses(stage), money(stage), ids(stage), texts(stage), times(stage)].into_iter().flatten().collect()
}

/// Each form in place of a good one: it cannot be read.
fn each(of: &str, good: &str, member: &str, right: &str, forms: &[&str]) -> Vec<Row> {
    let row = |form: &&str| {
        let (from, to) = (format!(r#""{member}":"{right}""#), format!(r#""{member}":"{form}""#));
        Row::write(format!("{of} {form:.40}"), spoilt(good, &from, &to), 400, MALFORMED)
    };
    forms.iter().map(row).collect()
}

fn masses(stage: &Stage) -> Vec<Row> {
    let forms = [
        "1_000",
        "1,000",
        "1 000",
        "+5",
        "-5",
        "-0",
        ".5",
        "1.",
        "1.0",
        "1.50",
        "01",
        "1e3",
        "1E3",
        "0x10",
        "",
        " 1",
        "1kg",
        "１",
        "١",
        "0.0000001",
        "99999999999999999999",
        "NaN",
        "Infinity",
        "1/2",
    ];
    let mut rows = each("mass", &stage.bid, "mass", "1", &forms);
    rows.push(Row::write("a mass as a number", spoilt(&stage.bid, r#""mass":"1""#, r#""mass":1"#), 400, MALFORMED));
    rows
}

fn money(stage: &Stage) -> Vec<Row> {
    let forms = [
        "4200",
        "4200.0",
        "4200.000",
        "4,200.00",
        "4200,00",
        "-4200.00",
        "+4200.00",
        "$4200.00",
        "4.2e3",
        "04200.00",
        "92233720368547758.08",
        "９.00",
    ];
    let mut rows = each("amount", &stage.bid, "amount", "4200.00", &forms);
    rows.extend(each("currency", &stage.bid, "currency", "USD", &["usd", "US", "XXX", "BTC", "JPY", "KWD", ""]));
    let whole = r#"{"amount":"4200.00","currency":"USD"}"#;
    for form in [r#""4200.00 USD""#, r#"{"amount":"4200.00"}"#, "4200.00", r#"{"amount":4200.00,"currency":"USD"}"#] {
        rows.push(Row::write(format!("money as {form}"), spoilt(&stage.bid, whole, form), 400, MALFORMED));
    }
    rows
}

fn ids(stage: &Stage) -> Vec<Row> {
    let market = stage.market.as_str();
    let (lower, short) = (market.to_lowercase(), &market[..market.len() - 1]);
    let (batch, letters) = (stage.batch.to_string(), format!("{}U", short));
    let long = format!("{market}0");
    let forms = [lower.as_str(), short, &long, &batch, &letters, &market[4..], "", "mkt_"];
    let mut rows = each("market", &stage.bid, "market", market, &forms);
    let id = stage.account.split(r#""id":""#).nth(1).unwrap().split('"').next().unwrap();
    let (plain, upper) = (&id[9..], id.to_uppercase());
    let (four, braces) = (spoilt(id, "-7000-", "-4000-"), format!("urn:uuid:{{{plain}}}"));
    let simple = format!("urn:uuid:{}", plain.replace('-', ""));
    let forms = [plain, &upper, &four, &braces, &simple, "urn:uuid:", "urn:uuid:00000000-0000-0000-0000-000000000000"];
    rows.extend(each("id", &stage.account, "id", id, &forms));
    let organisation = stage.lumen.id.to_string();
    rows.extend(each("organisation", &stage.account, "organisation", &organisation, &["org_", "lumen", market]));
    let block = format!(r#""{}""#, stage.serial);
    let last = if stage.serial.ends_with('0') { '1' } else { '0' };
    let digits = format!("{}{last}", &stage.serial[..stage.serial.len() - 1]);
    for form in [digits.as_str(), &stage.serial.to_lowercase(), "OBK", ""] {
        let spoilt = spoilt(&stage.transfer, &block, &format!(r#""{form}""#));
        rows.push(Row::write(format!("serial {form}"), spoilt, 400, MALFORMED));
    }
    rows
}

fn texts(stage: &Stage) -> Vec<Row> {
    let long = "n".repeat(201);
    let forms = [
        "",
        " second",
        "second ",
        r"\u0000",
        r"\u0007",
        r"\n",
        "\u{202e}second",
        "\u{200b}",
        "\u{2028}",
        "e\u{301}",
        "\u{feff}x",
        "\u{ffff}",
        "\u{2066}x",
        long.as_str(),
    ];
    each("text", &stage.account, "name", "second", &forms)
}

fn times(stage: &Stage) -> Vec<Row> {
    let expires = stage.account.split(r#""expires":""#).nth(1).unwrap().split('"').next().unwrap();
    let (day, time) = expires.split_once('T').unwrap();
    let [fraction, offset, zone, blank, lower] = [
        expires.replace('Z', ".000Z"),
        expires.replace('Z', "+00:00"),
        expires.replace('Z', ""),
        format!("{day} {time}"),
        expires.to_lowercase(),
    ];
    let forms = [
        fraction.as_str(),
        &offset,
        &zone,
        &blank,
        &lower,
        day,
        "2026-02-30T09:00:00Z",
        "2026-13-01T09:00:00Z",
        "2026-07-13T24:00:00Z",
        "2026-07-13T09:60:00Z",
        "2026-12-31T23:59:60Z",
        "1789300000",
        "+12026-07-13T09:00:00Z",
        "",
    ];
    each("expires", &stage.account, "expires", expires, &forms)
}
