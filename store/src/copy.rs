//! Every table as lines of JSON, out of one database and into the other.
//!
//! ```text
//! ["retired",7,null,"0a1b…"]       one row: its columns in their order; numbers whole, bytes in hexadecimal digits
//! ```
//! Both databases write and read such lines themselves, so that nothing here knows what a row means, and a table that a
//! later step adds is copied without a line of code. PostgreSQL puts spaces into them which SQLite leaves out: whoever
//! compares lines reads them first.

mod fill;
mod words;

use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::connection::AnyConnection;
use crate::error::StoreError;
use crate::migration::expected;
use crate::reader::Reading;
use crate::shape::{Column, Kind, Shape, steps_taken};
use words::{Postgres, Sqlite, Words, quoted};

pub use fill::{Restoring, restore};

/// Rows a chunk holds at most.
const CHUNK: usize = 2_048;
/// The same where a row can be as large as an entry or a tile.
const CHUNK_OF_LARGE: usize = 256;

/// A table that is copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Its name.
    pub name: String,
    /// The names of its columns, in the order of a line.
    pub columns: Vec<String>,
    shape: Vec<Column>,
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
    #[diesel(sql_type = Text)]
    key: String,
}

impl Reading<'_> {
    /// Versions of the steps that this database has taken, oldest first.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn steps(&mut self) -> Result<Vec<String>, StoreError> {
        Ok(steps_taken(self.connection)?)
    }

    /// The register's tables, by name. What else lies in the database is not the register's.
    ///
    /// # Errors
    /// Fails if the database does.
    pub fn tables(&mut self) -> Result<Vec<Copied>, StoreError> {
        let steps = self.steps()?;
        Ok(tables(&expected(&steps)?))
    }

    /// Walks a table in the order of its key, in chunks that fit in memory.
    ///
    /// # Errors
    /// Whatever the closure answers, which ends the walk; or the database failed.
    pub fn each_line<E: From<StoreError>>(
        &mut self,
        table: &Copied,
        mut chunk: impl FnMut(Vec<String>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut after: Option<String> = None;
        loop {
            let rows = table.lines_after(self.connection, after.as_deref()).map_err(StoreError::from)?;
            match rows.last() {
                Some(last) => after = Some(last.key.clone()),
                None => return Ok(()),
            }
            chunk(rows.into_iter().map(|row| row.line).collect())?;
        }
    }
}

fn tables(shape: &Shape) -> Vec<Copied> {
    let copied = |(name, columns): (&String, &Vec<Column>)| Copied {
        name: name.clone(),
        columns: columns.iter().map(|column| column.name.clone()).collect(),
        shape: columns.clone(),
    };
    shape.0.iter().filter(|(name, _)| shape.names().any(|own| own == *name)).map(copied).collect()
}

impl Copied {
    fn lines_after(&self, connection: &mut AnyConnection, after: Option<&str>) -> QueryResult<Vec<Line>> {
        match connection {
            AnyConnection::Sqlite(sqlite) => {
                let sql = diesel::sql_query(self.select(&Sqlite, after.is_some()));
                match after {
                    Some(key) => sql.bind::<Text, _>(key).load(sqlite),
                    None => sql.load(sqlite),
                }
            }
            AnyConnection::Postgres(postgres) => {
                let sql = diesel::sql_query(self.select(&Postgres, after.is_some()));
                match after {
                    Some(key) => sql.bind::<Text, _>(key).load(postgres),
                    None => sql.load(postgres),
                }
            }
        }
    }

    /// `select <row> as line, <key> as key from … where <key> > <given key> order by <key> limit …`
    fn select(&self, words: &impl Words, has_after: bool) -> String {
        let key = self.key();
        let names = |columns: &[&Column]| columns.iter().map(|c| quoted(&c.name)).collect::<Vec<_>>().join(", ");
        let json = |columns: &[&Column]| {
            let items = columns.iter().map(|column| words.written(column)).collect::<Vec<_>>();
            words.array(&items.join(", "))
        };
        let given = |columns: &[&Column]| {
            let items = columns.iter().enumerate().map(|(place, column)| words.read(words.given(), place, column.kind));
            items.collect::<Vec<_>>().join(", ")
        };
        let all: Vec<&Column> = self.shape.iter().collect();
        let after = if has_after { format!("where ({}) > ({})", names(&key), given(&key)) } else { String::new() };
        let large = self.shape.iter().any(|column| column.kind == Kind::Bytes);
        format!(
            "select {} as line, {} as key from {} {after} order by {} limit {}",
            json(&all),
            json(&key),
            quoted(&self.name),
            names(&key),
            if large { CHUNK_OF_LARGE } else { CHUNK }
        )
    }

    fn key(&self) -> Vec<&Column> {
        let mut key: Vec<&Column> = self.shape.iter().filter(|column| column.key > 0).collect();
        key.sort_by_key(|column| column.key);
        key
    }

    /// `insert into … select <columns of each> from <the array of lines>`
    fn insert(&self, words: &impl Words) -> String {
        let names: Vec<String> = self.columns.iter().map(|name| quoted(name)).collect();
        let values: Vec<String> =
            self.shape.iter().enumerate().map(|(place, column)| words.read("value", place, column.kind)).collect();
        format!(
            "insert into {} ({}) select {} from {}",
            quoted(&self.name),
            names.join(", "),
            values.join(", "),
            words.each()
        )
    }
}
