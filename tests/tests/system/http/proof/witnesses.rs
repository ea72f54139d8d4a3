//! Outside witnesses cosign what only grows.

use orebook_store::Reader;
use orebook_tests::each_database;
use orebook_tests::house::House;
use orebook_tests::until;
use orebook_tests::witness::Witness;
use orebook_tlog::Checkpoint;

use super::stage::{Stage, audit, key_of, operate};

/// Has the house ask these witnesses.
fn ask(house: &mut House, witnesses: &[&Witness], quorum: usize) {
    let witness = |w: &&Witness| format!("[[witnesses.witness]]\nkey = \"{}\"\nurl = \"{}/\"\n", w.key(), w.url());
    let head = format!("[witnesses]\nquorum = {quorum}\nevery_seconds = 1\n");
    let file = head + &witnesses.iter().map(witness).collect::<String>();
    std::fs::write(house.data().join("orebook.toml"), file).unwrap();
    house.restart();
}

fn until_witnessed(house: &House) -> String {
    let size = house.scenario.entries().len() as u64;
    until("the newest checkpoint to be cosigned", || {
        let answer = house.get("/log/checkpoint/witnessed");
        let stated = Checkpoint::stated(&answer.body).ok().filter(|_| answer.status == 200);
        stated.filter(|stated| stated.size == size).map(|_| answer.body)
    })
}

fn failure(house: &House, name: &str) -> Option<String> {
    let states = house.get("/log/witnesses").json;
    let state = states["items"].as_array()?.iter().find(|state| state["name"] == name)?.clone();
    state["failure"].as_str().map(str::to_owned)
}

#[test]
fn witnesses_cosign_every_newer_checkpoint_and_a_bundle_carries_it() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let [one, two] =
            [("one.example", 1), ("two.example", 2)].map(|(name, seed)| Witness::of(stage.key(), name, seed));
        assert_eq!(stage.house.get("/log/checkpoint/witnessed").status, 404);
        ask(&mut stage.house, &[&one, &two], 2);
        let first = until_witnessed(&stage.house);
        assert!(Checkpoint::open(&first, &stage.key()).is_ok(), "the log's own signature is there");
        for witness in [&one, &two] {
            assert!(witness.key().cosignature(&first).is_ok());
        }
        assert_eq!(stage.house.get("/log/checkpoint").body, first, "the newest checkpoint shows what it has");

        stage.retirement = stage.retire_again();
        let second = until_witnessed(&stage.house);
        assert_ne!(first, second);
        assert_eq!(one.size(), stage.house.scenario.entries().len() as u64, "asked from the size it knew");
        assert!(stage.file("bundle").contains("one.example"));

        // What was cosigned outlives a restart; a witness that forgot everything is asked from its own size.
        let three = Witness::of(stage.key(), "two.example", 2);
        ask(&mut stage.house, &[&one, &three], 2);
        assert_eq!(stage.house.get("/log/checkpoint/witnessed").body, second);
        stage.retirement = stage.retire_again();
        let third = until_witnessed(&stage.house);

        let out = stage.house.data().join("archive");
        assert_eq!(operate(stage.house.data(), location, &["export", "--out", out.to_str().unwrap()]).0, 0);
        assert_eq!(std::fs::read_to_string(out.join("witnessed")).unwrap(), third, "what was cosigned lies beside it");
        let key = stage.key().to_string();
        let [one, two] = [one.key().to_string(), two.key().to_string()];
        let arguments = [out.to_str().unwrap(), "--key", &key, "--witness", &one, "--witness", &two];
        let (code, told) = audit(&arguments);
        let size = stage.house.scenario.entries().len();
        assert_eq!((code, told.contains(&format!("the first {size} entries"))), (0, true), "{told}");
        let stranger = Witness::of(stage.key(), "three.example", 3).key().to_string();
        let (code, told) = audit(&[&arguments[..], &["--witness", &stranger]].concat());
        assert_eq!((code, told.contains("checkpoint_must_be_witnessed")), (1, true), "{told}");
        assert_eq!(audit(&[&arguments[..], &["--witness", &stranger, "--quorum", "2"]].concat()).0, 0);
        assert_eq!(audit(&[&arguments[..], &["--quorum", "3"]].concat()).0, 2, "more than were given");

        // An older one is of the first entries; one that the log does not continue, or that is none, is a finding.
        std::fs::write(out.join("witnessed"), &first).unwrap();
        let fewer = Checkpoint::stated(&first).unwrap().size;
        let (code, told) = audit(&arguments);
        assert_eq!((code, told.contains(&format!("the first {fewer} entries"))), (0, true), "{told}");
        let other = std::fs::read_to_string(out.join("checkpoint")).unwrap();
        for (note, finding) in [(other.as_str(), "checkpoint_must_be_witnessed"), ("", "checkpoint_must_be_witnessed")]
        {
            std::fs::write(out.join("witnessed"), note).unwrap();
            let (code, told) = audit(&arguments);
            assert_eq!((code, told.contains(finding)), (1, true), "{told}");
        }
        std::fs::remove_file(out.join("witnessed")).unwrap();
        assert_eq!(audit(&arguments).0, 1, "the archive's own checkpoint has the log's signature alone");
        stage.house.audit();
    });
}

