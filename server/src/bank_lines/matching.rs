//! What a line is: booked, something to be signed, or something that only people can tell.
//!
//! | line | names | is |
//! |---|---|---|
//! | debit | a payout of the same amount | the payout settled |
//! | debit of a whole batch | a file of payouts of the same total | all its payouts settled |
//! | return | a payout of the same amount | the payout returned; rejected, if it never was settled |
//! | debit | nothing; the bank calls it a charge | a charge |
//! | credit | a member's reference for deposits | a deposit of the member |
//! | credit | nothing that is known | a deposit whose owner is not known |
//!
//! Whatever else a line says is told, with its figures, and waits for people. It is booked where the register has booked
//! that much, that way and of that kind under its reference; a reference alone says nothing, for banks give some twice.

use orebook_bank::camt::Direction;
use orebook_registry::instruction::{
    Act, BankPaid, BankRefused, BankReturned, BankSaid, BookCharge, Deposit, DepositUnknown, OrganisationState,
    PayoutReport, ReportPayout,
};
use orebook_registry::money::{Booked, Payout, PayoutFile, PayoutState};
use orebook_registry::values::{Money, OrganisationId, PayoutId, Token};

use super::BankLine;
use super::finding::{Finding, Kind, Suggestion, Unmatched};
use super::known::Known;

/// What a line is.
pub fn find(known: &Known<'_>, line: &BankLine) -> Finding {
    let named = known.named(line);
    let payouts: Vec<PayoutId> = named.payouts.iter().copied().collect();
    match (payouts.as_slice(), line.direction) {
        ([payout], way) => of_payout(known, line, *payout, way),
        ([], Direction::Debit) => debit(known, line),
        ([], Direction::Credit) => credit(known, line, &named.organisations.into_iter().collect::<Vec<_>>()),
        _ => otherwise(known, line, Unmatched::ReferencesDisagree),
    }
}

/// A line that names one payout.
fn of_payout(known: &Known<'_>, line: &BankLine, id: PayoutId, way: Direction) -> Finding {
    let Some(payout) = known.payout(id) else { return Finding::Unmatched(Unmatched::DebitOfNothingKnown) };
    match (way, line.is_return()) {
        (Direction::Debit, false) => settled(known, line, id, payout),
        (Direction::Credit, true) => returned(known, line, id, payout),
        (Direction::Credit, false) | (Direction::Debit, true) => {
            otherwise(known, line, Unmatched::PayoutTheOtherWay { payout: id })
        }
    }
}

fn settled(known: &Known<'_>, line: &BankLine, id: PayoutId, payout: &Payout) -> Finding {
    let payouts = known.registry.cash.payouts();
    let under = |reference| payouts.settled_under(&reference).is_some_and(|file| Some(file) == payout.file);
    if payout.amount != line.amount {
        return differing(known, line, payout.amount);
    }
    if payout.settled_at.is_some() && line.references().any(under) {
        return Finding::Booked;
    }
    let Some(acts) = settling(line, id, payout.state) else {
        return Finding::Unmatched(Unmatched::PayoutState { payout: id, state: payout.state });
    };
    // Banks give all payouts of a file one reference, or each its own.
    if under(line.reference.clone()) {
        return suggestion(known, Kind::PayoutSettled, acts, Some(payout.payee));
    }
    suggested(known, line, Kind::PayoutSettled, acts, Some(payout.payee))
}

/// A line of another amount than what it names: something else, if its reference is used up.
fn differing(known: &Known<'_>, line: &BankLine, expected: Money) -> Finding {
    let why = if known.has_used(line) { Unmatched::ReferenceIsUsed } else { Unmatched::AmountsDiffer { expected } };
    Finding::Unmatched(why)
}

