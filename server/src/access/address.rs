//! E-mail addresses as they are kept: in lower case, of letters that any mail server takes, and without anything that
//! could end a header.

use std::fmt;
use std::str::FromStr;

/// An address: a local part of RFC 5322's atoms, and a domain of two labels or more. 254 bytes at the most (RFC 5321).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(Box<str>);

impl Address {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Address {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORM: &str = "an e-mail address of ASCII letters, digits and signs, 254 at the most";
        let lower = text.trim_matches(' ').to_ascii_lowercase();
        let (local, domain) = lower.rsplit_once('@').ok_or(FORM)?;
        let is_atom = |atom: &str| {
            let is_sign = |byte: u8| b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
            !atom.is_empty() && atom.bytes().all(|byte| byte.is_ascii_alphanumeric() || is_sign(byte))
        };
        let is_label = |label: &str| {
            let within = (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-');
            within && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        };
        let local_fits = local.len() <= 64 && local.split('.').all(is_atom);
        let domain_fits = domain.contains('.') && domain.split('.').all(is_label);
        if lower.len() <= 254 && local_fits && domain_fits { Ok(Self(lower.into())) } else { Err(FORM) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_lower_case_and_has_nothing_that_ends_a_header() {
        for (text, expected) in [
            ("Ana.Lopez+coop@Example.ORG", Some("ana.lopez+coop@example.org")),
            (" ana@example.org ", Some("ana@example.org")),
            ("ana@xn--bcher-kva.example", Some("ana@xn--bcher-kva.example")),
            ("ana@example", None),
            ("ana@@example.org", None),
            ("ana", None),
            ("", None),
            ("@example.org", None),
            ("ana@", None),
            (".ana@example.org", None),
            ("a..b@example.org", None),
            ("ana@-example.org", None),
            ("ana@example..org", None),
            ("\"ana\"@example.org", None),
            ("ana@example.org\r\nBcc: all@example.org", None),
            ("ana\0@example.org", None),
            ("ana@example.org,bo@example.org", None),
            ("<ana@example.org>", None),
            ("añá@example.org", None),
            ("ana@[127.0.0.1]", None),
        ] {
            assert_eq!(text.parse::<Address>().ok().as_ref().map(Address::as_str), expected, "{text:?}");
        }
        assert!(format!("{}@example.org", "a".repeat(65)).parse::<Address>().is_err());
    }
}
