//! The shape of a database: its tables and their columns, as they are and as they should be.
//!
//! What should be there is not written down a second time: the steps that a database says it has taken are taken once more
//! in memory, and the two are compared. Both databases have the same tables and columns, so SQLite answers for both.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel::sql_types::{Bool, Integer, Text};

use crate::connection::AnyConnection;
use crate::error::StoreError;
use crate::examine::Look;

/// The table in which diesel notes the steps that were taken.
pub(crate) const STEPS: &str = "__diesel_schema_migrations";

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Number,
    Text,
    Bytes,
    /// Nothing that a table of this register has.
    Other,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    /// Its place in the primary key, from 1; 0 for a column that is not in it.
    pub(crate) key: i32,
}

/// Tables by name, each with its columns in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shape(pub(crate) BTreeMap<String, Vec<Column>>);

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Text)]
    of_table: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Integer)]
    key: i32,
}

const SQLITE: &str = "select t.name as of_table, c.name as name, c.type as kind, c.pk as key
    from sqlite_schema t join pragma_table_info(t.name) c
    where t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\'
    order by t.name, c.cid";

/// Tables that an extension brought are not this program's, and no sign of another program either.
const POSTGRES: &str = "select c.relname::text as of_table, a.attname::text as name,
        format_type(a.atttypid, null) as kind,
        coalesce((select k.place::int from unnest(i.indkey) with ordinality k(attribute, place)
            where k.attribute = a.attnum), 0) as key
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = current_schema()
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relkind in ('r', 'p')
        and not exists (select from pg_depend d
            where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    order by c.relname, a.attnum";

impl Shape {
    /// The tables that are there.
    pub(crate) fn of(connection: &mut AnyConnection) -> QueryResult<Self> {
        let found = match connection {
            AnyConnection::Sqlite(sqlite) => diesel::sql_query(SQLITE).load::<Found>(sqlite)?,
            AnyConnection::Postgres(postgres) => diesel::sql_query(POSTGRES).load::<Found>(postgres)?,
        };
        let mut tables: BTreeMap<String, Vec<Column>> = BTreeMap::new();
        for Found { of_table, name, kind, key } in found {
            tables.entry(of_table).or_default().push(Column { name, kind: Kind::of(&kind), key });
        }
        Ok(Self(tables))
    }

    /// The names of the tables but for that of the steps.
    pub(crate) fn names(&self) -> impl Iterator<Item = &String> {
        self.0.keys().filter(|name| *name != STEPS)
    }

    /// What of the expected tables is not there as it should be; what is there besides does not matter.
    pub(crate) fn lacks(&self, expected: &Self) -> Vec<String> {
        let mut lacks = Vec::new();
        for name in expected.names() {
            let Some(columns) = self.0.get(name) else {
                lacks.push(format!("table {name} is missing"));
                continue;
            };
            for column in &expected.0[name] {
                match columns.iter().find(|here| here.name == column.name) {
                    None => lacks.push(format!("column {name}.{} is missing", column.name)),
                    Some(here) if here != column => {
                        lacks.push(format!("column {name}.{} is of another type or key", column.name));
                    }
                    Some(_) => {}
                }
            }
        }
        lacks
    }
}

impl Kind {
    fn of(written: &str) -> Self {
        match written.to_ascii_lowercase().as_str() {
            "integer" | "bigint" | "smallint" => Self::Number,
            "text" => Self::Text,
            "blob" | "bytea" => Self::Bytes,
            _ => Self::Other,
        }
    }
}

/// The steps that the database says it has taken, oldest first; none where it says nothing.
pub(crate) fn steps_taken(connection: &mut AnyConnection) -> QueryResult<Vec<String>> {
    #[derive(QueryableByName)]
    struct Step {
        #[diesel(sql_type = Text)]
        version: String,
    }
    if !has_steps(connection)? {
        return Ok(Vec::new());
    }
    let sql = format!("select version from {STEPS} order by version");
    let steps = match connection {
        AnyConnection::Sqlite(sqlite) => diesel::sql_query(sql).load::<Step>(sqlite)?,
        AnyConnection::Postgres(postgres) => diesel::sql_query(sql).load::<Step>(postgres)?,
    };
    Ok(steps.into_iter().map(|step| step.version).collect())
}

fn has_steps(connection: &mut AnyConnection) -> QueryResult<bool> {
    #[derive(QueryableByName)]
    struct Has {
        #[diesel(sql_type = Bool)]
        has: bool,
    }
    let has: Has = match connection {
        AnyConnection::Sqlite(sqlite) => {
            let sql =
                format!("select count(*) > 0 as has from sqlite_schema where type = 'table' and name = '{STEPS}'");
            diesel::sql_query(sql).get_result(sqlite)?
        }
        AnyConnection::Postgres(postgres) => {
            let sql = format!("select to_regclass(format('%I.%I', current_schema(), '{STEPS}')) is not null as has");
            diesel::sql_query(sql).get_result(postgres)?
        }
    };
    Ok(has.has)
}

/// What SQLite itself finds wrong with its file; nothing if it is sound. The quick look walks every page; the whole one
/// compares the indexes with their tables as well.
pub(crate) fn found_by_sqlite(sqlite: &mut SqliteConnection, look: Look) -> Result<Option<String>, StoreError> {
    #[derive(QueryableByName)]
    struct Quick {
        #[diesel(sql_type = Text)]
        quick_check: String,
    }
    #[derive(QueryableByName)]
    struct Whole {
        #[diesel(sql_type = Text)]
        integrity_check: String,
    }
    let found = match look {
        Look::Quick => diesel::sql_query("pragma quick_check(1)").get_result::<Quick>(sqlite)?.quick_check,
        Look::Whole => diesel::sql_query("pragma integrity_check(1)").get_result::<Whole>(sqlite)?.integrity_check,
    };
    Ok(Some(found).filter(|found| found != "ok"))
}
