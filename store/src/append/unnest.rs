//! `insert … select * from unnest($1, $2, …)`: one array a column, one statement a table.
//!
//! The text of the statement is the same for one row and for ten thousand, so PostgreSQL prepares it
//! once a session. Diesel's own multi-row insert names every value and would be prepared anew for every
//! number of rows; and a `sql_query` is never cached.

use std::fmt::Debug;
use std::marker::PhantomData;

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::serialize::ToSql;
use diesel::sql_types::{Array, HasSqlType, SingleValue};

/// An insert of many rows into table `T`, column by column.
pub(super) struct Unnest<'a, T> {
    table: &'static str,
    columns: Vec<(&'static str, Box<dyn QueryFragment<Pg> + 'a>)>,
    into: PhantomData<T>,
}

impl<'a, T: Table> Unnest<'a, T> {
    /// An insert into the table of this name.
    pub(super) fn into(table: &'static str) -> Self {
        Self { table, columns: Vec::new(), into: PhantomData }
    }

    /// Adds a column with its values, one for each row. The column's type decides the array's.
    pub(super) fn column<C, V>(mut self, _: C, values: impl Iterator<Item = V>) -> Self
    where
        C: Column<Table = T> + Expression,
        C::SqlType: SingleValue + 'a,
        Pg: HasSqlType<Array<C::SqlType>>,
        V: Debug + 'a,
        Vec<V>: ToSql<Array<C::SqlType>, Pg>,
    {
        let values = ArrayBind::<C::SqlType, V> { values: values.collect(), sql_type: PhantomData };
        self.columns.push((C::NAME, Box::new(values)));
        self
    }
}

impl<T> QueryFragment<Pg> for Unnest<'_, T> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_sql("INSERT INTO ");
        out.push_identifier(self.table)?;
        for (position, (name, _)) in self.columns.iter().enumerate() {
            out.push_sql(if position == 0 { " (" } else { ", " });
            out.push_identifier(name)?;
        }
        out.push_sql(") SELECT * FROM unnest");
        for (position, (_, values)) in self.columns.iter().enumerate() {
            out.push_sql(if position == 0 { "(" } else { ", " });
            values.walk_ast(out.reborrow())?;
        }
        out.push_sql(")");
        Ok(())
    }
}

/// The table alone names the statement: each has one place in which its columns are listed.
impl<T: 'static> QueryId for Unnest<'_, T> {
    type QueryId = Unnest<'static, T>;
    const HAS_STATIC_QUERY_ID: bool = true;
}

impl<T> RunQueryDsl<PgConnection> for Unnest<'_, T> {}

struct ArrayBind<S, V> {
    values: Vec<V>,
    sql_type: PhantomData<S>,
}

impl<S, V> QueryFragment<Pg> for ArrayBind<S, V>
where
    S: SingleValue,
    Pg: HasSqlType<Array<S>>,
    Vec<V>: ToSql<Array<S>, Pg>,
{
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        out.push_bind_param::<Array<S>, Vec<V>>(&self.values)
    }
}
