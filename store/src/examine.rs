//! A look at a database before anything is written to it: is it whole, is it a register's, and does this program know it?

use std::collections::BTreeSet;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use crate::connection::{AnyConnection, open_reader};
use crate::error::StoreError;
use crate::location::Location;
use crate::migration::{expected, known};
use crate::shape::{Shape, found_by_sqlite, steps_taken};

/// How closely SQLite's file is looked at. PostgreSQL looks after its own pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Every page, for a start.
    Quick,
    /// Every page and every index.
    Whole,
}

/// A database that was found in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Examined {
    /// Versions of the steps that were taken, oldest first; none of a database without a table.
    pub taken: Vec<String>,
    /// Names of the steps that are missing.
    pub pending: Vec<String>,
}

/// Looks at a database, and changes nothing. One that does not exist yet is as good as an empty one.
///
/// # Errors
/// [`StoreError::Damaged`], [`StoreError::Newer`] and [`StoreError::Foreign`] say what was found; otherwise the database
/// cannot be asked.
pub fn examine(location: &Location, look: Look) -> Result<Examined, StoreError> {
    let (taken, shape) = match open_reader(location) {
        Ok(mut connection) => whole(&mut connection, look)?,
        Err(StoreError::Missing(_)) => Default::default(),
        Err(error) => return Err(damaged(error)),
    };
    let steps = known()?;
    let unknown: Vec<String> =
        taken.iter().filter(|version| !steps.iter().any(|step| step.version == **version)).cloned().collect();
    if !unknown.is_empty() {
        return Err(StoreError::Newer { steps: unknown });
    }
    if taken.is_empty() && shape.names().next().is_some() {
        return Err(StoreError::Foreign { tables: shape.names().cloned().collect() });
    }
    let lacks = shape.lacks(&expected(&taken)?);
    if !lacks.is_empty() {
        return Err(StoreError::Damaged(lacks.join(", ")));
    }
    let has: BTreeSet<&String> = taken.iter().collect();
    let pending = steps.iter().filter(|step| !has.contains(&step.version)).map(|step| step.name.clone()).collect();
    Ok(Examined { taken, pending })
}

/// The steps and tables of a database, if its file is sound.
fn whole(connection: &mut AnyConnection, look: Look) -> Result<(Vec<String>, Shape), StoreError> {
    if let AnyConnection::Sqlite(sqlite) = connection
        && let Some(found) = found_by_sqlite(sqlite, look).map_err(damaged)?
    {
        return Err(StoreError::Damaged(found.replace('\n', "; ")));
    }
    in_one_snapshot(connection).map_err(|error| damaged(error.into()))
}

/// Another server may take steps meanwhile.
fn in_one_snapshot(connection: &mut AnyConnection) -> QueryResult<(Vec<String>, Shape)> {
    connection.batch_execute(match connection {
        AnyConnection::Postgres(_) => "begin isolation level repeatable read read only",
        AnyConnection::Sqlite(_) => "begin",
    })?;
    let seen = steps_taken(connection).and_then(|taken| Ok((taken, Shape::of(connection)?)));
    connection.batch_execute("rollback")?;
    seen
}

/// SQLite says so only when it meets a page that cannot be one.
fn damaged(error: StoreError) -> StoreError {
    match &error {
        StoreError::Database(diesel::result::Error::DatabaseError(_, said))
            if ["malformed", "not a database"].iter().any(|word| said.message().contains(word)) =>
        {
            StoreError::Damaged(said.message().to_owned())
        }
        _ => error,
    }
}
