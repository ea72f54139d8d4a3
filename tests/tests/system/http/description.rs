//! The description of the API: generated from the handlers, committed, and served.

use std::collections::BTreeSet;
use std::path::Path;

use orebook_server::openapi;
use orebook_tests::each_database;
use orebook_tests::golden::committed;
use orebook_tests::house::House;
use serde_json::Value;

fn document() -> Value {
    serde_json::from_str(&openapi::document()).unwrap()
}

fn operations(document: &Value) -> impl Iterator<Item = (String, &Value)> {
    document["paths"].as_object().unwrap().iter().flat_map(|(path, methods)| {
        methods.as_object().unwrap().iter().map(move |(method, operation)| (format!("{method} {path}"), operation))
    })
}

#[test]
fn the_committed_description_is_the_one_the_handlers_give() {
    committed(Path::new("openapi/openapi.json"), &openapi::document());
}

#[test]
fn it_is_openapi_3_1_and_every_operation_has_a_name_of_its_own() {
    let document = document();
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1."));
    let mut seen = BTreeSet::new();
    for (name, operation) in operations(&document) {
        let id = operation["operationId"].as_str().unwrap_or_else(|| panic!("{name} has no operationId"));
        assert!(seen.insert(id.to_owned()), "{id} twice");
        assert!(operation["summary"].is_string(), "{name} says what it does");
    }
    assert!(seen.len() >= 30, "{}", seen.len());
}

#[test]
fn every_reference_leads_somewhere_and_every_refusal_is_a_problem() {
    let document = document();
    let text = document.to_string();
    for reference in text.split(r##""$ref":"#"##).skip(1) {
        let pointer = reference.split('"').next().unwrap();
        assert!(document.pointer(pointer).is_some(), "{pointer}");
    }
    for (name, operation) in operations(&document) {
        for (status, response) in operation["responses"].as_object().unwrap() {
            let shared = response["$ref"].as_str().map(|name| document.pointer(name.trim_start_matches('#')).unwrap());
            let response = shared.unwrap_or(response);
            assert!(response["description"].is_string(), "{name} {status} says what it means");
            if status.starts_with(['4', '5']) {
                let body = response["content"].to_string();
                assert!(body.contains("ProblemBody"), "{name} {status}: {body}");
                assert!(body.contains("application/problem+json"), "{name} {status}: {body}");
            }
        }
    }
}

#[test]
fn it_is_served_and_its_pages_ask_nobody_else() {
    each_database(|location| {
        let house = House::founded(location);
        assert_eq!(house.get("/openapi.json").json, document());
        let page = house.get("/docs/");
        assert_eq!(page.status, 200);
        let mut files = vec![("/docs/".to_owned(), page.body.clone())];
        for attribute in ["src=\"", "href=\""] {
            for link in page.body.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(!link.contains("//"), "{link} is on a foreign origin");
                let answer = house.get(&format!("/docs/{}", link.trim_start_matches("./")));
                assert_eq!(answer.status, 200, "{link}");
                files.push((link.to_owned(), answer.body));
            }
        }
        assert!(files.len() > 3, "the page has its scripts: {}", page.body);
        let set_up = files.iter().find(|(name, _)| name.contains("initializer")).unwrap();
        assert!(set_up.1.contains("/openapi.json") && !set_up.1.contains("http"), "{}", set_up.1);
        house.audit();
    });
}
