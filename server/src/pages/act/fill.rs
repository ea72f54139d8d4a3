//! A form filled in with an act that there is already, so that only what differs must be typed: the way back of reading.

use orebook_registry::instruction::Act;
use serde_json::Value;

use super::asked::escaped;
use super::form::{Field, Form, Kind};

/// Where an act is filled in and can be reviewed; one comes to `then` afterwards.
pub fn form_of(act: &Act, then: &str) -> String {
    let value = serde_json::to_value(act).unwrap_or_default();
    let word = value.as_object().and_then(|object| object.keys().next()).map(String::as_str).unwrap_or_default();
    let mut pairs = filled(act);
    pairs.push(("then".to_owned(), then.to_owned()));
    let pairs = pairs.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value)));
    format!("/act/{word}?{}", pairs.collect::<Vec<_>>().join("&"))
}

/// Names and values of an act's form.
pub fn filled(act: &Act) -> Vec<(String, String)> {
    let value = serde_json::to_value(act).unwrap_or_default();
    let Some((word, body)) = value.as_object().and_then(|object| object.iter().next()) else { return Vec::new() };
    let mut pairs = Vec::new();
    if let Some(form) = Form::of(word) {
        fields("", form.fields, body, &mut pairs);
    }
    pairs
}

fn fields(at: &str, of: &[Field], body: &Value, pairs: &mut Vec<(String, String)>) {
    for field in of {
        let name = match (at, field.name) {
            ("", name) => name.to_owned(),
            (at, "") => at.to_owned(),
            (at, name) => format!("{at}.{name}"),
        };
        let value = if field.name.is_empty() { body } else { &body[field.name] };
        if !value.is_null() {
            one(name, &field.kind, value, pairs);
        }
    }
}

fn one(name: String, kind: &Kind, value: &Value, pairs: &mut Vec<(String, String)>) {
    let items = || value.as_array().into_iter().flatten();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    match kind {
        Kind::Group(inner) => fields(&name, inner, value, pairs),
        Kind::Lines(inner) => {
            items().enumerate().for_each(|(at, line)| fields(&format!("{name}.{at}"), inner, line, pairs));
        }
        Kind::Either(_, forms) => {
            let Some((word, body)) = value.as_object().and_then(|object| object.iter().next()) else { return };
            pairs.push((name.clone(), word.clone()));
            let inner = forms.iter().find(|(one, _)| one == word).map_or(&[][..], |(_, inner)| inner);
            fields(&name, inner, body, pairs);
        }
        Kind::Some(..) => items().for_each(|item| pairs.push((name.clone(), text(item)))),
        Kind::Serials | Kind::List | Kind::Digests => {
            pairs.push((name, items().map(text).collect::<Vec<_>>().join("\n")));
        }
        Kind::Money => {
            pairs.push((format!("{name}.currency"), text(&value["currency"])));
            pairs.push((name, text(&value["amount"])));
        }
        Kind::Percent => pairs.push((name, percent(&text(value)))),
        _ => pairs.push((name, text(value))),
    }
}

/// `5433` → `54.33`
fn percent(bps: &str) -> String {
    let padded = format!("{bps:0>3}");
    let (whole, fraction) = padded.split_at(padded.len().saturating_sub(2));
    format!("{whole}.{fraction}")
}

#[cfg(test)]
mod tests {
    use super::super::asked::{Asked, escaped};
    use super::super::read;
    use super::*;

    #[test]
    fn what_is_filled_in_reads_as_the_same_act() {
        for (form, query) in [
            (
                "adopt_premium_plan",
                "programme=HZN&payees.0.payee=org_01KJRE3SG0000000000000000A&payees.0.kind=women&payees.0.share=54.33&payees.1.payee=org_01KJRE3SG0000000000000000A&payees.1.kind=operations&payees.1.share=0.07",
            ),
            ("set_floor", "market=mkt_01KJRE3SG0000000000000000A&floor=2000.00&floor.currency=USD"),
            ("place_hold", "target=batch&target.batch=bat_01KJRE3SG0000000000000000A&target.scope=all&reason=security"),
            (
                "approve_payouts",
                "payouts=pay_01KJRE3SG0000000000000000A pay_01KJRE3SG0000000000000000B&rail=mobile_money",
            ),
            (
                "accredit",
                "programme=HZN&certifier=org_01KJRE3SG0000000000000000A&verification=third_party&minerals=GLD&minerals=TIN&from=2026-01-01&until=2027-01-01",
            ),
        ] {
            let form = Form::of(form).unwrap();
            let act = read::act(form, &Asked::of(query).unwrap()).unwrap();
            let pairs: Vec<String> =
                filled(&act).iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
            assert_eq!(read::act(form, &Asked::of(&pairs.join("&")).unwrap()).unwrap(), act, "{pairs:?}");
        }
    }
}
