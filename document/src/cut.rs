//! Cutting one member out of canonical JSON.
//!
//! The cryptosuite hashes the document without its `proof` and the proof without its `proofValue`.
//! Both could be made by writing the parsed values a second time. But the members of canonical
//! JSON are sorted and nothing stands between them, so the canonical form without a member *is* the
//! canonical form with that member cut out, and the bytes at hand need no second writing.
//! A property test holds the two ways equal.
//!
//! The functions never panic: on bytes that are not canonical JSON the answer is without meaning.

use crate::canonical::sha256_of_parts;

/// SHA-256 of the canonical document without its proof, taken from the canonical bytes of the
/// signed document; `None` if they have no top-level member `proof`.
///
/// The caller knows that `bytes` are canonical JSON, because [`read`](crate::read()) accepted them
/// once: this is for a journal that is read again.
pub fn identity_of_canonical(bytes: &[u8]) -> Option<[u8; 32]> {
    Some(Cut::member(bytes, "proof")?.hash_of_rest())
}

/// One member of an object, and what the object is without it.
#[derive(Debug)]
pub(crate) struct Cut<'a> {
    /// The member's value, as written.
    pub value: &'a [u8],
    head: &'a [u8],
    tail: &'a [u8],
}

impl<'a> Cut<'a> {
    /// Finds the member `name` of the object that `bytes` are, not of an object inside it.
    /// `name` is written as JSON writes it between its quotation marks.
    pub fn member(bytes: &'a [u8], name: &str) -> Option<Cut<'a>> {
        if bytes.first() != Some(&b'{') {
            return None;
        }
        let mut start = 1;
        while bytes.get(start) == Some(&b'"') {
            let colon = end_of_string(bytes, start)?;
            let end = end_of_value(bytes, colon + 1)?;
            if &bytes[start + 1..colon - 1] == name.as_bytes() {
                return Cut::out(bytes, start, colon + 1, end);
            }
            start = end + 1;
        }
        None
    }

    /// Cuts `start..end` out together with one comma: the one behind the member or, behind the
    /// last member, the one before it.
    fn out(bytes: &'a [u8], start: usize, value: usize, end: usize) -> Option<Cut<'a>> {
        let (head_end, tail_start) = match bytes.get(end)? {
            b',' => (start, end + 1),
            _ if bytes[start - 1] == b',' => (start - 1, end),
            _ => (start, end),
        };
        Some(Cut { value: &bytes[value..end], head: &bytes[..head_end], tail: &bytes[tail_start..] })
    }

    /// SHA-256 of the object without the member.
    pub fn hash_of_rest(&self) -> [u8; 32] {
        sha256_of_parts([self.head, self.tail])
    }

    /// The object without the member.
    #[cfg(test)]
    pub fn rest(&self) -> Vec<u8> {
        [self.head, self.tail].concat()
    }
}

/// The offset behind the string whose opening quotation mark stands at `start`.
fn end_of_string(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start + 1;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

/// The offset of the comma or bracket behind the value that begins at `start`.
fn end_of_value(bytes: &[u8], start: usize) -> Option<usize> {
    let mut depth = 0usize;
    let mut at = start;
    loop {
        match bytes.get(at)? {
            b'"' => {
                at = end_of_string(bytes, at)?;
                continue;
            }
            b'{' | b'[' => depth += 1,
            b',' | b'}' | b']' if depth == 0 => return Some(at),
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests;