/// The acts by which a payout is settled, if it can be.
fn settling(line: &BankLine, payout: PayoutId, state: PayoutState) -> Option<Vec<Act>> {
    let report = |report| Act::ReportPayout(ReportPayout { payout, report });
    let accepted = report(PayoutReport::Accepted(BankSaid { reference: Some(line.reference.clone()) }));
    let settled = report(PayoutReport::Settled(BankPaid { reference: line.reference.clone() }));
    match state {
        PayoutState::Instructed => Some(vec![accepted, settled]),
        PayoutState::Accepted | PayoutState::Unknown => Some(vec![settled]),
        _ => None,
    }
}

fn returned(known: &Known<'_>, line: &BankLine, id: PayoutId, payout: &Payout) -> Finding {
    let state = payout.state;
    let wrong = || Finding::Unmatched(Unmatched::PayoutState { payout: id, state });
    if payout.amount != line.amount {
        return differing(known, line, payout.amount);
    }
    let booked = match state {
        PayoutState::Returned => known.has_booked(line, |what| *what == Booked::Return(id)),
        PayoutState::Rejected => known.was_rejected(id, line),
        _ => false,
    };
    if booked {
        return Finding::Booked;
    }
    let (kind, report) = match state {
        PayoutState::Settled | PayoutState::Disputed => {
            let returned = BankReturned { reason: reason(line), reference: line.reference.clone() };
            (Kind::PayoutReturned, PayoutReport::Returned(returned))
        }
        PayoutState::Instructed | PayoutState::Accepted | PayoutState::Unknown => {
            if known.waits_to_be_settled(id) {
                return Finding::Unmatched(Unmatched::DebitComesFirst { payout: id });
            }
            let refused = BankRefused { reason: reason(line), reference: Some(line.reference.clone()) };
            (Kind::PayoutRejected, PayoutReport::Rejected(refused))
        }
        _ => return wrong(),
    };
    let act = Act::ReportPayout(ReportPayout { payout: id, report });
    suggested(known, line, kind, vec![act], Some(payout.payee))
}

/// The register's word for why the bank sent money back (ExternalReturnReason1Code); its own code where there is none.
fn reason(line: &BankLine) -> Token {
    let code = line.row.return_reason.as_deref().unwrap_or_default().to_lowercase();
    let word = match code.as_str() {
        "ac01" | "ac03" => "account_unknown",
        "ac04" | "ac07" => "account_closed",
        "be01" => "name_differs",
        "am02" | "am14" => "limit_exceeded",
        "ag01" | "rr01" | "rr02" | "rr03" | "rr04" => "bank_checks",
        "am03" | "curr" => "wrong_currency",
        other => other,
    };
    let told = word.parse().or_else(|_| "no_reason_told".parse());
    told.expect("a word of lower-case letters and underscores")
}

/// A debit that names no payout.
fn debit(known: &Known<'_>, line: &BankLine) -> Finding {
    if let Some(file) = known.file(line).filter(|_| !line.is_return()) {
        return whole_file(known, line, file);
    }
    if line.is_charge() && !line.is_return() {
        let charge = BookCharge { amount: line.amount, reference: line.reference.clone() };
        if known.has_booked(line, |what| *what == Booked::Charge) {
            return Finding::Booked;
        }
        return suggested(known, line, Kind::Charge, vec![Act::BookCharge(charge)], None);
    }
    let why = if line.is_return() { Unmatched::ReturnOfNothingKnown } else { Unmatched::DebitOfNothingKnown };
    otherwise(known, line, why)
}

