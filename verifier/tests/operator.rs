//! The operator itself lies: it holds the log's key, writes what it likes, and signs tree and checkpoint anew. What it
//! cannot make is a member's signature, or a decision that the rules do not give.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod support;

use orebook_document::sign;
use orebook_registry::instruction::*;
use orebook_registry::values::*;
use orebook_verifier::{Finding, rule};
use support::forge::{entry, entry_with, replaced, without};
use support::story::{BRAND, OPERATOR, Story};
use support::*;

/// The only finding about these entries, signed with the log's true key.
fn finding(entries: &[Vec<u8>]) -> Finding {
    let report = verified(entries);
    let [finding] = report.findings.as_slice() else { panic!("{:?}", report.findings) };
    finding.clone()
}

fn expect(entries: &[Vec<u8>], index: usize, rule: &str, detail: &str) {
    let finding = finding(entries);
    assert_eq!((finding.entry, finding.rule), (Some(index as u64), rule), "{finding:?}");
    assert!(finding.detail.contains(detail), "{finding:?}");
}

/// The story with one entry replaced.
fn altered(story: &Story, index: usize, from: &str, to: &str) -> Vec<Vec<u8>> {
    let mut entries = story.log.entries.clone();
    entries[index] = replaced(&entries[index], from, to);
    entries
}

