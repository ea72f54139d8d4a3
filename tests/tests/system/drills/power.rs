//! A power cut, on SQLite: of what was not synced, some sectors are there and others are not.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use orebook_server::commands::check;
use orebook_store::{Location, Reader};
use orebook_tests::archive::files;
use orebook_tests::disk::{Disk, Recording, Syncs};
use orebook_tests::drill::{Chance, Drill, cycles, journal};
use orebook_tests::load::{Acknowledgement, Load};
use orebook_tests::preload::Preload;
use orebook_tests::served::Served;
use orebook_tests::until;
use orebook_tlog::{Checkpoint, Edge, VerifierKey, leaf_hash};

use super::Stage;

const INSTRUCTIONS: usize = 40;

/// A life of a server: first start, load, kill -9, recovery, load, a stop in order.
struct Life {
    /// The data directory before the first start.
    before: BTreeMap<String, Vec<u8>>,
    recording: Recording,
    acknowledgements: Vec<Acknowledgement>,
}

static LIFE: LazyLock<Life> = LazyLock::new(|| {
    let mut stage = Stage::new();
    let (before, location) = (files(stage.data()), stage.file());
    let preload = Preload::recording(stage.data());
    for ends_in_order in [false, true] {
        let served = Served::start_under(&preload, &location, stage.data(), &[]).unwrap();
        served.until_ready();
        for _ in 0..cycles(1, 5) {
            let load = stage.new_load(INSTRUCTIONS).noting(preload.log());
            load.send_while(&served.http, || {});
            stage.loads.push(load);
        }
        let load = stage.new_load(INSTRUCTIONS).noting(preload.log());
        let http = served.http.clone();
        load.send_while(&http, || {
            until("some answers", || (load.answered() >= INSTRUCTIONS / 2).then_some(()));
            if ends_in_order { served.stop() } else { served.kill() }
        });
        stage.loads.push(load);
    }
    let recording = Recording::read(&preload.log(), stage.data());
    let acknowledgements = stage.loads.iter().flat_map(Load::acknowledgements).collect();
    eprintln!("{} changes, {} of them of the database itself", recording.len(), recording.writes_to("register.db"));
    Life { before, recording, acknowledgements }
});

/// The checkpoint that the guard kept on this disk, if it kept one.
fn published(data: &Path) -> Option<Checkpoint> {
    let key: VerifierKey = std::fs::read_to_string(data.join("log.vkey")).unwrap().trim_end().parse().unwrap();
    let note = std::fs::read_to_string(data.join("published")).ok()?;
    Some(Checkpoint::open(&note, &key).expect("there is always a whole checkpoint under the name"))
}

fn file(data: &Path) -> Location {
    Location::Sqlite(data.join("register.db"))
}

/// A directory in memory, if there is one: what it holds has been through its power cut.
fn directory() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

/// Cuts the power at random moments, in the order in which they came, and looks at each disk.
fn cut(syncs: Syncs, cuts: usize, mut look: impl FnMut(usize, &Path, &[Acknowledgement])) {
    let (life, mut chance) = (&*LIFE, Chance::seeded());
    let mut moments: Vec<usize> = (0..cuts).map(|_| chance.below(life.recording.len() + 1)).collect();
    moments.sort_unstable();
    let mut disk = Disk::new(&life.recording, syncs, &life.before);
    for (n, moment) in moments.into_iter().enumerate() {
        disk.play_to(moment);
        let data = directory();
        for (name, bytes) in disk.cut(&mut chance) {
            let path = data.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        let log = life.recording.length_after(moment);
        let held: Vec<Acknowledgement> =
            life.acknowledgements.iter().filter(|held| held.noted_at <= log).cloned().collect();
        look(n, data.path(), &held);
    }
}

#[test]
fn after_a_power_cut_everything_acknowledged_is_there() {
    let cuts = cycles(40, 1_200);
    let served_each = cuts / cycles(2, 40);
    let mut drill = Drill::on(&file(Path::new("")), "power cut");
    cut(Syncs::Made, cuts, |n, data, held| {
        let location = file(data);
        orebook_store::migrate(&location).unwrap();
        let stored = journal(&location);
        drill.compare(&stored, held);
        drill.cycle();
        if !stored.is_empty() {
            check(&Reader::open(&location, 1).unwrap()).unwrap();
        }
        if let Some(published) = published(data) {
            let mut edge = Edge::new();
            let beginning = &stored[..usize::try_from(published.size).unwrap()];
            beginning.iter().for_each(|row| edge.push(leaf_hash(&row.entry)));
            assert_eq!(edge.root(), published.root, "the journal continues what was published");
        }
        if n % served_each == 0 {
            let served = Served::start_leading(&location, data);
            held.iter().for_each(|held| {
                let again = served.http.post("/v1/instructions", held.instruction.clone());
                assert_eq!((again.status, again.text("/sequence")), (200, held.sequence.to_string().as_str()));
            });
            served.kill();
        }
    });
    drill.end();
}

/// With `synchronous = normal` SQLite loses commits that it has acknowledged. If this drill did not see that, it would see
/// nothing.
#[test]
fn without_the_syncs_of_commits_the_same_power_cuts_lose_acknowledged_writes() {
    let mut drill = Drill::on(&file(Path::new("")), "power cut, normal");
    cut(Syncs::OfNormal, cycles(40, 200), |_, data, held| {
        let location = file(data);
        orebook_store::migrate(&location).unwrap();
        drill.compare(&journal(&location), held);
        drill.cycle();
    });
    drill.end_with_losses();
}
