//! A rehearsal of the operator's procedure: the log's key and the issuer change while the register goes on.

use orebook_registry::instruction::*;
use orebook_registry::party::adopt_issuer::did_web;
use orebook_server::commands::{adopt_issuer, adopt_log_key};
use orebook_server::keys;
use orebook_tests::each_database;
use orebook_tests::house::Http;
use orebook_tests::scenario::ORIGIN;
use orebook_tests::until;
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
fn a_server_without_the_new_log_key_says_so_until_it_has_it() {
    each_database(|location| {
        let mut stage = Stage::set(location);
        let operator = stage.house.scenario.operator.clone();
        let act = Act::AdoptLogKey(stage.house.scenario.adopt_log_key(KeyEnd::Retired));
        let secret = stage.house.scenario.next_log_key();
        assert_eq!(stage.house.act(&operator, act).status, 201);
        let open = stage.house.scenario.registry.parties.open_proposals().last().unwrap();
        let approve = Act::Approve(Approve { digest: open.1.digest, proposal: open.0 });
        stage.house.advance(1);
        let bytes = stage.house.scenario.sign_by(&operator, 1, approve);
        let answer = stage.house.submit(&bytes);
        assert_eq!((answer.status, answer.code()), (503, "outcome_unknown"), "{}", answer.body);
        until("the reason", || {
            let waiting = stage.house.get("/readyz");
            (waiting.status == 503 && waiting.body.contains("holds it: put it there")).then_some(())
        });
        keys::write(&stage.house.data().join("keys/log-002.pem"), &secret).unwrap();
        until("the server to lead", || (stage.house.get("/readyz").status == 200).then_some(()));
        assert_eq!(stage.house.submit(&bytes).status, 200, "what was stored is stored");
        stage.house.leave_twin();
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
