//! Values: parsed once at the door, valid ever after. Each has exactly one textual form, and no other is accepted.

mod id;
mod mass;
mod money;
mod place;
mod text;
mod time;

pub use id::*;
pub use mass::{Bps, Mass, Ppm};
pub use money::{Currency, Money};
pub use place::{Country, Region, country_name};
pub use text::{OrganisationCode, Person, ProductName, Rate, Reference, Text, Token, YesNo};
pub use time::{Date, Timestamp};

pub use orebook_document::{PublicKey, Seconds};

/// Why a text is not a value of its kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind} must be {form}")]
pub struct ValueError {
    /// What was to be read, for example `mass`.
    pub kind: &'static str,
    /// The one accepted form, in words.
    pub form: &'static str,
}

impl ValueError {
    pub(crate) const fn new(kind: &'static str, form: &'static str) -> Self {
        Self { kind, form }
    }
}

/// Gives a value type its wire form: the very string of its `Display` and `FromStr`.
macro_rules! string_serde {
    ($($name:ty),+ $(,)?) => {$(
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Visitor;
                impl serde::de::Visitor<'_> for Visitor {
                    type Value = $name;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(concat!("a string holding a ", stringify!($name)))
                    }
                    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
                        text.parse().map_err(E::custom)
                    }
                }
                deserializer.deserialize_str(Visitor)
            }
        }
    )+};
}
pub(crate) use string_serde;

/// Codes: enums whose wire form is one snake_case word each.
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$vmeta])* #[serde(rename = $word)] $variant),+
        }
        impl $name {
            /// The word on the wire.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
            /// Every code, in declaration order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.word()) }
        }
        impl std::str::FromStr for $name {
            type Err = crate::values::ValueError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                match text { $($word => Ok(Self::$variant),)+ _ => Err(crate::values::ValueError::new(stringify!($name), "one of its codes")) }
            }
        }
    };
}
pub(crate) use codes;

#[cfg(test)]
mod tests;
