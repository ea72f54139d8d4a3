//! The layout of a provider's table, as configuration tells it.
//!
//! ```text
//! delimiter = "semicolon"      comma, semicolon, tab, pipe
//! header = "written"           written, left_out
//! line_end = "crlf"            crlf, lf
//! columns = [
//!     { heading = "Recipient Number", field = "msisdn" },
//!     { heading = "Amount", field = "amount" },
//! ]
//! ```

use std::collections::BTreeSet;

use serde::Deserialize;

/// A layout in which money can be sent: each column is told apart, and a number and an amount are
/// among them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Layout")]
pub struct Profile(Layout);

/// What configuration says about a table.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// What stands between cells.
    pub delimiter: Delimiter,
    /// Whether the headings are the first row.
    pub header: Header,
    /// What ends a row, the last one too.
    pub line_end: LineEnd,
    /// The columns from left to right.
    pub columns: Vec<Column>,
}

/// A column of the table.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// What the provider calls it.
    pub heading: String,
    /// What stands in it.
    pub field: Field,
}

/// What a column says about a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// `+256772123456`
    MsisdnWithPlus,
    /// `256772123456`
    Msisdn,
    /// The payee's name in Latin characters.
    Name,
    /// `46000`, or `12.50`: the currency's decimals, with a point.
    Amount,
    /// `UGX`
    Currency,
    /// `RF18539007547034`
    Reference,
    /// The id of the payment.
    PayoutId,
    /// What the payee reads.
    Note,
}

/// What stands between cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// A horizontal tabulator.
    Tab,
    /// `|`
    Pipe,
}

/// Whether the headings are the first row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Header {
    /// They are.
    Written,
    /// The first row is a payment.
    LeftOut,
}

/// What ends a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineEnd {
    /// Carriage return and line feed, as RFC 4180, section 2, has it.
    Crlf,
    /// A line feed alone.
    Lf,
}

/// Why a layout is no [`Profile`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProfileError {
    /// A column has no heading.
    #[error("column {place} must have a heading")]
    HeadingMustNotBeEmpty {
        /// Which column, from 1.
        place: usize,
    },
    /// A heading has a control character or would be taken for a formula.
    #[error("the heading {heading:?} must be plain text that does not begin with = + - or @")]
    HeadingMustBePlain {
        /// The heading.
        heading: String,
    },
    /// Two columns have one heading.
    #[error("two columns have the heading {heading:?}")]
    HeadingMustBeOfOneColumn {
        /// The heading.
        heading: String,
    },
    /// No column says whom the money is for.
    #[error("a column must be msisdn or msisdn_with_plus")]
    NumberMustBeThere,
    /// No column says how much it is.
    #[error("a column must be amount")]
    AmountMustBeThere,
}

impl Profile {
    /// A layout of one's own, once it is seen to be complete.
    pub fn new(layout: Layout) -> Result<Profile, ProfileError> {
        let mut headings = BTreeSet::new();
        for (place, column) in (1..).zip(&layout.columns) {
            check_heading(place, &column.heading)?;
            if !headings.insert(column.heading.as_str()) {
                return Err(ProfileError::HeadingMustBeOfOneColumn { heading: column.heading.clone() });
            }
        }
        let says = |wanted: &[Field]| layout.columns.iter().any(|column| wanted.contains(&column.field));
        if !says(&[Field::Msisdn, Field::MsisdnWithPlus]) {
            return Err(ProfileError::NumberMustBeThere);
        }
        if !says(&[Field::Amount]) {
            return Err(ProfileError::AmountMustBeThere);
        }
        Ok(Profile(layout))
    }

    /// Everything there is to say, commas and CRLF: for providers that let columns be mapped.
    pub fn generic() -> Profile {
        Profile::built_in(&[
            ("msisdn", Field::MsisdnWithPlus),
            ("name", Field::Name),
            ("amount", Field::Amount),
            ("currency", Field::Currency),
            ("reference", Field::Reference),
            ("payout_id", Field::PayoutId),
            ("note", Field::Note),
        ])
    }

    /// What portals for bulk disbursement commonly ask for: a number without `+` first, and one
    /// text by which the sender and the payee know the payment.
    pub fn bulk_disbursement() -> Profile {
        Profile::built_in(&[
            ("Recipient Number", Field::Msisdn),
            ("Recipient Name", Field::Name),
            ("Amount", Field::Amount),
            ("Currency", Field::Currency),
            ("Payment Reference", Field::Reference),
            ("External ID", Field::PayoutId),
        ])
    }

    fn built_in(columns: &[(&str, Field)]) -> Profile {
        let column = |(heading, field): &(&str, Field)| Column { heading: (*heading).to_owned(), field: *field };
        Profile(Layout {
            delimiter: Delimiter::Comma,
            header: Header::Written,
            line_end: LineEnd::Crlf,
            columns: columns.iter().map(column).collect(),
        })
    }

    /// What the profile says.
    pub const fn layout(&self) -> &Layout {
        &self.0
    }
}

fn check_heading(place: usize, heading: &str) -> Result<(), ProfileError> {
    if heading.trim().is_empty() {
        return Err(ProfileError::HeadingMustNotBeEmpty { place });
    }
    if begins_a_formula(heading) || heading.chars().any(char::is_control) {
        return Err(ProfileError::HeadingMustBePlain { heading: heading.to_owned() });
    }
    Ok(())
}

/// Whether a spreadsheet may take a cell for a formula.
pub(super) fn begins_a_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

impl TryFrom<Layout> for Profile {
    type Error = ProfileError;

    fn try_from(layout: Layout) -> Result<Profile, ProfileError> {
        Profile::new(layout)
    }
}

impl Delimiter {
    /// The one byte that it is.
    pub const fn byte(self) -> u8 {
        match self {
            Delimiter::Comma => b',',
            Delimiter::Semicolon => b';',
            Delimiter::Tab => b'\t',
            Delimiter::Pipe => b'|',
        }
    }
}
