//! The documents say what the code does: names that both know are compared.

use std::path::{Path, PathBuf};

use orebook_registry::Refusal;
use orebook_server::pages::problem::snake_case;
use orebook_server::problem::{TRANSPORT, status_of};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// First and second cells of the rows whose first cell is a code.
fn rows(page: &str) -> Vec<(String, String)> {
    let text = std::fs::read_to_string(root().join(page)).unwrap();
    let row = |line: &str| {
        let mut cells = line.strip_prefix("| `")?.split('|').map(str::trim);
        let code = cells.next()?.strip_suffix('`')?.to_owned();
        Some((code, cells.next()?.to_owned()))
    };
    text.lines().filter_map(row).collect()
}

#[test]
fn every_refusal_has_its_row_with_its_status_in_the_order_of_the_table() {
    let known: Vec<(String, String)> = Refusal::TABLE
        .iter()
        .map(|(name, class, _)| (snake_case(name), status_of(*class).as_u16().to_string()))
        .collect();
    let documented = rows("docs/refusals.md");
    assert_eq!(documented[..known.len()], known[..]);
}

#[test]
fn every_problem_of_the_door_has_its_row_with_its_status() {
    let documented = rows("docs/refusals.md");
    for (code, status, _) in TRANSPORT {
        assert!(documented.contains(&((*code).to_owned(), status.to_string())), "{code} {status}");
    }
}

#[test]
fn no_document_leads_to_a_file_that_is_not_there() {
    let pages = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "STYLE.md", "docs/README.md"];
    for page in pages {
        let path = root().join(page);
        let text = std::fs::read_to_string(&path).unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
            let local = !link.is_empty() && !link.contains("://") && !link.starts_with("mailto:");
            assert!(!local || path.parent().unwrap().join(link).exists(), "{page}: {link}");
        }
    }
}
