//! The words in which each database writes a line and reads one.

use crate::shape::{Column, Kind};

/// How each database says what a line is made of, and what is in it.
pub(super) trait Words {
    fn array(&self, items: &str) -> String;
    fn written(&self, column: &Column) -> String;
    /// What was given with the statement, as JSON.
    fn given(&self) -> &'static str;
    /// An item of a JSON array, as a column takes it.
    fn read(&self, array: &str, place: usize, kind: Kind) -> String;
    /// The lines that were given, each as `value`.
    fn each(&self) -> &'static str;
}

pub(super) struct Sqlite;
pub(super) struct Postgres;

impl Words for Sqlite {
    fn array(&self, items: &str) -> String {
        format!("json_array({items})")
    }

    fn written(&self, column: &Column) -> String {
        let name = quoted(&column.name);
        match column.kind {
            // hex() makes an empty text of nothing.
            Kind::Bytes => format!("case when {name} is null then null else lower(hex({name})) end"),
            _ => name,
        }
    }

    fn given(&self) -> &'static str {
        "?1"
    }

    fn read(&self, array: &str, place: usize, kind: Kind) -> String {
        let item = format!("json_extract({array}, '$[{place}]')");
        if kind == Kind::Bytes { format!("unhex({item})") } else { item }
    }

    fn each(&self) -> &'static str {
        "json_each(?1)"
    }
}

impl Words for Postgres {
    fn array(&self, items: &str) -> String {
        format!("json_build_array({items})::text")
    }

    fn written(&self, column: &Column) -> String {
        let name = quoted(&column.name);
        if column.kind == Kind::Bytes { format!("encode({name}, 'hex')") } else { name }
    }

    fn given(&self) -> &'static str {
        "($1::json)"
    }

    fn read(&self, array: &str, place: usize, kind: Kind) -> String {
        let item = format!("({array} ->> {place})");
        match kind {
            Kind::Number => format!("{item}::bigint"),
            Kind::Bytes => format!("decode({item}, 'hex')"),
            Kind::Text | Kind::Other => item,
        }
    }

    fn each(&self) -> &'static str {
        "json_array_elements($1::json) as value"
    }
}

/// Names of columns are words of SQL here and there.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
