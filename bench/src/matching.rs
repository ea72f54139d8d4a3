//! S5: the order book beside a plain one, the same orders through both.
//!
//! A load is a million limit orders at 100 prices, bought and sold alike, and so many
//! cancellations of orders still resting that they are 30 % of all operations. It is made before
//! the clock starts. There are two: in the *shallow* one, which is the figure, both sides bid over
//! all 100 prices, most orders trade at once and the work is that of the processor; in the *deep*
//! one the sides overlap in 20 prices, hundreds of thousands of orders come to rest, and a
//! cancellation waits for memory whatever the book does.
//!
//! There are also two plain books, since the faster way to cancel depends on the depth; ours is
//! compared with whichever was faster over the whole run. Each round times all three, in turn
//! first, and the figure is the median of the rounds' ratios: a machine that slows down for a
//! second slows all. Every trade and the final depth are folded into a checksum; a ratio between
//! books that did different things would mean nothing.

mod load;
mod marking;
mod plain;
pub mod selective;

use std::time::Instant;

use orebook_market::checksum::Checksum;
use orebook_market::{Book, Handle, Level, Order, Refusal, Side, Trade};
use serde::Serialize;

use load::Operation;
use marking::MarkingBook;
use plain::PlainBook;

const ORDERS: usize = 1_000_000;
const ROUNDS_MIN: usize = 5;

/// What a run measured. Whole numbers only: a ratio is in thousandths.
#[derive(Clone, Debug, Serialize)]
pub struct MatchingFigures {
    /// The row of the table of figures.
    pub figure: &'static str,
    /// The seed of the loads.
    pub seed: u64,
    /// How many times each book was timed.
    pub rounds: usize,
    /// The figure: the ratio of the shallow load.
    pub ratio_milli: u64,
    /// Whether all runs of all books made the same trades and left the same depth.
    pub checksum_equal: bool,
    /// Both sides over all prices.
    pub shallow: LoadFigures,
    /// The sides overlap little.
    pub deep: LoadFigures,
}

/// What was measured over one load.
#[derive(Clone, Debug, Serialize)]
pub struct LoadFigures {
    /// Limit orders and cancellations.
    pub operations: usize,
    /// Trades made by each book.
    pub trades: usize,
    /// Orders left resting at the end.
    pub resting: u64,
    /// Operations per second of our book, median of the rounds.
    pub ours_per_second: u64,
    /// Operations per second of the plain book that cancels at once.
    pub plain_per_second: u64,
    /// Operations per second of the plain book that marks what is cancelled.
    pub marking_per_second: u64,
    /// Ours ÷ the faster plain book in thousandths, median of the rounds' ratios.
    pub ratio_milli: u64,
    /// The lowest and the highest of these ratios.
    pub ratio_milli_range: [u64; 2],
    /// Whether all runs had this checksum.
    pub checksum_equal: bool,
    /// Of trades and final depth.
    pub checksum: String,
}

/// What a plain book must do to be measured. Ids are dense: the n-th order is order n.
trait Baseline {
    fn with_capacity(orders: usize) -> Self;

    /// Trades what can be traded at once, at the price of the resting order, and rests the rest.
    fn submit(&mut self, order: Order<u64>, traded: impl FnMut(Trade<u64>));

    fn cancel(&mut self, id: u64);

    /// The price levels of a side, best first.
    fn levels(&self, side: Side) -> Vec<Level>;
}

/// One run of one book: how long it took and what it did.
struct Run {
    nanos: u64,
    checksum: u64,
    trades: usize,
    resting: u64,
}

/// Times the books `rounds` times, at least five, over the loads of `seed`.
///
/// # Errors
/// What our book refused. The loads ask for nothing a correct book refuses.
pub fn run(seed: u64, rounds: usize) -> Result<MatchingFigures, Refusal> {
    figures("S5", seed, rounds, run_ours)
}

/// The figure of a book over the loads of `seed`.
fn figures(
    figure: &'static str,
    seed: u64,
    rounds: usize,
    run_ours: impl Fn(&[Operation]) -> Result<Run, Refusal>,
) -> Result<MatchingFigures, Refusal> {
    let rounds = rounds.max(ROUNDS_MIN);
    let shallow = measure(&load::generate(seed, ORDERS, load::REACH_SHALLOW)?, rounds, &run_ours)?;
    let deep = measure(&load::generate(seed, ORDERS, load::REACH_DEEP)?, rounds, &run_ours)?;
    Ok(MatchingFigures {
        figure,
        seed,
        rounds,
        ratio_milli: shallow.ratio_milli,
        checksum_equal: shallow.checksum_equal && deep.checksum_equal,
        shallow,
        deep,
    })
}

