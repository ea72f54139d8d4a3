//! How both databases go about the reads of large tables: by an index, never through all rows.

use orebook_store::{
    Batch, EndedBlockRow, JournalRow, Location, Page, PageKey, Period, PostingRow, QueryPlan, Reader, Reading,
    RetirementFilter, RetirementRow, StoreError, SubjectRow, TradeBlockRow, Writer,
};
use orebook_tests::postgres::cluster;

use super::fixture::{time, tip};

/// Ended blocks. Between each and the next lies one that is live: it has no row, and its serial numbers must be told
/// apart from the ended ones by the same query. `BLOCKS=1000000` asks at size.
fn blocks() -> i64 {
    std::env::var("BLOCKS").map_or(100_000, |text| text.parse().expect("a whole number"))
}

/// Entries appended at a time, each with a retirement of ten blocks.
const ENTRIES: i64 = 10_000;

fn ended(n: i64) -> EndedBlockRow {
    EndedBlockRow {
        batch: format!("bat_{:03}", n % 100),
        first: n / 100 * 20,
        last: n / 100 * 20 + 10,
        state: "retired".into(),
        sequence: n / 10,
        retirement: Some(format!("ret_{:05}", n / 10)),
    }
}

fn retirement(n: i64) -> RetirementRow {
    RetirementRow {
        id: format!("ret_{n:05}"),
        sequence: n,
        time: time(n),
        holder: "org_1".into(),
        beneficiary: format!("Brand {}", n % 500),
        mineral: ["GLD", "COB", "TIN", "MIC"][usize::try_from(n % 4).unwrap()].into(),
        programme: "HZN".into(),
        level: "good".into(),
        claim: "support".into(),
        mass: 10,
        producers: format!(" org_{} ", n % 300),
        countries: format!(" C{} ", n % 40),
        years: format!(" {} ", 2020 + n % 7),
        search: format!("brand {}", n % 500),
    }
}

/// Two movements of an entry, on one account in two currencies.
fn movements(sequence: i64) -> [PostingRow; 2] {
    [(0, "USD"), (1, "UGX")].map(|(ordinal, currency)| PostingRow {
        sequence,
        ordinal,
        account: format!("cash:org_{}", sequence % 300),
        currency: currency.into(),
        amount: 1,
        ..PostingRow::default()
    })
}

fn delivered(n: i64) -> TradeBlockRow {
    TradeBlockRow { trade: format!("trd_{n:05}"), batch: "bat_1".into(), first: n, last: n + 1, ordinal: 0 }
}

fn period() -> Period {
    Period { account: "cash:org_7".into(), currency: "UGX".into(), from: 3_000, until: 9_000 }
}

fn entry(sequence: i64) -> JournalRow {
    JournalRow { sequence, kind: "retire".into(), entry: vec![0; 200], leaf: vec![0; 32], ..JournalRow::default() }
}

/// Fills a database.
fn fill(location: &Location) {
    orebook_store::migrate(location).unwrap();
    let mut writer = Writer::lead(location).unwrap();
    for before in (0..blocks() / 10).step_by(usize::try_from(ENTRIES).unwrap()) {
        let entries = before..before + ENTRIES;
        let blocks = entries.start * 10..entries.end * 10;
        let batch = Batch {
            before,
            after: tip(entries.end),
            journal: entries.clone().map(entry).collect(),
            subjects: blocks
                .clone()
                .map(|n| SubjectRow { name: format!("org_{}", n % 300), sequence: n / 10 })
                .collect(),
            retirements: entries.clone().map(retirement).collect(),
            postings: entries.clone().flat_map(movements).collect(),
            trade_blocks: entries.map(delivered).collect(),
            ended_blocks: blocks.map(ended).collect(),
            ..Batch::default()
        };
        writer.append(&batch).unwrap();
    }
}

/// A read, what it is called, and the index by which each of its statements must go.
type Row = (&'static str, &'static [&'static str], fn(&mut Reading<'_>) -> Result<usize, StoreError>);

