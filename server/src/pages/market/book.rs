//! The book of a market and what was traded in it. Direct deals are in neither: their prices are nobody else's.

use orebook_market::{Level, Side};
use orebook_registry::trade::Market;
use orebook_registry::values::{MarketId, Mass, TradeId};
use orebook_texts::Texts;

use crate::api::MoneyView;
use crate::api::statistics;
use crate::pages::chart::Chart;
use crate::pages::chart::depth::{Book, Step, depth};
use crate::pages::chart::prices::{Day, prices};
use crate::pages::names::Names;

/// Prices of each column that are shown.
const LEVELS: usize = 25;
/// Days of the chart of prices.
const DAYS: u64 = 90;
/// Days of the figures.
const MONTH: u64 = 30;
const TRADES: usize = 12;

/// A trade of the book.
pub struct Traded {
    /// When.
    pub day: String,
    /// How much.
    pub mass: String,
    /// Price of a kilogram.
    pub price: String,
}

/// What the trades of thirty days come to, if it may be told.
pub struct Told {
    /// Each with its name; none when too few have bought.
    pub figures: Vec<(&'static str, String)>,
}

/// How many offers there are.
pub fn offered(market: &Market) -> u64 {
    market.book().levels(Side::Sell).map(|level| u64::from(level.orders)).sum()
}

/// The picture of the book.
pub fn depth_of(t: Texts, market: &Market) -> Option<Chart> {
    let step = |level: Level| {
        let mass = Mass::from_mg(u64::try_from(level.quantity).unwrap_or(u64::MAX));
        market.price(level.price).map(|price| Step { price, mass, orders: level.orders })
    };
    let column = |levels: Vec<Level>| levels.into_iter().filter_map(step).collect();
    let book = Book {
        bids: column(market.book().depth(Side::Buy, LEVELS)),
        restricted: column(market.book().depth_restricted(LEVELS)),
        offers: column(market.book().depth(Side::Sell, LEVELS)),
    };
    depth(t, &book)
}

/// The picture of the days: every trade of them stands on the tape, which is for everybody.
pub fn days(names: &Names<'_>, market: &Market) -> Option<Chart> {
    let to = names.registry.time()?.date();
    let from = to.less_days(DAYS - 1);
    let day = |(day, traded): (_, &orebook_registry::trade::DayOfTrades)| {
        let average = i128::from(traded.gross) * i128::from(Mass::KILOGRAM.mg()) / i128::from(traded.mass.mg()).max(1);
        Day { day, trades: traded.trades, mass: traded.mass, average: i64::try_from(average).unwrap_or(i64::MAX) }
    };
    let all: Vec<Day> = market.tape().days_from(from).map(day).collect();
    prices(names.t, market.currency(), (from, to), &all)
}

/// The figures of thirty days.
pub fn told(names: &Names<'_>, id: MarketId) -> Option<Told> {
    let t = names.t;
    let money = |money: &MoneyView| t.money(&money.amount, &money.currency);
    let view = statistics::view(names.registry, id, MONTH)?;
    let figures = view.figures.map(|figures| {
        vec![
            (t.market_average(), money(&figures.average)),
            (t.market_lowest(), money(&figures.lowest)),
            (t.market_highest(), money(&figures.highest)),
            (t.market_volume(), t.mass(&figures.mass)),
            (t.market_count(), t.whole(&figures.trades)),
        ]
    });
    Some(Told { figures: figures.unwrap_or_default() })
}

/// Some trades, newest first, and the last of them when there are more.
pub fn trades(names: &Names<'_>, market: &Market, before: Option<TradeId>) -> (Vec<Traded>, Option<TradeId>) {
    let t = names.t;
    let all = market.tape().recent();
    let mut older = all.filter(|printed| before.is_none_or(|before| printed.trade < before)).peekable();
    let shown: Vec<_> = older.by_ref().take(TRADES).copied().collect();
    let more = shown.last().map(|printed| printed.trade).filter(|_| older.peek().is_some());
    let row = |printed: orebook_registry::trade::Printed| Traded {
        day: t.day(printed.day),
        mass: t.mass(printed.mass),
        price: names.money(printed.price),
    };
    (shown.into_iter().map(row).collect(), more)
}
