//! PROOF: an inclusion proof of any entry of a long log, as the server makes it, beside a millisecond: full tiles out of
//! the tables, those that are not full from memory.

use std::sync::Arc;
use std::time::Instant;

use orebook_server::sequencer::Tiles;
use orebook_server::tiles::Tables;
use orebook_store::{Batch, JournalRow, Location, Reader, Tip, Writer};
use orebook_tlog::{Edge, TileSource, inclusion_proof, leaf_hash};

use crate::figure::{Figure, Pair, Settings};
use crate::place::Place;
use crate::{Outcome, words};

const ENTRIES: u64 = 1_000_000;
const BATCH: u64 = 10_000;
/// Proofs made in each turn.
const PROOFS: u64 = 2_000;
const MILLISECOND_NS: u64 = 1_000_000;

/// Measures and prints PROOF on both databases.
///
/// # Errors
/// The database is not in order.
pub fn run(settings: &Settings) -> Outcome<()> {
    for name in ["sqlite", "postgresql"] {
        let place = Place::new(name);
        let database = place.database()?;
        let tiles = Arc::new(fill(database.location())?);
        let reader = Reader::open(database.location(), 1).map_err(words)?;
        timed(settings, &Tables::with(&reader, tiles), ENTRIES, "tables and the unfinished tiles in memory", name)?;
    }
    Ok(())
}

/// A journal of entries that say nothing, with its leaves and full tiles; answers those that are not full.
fn fill(location: &Location) -> Outcome<Tiles> {
    let mut writer = Writer::lead(location).map_err(words)?;
    let (mut edge, mut tiles) = (Edge::new(), Tiles::default());
    while edge.size() < ENTRIES {
        let mut batch = Batch { before: signed(edge.size()), ..Batch::default() };
        for sequence in edge.size()..edge.size() + BATCH {
            let entry = format!("entry {sequence}").into_bytes();
            let leaf = leaf_hash(&entry);
            edge.push(leaf);
            batch.tiles.extend(tiles.push(leaf));
            let row = JournalRow { sequence: signed(sequence), entry, leaf: leaf.to_vec(), ..JournalRow::default() };
            batch.journal.push(row);
        }
        batch.after = Tip { size: signed(edge.size()), root: edge.root().to_vec(), edge: edge.to_bytes(), time: 0 };
        writer.append(&batch).map_err(words)?;
    }
    Ok(tiles)
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Times proofs of entries all over a log of this size, each from its source anew.
pub(crate) fn timed<S: TileSource<Error: std::fmt::Display>>(
    settings: &Settings,
    source: &S,
    size: u64,
    what: &str,
    database: &'static str,
) -> Outcome<()> {
    let (mut pairs, mut worst) = (Vec::new(), 0);
    for round in 0..settings.rounds as u64 {
        let start = Instant::now();
        for n in 0..PROOFS {
            let index = (n * 7_919_111 + round * 104_729) % size;
            let one = Instant::now();
            std::hint::black_box(inclusion_proof(source, index, size).map_err(words)?);
            worst = worst.max(one.elapsed().as_nanos());
        }
        let ours = u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX) / PROOFS;
        pairs.push(Pair { ours, baseline: MILLISECOND_NS });
    }
    settings.print(&Figure {
        what: format!(
            "an inclusion proof from {what} with {size} entries / a millisecond; the slowest took {worst} ns"
        ),
        reach: "<= 1000",
        database,
        ..Figure::of("PROOF", "ns", &pairs)
    })
}
