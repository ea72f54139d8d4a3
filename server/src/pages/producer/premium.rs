//! How a producer's premium is shared, and what became of it: as everybody is told it, late and in two digits.

use orebook_registry::values::{Currency, Date, OrganisationId};

use crate::api::premiums::{MonthView, public_of};
use crate::pages::chart::Chart;
use crate::pages::chart::months::{Month, Series, Told, months};
use crate::pages::chart::shares::{Bar, shade, shares};
use crate::pages::names::Names;

/// A plan in force.
pub struct Plan {
    /// What it is and since when.
    pub caption: String,
    /// The whole.
    pub bar: Option<Bar>,
    /// Its parts.
    pub shares: Vec<Share>,
}

/// A part of the net premium.
pub struct Share {
    /// Its colour in the bar.
    pub shade: usize,
    /// Who is paid.
    pub payee: String,
    /// What for.
    pub kind: String,
    /// How much of the whole.
    pub percent: String,
}

/// What became of it.
#[derive(Default)]
pub struct Premium {
    /// A picture for each currency.
    pub charts: Vec<Chart>,
    /// Payouts that nobody signed for in time.
    pub unconfirmed: u64,
}

/// The plans in force, one for each programme.
pub fn plans(names: &Names<'_>, producer: OrganisationId) -> Vec<Plan> {
    let (t, cash) = (names.t, &names.registry.cash);
    let own = cash.plans_in_force().filter(|(of, _)| *of == producer);
    let plan = |(programme, id): (orebook_registry::instruction::ProgrammeCode, _)| {
        let plan = cash.premium_plan(id)?;
        let points: Vec<i128> = plan.payees.iter().map(|one| one.share.points().into()).collect();
        let share = |(n, one): (usize, &orebook_registry::instruction::PayeeShare)| Share {
            shade: shade(n),
            payee: names.organisation(one.payee),
            kind: t.word("payee-kind", one.kind.word()).into_owned(),
            percent: t.percent(one.share.points().into()),
        };
        let all: Vec<Share> = plan.payees.iter().enumerate().map(share).collect();
        let told: Vec<String> = all.iter().map(|share| format!("{} {}", share.payee, share.percent)).collect();
        Some(Plan {
            caption: t.producer_plan(programme, t.day(plan.in_force_from.date())),
            bar: shares(told.join(", "), &points),
            shares: all,
        })
    };
    own.filter_map(|(_, in_force)| plan(in_force)).collect()
}

/// The months that everybody is told of.
pub fn premium(names: &Names<'_>, producer: OrganisationId) -> Premium {
    let Some(view) = public_of(names.registry, producer) else { return Premium::default() };
    // They stand by currency already.
    let mut currencies: Vec<Currency> = view.months.iter().filter_map(|m| m.routed.currency.parse().ok()).collect();
    currencies.dedup();
    let chart = |currency: &Currency| of_currency(names, *currency, &view.months);
    Premium {
        charts: currencies.iter().filter_map(chart).collect(),
        unconfirmed: view.unconfirmed.parse().unwrap_or_default(),
    }
}

fn of_currency(names: &Names<'_>, currency: Currency, all: &[MonthView]) -> Option<Chart> {
    let t = names.t;
    let own = all.iter().filter(|month| month.routed.currency == currency.code());
    let month = |view: &MonthView| {
        let first: Date = format!("{}-01", view.month).parse().ok()?;
        let values = [&view.routed, &view.paid, &view.confirmed].map(|money| minor(&money.amount));
        Some(Month { first, values: values.into() })
    };
    let series = [("routed", t.producer_routed()), ("paid", t.producer_paid()), ("confirmed", t.producer_confirmed())];
    let told = Told {
        caption: t.producer_premium_by_month(currency),
        series: series.map(|(class, name)| Series { class, name: name.to_owned() }).into(),
        written: &|minor| t.money(currency.minor(i64::try_from(minor).unwrap_or(i64::MAX)).amount(), currency),
    };
    months(t, &told, &own.filter_map(month).collect::<Vec<_>>())
}

/// A decimal string of money in minor units.
fn minor(amount: &str) -> i128 {
    amount.replace('.', "").parse().unwrap_or(0)
}
