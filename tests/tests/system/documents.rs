//! The documents say what the code does: names that both know are compared.

use std::collections::BTreeSet;
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

/// All documents of the repository, from its root.
fn documents() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for directory in ["", "deploy", "docs", "docs/decisions", "docs/examples", "docs/operating", "migrations"] {
        let listed = std::fs::read_dir(root().join(directory)).unwrap();
        let paths = listed.map(|file| file.unwrap().path());
        found.extend(paths.filter(|path| path.extension().is_some_and(|extension| extension == "md")));
    }
    found
}

/// The anchors of a document's headings, as a page of it has them.
fn anchors(text: &str) -> BTreeSet<String> {
    let (mut found, mut in_code) = (BTreeSet::new(), false);
    for line in text.lines() {
        in_code ^= line.trim_start().starts_with("```");
        if let Some(heading) = line.strip_prefix('#').filter(|_| !in_code) {
            let words = heading.trim_start_matches('#').trim().to_lowercase();
            let kept = words.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' '));
            found.insert(kept.map(|c| if c == ' ' { '-' } else { c }).collect());
        }
    }
    found
}

#[test]
fn no_document_leads_to_a_file_or_a_section_that_is_not_there() {
    let mut looked_at = 0;
    for page in documents() {
        let text = std::fs::read_to_string(&page).unwrap();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next()) {
            if link.contains("://") || link.starts_with("mailto:") {
                continue;
            }
            looked_at += 1;
            let (file, section) = link.split_once('#').unwrap_or((link, ""));
            let path = if file.is_empty() { page.clone() } else { page.parent().unwrap().join(file) };
            assert!(path.exists(), "{}: {link}", page.display());
            if !section.is_empty() {
                let there = anchors(&std::fs::read_to_string(&path).unwrap());
                assert!(there.contains(section), "{}: {link}", page.display());
            }
        }
    }
    assert!(looked_at > 200, "{looked_at} links");
}
