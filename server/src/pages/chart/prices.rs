//! Price by day: what a kilogram cost on average on each day with trades, and how much was traded.

use orebook_registry::values::{Currency, Date, Mass};
use orebook_texts::Texts;

use super::{Chart, Key, Label, Plot, SIZE, Shape, Table, column, height_of, place};

const PRICE: u32 = 96;
const PRICE_TOP: u32 = 20;
const VOLUME: u32 = 46;
const VOLUME_TOP: u32 = PRICE_TOP + PRICE + 40;

/// The trades of a day.
#[derive(Debug, Clone, Copy)]
pub struct Day {
    /// Which.
    pub day: Date,
    /// How many trades.
    pub trades: u64,
    /// How much.
    pub mass: Mass,
    /// Average price per kilogram, in minor units.
    pub average: i64,
}

/// Draws the days from the first to the last of a window; without any trade there is no picture.
pub fn prices(t: Texts, currency: Currency, (from, to): (Date, Date), days: &[Day]) -> Option<Chart> {
    let averages = || days.iter().map(|day| day.average);
    let (low, high) = (averages().min()?, averages().max()?);
    let largest = days.iter().map(|day| day.mass).max().unwrap_or_default();
    let slots = i128::from(to.days_since(from).max(0)) + 1;
    let middle = |day: &Day| (i128::from(day.day.days_since(from)) * 2 + 1) * SIZE / (2 * slots);
    let dots: Vec<(i128, i128)> =
        days.iter().map(|day| (middle(day), SIZE - place(day.average.into(), low.into(), high.into()))).collect();
    // A day of ninety is three pixels wide on a telephone: thinner could not be seen.
    let half = (SIZE * 35 / (100 * slots)).max(4);
    let bars = days.iter().map(|day| {
        let x = middle(day);
        column((x - half).max(0), (x + half).min(SIZE), height_of(day.mass.mg().into(), largest.mg().into()))
    });
    let price = |minor: i64| t.money(currency.minor(minor).amount(), currency);
    let (first, last) = (days.first()?, days.last()?);
    // Days that were all alike lie in the middle of the scale, and so does their price.
    let high_y = if low < high { PRICE_TOP - 6 } else { PRICE_TOP + PRICE / 2 - 10 };
    let high_label = Label { x: 0, y: high_y, anchor: "start", text: price(high) };
    let low_label = Label { x: 0, y: PRICE_TOP + PRICE + 14, anchor: "start", text: price(low) };
    let mass_label = Label { x: 100, y: VOLUME_TOP - 6, anchor: "end", text: t.chart_most_a_day(t.mass(largest)) };
    let y = VOLUME_TOP + VOLUME + 16;
    let mut labels = vec![
        high_label,
        mass_label,
        Label { x: 0, y, anchor: "start", text: t.day(from) },
        Label { x: 100, y, anchor: "end", text: t.day(to) },
    ];
    if low < high {
        labels.push(low_label);
    }
    Some(Chart {
        gist: t.chart_prices_gist(
            days.len(),
            t.day(first.day),
            price(first.average),
            t.day(last.day),
            price(last.average),
        ),
        legend: vec![
            Key { class: "line", name: t.chart_average().to_owned() },
            Key { class: "volume", name: t.chart_volume().to_owned() },
        ],
        height: y + 8,
        plots: vec![
            Plot { top: PRICE_TOP, height: PRICE, shapes: vec![line(&dots), points(&dots)] },
            Plot { top: VOLUME_TOP, height: VOLUME, shapes: vec![Shape { class: "volume", path: bars.collect() }] },
        ],
        labels,
        table: Table {
            caption: t.chart_prices().to_owned(),
            heads: [t.chart_day(), t.chart_average(), t.chart_mass(), t.chart_trades()].map(str::to_owned).into(),
            rows: days
                .iter()
                .rev()
                .map(|day| vec![t.day(day.day), price(day.average), t.mass(day.mass), t.whole(day.trades)])
                .collect(),
        },
    })
}

fn line(dots: &[(i128, i128)]) -> Shape {
    let step = |(n, (x, y)): (usize, &(i128, i128))| format!("{}{x} {y}", if n == 0 { 'M' } else { 'L' });
    Shape { class: "line", path: dots.iter().enumerate().map(step).collect() }
}

/// Lines of no length with round ends: dots that stay round however the plot is stretched.
fn points(dots: &[(i128, i128)]) -> Shape {
    Shape { class: "dot", path: dots.iter().map(|(x, y)| format!("M{x} {y}h0")).collect() }
}
