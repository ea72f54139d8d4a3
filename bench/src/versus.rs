//! S1 to S4: the real server beside its baselines, over HTTP, in alternated pairs.

use crate::figure::{Figure, Pair, Settings};
use crate::http::{Requests, Seen, requests};
use crate::place::Place;
use crate::probe::Probe;
use crate::stage::Stage;
use crate::{Outcome, bare, ours, per_request};

/// More than any run of a few seconds uses, for each second of it.
const SIGNED_A_SECOND: u64 = 16_000;
/// A batch has no more lots.
const LOTS: usize = 44_000;
/// How many times faster than [`SIGNED_A_SECOND`] the bare writer may be.
const BARE_FASTER_MAX: usize = 3;
/// A pair does not count when its probes differ by more than this factor.
const PROBES_DIFFER_MAX: u64 = 2;

/// Pairs that count, and what is said about them.
pub(crate) struct Paired<T> {
    pub(crate) pairs: Vec<T>,
    pub(crate) discarded: usize,
    pub(crate) probe_ns_range: [u64; 2],
}

/// S1 on PostgreSQL, S2 on SQLite: ours ÷ a transaction for each request.
///
/// # Errors
/// Anything was not in order.
pub fn per_request(figure: &'static str, database: &'static str, settings: &Settings) -> Outcome<()> {
    let place = Place::new(database);
    let mut stage = Stage::new(settings.seed);
    let requests = requests(stage.bids(signed(settings)));
    let reaches = [(256, [">= 5000", ">= 4000"]), (32, [">= 1800", "-"]), (1, [">= 900", ">= 900"])];
    for (connections, reach) in reaches {
        let paired = pairs(&place, settings, |_| {
            let ours = ours::run(&stage, &place.database()?, &requests, connections, settings.window)?;
            let other = per_request::run(&stage, &place.database()?, &requests, connections, settings.window)?;
            Ok((ours, other))
        })?;
        let rates = |(ours, other): &(Seen, Seen)| Pair { ours: ours.per_second, baseline: other.per_second };
        let figure_of = |name, unit, what: &str, reach, pair: &dyn Fn(&(Seen, Seen)) -> Pair| Figure {
            what: format!("{what}, {}", pool_of(database)),
            database,
            connections,
            reach,
            discarded: paired.discarded,
            probe_ns_range: Some(paired.probe_ns_range),
            ..Figure::of(name, unit, &paired.pairs.iter().map(pair).collect::<Vec<_>>())
        };
        let what = "durable signed bids over HTTP: server / the same work as a transaction a request";
        settings.print(&figure_of(figure, "per_second", what, reach[usize::from(database == "sqlite")], &rates))?;
        if connections == 32 {
            let p99 = |(ours, other): &(Seen, Seen)| Pair { ours: ours.p99_ns, baseline: other.p99_ns };
            let what = "p99 of a durable signed bid over HTTP: server / the same work as a transaction a request";
            let reach = if database == "sqlite" { "<= 50" } else { "-" };
            settings.print(&figure_of(figure, "ns", what, reach, &p99))?;
        }
    }
    Ok(())
}

fn pool_of(database: &str) -> &'static str {
    match database {
        "sqlite" => "one connection handed on by a queue, since SQLite has one writer at a time",
        _ => "pool of 8, decided under a mutex, in line at the head's row",
    }
}

/// S3: retirements ÷ a bare writer of the same rows.
///
/// # Errors
/// Anything was not in order.
pub fn bare(settings: &Settings) -> Outcome<()> {
    for database in ["postgresql", "sqlite"] {
        let place = Place::new(database);
        let mut stage = Stage::new(settings.seed);
        let requests = requests(stage.retirements(signed(settings).min(LOTS)));
        let templates = templates(&place, &stage, &requests, settings)?;
        let paired = pairs(&place, settings, |_| {
            let ours = ours::run(&stage, &place.database()?, &requests, 256, settings.window)?;
            let rows = templates.to_vec();
            let other = bare::run(&stage, &place.database()?, rows, &requests, 256, settings.window)?;
            Ok(Pair { ours: ours.per_second, baseline: other.per_second })
        })?;
        settings.print(&Figure {
            what: "retirements over HTTP (signature, canonical form, leaf, proof, blocks): server / a writer that \
                   commits the same rows in groups and looks at nothing, over the same HTTP"
                .to_owned(),
            database,
            connections: 256,
            reach: ">= 500",
            discarded: paired.discarded,
            probe_ns_range: Some(paired.probe_ns_range),
            ..Figure::of("S3", "per_second", &paired.pairs)
        })?;
    }
    Ok(())
}

/// The rows that ours stores, repeated under new keys until there are enough of them.
fn templates(place: &Place, stage: &Stage, requests: &Requests, settings: &Settings) -> Outcome<Vec<bare::Rows>> {
    let database = place.database()?;
    ours::run(stage, &database, requests, 256, settings.window)?;
    let first = i64::try_from(stage.entries().len()).unwrap_or(i64::MAX);
    Ok(bare::repeated(bare::rows_from(database.location(), first)?, BARE_FASTER_MAX * signed(settings)))
}

/// S4: p99 at 32 connections ÷ an fdatasync of the same disk.
///
/// # Errors
/// Anything was not in order.
pub fn disk(settings: &Settings) -> Outcome<()> {
    for database in ["postgresql", "sqlite"] {
        let place = Place::new(database);
        let mut stage = Stage::new(settings.seed);
        let requests = requests(stage.bids(signed(settings)));
        let paired = pairs(&place, settings, |probe| {
            let before = probe.sync_ns()?;
            let ours = ours::run(&stage, &place.database()?, &requests, 32, settings.window)?;
            Ok(Pair { ours: ours.p99_ns, baseline: u64::midpoint(before, probe.sync_ns()?) })
        })?;
        settings.print(&Figure {
            what: "p99 of a durable signed bid over HTTP / fdatasync of 8 KiB appended to a file, median of 80"
                .to_owned(),
            database,
            connections: 32,
            reach: "<= 6000",
            discarded: paired.discarded,
            probe_ns_range: Some(paired.probe_ns_range),
            ..Figure::of("S4", "ns", &paired.pairs)
        })?;
    }
    Ok(())
}

/// Measures pairs until enough of them count; gives up, without a figure, when twice as many do not.
pub(crate) fn pairs<T>(
    place: &Place,
    settings: &Settings,
    mut pair: impl FnMut(&mut Probe) -> Outcome<T>,
) -> Outcome<Paired<T>> {
    let beside = place.database()?;
    let mut probe = Probe::of(&beside)?;
    let mut paired = Paired { pairs: Vec::new(), discarded: 0, probe_ns_range: [u64::MAX, 0] };
    let mut before = probe.commit_ns()?;
    while paired.pairs.len() < settings.rounds && paired.discarded < 2 * settings.rounds {
        let measured = pair(&mut probe)?;
        let after = probe.commit_ns()?;
        let [least, most] = paired.probe_ns_range;
        paired.probe_ns_range = [least.min(before).min(after), most.max(before).max(after)];
        if before.max(after) > PROBES_DIFFER_MAX * before.min(after) {
            paired.discarded += 1;
        } else {
            paired.pairs.push(measured);
        }
        before = after;
    }
    if paired.pairs.len() < settings.rounds {
        return Err(format!("the disk was not steady: {} pairs did not count", paired.discarded));
    }
    Ok(paired)
}

fn signed(settings: &Settings) -> usize {
    let seconds = settings.window.as_secs() + 1;
    usize::try_from(seconds * SIGNED_A_SECOND).unwrap_or(usize::MAX)
}