fn measure(
    load: &[Operation],
    rounds: usize,
    run_ours: impl Fn(&[Operation]) -> Result<Run, Refusal>,
) -> Result<LoadFigures, Refusal> {
    let first = run_ours(load)?;
    let mut checksum_equal = true;
    let mut nanos = [Vec::new(), Vec::new(), Vec::new()];
    for turn in 0..rounds * nanos.len() {
        // Each round begins one book later than the round before.
        let book = (turn + turn / nanos.len()) % nanos.len();
        let run = match book {
            0 => run_ours(load)?,
            1 => run_baseline::<PlainBook>(load),
            _ => run_baseline::<MarkingBook>(load),
        };
        checksum_equal &= run.checksum == first.checksum;
        nanos[book].push(run.nanos.max(1));
    }
    let [ours, plain, marking] = nanos;
    let faster = if median(&plain) < median(&marking) { &plain } else { &marking };
    let ratios: Vec<u64> = faster.iter().zip(&ours).map(|(a, b)| a * 1000 / b).collect();
    let per_second = |nanos| load.len() as u64 * 1_000_000_000 / median(nanos);
    Ok(LoadFigures {
        operations: load.len(),
        trades: first.trades,
        resting: first.resting,
        ours_per_second: per_second(&ours),
        plain_per_second: per_second(&plain),
        marking_per_second: per_second(&marking),
        ratio_milli: median(&ratios),
        ratio_milli_range: [ratios.iter().copied().min(), ratios.iter().copied().max()].map(Option::unwrap_or_default),
        checksum_equal,
        checksum: format!("{:016x}", first.checksum),
    })
}

/// Our book through the calls the register makes: rest first, then one crossing and one fill at a
/// time. Ids are dense, so a vector finds the handle, as it finds the price for the plain books.
fn run_ours(load: &[Operation]) -> Result<Run, Refusal> {
    let mut handles: Vec<Handle> = Vec::with_capacity(load.len());
    let mut book: Book<u64> = Book::default();
    let (mut checksum, mut trades) = (Checksum::default(), 0);
    let start = Instant::now();
    for operation in load {
        match *operation {
            Operation::Limit(order) => {
                handles.push(book.rest(order)?);
                while let Some(crossing) = book.crossing() {
                    checksum.trade(crossing.trade);
                    trades += 1;
                    book.fill(crossing.bid, crossing.ask, crossing.trade.quantity)?;
                }
            }
            Operation::Cancel { id } => {
                book.remove(handles[id as usize])?;
            }
        }
    }
    let nanos = start.elapsed().as_nanos() as u64;
    let levels = |side| book.levels(side).collect();
    let resting = fold_depth(&mut checksum, levels);
    Ok(Run { nanos, checksum: checksum.value(), trades, resting })
}

fn run_baseline<B: Baseline>(load: &[Operation]) -> Run {
    let mut book = B::with_capacity(load.len());
    let (mut checksum, mut trades) = (Checksum::default(), 0);
    let start = Instant::now();
    for operation in load {
        match *operation {
            Operation::Limit(order) => book.submit(order, |trade| {
                checksum.trade(trade);
                trades += 1;
            }),
            Operation::Cancel { id } => book.cancel(id),
        }
    }
    let nanos = start.elapsed().as_nanos() as u64;
    let resting = fold_depth(&mut checksum, |side| book.levels(side));
    Run { nanos, checksum: checksum.value(), trades, resting }
}

/// Folds the depth of both sides in and answers how many orders rest.
fn fold_depth(checksum: &mut Checksum, levels: impl Fn(Side) -> Vec<Level>) -> u64 {
    let mut resting = 0;
    for side in [Side::Buy, Side::Sell] {
        for level in levels(side) {
            checksum.level(side, level);
            resting += u64::from(level.orders);
        }
    }
    resting
}

fn median(values: &[u64]) -> u64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable();
    sorted[sorted.len() / 2]
}