#[test]
fn a_figure_of_any_event_that_is_altered_is_found_and_named() {
    let story = Story::told();
    let entries = &story.log.entries;
    let cases = [
        (r#""issued":"4.1""#, r#""issued":"4.2""#, "declaration_approved"),
        (r#""amount":"20000.00""#, r#""amount":"20001.00""#, "deposited"),
        (r#""mass":"1.2""#, r#""mass":"1.1""#, "traded"),
        (r#""price":{"amount":"4000.00""#, r#""price":{"amount":"4010.00""#, "traded"),
        (r#""fee":{"amount":"72.00""#, r#""fee":{"amount":"0.00""#, "traded"),
        (r#""use_until":"2027"#, r#""use_until":"2028"#, "traded"),
        (r#""percent":"26""#, r#""percent":"62""#, "retired"),
        (r#""lapses_at":"2026-11-27"#, r#""lapses_at":"2026-12-27"#, "proposed"),
    ];
    for (from, to, event) in cases {
        let index = entry_with(entries, event);
        expect(&altered(&story, index, from, to), index, rule::DECIDED, "the rules give");
    }
}

#[test]
fn a_leg_moved_to_another_payee_is_found() {
    let story = Story::told();
    let index = entry_with(&story.log.entries, "traded");
    let text = String::from_utf8(story.log.entries[index].clone()).unwrap();
    let legs = &text[text.find(r#""legs":"#).unwrap()..];
    let at = legs.find(r#""amount":""#).unwrap() + 10;
    let amount = &legs[at..at + legs[at..].find('"').unwrap()];
    let changed = altered(
        &story,
        index,
        &format!(r#""legs":[{{"amount":{{"amount":"{amount}"#),
        r#""legs":[{"amount":{"amount":"1.00"#,
    );
    expect(&changed, index, rule::DECIDED, "/events/0/trade/traded/legs/0/amount/amount is \"1.00\"");
}

#[test]
fn the_serial_numbers_of_a_batch_that_are_altered_are_found() {
    let story = Story::told();
    let index = entry_with(&story.log.entries, "issued");
    let block: orebook_registry::serial::SerialBlock = {
        let text = String::from_utf8(story.log.entries[index].clone()).unwrap();
        let at = text.find("OBK-").unwrap();
        v(&text[at..at + text[at..].find('"').unwrap()])
    };
    let more = orebook_registry::serial::SerialBlock { to: block.to + 1_000_000, ..block.clone() };
    expect(&altered(&story, index, &block.to_string(), &more.to_string()), index, rule::DECIDED, "/block is");
}

#[test]
fn what_is_not_written_canonically_is_found() {
    let story = Story::told();
    let index = entry_with(&story.log.entries, "account_opened");
    expect(&altered(&story, index, r#""events":["#, r#""events": ["#), index, rule::CANONICAL, "byte");
    expect(&altered(&story, index, r#""v":"1"}"#, r#""v":"1"} "#), index, rule::CANONICAL, "byte");
    expect(&altered(&story, index, r#""v":"1""#, r#""v":"1","w":"2""#), index, rule::READABLE, "unknown field");
    expect(&altered(&story, index, r#""v":"1""#, r#""v":"2""#), index, rule::READABLE, "v");
    expect(&altered(&story, index, r#""act":{"#, r#""act": {"#), index, rule::INSTRUCTION, "canonical");
    expect(
        &altered(&story, index, r#""open_account":{"name":"Campaign"#, r#""open_account":{"name":"Campaigm"#),
        index,
        rule::SIGNATURE,
        "does not verify",
    );
}

#[test]
fn the_blind_the_cause_and_the_place_of_a_continuation_are_checked() {
    let story = Story::told();
    let index = entry_with(&story.log.entries, "traded");
    let text = String::from_utf8(story.log.entries[index].clone()).unwrap();
    let blind = &text[10..54];
    let other = format!("A{}", &blind[1..]);
    expect(&altered(&story, index, blind, &other), index, rule::DECIDED, "/blind is");
    let of = format!(r#""of":"{}""#, index - 1);
    expect(&altered(&story, index, &of, r#""of":"1""#), index, rule::DECIDED, "/of is");
    let sequence = format!(r#""sequence":"{index}""#);
    expect(&altered(&story, index, &sequence, r#""sequence":"3""#), index, rule::SEQUENCE, "entry 3");
}

/// The story with a further instruction, forged into an entry that opens an account.
fn with_forged(story: &Story, instruction: &[u8], time: Timestamp) -> Vec<Vec<u8>> {
    let mut entries = story.log.entries.clone();
    let account: AccountId = IdMint::new(time, entries.len() as u64, 0).mint();
    let events = format!(
        r#"[{{"credit":{{"account_opened":{{"account":"{account}","name":"More","organisation":"{}"}}}}}}]"#,
        story.brand
    );
    entries.push(entry(&events, Some(instruction), "instruction", entries.len(), time));
    entries
}

fn open_account() -> Act {
    Act::OpenAccount(OpenAccount { name: v("More") })
}

#[test]
fn the_forged_entries_below_would_be_right_with_a_right_instruction() {
    let mut story = Story::told();
    let instruction = story.log.signed(story.brand, BRAND, open_account());
    assert_eq!(verified(&with_forged(&story, &instruction, story.log.now)).findings, []);
}

#[test]
fn an_instruction_by_an_unknown_or_a_revoked_key_is_found() {
    let mut story = Story::told();
    let (index, now) = (story.log.entries.len(), story.log.now);
    for (key, code) in
        [(77, "key_must_be_known"), (BRAND + 10, "key_must_not_be_revoked"), (OPERATOR, "key_must_be_known")]
    {
        let instruction = story.log.signed(story.brand, key, open_account());
        expect(&with_forged(&story, &instruction, now), index, rule::ACCEPTED, code);
    }
}

#[test]
fn an_expired_or_early_instruction_and_one_for_another_log_are_found() {
    let mut story = Story::told();
    let (index, now) = (story.log.entries.len(), story.log.now);
    let instruction = story.log.signed(story.brand, BRAND, open_account());
    let later = with_forged(&story, &instruction, now.plus_seconds(600));
    expect(&later, index, rule::ACCEPTED, "instruction_must_not_be_expired");
    story.log.now = now.plus_seconds(61);
    let instruction = story.log.signed(story.brand, BRAND, open_account());
    expect(&with_forged(&story, &instruction, now), index, rule::ACCEPTED, "must_not_come_from_the_future");
    story.log.now = now;
    let mut foreign = story.log.unsigned(story.brand, open_account());
    foreign.registry = "demo.example/log".to_owned();
    let foreign = sign(foreign, &secret(BRAND), Seconds::from_unix(now.seconds()).unwrap());
    let foreign = orebook_document::canonical(&foreign).unwrap();
    expect(&with_forged(&story, &foreign, now), index, rule::ACCEPTED, "registry_must_be");
}

#[test]
fn an_instruction_used_twice_is_found() {
    let mut story = Story::told();
    let instruction = story.log.signed(story.brand, BRAND, open_account());
    let now = story.log.now;
    story.log.entries = with_forged(&story, &instruction, now);
    let index = story.log.entries.len();
    expect(&with_forged(&story, &instruction, now.plus_seconds(60)), index, rule::REPLAYED, "accepted as entry");
    // Names are forgotten after two hours, when an entry is written; by then the instruction has expired.
    let later = now.plus_seconds(3 * 3600);
    let other = story.log.signed(story.brand, BRAND, open_account());
    expect(&with_forged(&story, &instruction, later), index, rule::REPLAYED, "accepted as entry");
    story.log.now = later;
    let fresh = story.log.signed(story.brand, BRAND, open_account());
    story.log.entries = with_forged(&story, &fresh, later);
    expect(&with_forged(&story, &instruction, later), index + 1, rule::ACCEPTED, "instruction_must_not_be_expired");
    expect(&with_forged(&story, &other, later), index + 1, rule::ACCEPTED, "instruction_must_not_be_expired");
}

#[test]
fn an_instruction_with_another_context_is_found() {
    let mut story = Story::told();
    let (index, now) = (story.log.entries.len(), story.log.now);
    let mut other = story.log.unsigned(story.brand, open_account());
    other.context = vec!["urn:example:other".to_owned()];
    let other = sign(other, &secret(BRAND), Seconds::from_unix(now.seconds()).unwrap());
    let other = orebook_document::canonical(&other).unwrap();
    expect(&with_forged(&story, &other, now), index, rule::ACCEPTED, "@context");
}

#[test]
fn time_that_runs_back_is_found() {
    let mut story = Story::told();
    let (index, before) = (story.log.entries.len(), story.log.now.plus_seconds(-60));
    story.log.now = before;
    let instruction = story.log.signed(story.brand, BRAND, open_account());
    expect(&with_forged(&story, &instruction, before), index, rule::TIME, "the one before it");
}

#[test]
fn a_clock_entry_that_is_missing_or_too_many_is_found() {
    let mut story = Story::told();
    let (index, now) = (story.log.entries.len(), story.log.now);
    let mut entries = story.log.entries.clone();
    entries.push(entry("[]", None, "clock", index, now));
    expect(&entries, index, rule::CLOCK_NEEDLESS, "nothing was due");
    // The next day without the entry that opens it.
    let tomorrow = now.plus_days(1);
    story.log.now = tomorrow;
    let instruction = story.log.signed(story.brand, BRAND, open_account());
    expect(&with_forged(&story, &instruction, tomorrow), index, rule::CLOCK_MISSING, "must be a clock entry");
    // With that entry it is right; and without what it says it is not.
    let mut opened = story.log.entries.clone();
    opened.push(entry("[]", None, "clock", index, tomorrow));
    assert_eq!(verified(&opened).findings, []);
    let clock = entry_with(&story.log.entries, "order_expired");
    let text = String::from_utf8(story.log.entries[clock].clone()).unwrap();
    let events = &text[text.find('[').unwrap()..=text.rfind(']').unwrap()];
    expect(&altered(&story, clock, events, "[]"), clock, rule::DECIDED, "order_expired");
    let left_out = without(&story.log.entries, clock);
    expect(&left_out, clock, rule::CLOCK_MISSING, "order_expired");
}

#[test]
fn a_consequence_left_out_or_invented_is_found() {
    let story = Story::told();
    let entries = &story.log.entries;
    let traded = entry_with(entries, "traded");
    expect(&without(entries, traded), traded, rule::DECIDED, "");
    let second = traded + 1;
    assert_eq!(support::story::event_names(&entries[second]), ["traded"]);
    expect(&without(entries, second), second, rule::CONSEQUENCE, "traded must stand");
    expect(&entries[..second], second, rule::CONSEQUENCE, "the log ends here");
    let mut invented = entries.clone();
    let again =
        replaced(&entries[second], &format!(r#""sequence":"{second}""#), &format!(r#""sequence":"{}""#, entries.len()));
    let of_last = |entry: &[u8]| orebook_registry::entry::Entry::parse(entry).unwrap().time.to_string();
    invented.push(replaced(&again, &of_last(&again), &of_last(&entries[entries.len() - 1])));
    expect(&invented, entries.len(), rule::CONTINUATION, "no such continuation");
}

#[test]
fn a_second_founding_and_a_log_without_one_are_found() {
    let story = Story::told();
    let entries = &story.log.entries;
    let mut twice = entries.clone();
    twice.push(replaced(&entries[0], r#""sequence":"0""#, &format!(r#""sequence":"{}""#, entries.len())));
    expect(&twice, entries.len(), rule::FIRST, "entry 0");
    expect(&without(entries, 0)[..3], 0, rule::FIRST, "entry 0");
    let nothing = finding(&[]);
    assert_eq!((nothing.entry, nothing.rule), (None, rule::FIRST));
}

#[test]
fn a_founding_before_ids_can_count_is_refused() {
    let mut log = Log::new("1969-07-20T20:17:40.000Z");
    log.now = v("1970-01-01T00:00:10.000Z");
    let found = Found {
        issuer: Issuer { did: secret(201).public().to_string(), key: secret(201).public() },
        log_key: log_key().to_string(),
        operator: Operator { country: v("CH"), name: v("Early") },
        origin: ORIGIN.to_owned(),
        persons: Vec::new(),
        rules: "1".to_owned(),
    };
    let unsigned = log.unsigned(OrganisationId::from(0), Act::Found(found));
    let signed = sign(unsigned, &secret(OPERATOR), Seconds::from_unix(-1).unwrap());
    let instruction = orebook_document::canonical(&signed).unwrap();
    let entries = [entry("[]", Some(&instruction), "founding", 0, v("1969-12-31T23:59:59.000Z"))];
    expect(&entries, 0, rule::ACCEPTED, "created");
}
