//! The log, to be taken away whole: its files, and how the auditor's program goes through them without a network.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, get, web};
use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use orebook_tlog::{EntriesPath, TilePath, entry_bundles, tiles};
use serde::Deserialize;

use super::LOOKS;
use crate::access::Permission;
use crate::access::rules::Asking;
use crate::api::log::published;
use crate::app::Data;
use crate::pages::act::show::office;
use crate::pages::desk::door::opened;
use crate::pages::frame::Frame;
use crate::pages::{framed, unstored};
use crate::problem::Problem;

/// Files on one page.
const SHOWN: usize = 40;

#[derive(Template)]
#[template(path = "desk_log.html")]
struct LogPage {
    frame: Frame,
    origin: String,
    entries: String,
    last: String,
    root: String,
    vkey: String,
    /// Whether the reader may take the entries away.
    may: bool,
    files: Vec<File>,
    more: Option<usize>,
    commands: String,
}

framed!(LogPage);

/// A file of entries, or of hashes.
struct File {
    path: String,
    what: String,
    /// Whether the reader may take it away.
    may: bool,
}

/// From which file on.
#[derive(Debug, Deserialize)]
pub struct Shown {
    #[serde(default)]
    from: usize,
}

/// The log.
#[get("/desk/auditor/log")]
pub async fn show(
    shared: Data,
    request: HttpRequest,
    frame: Frame,
    asked: web::Query<Shown>,
) -> Result<HttpResponse, Problem> {
    if let Err(elsewhere) = opened(&frame, LOOKS) {
        return Ok(elsewhere);
    }
    office(&shared, &request, &frame)?;
    let checkpoint = published(&shared)?.checkpoint;
    let (t, size) = (frame.t, checkpoint.size);
    let (last, vkey) = shared.state(|registry| {
        (registry.time(), registry.own_keys().log_key_at(size).map(ToOwned::to_owned).unwrap_or_default())
    });
    let may = Asking::of(&request, &shared).member(Permission::Entries).is_ok();
    let bundle = |path: EntriesPath| {
        let first = path.index * u64::from(orebook_tlog::TILE_WIDTH);
        let what = t.auditor_entries_of(t.whole(first), t.whole(first + u64::from(path.width) - 1));
        File { what, path: path.to_string(), may }
    };
    let tile = |path: TilePath| File { what: t.auditor_hashes(t.whole(path.level)), path: path.to_string(), may: true };
    let mut rest = entry_bundles(size).map(bundle).chain(tiles(size).map(tile)).skip(asked.from);
    let files: Vec<File> = rest.by_ref().take(SHOWN).collect();
    let page = LogPage {
        origin: checkpoint.origin.clone(),
        entries: t.whole(size),
        last: last.map(|time| t.moment(time)).unwrap_or_default(),
        root: STANDARD.encode(checkpoint.root),
        commands: commands(&checkpoint.origin, size, &vkey),
        vkey,
        more: rest.next().map(|_| asked.from.saturating_add(SHOWN)),
        may,
        files,
        frame,
    };
    unstored(&page, StatusCode::OK)
}

/// What fetches the whole log into a directory, laid out as it is here, and goes through it.
fn commands(origin: &str, size: u64, vkey: &str) -> String {
    let host = origin.trim_end_matches("/log");
    let mut by_folder: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let bundles = entry_bundles(size).map(|path| path.to_string());
    for path in bundles.chain(tiles(size).map(|path| path.to_string())) {
        let (folder, file) = path.trim_start_matches("tile/").split_once('/').unwrap_or((&path, ""));
        by_folder.entry(folder.to_owned()).or_default().push(file.to_owned());
    }
    let fetches: String = by_folder.iter().map(|(folder, files)| fetch(folder, files)).collect();
    format!(
        "LOG=https://{host}/log  TOKEN=obt_…\nmkdir -p archive && cd archive\necho '{vkey}' > vkey\ncurl -fsS -o checkpoint \"$LOG/checkpoint\"\n{fetches}orebook-verify . --key '{vkey}'\n"
    )
}

/// The full files of a folder are named by their place, so a range says them all; but beyond a thousand a name has a
/// folder of its own.
fn fetch(folder: &str, files: &[String]) -> String {
    let is_plain = |file: &&String| file.len() == 3;
    let many = files.iter().filter(is_plain).count();
    let range = (many > 1).then(|| format!("[000-{:03}]", many - 1));
    let others = files.iter().filter(|file| many < 2 || !is_plain(file)).cloned();
    let others: Vec<String> = others.collect();
    let others = (!others.is_empty()).then(|| format!("{{{}}}", others.join(",")));
    let line = |names: String| {
        format!(
            "curl -fsS -H \"Authorization: Bearer $TOKEN\" --create-dirs -o 'tile/{folder}/#1' \"$LOG/tile/{folder}/{names}\"\n"
        )
    };
    range.into_iter().chain(others).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::commands;

    fn fetched(size: u64) -> Vec<String> {
        let told = commands("demo.example/log", size, "key");
        assert!(told.starts_with("LOG=https://demo.example/log") && told.ends_with("--key 'key'\n"), "{told}");
        let lines = told.lines().filter_map(|line| line.rsplit_once("$LOG/tile/"));
        lines.map(|(_, names)| names.trim_end_matches('"').to_owned()).collect()
    }

    #[test]
    fn every_file_of_the_log_is_fetched() {
        assert_eq!(fetched(10), ["0/{000.p/10}", "entries/{000.p/10}"]);
        assert_eq!(fetched(335), ["0/{000,001.p/79}", "1/{000.p/1}", "entries/{000,001.p/79}"]);
        assert_eq!(
            fetched(600),
            ["0/[000-001]", "0/{002.p/88}", "1/{000.p/2}", "entries/[000-001]", "entries/{002.p/88}"]
        );
    }
}
