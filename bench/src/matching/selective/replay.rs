//! The loads of S5 through the book that knows kinds, beside the same plain books. Every bid is unrestricted, so the
//! trades are the same; the offers are of twenty kinds, so what keeps them apart is paid for.

use std::time::Instant;

use orebook_market::checksum::Checksum;
use orebook_market::{Place, Refusal, Side};

use super::{ANYTHING, Kind, Market, kind_of};
use crate::figure::Settings;
use crate::matching::load::Operation;
use crate::matching::{MatchingFigures, Run, figures, fold_depth};

const KINDS: u64 = 20;

pub(super) fn run(settings: &Settings) -> Result<MatchingFigures, Refusal> {
    let kinds: Vec<Kind> = (0..KINDS).map(kind_of).collect();
    figures("KINDS", settings.seed, settings.rounds, |load| run_selective(load, &kinds))
}

fn run_selective(load: &[Operation], kinds: &[Kind]) -> Result<Run, Refusal> {
    let mut places: Vec<Place> = Vec::with_capacity(load.len());
    let mut book = Market::default();
    let (mut checksum, mut trades) = (Checksum::default(), 0);
    let start = Instant::now();
    for operation in load {
        match *operation {
            Operation::Limit(order) => {
                let place = match order.side {
                    Side::Buy => book.rest_bid(order, ANYTHING)?,
                    Side::Sell => book.rest_offer(order, kinds[order.id as usize % kinds.len()])?,
                };
                places.push(place);
                while let Some(meeting) = book.next_for(place) {
                    checksum.trade(meeting.trade);
                    trades += 1;
                    book.fill(meeting.bid, meeting.ask, meeting.trade.quantity)?;
                }
            }
            Operation::Cancel { id } => {
                book.remove(places[id as usize])?;
            }
        }
    }
    let nanos = start.elapsed().as_nanos() as u64;
    let resting = fold_depth(&mut checksum, |side| book.levels(side).collect());
    Ok(Run { nanos, checksum: checksum.value(), trades, resting })
}
