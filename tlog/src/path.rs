//! The names of tiles and entry bundles (c2sp.org/tlog-tiles).
//!
//! ```text
//! tile/<L>/<N>[.p/<W>]          tile/0/x001/x234/067        tile/1/000.p/17
//! tile/entries/<N>[.p/<W>]      tile/entries/273.p/112
//! ```
//!
//! `N` is cut into groups of three digits, all but the last with an `x` before them, so that no
//! directory is large and none is also a file. `.p/<W>` marks a partial tile of `W` hashes.

use std::fmt;
use std::iter;
use std::str::FromStr;

use crate::lines::parse_decimal;

/// How many hashes a full tile and how many entries a full bundle has.
pub const TILE_WIDTH: u16 = 256;

/// How many levels of the tree a tile stands for.
pub(crate) const TILE_HEIGHT: u32 = 8;

const FULL: u64 = TILE_WIDTH as u64;

/// The standard's highest level.
const LEVEL_MAX: u64 = 63;

/// The name of a hash tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TilePath {
    /// The level of the tile, 0 for leaf hashes.
    pub level: u8,
    /// The index of the tile within its level.
    pub index: u64,
    /// How many hashes it has: 256, or fewer if it is partial.
    pub width: u16,
}

/// The name of an entry bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntriesPath {
    /// The index of the bundle: its first entry is `256 * index`.
    pub index: u64,
    /// How many entries it has: 256, or fewer if it is partial.
    pub width: u16,
}

/// The text is not the name of a tile, or not its one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not the path of a tile")]
pub struct PathError;

impl TilePath {
    /// The tile as it is in a tree of `size` entries, which has at least one of its hashes.
    pub(crate) fn in_tree(level: u8, index: u64, size: u64) -> TilePath {
        let hashes = size >> (u32::from(level) * TILE_HEIGHT);
        TilePath { level, index, width: width(hashes, index) }
    }
}

/// All hash tiles of a tree of `size` entries, partial ones included, level by level.
pub fn tiles(size: u64) -> impl Iterator<Item = TilePath> {
    let levels = iter::successors(Some(size), |hashes| Some(hashes / FULL)).take_while(|hashes| *hashes > 0);
    levels.zip(0..).flat_map(|(hashes, level)| {
        (0..hashes.div_ceil(FULL)).map(move |index| TilePath { level, index, width: width(hashes, index) })
    })
}

/// All entry bundles of a log of `size` entries, the last perhaps partial.
pub fn entry_bundles(size: u64) -> impl Iterator<Item = EntriesPath> {
    (0..size.div_ceil(FULL)).map(move |index| EntriesPath { index, width: width(size, index) })
}

/// How many of `hashes` fall into the tile `index`.
fn width(hashes: u64, index: u64) -> u16 {
    hashes.saturating_sub(index.saturating_mul(FULL)).min(FULL) as u16
}

impl fmt::Display for TilePath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "tile/{}/", self.level)?;
        write_index(out, self.index, self.width)
    }
}

impl fmt::Display for EntriesPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("tile/entries/")?;
        write_index(out, self.index, self.width)
    }
}

fn write_index(out: &mut fmt::Formatter<'_>, index: u64, width: u16) -> fmt::Result {
    let digits = index.to_string();
    let groups = digits.len().div_ceil(3);
    let padded = format!("{index:0>length$}", length = groups * 3);
    for group in 0..groups {
        let mark = if group + 1 < groups { "x" } else { "" };
        let end = if group + 1 < groups { "/" } else { "" };
        write!(out, "{mark}{}{end}", &padded[group * 3..][..3])?;
    }
    if width < TILE_WIDTH { write!(out, ".p/{width}") } else { Ok(()) }
}

impl FromStr for TilePath {
    type Err = PathError;

    fn from_str(text: &str) -> Result<TilePath, PathError> {
        let (level, rest) = text.strip_prefix("tile/").and_then(|rest| rest.split_once('/')).ok_or(PathError)?;
        let level = parse_decimal(level).filter(|level| *level <= LEVEL_MAX).ok_or(PathError)?;
        let (index, width) = parse_index(rest).ok_or(PathError)?;
        only_form(text, TilePath { level: level as u8, index, width })
    }
}

impl FromStr for EntriesPath {
    type Err = PathError;

    fn from_str(text: &str) -> Result<EntriesPath, PathError> {
        let rest = text.strip_prefix("tile/entries/").ok_or(PathError)?;
        let (index, width) = parse_index(rest).ok_or(PathError)?;
        only_form(text, EntriesPath { index, width })
    }
}

/// Index and width, read leniently: what is not the one form is found by writing it again.
fn parse_index(text: &str) -> Option<(u64, u16)> {
    let (groups, width) = match text.split_once(".p/") {
        None => (text, TILE_WIDTH),
        Some((groups, width)) => (groups, parse_decimal(width)?.try_into().ok()?),
    };
    let digits: String = groups.split('/').map(|group| group.trim_start_matches('x')).collect();
    let digits = digits.bytes().all(|byte| byte.is_ascii_digit()).then_some(digits)?;
    (width > 0).then_some((digits.parse().ok()?, width))
}

fn only_form<P: fmt::Display>(text: &str, path: P) -> Result<P, PathError> {
    if path.to_string() == text { Ok(path) } else { Err(PathError) }
}