fn by(filter: RetirementFilter) -> impl Fn(&mut Reading<'_>) -> Result<usize, StoreError> {
    move |read| {
        let page = Page::before(PageKey { sequence: 9_000, id: "ret_09000".into() }, 51);
        Ok(read.retirements(&filter, &page)?.len())
    }
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

const TERM: &[&str] = &["retirement_term"];
const ROWS: &[Row] = &[
    ("an ended block by a milligram", &["ended_block"], |read| {
        Ok(usize::from(read.ended_block("bat_042", 12_005)?.is_some()))
    }),
    ("the ended blocks of a range", &["ended_block"], |read| {
        Ok(read.ended_blocks("bat_042", 12_005..12_085, 50)?.len())
    }),
    ("the ended blocks of a batch", &["ended_block"], |read| {
        Ok(read.ended_blocks_until("bat_042", 5_000, Some(9_000), 51)?.len())
    }),
    ("the retirements of a batch", &["ended_block", "retirement"], |read| {
        Ok(read.retirements_of_batch("bat_042", Some("ret_09000"), None, 51)?.len())
    }),
    ("retirements of a beneficiary", TERM, |read| {
        by(RetirementFilter { beneficiary: some("Brand 7"), ..RetirementFilter::default() })(read)
    }),
    ("retirements of a producer", TERM, |read| {
        by(RetirementFilter { producer: some("org_7"), ..RetirementFilter::default() })(read)
    }),
    ("retirements of a mineral", TERM, |read| {
        by(RetirementFilter { mineral: some("GLD"), ..RetirementFilter::default() })(read)
    }),
    ("retirements of a programme", TERM, |read| {
        by(RetirementFilter { programme: some("HZN"), ..RetirementFilter::default() })(read)
    }),
    ("retirements of a country", TERM, |read| {
        by(RetirementFilter { country: some("C7"), ..RetirementFilter::default() })(read)
    }),
    ("retirements of a year", TERM, |read| {
        by(RetirementFilter { year: some("2024"), ..RetirementFilter::default() })(read)
    }),
    ("retirements of a producer, year and text", TERM, |read| {
        let filter = RetirementFilter {
            producer: some("org_7"),
            year: some("2024"),
            text: some("brand"),
            ..RetirementFilter::default()
        };
        by(filter)(read)
    }),
    ("the newest retirements", &["retirement"], |read| by(RetirementFilter::default())(read)),
    ("a page of a statement", &["posting", "journal"], |read| {
        Ok(read.statement(&period(), Some((6_007, 1)), 51)?.len())
    }),
    ("the sums of a statement", &["posting"], |read| {
        let period = period();
        let sums =
            [read.balance_before(&period)?, read.turnover(&period)?.incoming, read.moved_up_to(&period, (6_007, 1))?];
        Ok(usize::from(sums.iter().all(|sum| *sum > 0)))
    }),
    ("the blocks of a trade", &["trade_block"], |read| Ok(read.trade_blocks("trd_00042")?.len())),
    ("the history of a thing", &["subject", "journal"], |read| {
        Ok(read.entries_naming("org_7", &Page::before(9_000, 50))?.len())
    }),
];

fn plans(location: &Location, read: impl Fn(&mut Reading<'_>) -> Result<usize, StoreError>) -> Vec<QueryPlan> {
    let reader = Reader::open(location, 1).unwrap();
    let plans = reader.read(|reading| {
        reading.plans(|reading| {
            assert!(read(reading)? > 0, "the read finds something");
            Ok(())
        })
    });
    plans.unwrap()
}

/// Every statement searches, each table of it by an index; none walks a table from end to end.
fn check(database: &str, location: &Location, is_scan: fn(&str) -> bool, search: fn(&str, &str) -> bool) {
    for (name, tables, read) in ROWS {
        let plans = plans(location, read);
        assert!(!plans.is_empty(), "{name}");
        let all: Vec<&str> = plans.iter().flat_map(|plan| plan.plan.lines()).collect();
        eprintln!("{database}: {name}");
        all.iter().for_each(|line| eprintln!("    {line}"));
        assert!(!all.iter().any(|line| is_scan(line)), "{database}: {name} looks through a table\n{plans:#?}");
        for table in *tables {
            assert!(all.iter().any(|line| search(line, table)), "{database}: {name}: no index of {table}\n{plans:#?}");
        }
    }
}

/// A serial number that has ended, one that lives, and a range over both: one statement each, answered by the key.
fn serials_are_one_query_each(database: &str, location: &Location) {
    let reader = Reader::open(location, 1).unwrap();
    let last = blocks() / 100 * 20;
    for (name, range, ended) in [
        ("an ended serial number", 12_005..12_006, vec![(12_000, 12_010)]),
        ("a live serial number", 12_015..12_016, vec![]),
        ("the last, which lives", last - 1..last, vec![]),
        ("a serial number before all others", 0..1, vec![(0, 10)]),
        ("a block over both", 12_005..12_045, vec![(12_000, 12_010), (12_020, 12_030), (12_040, 12_050)]),
    ] {
        let mut took = std::time::Duration::MAX;
        let plans = reader.read(|reading| {
            reading.plans(|reading| {
                let start = std::time::Instant::now();
                let found = reading.ended_blocks("bat_042", range.clone(), 500)?;
                took = start.elapsed();
                let found: Vec<_> = found.iter().map(|block| (block.first, block.last)).collect();
                assert_eq!(found, ended, "{name}");
                Ok::<_, StoreError>(())
            })
        });
        let plans = plans.unwrap();
        assert_eq!(plans.len(), 1, "{name}: {plans:#?}");
        eprintln!("{database}: {name}, of {} ended blocks and as many live ones: {took:?}", blocks());
    }
}

#[test]
fn no_look_up_walks_through_a_table_on_sqlite() {
    let directory = tempfile::tempdir().unwrap();
    let location = Location::Sqlite(directory.path().join("large.db"));
    fill(&location);
    let is_scan = |line: &str| line.starts_with("SCAN") && !line.contains("USING INDEX retirement_sequence");
    let search = |line: &str, table: &str| {
        (line.starts_with(&format!("SEARCH {table} USING")) && (line.contains("INDEX") || line.contains("PRIMARY KEY")))
            || (table == "retirement" && line.contains("USING INDEX retirement_sequence"))
    };
    check("sqlite", &location, is_scan, search);
    serials_are_one_query_each("sqlite", &location);
}

#[test]
fn no_look_up_walks_through_a_table_on_postgres() {
    let database = cluster().empty_database();
    fill(&database.location());
    database.execute("analyze");
    let is_scan = |line: &str| line.contains("Seq Scan");
    let search = |line: &str, table: &str| {
        line.contains(&format!(" on {table}"))
            && (line.contains("Index Scan") || line.contains("Index Only Scan") || line.contains("Bitmap Heap Scan"))
    };
    check("postgres", &database.location(), is_scan, search);
    serials_are_one_query_each("postgres", &database.location());
}
