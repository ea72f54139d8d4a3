//! Minerals as data: the mass basis a credit counts, and the lot on which every block begins and ends.

use std::fmt;
use std::str::FromStr;

use crate::values::{Mass, ValueError, string_serde};

struct Row {
    code: &'static str,
    name: &'static str,
    basis: &'static str,
    lot_mg: u64,
}

const fn row(code: &'static str, name: &'static str, basis: &'static str, lot_mg: u64) -> Row {
    Row { code, name, basis, lot_mg }
}

const GRAM: u64 = 1_000;
const KILOGRAM: u64 = 1_000_000;

/// Sorted by code. A new mineral is a new row behind a new rules version; a lot never changes.
const MINERALS: &[Row] = &[
    row("COB", "cobalt", "contained cobalt", KILOGRAM),
    row("COP", "copper", "contained copper", KILOGRAM),
    row("GLD", "gold", "fine gold", GRAM),
    row("GRA", "graphite", "contained carbon", 10 * KILOGRAM),
    row("LIT", "lithium", "contained lithium oxide", KILOGRAM),
    row("MIC", "mica", "sorted mica", 10 * KILOGRAM),
    row("PLT", "platinum", "fine platinum", GRAM),
    row("SLV", "silver", "fine silver", 10 * GRAM),
    row("TAN", "tantalum", "contained tantalum pentoxide", 100 * GRAM),
    row("TIN", "tin", "contained tin", KILOGRAM),
    row("TUN", "tungsten", "contained tungsten trioxide", KILOGRAM),
];

/// A mineral by its three-letter code. Three letters, because CO is both cobalt and Colombia.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mineral(u8);

impl Mineral {
    fn row(self) -> &'static Row {
        &MINERALS[usize::from(self.0)]
    }
    /// The code in serial numbers: `GLD`.
    pub fn code(self) -> &'static str {
        self.row().code
    }
    /// The plain English name: `gold`.
    pub fn name(self) -> &'static str {
        self.row().name
    }
    /// What a kilogram of it counts: `fine gold`.
    pub fn basis(self) -> &'static str {
        self.row().basis
    }
    /// The smallest mass that is traded, transferred, retired or cut.
    pub fn lot(self) -> Mass {
        Mass::from_mg(self.row().lot_mg)
    }
    /// True when a mass is a whole number of lots.
    pub fn on_lot(self, mass: Mass) -> bool {
        mass.mg().is_multiple_of(self.row().lot_mg)
    }
    /// Up to the next whole lot.
    pub fn round_up_to_lot(self, mass: Mass) -> Mass {
        Mass::from_mg(mass.mg().next_multiple_of(self.row().lot_mg))
    }
    /// Down to a whole lot, and the rest.
    pub fn split_by_lot(self, mass: Mass) -> (Mass, Mass) {
        let rest = mass.mg() % self.row().lot_mg;
        (Mass::from_mg(mass.mg() - rest), Mass::from_mg(rest))
    }
    /// All of them.
    pub fn all() -> impl Iterator<Item = Mineral> {
        (0..MINERALS.len() as u8).map(Mineral)
    }
}

impl FromStr for Mineral {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, ValueError> {
        let at = MINERALS.binary_search_by(|row| row.code.cmp(text));
        at.ok()
            .and_then(|i| u8::try_from(i).ok())
            .map(Self)
            .ok_or(ValueError::new("mineral", "one of the minerals' three-letter codes"))
    }
}

impl fmt::Display for Mineral {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

string_serde!(Mineral);
