//! Payouts on their way: to approve, to hand to the bank, and to hear of from the bank.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::instruction::Rail;
use orebook_registry::money::{Payout, PayoutState};
use orebook_registry::values::{Currency, PayoutFileId, PayoutId, Timestamp};
use orebook_store::Reading;
use serde::Deserialize;

use super::premium::{self, payable};
use super::seat::{Seat, form, review};
use crate::access::Permission;
use crate::app::Data;
use crate::pages::desk::cards::{Card, Cards, Link, Part, window};
use crate::pages::frame::Frame;
use crate::pages::names::Names;
use crate::payout::file::{Approval, ApprovedPayout};
use crate::payout::reference_of;
use crate::payout::settings::Settings;
use crate::problem::Problem;

/// Where it is.
pub const PATH: &str = "/desk/payments";

/// Payouts that one link approves together.
const TOGETHER: usize = 50;
/// Payouts of a file that lost one, of which the first are offered to be cancelled.
const CANCELS: usize = 12;

/// What is asked for: one part of the page, or the beginning of all.
#[derive(Debug, Default, Deserialize)]
struct Query {
    part: Option<Which>,
    #[serde(default)]
    from: usize,
}

/// A part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Which {
    Premium,
    Planned,
    Files,
    Bank,
}

impl Query {
    /// From where a part is shown, if it is.
    fn of(&self, which: Which) -> Option<usize> {
        match self.part {
            None => Some(0),
            Some(one) => (one == which).then_some(self.from),
        }
    }
}

/// Payouts that somebody of the operator must do something for.
#[get("/desk/payments")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    query: web::Query<Query>,
    frame: Frame,
) -> Result<HttpResponse, Problem> {
    let seat = match Seat::of(&shared, &request, &frame, Permission::Money) {
        Ok(seat) => seat,
        Err(instead) => return *instead,
    };
    let (t, now) = (frame.t, shared.clock.now());
    let files = shared.state(|registry| files_to_hand_over(seat.names(registry, t)));
    let (files, more_files) = window(files, query.of(Which::Files).unwrap_or(0));
    let ids: Vec<String> = files.iter().map(|(id, _)| id.to_string()).collect();
    let digest = |read: &mut Reading<'_>, id: &String| Ok(read.payout_file(id)?.map(|row| row.digest));
    let kept = move |read: &mut Reading<'_>| ids.iter().map(|id| digest(read, id)).collect::<Result<Vec<_>, Problem>>();
    let digests = shared.clone().into_inner().tables(kept).await?;
    let parts = shared.state(|registry| {
        let names = seat.names(registry, t);
        let mut parts = Vec::new();
        if let Some(from) = query.of(Which::Planned) {
            parts.push(planned(names, now, from));
        }
        if query.of(Which::Files).is_some() {
            let handed = files.iter().zip(&digests);
            let cards =
                handed.map(|((_, approval), digest)| file(names, approval, digest.as_deref(), shared.payouts.as_ref()));
            parts.push(Part {
                heading: t.operator_payments_files().to_owned(),
                lead: t.operator_payments_files_lead().to_owned(),
                empty: t.operator_payments_files_none().to_owned(),
                cards: cards.collect(),
                more: more_files.map(|next| format!("{PATH}?part=files&from={next}")),
            });
        }
        if let Some(from) = query.of(Which::Bank) {
            parts.push(with_the_bank(names, from));
        }
        if let Some(from) = query.of(Which::Premium) {
            parts.push(premium::part(names, now, from));
        }
        parts
    });
    let page = Cards::new(frame.clone(), t.operator_payments(), t.operator_payments_lead(), parts);
    seat.answer(&frame, page)
}

/// Payouts that are planned: first all that can go together, by currency and way of payment.
fn planned(names: Names<'_>, now: Timestamp, from: usize) -> Part {
    let t = names.t;
    let all = names.registry.cash.payouts().iter().filter(|(_, payout)| payout.state == PayoutState::Planned);
    let all: Vec<(PayoutId, &Payout)> = all.collect();
    let mut together: BTreeMap<(Currency, Rail), Vec<(PayoutId, &Payout)>> = BTreeMap::new();
    for (id, payout) in &all {
        if let Ok(rail) = payable(names.registry, payout.payee, now) {
            together.entry((payout.amount.currency, rail)).or_default().push((*id, payout));
        }
    }
    let groups = together.into_iter().filter(|(_, payouts)| payouts.len() > 1 && from == 0);
    let mut cards: Vec<Card> =
        groups.map(|((currency, rail), payouts)| group(names, currency, rail, &payouts)).collect();
    let (shown, more) = window(all, from);
    cards.extend(shown.into_iter().map(|(id, payout)| {
        let text = id.to_string();
        let card = known(names, id, payout).fact(t.operator_since(), t.moment(payout.since)).link_if(
            payable(names.registry, payout.payee, now).ok().map(|rail| {
                let fields = [("payouts", text.as_str()), ("rail", rail.word())];
                review(t, "approve_payouts", &fields, PATH).called(t.operator_approve_one())
            }),
        );
        let card = match payable(names.registry, payout.payee, now) {
            Ok(rail) => {
                card.waits(t.word("payout-state", "planned")).fact(t.operator_rail(), t.word("rail", rail.word()))
            }
            Err(why) => card.held(why.told(names)),
        };
        card.link(form(t, "cancel_payout", &[("payout", &text)], PATH))
    }));
    Part {
        heading: t.operator_payments_planned().to_owned(),
        empty: t.operator_payments_planned_none().to_owned(),
        cards,
        more: more.map(|next| format!("{PATH}?part=planned&from={next}")),
        ..Part::default()
    }
}

