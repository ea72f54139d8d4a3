//! A history that was forked: an older copy of the database is restored and written on. Whatever remembers the first
//! history finds it: the guard at start, an auditor's `--since`, what the auditor's program remembers, a witness.

use std::path::{Path, PathBuf};
use std::time::Duration;

use orebook_registry::instruction::*;
use orebook_store::Location;
use orebook_tests::archive::copy_database;
use orebook_tests::house::{House, Http};
use orebook_tests::witness::Witness;

use super::stage::{audit, key_of, operate};

/// A house whose database was restored from an older copy.
struct Fork {
    house: House,
    directory: tempfile::TempDir,
}

impl Fork {
    /// Two histories, alike in their first entries; the archive of the true one and what was published of it.
    fn made() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let root = directory.path().to_owned();
        let path = |name: &str| root.join(name);
        let mut house = House::founded(&Location::Sqlite(path("register.db")));
        act(&mut house);
        house.stop();
        copy_database(&path("register.db"), &path("older.db"));
        house.restart();
        (0..3).for_each(|_| act(&mut house));
        house.stop();
        std::fs::copy(house.data().join("published"), path("seen")).unwrap();
        let fork = Self { house, directory };
        fork.export(&Location::Sqlite(path("register.db")), "true");
        fork
    }

    fn path(&self, name: &str) -> PathBuf {
        self.directory.path().join(name)
    }

    fn older(&self) -> Location {
        Location::Sqlite(self.path("older.db"))
    }

    fn export(&self, location: &Location, name: &str) {
        let out = self.path(name);
        let (code, told) = operate(self.house.data(), location, &["export", "--out", out.to_str().unwrap()]);
        assert_eq!(code, 0, "{told}");
    }

    /// The guard's file is gone, the copy leads, and so many entries are written on it.
    fn write_on(&mut self, entries: usize) {
        std::fs::remove_file(self.house.data().join("published")).unwrap();
        let running = self.house.on(&self.older());
        running.until_ready(Duration::from_secs(30)).unwrap();
        let http = Http::new(running.url());
        for _ in 0..entries {
            let operator = self.house.scenario.operator.clone();
            let act = void(&mut self.house);
            let bytes = self.house.scenario.sign(&operator, act);
            let answer = http.post("/v1/instructions", bytes);
            assert_eq!(answer.status, 201, "{}", answer.body);
        }
        running.stop();
        self.export(&self.older(), "forked");
    }

    fn audit(&self, archive: &str, arguments: &[&str]) -> (i32, String) {
        let archive = self.path(archive);
        let key = key_of(&self.house).to_string();
        audit(&[&[archive.to_str().unwrap(), "--key", &key], arguments].concat())
    }
}

fn void(house: &mut House) -> Act {
    let operator = house.scenario.operator.id;
    let id = house.scenario.instruction(operator, Act::ConfirmKey(ConfirmKey {})).id;
    Act::Void(Void { id })
}

fn act(house: &mut House) {
    let operator = house.scenario.operator.clone();
    let act = void(house);
    assert_eq!(house.act(&operator, act).status, 201);
}

#[test]
fn the_guard_finds_it_at_start_and_tells_what_to_do() {
    let fork = Fork::made();
    let restored = fork.house.on(&fork.older());
    let reason = restored.until_ready(Duration::from_secs(1)).unwrap_err();
    assert!(reason.contains("the journal has 3 entries, but a checkpoint over 6 was published"), "{reason}");
    assert!(reason.contains("do not delete"), "it says what to do: {reason}");
    restored.stop();
    let out = fork.path("signed");
    let (code, told) = operate(fork.house.data(), &fork.older(), &["export", "--out", out.to_str().unwrap()]);
    assert!(code == 1 && told.contains("a checkpoint over 6 was published"), "nor is anything signed for it: {told}");
    assert!(!out.join("checkpoint").exists());
}

#[test]
fn without_the_guards_file_a_checkpoint_that_somebody_kept_finds_it_at_start() {
    let mut fork = Fork::made();
    fork.write_on(5);
    let file = format!("checkpoints = [{:?}]\n", fork.path("seen").display().to_string());
    std::fs::write(fork.house.data().join("orebook.toml"), file).unwrap();
    let restored = fork.house.on(&fork.older());
    let reason = restored.until_ready(Duration::from_secs(1)).unwrap_err();
    assert!(reason.contains("the journal has another root at 6 entries"), "{reason}");
    restored.stop();
}

