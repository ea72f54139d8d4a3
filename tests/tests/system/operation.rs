//! What stands in `deploy/`, and the runbook: the alarms are right and each is explained, the sample has every setting,
//! backups are made and pruned.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use orebook_server::config::{Config, Place, Service};
use orebook_store::Location;
use orebook_tests::golden::workspace;
use orebook_tests::house::House;
use orebook_tests::programs;

const RULES: &str = include_str!("../../../deploy/prometheus/orebook.rules.yml");
const SAMPLE: &str = include_str!("../../../deploy/orebook.toml");
const RUNBOOK: &str = include_str!("../../../docs/operating/alarms.md");

fn deploy() -> PathBuf {
    workspace().join("deploy")
}

fn settings(file: &Path) -> Result<Config, String> {
    Config::of(&Place { config: Some(file.to_owned()), ..Place::default() }, &Service::default())
}

/// What follows a word at the beginning of lines.
fn after<'a>(text: &'a str, word: &str) -> Vec<&'a str> {
    text.lines().filter_map(|line| line.trim().strip_prefix(word)).collect()
}

/// Prometheus's own checker; without it the test fails, for one that is skipped says nothing.
#[test]
fn every_alarm_is_on_where_it_should_be_and_off_elsewhere() {
    let fetched = workspace().join("target/tools/bin/promtool");
    let program = if fetched.is_file() { fetched } else { PathBuf::from("promtool") };
    for arguments in [["check", "config", "prometheus.yml"], ["test", "rules", "tests.yml"]] {
        let output = Command::new(&program).args(arguments).current_dir(deploy().join("prometheus")).output();
        let output = output.unwrap_or_else(|error| panic!("{}: {error}; .ci/setup fetches it", program.display()));
        let said = [output.stdout, output.stderr].concat();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&said));
    }
}

#[test]
fn every_alarm_is_tried_and_has_its_section_in_the_runbook() {
    let tried = std::fs::read_to_string(deploy().join("prometheus/tests.yml")).unwrap();
    let tried: BTreeSet<&str> = after(&tried, "alertname: ").into_iter().collect();
    let alarms: BTreeSet<&str> = after(RULES, "- alert: ").into_iter().collect();
    assert_eq!(tried, alarms);
    let sections: BTreeSet<&str> = after(RUNBOOK, "### ").into_iter().collect();
    assert_eq!(sections, alarms, "the sections of docs/operating/alarms.md");
    let led: BTreeSet<String> =
        after(RULES, "runbook: docs/operating/alarms.md#").into_iter().map(str::to_owned).collect();
    let expected: BTreeSet<String> = alarms.iter().map(|alarm| alarm.to_lowercase()).collect();
    assert_eq!(led, expected);
}

