//! Values with one written form: how they are read from and written to other formats, and the
//! groups of four in which accounts and references are printed for people.

/// Serde by way of `FromStr` and `Display`, so that no format knows a second form.
macro_rules! written {
    ($type:ty $(, $parameter:ident)?) => {
        impl $(<const $parameter: usize>)? serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de, $(const $parameter: usize)?> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use written;

/// `RF18539007547034` as `RF18 5390 0754 7034`.
pub(crate) fn in_groups(text: &str) -> String {
    let mut grouped = String::with_capacity(text.len() + text.len() / 4);
    for (place, character) in text.chars().enumerate() {
        if place > 0 && place % 4 == 0 {
            grouped.push(' ');
        }
        grouped.push(character);
    }
    grouped
}

/// The text without its spaces: the way back from [`in_groups`], and from any other grouping.
pub(crate) fn without_groups(text: &str) -> String {
    text.chars().filter(|character| *character != ' ').collect()
}

/// The first character that is neither a digit nor a capital letter of ASCII.
pub(crate) fn stranger(text: &str) -> Option<char> {
    text.chars().find(|character| !character.is_ascii_digit() && !character.is_ascii_uppercase())
}
