//! Texts, amounts and days, as banks write them.

use super::Direction;
use super::error::{CamtError, Fault};
use super::tree::Node;
use crate::amount::minor_of;
use crate::{Currency, Day};

/// The longest reference of all forms (`Max35Text`), and room for banks that keep to it less than strictly.
pub(super) const REFERENCE: usize = 70;
/// Where a day ends in `2026-11-22T09:00:00+01:00`.
const DAY: usize = 10;

/// An amount that may be nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    pub(super) minor: i64,
    pub(super) currency: Currency,
}

/// The text of an element.
pub(super) fn text(node: &Node, most: usize) -> Result<String, CamtError> {
    let length = node.text.chars().count();
    if length == 0 || length > most || node.text.chars().any(char::is_control) {
        return Err(node.error(Fault::Text { most }));
    }
    Ok(node.text.clone())
}

/// The text of an element that may be absent; an empty one says nothing.
pub(super) fn optional(node: Option<&Node>) -> Result<Option<String>, CamtError> {
    node.filter(|node| !node.text.is_empty()).map(|node| text(node, REFERENCE)).transpose()
}

/// An amount and its currency.
pub(super) fn figure(node: &Node, currencies: &dyn Fn(&str) -> Option<Currency>) -> Result<Figure, CamtError> {
    let code = node.currency.as_deref().ok_or_else(|| node.error(Fault::Missing { element: "Ccy" }))?;
    let currency = currencies(code).ok_or_else(|| node.error(Fault::CurrencyMustBeKnown))?;
    let minor = minor_of(&node.text, currency).map_err(|error| node.error(Fault::Amount(error)))?;
    Ok(Figure { minor, currency })
}

/// `CdtDbtInd`.
pub(super) fn direction(node: &Node) -> Result<Direction, CamtError> {
    match node.text.as_str() {
        "CRDT" => Ok(Direction::Credit),
        "DBIT" => Ok(Direction::Debit),
        _ => Err(node.error(Fault::Word { words: "CRDT or DBIT" })),
    }
}

/// `RvslInd`.
pub(super) fn is_true(node: &Node) -> Result<bool, CamtError> {
    match node.text.as_str() {
        "true" | "1" => Ok(true),
        "false" | "0" => Ok(false),
        _ => Err(node.error(Fault::Word { words: "true or false" })),
    }
}

/// A day, or the day of a moment where the bank is.
pub(super) fn day(node: &Node) -> Result<Day, CamtError> {
    let (written, text) = match (node.child("Dt"), node.child("DtTm")) {
        (Some(day), _) => (day, day.text.get(..DAY).unwrap_or(&day.text)),
        (None, Some(moment)) => (moment, moment.text.get(..DAY).unwrap_or(&moment.text)),
        (None, None) => return Err(node.error(Fault::Missing { element: "Dt" })),
    };
    text.parse().map_err(|error| written.error(Fault::Day(error)))
}

/// A number of transactions.
pub(super) fn count(node: &Node) -> Result<u32, CamtError> {
    let digits = !node.text.is_empty() && node.text.len() <= 6 && node.text.bytes().all(|byte| byte.is_ascii_digit());
    node.text.parse().ok().filter(|_| digits).ok_or_else(|| node.error(Fault::Count))
}
