//! Filling an empty database with lines, in one transaction.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::words::{Postgres, Sqlite, quoted};
use super::{Copied, tables};
use crate::connection::{AnyConnection, open_migrator};
use crate::error::StoreError;
use crate::location::Location;
use crate::migration::{expected, known, take, wait_for_turn};
use crate::reader::Reading;
use crate::shape::{Shape, steps_taken};

/// A database that is being filled, in a transaction that is not committed yet.
pub struct Restoring<'a> {
    connection: &'a mut AnyConnection,
    tables: Vec<Copied>,
}

impl Restoring<'_> {
    /// The tables as the steps so far have made them.
    pub fn tables(&self) -> &[Copied] {
        &self.tables
    }

    /// Inserts lines into a table; answers how many.
    ///
    /// # Errors
    /// [`StoreError::Row`] if they do not fit the table; or the database failed.
    pub fn insert(&mut self, table: &str, lines: &[String]) -> Result<usize, StoreError> {
        let row = |reason: String| StoreError::Row { table: table.to_owned(), reason };
        let copied = self.tables.iter().find(|copied| copied.name == table);
        let copied = copied.ok_or_else(|| row("there is no such table".to_owned()))?;
        let array = format!("[{}]", lines.join(","));
        let inserted = match self.connection {
            AnyConnection::Sqlite(sqlite) => {
                diesel::sql_query(copied.insert(&Sqlite)).bind::<Text, _>(&array).execute(sqlite)
            }
            AnyConnection::Postgres(postgres) => {
                diesel::sql_query(copied.insert(&Postgres)).bind::<Text, _>(&array).execute(postgres)
            }
        };
        match inserted {
            Ok(rows) if rows == lines.len() => Ok(rows),
            Ok(rows) => Err(row(format!("{rows} of {} were inserted", lines.len()))),
            Err(error) => Err(row(error.to_string())),
        }
    }

    /// Takes the steps that this program knows and the backup's database had not taken.
    ///
    /// # Errors
    /// A step failed.
    pub fn bring_up_to_date(&mut self) -> Result<(), StoreError> {
        let all: Vec<String> = known()?.into_iter().map(|step| step.version).collect();
        take(self.connection, &all)?;
        self.tables = tables(&expected(&all)?);
        if let AnyConnection::Postgres(postgres) = self.connection {
            // Nobody has counted the rows yet by which statements are planned.
            for table in &self.tables {
                postgres.batch_execute(&format!("analyze {}", quoted(&table.name)))?;
            }
        }
        Ok(())
    }

    /// What was filled in, before anybody else sees it.
    pub fn reading(&mut self) -> Reading<'_> {
        Reading { connection: self.connection }
    }
}

/// Makes an empty database one that has taken these steps, and has it filled: all in one transaction, which is committed
/// only if the closure is content. A SQLite file is created if there is none.
///
/// # Errors
/// [`StoreError::NotEmpty`] if there is anything in it; [`StoreError::Newer`] if a step is unknown; whatever the closure
/// answers; or the database failed. In all cases nothing was stored.
pub fn restore<T, E: From<StoreError>>(
    location: &Location,
    steps: &[String],
    fill: impl FnOnce(&mut Restoring<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let here = known()?;
    let unknown = |version: &&String| !here.iter().any(|step| step.version == **version);
    let unknown: Vec<String> = steps.iter().filter(unknown).cloned().collect();
    if !unknown.is_empty() {
        return Err(StoreError::Newer { steps: unknown }.into());
    }
    let mut connection = open_migrator(location)?;
    wait_for_turn(&mut connection).map_err(StoreError::from)?;
    let restored = connection.transaction(|connection| {
        if Shape::of(connection)?.names().next().is_some() || !steps_taken(connection)?.is_empty() {
            return Err(Undone::Own(StoreError::NotEmpty(location.clone()).into()));
        }
        take(connection, steps).map_err(|error| Undone::Own(error.into()))?;
        let tables = tables(&expected(steps).map_err(|error| Undone::Own(error.into()))?);
        for table in &tables {
            // A step may have put a row there.
            connection.batch_execute(&format!("delete from {}", quoted(&table.name)))?;
        }
        fill(&mut Restoring { connection, tables }).map_err(Undone::Own)
    });
    restored.map_err(|undone| match undone {
        Undone::Own(error) => error,
        Undone::Database(error) => StoreError::Database(error).into(),
    })
}

/// Why the transaction was undone: diesel must be able to add its own reasons.
enum Undone<E> {
    Own(E),
    Database(diesel::result::Error),
}

impl<E> From<diesel::result::Error> for Undone<E> {
    fn from(error: diesel::result::Error) -> Self {
        Self::Database(error)
    }
}
