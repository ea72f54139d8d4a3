//! What is said of a file that was sent: what came of it, or why nothing did.

use actix_web::http::StatusCode;
use orebook_texts::Texts;

use crate::api::bank_statements::{BankStatementView, BankStatementsView};
use crate::pages::names::Names;
use crate::problem::Problem;

/// What is said on the page of what was just done.
#[derive(Default)]
pub(super) struct Said {
    /// What came of a file.
    pub(super) told: Vec<String>,
    /// Why nothing was done.
    pub(super) fault: Option<String>,
    pub(super) status: StatusCode,
}

impl Said {
    /// Why nothing was done.
    pub(super) fn fault(fault: &str, status: StatusCode) -> Self {
        Self { told: Vec::new(), fault: Some(fault.to_owned()), status }
    }
}

/// What came of a file, in sentences.
pub(super) fn taken(names: Names<'_>, view: &BankStatementsView) -> Said {
    let t = names.t;
    let mut told = vec![t.bank_lines_taken(&view.known, &view.left_out, &view.new)];
    told.extend(view.statements.iter().filter_map(|statement| compared(t, statement)));
    let status = if view.new == "0" { StatusCode::OK } else { StatusCode::CREATED };
    Said { told, fault: None, status }
}

/// The closing balance beside the register's.
fn compared(t: Texts, statement: &BankStatementView) -> Option<String> {
    let (closing, beside) = statement.closing.as_ref().zip(statement.reconciliation.as_ref())?;
    let money = |view: &crate::api::MoneyView| t.money(&view.amount, &view.currency);
    let both = t.bank_lines_balance(money(&closing.amount), t.day(&closing.day), money(&beside.booked));
    let amount = money(&beside.difference.amount);
    let differs = match beside.difference.direction.as_str() {
        "bank_has_more" => t.bank_lines_more(amount),
        "bank_has_less" => t.bank_lines_less(amount),
        _ => t.bank_lines_agree().to_owned(),
    };
    Some(format!("{both} {differs}"))
}

/// Why a file was not taken in, if that is for whoever sent it to mend.
pub(super) fn fault(t: Texts, problem: Problem) -> Result<Said, Problem> {
    let fact = |name: &str| problem.facts[name].as_str().unwrap_or_default().to_owned();
    let fault = match problem.code.as_str() {
        "statement_is_malformed" => t.bank_lines_fault_malformed(fact("element"), problem.facts["line"].to_string()),
        "statement_is_too_large" => t.bank_lines_fault_large().to_owned(),
        "statement_must_be_of_own_account" => {
            t.bank_lines_fault_account(fact("account"), fact("currency"), fact("own"))
        }
        "payouts_must_be_configured" => t.bank_lines_fault_configured(fact("missing")),
        _ => return Err(problem),
    };
    Ok(Said::fault(&fault, problem.status))
}
