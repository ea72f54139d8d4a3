//! A line as it is told: what the bank says of it, where it stands, and what books it.

use orebook_registry::instruction::Act;
use orebook_registry::values::Timestamp;
use serde::Serialize;

use crate::api::MoneyView;
use crate::bank_lines::BankLine;
use crate::bank_lines::finding::{Finding, Suggestion, Unmatched};
use crate::pages::act::fill::form_of;

/// A line of a statement.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct BankLineView {
    /// What makes it this line, hashed: the same line of another statement has the same.
    pub id: String,
    /// `waiting`, `booked` or `aside`.
    pub state: String,
    /// The account, as the bank names it.
    pub account: String,
    /// The statement that told it first.
    pub statement: String,
    /// The entry of that statement, from 1, and the transaction of that entry where it has several: `3.2`.
    #[schema(example = "3.2")]
    pub place: String,
    /// When it was booked.
    #[schema(example = "2026-11-20")]
    pub day: String,
    /// `credit` or `debit`.
    pub direction: String,
    /// How much.
    pub amount: MoneyView,
    /// Under which reference the register books it.
    pub reference: String,
    /// The bank's reference of this line alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bank_reference: Option<String>,
    /// The bank's reference of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry_reference: Option<String>,
    /// `EndToEndId`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_to_end_id: Option<String>,
    /// Reference of ISO 11649.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creditor_reference: Option<String>,
    /// `yes` for what takes back something booked before, or brings money back.
    pub returned: String,
    /// Why money came back: the bank's code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub return_reason: Option<String>,
    /// What the bank charged with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charges: Option<MoneyView>,
    /// Bank transaction code.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "PMNT/RCDT/ESCT")]
    pub code: Option<String>,
    /// For how many transactions it stands.
    pub transactions: String,
    /// When it was first told.
    pub told_at: String,
    /// When it was first found in the register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub booked_at: Option<String>,
    /// What books it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<SuggestionView>,
    /// Why nothing is suggested.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unmatched: Option<UnmatchedView>,
    /// That it was set aside.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aside: Option<AsideView>,
}

/// Acts that book a line. Nothing is booked before they are signed.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct SuggestionView {
    /// `payout_settled`, `payout_returned`, `payout_rejected`, `deposit`, `deposit_unknown` or `charge`.
    pub kind: String,
    /// Whose money it is, if that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// In this order, each signed by itself.
    #[schema(value_type = Vec<Object>)]
    pub acts: Vec<Act>,
    /// The page on which the first of them is reviewed and signed.
    pub form: String,
    /// The first of them is proposed already: another person approves it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposal: Option<String>,
}

/// Why nothing is suggested.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct UnmatchedView {
    /// `amounts_differ`, `references_disagree`, `payout_state`, `debit_comes_first`, `payout_the_other_way`,
    /// `reference_is_used`, `told_in_parts`, `told_as_whole`, `told_alike`, `parts_are_not_told`, `parts_do_not_add_up`,
    /// `return_of_nothing_known` or `debit_of_nothing_known`.
    pub code: String,
    /// What the payout, or the file of payouts, comes to; or the parts of the batch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<MoneyView>,
    /// The payout that it names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payout: Option<String>,
    /// Where that stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payout_state: Option<String>,
}

/// That a line was set aside.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct AsideView {
    /// Why.
    pub reason: String,
    /// By which person or program.
    pub by: String,
    /// When.
    pub at: String,
}

impl BankLineView {
    /// What is told of a line, and of what it is.
    pub fn of(line: &BankLine, finding: Option<&Finding>) -> Self {
        let (row, currency) = (&line.row, line.amount.currency);
        let moment = |ms| Timestamp::from_ms(ms).to_string();
        let is_booked = row.booked_at.is_some() || finding == Some(&Finding::Booked);
        let aside = row.aside_at.filter(|_| !is_booked);
        let state = match (is_booked, aside) {
            (true, _) => "booked",
            (false, Some(_)) => "aside",
            (false, None) => "waiting",
        };
        let (suggestion, unmatched) = match finding {
            Some(Finding::Suggested(suggestion)) => (Some(SuggestionView::of(suggestion)), None),
            Some(Finding::Unmatched(why)) => (None, Some(UnmatchedView::of(line, why))),
            Some(Finding::Booked) | None => (None, None),
        };
        Self {
            id: row.id.clone(),
            state: state.to_owned(),
            account: row.account.clone(),
            statement: row.statement.clone(),
            place: place(line),
            day: row.day.clone(),
            direction: row.direction.clone(),
            amount: line.amount.into(),
            reference: line.reference.to_string(),
            bank_reference: row.bank_reference.clone(),
            entry_reference: row.entry_reference.clone(),
            end_to_end_id: row.end_to_end_id.clone(),
            creditor_reference: row.creditor_reference.clone(),
            returned: if line.is_return() { "yes" } else { "no" }.to_owned(),
            return_reason: row.return_reason.clone(),
            charges: row.charges.map(|minor| currency.minor(minor).into()),
            code: row.code.clone(),
            transactions: row.transactions.to_string(),
            told_at: moment(row.told_at),
            booked_at: row.booked_at.map(moment),
            suggestion,
            unmatched,
            aside: aside.map(|at| AsideView {
                reason: row.aside_reason.clone().unwrap_or_default(),
                by: row.aside_by.clone().unwrap_or_default(),
                at: moment(at),
            }),
        }
    }
}

/// `3`, or `3.2`.
pub fn place(line: &BankLine) -> String {
    let detail = line.row.detail.map(|detail| format!(".{detail}"));
    format!("{}{}", line.row.entry, detail.unwrap_or_default())
}

impl SuggestionView {
    fn of(suggestion: &Suggestion) -> Self {
        Self {
            kind: suggestion.kind.word().to_owned(),
            organisation: suggestion.organisation.map(|id| id.to_string()),
            form: suggestion.acts.first().map(|act| form_of(act, "/desk/bank/lines")).unwrap_or_default(),
            acts: suggestion.acts.clone(),
            proposal: suggestion.proposal.map(|id| id.to_string()),
        }
    }
}

impl UnmatchedView {
    fn of(line: &BankLine, why: &Unmatched) -> Self {
        let told = Self { code: why.word().to_owned(), expected: None, payout: None, payout_state: None };
        match why {
            Unmatched::AmountsDiffer { expected } => Self { expected: Some((*expected).into()), ..told },
            Unmatched::PayoutState { payout, state } => {
                Self { payout: Some(payout.to_string()), payout_state: Some(state.to_string()), ..told }
            }
            Unmatched::DebitComesFirst { payout } | Unmatched::PayoutTheOtherWay { payout } => {
                Self { payout: Some(payout.to_string()), ..told }
            }
            Unmatched::PartsDoNotAddUp => {
                let sum = line.row.parts_sum.map(|minor| line.amount.currency.minor(minor).into());
                Self { expected: sum, ..told }
            }
            Unmatched::ReferencesDisagree
            | Unmatched::ReferenceIsUsed
            | Unmatched::ToldInParts
            | Unmatched::ToldAsWhole
            | Unmatched::ToldAlike
            | Unmatched::PartsAreNotTold
            | Unmatched::ReturnOfNothingKnown
            | Unmatched::DebitOfNothingKnown => told,
        }
    }
}