#[test]
fn a_file_that_is_no_checkpoint_of_this_log_is_told_from_an_old_copy() {
    let fork = Fork::made();
    let stranger = orebook_tlog::NoteSigner::new("other.example/log", [5; 32]).unwrap();
    let own = orebook_tlog::NoteSigner::new(orebook_tests::scenario::ORIGIN, [5; 32]).unwrap();
    for (signer, told) in [(stranger, "it is of other.example/log"), (own, "no key of this log has signed it")] {
        let origin = signer.verifier_key().name().to_owned();
        let note = orebook_tlog::Checkpoint { origin, size: 1_000, root: [1; 32] }.sign(&signer).unwrap();
        std::fs::write(fork.path("wrong"), note).unwrap();
        let file = format!("checkpoints = [{:?}]\n", fork.path("wrong").display().to_string());
        std::fs::write(fork.house.data().join("orebook.toml"), file).unwrap();
        let running = fork.house.on(&Location::Sqlite(fork.path("register.db")));
        let reason = running.until_ready(Duration::from_secs(1)).unwrap_err();
        assert!(reason.contains(told), "{reason}");
        running.stop();
    }
}

#[test]
fn without_the_guards_file_an_auditor_finds_it_since_an_older_checkpoint() {
    let mut fork = Fork::made();
    fork.write_on(1);
    let seen = fork.path("seen");
    let since = ["--since", seen.to_str().unwrap()];
    assert_eq!(fork.audit("true", &since).0, 0);
    assert_eq!(fork.audit("forked", &[]).0, 0, "by itself the second history is in order: only memory tells");
    let (code, told) = fork.audit("forked", &since);
    assert_eq!(code, 1, "{told}");
    assert!(
        told.contains("6 entries were signed before, this log has 4") && told.contains("log_must_only_grow"),
        "{told}"
    );

    std::fs::write(fork.house.data().join("published"), "").unwrap();
    fork.path("forked").metadata().map(|_| std::fs::remove_dir_all(fork.path("forked"))).unwrap().unwrap();
    fork.write_on(5);
    let (code, told) = fork.audit("forked", &since);
    assert_eq!(code, 1, "{told}");
    assert!(told.contains("at 6 entries it has the root") && told.contains("two histories were signed"), "{told}");
}

#[test]
fn the_auditors_program_remembers_what_it_has_seen() {
    let mut fork = Fork::made();
    fork.write_on(9);
    let memory = fork.path("memory");
    let remembering = ["--memory", memory.to_str().unwrap()];
    let (code, told) = fork.audit("true", &remembering);
    assert_eq!(code, 0, "{told}");
    let (code, told) = fork.audit("true", &remembering);
    assert_eq!((code, told.contains("The first 6 entries were decided again another time")), (0, true), "{told}");
    assert!(!fork.audit("true", &[&remembering[..], &["--afresh"]].concat()).1.contains("another time"));
    for _ in 0..2 {
        let (code, told) = fork.audit("forked", &remembering);
        assert_eq!((code, told.contains("two histories were signed")), (1, true), "{told}");
    }
    assert_eq!(fork.audit("true", &remembering).0, 0, "what was remembered is still the first history");
    assert_eq!(fork.audit("forked", &["--no-memory"]).0, 0);
    // A memory that cannot be written changes no verdict.
    let (code, told) = fork.audit("true", &["--memory", "/proc/nowhere"]);
    assert!(code == 0 && told.contains("No finding.") && told.contains("cannot be used"), "{told}");
    std::fs::write(checkpoint_in(&memory), "nonsense").unwrap();
    assert_eq!(fork.audit("true", &remembering).0, 2);
}

fn checkpoint_in(memory: &Path) -> PathBuf {
    std::fs::read_dir(memory).unwrap().next().unwrap().unwrap().path().join("checkpoint")
}

#[test]
fn a_witness_cosigns_one_history_only() {
    let mut fork = Fork::made();
    let witness = Witness::of(key_of(&fork.house), "one.example", 1);
    let file = format!(
        "[witnesses]\nquorum = 1\nevery_seconds = 1\n[[witnesses.witness]]\nkey = \"{}\"\nurl = \"{}\"\n",
        witness.key(),
        witness.url()
    );
    std::fs::write(fork.house.data().join("orebook.toml"), file).unwrap();
    fork.house.restart();
    orebook_tests::until("the witness to cosign", || (witness.size() == 6).then_some(()));
    fork.house.stop();
    std::fs::remove_file(fork.house.data().join("witnessed")).unwrap();
    fork.write_on(1);
    let running = fork.house.on(&fork.older());
    running.until_ready(Duration::from_secs(30)).unwrap();
    let http = Http::new(running.url());
    orebook_tests::until("the conflict to be told", || {
        let told = http.get("/log/witnesses").body;
        (told.contains("it has cosigned 6 entries of this log, which has 4")).then_some(())
    });
    running.stop();
    assert_eq!(witness.size(), 6);
}
