//! Bulk payments by mobile money: a table (CSV, RFC 4180) in the layout that a provider asks for.
//!
//! ```text
//! "msisdn","name","amount","currency","reference","payout_id","note"
//! "+256772123456","Akello Grace","46000","UGX","RF18539007547034","po-1","October"
//! ```
//!
//! Every cell is quoted, so that a long number stays a text. A cell that a spreadsheet would take
//! for a formula gets an apostrophe before it; telephone numbers alone do not, since `+` and
//! digits are all they have.

mod msisdn;
mod profile;

pub use msisdn::{Msisdn, MsisdnError};
pub use profile::{Column, Delimiter, Field, Header, Layout, LineEnd, Profile, ProfileError};

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use crate::file::Sum;
use crate::{Amount, FileError, Id, Latin, Reference};

/// Writing to memory reports an error as writing to a file would.
const MEMORY: &str = "memory takes every write, and every row has a cell for each column";

/// One payment to a telephone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payout {
    /// Whom the money reaches.
    pub msisdn: Msisdn,
    /// The name that the provider has for the number.
    pub name: Latin<70>,
    /// How much.
    pub amount: Amount,
    /// What the payment is for.
    pub reference: Reference,
    /// The payment itself. No two payments of a file have the same.
    pub payout_id: Id<35>,
    /// What the payee reads, if anything; an empty cell if not.
    pub note: Option<Latin<140>>,
}

impl Profile {
    /// The table, in UTF-8, without a byte order mark, one row a payment in the order given.
    ///
    /// Refused if it pays nobody, in two currencies, one thing twice, or more than 18 digits in
    /// all; a provider takes a table from one wallet, just as a bank takes a file from one account.
    pub fn to_csv(&self, payouts: &[Payout]) -> Result<Vec<u8>, FileError> {
        Sum::of(payouts.iter().map(|payout| (payout.payout_id.as_str(), payout.amount)))?;
        let layout = self.layout();
        let mut table = self.table();
        if layout.header == Header::Written {
            table.write_record(layout.columns.iter().map(|column| column.heading.as_str())).expect(MEMORY);
        }
        for payout in payouts {
            table.write_record(layout.columns.iter().map(|column| payout.cell(column.field))).expect(MEMORY);
        }
        Ok(table.into_inner().expect(MEMORY))
    }

    fn table(&self) -> Writer<Vec<u8>> {
        let layout = self.layout();
        let terminator = match layout.line_end {
            LineEnd::Crlf => Terminator::CRLF,
            LineEnd::Lf => Terminator::Any(b'\n'),
        };
        let mut builder = WriterBuilder::new();
        builder.delimiter(layout.delimiter.byte()).quote_style(QuoteStyle::Always).terminator(terminator);
        builder.from_writer(Vec::new())
    }
}

impl Payout {
    fn cell(&self, field: Field) -> String {
        match field {
            Field::MsisdnWithPlus => self.msisdn.to_string(),
            Field::Msisdn => self.msisdn.digits().to_owned(),
            Field::Name => harmless(self.name.as_str()),
            Field::Amount => harmless(&self.amount.decimal()),
            Field::Currency => harmless(&self.amount.currency().to_string()),
            Field::Reference => harmless(self.reference.as_str()),
            Field::PayoutId => harmless(self.payout_id.as_str()),
            Field::Note => harmless(self.note.as_ref().map_or("", Latin::as_str)),
        }
    }
}

/// A cell that no spreadsheet takes for a formula: an apostrophe makes a text of it.
fn harmless(cell: &str) -> String {
    if profile::begins_a_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}
