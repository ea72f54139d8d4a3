//! Depth: how much is bid at a price and above, and offered at a price and below, in steps.

use orebook_registry::values::{Mass, Money};
use orebook_texts::Texts;

use super::{Chart, Key, Label, Plot, SIZE, Shape, Table, percent, place};

const TOP: u32 = 6;
const PLOT: u32 = 150;
/// Percent of the width that a price takes on the smallest telephone.
const PRICE: u32 = 20;

/// All orders at one price.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// Per kilogram.
    pub price: Money,
    /// How much.
    pub mass: Mass,
    /// How many orders.
    pub orders: u32,
}

/// A book by price, best first.
#[derive(Debug, Default)]
pub struct Book {
    /// For any credits of the market.
    pub bids: Vec<Step>,
    /// For some credits only.
    pub restricted: Vec<Step>,
    /// What is offered.
    pub offers: Vec<Step>,
}

/// The prices shown, with some room at both ends so that the last steps have a width.
struct Range {
    from: i128,
    to: i128,
}

impl Range {
    fn of(book: &Book) -> Option<Self> {
        let prices = || book.bids.iter().chain(&book.restricted).chain(&book.offers).map(|s| i128::from(s.price.minor));
        let (from, to) = (prices().min()?, prices().max()?);
        let room = ((to - from) / 20).max(1);
        Some(Self { from: from - room, to: to + room })
    }

    fn place(&self, step: &Step) -> i128 {
        place(step.price.minor.into(), self.from, self.to)
    }
}

/// Draws a book; an empty one has no picture.
pub fn depth(t: Texts, book: &Book) -> Option<Chart> {
    let range = Range::of(book)?;
    let columns = [("bid", &book.bids, 0), ("limited", &book.restricted, 0), ("ask", &book.offers, SIZE)];
    let largest = columns.iter().map(|(_, steps, _)| total(steps)).max().unwrap_or(0);
    let drawn = columns.iter().filter(|(_, steps, _)| !steps.is_empty());
    let shapes = drawn.map(|(class, steps, end)| Shape { class, path: stairs(&range, steps, *end, largest) });
    let name = |class: &str, steps: &Vec<Step>| {
        let mass = t.mass(Mass::from_mg(u64::try_from(total(steps)).unwrap_or(u64::MAX)));
        match class {
            "bid" => t.chart_bid_total(mass),
            "ask" => t.chart_offer_total(mass),
            _ => t.chart_limited_total(mass),
        }
    };
    let keys = columns.iter().filter(|(_, steps, _)| !steps.is_empty());
    let legend: Vec<Key> = keys.map(|(class, steps, _)| Key { class, name: name(class, steps) }).collect();
    Some(Chart {
        gist: gist(t, book),
        height: TOP + PLOT + 22,
        plots: vec![Plot { top: TOP, height: PLOT, shapes: shapes.collect() }],
        labels: labels(t, &range, book),
        table: table(t, book, legend.iter().map(|key| key.name.clone()).collect::<Vec<_>>().join(" · ")),
        legend,
    })
}

fn total(steps: &[Step]) -> i128 {
    steps.iter().map(|step| i128::from(step.mass.mg())).sum()
}

/// From the best price outwards, a step up at each price, to the edge.
fn stairs(range: &Range, steps: &[Step], end: i128, largest: i128) -> String {
    let (mut path, mut sum) = (String::new(), 0);
    for (n, step) in steps.iter().enumerate() {
        sum += i128::from(step.mass.mg());
        let (x, y) = (range.place(step), super::height_of(sum, largest));
        if n == 0 {
            path.push_str(&format!("M{x} {SIZE}V{y}"));
        } else {
            path.push_str(&format!("H{x}V{y}"));
        }
    }
    path.push_str(&format!("H{end}V{SIZE}Z"));
    path
}

fn gist(t: Texts, book: &Book) -> String {
    let told = |steps: &[Step]| {
        let best = steps.first()?;
        Some((
            t.mass(Mass::from_mg(u64::try_from(total(steps)).unwrap_or(u64::MAX))),
            t.money(best.price.amount(), best.price.currency),
        ))
    };
    let bids = told(&book.bids).map(|(mass, price)| t.chart_depth_bids(mass, price));
    let offers = told(&book.offers).map(|(mass, price)| t.chart_depth_offers(mass, price));
    [Some(t.chart_depth().to_owned()), bids, offers].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Lowest and highest price at the ends; between them the best ones, where there is room for them.
fn labels(t: Texts, range: &Range, book: &Book) -> Vec<Label> {
    let all = || book.bids.iter().chain(&book.restricted).chain(&book.offers);
    let label = |step: &Step, anchor| Label {
        x: percent(range.place(step)),
        y: TOP + PLOT + 16,
        anchor,
        text: t.decimal(&step.price.amount()),
    };
    let lowest = all().min_by_key(|step| step.price.minor);
    let highest = all().max_by_key(|step| step.price.minor);
    let one = lowest.map(|step| step.price.minor) == highest.map(|step| step.price.minor);
    if one {
        return lowest.map(|step| label(step, "middle")).into_iter().collect();
    }
    let bid = book.bids.first().map(|step| label(step, "end")).filter(|label| (2 * PRICE..=80).contains(&label.x));
    let offer =
        book.offers.first().map(|step| label(step, "start")).filter(|label| (20..=100 - 2 * PRICE).contains(&label.x));
    let ends = [lowest.map(|step| label(step, "start")), highest.map(|step| label(step, "end"))];
    // Both best prices, or neither: one alone would read as the middle of the scale.
    let best = bid.zip(offer).map(|(bid, offer)| [bid, offer]).into_iter().flatten();
    ends.into_iter().flatten().chain(best).collect()
}

fn table(t: Texts, book: &Book, caption: String) -> Table {
    let row = |side: &str, step: &Step| {
        vec![
            side.to_owned(),
            t.money(step.price.amount(), step.price.currency),
            t.mass(step.mass),
            t.whole(step.orders),
        ]
    };
    let offers = book.offers.iter().rev().map(|step| row(t.chart_offer(), step));
    let bids = book.bids.iter().map(|step| row(t.chart_bid(), step));
    let limited = book.restricted.iter().map(|step| row(t.chart_limited(), step));
    Table {
        caption,
        heads: [t.chart_side(), t.chart_price_kg(), t.chart_mass(), t.chart_orders()].map(str::to_owned).into(),
        rows: offers.chain(bids).chain(limited).collect(),
    }
}