/// Payouts that one signature lets go.
fn group(names: Names<'_>, currency: Currency, rail: Rail, payouts: &[(PayoutId, &Payout)]) -> Card {
    let t = names.t;
    let payouts: Vec<_> = payouts.iter().take(TOGETHER).collect();
    let sum: i64 = payouts.iter().map(|(_, payout)| payout.amount.minor).sum();
    let ids: Vec<String> = payouts.iter().map(|(id, _)| id.to_string()).collect();
    let title = t.operator_payments_together(payouts.len(), names.money(currency.minor(sum)));
    Card::of(title)
        .fact(t.operator_rail(), t.word("rail", rail.word()))
        .link(review(t, "approve_payouts", &[("payouts", &ids.join(",")), ("rail", rail.word())], PATH).first())
}

/// Approvals whose file the bank has not been given, oldest first.
fn files_to_hand_over(names: Names<'_>) -> Vec<(PayoutFileId, Approval)> {
    let open = names.registry.cash.payouts().files().filter(|(_, file)| file.digest.is_none());
    let approval = |(id, _)| Some((id, Approval::of(names.registry, id)?));
    let going = |approval: &Approval| approval.payouts.iter().any(|payout| payout.state == PayoutState::Approved);
    open.filter_map(approval).filter(|(_, approval)| going(approval)).collect()
}

fn file(names: Names<'_>, approval: &Approval, digest: Option<&str>, settings: Option<&Settings>) -> Card {
    let t = names.t;
    let id = approval.id.to_string();
    let sum: i64 = approval.payouts.iter().map(|payout| payout.amount.minor).sum();
    let title = t.operator_payments_together(approval.payouts.len(), names.money(approval.currency.minor(sum)));
    let card = Card::of(title)
        .waits(t.operator_file_waits())
        .fact(t.operator_rail(), t.word("rail", approval.rail.word()))
        .fact(t.operator_approved_at(), t.moment(approval.approved_at))
        .coded(t.operator_file(), "", &id);
    let lost = approval.payouts.iter().filter(|payout| payout.state == PayoutState::Cancelled).count();
    if lost > 0 {
        let left = approval.payouts.iter().filter(|payout| payout.state == PayoutState::Approved).take(CANCELS);
        let cancel = |payout: &ApprovedPayout| {
            let called = t.operator_file_cancel(names.money(payout.amount), names.organisation(payout.payee));
            form(t, "cancel_payout", &[("payout", &payout.id.to_string())], PATH).called(called)
        };
        return left.map(cancel).fold(card.held(t.operator_file_broken(lost)), Card::link);
    }
    if digest.is_none()
        && let Err(missing) = approval.source(settings).map(drop)
    {
        return card.held(t.operator_file_unconfigured(missing));
    }
    let fields: Vec<(&str, &str)> = [("file", id.as_str())].into_iter().chain(digest.map(|d| ("digest", d))).collect();
    let done = match digest {
        Some(_) => review(t, "instruct_payouts", &fields, PATH),
        None => form(t, "instruct_payouts", &fields, PATH),
    };
    card.link(Link::to(t.operator_file_download(), format!("/v1/payout-files/{id}")).first()).link(done)
}

/// Payouts of which the bank has not said the last word, longest first.
fn with_the_bank(names: Names<'_>, from: usize) -> Part {
    let t = names.t;
    let asked = |state| matches!(state, PayoutState::Instructed | PayoutState::Accepted | PayoutState::Unknown);
    let all = names.registry.cash.payouts().iter().filter(|(_, payout)| asked(payout.state));
    let mut all: Vec<(PayoutId, &Payout)> = all.collect();
    all.sort_by_key(|(_, payout)| payout.since);
    let (shown, more) = window(all, from);
    let card = |(id, payout): (PayoutId, &Payout)| {
        let text = id.to_string();
        let word = t.word("payout-state", payout.state.word()).into_owned();
        let card = known(names, id, payout).fact(t.operator_since(), t.moment(payout.since));
        let card = if payout.state == PayoutState::Unknown { card.held(word) } else { card.waits(word) };
        let report = |report: &str| form(t, "report_payout", &[("payout", &text), ("report", report)], PATH);
        let accepted = (payout.state == PayoutState::Instructed).then(|| {
            let fields = [("payout", text.as_str()), ("report", "accepted")];
            review(t, "report_payout", &fields, PATH).called(t.operator_bank_accepted())
        });
        card.link(report("settled").called(t.operator_bank_paid()).first())
            .link_if(accepted)
            .link(form(t, "report_payout", &[("payout", &text)], PATH).called(t.operator_bank_else()))
    };
    Part {
        heading: t.operator_payments_bank().to_owned(),
        lead: t.operator_payments_bank_lead().to_owned(),
        empty: t.operator_payments_bank_none().to_owned(),
        cards: shown.into_iter().map(card).collect(),
        more: more.map(|next| format!("{PATH}?part=bank&from={next}")),
    }
}

/// What is known of a payout.
pub(super) fn known(names: Names<'_>, id: PayoutId, payout: &Payout) -> Card {
    let t = names.t;
    let reference = reference_of(id).map(|reference| reference.to_string()).unwrap_or_default();
    let expected = payout.exchange.as_ref().map(|exchange| names.money(exchange.expected));
    Card::of(format!("{} · {}", names.organisation(payout.payee), names.money(payout.amount)))
        .fact_if(t.operator_of_sales(), payout.producer.map(|producer| names.organisation(producer)))
        .fact_if(t.operator_expected(), expected)
        .coded(t.operator_reference(), "", reference)
}
