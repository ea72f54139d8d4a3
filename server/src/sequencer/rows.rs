//! The rows of an entry: what the tables keep of it, so that what *was* can be asked without replaying.

use orebook_registry::claim::wording;
use orebook_registry::credit::BlockState;
use orebook_registry::entry::subjects;
use orebook_registry::event::{ClaimEvent, Event, Retired, TradeEvent, Traded};
use orebook_registry::{NewEntry, Part, Registry};
use orebook_store::{
    Batch, EndedBlockRow, InvolvedRow, JournalRow, PostingRow, RetirementRow, SubjectRow, TileRow, TradeBlockRow,
    TradeRow,
};
use orebook_tlog::{Hash, TILE_WIDTH, TileSource, encode_tile, node_hash};

/// The right edge of the hash tiles: what the next full tiles are made of.
#[derive(Debug, Default, Clone)]
pub struct Tiles {
    /// Per level the hashes of its last, partial tile, and the tile's index.
    levels: Vec<(u64, Vec<Hash>)>,
}

impl Tiles {
    /// The edge of a tree of `size` leaves.
    pub fn of<S: TileSource>(source: &S, size: u64) -> Result<Self, S::Error> {
        let width = u64::from(TILE_WIDTH);
        let mut levels = Vec::new();
        let (mut level, mut hashes) = (0, size);
        while hashes > 0 {
            let (index, partial) = (hashes / width, hashes % width);
            let tile = if partial == 0 {
                Vec::new()
            } else {
                source.tile(level, index, u16::try_from(partial).unwrap_or(0))?
            };
            levels.push((index, tile));
            hashes /= width;
            level += 1;
        }
        Ok(Self { levels })
    }

    /// The first hashes of a tile, if it is one of these and has so many. A tile only grows, so they are right for every
    /// smaller tree as well.
    pub fn first(&self, level: u8, index: u64, width: u16) -> Option<Vec<Hash>> {
        let (_, tile) = self.levels.get(usize::from(level)).filter(|(at, _)| *at == index)?;
        tile.get(..usize::from(width)).map(<[Hash]>::to_vec)
    }

    /// Adds a leaf; answers the tiles that it fills.
    pub fn push(&mut self, leaf: Hash) -> Vec<TileRow> {
        let mut filled = Vec::new();
        let (mut level, mut hash) = (0, leaf);
        loop {
            if self.levels.len() == level {
                self.levels.push((0, Vec::new()));
            }
            let (index, tile) = &mut self.levels[level];
            tile.push(hash);
            if tile.len() < usize::from(TILE_WIDTH) {
                return filled;
            }
            let idx = i64::try_from(*index).unwrap_or(i64::MAX);
            filled.push(TileRow { level: i32::try_from(level).unwrap_or(i32::MAX), idx, hashes: encode_tile(tile) });
            hash = root_of_full(tile);
            (*index, level) = (*index + 1, level + 1);
            tile.clear();
        }
    }
}

/// The root of a full tile: the hash that stands for it one level up.
pub(crate) fn root_of_full(tile: &[Hash]) -> Hash {
    let mut hashes = tile.to_vec();
    while hashes.len() > 1 {
        hashes = hashes.chunks(2).map(|pair| node_hash(&pair[0], &pair[pair.len() - 1])).collect();
    }
    hashes[0]
}

/// Adds an entry's rows to the batch.
pub fn push_rows(batch: &mut Batch, registry: &Registry, entry: &NewEntry, leaf: Hash, tiles: Vec<TileRow>) {
    let sequence = signed(entry.sequence);
    batch.journal.push(JournalRow {
        sequence,
        time: entry.time.ms(),
        kind: entry.kind.to_owned(),
        organisation: entry.name.map(|name| name.organisation.to_string()),
        instruction: entry.name.map(|name| name.id.to_string()),
        entry: entry.bytes.clone(),
        leaf: leaf.to_vec(),
    });
    batch.subjects.extend(subjects(&entry.bytes).into_iter().map(|name| SubjectRow { name, sequence }));
    push_involved(batch, entry);
    batch.tiles.extend(tiles);
    push_money(batch, entry);
    for ended in &entry.ended {
        let retirement = match ended.state {
            BlockState::Retired(id) => Some(id.to_string()),
            _ => None,
        };
        batch.ended_blocks.push(EndedBlockRow {
            batch: ended.range.batch.to_string(),
            first: signed(ended.range.from),
            last: signed(ended.range.to),
            state: ended.state.word().to_owned(),
            sequence,
            retirement,
        });
    }
    for event in &entry.events {
        match event {
            Event::Trade(TradeEvent::Traded(traded)) => batch.trades.push(trade_row(entry, traded)),
            Event::Claim(ClaimEvent::Retired(retired)) => {
                batch.retirements.extend(retirement_row(registry, entry, retired))
            }
            _ => {}
        }
    }
}

