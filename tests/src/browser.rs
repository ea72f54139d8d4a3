//! A real browser: Debian's Chromium, headless, with a profile of its own. What takes one page is asked of Chromium
//! itself; what takes a visitor is a script of `tests/browser`.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::programs::directory;

const CHROMIUM: &str = "/usr/bin/chromium";

/// What the scripts import; `.ci/setup` fetches it.
const PACKAGES: [&str; 2] = ["playwright-core", "axe-core"];

/// What the browser made of a page.
#[derive(Debug)]
pub struct Seen {
    /// The document as the browser has it.
    pub dom: String,
    /// What the page had it complain about.
    pub complaints: Vec<String>,
}

/// Opens a page and answers its document.
///
/// # Panics
/// If there is no browser: a test that is skipped says nothing.
pub fn open(url: &str) -> Seen {
    let (dom, errors) = run(&["--dump-dom", "--virtual-time-budget=5000", "--enable-logging=stderr", url]);
    let complaints = errors.lines().filter(|line| line.contains("CONSOLE")).map(str::to_owned).collect();
    Seen { dom, complaints }
}

/// Plays a script of `tests/browser` with what it is given, prints its results, and answers them.
///
/// # Panics
/// If anything is not as the script expects, or what it needs is missing: a test that is skipped says nothing.
pub fn play(script: &str, given: &Value) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for package in PACKAGES {
        let there = root.join("target/tools/node_modules").join(package).join("package.json").is_file();
        assert!(there, "{package} is missing: run `make setup`");
    }
    assert!(Path::new(CHROMIUM).is_file(), "{CHROMIUM} is missing: run `make setup`");
    let home = tempfile::tempdir().expect("a temporary directory");
    let mut command = Command::new("node");
    command
        .env("HOME", home.path())
        .arg(root.join("tests/browser").join(script).with_extension("mjs"))
        .arg(given.to_string());
    let output = command.output().expect("node starts: run `make setup`");
    let [out, errors] = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    println!("{out}");
    // What failed, and the lines that belong to it.
    let faults: Vec<&str> =
        out.lines().filter(|line| line.starts_with("FAILED") || line.starts_with("        ")).collect();
    assert!(output.status.success(), "{script}: {}\n{errors}", faults.join("\n"));
    out
}

/// Where pictures and tables of pages are kept: `target/pages`.
///
/// # Panics
/// If it cannot be made.
pub fn kept() -> PathBuf {
    let kept = directory().parent().expect("target").join("pages");
    std::fs::create_dir_all(&kept).expect("the directory can be made");
    kept
}

/// Takes a picture of a page whose scripts need a while, kept under `target/pages`.
///
/// # Panics
/// If there is none afterwards.
pub fn picture_of(url: &str, name: &str, width: u32) -> PathBuf {
    taken(url, name, width, &["--virtual-time-budget=5000"])
}

/// Takes a picture of a page, kept under `target/pages`.
///
/// # Panics
/// If there is none afterwards.
pub fn picture(url: &str, name: &str, width: u32) -> PathBuf {
    taken(url, name, width, &[])
}

fn taken(url: &str, name: &str, width: u32, further: &[&str]) -> PathBuf {
    let file = kept().join(format!("{name}-{width}.png"));
    let (to, size) = (format!("--screenshot={}", file.display()), format!("--window-size={width},800"));
    run(&[&[to.as_str(), &size, "--hide-scrollbars"], further, &[url]].concat());
    let bytes = std::fs::read(&file).expect("the picture was taken");
    assert!(bytes.starts_with(b"\x89PNG") && bytes.len() > 5_000, "{} shows something", file.display());
    file
}

/// How wide a page wants to be in a window of some width. It stands in a frame of exactly that width, with its
/// stylesheet written into it, for its own policy lets no script near it.
///
/// # Panics
/// If the browser does not say.
pub fn width_wanted(html: &str, style: &str, width: u32) -> u32 {
    let page =
        html.replace("<link rel=\"stylesheet\" href=\"/assets/orebook.css\">", &format!("<style>{style}</style>"));
    assert!(page.len() > html.len(), "the stylesheet stands in the page");
    let escaped = page.replace('&', "&amp;").replace('"', "&quot;");
    let measure = "onload=\"this.dataset.wide = this.contentDocument.documentElement.scrollWidth\"";
    let frame = format!(
        "<!doctype html><meta charset=utf-8><iframe style=\"width:{width}px;height:800px;border:0\" srcdoc=\"{escaped}\" {measure}></iframe>"
    );
    let directory = tempfile::tempdir().expect("a temporary directory");
    let file = directory.path().join("frame.html");
    std::fs::write(&file, frame).expect("the frame can be written");
    let seen = open(&format!("file://{}", file.display()));
    let wide = seen.dom.split("data-wide=\"").nth(1).and_then(|rest| rest.split('"').next());
    wide.and_then(|wide| wide.parse().ok()).unwrap_or_else(|| panic!("not measured: {seen:?}"))
}

/// Runs the browser to its end; answers what it printed.
fn run(arguments: &[&str]) -> (String, String) {
    assert!(Path::new(CHROMIUM).is_file(), "{CHROMIUM} is missing: apt-get install chromium");
    let profile = tempfile::tempdir().expect("a temporary directory");
    let mut command = Command::new(CHROMIUM);
    command
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .args(["--disable-dev-shm-usage", "--timeout=20000"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .env("HOME", profile.path())
        .args(arguments);
    let output = command.output().expect("the browser starts");
    let [out, errors] = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    assert!(output.status.success(), "{errors}");
    (out, errors)
}
