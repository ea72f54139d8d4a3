//! An act in plain words: rendered from the very object that is signed, never from what was typed.

use orebook_registry::instruction::Act;
use serde_json::Value;

use super::form::{Field, Form, Kind};
use super::inputs::label;
use crate::pages::names::Names;

/// A line of what is signed.
#[derive(Debug, PartialEq, Eq)]
pub struct Told {
    /// What it is of.
    pub label: String,
    /// What it says.
    pub text: String,
    /// The id or code behind it.
    pub code: Option<String>,
}

/// Everything that an act says, in the order of its form.
pub fn act(act: &Act, names: Names<'_>) -> Vec<Told> {
    let value = serde_json::to_value(act).unwrap_or_default();
    let Some((word, body)) = value.as_object().and_then(|object| object.iter().next()) else { return Vec::new() };
    let Some(form) = Form::of(word) else { return raw(body) };
    let mut told = Vec::new();
    fields("", form.fields, body, &mut told, form.act, names);
    told
}

/// An act that no form is known of is told as it is written.
fn raw(body: &Value) -> Vec<Told> {
    let members = body.as_object().into_iter().flatten();
    members.map(|(name, value)| Told { label: name.clone(), text: value.to_string(), code: None }).collect()
}

fn fields(before: &str, fields_of: &[Field], body: &Value, told: &mut Vec<Told>, of_act: &str, names: Names<'_>) {
    for field in fields_of {
        let value = if field.name.is_empty() { body } else { &body[field.name] };
        if value.is_null() {
            continue;
        }
        let name = label(names, of_act, field.name);
        let name = if before.is_empty() { name } else { format!("{before} · {name}") };
        match field.kind {
            Kind::Group(inner) => fields(&name, inner, value, told, of_act, names),
            Kind::Lines(inner) => {
                for (at, line) in value.as_array().into_iter().flatten().enumerate() {
                    fields(&format!("{name} {}", at + 1), inner, line, told, of_act, names);
                }
            }
            Kind::Either(set, forms) => {
                let Some((word, inner)) = value.as_object().and_then(|object| object.iter().next()) else { continue };
                told.push(Told { label: name.clone(), text: names.t.word(set, word).into_owned(), code: None });
                let of_word = forms.iter().find(|(one, _)| one == word).map_or(&[][..], |(_, inner)| inner);
                fields(&name, of_word, inner, told, of_act, names);
            }
            kind => {
                let (text, code) = leaf(&kind, value, names);
                told.push(Told { label: name, text, code });
            }
        }
    }
}

fn leaf(kind: &Kind, value: &Value, names: Names<'_>) -> (String, Option<String>) {
    let t = names.t;
    let text = value.as_str().unwrap_or("");
    let shown = match kind {
        Kind::Mass => mass(text, names),
        Kind::Money => t.money(value["amount"].as_str().unwrap_or(""), value["currency"].as_str().unwrap_or("")),
        Kind::Percent => text.parse().map_or(text.to_owned(), |bps| t.percent(bps)),
        Kind::Ppm => {
            let percent = text.parse().map_or(String::new(), |ppm: u64| t.percent(ppm / 100));
            format!("{} ppm = {percent}", t.decimal(text))
        }
        Kind::Count | Kind::Decimal => t.decimal(text),
        Kind::Day => t.day(text),
        Kind::EndOfDay => t.moment(text),
        Kind::One(set, _) | Kind::Token(set, _) => t.word(set, text).into_owned(),
        Kind::Some(set, _) => listed(value, |word| t.word(set, word).into_owned()),
        Kind::List => listed(value, |id| names.of_id(id).unwrap_or_else(|| id.to_owned())),
        Kind::Country => text.parse().map_or(text.to_owned(), |country| names.country(country)),
        Kind::Id(_) => return (names.of_id(text).unwrap_or_else(|| text.to_owned()), Some(text.to_owned())),
        Kind::Serials | Kind::Digests => return (String::new(), Some(listed(value, ToOwned::to_owned))),
        Kind::Digest | Kind::Key | Kind::Raw => return (String::new(), Some(text.to_owned())),
        Kind::Words
        | Kind::Reference
        | Kind::Code
        | Kind::Currency
        | Kind::Group(_)
        | Kind::Lines(_)
        | Kind::Either(..) => text.to_owned(),
    };
    (shown, None)
}

fn listed(value: &Value, name: impl Fn(&str) -> String) -> String {
    let items: Vec<String> = value.as_array().into_iter().flatten().filter_map(Value::as_str).map(name).collect();
    items.join(", ")
}

/// A mass as a number and in words, so that a mark in the wrong place is heard: `2.409 kg = 2 kilograms 409 grams`.
pub fn mass(kilograms: &str, names: Names<'_>) -> String {
    let t = names.t;
    let (whole, fraction) = kilograms.split_once('.').unwrap_or((kilograms, ""));
    let milligrams = format!("{fraction:0<6}");
    let (grams, rest) = milligrams.split_at(3);
    let part = |number: &str| number.trim_start_matches('0').to_owned();
    let tonnes = whole.len().checked_sub(3).filter(|_| whole.len() > 4).map(|at| whole.split_at(at));
    let mut words = Vec::new();
    match tonnes {
        Some((tonnes, kilograms)) => {
            words.push(t.in_tonnes(t.decimal(tonnes)));
            if !part(kilograms).is_empty() {
                words.push(t.in_kilograms(part(kilograms)));
            }
        }
        None if whole != "0" => words.push(t.in_kilograms(t.decimal(whole))),
        None => {}
    }
    if !part(grams).is_empty() {
        words.push(t.in_grams(part(grams)));
    }
    if !part(rest).is_empty() {
        words.push(t.in_milligrams(part(rest)));
    }
    if words.is_empty() { t.mass(kilograms) } else { format!("{} = {}", t.mass(kilograms), words.join(" ")) }
}