/// Adds whom an entry concerns.
pub(super) fn push_involved(batch: &mut Batch, entry: &NewEntry) {
    batch.involved.extend(entry.involved.iter().map(|(organisation, part)| InvolvedRow {
        organisation: organisation.to_string(),
        sequence: signed(entry.sequence),
        reads: if part == Part::Reads { "yes" } else { "no" }.to_owned(),
    }));
}

/// Adds what an entry moved: money, and the blocks that its trades delivered.
pub(super) fn push_money(batch: &mut Batch, entry: &NewEntry) {
    for (ordinal, posting) in (0..).zip(&entry.postings) {
        batch.postings.push(PostingRow {
            sequence: signed(entry.sequence),
            ordinal,
            account: posting.account.to_string(),
            currency: posting.amount.currency.to_string(),
            amount: posting.amount.minor,
            trade: posting.ground.trade.map(|trade| trade.to_string()),
            plan: posting.ground.plan.map(|plan| plan.to_string()),
            payout: posting.ground.payout.map(|payout| payout.to_string()),
        });
    }
    for (trade, ranges) in &entry.delivered {
        batch.trade_blocks.extend((0..).zip(ranges).map(|(ordinal, range)| TradeBlockRow {
            trade: trade.to_string(),
            ordinal,
            batch: range.batch.to_string(),
            first: signed(range.from),
            last: signed(range.to),
        }));
    }
}

fn trade_row(entry: &NewEntry, traded: &Traded) -> TradeRow {
    TradeRow {
        id: traded.trade.to_string(),
        market: traded.market.to_string(),
        sequence: signed(entry.sequence),
        time: entry.time.ms(),
        price: traded.price.minor,
        mass: signed(traded.mass.mg()),
        gross: traded.gross.minor,
    }
}

fn retirement_row(registry: &Registry, entry: &NewEntry, retired: &Retired) -> Option<RetirementRow> {
    let batches: Vec<_> = retired.batches.iter().filter_map(|id| registry.credits.batch(*id)).collect();
    let class = batches.first()?.class;
    let producers: Vec<String> = batches.iter().map(|b| b.producer.to_string()).collect();
    let names = batches.iter().filter_map(|b| registry.parties.organisation(b.producer)).map(|o| o.name.to_string());
    // What was recorded: a correction or finding in a later entry changes no row of this one.
    let text = wording::as_recorded(retired, &registry.parties, &registry.credits, registry.origin());
    let mut search =
        vec![retired.beneficiary.name.to_string(), class.mineral.name().to_owned(), retired.retirement.to_string()];
    search.extend(names);
    search.extend(text.and_then(|t| t.claim).map(|claim| claim.en));
    search.extend(retired.product.as_ref().map(ToString::to_string));
    search.extend(retired.blocks.iter().map(|b| b.to_string()));
    Some(RetirementRow {
        id: retired.retirement.to_string(),
        sequence: signed(entry.sequence),
        time: entry.time.ms(),
        holder: retired.holder.to_string(),
        beneficiary: retired.beneficiary.name.to_string(),
        mineral: class.mineral.to_string(),
        programme: class.programme.to_string(),
        level: class.level.to_string(),
        claim: retired.claim.claim_type().to_string(),
        mass: signed(retired.mass.mg()),
        producers: list(producers),
        countries: list(batches.iter().map(|b| b.serial.country.to_string()).collect()),
        years: list(batches.iter().map(|b| b.serial.year.to_string()).collect()),
        search: search.join("\n").to_lowercase(),
    })
}

/// Items separated by spaces, with one before the first and after the last: whole items can be looked for.
fn list(mut items: Vec<String>) -> String {
    items.sort_unstable();
    items.dedup();
    format!(" {} ", items.join(" "))
}

/// The tables count in signed numbers; sequences and masses are far below their limit.
fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use orebook_tlog::MemoryTree;

    use super::*;

    #[test]
    fn unfinished_tiles_are_the_first_hashes_of_every_smaller_tree() {
        let (mut tiles, mut tree) = (Tiles::default(), MemoryTree::new());
        for number in 0..66_000_u32 {
            let mut leaf = [0; 32];
            leaf[..4].copy_from_slice(&number.to_be_bytes());
            tiles.push(leaf);
            tree.push(leaf);
        }
        for (level, index, width) in [(0, 257, 208), (0, 257, 1), (1, 1, 1), (2, 0, 1)] {
            let expected = tree.tile(level, index, width).ok();
            assert!(expected.is_some());
            assert_eq!(tiles.first(level, index, width), expected, "tile {level}/{index} of {width}");
        }
        for (level, index, width) in [(0, 257, 209), (0, 256, 5), (1, 0, 256), (2, 0, 2), (3, 0, 1)] {
            assert_eq!(tiles.first(level, index, width), None, "tile {level}/{index} of {width}");
        }
    }
}
