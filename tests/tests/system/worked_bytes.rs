//! The worked bytes of docs/log-format.md are what the code makes of fixed keys. `UPDATE=1` writes them anew.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use orebook_document::{Seconds, SecretKey, canonical, sha256, sign};
use orebook_registry::instruction::*;
use orebook_registry::values::Timestamp;
use orebook_registry::{NewEntry, Outcome, Registry};
use orebook_server::founding::Foundation;
use orebook_tests::golden::workspace;
use orebook_tests::scenario::{open, value};
use orebook_tlog::{Checkpoint, Cosigner, MemoryTree, TlogProof, inclusion_proof, leaf_hash, root};

const PAGE: &str = "docs/log-format.md";
const BEGIN: &str = "<!-- worked bytes: made by a test -->\n";
const END: &str = "<!-- end of worked bytes -->\n";
const FOUNDED: &str = "2026-11-20T09:00:00Z";

fn foundation() -> Foundation {
    let [log, issuer, first, second] = [1, 2, 3, 4].map(|seed| SecretKey::from_seed([seed; 32]));
    Foundation {
        origin: "registry.example/log".to_owned(),
        operator: value("Example Registry"),
        country: value("NL"),
        time: value(FOUNDED),
        log,
        issuer,
        did_web: false,
        persons: [first, second],
        id: value("urn:uuid:01a1f82f-1e80-7000-8000-000000000000"),
    }
}

/// The second person's confirmation, five seconds later.
fn confirmation(foundation: &Foundation) -> Vec<u8> {
    let created = Seconds::from_unix(foundation.time.unix() + 5).unwrap();
    let instruction = Instruction {
        context: vec![CONTEXT.to_owned()],
        act: Act::ConfirmKey(ConfirmKey {}),
        expires: Seconds::from_unix(created.unix() + 600).unwrap(),
        id: value("urn:uuid:01a1f82f-3208-7000-8000-000000000001"),
        organisation: foundation.operator_id(),
        proof: None,
        registry: foundation.origin.clone(),
        kind: InstructionType::Instruction,
    };
    canonical(&sign(instruction, &foundation.persons[1], created)).unwrap()
}

fn entries(outcome: Outcome) -> Vec<NewEntry> {
    match outcome {
        Outcome::Accepted(entries) => entries,
        other => panic!("not accepted: {other:?}"),
    }
}

/// The two parts that are hashed: the proof without its value, the document without its proof.
fn parts(signed: &[u8]) -> [String; 2] {
    let mut document: serde_json::Value = serde_json::from_slice(signed).unwrap();
    let mut proof = document.as_object_mut().unwrap().remove("proof").unwrap();
    proof.as_object_mut().unwrap().remove("proofValue");
    [proof, document].map(|part| String::from_utf8(canonical(&part).unwrap()).unwrap())
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn worked() -> String {
    let foundation = foundation();
    let founding = foundation.instruction().unwrap();
    let confirmation = confirmation(&foundation);
    let mut registry = Registry::new();
    let mut log = entries(registry.found(&open(&founding)).unwrap());
    let now = Timestamp::from_ms((foundation.time.unix() + 5) * 1000 + 123);
    log.extend(entries(registry.submit(now, &open(&confirmation)).unwrap()));
    let tree: MemoryTree = log.iter().map(|entry| leaf_hash(&entry.bytes)).collect();
    let root = root(&tree, 2).unwrap();
    let signer = foundation.signer().unwrap();
    let note = Checkpoint { origin: foundation.origin.clone(), size: 2, root }.sign(&signer).unwrap();
    let proof = TlogProof { index: 1, hashes: inclusion_proof(&tree, 1, 2).unwrap(), checkpoint: note.clone() };
    let [p, d] = parts(&founding);
    let value = |signed: &[u8]| -> String {
        let json: serde_json::Value = serde_json::from_slice(signed).unwrap();
        json["proof"]["proofValue"].as_str().unwrap().to_owned()
    };
    let confirmed = value(&confirmation);
    let blind = STANDARD.encode(sha256(format!("{confirmed}2").as_bytes()));
    let cosigner = Cosigner::new("witness.example", [5; 32]).unwrap();
    let mut out = String::new();
    let mut say =
        |name: &str, what: &str| writeln!(out, "{name}\n\n```\n{}\n```\n", what.trim_end_matches('\n')).unwrap();
    say("The log's verifier key; the seed of its secret key is 32 bytes `01`:", &signer.verifier_key().to_string());
    say("The key of the first person, seed 32 bytes `03`, and its 32 bytes in hexadecimal:", &{
        let key = foundation.persons[0].public();
        format!("{key}\n{}", hex(key.as_bytes()))
    });
    say("The founding instruction: JCS(P), and its SHA-256:", &format!("{p}\n{}", hex(&sha256(p.as_bytes()))));
    say("JCS(D), and its SHA-256, which is the identity:", &format!("{d}\n{}", hex(&sha256(d.as_bytes()))));
    say("`proofValue`, the first person's signature over the two hashes, the proof's first:", &value(&founding));
    say("Entry 0, and its leaf hash:", &format!("{}\n{}", text(&log[0].bytes), hex(&leaf_hash(&log[0].bytes))));
    say(
        "Entry 1, the second person's `confirm_key`, and its leaf hash:",
        &format!("{}\n{}", text(&log[1].bytes), hex(&leaf_hash(&log[1].bytes))),
    );
    say("The root over both, node(leaf 0, leaf 1), and the checkpoint:", &format!("{}\n\n{note}", hex(&root)));
    say("The tlog-proof of entry 1:", &proof.to_string());
    say("A bundle of both begins with the length of entry 0 in two bytes, here in hexadecimal:", &{
        let length = u16::try_from(log[0].bytes.len()).unwrap();
        hex(&length.to_be_bytes())
    });
    say("If entry 1 had a members' continuation with sequence 2, its `blind` would be:", &blind);
    say(
        "A witness's verifier key, seed 32 bytes `05`, and its cosignature of the checkpoint at 1790000000:",
        &format!("{}\n{}", cosigner.verifier_key(), cosigner.cosign(&note, 1_790_000_000).unwrap()),
    );
    out
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_page_shows_what_the_code_makes() {
    let path = workspace().join(PAGE);
    let page = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = page.split_once(BEGIN).expect("the page has the mark");
    let (shown, after) = rest.split_once(END).expect("and its end");
    let made = worked();
    if std::env::var_os("UPDATE").is_some_and(|update| update == "1") {
        std::fs::write(&path, format!("{before}{BEGIN}{made}{END}{after}")).unwrap();
    } else {
        assert_eq!(shown, made, "UPDATE=1 rewrites it");
    }
}
