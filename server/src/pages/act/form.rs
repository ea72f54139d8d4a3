//! The form of an act: its fields, as a person fills them in, and how each is written in the act itself.
//!
//! One table per act serves three ends: the form that is shown, the object that is made of it, and the plain words in which
//! that object is told before it is signed.

/// The form of an act.
#[derive(Debug)]
pub struct Form {
    /// The act's name on the wire.
    pub act: &'static str,
    /// Its fields, in the order in which they are asked.
    pub fields: &'static [Field],
}

/// A field.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name on the wire.
    pub name: &'static str,
    /// What stands in it.
    pub kind: Kind,
    /// Whether it may be left empty.
    pub optional: bool,
}

/// What stands in a field.
#[derive(Debug, Clone, Copy)]
pub enum Kind {
    /// Some words.
    Words,
    /// A reference of a bank, a site, an order.
    Reference,
    /// An id, by its prefix.
    Id(&'static str),
    /// Kilograms.
    Mass,
    /// An amount and its currency.
    Money,
    /// A currency alone.
    Currency,
    /// A percentage with two decimals; on the wire in basis points.
    Percent,
    /// A whole number.
    Count,
    /// Parts per million.
    Ppm,
    /// A number with decimals.
    Decimal,
    /// A day.
    Day,
    /// The end of a day, as a moment.
    EndOfDay,
    /// A country, by its code.
    Country,
    /// A code of capitals and digits: of a programme, an organisation, a region.
    Code,
    /// One of a set's words.
    One(&'static str, &'static [&'static str]),
    /// Some of a set's words.
    Some(&'static str, &'static [&'static str]),
    /// A code word: one of these, or another.
    Token(&'static str, &'static [&'static str]),
    /// SHA-256 of a file.
    Digest,
    /// Several of them.
    Digests,
    /// A public key.
    Key,
    /// Serial blocks, one a line.
    Serials,
    /// Ids or codes, one a line.
    List,
    /// The same fields several times.
    Lines(&'static [Field]),
    /// Some fields of its own.
    Group(&'static [Field]),
    /// One of several forms of a thing, each with its own fields.
    Either(&'static str, &'static [(&'static str, &'static [Field])]),
    /// A text that a machine made.
    Raw,
}

/// A field that must be filled in.
pub const fn must(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, optional: false }
}

/// A field that may be left empty.
pub const fn may(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, optional: true }
}

/// Rows of a repeated group that a form shows at the least.
pub const ROWS: usize = 3;

impl Form {
    /// The form of an act.
    pub fn of(act: &str) -> Option<&'static Self> {
        super::forms::FORMS.iter().find(|form| form.act == act)
    }
}
