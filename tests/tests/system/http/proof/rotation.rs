//! A rehearsal of the operator's procedure: the log's key and the issuer change while the register goes on.

use orebook_registry::instruction::*;
use orebook_registry::party::adopt_issuer::did_web;
use orebook_server::commands::{adopt_issuer, adopt_log_key};
use orebook_server::keys;
use orebook_tests::each_database;
use orebook_tests::house::Http;
use orebook_tests::scenario::ORIGIN;
use orebook_tlog::{Checkpoint, NoteSigner, TlogProof};

use super::stage::{Stage, audit, operate};

fn checkpoint(http: &Http) -> String {
    let answer = http.get("/log/checkpoint");
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body
}

#[test]
fn rehearsal_the_log_key_is_followed_by_another() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let old = stage.key();
        let secret = stage.house.scenario.next_log_key();
        keys::write(&stage.house.data().join("keys/log-002.pem"), &secret).unwrap();
        let act = adopt_log_key(ORIGIN, &secret, KeyEnd::Retired).unwrap();
        assert_eq!(act, Act::AdoptLogKey(stage.house.scenario.adopt_log_key(KeyEnd::Retired)));
        let before = checkpoint(&stage.house.http);
        let from = stage.together(act);
        let new = stage.key();
        assert_ne!(old, new);

        let after = checkpoint(&stage.house.http);
        for key in [&old, &new] {
            assert_eq!(Checkpoint::open(&after, key).unwrap().size, from + 1, "both keys sign while they are sound");
        }
        assert!(Checkpoint::open(&before, &new).is_err());
        let proof: TlogProof = stage.file("proof").parse().unwrap();
        assert!(Checkpoint::open(&proof.checkpoint, &new).is_ok() && Checkpoint::open(&proof.checkpoint, &old).is_ok());

        // After a restart the newest key is found again, and the guard knows checkpoints of the older one.
        std::fs::write(stage.house.data().join("older"), &before).unwrap();
        let file = format!("checkpoints = [{:?}]\n", stage.house.data().join("older").display().to_string());
        std::fs::write(stage.house.data().join("orebook.toml"), file).unwrap();
        stage.house.restart();
        assert_eq!(checkpoint(&stage.house.http), after, "the same note, byte for byte");

        // An auditor may know either key, and the checkpoint seen before is continued.
        let archive = tempfile::tempdir().unwrap();
        let out = archive.path().join("archive");
        let (code, told) = operate(stage.house.data(), location, &["export", "--out", out.to_str().unwrap()]);
        assert_eq!(code, 0, "{told}");
        let older = stage.house.data().join("older");
        for key in [&old, &new] {
            let arguments = [out.to_str().unwrap(), "--key", &key.to_string(), "--since", older.to_str().unwrap()];
            let (code, told) = audit(&arguments);
            assert_eq!(code, 0, "{told}");
        }
        stage.house.audit();
    });
}

#[test]
fn rehearsal_a_compromised_log_key_signs_no_more() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let old = stage.key();
        let secret = stage.house.scenario.next_log_key();
        keys::write(&stage.house.data().join("keys/log-002.pem"), &secret).unwrap();
        let act = Act::AdoptLogKey(stage.house.scenario.adopt_log_key(KeyEnd::Compromised));
        let from = stage.together(act);
        let note = checkpoint(&stage.house.http);
        assert!(Checkpoint::open(&note, &old).is_err() && Checkpoint::open(&note, &stage.key()).is_ok());

        // Whoever stole it signs a checkpoint of this very tree: that is worth nothing any more.
        let archive = tempfile::tempdir().unwrap();
        let out = archive.path().join("archive");
        assert_eq!(operate(stage.house.data(), location, &["export", "--out", out.to_str().unwrap()]).0, 0);
        let stolen = NoteSigner::new(ORIGIN, orebook_tests::scenario::Scenario::founded().log_key().seed()).unwrap();
        let stated = Checkpoint::stated(&note).unwrap();
        std::fs::write(out.join("checkpoint"), stated.sign(&stolen).unwrap()).unwrap();
        let (code, told) = audit(&[out.to_str().unwrap(), "--key", &old.to_string()]);
        assert_eq!(code, 1, "{told}");
        assert!(told.contains(&format!("entry {from} adopted the log key")), "{told}");
        stage.house.audit();
    });
}