/// One booking of all payouts that were approved together.
fn whole_file(known: &Known<'_>, line: &BankLine, file: &PayoutFile) -> Finding {
    let cash = &known.registry.cash;
    let payouts: Vec<(PayoutId, &Payout)> =
        file.payouts.iter().filter_map(|id| Some((*id, known.payout(*id)?))).collect();
    let id = payouts.first().and_then(|(_, payout)| payout.file);
    // Some of its payouts are settled under the line's reference, which is not used up for the others then.
    let is_begun = id.is_some() && cash.payouts().settled_under(&line.reference) == id;
    if id.is_some() && known.has_booked(line, |what| *what == Booked::Settlement(id)) {
        return Finding::Booked;
    }
    if line.row.parts_told.is_some() {
        return Finding::Unmatched(Unmatched::PartsDoNotAddUp);
    }
    if file.total != line.amount {
        return Finding::Unmatched(Unmatched::AmountsDiffer { expected: file.total });
    }
    // They left by lines of their own, or the bank pays twice.
    if let [(payout, first), ..] = payouts.as_slice()
        && payouts.iter().all(|(_, payout)| payout.settled_at.is_some())
    {
        return Finding::Unmatched(Unmatched::PayoutState { payout: *payout, state: first.state });
    }
    let mut acts = Vec::new();
    for (payout, of_file) in payouts.into_iter().filter(|(_, payout)| payout.settled_at.is_none()) {
        match settling(line, payout, of_file.state) {
            Some(more) => acts.extend(more),
            None => return Finding::Unmatched(Unmatched::PayoutState { payout, state: of_file.state }),
        }
    }
    if cash.is_booked(&line.reference) && !is_begun {
        return Finding::Unmatched(Unmatched::ReferenceIsUsed);
    }
    suggestion(known, Kind::PayoutSettled, acts, None)
}

/// A credit that names no payout.
fn credit(known: &Known<'_>, line: &BankLine, members: &[OrganisationId]) -> Finding {
    if known.has_booked(line, |_| true) {
        return Finding::Booked;
    }
    let why = match (line.row.parts_told, line.row.transactions, members.len()) {
        (Some(_), ..) => Some(Unmatched::PartsDoNotAddUp),
        (None, 2.., _) => Some(Unmatched::PartsAreNotTold),
        (None, _, 2..) => Some(Unmatched::ReferencesDisagree),
        _ => None,
    };
    if let Some(why) = why {
        return Finding::Unmatched(why);
    }
    if line.is_return() {
        return Finding::Unmatched(Unmatched::ReturnOfNothingKnown);
    }
    let (amount, reference) = (line.amount, line.reference.clone());
    let active = |id: &&OrganisationId| {
        let member = known.registry.parties.organisation(**id);
        member.is_some_and(|member| member.state == OrganisationState::Active)
    };
    // Whoever may not be given money now is given it later, out of what has no owner.
    match members.first().filter(active).copied() {
        Some(organisation) => {
            let act = Act::Deposit(Deposit { amount, organisation, reference });
            suggested(known, line, Kind::Deposit, vec![act], Some(organisation))
        }
        None => {
            let act = Act::DepositUnknown(DepositUnknown { amount, reference });
            suggested(known, line, Kind::DepositUnknown, vec![act], members.first().copied())
        }
    }
}

/// Acts that need a reference of their own; none if that is used up.
fn suggested(
    known: &Known<'_>,
    line: &BankLine,
    kind: Kind,
    acts: Vec<Act>,
    organisation: Option<OrganisationId>,
) -> Finding {
    if known.registry.cash.is_booked(&line.reference) {
        return Finding::Unmatched(Unmatched::ReferenceIsUsed);
    }
    suggestion(known, kind, acts, organisation)
}

fn suggestion(known: &Known<'_>, kind: Kind, acts: Vec<Act>, organisation: Option<OrganisationId>) -> Finding {
    let proposal = acts.first().and_then(|act| known.proposed(act));
    Finding::Suggested(Box::new(Suggestion { kind, acts, organisation, proposal }))
}

/// What people found out themselves is booked under the line's reference, whatever it was: as much, and the same way.
fn otherwise(known: &Known<'_>, line: &BankLine, why: Unmatched) -> Finding {
    if known.has_booked(line, |_| true) {
        return Finding::Booked;
    }
    let is_used = known.registry.cash.is_booked(&line.reference);
    Finding::Unmatched(if is_used { Unmatched::ReferenceIsUsed } else { why })
}
