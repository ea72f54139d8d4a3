//! One number for everything a book has done, so that two books, or two machines, can be shown to
//! have done the same.

use crate::order::{Level, Side, Trade};

/// FNV-1a over 64-bit words instead of bytes: the same in every build, and cheap enough to stand
/// inside a measured loop. It finds mistakes; against forgers it is worthless.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checksum(u64);

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

impl Default for Checksum {
    fn default() -> Self {
        Self(OFFSET)
    }
}

impl Checksum {
    /// Folds a trade in: bid, ask, price, quantity.
    #[inline]
    pub fn trade<Id: Into<u128>>(&mut self, trade: Trade<Id>) {
        self.id(trade.bid.into());
        self.id(trade.ask.into());
        self.word(trade.price);
        self.word(trade.quantity);
    }

    /// Folds a price level in, as a book answers it at the end of a run.
    pub fn level(&mut self, side: Side, level: Level) {
        self.word(side as u64);
        self.word(level.price);
        self.word(level.quantity as u64);
        self.word((level.quantity >> 64) as u64);
        self.word(u64::from(level.orders));
    }

    /// The number.
    #[must_use]
    pub const fn value(self) -> u64 {
        self.0
    }

    /// Ids that fit one word are folded as one.
    #[inline]
    fn id(&mut self, id: u128) {
        self.word(id as u64);
        let high = (id >> 64) as u64;
        if high != 0 {
            self.word(high);
        }
    }

    /// Multiplication carries only upwards, so the high half is brought back down each time.
    #[inline]
    fn word(&mut self, word: u64) {
        let product = (self.0 ^ word).wrapping_mul(PRIME);
        self.0 = product ^ (product >> 32);
    }
}
