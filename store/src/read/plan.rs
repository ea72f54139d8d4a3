//! How a database goes about a read: the statements that are sent, and its own plan for each.

use std::sync::{Arc, Mutex, PoisonError};

use diesel::connection::{Instrumentation, InstrumentationEvent, SimpleConnection};
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::connection::AnyConnection;
use crate::error::StoreError;
use crate::reader::Reading;

/// A statement, and the database's plan for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryPlan {
    /// The statement, its values left open.
    pub statement: String,
    /// The plan, a line a step.
    pub plan: String,
}

#[derive(QueryableByName)]
struct PostgresLine {
    #[diesel(sql_type = Text, column_name = "QUERY PLAN")]
    line: String,
}

#[derive(QueryableByName)]
struct SqliteLine {
    #[diesel(sql_type = Text)]
    detail: String,
}

impl Reading<'_> {
    /// Makes the reads of a closure, and answers how the database goes about each: for whoever wants to know that an
    /// index is used. PostgreSQL is asked for the plan that fits all values.
    ///
    /// # Errors
    /// Whatever a read answers; or the database failed.
    pub fn plans(
        &mut self,
        reads: impl FnOnce(&mut Reading<'_>) -> Result<(), StoreError>,
    ) -> Result<Vec<QueryPlan>, StoreError> {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let for_connection = heard.clone();
        let listen = move |event: InstrumentationEvent<'_>| {
            if let InstrumentationEvent::StartQuery { query, .. } = event {
                for_connection.lock().unwrap_or_else(PoisonError::into_inner).push(query.to_string());
            }
        };
        self.connection.set_instrumentation(listen);
        let read = reads(self);
        self.connection.set_instrumentation(None::<Box<dyn Instrumentation>>);
        read?;
        let statements = std::mem::take(&mut *heard.lock().unwrap_or_else(PoisonError::into_inner));
        statements.into_iter().map(|statement| self.plan(&statement)).collect()
    }

    fn plan(&mut self, heard: &str) -> Result<QueryPlan, StoreError> {
        let statement = heard.split(" -- binds:").next().unwrap_or(heard).to_owned();
        let lines: Vec<String> = match self.connection {
            AnyConnection::Postgres(connection) => postgres_plan(connection, &statement)?,
            AnyConnection::Sqlite(connection) => {
                let asked = format!("explain query plan {statement}");
                let lines: Vec<SqliteLine> = diesel::sql_query(asked).load(connection)?;
                lines.into_iter().map(|line| line.detail).collect()
            }
        };
        Ok(QueryPlan { statement, plan: lines.join("\n") })
    }
}

/// The plan that PostgreSQL keeps for a prepared statement, whatever its values.
fn postgres_plan(connection: &mut PgConnection, statement: &str) -> Result<Vec<String>, StoreError> {
    let values = (1..).take_while(|n| statement.contains(&format!("${n}"))).map(|_| "null").collect::<Vec<_>>();
    let values = if values.is_empty() { String::new() } else { format!("({})", values.join(", ")) };
    connection
        .batch_execute(&format!("set plan_cache_mode = force_generic_plan; prepare orebook_plan as {statement}"))?;
    let lines = diesel::sql_query(format!("explain execute orebook_plan{values}")).load::<PostgresLine>(connection);
    connection.batch_execute("deallocate orebook_plan; reset plan_cache_mode")?;
    Ok(lines?.into_iter().map(|line| line.line).collect())
}
