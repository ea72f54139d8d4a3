//! What it costs to tell people of trades: the same server with letters owed to both sides, and without.

use std::time::{Duration, Instant};

use orebook_server::commands;
use orebook_server::notices::settings::Settings as Mail;
use orebook_server::running::Running;
use orebook_store::{Letters, PersonRow, Reader};

use crate::figure::{Figure, Pair, Settings};
use crate::http::{self, Requests};
use crate::place::{Database, Place};
use crate::stage::Stage;
use crate::{Outcome, ours, versus, words};

/// Connections that trade.
const CONNECTIONS: usize = 256;
/// Trades signed: the stage has no more on offer. They last for half a window.
const TRADES: usize = 14_600;
/// How long the outbox may take to empty once the load is over.
const PATIENCE: Duration = Duration::from_secs(120);

/// What a run of trades gave.
struct Traded {
    per_second: u64,
    /// Letters that left the outbox a second, from the first trade until it was empty.
    moved_per_second: u64,
    /// Letters that were owed a second, while the trades lasted.
    owed_per_second: u64,
}

/// Measures what letters cost the writers, and whether the worker keeps up.
///
/// # Errors
/// Anything was not in order.
pub fn run(settings: &Settings) -> Outcome<()> {
    for database in ["postgresql", "sqlite"] {
        let place = Place::new(database);
        let mut stage = Stage::offering(settings.seed);
        let requests = http::requests(stage.trades(TRADES));
        let paired = versus::pairs(&place, settings, |_| {
            let told = traded(&stage, &place.database()?, &requests, settings, true)?;
            Ok((told, traded(&stage, &place.database()?, &requests, settings, false)?))
        })?;
        let print = |what: &str, pair: &dyn Fn(&(Traded, Traded)) -> Pair, reach| {
            settings.print(&Figure {
                what: what.to_owned(),
                database,
                connections: CONNECTIONS,
                reach,
                discarded: paired.discarded,
                probe_ns_range: Some(paired.probe_ns_range),
                ..Figure::of("letters", "per_second", &paired.pairs.iter().map(pair).collect::<Vec<_>>())
            })
        };
        print(
            "durable trades over HTTP, each with letters to a person of either side, written down by the worker \
             meanwhile / no letters",
            &|(told, untold)| Pair { ours: told.per_second, baseline: untold.per_second },
            ">= 900",
        )?;
        print(
            "letters that left the outbox, until it was empty / letters owed while the trades lasted",
            &|(told, _)| Pair { ours: told.moved_per_second, baseline: told.owed_per_second },
            ">= 900",
        )?;
    }
    Ok(())
}

fn traded(
    stage: &Stage,
    database: &Database<'_>,
    requests: &Requests,
    settings: &Settings,
    told: bool,
) -> Outcome<Traded> {
    // Nobody listens there: letters are written down and wait, and no mail server shares the processor.
    let mail = if told { Some(mail()?) } else { None };
    let running = ours::start_with(stage, database, |config| config.mail = mail)?;
    if told {
        keep_people(stage, database)?;
    }
    let (start, reader) = (Instant::now(), Reader::open(database.location(), 1).map_err(words)?);
    let seen = http::load(running.address, requests, CONNECTIONS, settings.window / 2)?;
    let lasted = start.elapsed();
    let emptied = if told { emptied(&reader, &running, start)? } else { lasted };
    running.stop();
    let letters = reader.read(|read| read.letter_figures()).map_err(words)?.waiting;
    // A bid and the trade that it becomes are two entries.
    commands::check(&reader)?;
    if told && letters != 2 * i64::try_from(seen.accepted).map_err(words)? {
        return Err(format!("{letters} letters of {} trades", seen.accepted));
    }
    let a_second = |time: Duration| -> Outcome<u64> {
        let (letters, time) = (u128::from(letters.unsigned_abs()), time.as_millis().max(1));
        u64::try_from(letters * 1_000 / time).map_err(words)
    };
    Ok(Traded { per_second: seen.per_second, moved_per_second: a_second(emptied)?, owed_per_second: a_second(lasted)? })
}

/// Waits until the outbox is empty; answers how long that was from the start.
fn emptied(reader: &Reader, running: &Running, start: Instant) -> Outcome<Duration> {
    loop {
        let (waiting, _) = reader.read(|read| read.outbox_waiting()).map_err(words)?;
        if waiting == 0 {
            return Ok(start.elapsed());
        }
        if start.elapsed() > PATIENCE {
            return Err(format!("{waiting} rows are left in the outbox of {}", running.url()));
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// One person of each side.
fn keep_people(stage: &Stage, database: &Database<'_>) -> Outcome<()> {
    let letters = Letters::of(database.location());
    for (n, organisation) in stage.sides().into_iter().enumerate() {
        let person = PersonRow {
            id: format!("usr_{n:032}"),
            organisation: organisation.to_string(),
            email: format!("reader{n}@reader.example"),
            name: "Ann Reader".to_owned(),
            language: "en".to_owned(),
            role: "trader".to_owned(),
            ..PersonRow::default()
        };
        letters.keep_person(&person).map_err(words)?;
    }
    Ok(())
}

fn mail() -> Outcome<Mail> {
    let section = toml::Table::from_iter([
        ("from".to_owned(), "Register <register@registry.example>".into()),
        ("server".to_owned(), "127.0.0.1".into()),
        ("port".to_owned(), 1.into()),
        ("tls".to_owned(), "none".into()),
    ]);
    Mail::of(section.into())
}
