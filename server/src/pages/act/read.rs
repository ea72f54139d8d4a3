//! A filled-in form becomes an act. Every field is read as the register would, so that a fault is told beside its field.

use orebook_registry::instruction::Act;
use orebook_registry::values::{Date, Mass, Money};
use serde_json::{Map, Value, json};

use super::asked::{Asked, number};
use super::form::{Field, Form, Kind};

/// A field that cannot be read: its name in the form, and what should stand there, as the end of a message's id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The field's name in the form.
    pub name: String,
    /// What is wrong, as the end of a message's id.
    pub what: &'static str,
}

/// The act that a form was filled in with, or what is wrong with it.
pub fn act(form: &Form, asked: &Asked) -> Result<Act, Vec<Fault>> {
    let mut faults = Vec::new();
    let body = group("", form.fields, asked, &mut faults);
    if !faults.is_empty() {
        return Err(faults);
    }
    // What is left are bounds that no field alone can break: they are told at the top.
    serde_json::from_value(json!({ form.act: body })).map_err(|error| {
        tracing::debug!(%error, act = form.act, "a form is not the act's");
        vec![Fault { name: String::new(), what: "form" }]
    })
}

fn join(group: &str, name: &str) -> String {
    match (group, name) {
        ("", name) => name.to_owned(),
        (group, "") => group.to_owned(),
        (group, name) => format!("{group}.{name}"),
    }
}

fn group(at: &str, fields: &[Field], asked: &Asked, faults: &mut Vec<Fault>) -> Value {
    let mut body = Map::new();
    for field in fields {
        let name = join(at, field.name);
        match value(&name, &field.kind, asked, faults) {
            Some(value) => drop(body.insert(field.name.to_owned(), value)),
            None if field.optional => {}
            None if faults.iter().any(|fault| fault.name == name) => {}
            None => faults.push(Fault { name, what: "missing" }),
        }
    }
    Value::Object(body)
}

/// What stands under a name; nothing when nothing does, or when it cannot be read.
fn value(name: &str, kind: &Kind, asked: &Asked, faults: &mut Vec<Fault>) -> Option<Value> {
    let mut fault = |what| {
        faults.push(Fault { name: name.to_owned(), what });
        None
    };
    match kind {
        Kind::Group(fields) => asked.has_in(name).then(|| group(name, fields, asked, faults)),
        Kind::Lines(fields) => Some(lines(name, fields, asked, faults)),
        Kind::Either(_, forms) => {
            let chosen = asked.get(name)?;
            let Some((word, fields)) = forms.iter().find(|(word, _)| *word == chosen) else { return fault("one") };
            Some(json!({ *word: group(name, fields, asked, faults) }))
        }
        Kind::Some(_, words) => {
            let chosen: Vec<&str> =
                words.iter().copied().filter(|word| asked.all(name).any(|one| one == *word)).collect();
            (!chosen.is_empty()).then(|| json!(chosen))
        }
        Kind::Serials | Kind::List | Kind::Digests => {
            let mut items: Vec<&str> = asked
                .all(name)
                .flat_map(|text| text.split([' ', '\n', '\r', '\t', ',', ';']))
                .filter(|item| !item.is_empty())
                .collect();
            if matches!(kind, Kind::List) {
                items.sort_unstable();
                items.dedup();
            }
            let is_wrong = |item: &&&str| match kind {
                Kind::Serials => item.parse::<orebook_registry::serial::SerialBlock>().is_err(),
                Kind::Digests => !is_digest(item),
                _ => false,
            };
            if items.iter().find(is_wrong).is_some() {
                return fault(if matches!(kind, Kind::Serials) { "serials" } else { "digest" });
            }
            (!items.is_empty() || matches!(kind, Kind::Digests)).then(|| json!(items))
        }
        Kind::Money => {
            let amount = asked.get(name)?;
            let currency = asked.get(&format!("{name}.currency")).map(str::to_uppercase);
            let Some(currency) = currency.and_then(|code| code.parse().ok()) else { return fault("currency") };
            match money(amount, currency) {
                Some(money) => serde_json::to_value(money).ok(),
                None => fault("money"),
            }
        }
        plain => {
            let given = asked.get(name)?;
            match leaf(plain, given) {
                Ok(text) => Some(Value::String(text)),
                Err(what) => fault(what),
            }
        }
    }
}

/// The lines of a repeated group in which something stands.
fn lines(name: &str, fields: &[Field], asked: &Asked, faults: &mut Vec<Fault>) -> Value {
    const LINES_MAX: usize = 64;
    let names = (0..LINES_MAX).map(|line| format!("{name}.{line}"));
    let filled = names.filter(|line| asked.has_in(line) || asked.get(line).is_some());
    let read = |line: String| match fields {
        [Field { name: "", kind, .. }] => value(&line, kind, asked, faults).unwrap_or(Value::Null),
        fields => group(&line, fields, asked, faults),
    };
    Value::Array(filled.map(read).collect())
}

