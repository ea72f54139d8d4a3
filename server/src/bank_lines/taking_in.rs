//! The rows of a statement: what makes a line this line, and under which reference the register books it.
//!
//! ```text
//! id = SHA-256("bank line 1" ‖ account ‖ currency ‖ day ‖ credit or debit ‖ minor units ‖ told ‖ nth), a line feed between
//! told = "ref" and the bank's reference (the transaction's, else the entry's)
//!        where the bank gives none: "place", the statement's id, entry and transaction
//! nth  = how many lines before it in the same statement are alike in all of that
//! ```
//! So a line of the day's notification and of the statement after it is one, and so are all copies of a file. A bank's
//! reference names one booking: lines that are alike in two statements are one line, in one statement they are two.

use std::collections::BTreeMap;

use orebook_bank::camt::{Line, Statement};
use orebook_document::sha256;
use orebook_registry::values::Reference;
use orebook_store::BankLineRow;

/// Characters of a line's id by which the register books what the bank gave no reference of its own.
const SHORT: usize = 32;

/// The rows of a statement's lines, told at a time.
pub fn rows(statement: &Statement, told_at: i64) -> Vec<BankLineRow> {
    let mut alike = BTreeMap::<String, u32>::new();
    let row = |line: &Line| {
        let facts = facts(statement, line);
        let nth = alike.entry(facts.clone()).or_default();
        let row = row(statement, line, &facts, *nth, told_at);
        *nth += 1;
        row
    };
    statement.lines.iter().map(row).collect()
}

/// All that makes a line this line, but for others that are alike. No part of it has a line feed.
fn facts(statement: &Statement, line: &Line) -> String {
    let told = line.reference.as_ref().or(line.entry_reference.as_ref());
    let told = match told {
        Some(reference) => format!("ref\n{reference}"),
        None => format!("place\n{}\n{}.{}", statement.id, line.entry, line.detail.unwrap_or(0)),
    };
    let (account, currency, day, way) = (&statement.account, statement.currency, line.day, line.direction.word());
    format!("bank line 1\n{account}\n{currency}\n{day}\n{way}\n{}\n{told}", line.amount.minor())
}

fn row(statement: &Statement, line: &Line, facts: &str, nth: u32, told_at: i64) -> BankLineRow {
    let id = hex::encode(sha256(format!("{facts}\n{nth}").as_bytes()));
    BankLineRow {
        reference: reference(line, &id, nth),
        id,
        account: statement.account.to_string(),
        currency: statement.currency.to_string(),
        statement: statement.id.clone(),
        entry: line.entry.into(),
        detail: line.detail.map(i64::from),
        day: line.day.to_string(),
        direction: line.direction.word().to_owned(),
        amount: line.amount.minor(),
        bank_reference: line.reference.clone(),
        entry_reference: line.entry_reference.clone(),
        end_to_end_id: line.end_to_end_id.clone(),
        creditor_reference: line.creditor_reference.as_ref().map(ToString::to_string),
        instruction_id: line.instruction_id.clone(),
        payments_id: line.payments_id.clone(),
        return_reason: line.return_reason.clone(),
        charges: line.charges,
        code: line.code.clone(),
        reversal: line.is_reversal.into(),
        transactions: line.transactions.into(),
        parts_told: line.unsplit.map(|unsplit| unsplit.told.into()),
        parts_sum: line.unsplit.and_then(|unsplit| unsplit.sum),
        told_at,
        ..BankLineRow::default()
    }
}

/// The register books a reference once, so each line has one of its own: the bank's, with the place of a transaction
/// that has none itself; else one that follows from the line.
fn reference(line: &Line, id: &str, nth: u32) -> String {
    let told = match (&line.reference, &line.entry_reference, line.detail) {
        (Some(own), ..) => Some(own.clone()),
        (None, Some(entry), Some(detail)) => Some(format!("{entry}/{detail}")),
        (None, ..) => None,
    };
    let told = told.map(|told| if nth == 0 { told } else { format!("{told}/again-{nth}") });
    let fit = told.filter(|told| told.parse::<Reference>().is_ok());
    fit.unwrap_or_else(|| format!("line:{}", id.get(..SHORT).unwrap_or(id)))
}
