//! What waits for the operator, as the register knows it: one line for all of a kind, due when the first of them is.

use orebook_registry::Registry;
use orebook_registry::instruction::OrganisationState;
use orebook_registry::money::{PayoutFile, PayoutState};
use orebook_registry::values::{OrganisationId, Timestamp};
use orebook_texts::Texts;

use super::{bank, ending, holds, markets, members, payments, premium, proposals, receipts};
use crate::api::payouts::Reminder;
use crate::pages::desk::Waiting;
use crate::pages::names::Names;

/// Days before its end from which on a certificate waits for somebody.
const CERTIFICATE_DAYS: i64 = 30;
/// Days before it lapses from which on a hold waits for somebody.
const HOLD_DAYS: i64 = 7;

/// So many of a kind, in words.
type Told = fn(Texts, usize) -> String;

/// Everything there is.
pub fn waiting(names: Names<'_>, me: OrganisationId, now: Timestamp) -> Vec<Waiting> {
    let (t, registry) = (names.t, names.registry);
    let lines: [(Tally, Told, &str); 11] = [
        (to_approve(registry, me), |t, n| t.operator_waits_proposals(n), proposals::PATH),
        (unassigned(registry), |t, n| t.operator_waits_deposits(n), bank::PATH),
        (payouts(registry, PayoutState::Planned), |t, n| t.operator_waits_planned(n), payments::PATH),
        (premium_to_plan(registry, now), |t, n| t.operator_waits_premium(n), payments::PATH),
        (files(registry), |t, n| t.operator_waits_files(n), payments::PATH),
        (payouts(registry, PayoutState::Unknown), |t, n| t.operator_waits_unknown(n), payments::PATH),
        (receipts(registry, now), |t, n| t.operator_waits_receipts(n), receipts::PATH),
        (certificates(registry, now), |t, n| t.operator_waits_certificates(n), ending::PATH),
        (lapsing(registry, now), |t, n| t.operator_waits_holds(n), holds::PATH),
        (halted(registry), |t, n| t.operator_waits_markets(n), markets::PATH),
        (applied(registry), |t, n| t.operator_waits_members(n), members::PATH),
    ];
    let there = lines.into_iter().filter(|(tally, ..)| tally.count > 0);
    there
        .map(|(tally, text, link)| Waiting { text: text(t, tally.count), link: link.to_owned(), due: tally.due })
        .collect()
}

/// How many there are, and when the first of them is due.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    count: usize,
    due: Option<Timestamp>,
}

impl Tally {
    fn of(dues: impl Iterator<Item = Option<Timestamp>>) -> Self {
        dues.fold(Self::default(), |tally, due| Self {
            count: tally.count + 1,
            due: tally.due.into_iter().chain(due).min(),
        })
    }
}

fn to_approve(registry: &Registry, me: OrganisationId) -> Tally {
    let own = registry.parties.open_proposals().filter(|(_, one)| one.organisation == me);
    Tally::of(own.map(|(_, one)| Some(one.lapses_at)))
}

fn unassigned(registry: &Registry) -> Tally {
    let all = registry.cash.deposits();
    Tally::of(all.filter(|(_, one)| one.organisation.is_none() && !one.recalled.is_yes()).map(|_| None))
}

fn payouts(registry: &Registry, state: PayoutState) -> Tally {
    Tally::of(registry.cash.payouts().iter().filter(|(_, one)| one.state == state).map(|_| None))
}

/// Premium that could be paid, and is not planned.
fn premium_to_plan(registry: &Registry, now: Timestamp) -> Tally {
    let all = premium::waiting(registry).into_iter();
    Tally::of(all.filter(|one| premium::payable(registry, one.payee, now).is_ok()).map(|_| None))
}

fn files(registry: &Registry) -> Tally {
    let state = |id| registry.cash.payouts().find(id).map(|one| one.state);
    let going = |file: &PayoutFile| file.payouts.iter().any(|id| state(*id) == Some(PayoutState::Approved));
    let open = registry.cash.payouts().files().filter(|(_, file)| file.digest.is_none() && going(file));
    Tally::of(open.map(|_| None))
}

/// Payouts that are disputed, or whose receipt has been missing for long.
fn receipts(registry: &Registry, now: Timestamp) -> Tally {
    let parameters = registry.parties.parameters().money();
    let late = registry
        .cash
        .payouts()
        .iter()
        .filter(|(_, one)| one.state == PayoutState::Disputed || Reminder::of(one, &parameters, now).is_some());
    Tally::of(late.map(|(_, one)| {
        one.settled_at.map(|settled| settled.plus_days(i64::from(parameters.receipt_unconfirmed_days.0)))
    }))
}

fn certificates(registry: &Registry, now: Timestamp) -> Tally {
    let ending = ending::ending_soon(registry, now.date(), CERTIFICATE_DAYS);
    Tally::of(ending.into_iter().map(|(last, ..)| Some(last.end())))
}

fn lapsing(registry: &Registry, now: Timestamp) -> Tally {
    let soon = registry.credits.holds().iter().filter_map(|(_, hold)| hold.lapses_at);
    Tally::of(soon.filter(|end| *end < now.plus_days(HOLD_DAYS)).map(Some))
}

fn halted(registry: &Registry) -> Tally {
    Tally::of(registry.markets.markets().filter(|(_, one)| one.halted.is_some()).map(|_| None))
}

/// Organisations that are registered, and have not confirmed a key.
fn applied(registry: &Registry) -> Tally {
    let all = registry.parties.organisations();
    Tally::of(all.filter(|(_, one)| one.state == OrganisationState::Applied).map(|_| None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_due_when_the_first_of_its_things_is() {
        let at = |ms| Some(Timestamp::from_ms(ms));
        assert_eq!(Tally::of([None, at(5), at(3)].into_iter()), Tally { count: 3, due: at(3) });
        assert_eq!(Tally::of([None].into_iter()), Tally { count: 1, due: None });
        assert_eq!(Tally::of([].into_iter()), Tally::default());
    }
}
