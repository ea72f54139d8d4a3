//! What a form was filled in with: the query of an address, or the body of a form.
//!
//! ```text
//! mass=2.4                       a field
//! price=4200&price.currency=USD  money
//! payees.0.share=54.33           a field of the first line of a group
//! claim=match&claim.footprint=…  one of several forms
//! roles=buyer&roles=payee        several words
//! ```

use std::fmt::Display;
use std::str::FromStr;

use actix_web::web::Query;

use crate::api::parse;
use crate::problem::Problem;

/// Names that are no fields: the language, where to go on to, the key to sign with.
const OTHERS: [&str; 4] = ["lang", "then", "with", "rows"];

/// Names and values, in the order in which they were sent.
#[derive(Debug, Clone, Default)]
pub struct Asked(Vec<(String, String)>);

impl Asked {
    /// Of a query.
    pub fn of(query: &str) -> Result<Self, Problem> {
        let pairs = Query::<Vec<(String, String)>>::from_query(query);
        let malformed = |error: actix_web::error::QueryPayloadError| {
            Problem::bad_request("request_is_malformed", error.to_string())
        };
        Ok(Self(pairs.map_err(malformed)?.into_inner()))
    }

    /// The value of a name, without blanks around it; nothing when it is empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        let of_name = self.0.iter().filter(|(one, _)| one == name);
        of_name.map(|(_, value)| value.trim()).find(|value| !value.is_empty())
    }

    /// The value of a name, read; what cannot be read is refused.
    pub fn parsed<T: FromStr<Err: Display>>(&self, name: &'static str) -> Result<Option<T>, Problem> {
        self.get(name).map(|value| parse(name, value)).transpose()
    }

    /// All values of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let of_name = self.0.iter().filter(move |(one, _)| one == name);
        of_name.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// Whether something stands in a group.
    pub fn has_in(&self, group: &str) -> bool {
        self.0.iter().any(|(name, value)| {
            let inner = name.strip_prefix(group).and_then(|rest| rest.strip_prefix('.'));
            inner.is_some_and(|inner| !inner.ends_with("currency")) && !value.trim().is_empty()
        })
    }

    /// Whether no field was sent.
    pub fn is_empty(&self) -> bool {
        !self.0.iter().any(|(name, _)| !OTHERS.contains(&name.as_str()))
    }

    /// Where to go on to afterwards: a path of this site.
    pub fn then(&self) -> Option<&str> {
        self.get("then").filter(|path| path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\n']))
    }

    /// The fields again as a query.
    pub fn to_query(&self) -> String {
        let pairs = self.0.iter().filter(|(name, value)| name != "lang" && !value.trim().is_empty());
        let pairs: Vec<String> =
            pairs.map(|(name, value)| format!("{}={}", escaped(name), escaped(value.trim()))).collect();
        pairs.join("&")
    }

    /// All pairs but the language.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.0.iter().filter(|(name, value)| name != "lang" && !value.trim().is_empty());
        pairs.map(|(name, value)| (name.as_str(), value.trim()))
    }
}

/// Percent-encoded for a query.
pub fn escaped(text: &str) -> String {
    let mut all = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b':' => all.push(char::from(byte)),
            _ => all.push_str(&format!("%{byte:02X}")),
        }
    }
    all
}

/// A number as people write it, as the register does: one mark of either kind begins the decimals, whichever the
/// language; of two kinds the last does. `4 200,50` → `4200.5`.
pub fn number(text: &str) -> String {
    let bare: String =
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\'' | '’')).collect();
    let marks: Vec<(usize, char)> = bare.char_indices().filter(|(_, c)| matches!(c, '.' | ',')).collect();
    let Some((at, mark)) = marks.last().copied() else { return plain(&bare, "") };
    let alike = marks.iter().filter(|(_, other)| *other == mark).count();
    if alike > 1 {
        // Groups of three, all by the same mark, are a whole number.
        return plain(&bare.replace(mark, ""), "");
    }
    let whole: String = bare[..at].chars().filter(|c| !matches!(c, '.' | ',')).collect();
    plain(&whole, &bare[at + 1..])
}

fn plain(whole: &str, fraction: &str) -> String {
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_is_written_in_any_of_the_languages() {
        for (written, read) in [
            ("2.409", "2.409"),
            ("2,409", "2.409"),
            ("4 200,50", "4200.5"),
            ("4\u{202f}200,50", "4200.5"),
            ("12.877,50", "12877.5"),
            ("12,877.50", "12877.5"),
            ("1.234.567", "1234567"),
            ("007", "7"),
            ("0", "0"),
            (",5", "0.5"),
            ("x", "x"),
        ] {
            assert_eq!(number(written), read, "{written}");
        }
    }

    #[test]
    fn one_goes_on_to_pages_of_this_site_alone() {
        for (query, then) in [
            ("then=/desk", Some("/desk")),
            ("then=//evil.example", None),
            ("then=https://evil.example", None),
            ("then=/%5Cevil.example", None),
            ("", None),
        ] {
            assert_eq!(Asked::of(query).unwrap().then(), then, "{query}");
        }
    }
}
