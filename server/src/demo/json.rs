//! Looking into the answers of the API.

use serde_json::Value;

/// Follows a path of names and indices: `entry/events/0/party`.
pub(super) fn at<'a>(value: &'a Value, path: &str) -> Result<&'a Value, String> {
    value.pointer(&format!("/{path}")).ok_or_else(|| format!("the answer has no {path}: {value}"))
}

/// The text at a path.
pub(super) fn text<'a>(value: &'a Value, path: &str) -> Result<&'a str, String> {
    at(value, path)?.as_str().ok_or_else(|| format!("{path} is no text: {value}"))
}

/// Reads the text at a path.
pub(super) fn read<T: std::str::FromStr<Err: std::fmt::Display>>(value: &Value, path: &str) -> Result<T, String> {
    text(value, path)?.parse().map_err(|error| format!("{path}: {error}"))
}
