//! MOD 97-10 of ISO/IEC 7064, the check of creditor references and of IBANs.
//!
//! ```text
//! RF18539007547034   country or prefix, two check digits, body
//! 539007547034RF18   the first four characters go to the end
//! 539007547034271518 each letter becomes two digits, A = 10 … Z = 35
//! mod 97 = 1
//! ```

/// The number that the characters stand for, modulo 97. The caller has seen to it that there are
/// digits and capital letters only.
fn remainder(characters: impl Iterator<Item = u8>) -> u32 {
    characters.fold(0, |rest, character| match character {
        b'0'..=b'9' => (rest * 10 + u32::from(character - b'0')) % 97,
        letter => (rest * 100 + u32::from(letter.wrapping_sub(b'A')) + 10) % 97,
    })
}

/// The two check digits, 02 to 98, of a prefix of two letters and a body.
pub(crate) fn check_digits(prefix: &str, body: &str) -> String {
    let rest = remainder(body.bytes().chain(prefix.bytes()).chain(*b"00"));
    format!("{:02}", 98 - rest)
}

/// Whether the text, prefix and check digits first, carries its own check.
///
/// The digits are compared with those that would be given, since 00, 01 and 99 leave the same
/// remainder as 97, 98 and 02: a text would have two checks.
pub(crate) fn holds(text: &str) -> bool {
    let parts = text.split_at_checked(2).zip(text.get(2..4)).zip(text.get(4..));
    parts.is_some_and(|(((prefix, _), check), body)| check == check_digits(prefix, body))
}
