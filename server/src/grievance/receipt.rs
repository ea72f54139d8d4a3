//! Receipt codes: 160 random bits, printed in groups, kept as a hash only. Whoever has the code reads the case.

use std::fmt;
use std::str::FromStr;

use crate::problem::Problem;

/// Crockford's alphabet: no letter is taken for a digit.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters of a code, five bits each.
const LENGTH: usize = 32;
const GROUP: usize = 4;

/// A receipt code, known to the sender alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt([u8; LENGTH]);

impl Receipt {
    /// A new one.
    pub fn random() -> Result<Self, Problem> {
        let mut bytes = [0; LENGTH];
        getrandom::fill(&mut bytes).map_err(Problem::internal)?;
        Ok(Self::of_bytes(&bytes))
    }

    /// Of any bytes: five bits of each count.
    pub fn of_bytes(bytes: &[u8; LENGTH]) -> Self {
        Self(bytes.map(|byte| ALPHABET[usize::from(byte & 31)]))
    }

    /// What is kept of it.
    pub fn hash(&self) -> String {
        hex::encode(orebook_document::sha256(&[b"orebook grievance receipt 1 ".as_slice(), &self.0].concat()))
    }
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, letter) in self.0.iter().enumerate() {
            if n > 0 && n.is_multiple_of(GROUP) {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(*letter))?;
        }
        Ok(())
    }
}

/// As people copy it: in any case, with or without hyphens and blanks.
impl FromStr for Receipt {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, &'static str> {
        const FORM: &str = "eight groups of four letters and digits";
        let letters = text.chars().filter(|c| !matches!(c, '-' | ' ')).map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        });
        let code: Vec<u8> = letters.map(|c| u8::try_from(c).map_err(|_| FORM)).collect::<Result<_, _>>()?;
        if code.iter().all(|letter| ALPHABET.contains(letter)) {
            code.try_into().map(Self).map_err(|_| FORM)
        } else {
            Err(FORM)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_copy_it_and_no_other_opens_its_case() {
        let receipt = Receipt::random().unwrap();
        let printed = receipt.to_string();
        assert_eq!(printed.len(), 39);
        for copy in [printed.clone(), printed.to_lowercase(), printed.replace('-', ""), printed.replace('-', " ")] {
            assert_eq!(copy.parse(), Ok(receipt.clone()), "{copy}");
        }
        assert_eq!("O".repeat(32).parse::<Receipt>(), "0".repeat(32).parse());
        assert_ne!(Receipt::random().unwrap().hash(), receipt.hash());
        for wrong in ["", "ABCD", &printed[1..], &format!("{printed}A"), &"U".repeat(32), &"é".repeat(32)] {
            assert!(wrong.parse::<Receipt>().is_err(), "{wrong}");
        }
    }
}
