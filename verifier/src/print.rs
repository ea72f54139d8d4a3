//! The report as a person reads it, and as a program does.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use orebook_verifier::bundle::Told;
use orebook_verifier::statement::{Checks, Verdict};
use orebook_verifier::{Finding, Report};
use serde::Serialize;

/// One JSON object, on one line.
pub fn json(value: &impl Serialize) -> Result<(), String> {
    let text = serde_json::to_string(value).map_err(|error| error.to_string())?;
    println!("{text}");
    Ok(())
}

/// The report in plain sentences.
pub fn report(report: &Report) {
    print!("{}", report_text(report));
    if report.applied > 0 && report.is_clean() {
        println!(
            "The first {} entries were decided again another time, and their signatures checked; --afresh does it anew.",
            report.applied
        );
    }
}

fn report_text(report: &Report) -> String {
    let mut out = String::new();
    let figures = &report.figures;
    let until = figures.time.map(|time| format!(", the last of {time}")).unwrap_or_default();
    let _ = writeln!(out, "{}: {} entries{until}", report.origin, report.size);
    let _ = writeln!(out, "checkpoint root  {}", STANDARD.encode(report.root));
    let _ = writeln!(
        out,
        "organisations    {}, signed instructions {}, retirements {}",
        figures.organisations, figures.signatures, figures.retirements
    );
    if let Some(witnessed) = report.witnessed {
        let _ = writeln!(out, "witnessed        the first {witnessed} entries");
    }
    for mineral in &figures.minerals {
        let _ = writeln!(
            out,
            "{:<16} {} kg issued in {} batches, {} kg retired, {} kg cancelled, {} kg expired, {} kg outstanding",
            mineral.mineral.name(),
            mineral.issued,
            mineral.batches,
            mineral.retired,
            mineral.cancelled,
            mineral.expired,
            mineral.outstanding
        );
    }
    out.push('\n');
    if report.is_clean() {
        out.push_str(
            "No finding. Every entry is in the signed tree, every signature verifies, and every instruction,\n\
             decided again by the rules, gave the same entries byte for byte.\n",
        );
        return out;
    }
    let _ = writeln!(out, "{} found:", findings(report.findings.len()));
    report.findings.iter().for_each(|found| finding(&mut out, found));
    if figures.replayed < report.size {
        let _ = writeln!(
            out,
            "The replay stopped after {} entries; the figures above are those of that moment.",
            figures.replayed
        );
    }
    out
}

fn findings(number: usize) -> String {
    if number == 1 { "1 thing was".to_owned() } else { format!("{number} things were") }
}

fn finding(out: &mut String, finding: &Finding) {
    let place = finding.entry.map(|entry| format!("entry {entry}: ")).unwrap_or_default();
    let _ = writeln!(out, "  {place}{}  [{}]", finding.detail, finding.rule);
}

/// The answers about a bundle, and what else is in it.
pub fn bundle(told: &Told) {
    answers(&told.checks);
    if !told.others.is_empty() {
        println!("\nWhat else the log says of it, which does not change the statement:");
    }
    for other in &told.others {
        println!("  entry {:<8} {}  {}", other.index, other.time, other.events.join(", "));
    }
    print_limits();
}

/// The answers about a statement, one a line.
pub fn checks(checks: &Checks) {
    answers(checks);
    print_limits();
}

fn answers(checks: &Checks) {
    for check in &checks.0 {
        let word = match check.verdict {
            Verdict::Established => "yes",
            Verdict::Unknown => "not established",
            Verdict::Failed => "NO",
        };
        let detail = if check.detail.is_empty() { String::new() } else { format!(" ({})", check.detail) };
        println!("{word:<16} {}{detail}", check.what);
    }
}

fn print_limits() {
    println!(
        "\nThis concerns one statement. That the blocks existed, belonged to the holder and were retired only once is\n\
         shown by the whole log: orebook-verify ARCHIVE --key VKEY."
    );
}