#[test]
fn a_server_without_the_new_log_key_refuses_its_adoption_and_does_not_lead_without_the_key_in_force() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let operator = stage.house.scenario.operator.clone();
        let act = Act::AdoptLogKey(stage.house.scenario.adopt_log_key(KeyEnd::Retired));
        let file = stage.house.data().join("keys/log-002.pem");
        let secret = stage.house.scenario.next_log_key();
        let bytes = stage.house.sign(&operator, act);
        assert_eq!(stage.house.submit(&bytes).code(), "new_log_key_must_be_here");
        keys::write(&file, &secret).unwrap();
        assert_eq!(stage.house.play(&bytes).status, 201, "the same bytes, now that the file is there");
        std::fs::remove_file(&file).unwrap();
        let open = stage.house.scenario.registry.parties.open_proposals().last().unwrap();
        let approve = Act::Approve(Approve { digest: open.1.digest, proposal: open.0 });
        stage.house.advance(1);
        let bytes = stage.house.scenario.sign_by(&operator, 1, approve);
        let answer = stage.house.submit(&bytes);
        assert_eq!((answer.status, answer.code()), (409, "new_log_key_must_be_here"), "{}", answer.body);
        keys::write(&file, &secret).unwrap();
        assert_eq!(stage.house.play(&bytes).status, 201);

        stage.house.stop();
        std::fs::remove_file(&file).unwrap();
        let running = stage.house.on(location);
        let reason = running.until_ready(std::time::Duration::from_secs(1)).unwrap_err();
        assert!(reason.contains("holds it: put it there"), "{reason}");
        keys::write(&file, &secret).unwrap();
        running.until_ready(std::time::Duration::from_secs(30)).unwrap();
        running.stop();
        stage.house.audit();
    });
}

/// A thief of a key that was in force once signs a small tree of his own, as old as that key.
#[test]
fn a_proof_under_an_ended_key_must_be_of_the_archives_own_log() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let stolen = NoteSigner::new(ORIGIN, stage.house.scenario.log_key().seed()).unwrap();
        let earlier = stage.file("proof");
        keys::write(&stage.house.data().join("keys/log-002.pem"), &stage.house.scenario.next_log_key()).unwrap();
        let act = Act::AdoptLogKey(stage.house.scenario.adopt_log_key(KeyEnd::Compromised));
        stage.together(act);
        let path = |name: &str| stage.house.data().join(name).to_str().unwrap().to_owned();
        let out = path("archive");
        assert_eq!(operate(stage.house.data(), location, &["export", "--out", &out]).0, 0);
        std::fs::write(path("statement"), stage.file("statement")).unwrap();
        let key = stage.key().to_string();
        let check = |proof: &str| {
            std::fs::write(path("proof"), proof).unwrap();
            audit(&["statement", &path("statement"), "--key", &key, "--archive", &out, "--proof", &path("proof")])
        };
        assert_eq!(check(&earlier).0, 0, "what the old key signed in its time still counts");
        assert_eq!(check(&stage.file("proof")).0, 0);
        let genuine: TlogProof = earlier.parse().unwrap();
        let entry = stage.house.get(&format!("/log/entry/{}", genuine.index)).body;
        let mut tree = orebook_tlog::MemoryTree::new();
        (0..genuine.index).for_each(|n| tree.push([u8::try_from(n % 251).unwrap(); 32]));
        tree.push(orebook_tlog::leaf_hash(entry.as_bytes()));
        let size = genuine.index + 1;
        let root = orebook_tlog::root(&tree, size).unwrap();
        let note = Checkpoint { origin: ORIGIN.to_owned(), size, root }.sign(&stolen).unwrap();
        let hashes = orebook_tlog::inclusion_proof(&tree, genuine.index, size).unwrap();
        let (code, told) = check(&TlogProof { index: genuine.index, hashes, checkpoint: note.clone() }.to_string());
        let no = told.lines().any(|line| line.starts_with("NO") && line.contains("the archive's own log"));
        assert!(code == 1 && no, "{told}");

        // The same note accuses nobody: it may be the thief's.
        std::fs::write(path("note"), note).unwrap();
        let (code, told) = audit(&[&out, "--key", &key, "--since", &path("note")]);
        assert!(code == 1 && told.contains("is in wrong hands: that proves nothing"), "{told}");
        let (code, told) = audit(&[&out, "--key", &stolen.verifier_key().to_string()]);
        assert!(
            code == 1 && told.contains("says that it is compromised"),
            "who knows only the old key is told: {told}"
        );

        // Nor is a bundle believed whose own entries say that its checkpoint's key is stolen.
        let bundle = stage.file("bundle");
        let mut bundle = orebook_verifier::bundle::Bundle::read(bundle.as_bytes()).unwrap();
        let stated = Checkpoint::stated(&bundle.checkpoint).unwrap();
        bundle.checkpoint = stated.sign(&stolen).unwrap();
        std::fs::write(path("bundle"), bundle.to_bytes()).unwrap();
        let old = stolen.verifier_key().to_string();
        let (code, told) = audit(&["statement", &path("bundle"), "--bundle", "--key", &old]);
        let no = told.lines().any(|line| line.starts_with("NO") && line.contains("in force signed the checkpoint too"));
        assert!(code == 1 && no, "{told}");
        stage.house.audit();
    });
}

