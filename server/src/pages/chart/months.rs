//! Bars by month, several side by side: issued and retired, or how far a premium has come.

use orebook_registry::values::Date;
use orebook_texts::Texts;

use super::{Chart, Key, Label, Plot, SIZE, Shape, Table, column, height_of};

const TOP: u32 = 20;
const PLOT: u32 = 120;
/// The newest months that are drawn and told.
const MOST: usize = 24;

/// One kind of bars.
#[derive(Debug)]
pub struct Series {
    /// How they are painted.
    pub class: &'static str,
    /// What they are.
    pub name: String,
}

/// A month and the value of each series in it.
#[derive(Debug)]
pub struct Month {
    /// Its first day.
    pub first: Date,
    /// In one unit, whole.
    pub values: Vec<i128>,
}

/// What bars are of.
pub struct Told<'a> {
    /// What is shown.
    pub caption: String,
    /// The series, each with its bars in every month.
    pub series: Vec<Series>,
    /// How a value is written.
    pub written: &'a dyn Fn(i128) -> String,
}

/// Draws months, oldest first; those in between in which nothing happened are told as well.
pub fn months(t: Texts, told: &Told<'_>, given: &[Month]) -> Option<Chart> {
    let all = filled(given, told.series.len());
    let (first, last) = (all.first()?, all.last()?);
    let largest = all.iter().flat_map(|month| &month.values).copied().max().unwrap_or(0);
    let named = |month: &Month| t.month(&format!("{:04}-{:02}", month.first.year(), month.first.month()));
    let shape =
        |(n, series): (usize, &Series)| Shape { class: series.class, path: bars(&all, n, told.series.len(), largest) };
    let y = TOP + PLOT + 16;
    let mut labels = vec![Label { x: 0, y: TOP - 6, anchor: "start", text: (told.written)(largest.max(0)) }];
    if all.len() == 1 {
        labels.push(Label { x: 50, y, anchor: "middle", text: named(first) });
    } else {
        labels.push(Label { x: 0, y, anchor: "start", text: named(first) });
        labels.push(Label { x: 100, y, anchor: "end", text: named(last) });
    }
    let sum = |(n, series): (usize, &Series)| {
        let sum =
            all.iter().filter_map(|month| month.values.get(n)).fold(0_i128, |sum, value| sum.saturating_add(*value));
        format!("{} {}", series.name, (told.written)(sum))
    };
    let sums: Vec<String> = told.series.iter().enumerate().map(sum).collect();
    let row = |month: &Month| {
        std::iter::once(named(month)).chain(month.values.iter().map(|value| (told.written)(*value))).collect()
    };
    let heads = std::iter::once(t.chart_month().to_owned()).chain(told.series.iter().map(|s| capital(&s.name)));
    Some(Chart {
        gist: t.chart_months_gist(&told.caption, named(first), named(last), sums.join(", ")),
        legend: told.series.iter().map(|s| Key { class: s.class, name: s.name.clone() }).collect(),
        height: y + 8,
        plots: vec![Plot { top: TOP, height: PLOT, shapes: told.series.iter().enumerate().map(shape).collect() }],
        labels,
        table: Table {
            caption: told.caption.clone(),
            heads: heads.collect(),
            rows: all.iter().rev().map(row).collect(),
        },
    })
}

fn capital(word: &str) -> String {
    crate::pages::names::capital(word)
}

/// Every month from the first to the last, the newest of them.
fn filled(given: &[Month], series: usize) -> Vec<Month> {
    let Some((first, last)) = given.first().zip(given.last()) else { return Vec::new() };
    let (mut all, mut month) = (Vec::new(), first.first.first_of_month());
    while month <= last.first && all.len() < 1_200 {
        let found = given.iter().find(|one| one.first.first_of_month() == month);
        let values = found.map_or_else(|| vec![0; series], |found| found.values.clone());
        all.push(Month { first: month, values });
        month = month.plus_months(1);
    }
    all.split_off(all.len().saturating_sub(MOST))
}

/// The bars of one series. A month's bars fill three quarters of its width, and no more than an eighth of the plot's:
/// two lonely months are no walls.
fn bars(months: &[Month], n: usize, series: usize, largest: i128) -> String {
    let (count, series) = (months.len() as i128, series.max(1) as i128);
    let width = (SIZE * 3 / (4 * count)).min(SIZE / 4) / series;
    let bar = |(at, month): (i128, &Month)| {
        let middle = (2 * at + 1) * SIZE / (2 * count);
        let left = middle - width * series / 2 + width * n as i128;
        let value = month.values.get(n).copied().unwrap_or(0);
        (value > 0).then(|| column(left, left + (width - 2).max(2), height_of(value, largest)))
    };
    (0..).zip(months).filter_map(bar).collect()
}
