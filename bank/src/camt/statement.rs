//! Statements: whose, in which currency, from which balance to which.

use super::entry::Reader;
use super::error::{CamtError, Fault};
use super::figure::{REFERENCE, day, direction, figure, text};
use super::tree::Node;
use super::{Account, Balance, Document, LeftOut, Statement};
use crate::Currency;

/// What knows currencies.
pub(super) type Currencies<'c> = &'c dyn Fn(&str) -> Option<Currency>;

/// `Document`.
pub(super) fn document(form: &'static str, root: &Node, currencies: Currencies<'_>) -> Result<Document, CamtError> {
    let (message, one) =
        if form.starts_with("camt.053") { ("BkToCstmrStmt", "Stmt") } else { ("BkToCstmrDbtCdtNtfctn", "Ntfctn") };
    let message = root.must(message)?;
    message.must(one)?;
    let statements = message.all(one).map(|node| statement(node, currencies)).collect::<Result<_, _>>()?;
    Ok(Document { form, statements })
}

/// `Stmt` and `Ntfctn`.
fn statement(node: &Node, currencies: Currencies<'_>) -> Result<Statement, CamtError> {
    let id = text(node.must("Id")?, REFERENCE)?;
    let held = node.must("Acct")?;
    let account = account(held.must("Id")?)?;
    let currency = currency(node, held, currencies)?;
    let opening = balance(node, "OPBD", currency, currencies)?;
    let opening = opening.map_or_else(|| balance(node, "PRCD", currency, currencies), |found| Ok(Some(found)))?;
    let closing = balance(node, "CLBD", currency, currencies)?;
    let mut reader = Reader { currency, currencies, lines: Vec::new(), left_out: LeftOut::default() };
    for (entry, at) in node.all("Ntry").zip(1..) {
        reader.entry(entry, at)?;
    }
    let Reader { lines, left_out, .. } = reader;
    Ok(Statement { id, account, currency, opening, closing, lines, left_out })
}

/// `Acct/Id`.
fn account(id: &Node) -> Result<Account, CamtError> {
    if let Some(iban) = id.child("IBAN") {
        return iban.text.parse().map(Account::Iban).map_err(|error| iban.error(Fault::Account(error)));
    }
    let other = id.child("Othr").ok_or_else(|| id.error(Fault::Missing { element: "IBAN or Othr" }))?;
    text(other.must("Id")?, REFERENCE).map(Account::Other)
}

/// The account's currency; where it is not told, that of the first amount.
fn currency(node: &Node, held: &Node, currencies: Currencies<'_>) -> Result<Currency, CamtError> {
    if let Some(told) = held.child("Ccy") {
        return currencies(&told.text).ok_or_else(|| told.error(Fault::CurrencyMustBeKnown));
    }
    let amounts = node.all("Bal").chain(node.all("Ntry")).find_map(|part| part.child("Amt"));
    let first = amounts.ok_or_else(|| held.error(Fault::Missing { element: "Ccy" }))?;
    figure(first, currencies).map(|figure| figure.currency)
}

/// The balance of a kind. Of several, as a statement in pages has them, an opening one is the first and a closing one the
/// last.
fn balance(
    node: &Node,
    kind: &str,
    currency: Currency,
    currencies: Currencies<'_>,
) -> Result<Option<Balance>, CamtError> {
    let is = |balance: &&Node| balance.at(&["Tp", "CdOrPrtry", "Cd"]).is_some_and(|code| code.text == kind);
    let mut all = node.all("Bal").filter(is);
    let Some(found) = (if kind == "CLBD" { all.last() } else { all.next() }) else { return Ok(None) };
    let amount = found.must("Amt")?;
    let figure = figure(amount, currencies)?;
    must_be_of_account(amount, figure.currency, currency)?;
    let minor = direction(found.must("CdtDbtInd")?)?.signed(figure.minor);
    Ok(Some(Balance { minor, day: day(found.must("Dt")?)? }))
}

/// What was booked on an account is booked in its currency.
pub(super) fn must_be_of_account(node: &Node, found: Currency, account: Currency) -> Result<(), CamtError> {
    if found == account {
        return Ok(());
    }
    Err(node.error(Fault::CurrencyMustBeOne { account: account.to_string(), found: found.to_string() }))
}