#[test]
fn rehearsal_the_issuer_is_followed_by_another_and_old_statements_stay_as_they_were() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let before = stage.file("statement");
        let first = stage.house.scenario.issuer_key().public();
        let secret = stage.house.scenario.next_issuer_key();
        keys::write(&stage.house.data().join("keys/issuer-002.pem"), &secret).unwrap();
        let act = adopt_issuer(ORIGIN, &secret, KeyEnd::Compromised, true);
        assert_eq!(act, Act::AdoptIssuer(stage.house.scenario.adopt_issuer(true, KeyEnd::Compromised)));
        stage.together(act);
        assert_eq!(stage.file("statement"), before, "a statement is a function of the log up to its entry");

        let key = stage.key().to_string();
        let bundle = stage.house.data().join("bundle.json");
        let checked = |stage: &Stage| {
            std::fs::write(&bundle, stage.file("bundle")).unwrap();
            audit(&["statement", bundle.to_str().unwrap(), "--bundle", "--key", &key])
        };
        let (code, told) = checked(&stage);
        assert_eq!((code, told.contains("this key is in wrong hands")), (0, true), "{told}");

        stage.retirement = stage.retire_again();
        let after = stage.file("statement");
        let did = &did_web(ORIGIN);
        assert!(after.contains(&format!("\"issuer\":\"{did}\"")), "{after}");
        assert!(
            after.contains(&format!("\"verificationMethod\":\"{did}#{}\"", secret.public().multibase())),
            "{after}"
        );

        let document = stage.house.get("/.well-known/did.json").json;
        assert_eq!(document["id"], *did);
        let methods = document["verificationMethod"].as_array().unwrap();
        assert_eq!(methods.len(), 2, "the keys of old statements stay named");
        assert_eq!(methods[0]["publicKeyMultibase"], first.multibase());
        let asserts = [secret.public().verification_method_of(did)];
        assert_eq!(document["assertionMethod"], serde_json::json!(asserts), "but a compromised one asserts nothing");

        let (code, told) = checked(&stage);
        assert_eq!(code, 0, "{told}");
        assert_eq!(told.matches("not established").count(), 0, "{told}");

        std::fs::remove_file(stage.house.data().join("keys/issuer-002.pem")).unwrap();
        stage.house.restart();
        let answer = stage.house.get(&format!("/v1/retirements/{}/statement", stage.retirement));
        assert_eq!((answer.status, answer.code()), (503, "issuer_key_is_not_here"));
        keys::write(&stage.house.data().join("keys/issuer-002.pem"), &secret).unwrap();
        assert_eq!(stage.file("statement"), after, "it is looked for again");
        stage.house.audit();
    });
}

#[test]
fn the_rotate_command_makes_a_key_and_an_act_that_the_register_takes() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        for (which, word) in [("log", "adopt_log_key"), ("issuer", "adopt_issuer")] {
            let (code, told) = operate(stage.house.data(), location, &["rotate", which]);
            assert_eq!(code, 0, "{told}");
            let json = told.lines().find(|line| line.starts_with('{')).unwrap();
            let act: Act = serde_json::from_str(json).unwrap();
            assert_eq!(act.word(), word);
            assert!(stage.house.data().join(format!("keys/{which}-002.pem")).is_file(), "{told}");
            stage.together(act);
        }
        let own = stage.house.scenario.registry.own_keys().clone();
        assert_eq!((own.log().len(), own.issuers().len()), (2, 2));
        stage.retirement = stage.retire_again();
        assert!(stage.file("statement").contains(&own.issuers()[1].key.key.to_string()));
        stage.house.audit();
    });
}
