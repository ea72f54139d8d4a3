//! Payouts: where each stands, what it pays, and whose receipt is awaited.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, get, web};
use orebook_registry::Registry;
use orebook_registry::instruction::MoneyParameters;
use orebook_registry::money::{Part, Payout, PayoutState};
use orebook_registry::values::{OrganisationId, PayoutId, Timestamp};
use serde::{Deserialize, Serialize};

use super::ask::{At, Listing, Look, PageQuery};
use super::list::Keys;
use super::{List, MoneyView, name_of, parse};
use crate::access::Permission;
use crate::payout::reference_of;
use crate::problem::{Problem, ProblemBody};

/// A payout.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PayoutView {
    /// Its id.
    pub id: String,
    /// `planned`, `approved`, `instructed`, `accepted`, `unknown`, `settled`, `disputed`, `confirmed`, `short_received`,
    /// `cancelled`, `rejected` or `returned`.
    pub state: String,
    /// Since when.
    pub since: String,
    /// Who is paid.
    pub payee: String,
    /// Its name.
    pub payee_name: String,
    /// Of whose sales the premium is; absent for a member's own money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub producer: Option<String>,
    /// How much is sent.
    pub amount: MoneyView,
    /// What is expected in another currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exchange: Option<ExchangeView>,
    /// The reference that bank and payee see (ISO 11649).
    #[schema(example = "RF711300000")]
    pub reference: String,
    /// The file by which it is sent, once it is approved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Digest of where it goes, as it was at the approval.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<String>,
    /// The parts of legs that it pays, once it is approved.
    pub parts: Vec<PartView>,
    /// When it left the bank.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settled_at: Option<String>,
    /// What the payee signed for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received: Option<MoneyView>,
    /// Digest of the paper receipt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paper: Option<String>,
    /// `due` when its receipt is to be asked for, `unconfirmed` when it has been missing so long that the public is
    /// told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reminder: Option<String>,
}

/// What a payee expects in its own currency. Nothing is converted here.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ExchangeView {
    /// How much is expected.
    pub expected: MoneyView,
    /// The rate it was worked out by.
    pub rate: String,
    /// Where the rate comes from.
    pub source: String,
}

/// A part of a leg.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PartView {
    /// Of this trade.
    pub trade: String,
    /// The how-manieth leg of it, from 0.
    pub leg: u16,
    /// How much of it.
    pub amount: MoneyView,
}

/// Which payouts; without any of these one's own, to the operator and auditors all.
#[derive(Debug, Clone, Copy, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct PayoutFilter {
    /// Id of whoever is paid.
    #[param(value_type = Option<String>)]
    pub organisation: Option<OrganisationId>,
    /// Id of the producer of whose sales the premium is.
    #[param(value_type = Option<String>)]
    pub producer: Option<OrganisationId>,
    /// Where they stand.
    #[param(value_type = Option<String>)]
    pub state: Option<PayoutState>,
}

impl PayoutFilter {
    fn covers(&self, payout: &Payout) -> bool {
        self.organisation.is_none_or(|id| id == payout.payee)
            && self.producer.is_none_or(|id| Some(id) == payout.producer)
            && self.state.is_none_or(|state| state == payout.state)
    }

    /// What it covers of an organisation's payouts, or of all.
    fn keys(self, registry: &Registry, whose: Option<OrganisationId>) -> Keys<'_, PayoutId> {
        let payouts = registry.cash.payouts();
        let own = move |payout: &Payout| whose.is_none_or(|own| own == payout.payee || Some(own) == payout.producer);
        let key = move |(id, payout): (PayoutId, &Payout)| (self.covers(payout) && own(payout)).then_some(id);
        match (self.organisation, self.producer, whose) {
            (Some(payee), ..) => Box::new(payouts.of_payee(payee).filter_map(key)),
            (None, Some(producer), _) => Box::new(payouts.of_producer(producer).filter_map(key)),
            (None, None, Some(own)) => {
                let both: BTreeSet<_> = payouts.of_payee(own).chain(payouts.of_producer(own)).filter_map(key).collect();
                Box::new(both.into_iter())
            }
            (None, None, None) => Box::new(payouts.iter().filter_map(key)),
        }
    }
}

