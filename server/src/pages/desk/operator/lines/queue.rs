//! Lines as cards: what each is, what books it, and the button that sets it aside.

use orebook_bank::camt::Direction;
use orebook_registry::instruction::Act;
use orebook_registry::values::PayoutId;
use orebook_texts::Texts;

use super::PATH;
use crate::api::bank_lines::place;
use crate::bank_lines::BankLine;
use crate::bank_lines::finding::{Finding, Kind, Suggestion, Unmatched};
use crate::pages::act::fill::form_of;
use crate::pages::desk::cards::{Ask, Card, Link, Part, window};
use crate::pages::desk::operator::proposals;
use crate::pages::names::{Names, capital};

/// Lines that wait, by what hangs on them: money that came back, what nobody can tell, then members' money.
pub(super) fn urgency(finding: &Finding) -> (u8, u8) {
    match finding {
        Finding::Suggested(one) => match one.kind {
            Kind::PayoutReturned | Kind::PayoutRejected => (0, one.kind as u8),
            Kind::Deposit | Kind::PayoutSettled | Kind::DepositUnknown | Kind::Charge => (2, one.kind as u8),
        },
        Finding::Unmatched(_) => (1, 0),
        Finding::Booked => (3, 0),
    }
}

pub(super) fn waiting(names: Names<'_>, lines: Vec<(BankLine, Finding)>, from: usize, csrf: &str) -> Part {
    let t = names.t;
    let (shown, more) = window(lines, from);
    let card = |(line, finding): (BankLine, Finding)| {
        let card = known(names, &line);
        let card = match &finding {
            Finding::Suggested(suggestion) => suggested(names, card, suggestion),
            Finding::Unmatched(why) => unmatched(names, card, &line, why),
            Finding::Booked => card,
        };
        card.asking(Ask {
            id: line.row.id.chars().take(12).collect(),
            action: format!("{PATH}/{}/aside", line.row.id),
            csrf: csrf.to_owned(),
            reason: Some(t.bank_lines_reason()),
            button: t.bank_lines_set_aside(),
        })
    };
    Part {
        heading: t.bank_lines_waiting().to_owned(),
        empty: t.bank_lines_waiting_none().to_owned(),
        cards: shown.into_iter().map(card).collect(),
        more: more.map(|next| format!("{PATH}?from={next}")),
        ..Part::default()
    }
}

/// Lines that wait for nothing.
pub(super) fn list(names: Names<'_>, heading: &str, empty: &str, lines: &[BankLine], csrf: &str) -> Part {
    let t = names.t;
    let card = |line: &BankLine| {
        let card = known(names, line);
        let Some(reason) = line.row.aside_reason.clone().filter(|_| line.row.booked_at.is_none()) else {
            return card.well(t.bank_lines_booked_state());
        };
        card.quoting(reason).asking(Ask {
            id: line.row.id.chars().take(12).collect(),
            action: format!("{PATH}/{}/back", line.row.id),
            csrf: csrf.to_owned(),
            reason: None,
            button: t.bank_lines_back(),
        })
    };
    let cards = lines.iter().map(card).collect();
    Part { heading: heading.to_owned(), empty: empty.to_owned(), cards, ..Part::default() }
}

/// What is known of a line.
fn known(names: Names<'_>, line: &BankLine) -> Card {
    let (t, row) = (names.t, &line.row);
    let amount = names.money(line.amount);
    let title = match line.direction {
        Direction::Credit => t.bank_lines_in(amount),
        Direction::Debit => t.bank_lines_out(amount),
    };
    let quoted = row.creditor_reference.as_deref().or(row.end_to_end_id.as_deref()).or(row.payments_id.as_deref());
    let card = Card::of(title).fact(t.bank_lines_day(), t.day(&row.day)).coded(
        t.bank_lines_reference(),
        "",
        line.reference.to_string(),
    );
    let card = match quoted {
        Some(quoted) => card.coded(t.bank_lines_named(), "", quoted),
        None => card,
    };
    card.coded(t.bank_lines_place(), "", format!("{} · {}", row.statement, place(line)))
}

fn suggested(names: Names<'_>, card: Card, suggestion: &Suggestion) -> Card {
    let t = names.t;
    let card = card
        .waits(t.word("bank-line-kind", suggestion.kind.word()))
        .fact_if(t.bank_lines_member(), suggestion.organisation.map(|id| names.organisation(id)));
    let several = Some(suggestion.acts.len()).filter(|count| *count > 1);
    let card = card.fact_if(t.bank_lines_sign(), several.map(|count| t.whole(count)));
    if suggestion.proposal.is_some() {
        let proposals = Link::to(t.operator_proposals(), proposals::PATH);
        return card.fact(t.bank_lines_sign(), t.bank_lines_proposed()).link(proposals);
    }
    card.link_if(suggestion.acts.first().map(|act| to_sign(t, act)))
}

fn to_sign(t: Texts, act: &Act) -> Link {
    let href = form_of(act, PATH);
    let word = href.trim_start_matches("/act/").split('?').next().unwrap_or_default();
    Link::to(capital(&t.word("act", word)), href.clone()).first()
}

fn unmatched(names: Names<'_>, card: Card, line: &BankLine, why: &Unmatched) -> Card {
    let t = names.t;
    let card = card.held(t.word("bank-line-why", why.word()));
    let payee = |id: PayoutId| names.registry.cash.payouts().find(id).map(|payout| names.organisation(payout.payee));
    let expected = match why {
        Unmatched::AmountsDiffer { expected } => Some(*expected),
        Unmatched::PartsDoNotAddUp => line.row.parts_sum.map(|minor| line.amount.currency.minor(minor)),
        _ => None,
    };
    let payout = match why {
        Unmatched::PayoutState { payout, .. }
        | Unmatched::DebitComesFirst { payout }
        | Unmatched::PayoutTheOtherWay { payout } => Some(*payout),
        _ => None,
    };
    let card = card
        .fact_if(t.bank_lines_expected(), expected.map(|money| names.money(money)))
        .fact_if(t.bank_lines_member(), payout.and_then(payee));
    match why {
        Unmatched::PayoutState { state, .. } => {
            card.fact(t.bank_lines_payout_state(), t.word("payout-state", state.word()))
        }
        _ => card,
    }
}
