//! What an operator may set of webhooks: `[webhooks]` in the configuration file.

use std::time::Duration;

use serde::Deserialize;

/// How deliveries are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Deliveries to the loopback address, and by plain HTTP, are allowed: for tests and demonstrations.
    pub allow_loopback: bool,
    /// A connection must stand within this time.
    pub connect: Duration,
    /// A delivery must be over within this time.
    pub whole: Duration,
}

impl Default for Settings {
    fn default() -> Self {
        Self { allow_loopback: false, connect: Duration::from_secs(5), whole: Duration::from_secs(15) }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    allow_loopback: bool,
}

impl Settings {
    /// Reads the part of the file.
    pub fn of(value: toml::Value) -> Result<Self, String> {
        let file: File = value.try_into().map_err(|error: toml::de::Error| format!("[webhooks]: {error}"))?;
        Ok(Self { allow_loopback: file.allow_loopback, ..Self::default() })
    }

    /// The same as it stands in the file; nothing when it is as it would be without.
    pub fn describe(&self) -> String {
        if self.allow_loopback { "\n[webhooks]\nallow_loopback = true\n".to_owned() } else { String::new() }
    }
}
