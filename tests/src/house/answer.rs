//! What a server answered.

use reqwest::header::HeaderMap;
use serde_json::Value;

/// Status, headers and body.
#[derive(Debug)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// The body.
    pub bytes: Vec<u8>,
    /// The body as text.
    pub body: String,
    /// The body as JSON; null where it is none.
    pub json: Value,
}

impl Answer {
    /// A text of the JSON body, by its pointer.
    ///
    /// # Panics
    /// If there is none.
    pub fn text(&self, pointer: &str) -> &str {
        let found = self.json.pointer(pointer).and_then(Value::as_str);
        found.unwrap_or_else(|| panic!("no text at {pointer} in {} {}", self.status, self.body))
    }

    /// The code of a problem; empty where it is none.
    pub fn code(&self) -> &str {
        self.json["code"].as_str().unwrap_or("")
    }

    /// A header; empty where it is absent.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
    }

    /// The exact bytes of a receipt's entry.
    ///
    /// # Panics
    /// If it is not a receipt.
    pub fn entry(&self) -> &str {
        let start = self.body.find(r#""entry":"#).map(|at| at + 8);
        let end = self.body.rfind(r#","proof":"#);
        match (start, end) {
            (Some(start), Some(end)) => &self.body[start..end],
            _ => panic!("not a receipt: {} {}", self.status, self.body),
        }
    }
}
