//! A figure as it is printed, with what a reader needs to judge it: machine, commit, seed, probes.

use std::process::Command;
use std::time::Duration;

use serde::Serialize;
use serde_json::Value;

use crate::{Outcome, words};

/// What a run is told by its environment.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// `ROUNDS`: pairs of ours and baseline that count, at least five.
    pub rounds: usize,
    /// `MILLISECONDS`: how long each side of a pair is measured.
    pub window: Duration,
    /// `SEED`: of keys, ids and loads.
    pub seed: u64,
}

impl Settings {
    /// Five pairs of two seconds with seed 1, unless the environment says otherwise.
    pub fn of_environment() -> Self {
        let number = |name: &str, default| std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default);
        Self {
            rounds: usize::try_from(number("ROUNDS", 5)).unwrap_or(5).max(5),
            window: Duration::from_millis(number("MILLISECONDS", 2_000)),
            seed: number("SEED", 1),
        }
    }

    /// `SIZES`: how many entries the registers have that are grown, the shortest first; ten thousand and a million.
    ///
    /// # Errors
    /// It is no list of numbers.
    pub fn sizes(&self) -> Outcome<Vec<u64>> {
        let sizes = std::env::var("SIZES").unwrap_or_else(|_| "10000 1000000".to_owned());
        sizes.split_whitespace().map(|size| size.parse().map_err(words)).collect()
    }

    /// `DATABASES`: which of them, both unless the environment says otherwise.
    pub fn databases(&self) -> Vec<&'static str> {
        let wanted = std::env::var("DATABASES").unwrap_or_else(|_| "postgresql sqlite".to_owned());
        ["postgresql", "sqlite"].into_iter().filter(|name| wanted.contains(name)).collect()
    }

    /// Prints a figure as one line, with commit, seed, machine and its present load.
    ///
    /// # Errors
    /// The figure is not an object of strings and whole numbers.
    pub fn print(&self, figure: &impl Serialize) -> Outcome<()> {
        let Value::Object(mut line) = serde_json::to_value(figure).map_err(words)? else {
            return Err("a figure is an object".to_owned());
        };
        line.insert("git".to_owned(), printed("git", &["describe", "--always", "--dirty"]).into());
        line.insert("seed".to_owned(), self.seed.into());
        line.insert("machine".to_owned(), machine().into());
        let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
        line.insert("load_average".to_owned(), load.split(' ').take(3).collect::<Vec<_>>().join(" ").into());
        println!("{}", Value::Object(line));
        Ok(())
    }
}

/// A ratio of two sides, each the median of its pairs.
#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    /// The row of the table of figures.
    pub figure: &'static str,
    /// What is divided by what.
    pub what: String,
    /// `postgresql`, `sqlite` or `none`.
    pub database: &'static str,
    /// Connections of the client; 0 where there is none.
    pub connections: usize,
    /// Of both sides: `per_second` or `ns`.
    pub unit: &'static str,
    /// Our side.
    pub ours: u64,
    /// The other.
    pub baseline: u64,
    /// Ours ÷ baseline in thousandths: the median of the pairs' ratios.
    pub ratio_milli: u64,
    /// The lowest and the highest of these.
    pub ratio_milli_range: [u64; 2],
    /// What the ratio should be.
    pub reach: &'static str,
    /// Pairs that count.
    pub pairs: usize,
    /// Pairs whose probes differed more than twofold, and do not count.
    pub discarded: usize,
    /// The quickest and the slowest probe: one transaction of one row, in nanoseconds. Without a database none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub probe_ns_range: Option<[u64; 2]>,
}

/// What a pair gave.
#[derive(Debug, Clone, Copy)]
pub struct Pair {
    /// Our side.
    pub ours: u64,
    /// The other.
    pub baseline: u64,
}

impl Figure {
    /// A figure out of its pairs.
    pub fn of(figure: &'static str, unit: &'static str, pairs: &[Pair]) -> Self {
        let ratios: Vec<u64> = pairs.iter().map(|pair| pair.ours * 1000 / pair.baseline.max(1)).collect();
        Self {
            figure,
            what: String::new(),
            database: "none",
            connections: 0,
            unit,
            ours: median(pairs.iter().map(|pair| pair.ours).collect()),
            baseline: median(pairs.iter().map(|pair| pair.baseline).collect()),
            ratio_milli_range: [ratios.iter().copied().min(), ratios.iter().copied().max()]
                .map(Option::unwrap_or_default),
            ratio_milli: median(ratios),
            reach: "",
            pairs: pairs.len(),
            discarded: 0,
            probe_ns_range: None,
        }
    }
}

/// The middle value; 0 of none.
pub fn median(mut values: Vec<u64>) -> u64 {
    values.sort_unstable();
    values.get(values.len() / 2).copied().unwrap_or(0)
}

fn machine() -> String {
    let cpus = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = cpus.lines().find_map(|line| line.strip_prefix("model name")?.split(": ").nth(1)).unwrap_or("unknown");
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    format!("{model}, {cores} cores, {}", printed("uname", &["-sr"]))
}

fn printed(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default()
}
