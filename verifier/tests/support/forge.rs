//! What somebody does who holds the log's key, but not the members' keys.

use super::*;

/// The entry with one piece of its text replaced, which must be in it.
pub fn replaced(entry: &[u8], from: &str, to: &str) -> Vec<u8> {
    let text = std::str::from_utf8(entry).unwrap();
    assert!(text.contains(from), "{from} is not in {text}");
    text.replacen(from, to, 1).into_bytes()
}

/// The number of the first entry that holds such an event.
pub fn entry_with(entries: &[Vec<u8>], event: &str) -> usize {
    entries.iter().position(|entry| story::event_names(entry).contains(&event)).unwrap()
}

/// An entry as the register would write it, with whatever the forger likes.
pub fn entry(events: &str, instruction: Option<&[u8]>, cause: &str, sequence: usize, time: Timestamp) -> Vec<u8> {
    let instruction = instruction.map(|i| format!(r#","instruction":{}"#, std::str::from_utf8(i).unwrap()));
    let instruction = instruction.unwrap_or_default();
    format!(r#"{{"cause":"{cause}","events":{events}{instruction},"sequence":"{sequence}","time":"{time}","v":"1"}}"#)
        .into_bytes()
}

/// The entries without one, the later ones renumbered.
pub fn without(entries: &[Vec<u8>], index: usize) -> Vec<Vec<u8>> {
    let mut rest = entries.to_vec();
    rest.remove(index);
    for (at, entry) in rest.iter_mut().enumerate().skip(index) {
        *entry = replaced(entry, &format!(r#""sequence":"{}""#, at + 1), &format!(r#""sequence":"{at}""#));
    }
    rest
}
