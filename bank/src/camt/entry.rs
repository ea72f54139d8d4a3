//! Entries, and the transactions of batches: each becomes a line, or several.

use super::error::CamtError;
use super::figure::{REFERENCE, count, day, direction, figure, is_true, optional, text};
use super::statement::{Currencies, must_be_of_account};
use super::tree::Node;
use super::{Direction, LeftOut, Line, Unsplit};
use crate::{Amount, Currency, Reference};

/// What banks write where there is no `EndToEndId` (EPC115-06).
const NOT_PROVIDED: &str = "NOTPROVIDED";

/// Reads the entries of one statement.
pub(super) struct Reader<'c> {
    /// The account's.
    pub(super) currency: Currency,
    pub(super) currencies: Currencies<'c>,
    pub(super) lines: Vec<Line>,
    pub(super) left_out: LeftOut,
}

impl Reader<'_> {
    /// `Ntry`, the how-manieth of its statement.
    pub(super) fn entry(&mut self, node: &Node, at: u32) -> Result<(), CamtError> {
        let status = node.must("Sts")?;
        match status.child("Cd").unwrap_or(status).text.as_str() {
            "BOOK" => {}
            "PDNG" | "FUTR" => {
                self.left_out.pending += 1;
                return Ok(());
            }
            _ => {
                self.left_out.informational += 1;
                return Ok(());
            }
        }
        let Some(whole) = self.whole(node, at)? else {
            self.left_out.empty += 1;
            return Ok(());
        };
        let details: Vec<&Node> = node.all("NtryDtls").flat_map(|details| details.all("TxDtls")).collect();
        let told = u32::try_from(details.len()).unwrap_or(u32::MAX);
        let transactions = batched(node)?.unwrap_or(told).max(told).max(1);
        match details.as_slice() {
            [] => self.lines.push(Line { transactions, ..whole }),
            [only] if transactions == 1 => {
                let line = self.told(whole, only)?;
                self.lines.push(line);
            }
            details => self.batch(whole, details, transactions)?,
        }
        Ok(())
    }

    /// The entry as one line, without what its details say; none if it is of nothing.
    fn whole(&self, node: &Node, at: u32) -> Result<Option<Line>, CamtError> {
        let amount = node.must("Amt")?;
        let figure = figure(amount, self.currencies)?;
        must_be_of_account(amount, figure.currency, self.currency)?;
        let day = match node.child("BookgDt").or_else(|| node.child("ValDt")) {
            Some(node) => day(node)?,
            None => day(node.must("BookgDt")?)?,
        };
        let direction = direction(node.must("CdtDbtInd")?)?;
        let Ok(amount) = Amount::new(figure.minor, figure.currency) else { return Ok(None) };
        let reference = optional(node.child("AcctSvcrRef"))?;
        Ok(Some(Line {
            entry: at,
            detail: None,
            amount,
            direction,
            is_reversal: node.child("RvslInd").map(is_true).transpose()?.unwrap_or(false),
            day,
            entry_reference: reference.clone(),
            reference,
            end_to_end_id: None,
            creditor_reference: None,
            instruction_id: None,
            payments_id: optional(node.all("NtryDtls").find_map(|one| one.at(&["Btch", "PmtInfId"])))?,
            return_reason: None,
            charges: self.charges(node)?,
            code: code(node)?,
            transactions: 1,
            unsplit: None,
        }))
    }

    /// The line with what a transaction says of it.
    fn told(&self, line: Line, detail: &Node) -> Result<Line, CamtError> {
        let of = |name| detail.at(&["Refs", name]);
        let end_to_end_id = optional(of("EndToEndId"))?.filter(|id| id != NOT_PROVIDED);
        let reason = detail.at(&["RtrInf", "Rsn"]);
        let reason = reason.and_then(|reason| reason.child("Cd").or_else(|| reason.child("Prtry")));
        Ok(Line {
            reference: optional(of("AcctSvcrRef"))?.or(line.reference),
            end_to_end_id,
            creditor_reference: creditor_reference(detail),
            instruction_id: optional(of("InstrId"))?,
            payments_id: optional(of("PmtInfId"))?.or(line.payments_id),
            return_reason: optional(reason)?,
            charges: self.charges(detail)?.or(line.charges),
            code: code(detail)?.or(line.code),
            ..line
        })
    }

    /// A batch: its transactions if they are all told and come to the entry, else the entry alone.
    fn batch(&mut self, whole: Line, details: &[&Node], transactions: u32) -> Result<(), CamtError> {
        let told = u32::try_from(details.len()).unwrap_or(u32::MAX);
        let amounts: Vec<Option<(i64, Direction)>> =
            details.iter().map(|detail| self.amount(detail, whole.direction)).collect::<Result<_, _>>()?;
        let sum = amounts.iter().try_fold(0_i64, |sum, amount| {
            amount.and_then(|(minor, direction)| sum.checked_add(direction.signed(minor)))
        });
        let entire = whole.direction.signed(whole.amount.minor());
        if told != transactions || sum != Some(entire) {
            let sum = sum.map(|sum| whole.direction.signed(sum));
            self.lines.push(Line { transactions, unsplit: Some(Unsplit { transactions, told, sum }), ..whole });
            return Ok(());
        }
        for ((detail, amount), at) in details.iter().zip(amounts).zip(1..) {
            // Nobody knows which of them a charge on the whole is for.
            let part = Line { detail: Some(at), reference: None, charges: None, ..whole.clone() };
            let Some((minor, direction)) = amount else { continue };
            match Amount::new(minor, self.currency) {
                Ok(amount) => self.lines.push(Line { amount, direction, ..self.told(part, detail)? }),
                Err(_) => self.left_out.empty += 1,
            }
        }
        Ok(())
    }

    /// What a transaction of a batch comes to on the account, if that is told.
    fn amount(&self, detail: &Node, of_entry: Direction) -> Result<Option<(i64, Direction)>, CamtError> {
        let mut told = detail.child("Amt").into_iter().chain(detail.at(&["AmtDtls", "TxAmt", "Amt"]));
        let direction = detail.child("CdtDbtInd").map(direction).transpose()?.unwrap_or(of_entry);
        let own = told.find(|amount| amount.currency.as_deref() == Some(&*self.currency.to_string()));
        own.map(|amount| figure(amount, self.currencies).map(|figure| (figure.minor, direction))).transpose()
    }

    /// Charges in the account's currency: their total if it is told, else their sum.
    fn charges(&self, node: &Node) -> Result<Option<i64>, CamtError> {
        let mut sum = None::<i64>;
        for charges in node.all("Chrgs") {
            let total = charges.child("TtlChrgsAndTaxAmt").into_iter();
            let records = || charges.all("Rcrd").filter_map(|record| record.child("Amt")).chain(charges.child("Amt"));
            let amounts: Vec<&Node> =
                if charges.child("TtlChrgsAndTaxAmt").is_some() { total.collect() } else { records().collect() };
            for amount in amounts {
                // An amount that is not of the account says nothing about it.
                if amount.currency.as_deref() == Some(&*self.currency.to_string()) {
                    let minor = figure(amount, self.currencies)?.minor;
                    sum = Some(sum.unwrap_or(0).saturating_add(minor));
                }
            }
        }
        Ok(sum.filter(|sum| *sum > 0))
    }
}

