//! The register's own keys change by entries, and places in the log decide which of them counts for what.

use orebook_document::SecretKey;
use orebook_registry::instruction::*;
use orebook_registry::party::adopt_issuer::did_web;
use orebook_registry::{Entry, Refusal, Registry};
use orebook_tests::archive::sign_anew;
use orebook_tests::scenario::{ORIGIN, Scenario};
use orebook_tlog::{Checkpoint, NoteSigner};
use orebook_verifier::archive::Reader;
use orebook_verifier::{Report, rule, verify};

/// Two persons of the operator do it; the answer is the entry that holds the event.
fn adopted(scenario: &mut Scenario, act: impl FnOnce(&Scenario) -> Act) -> u64 {
    let act = act(scenario);
    let operator = scenario.operator.clone();
    scenario.act_together(&operator, act).expect("adopted").last().expect("a continuation").sequence
}

fn signer(key: &SecretKey) -> NoteSigner {
    NoteSigner::new(ORIGIN, key.seed()).unwrap()
}

fn bytes(scenario: &Scenario) -> Vec<Vec<u8>> {
    scenario.entries().iter().map(|entry| entry.bytes.clone()).collect()
}

/// What an auditor who knows `known` says of the log under a checkpoint by `signers`.
fn audited(scenario: &Scenario, signers: &[NoteSigner], known: &NoteSigner) -> Report {
    let dir = tempfile::tempdir().unwrap();
    sign_anew(&bytes(scenario), &signers[0], dir.path());
    let stated = Checkpoint::stated(Reader::open(dir.path()).unwrap().note()).unwrap();
    std::fs::write(dir.path().join("checkpoint"), stated.sign_all(signers).unwrap()).unwrap();
    verify(&Reader::open(dir.path()).unwrap(), known.verifier_key()).unwrap()
}

fn rules(report: &Report) -> Vec<&'static str> {
    report.findings.iter().map(|finding| finding.rule).collect()
}

#[test]
fn the_key_in_force_at_its_last_entry_must_sign_a_checkpoint() {
    let mut scenario = Scenario::founded();
    let old = signer(&scenario.log_key());
    let from = adopted(&mut scenario, |s| Act::AdoptLogKey(s.adopt_log_key(KeyEnd::Retired)));
    let new = signer(&scenario.log_key());
    let own = scenario.registry.own_keys();
    let key_at = |size| own.log_key_at(size).unwrap().to_owned();
    assert_eq!(key_at(from), old.verifier_key().to_string(), "a checkpoint without the entry");
    assert_eq!(key_at(from + 1), new.verifier_key().to_string(), "the first that counts it");
    assert_eq!(own.log()[0].ended, Some((KeyEnd::Retired, from)));

    let both = [new.clone(), old.clone()];
    assert_eq!(rules(&audited(&scenario, &both, &old)), [""; 0], "whoever knows the old key is led to the new");
    assert_eq!(rules(&audited(&scenario, &both, &new)), [""; 0], "and whoever knows the new one needs no other");
    assert_eq!(rules(&audited(&scenario, &both[..1], &new)), [""; 0]);
    assert_eq!(rules(&audited(&scenario, &both[1..], &old)), [rule::CHECKPOINT], "the old key alone signs no more");
    assert_eq!(rules(&audited(&scenario, &both[..1], &old)), [rule::CHECKPOINT], "the new key alone proves nothing");
    let other = signer(&scenario.next_log_key());
    let found = rules(&audited(&scenario, std::slice::from_ref(&other), &other));
    assert!(found.contains(&rule::LOG_KEY), "a key that the log never named: {found:?}");
}