/// An amount as people write it, with the decimals that its currency has.
fn money(text: &str, currency: orebook_registry::values::Currency) -> Option<Money> {
    let plain = number(text);
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let decimals = currency.exponent() as usize;
    if fraction.len() > decimals {
        return None;
    }
    let written = if decimals == 0 { whole.to_owned() } else { format!("{whole}.{fraction:0<decimals$}") };
    Money::parse(&written, currency).ok()
}

/// One value that is a string on the wire; else what should stand there.
fn leaf(kind: &Kind, given: &str) -> Result<String, &'static str> {
    let if_it = |fits: bool, text: String, what| if fits { Ok(text) } else { Err(what) };
    match kind {
        Kind::Mass => number(given).parse::<Mass>().map(|mass| mass.to_string()).map_err(|_| "mass"),
        Kind::Percent => percent(given).ok_or("percent"),
        Kind::Count | Kind::Ppm => {
            let plain = number(given);
            if_it(plain.len() <= 18 && plain.bytes().all(|b| b.is_ascii_digit()), plain, "count")
        }
        Kind::Decimal => Ok(number(given)),
        Kind::Day => given.parse::<Date>().map(|day| day.to_string()).map_err(|_| "day"),
        // A browser gives a day; an address may give the moment itself.
        Kind::EndOfDay if given.len() > 10 => Ok(given.to_owned()),
        Kind::EndOfDay => given.parse::<Date>().map(|day| format!("{day}T23:59:59Z")).map_err(|_| "day"),
        Kind::Id(prefix) => {
            let id = given.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('_'));
            if_it(id.is_some_and(|id| id.len() == 26), given.to_owned(), "id")
        }
        Kind::One(_, words) => if_it(words.contains(&given), given.to_owned(), "one"),
        Kind::Token(..) => {
            let code = given.to_lowercase().replace([' ', '-'], "_");
            let fits =
                code.len() <= 64 && code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
            if_it(fits, code, "token")
        }
        Kind::Digest => if_it(is_digest(given), given.to_owned(), "digest"),
        Kind::Key => if_it(given.parse::<orebook_document::PublicKey>().is_ok(), given.to_owned(), "key"),
        Kind::Currency | Kind::Country | Kind::Code => Ok(given.to_uppercase()),
        Kind::Words => {
            given.parse::<orebook_registry::values::Text>().map(|text| text.to_string()).map_err(|_| "words")
        }
        _ => Ok(given.to_owned()),
    }
}

fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// `54.33` → `5433`
fn percent(text: &str) -> Option<String> {
    let plain = number(text.trim_end_matches('%'));
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    if fraction.len() > 2 || whole.len() > 3 {
        return None;
    }
    let bps: u32 = format!("{whole}{fraction:0<2}").parse().ok()?;
    (bps <= 10_000).then(|| bps.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(form: &str, query: &str) -> Result<String, Vec<Fault>> {
        let form = Form::of(form).expect("the form exists");
        act(form, &Asked::of(query).expect("a query")).map(|act| serde_json::to_string(&act).expect("an act"))
    }

    #[test]
    fn a_form_becomes_the_act() {
        let sold = read("place_sell_order", "market=mkt_01KJRE3SG0000000000000000A&batch=bat_01KJRE3SG0000000000000000A&mass=2,5&price=4.200,5&price.currency=usd&account=acc_01KJRE3SG0000000000000000A&time_in_force=gtd&until=2026-12-31").unwrap();
        assert!(
            sold.contains(r#""mass":"2.5""#) && sold.contains(r#"{"amount":"4200.50","currency":"USD"}"#),
            "{sold}"
        );
        assert!(sold.contains(r#""until":"2026-12-31T23:59:59Z""#), "{sold}");
        let plan = read("adopt_premium_plan", "programme=hzn&payees.0.payee=org_01KJRE3SG0000000000000000A&payees.0.kind=women&payees.0.share=54,33&payees.1.share=").unwrap();
        assert!(plan.contains(r#""share":"5433""#) && !plan.contains("null"), "{plan}");
        let claim = read("retire_list", "account=acc_01KJRE3SG0000000000000000A").unwrap();
        assert!(claim.contains(r#""lines":[]"#), "{claim}");
        let limits = read("set_limits", "values.0=500&values.0.currency=UGX").unwrap();
        assert!(limits.contains(r#"[{"amount":"500","currency":"UGX"}]"#), "{limits}");
        assert_eq!(read("confirm_key", "").unwrap(), r#"{"confirm_key":{}}"#);
    }

    #[test]
    fn what_cannot_be_read_is_told_beside_its_field() {
        let fault = |name: &str, what| Fault { name: name.to_owned(), what };
        let faults = read("reduce_order", "order=bat_1&by=-1").unwrap_err();
        assert_eq!(faults, [fault("order", "id"), fault("by", "mass")]);
        assert_eq!(read("reduce_order", "by=1").unwrap_err(), [fault("order", "missing")]);
        assert_eq!(
            read("book_charge", "amount=1.005&amount.currency=USD&reference=A").unwrap_err(),
            [fault("amount", "money")]
        );
        assert_eq!(read("book_charge", "amount=1&reference=A").unwrap_err(), [fault("amount", "currency")]);
    }
}
