//! A producer's premium, for everybody: what was routed, what left the bank, what was signed for, month by month. A
//! month is told when it ended thirty days ago, in figures rounded down to two digits: enough to see that the money
//! arrives, too little to work out what a buyer paid.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::{HttpRequest, HttpResponse, get, web};
use orebook_registry::Registry;
use orebook_registry::instruction::{PayeeShare, Role};
use orebook_registry::money::MonthOfPremium;
use orebook_registry::values::{Currency, Date, OrganisationId};
use serde::Serialize;

use super::payouts::Reminder;
use super::{MoneyView, name_of, parse};
use crate::access::rules::Asking;
use crate::app::Data;
use crate::problem::{Problem, ProblemBody};
use crate::view::View;

/// Days after a month's end from which the public is told of it.
const DELAY_DAYS: u64 = 30;

/// A producer's premium.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PremiumsView {
    /// The producer.
    pub producer: String,
    /// Its name.
    pub name: String,
    /// By currency, oldest first. The public is told of a month thirty days after its end, in figures rounded down to
    /// two digits.
    pub months: Vec<MonthView>,
    /// The plans in force, one for each programme.
    pub plans: Vec<PlanSharesView>,
    /// How many payouts left the bank so long ago that a receipt should be there, and have none.
    pub unconfirmed: String,
    /// What payees have not been paid; to the producer itself, the operator and auditors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unpaid: Option<Vec<UnpaidView>>,
}

/// The premium of a calendar month. What came back counts less, so a figure may have a minus sign.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct MonthView {
    /// Year and month.
    #[schema(example = "2026-07")]
    pub month: String,
    /// To the producer and its funds, by trades of the month.
    pub routed: MoneyView,
    /// Left the bank in the month.
    pub paid: MoneyView,
    /// Signed for in the month.
    pub confirmed: MoneyView,
}

/// How a plan shares the net premium.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct PlanSharesView {
    /// Id of the version.
    pub plan: String,
    /// For credits of this programme.
    pub programme: String,
    /// Its shares.
    pub shares: Vec<ShareView>,
}

/// A share of the net premium.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct ShareView {
    /// What it is for.
    pub kind: String,
    /// Basis points.
    pub share_bps: u16,
}

/// What a payee has not been paid.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct UnpaidView {
    /// The payee.
    pub payee: String,
    /// Its name.
    pub name: String,
    /// How much.
    pub money: MoneyView,
}

/// How exactly figures are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Exactly,
    /// To everybody, on a day.
    Publicly(Date),
}

impl Told {
    /// Whether everybody is told of a month on a day.
    fn is_public(month: Date, today: Date) -> bool {
        month.plus_months(1).plus_days(DELAY_DAYS) <= today
    }

    fn month(self, currency: Currency, month: Date, figures: MonthOfPremium) -> Option<MonthView> {
        let shown = match self {
            Self::Exactly => true,
            Self::Publicly(today) => Self::is_public(month, today),
        };
        let money = |minor| currency.minor(if self == Self::Exactly { minor } else { two_digits(minor) }).into();
        shown.then(|| MonthView {
            month: format!("{:04}-{:02}", month.year(), month.month()),
            routed: money(figures.routed),
            paid: money(figures.paid),
            confirmed: money(figures.confirmed),
        })
    }
}

/// Towards nothing, to two significant digits.
fn two_digits(minor: i64) -> i64 {
    let mut unit = 1;
    while minor / unit / 100 != 0 {
        unit *= 10;
    }
    minor / unit * unit
}

fn view(registry: &Registry, id: OrganisationId, told: Told) -> Option<PremiumsView> {
    registry.parties.organisation(id).filter(|o| o.roles.contains(&Role::Producer))?;
    let months = registry.cash.premiums().months_of(id);
    Some(PremiumsView {
        producer: id.to_string(),
        name: name_of(registry, id),
        months: months.filter_map(|(currency, month, figures)| told.month(currency, month, figures)).collect(),
        plans: plans(registry, id),
        unconfirmed: unconfirmed(registry, id).to_string(),
        unpaid: (told == Told::Exactly).then(|| unpaid(registry, id)),
    })
}

/// What everybody is told of all producers, on the day of the last entry.
pub(crate) fn public(registry: &Registry) -> impl Iterator<Item = PremiumsView> + '_ {
    let today = registry.time().map(|time| time.date());
    let told = move |id| view(registry, id, Told::Publicly(today?));
    registry.parties.organisations().filter_map(move |(id, _)| told(id))
}

