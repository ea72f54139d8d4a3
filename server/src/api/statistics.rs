//! What a market's trades of some days come to. Figures of few trades or few buyers would tell what somebody paid, so
//! they are not told.

use actix_web::{HttpResponse, get, web};
use orebook_registry::Registry;
use orebook_registry::party::Parties;
use orebook_registry::trade::DayOfTrades;
use orebook_registry::values::{Currency, Date, MarketId, Mass, OrganisationId};
use serde::{Deserialize, Serialize};

use super::ask::{At, Look};
use super::{MoneyView, parse};
use crate::problem::{Problem, ProblemBody};

/// Least trades, and least buyers of different groups, of which figures are told.
const LEAST: usize = 3;
const RULE: &str = "at least three trades by three buyers of different groups";

/// The trades of some days.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct StatisticsView {
    /// The market.
    pub market: String,
    /// First day.
    pub from: String,
    /// Last day, as far as it has come.
    pub to: String,
    /// `yes`, or `no` when there were too few; then there are no figures.
    pub published: String,
    /// What would have to be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Of all days.
    #[serde(flatten)]
    pub figures: Option<FiguresView>,
    /// The days with trades, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<DayView>,
}

/// What trades come to.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct FiguresView {
    /// How many.
    pub trades: String,
    /// Kilograms.
    pub mass: String,
    /// What was paid for a kilogram, fees left out, rounded down to the minor unit.
    pub average: MoneyView,
    /// Lowest price per kilogram.
    pub lowest: MoneyView,
    /// Highest price per kilogram.
    pub highest: MoneyView,
}

/// The trades of a day.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct DayView {
    /// The day, UTC.
    pub day: String,
    /// Of the day.
    #[serde(flatten)]
    pub figures: FiguresView,
}

/// Which days.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// How many days up to today: 30 unless asked, 366 at the most.
    pub days: Option<u64>,
}

impl Window {
    fn days(&self) -> Result<u64, Problem> {
        match self.days.unwrap_or(30) {
            n @ 1..=366 => Ok(n),
            _ => Err(Problem::bad_request("parameter_is_malformed", "days: a whole number from 1 to 366")),
        }
    }
}

/// The sums of some days.
struct Sums {
    trades: u64,
    mass: Mass,
    gross: i128,
    lowest: i64,
    highest: i64,
}

impl Sums {
    fn of<'a>(mut days: impl Iterator<Item = &'a DayOfTrades>) -> Option<Self> {
        let first = days.next()?;
        let start = Self {
            trades: first.trades,
            mass: first.mass,
            gross: first.gross.into(),
            lowest: first.low,
            highest: first.high,
        };
        Some(days.fold(start, |sums, day| Self {
            trades: sums.trades + day.trades,
            mass: sums.mass.plus(day.mass),
            gross: sums.gross + i128::from(day.gross),
            lowest: sums.lowest.min(day.low),
            highest: sums.highest.max(day.high),
        }))
    }

    fn view(&self, currency: Currency) -> FiguresView {
        let average = self.gross * i128::from(Mass::KILOGRAM.mg()) / i128::from(self.mass.mg()).max(1);
        let money = |minor| currency.minor(minor).into();
        FiguresView {
            trades: self.trades.to_string(),
            mass: self.mass.to_string(),
            average: money(i64::try_from(average).unwrap_or(i64::MAX)),
            lowest: money(self.lowest),
            highest: money(self.highest),
        }
    }
}

/// Whether there are as many buyers as must be, no two of a group.
fn are_many<'a>(parties: &Parties, buyers: impl Iterator<Item = &'a OrganisationId>) -> bool {
    let mut groups: Vec<OrganisationId> = Vec::with_capacity(LEAST);
    for buyer in buyers {
        if !groups.iter().any(|known| parties.same_group(*known, *buyer)) {
            groups.push(*buyer);
        }
        if groups.len() == LEAST {
            return true;
        }
    }
    false
}

/// The trades of the last days, as far as they are told.
pub(crate) fn view(registry: &Registry, id: MarketId, days: u64) -> Option<StatisticsView> {
    let market = registry.markets.market(id)?;
    let to = registry.time()?.date();
    let from = to.less_days(days - 1);
    let found: Vec<(Date, &DayOfTrades)> = market.tape().days_from(from).collect();
    let sums = Sums::of(found.iter().map(|(_, day)| *day)).filter(|sums| {
        sums.trades >= LEAST as u64 && are_many(&registry.parties, found.iter().flat_map(|(_, day)| &day.buyers))
    });
    let currency = market.currency();
    let day = |(day, trades): &(Date, &DayOfTrades)| {
        let figures = Sums::of(std::iter::once(*trades))?.view(currency);
        Some(DayView { day: day.to_string(), figures })
    };
    let published = sums.is_some();
    Some(StatisticsView {
        market: id.to_string(),
        from: from.to_string(),
        to: to.to_string(),
        published: if published { "yes" } else { "no" }.to_owned(),
        rule: (!published).then(|| RULE.to_owned()),
        figures: sums.map(|sums| sums.view(currency)),
        days: if published { found.iter().filter_map(day).collect() } else { Vec::new() },
    })
}

/// What a market's trades of the last days come to: mass, average, lowest and highest price, in all and by day.
#[utoipa::path(tag = "markets", params(("id" = String, Path, description = "mkt_…"), Window, At), responses((status = 200, body = StatisticsView), (status = 400, body = ProblemBody), (status = 404, body = ProblemBody)))]
#[get("/v1/markets/{id}/statistics")]
pub async fn get_statistics(look: Look<Window>, id: web::Path<String>) -> Result<HttpResponse, Problem> {
    let id: MarketId = parse("id", &id)?;
    let days = look.filter.days()?;
    let seen = look.view().await?;
    let found = seen.read(|registry| view(registry, id, days));
    found.map(|statistics| seen.json(&statistics)).ok_or_else(|| Problem::not_found("market", id))
}
