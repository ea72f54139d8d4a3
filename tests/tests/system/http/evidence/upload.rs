//! What is taken in, and what is refused.

use orebook_registry::instruction::*;
use orebook_tests::each_database;
use orebook_tests::scenario::value;
use serde_json::json;

use super::stage::{PROGRAM, REPORT, Stage, TABLE, digest};

#[test]
fn a_declared_file_is_stored_once_listed_and_read_as_it_was_sent() {
    each_database(|location| {
        let stage = Stage::on(location);
        assert_eq!(stage.states(), ["missing"; 4]);
        let (clara, holder) = (stage.clara(), stage.house.member(&stage.holder));
        let stored = stage.put(&holder, REPORT);
        assert_eq!((stored.status, stored.text("/state")), (201, "stored"), "{}", stored.body);
        assert_eq!(stored.text("/media_type"), "application/pdf");
        assert_eq!(stored.text("/size"), REPORT.len().to_string());
        assert_eq!(stored.text("/stored_by"), stage.holder.id.to_string());
        let again = stage.put(&clara, REPORT);
        assert_eq!((again.status, &again.json), (200, &stored.json), "it was stored before, by the holder");
        // Neither the header nor a name decides what it is.
        let headers = [("content-type", "application/pdf")];
        let table = clara.send("PUT", &stage.path(TABLE), &headers, TABLE.to_vec());
        assert_eq!((table.status, table.text("/media_type")), (201, "text/plain"));
        assert_eq!(stage.states(), ["stored", "stored", "missing", "missing"]);
        let read = clara.get(&stage.path(REPORT));
        assert_eq!((read.status, read.bytes.as_slice()), (200, REPORT));
        assert_eq!(read.header("content-type"), "application/pdf");
        let name = format!("attachment; filename=\"{}.pdf\"", digest(REPORT));
        assert_eq!(read.header("content-disposition"), name);
        assert_eq!(read.header("x-content-type-options"), "nosniff");
        assert_eq!(read.header("content-security-policy"), "sandbox; default-src 'none'");
        assert_eq!(read.header("cache-control"), "private, no-store, no-transform");
        assert_eq!(stage.arriving(), 0);
        stage.house.audit();
    });
}

#[test]
fn a_part_of_a_file_is_read_by_its_range() {
    each_database(|location| {
        let stage = Stage::on(location);
        let clara = stage.clara();
        assert_eq!(stage.put(&clara, TABLE).status, 201);
        let part = clara.send("GET", &stage.path(TABLE), &[("range", "bytes=4-8")], Vec::new());
        assert_eq!((part.status, part.body.as_str()), (206, "gross"));
        assert_eq!(part.header("content-range"), format!("bytes 4-8/{}", TABLE.len()));
        assert_eq!(part.header("x-content-type-options"), "nosniff");
        let beyond = clara.send("GET", &stage.path(TABLE), &[("range", "bytes=900-")], Vec::new());
        assert_eq!((beyond.status, beyond.code()), (416, "range_must_be_of_the_file"));
        assert_eq!(beyond.json["facts"], json!({ "length": TABLE.len() }));
        let head = clara.send("HEAD", &stage.path(TABLE), &[], Vec::new());
        assert_eq!((head.status, head.header("content-length")), (200, TABLE.len().to_string().as_str()));
        // A packed answer would not have the digest.
        let packed = clara.send("GET", &stage.path(TABLE), &[("accept-encoding", "gzip")], Vec::new());
        assert_eq!(packed.bytes, TABLE);
        stage.house.audit();
    });
}

#[test]
fn what_is_not_the_declared_file_is_refused_and_leaves_nothing() {
    each_database(|location| {
        let stage = Stage::on(location);
        let clara = stage.clara();
        let put = |path: &str, file: &[u8]| clara.send("PUT", path, &[], file.to_vec());
        let other = put(&stage.path(REPORT), TABLE);
        assert_eq!((other.status, other.code()), (422, "evidence_must_have_its_digest"));
        let facts = json!({ "digest": digest(REPORT).to_string(), "found": digest(TABLE).to_string() });
        assert_eq!(other.json["facts"], facts);
        let empty = put(&stage.path(REPORT), b"");
        assert_eq!((empty.status, empty.code()), (422, "evidence_must_have_its_digest"));
        let undeclared = stage.put(&clara, b"undeclared");
        assert_eq!((undeclared.status, undeclared.code()), (404, "must_exist"));
        let program = stage.put(&clara, PROGRAM);
        assert_eq!((program.status, program.code()), (415, "evidence_type_must_be_allowed"), "{}", program.body);
        assert_eq!(program.json["facts"]["found"], json!("application/vnd.microsoft.portable-executable"));
        for (path, status, code) in [
            (format!("{}/{}", stage.list(), "7".repeat(63)), 400, "parameter_is_malformed"),
            (format!("{}/{}", stage.list(), "F".repeat(64)), 400, "parameter_is_malformed"),
            (format!("{}/..%2F..%2Fetc%2Fpasswd", stage.list()), 400, "parameter_is_malformed"),
            (format!("/v1/declarations/dcl_1/evidence/{}", digest(REPORT)), 400, "parameter_is_malformed"),
        ] {
            let answer = put(&path, REPORT);
            assert_eq!((answer.status, answer.code()), (status, code), "{path}");
        }
        let none = format!("/v1/declarations/{}/evidence/{}", other_declaration(&stage), digest(REPORT));
        assert_eq!(put(&none, REPORT).code(), "must_exist");
        let unsent = clara.get(&stage.path(REPORT));
        assert_eq!((unsent.status, unsent.code()), (404, "evidence_must_be_stored"));
        let method = clara.send("DELETE", &stage.path(REPORT), &[], Vec::new());
        assert_eq!((method.status, method.header("allow")), (405, "GET, PUT"));
        assert_eq!(stage.states(), ["missing"; 4]);
        assert_eq!((stage.arriving(), stage.stored(PROGRAM).exists()), (0, false));
        stage.house.audit();
    });
}

/// An id of nothing.
fn other_declaration(stage: &Stage) -> String {
    let id = stage.declaration.to_string();
    let end = if id.ends_with('1') { "0" } else { "1" };
    format!("{}{end}", &id[..id.len() - 1])
}

#[test]
fn a_declaration_that_has_ended_takes_no_evidence_in() {
    each_database(|location| {
        let mut stage = Stage::on(location);
        let (certifier, declaration) = (stage.world.cordillera.clone(), stage.declaration);
        assert_eq!(stage.put(&stage.clara(), REPORT).status, 201);
        let reject = RejectDeclaration { declaration, note: None, reason: value("evidence") };
        assert_eq!(stage.house.act(&certifier, Act::RejectDeclaration(reject)).status, 201);
        let late = stage.put(&stage.clara(), TABLE);
        assert_eq!((late.status, late.code()), (409, "declaration_must_be_live"));
        assert_eq!(late.json["facts"], json!({ "state": "rejected" }));
        assert_eq!(stage.clara().get(&stage.path(REPORT)).status, 200, "what was read is read further");
        stage.house.audit();
    });
}
