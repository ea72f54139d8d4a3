//! A list as a spreadsheet saves it. The first line names the columns; the others are retirements.
//!
//! ```text
//! mass;beneficiary;claim;purpose;product
//! 0,25;;support;collection;Aurora rings
//! ```

/// The columns there are. All but the first may be missing, and any may be empty.
pub const COLUMNS: [&str; 8] =
    ["mass", "beneficiary", "claim", "footprint", "period_from", "period_to", "purpose", "product"];

/// A line: what stands in each of [`COLUMNS`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row([String; COLUMNS.len()]);

/// Why a list cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// A name that is none of the columns'.
    Column(String),
    /// It does not say how much.
    Massless,
    /// It has no lines.
    Empty,
}

impl Row {
    /// What stands in a column; nothing where it is empty.
    pub fn get(&self, column: &str) -> Option<&str> {
        let at = COLUMNS.iter().position(|one| *one == column)?;
        Some(self.0[at].as_str()).filter(|text| !text.is_empty())
    }
}

/// The lines of a list.
pub fn read(text: &str) -> Result<Vec<Row>, Unreadable> {
    let text = text.trim_start_matches('\u{feff}').trim();
    let first = text.lines().next().unwrap_or("");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(first))
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut records = reader.records().filter_map(Result::ok);
    let header = records.next().ok_or(Unreadable::Empty)?;
    let columns = header.iter().map(column).collect::<Result<Vec<_>, _>>()?;
    if !columns.contains(&Some(0)) {
        return Err(Unreadable::Massless);
    }
    let row = |record: csv::StringRecord| {
        let mut row = Row::default();
        for (text, at) in record.iter().zip(&columns) {
            if let Some(at) = at {
                row.0[*at] = text.to_owned();
            }
        }
        row
    };
    let rows: Vec<Row> = records.map(row).filter(|row| *row != Row::default()).collect();
    if rows.is_empty() { Err(Unreadable::Empty) } else { Ok(rows) }
}

/// What parts the columns: whichever of the three stands most often in the first line.
fn delimiter(first: &str) -> u8 {
    let often = |mark: &u8| first.bytes().filter(|byte| byte == mark).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(often).unwrap_or(b',')
}

/// Which column a name means; nothing if it has none, as the ends of many a spreadsheet's lines.
fn column(name: &str) -> Result<Option<usize>, Unreadable> {
    let code = name.to_lowercase().replace([' ', '-'], "_");
    if code.is_empty() {
        return Ok(None);
    }
    let found = COLUMNS.iter().position(|one| *one == code);
    found.map(Some).ok_or_else(|| Unreadable::Column(name.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_as_any_spreadsheet_saves_it() {
        for text in [
            "mass,product\n0.25,\"Rings, gold\"\n0.1,\n",
            "\u{feff}Mass;Product;\r\n0.25;Rings, gold;\r\n0.1;;\r\n;;\r\n",
            "product\tmass\nRings, gold\t0.25\n\t0.1",
        ] {
            let rows = read(text).unwrap();
            assert_eq!(rows.len(), 2, "{text}");
            assert_eq!((rows[0].get("mass"), rows[0].get("product")), (Some("0.25"), Some("Rings, gold")), "{text}");
            assert_eq!((rows[1].get("mass"), rows[1].get("product")), (Some("0.1"), None), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_list_as_a_whole_is_told() {
        for (text, wrong) in [
            ("", Unreadable::Empty),
            ("mass\n", Unreadable::Empty),
            ("product\nRings", Unreadable::Massless),
            ("mass,weight\n1,2", Unreadable::Column("weight".to_owned())),
        ] {
            assert_eq!(read(text), Err(wrong), "{text}");
        }
    }
}
