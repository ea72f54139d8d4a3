//! Charts: pictures of figures that stand beside them as a table. They are drawn here, in whole numbers, as SVG without
//! styles of its own. A plot is stretched to whatever width there is; letters and hairlines are not, so they can be read
//! on a telephone.

pub mod depth;
pub mod months;
pub mod prices;
pub mod shares;

#[cfg(test)]
mod tests;

/// Width and height of a plot in its own units.
pub(super) const SIZE: i128 = 1000;

/// A picture and its table.
#[derive(Debug)]
pub struct Chart {
    /// What is to be seen, in words: for whoever does not see it.
    pub gist: String,
    /// Which colour means what.
    pub legend: Vec<Key>,
    /// Height on the page, in pixels of the stylesheet.
    pub height: u32,
    /// What is drawn.
    pub plots: Vec<Plot>,
    /// What is written on it.
    pub labels: Vec<Label>,
    /// The same figures.
    pub table: Table,
}

/// A colour and its name.
#[derive(Debug)]
pub struct Key {
    /// Class of the shapes.
    pub class: &'static str,
    /// What they show.
    pub name: String,
}

/// An area of a chart, between two hairlines.
#[derive(Debug)]
pub struct Plot {
    /// Where it begins, from above.
    pub top: u32,
    /// How high it is.
    pub height: u32,
    /// What is in it.
    pub shapes: Vec<Shape>,
}

/// Something drawn.
#[derive(Debug, PartialEq, Eq)]
pub struct Shape {
    /// How the stylesheet paints it.
    pub class: &'static str,
    /// SVG path data.
    pub path: String,
}

/// Something written.
#[derive(Debug)]
pub struct Label {
    /// Percent of the width.
    pub x: u32,
    /// Its base line, from above.
    pub y: u32,
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// What.
    pub text: String,
}

/// Figures in rows.
#[derive(Debug)]
pub struct Table {
    /// What they are.
    pub caption: String,
    /// Names of the columns: the first in words, the others numbers.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// Where a value lies between two others, from 0 to [`SIZE`]; in the middle where both are one.
fn place(value: i128, from: i128, to: i128) -> i128 {
    if from >= to {
        return SIZE / 2;
    }
    (value.clamp(from, to) - from) * SIZE / (to - from)
}

/// How far from above the top of a column stands, when the largest reaches the top of the plot. What is there at all is
/// to be seen.
fn height_of(value: i128, largest: i128) -> i128 {
    if value <= 0 || largest <= 0 {
        return SIZE;
    }
    SIZE - place(value, 0, largest).max(10)
}

/// A column from the base of a plot.
fn column(left: i128, right: i128, top: i128) -> String {
    format!("M{left} {SIZE}V{top}H{right}V{SIZE}Z")
}

/// Percent of the width.
fn percent(place: i128) -> u32 {
    u32::try_from(place * 100 / SIZE).unwrap_or(0)
}