/// How many transactions an entry says it has.
fn batched(node: &Node) -> Result<Option<u32>, CamtError> {
    let mut sum = None::<u32>;
    for number in node.all("NtryDtls").filter_map(|details| details.at(&["Btch", "NbOfTxs"])) {
        sum = Some(sum.unwrap_or(0).saturating_add(count(number)?));
    }
    Ok(sum)
}

/// `BkTxCd`: domain, family and sub-family; or the bank's own code.
fn code(node: &Node) -> Result<Option<String>, CamtError> {
    let Some(codes) = node.child("BkTxCd") else { return Ok(None) };
    let paths: [&[&'static str]; 3] = [&["Domn", "Cd"], &["Domn", "Fmly", "Cd"], &["Domn", "Fmly", "SubFmlyCd"]];
    let parts = paths.into_iter().filter_map(|path| codes.at(path));
    let parts: Vec<String> = parts.map(|part| text(part, REFERENCE)).collect::<Result<_, _>>()?;
    if parts.is_empty() { optional(codes.at(&["Prtry", "Cd"])) } else { Ok(Some(parts.join("/"))) }
}

/// The one creditor reference that a transaction names. Of two that differ, neither says what all of it is for.
fn creditor_reference(detail: &Node) -> Option<Reference> {
    let remittance = detail.child("RmtInf")?;
    let structured = remittance.all("Strd").filter_map(|one| one.at(&["CdtrRefInf", "Ref"]));
    let mut all: Vec<Reference> =
        structured.chain(remittance.all("Ustrd")).filter_map(|node| Reference::from_printed(&node.text).ok()).collect();
    all.dedup();
    match all.as_slice() {
        [one] => Some(one.clone()),
        _ => None,
    }
}
