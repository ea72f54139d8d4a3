//! Lists as CSV (RFC 4180), for spreadsheets: the columns are those of the description of the API, a member of a
//! member is a column of its own, and no cell is taken for a formula.

use std::sync::LazyLock;

use serde_json::Value;
use utoipa::OpenApi;

use crate::openapi::ApiDoc;

/// A column, and the way to it in an item.
#[derive(Clone)]
pub struct Column(Vec<String>);

impl Column {
    /// A member of the item itself.
    pub fn named(name: &str) -> Self {
        Self(vec![name.to_owned()])
    }
    fn name(&self) -> String {
        self.0.join(".")
    }
    fn of<'a>(&self, item: &'a Value) -> &'a Value {
        self.0.iter().fold(item, |value, member| &value[member.as_str()])
    }
}

static SCHEMAS: LazyLock<Value> = LazyLock::new(|| {
    let document = serde_json::to_value(ApiDoc::openapi()).unwrap_or_default();
    document["components"]["schemas"].clone()
});

/// The columns of an item by the name of its schema.
pub fn columns(schema: &str) -> Vec<Column> {
    let mut columns = Vec::new();
    collect(&SCHEMAS[schema], &[], &mut columns);
    columns
}

/// Objects fall into their members; everything else is one column.
fn collect(schema: &Value, at: &[String], columns: &mut Vec<Column>) {
    if let Some(name) = schema["$ref"].as_str().and_then(|reference| reference.rsplit('/').next()) {
        return collect(&SCHEMAS[name], at, columns);
    }
    let parts = |word: &str| schema[word].as_array().into_iter().flatten();
    if schema["allOf"].is_array() {
        return parts("allOf").for_each(|part| collect(part, at, columns));
    }
    // What may be absent is written as one of nothing and itself; of what is flattened, as itself or any object.
    if let Some(present) = parts("oneOf").chain(parts("anyOf")).find(|part| part["type"] != "null") {
        return collect(present, at, columns);
    }
    match schema["properties"].as_object().filter(|members| !members.is_empty()) {
        Some(members) => members.iter().for_each(|(name, member)| {
            let at = [at, std::slice::from_ref(name)].concat();
            collect(member, &at, columns);
        }),
        None if at.is_empty() => {}
        None => columns.push(Column(at.to_vec())),
    }
}

/// The line of names.
pub fn head(columns: &[Column]) -> String {
    line(columns.iter().map(Column::name))
}

/// The line of an item.
pub fn row(columns: &[Column], item: &Value) -> String {
    line(columns.iter().map(|column| text(column.of(item))))
}

fn line(cells: impl Iterator<Item = String>) -> String {
    let mut line = cells.map(|cell| quoted(&neutral(cell))).collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

/// A list of words is written with spaces; a list of objects stays JSON.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) if items.iter().all(Value::is_string) => {
            items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" ")
        }
        other => other.to_string(),
    }
}

/// Spreadsheets calculate what begins with one of these; an apostrophe before it makes it a text.
fn neutral(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests;