#[test]
fn a_witness_that_is_out_of_order_stops_nobody_and_is_told_of() {
    each_database(|location| {
        let mut house = House::founded(location);
        let [good, bad] =
            [("good.example", 1), ("bad.example", 2)].map(|(n, seed)| Witness::of(key_of(&house), n, seed));
        bad.answer(Some((500, "no")));
        ask(&mut house, &[&good, &bad], 1);
        let note = until_witnessed(&house);
        assert!(good.key().cosignature(&note).is_ok() && bad.key().cosignature(&note).is_err());
        let answers = [
            (200, "— bad.example AAAA\n", "signature lines"),
            (200, "— bad.example AAAAAAAAAAAA\n", "no cosignature by this witness"),
            (200, &"x".repeat(20_000), "more than 16384 bytes"),
            (500, "one\nline\u{1b}[31m", "it answered 500: one line [31m"),
            (422, "", "does not continue"),
            (409, "99999\n", "may be an old copy"),
            (409, "-1\n", "409 without a size"),
            (409, "1\n", "of another history"),
            (302, "", "302"),
        ];
        for (status, body, told) in answers {
            bad.answer(Some((status, body)));
            let operator = house.scenario.operator.clone();
            let id = house.scenario.instruction(operator.id, confirm()).id;
            assert_eq!(house.act(&operator, void(id)).status, 201);
            until(told, || failure(&house, "bad.example").filter(|failure| failure.contains(told)));
        }
        bad.answer(None);
        bad.sign_at(Some(u64::MAX));
        let id = house.scenario.instruction(house.scenario.operator.id, confirm()).id;
        let operator = house.scenario.operator.clone();
        assert_eq!(house.act(&operator, void(id)).status, 201);
        until("the strange time to be told", || failure(&house, "bad.example").filter(|why| why.contains("year 2199")));
        bad.sign_at(None);
        until("it to cosign again", || failure(&house, "bad.example").is_none().then_some(()));
        assert_eq!(house.get("/readyz").status, 200);
        house.audit();
    });
}

fn confirm() -> orebook_registry::instruction::Act {
    use orebook_registry::instruction::*;
    Act::ConfirmKey(ConfirmKey {})
}

fn void(id: orebook_registry::instruction::InstructionId) -> orebook_registry::instruction::Act {
    use orebook_registry::instruction::*;
    Act::Void(Void { id })
}

#[test]
fn what_witnesses_cosigned_guards_against_an_older_copy_as_well() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let witness = Witness::of(stage.key(), "one.example", 1);
        ask(&mut stage.house, &[&witness], 1);
        until_witnessed(&stage.house);
        let kept = std::fs::read_to_string(stage.house.data().join("witnessed")).unwrap();
        let row = Reader::open(location, 1).unwrap().read(|read| read.newest_cosigned()).unwrap().unwrap();
        assert_eq!(row.note, kept);
        stage.house.stop();
        std::fs::remove_file(stage.house.data().join("published")).unwrap();
        let empty = tempfile::tempdir().unwrap();
        let restored = stage.house.on(&orebook_store::Location::Sqlite(empty.path().join("register.db")));
        let reason = restored.until_ready(std::time::Duration::from_secs(1)).unwrap_err();
        assert!(reason.contains("but a checkpoint over"), "{reason}");
    });
}

#[test]
fn settings_that_make_no_sense_are_refused_with_what_is_wrong() {
    let data = tempfile::tempdir().unwrap();
    let key = Witness::of(
        orebook_tests::scenario::Scenario::founded().registry.own_keys().log()[0].key.parse().unwrap(),
        "w",
        1,
    );
    let key = key.key().to_string();
    let cases = [
        ("quorum = 1\nwitness = []".to_owned(), "quorum is 1 to the number of witnesses, 0"),
        (format!("quorum = 2\n[[witnesses.witness]]\nkey = \"{key}\"\nurl = \"http://w\""), "quorum is 1 to"),
        (format!("quorum = 1\n[[witnesses.witness]]\nkey = \"{key}\"\nurl = \"ftp://w\""), "begins with https://"),
        ("quorum = 1\n[[witnesses.witness]]\nkey = \"w+00+00\"\nurl = \"http://w\"".to_owned(), "key w+00+00"),
        (
            format!(
                "quorum = 1\n{}",
                format!("[[witnesses.witness]]\nkey = \"{key}\"\nurl = \"http://w\"\n").repeat(2)
            ),
            "each witness stands there once",
        ),
    ];
    for (file, told) in cases {
        std::fs::write(data.path().join("orebook.toml"), format!("[witnesses]\n{file}")).unwrap();
        let location = orebook_store::Location::Sqlite(data.path().join("register.db"));
        let (code, text) = operate(data.path(), &location, &["config"]);
        assert!(code == 1 && text.contains(told), "{told}: {text}");
    }
}