/// What everybody is told of the premium of all producers together, by currency.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct ToldOfAll {
    /// To producers and their funds, in minor units.
    pub routed: i64,
    /// Signed for.
    pub confirmed: i64,
    /// The last month of which it tells.
    pub month: Option<Date>,
}

/// The sums of what is told of every producer and month: they tell nothing that those do not.
pub(crate) fn told_of_all(registry: &Registry) -> BTreeMap<Currency, ToldOfAll> {
    let Some(today) = registry.time().map(|time| time.date()) else { return BTreeMap::new() };
    let mut all = BTreeMap::<Currency, ToldOfAll>::new();
    for (_, month, (currency, figures)) in registry.cash.premiums().months() {
        if !Told::is_public(month, today) {
            continue;
        }
        let sum = all.entry(currency).or_default();
        sum.routed = sum.routed.saturating_add(two_digits(figures.routed));
        sum.confirmed = sum.confirmed.saturating_add(two_digits(figures.confirmed));
        sum.month = sum.month.max(Some(month));
    }
    all
}

/// What everybody is told of one producer, on the day of the last entry.
pub(crate) fn public_of(registry: &Registry, producer: OrganisationId) -> Option<PremiumsView> {
    view(registry, producer, Told::Publicly(registry.time()?.date()))
}

fn plans(registry: &Registry, producer: OrganisationId) -> Vec<PlanSharesView> {
    let share = |share: &PayeeShare| ShareView { kind: share.kind.to_string(), share_bps: share.share.points() };
    let own = registry.cash.plans_in_force().filter(|(of, _)| *of == producer);
    let plan = |(programme, id)| {
        let plan = registry.cash.premium_plan(id)?;
        Some(PlanSharesView {
            plan: id.to_string(),
            programme: ToString::to_string(&programme),
            shares: plan.payees.iter().map(share).collect(),
        })
    };
    own.filter_map(|(_, in_force)| plan(in_force)).collect()
}

fn unconfirmed(registry: &Registry, producer: OrganisationId) -> usize {
    let (now, parameters) = (registry.time(), registry.parties.parameters().money());
    let payouts = registry.cash.payouts().of_producer(producer);
    let late = payouts.filter(|(_, payout)| {
        now.and_then(|now| Reminder::of(payout, &parameters, now)) == Some(Reminder::Unconfirmed)
    });
    late.count()
}

fn unpaid(registry: &Registry, producer: OrganisationId) -> Vec<UnpaidView> {
    let premiums = registry.cash.premiums();
    let own = premiums.all().filter(|(_, sold)| sold.producer == producer);
    let payees: BTreeSet<OrganisationId> = own.flat_map(|(_, sold)| &sold.legs).map(|leg| leg.payee).collect();
    let unpaid =
        payees.into_iter().flat_map(|payee| premiums.unpaid_of(payee).map(move |(of, money)| (payee, of, money)));
    let view = |(payee, _, money): (OrganisationId, OrganisationId, orebook_registry::values::Money)| UnpaidView {
        payee: payee.to_string(),
        name: name_of(registry, payee),
        money: money.into(),
    };
    unpaid.filter(|(_, of, _)| *of == producer).map(view).collect()
}

/// A producer's premium by month: routed, paid, confirmed. Older figures, rounded, for everybody; exact ones and what is
/// unpaid to the producer itself.
#[utoipa::path(
    tag = "money",
    params(("producer" = String, Path, description = "org_…")),
    responses((status = 200, body = PremiumsView), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody))
)]
#[get("/v1/premiums/{producer}")]
pub async fn get_premiums(
    shared: Data,
    request: HttpRequest,
    producer: web::Path<String>,
) -> Result<HttpResponse, Problem> {
    let id: OrganisationId = parse("producer", &producer)?;
    // Without `at`: two earlier states side by side would tell what came between them.
    let seen = View::of(&shared, None, Some(Asking::of(&request, &shared).sight()), None).await?;
    let private = seen.sees([id]);
    let found = seen.read(|registry| {
        let told = if private { Told::Exactly } else { Told::Publicly(registry.time()?.date()) };
        view(registry, id, told)
    });
    found.map(|premiums| seen.json(&premiums)).ok_or_else(|| Problem::not_found("producer", id))
}
