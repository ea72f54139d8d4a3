//! Bad input: a table. Each row has its status and its code; afterwards the register is what it was.

mod documents;
mod forms;
mod identity;
mod reads;
mod stage;
mod transport;

use orebook_tests::each_database;
use orebook_tests::house::Answer;

use stage::Stage;

/// What is sent, and what must be answered.
pub struct Row {
    name: String,
    method: &'static str,
    path: String,
    headers: Vec<(&'static str, &'static str)>,
    body: Vec<u8>,
    status: u16,
    code: &'static str,
}

impl Row {
    /// Bytes for `POST /v1/instructions`.
    fn write(name: impl Into<String>, body: impl Into<Vec<u8>>, status: u16, code: &'static str) -> Self {
        let headers = vec![("content-type", "application/json")];
        let (name, path, body) = (name.into(), "/v1/instructions".to_owned(), body.into());
        Self { name, method: "POST", path, headers, body, status, code }
    }

    /// A `GET`.
    fn read(path: impl Into<String>, status: u16, code: &'static str) -> Self {
        let path = path.into();
        Self { name: path.clone(), method: "GET", path, headers: Vec::new(), body: Vec::new(), status, code }
    }

    fn to(self, method: &'static str, path: impl Into<String>) -> Self {
        Self { method, path: path.into(), ..self }
    }

    fn with(self, headers: &[(&'static str, &'static str)]) -> Self {
        Self { headers: headers.to_vec(), ..self }
    }
}

/// What is wrong with an answer, if anything is.
fn fault(row: &Row, answer: &Answer) -> Option<String> {
    let got = (answer.status, answer.code());
    if got != (row.status, row.code) {
        return Some(format!("{}: expected {} {}, got {got:?}: {}", row.name, row.status, row.code, answer.body));
    }
    if answer.header("content-type") != "application/problem+json" {
        return Some(format!("{}: the media type is {:?}", row.name, answer.header("content-type")));
    }
    let member = |name: &str| answer.json[name].as_str().is_some_and(|text| !text.is_empty());
    let missing: Vec<&str> =
        ["type", "title", "code", "detail", "instance"].into_iter().filter(|name| !member(name)).collect();
    let named = answer.json["instance"].as_str() == Some(answer.header("x-request-id"));
    if !missing.is_empty() || answer.json["status"] != row.status || !named {
        return Some(format!("{}: not a whole problem, {missing:?}: {}", row.name, answer.body));
    }
    None
}

#[test]
fn bad_input_is_refused_by_name_and_changes_nothing() {
    each_database(|location| {
        let (mut house, stage) = Stage::set(location);
        let rows: Vec<Row> = [
            transport::rows(&stage),
            documents::rows(&stage),
            forms::rows(&stage),
            identity::rows(&mut house, &stage),
            reads::rows(&stage),
        ]
        .into_iter()
        .flatten()
        .collect();
        assert!(rows.len() >= 100, "{} rows", rows.len());
        let before = house.check();
        let send = |row: &Row| house.http.send(row.method, &row.path, &row.headers, row.body.clone());
        let faults: Vec<String> = rows.iter().filter_map(|row| fault(row, &send(row))).collect();
        assert!(faults.is_empty(), "{} of {} rows:\n{}", faults.len(), rows.len(), faults.join("\n"));
        assert_eq!(house.check(), before, "nothing was changed");
        house.audit();
    });
}

#[test]
fn the_instructions_that_the_table_spoils_are_good_themselves() {
    each_database(|location| {
        let (mut house, stage) = Stage::set(location);
        for text in [&stage.bid, &stage.account, &stage.register, &stage.deposit] {
            let answer = house.play(text.as_bytes());
            assert_eq!(answer.status, 201, "{}", answer.body);
        }
        house.audit();
    });
}
