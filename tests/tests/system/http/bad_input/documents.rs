//! JSON that is none, and JSON that is not in its one canonical form.

use super::Row;
use super::stage::{Stage, spoilt};

const MALFORMED: &str = "document_is_malformed";
const CANONICAL: &str = "document_must_be_canonical";

pub fn rows(stage: &Stage) -> Vec<Row> {
    let good = stage.account.as_str();
    let of = |name: &str, from: &str, to: &str, code| Row::write(name, spoilt(good, from, to), 400, code);
    let whole = |name: &str, text: String, code| Row::write(name, text, 400, code);
    let reordered = {
        let (first, rest) = good.strip_prefix('{').unwrap().split_once(r#","expires""#).unwrap();
        let (middle, end) = rest.split_at(rest.len() - 1);
        format!(r#"{{"expires"{middle},{first}{end}"#)
    };
    vec![
        whole("truncated", good[..good.len() / 2].to_owned(), MALFORMED),
        whole("without its last byte", good[..good.len() - 1].to_owned(), MALFORMED),
        whole("twice", format!("{good}{good}"), MALFORMED),
        whole("a text", r#""instruction""#.to_owned(), MALFORMED),
        whole("a number", "1".to_owned(), MALFORMED),
        whole("null", "null".to_owned(), MALFORMED),
        whole("in an array", format!("[{good}]"), MALFORMED),
        whole("an empty object", "{}".to_owned(), MALFORMED),
        whole("an empty array", "[]".to_owned(), MALFORMED),
        whole("a byte order mark", format!("\u{feff}{good}"), MALFORMED),
        whole("a line at its end", format!("{good}\n"), CANONICAL),
        whole("a blank at its start", format!(" {good}"), CANONICAL),
        whole("deep", format!("{}{}", "[".repeat(17), "]".repeat(17)), "document_is_too_deep"),
        whole("very deep", "[".repeat(16_000), "document_is_too_deep"),
        whole("deep inside", spoilt(good, r#""second""#, &"[".repeat(20)), "document_is_too_deep"),
        whole("another order", reordered, CANONICAL),
        of("white space", r#":"second""#, r#": "second""#, CANONICAL),
        of("a needless escape", "second", r"\u0073econd", CANONICAL),
        of("an escape in a name", r#""registry""#, r#""re\u0067istry""#, CANONICAL),
        of("an escaped slash", ".example/log", r".example\/log", CANONICAL),
        of("half a surrogate", "second", r"\ud83d", MALFORMED),
        of("an unknown escape", "second", r"\x41", MALFORMED),
        of("a duplicate name", r#""type":"Instruction""#, r#""type":"Instruction","type":"Instruction""#, MALFORMED),
        of("a duplicate in the act", r#""name":"second""#, r#""name":"first","name":"second""#, MALFORMED),
        of("a further member", r#""type":"Instruction""#, r#""type":"Instruction","zeal":"1""#, MALFORMED),
        of("a further member in the act", r#""name":"second""#, r#""name":"second","note":"""#, MALFORMED),
        of("a further member in the proof", r#""created":"#, r#""challenge":"1","created":"#, MALFORMED),
        of("a trailing comma", r#""type":"Instruction"}"#, r#""type":"Instruction",}"#, MALFORMED),
        of("a comment", r#"{"@context""#, r#"{/* sic */"@context""#, MALFORMED),
        of("single quotes", r#""second""#, "'second'", MALFORMED),
        of("a number for a text", r#""second""#, "2", MALFORMED),
        of("a boolean for a text", r#""second""#, "true", MALFORMED),
        of("null for a text", r#""second""#, "null", MALFORMED),
        of("NaN", r#""second""#, "NaN", MALFORMED),
        of("an object for a text", r#""second""#, r#"{"en":"second"}"#, MALFORMED),
        of("an array for an object", r#"{"name":"second"}"#, r#"["second"]"#, CANONICAL),
        of("a text for the act", r#"{"open_account":{"name":"second"}}"#, r#""open_account""#, MALFORMED),
        of("an unknown act", "open_account", "open_vault", MALFORMED),
        of("two acts", r#"{"open_account""#, r#"{"confirm_key":{},"open_account""#, MALFORMED),
        of("no act", r#""act":{"open_account":{"name":"second"}},"#, "", MALFORMED),
        of("another type", r#""type":"Instruction""#, r#""type":"Statement""#, MALFORMED),
        of("a member left out", r#","type":"Instruction""#, "", MALFORMED),
    ]
}
