//! KINDS: the book in which bids may be restricted to kinds of offers, which is the one the register uses.

mod replay;

use orebook_market::{Admits, SelectiveBook};

use crate::figure::Settings;
use crate::{Outcome, words};

/// As much of an offer as a register might freeze.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Kind {
    country: [u8; 2],
    year: u16,
    producer: u64,
}

/// Offers of one producer only, with the number of the wish to tell it from others like it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Wish {
    producer: u64,
    number: u64,
}

impl Admits<Kind> for Wish {
    fn admits(&self, kind: &Kind) -> bool {
        kind.producer == self.producer
    }
}

type Market = SelectiveBook<u64, Kind, Wish>;

/// The kind of the offers of a producer.
fn kind_of(producer: u64) -> Kind {
    Kind { country: [b'A' + (producer % 7) as u8, b'A'], year: 2020 + (producer % 5) as u16, producer }
}

/// What an unrestricted bid wishes.
const ANYTHING: Option<Wish> = None;

/// Measures and prints all figures of KINDS.
///
/// # Errors
/// The book refuses what a correct one does not, or did something else than the plain books.
pub fn run(settings: &Settings) -> Outcome<()> {
    let figures = replay::run(settings).map_err(words)?;
    settings.print(&figures)?;
    if figures.checksum_equal { Ok(()) } else { Err("KINDS: the books disagree".to_owned()) }
}