#[test]
fn a_checkpoint_is_opened_by_the_key_of_its_place_only() {
    let mut scenario = Scenario::founded();
    let old = signer(&scenario.log_key());
    let from = adopted(&mut scenario, |s| Act::AdoptLogKey(s.adopt_log_key(KeyEnd::Compromised)));
    let new = signer(&scenario.log_key());
    let note =
        |size, signer: &NoteSigner| Checkpoint { origin: ORIGIN.to_owned(), size, root: [7; 32] }.sign(signer).unwrap();
    let opens = |size, signer| scenario.registry.own_keys().open_checkpoint(&note(size, signer)).is_ok();
    assert!(opens(from, &old) && opens(from + 1, &new));
    assert!(!opens(from + 1, &old) && !opens(from, &new) && !opens(0, &old));
}

#[test]
fn the_issuer_in_force_at_a_retirement_issues_its_statement() {
    let mut scenario = Scenario::founded();
    let first = scenario.issuer_key().public();
    let from = adopted(&mut scenario, |s| Act::AdoptIssuer(s.adopt_issuer(true, KeyEnd::Retired)));
    let own = scenario.registry.own_keys();
    assert_eq!(own.issuer_at(from).map(|issuer| issuer.key), Some(first), "the entry itself is still the first's");
    let second = own.issuer_at(from + 1).unwrap();
    assert_eq!((second.key, second.did.as_str()), (scenario.issuer_key().public(), did_web(ORIGIN).as_str()));
}

#[test]
fn keys_are_learned_from_entries_alone() {
    let mut scenario = Scenario::founded();
    adopted(&mut scenario, |s| Act::AdoptLogKey(s.adopt_log_key(KeyEnd::Retired)));
    adopted(&mut scenario, |s| Act::AdoptIssuer(s.adopt_issuer(false, KeyEnd::Compromised)));
    let mut own = orebook_registry::party::OwnKeys::default();
    bytes(&scenario).iter().for_each(|entry| own.learn(entry).unwrap());
    assert_eq!(own, *scenario.registry.own_keys());
    let mut followed = Registry::new();
    let until = Entry::parse(bytes(&scenario).last().unwrap()).unwrap().time;
    bytes(&scenario).iter().for_each(|entry| followed.follow(entry, until).unwrap());
    assert_eq!(own, *followed.own_keys());
}

#[test]
fn what_is_not_a_new_key_of_this_register_is_refused() {
    let mut scenario = Scenario::founded();
    let operator = scenario.operator.clone();
    let refused = |scenario: &mut Scenario, act| scenario.act_by(&operator, 0, act).unwrap_err();
    let log = |alter: fn(&mut AdoptLogKey)| {
        move |scenario: &Scenario| {
            let mut act = scenario.adopt_log_key(KeyEnd::Retired);
            alter(&mut act);
            Act::AdoptLogKey(act)
        }
    };
    let issuer = |alter: fn(&mut AdoptIssuer)| {
        move |scenario: &Scenario| {
            let mut act = scenario.adopt_issuer(false, KeyEnd::Retired);
            alter(&mut act);
            Act::AdoptIssuer(act)
        }
    };
    for act in
        [log(|a| a.log_key.clear())(&scenario), log(|a| a.log_key = a.log_key.replace("orebook", "other"))(&scenario)]
    {
        assert!(matches!(refused(&mut scenario, act), Refusal::FieldMustBe { field: "log_key", .. }));
    }
    let act = issuer(|a| a.issuer.did = "did:web:other.example".to_owned())(&scenario);
    assert!(matches!(refused(&mut scenario, act), Refusal::FieldMustBe { field: "issuer.did", .. }));
    for act in [log(|a| a.possession.clear())(&scenario), issuer(|a| a.possession.truncate(40))(&scenario)] {
        assert!(matches!(refused(&mut scenario, act), Refusal::NewKeyMustSign { .. }));
    }
    let first = scenario.adopt_issuer(false, KeyEnd::Retired);
    adopted(&mut scenario, |_| Act::AdoptIssuer(first.clone()));
    assert_eq!(refused(&mut scenario, Act::AdoptIssuer(first)).code(), "registry_key_must_be_new", "nor used again");
}