/// The names that a form of the configuration has: serde tells them to whoever gives one that it has not.
fn known(section: &str, directory: &Path) -> Vec<String> {
    let file = directory.join("asked.toml");
    std::fs::write(&file, format!("{section}\nno_such_setting = 1\n")).unwrap();
    let error = settings(&file).expect_err("there is no such setting");
    let (_, expected) = error.rsplit_once("expected").unwrap_or_else(|| panic!("{section}: {error}"));
    // A further line names the section.
    let expected = expected.lines().next().unwrap_or_default();
    expected.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_sample_has_every_setting_and_can_be_read_with_all_of_them() {
    let directory = tempfile::tempdir().unwrap();
    let as_it_stands = directory.path().join("sample.toml");
    std::fs::write(&as_it_stands, SAMPLE).unwrap();
    settings(&as_it_stands).unwrap();
    // A setting that is turned off has its `#` right before it; what is told has a space between.
    let is_off =
        |line: &&str| line.starts_with('#') && line[1..].starts_with(|c: char| c == '[' || c.is_ascii_lowercase());
    let on: Vec<&str> = SAMPLE.lines().map(|line| if is_off(&line) { &line[1..] } else { line }).collect();
    let all = directory.path().join("all.toml");
    std::fs::write(&all, on.join("\n")).unwrap();
    settings(&all).unwrap();
    let sections = [
        "",
        "[cluster]",
        "[admin]",
        "[log]",
        "[limits]",
        "[mail]",
        "[witnesses]",
        "[[witnesses.witness]]",
        "[exports]",
        "[evidence]",
        "[evidence.s3]",
        "[payouts]",
        "[payouts.accounts.USD]",
        "[webhooks]",
    ];
    for section in sections {
        let begins = if section.is_empty() { Some(0) } else { on.iter().position(|line| *line == section) };
        let begins = begins.unwrap_or_else(|| panic!("the sample has no {section}"));
        let own: Vec<&&str> = on[begins..].iter().skip(1).take_while(|line| !line.starts_with('[')).collect();
        let whole = section.trim_matches(['[', ']']);
        for name in known(section, directory.path()) {
            let path = if whole.is_empty() { name.clone() } else { format!("{whole}.{name}") };
            let is_set = own.iter().any(|line| line.starts_with(&format!("{name} = ")));
            let is_a_section = sections.iter().any(|section| {
                let section = section.trim_matches(['[', ']']);
                section == path || section.starts_with(&format!("{path}."))
            });
            assert!(is_set || is_a_section, "deploy/orebook.toml lacks {name} in {section}");
        }
    }
}

/// Names that begin like a metric of ours.
fn metrics(text: &str) -> BTreeSet<&str> {
    let words = text.split(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_'));
    words.filter(|word| word.starts_with("orebook_")).collect()
}

#[test]
fn every_metric_of_the_alarms_and_the_dashboard_is_in_a_scrape() {
    let directory = tempfile::tempdir().unwrap();
    let location = Location::Sqlite(directory.path().join("register.db"));
    orebook_store::migrate(&location).unwrap();
    let mut house = House::founded(&location);
    house.restart_with(|config| config.admin = Some(([127, 0, 0, 1], 0).into()));
    assert_eq!(house.get("/v1/programmes").status, 200);
    let dashboard = std::fs::read_to_string(deploy().join("grafana/orebook.json")).unwrap();
    let parsed: serde_json::Value = serde_json::from_str(&dashboard).unwrap();
    assert_eq!(parsed["uid"], "orebook");
    let told = orebook_tests::until("the invariants to be looked at", || {
        Some(house.admin().get("/metrics").body).filter(|body| body.contains("orebook_invariant_holds{"))
    });
    let told: BTreeSet<&str> =
        told.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split([' ', '{']).next()).collect();
    let named: BTreeSet<&str> = metrics(RULES).into_iter().chain(metrics(&dashboard)).collect();
    let missing: Vec<&&str> = named.difference(&told).collect();
    assert!(missing.is_empty(), "{missing:?} are asked for and not told");
    house.audit();
}

/// Backups named after moments long ago, a directory of somebody else's, and one that is no backup.
#[test]
fn a_backup_is_made_checked_and_the_oldest_are_removed() {
    let (data, kept) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let location = Location::Sqlite(data.path().join("register.db"));
    orebook_store::migrate(&location).unwrap();
    let scenario = orebook_tests::scenario::Scenario::founded();
    orebook_tests::house::found(&scenario, data.path());
    orebook_tests::served::set_clock(data.path(), scenario.entries()[0].time.plus_seconds(1));
    let served = orebook_tests::served::Served::start_leading(&location, data.path());
    let old = ["2026-01-01T013000Z", "2026-01-02T013000Z", "2026-01-03T013000Z"];
    for name in old {
        std::fs::create_dir(kept.path().join(name)).unwrap();
        std::fs::write(kept.path().join(name).join("manifest.json"), "{}").unwrap();
    }
    for name in ["archive", "2025-01-01T013000Z"] {
        std::fs::create_dir(kept.path().join(name)).unwrap();
    }
    let mut command = Command::new(deploy().join("systemd/orebook-backup"));
    command.arg(kept.path()).env("KEEP", "2").env("OREBOOK_DATA", data.path());
    let output = command.env("OREBOOK", programs::directory().join("orebook")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let names = std::fs::read_dir(kept.path()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let names: BTreeSet<String> = names.collect();
    for name in ["archive", "2025-01-01T013000Z", old[2]] {
        assert!(names.contains(name), "{name} stays: {names:?}");
    }
    assert_eq!(names.len(), 4, "the new one, and three that stay: {names:?}");
    served.kill();
}