/// Whether the receipt of a payout is awaited for so long that somebody is to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reminder {
    /// The payee is reminded.
    Due,
    /// The public is told.
    Unconfirmed,
}

impl Reminder {
    /// As of a moment. Days count from the day on which the money left the bank.
    pub fn of(payout: &Payout, parameters: &MoneyParameters, now: Timestamp) -> Option<Self> {
        let awaited = matches!(payout.state, PayoutState::Settled | PayoutState::Disputed);
        let settled = payout.settled_at.filter(|_| awaited)?;
        let days = |count: orebook_registry::instruction::Count| settled.plus_days(i64::from(count.0));
        if now >= days(parameters.receipt_unconfirmed_days) {
            return Some(Self::Unconfirmed);
        }
        (payout.state == PayoutState::Settled && now >= days(parameters.receipt_reminder_days)).then_some(Self::Due)
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Unconfirmed => "unconfirmed",
        }
    }
}

/// Parts of legs as they are shown.
pub(super) fn parts(payout: &Payout, parts: impl IntoIterator<Item = Part>) -> Vec<PartView> {
    let view = |part: Part| PartView {
        trade: part.trade.to_string(),
        leg: part.leg,
        amount: payout.amount.currency.minor(part.amount).into(),
    };
    parts.into_iter().map(view).collect()
}

fn view(registry: &Registry, id: PayoutId) -> Option<PayoutView> {
    let payout = registry.cash.payouts().find(id)?;
    let now = registry.time()?;
    let reminder = Reminder::of(payout, &registry.parties.parameters().money(), now);
    Some(PayoutView {
        id: id.to_string(),
        state: payout.state.to_string(),
        since: payout.since.to_string(),
        payee: payout.payee.to_string(),
        payee_name: name_of(registry, payout.payee),
        producer: payout.producer.map(|id| id.to_string()),
        amount: payout.amount.into(),
        exchange: payout.exchange.as_ref().map(|exchange| ExchangeView {
            expected: exchange.expected.into(),
            rate: exchange.rate.to_string(),
            source: exchange.source.to_string(),
        }),
        reference: reference_of(id).map(|reference| reference.to_string()).unwrap_or_default(),
        file: payout.file.map(|id| id.to_string()),
        details: payout.details.map(|digest| digest.to_string()),
        parts: parts(payout, payout.parts.iter().copied()),
        settled_at: payout.settled_at.map(|time| time.to_string()),
        received: payout.received.map(MoneyView::from),
        paper: payout.paper.map(|digest| digest.to_string()),
        reminder: reminder.map(|reminder| reminder.word().to_owned()),
    })
}

/// Payouts, oldest first: of a payee, of a producer's sales, in a state.
#[utoipa::path(tag = "money", params(PayoutFilter, PageQuery), responses((status = 200, body = List<PayoutView>), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/payouts")]
pub async fn list_payouts(list: Listing<PayoutFilter>) -> Result<HttpResponse, Problem> {
    let filter = list.filter;
    let whose = list.asking().whose(Permission::Money, filter.organisation.or(filter.producer))?;
    let seen = list.view().await?;
    list.of_state(seen, move |registry| filter.keys(registry, whose), view).await
}

/// One payout.
#[utoipa::path(tag = "money", params(("id" = String, Path, description = "pay_…"), At), responses((status = 200, body = PayoutView), (status = 400, body = ProblemBody), (status = 403, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/payouts/{id}")]
pub async fn get_payout(look: Look, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    look.asking().member(Permission::Money)?;
    let id: PayoutId = parse("id", &id)?;
    let seen = look.view().await?;
    let parties = seen.read(|registry| {
        let payout = registry.cash.payouts().find(id)?;
        Some([payout.payee].into_iter().chain(payout.producer).collect::<Vec<_>>())
    });
    let absent = || Problem::not_found("payout", id);
    look.asking().party(Permission::Money, &parties.ok_or_else(absent)?, absent)?;
    let found = seen.read(|registry| view(registry, id));
    found.map(|payout| seen.json(&payout)).ok_or_else(|| Problem::not_found("payout", id))
}
