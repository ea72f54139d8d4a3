//! Where a premium goes: one bar, a piece for each that is paid.

use super::SIZE;

/// The colours there are; the eighth piece begins with the first again.
const SHADES: usize = 7;

/// A bar of shares.
#[derive(Debug)]
pub struct Bar {
    /// What is to be seen, in words.
    pub gist: String,
    /// The pieces.
    pub pieces: Vec<Piece>,
}

/// A piece of a bar.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it begins, in thousandths of the bar.
    pub from: i128,
    /// How long it is, without the gap behind it.
    pub width: i128,
    /// Its colour.
    pub shade: usize,
}

/// The colour of a piece.
pub const fn shade(n: usize) -> usize {
    n % SHADES
}

/// Divides a bar. Each piece ends where the sum so far ends, so that all of them together fill it.
pub fn shares(gist: String, parts: &[i128]) -> Option<Bar> {
    let whole: i128 = parts.iter().map(|part| (*part).max(0)).sum();
    if whole == 0 {
        return None;
    }
    let mut sum = 0;
    let piece = |(n, part): (usize, &i128)| {
        let from = sum * SIZE / whole;
        sum += (*part).max(0);
        let width = sum * SIZE / whole - from;
        let gap = if width > 12 && sum < whole { 3 } else { 0 };
        Piece { from, width: width - gap, shade: shade(n) }
    };
    let pieces: Vec<Piece> = parts.iter().enumerate().map(piece).filter(|piece| piece.width > 0).collect();
    Some(Bar { gist, pieces })
}
