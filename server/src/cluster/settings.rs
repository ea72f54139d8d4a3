//! How a server stands among the others of its register: `[cluster]` in the configuration file.

use orebook_store::Location;
use serde::Deserialize;

/// What is in force.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Where the other servers reach this one while it leads: `http://10.0.0.5:8080`.
    pub address: Option<String>,
    /// Whether writes that come here while another leads are handed to that one.
    pub forward: bool,
    /// Where this server reads while it follows, if not in its database: a streaming replica.
    pub replica: Option<Location>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    address: Option<String>,
    #[serde(default)]
    forward: bool,
    replica: Option<String>,
}

impl Settings {
    /// Reads the part of the file.
    pub fn of(value: toml::Value) -> Result<Settings, String> {
        let failed = |why: String| format!("[cluster]: {why}");
        let file: File = value.try_into().map_err(|error: toml::de::Error| failed(error.to_string()))?;
        let replica = file.replica.map(|url| match url.parse() {
            Ok(location @ Location::Postgres(_)) => Ok(location),
            Ok(Location::Sqlite(_)) => Err(failed("replica: of PostgreSQL alone".to_owned())),
            Err(error) => Err(failed(format!("replica: {error}"))),
        });
        let address = file.address.map(|url| checked(url).map_err(failed)).transpose()?;
        Ok(Settings { address, forward: file.forward, replica: replica.transpose()? })
    }

    /// The same as it stands in the file, with passwords masked.
    pub fn describe(&self) -> String {
        let address = self.address.as_ref().map(|url| format!("address = \"{url}\"\n")).unwrap_or_default();
        let replica = self.replica.as_ref().map(|url| format!("replica = \"{url}\"\n")).unwrap_or_default();
        format!("[cluster]\n{address}forward = {}\n{replica}", self.forward)
    }
}

/// A scheme, a host and perhaps a port: paths are added to it as they are.
fn checked(url: String) -> Result<String, String> {
    let parsed = reqwest::Url::parse(&url).map_err(|error| format!("address: {url}: {error}"))?;
    let bare = parsed.path() == "/" && parsed.query().is_none() && parsed.fragment().is_none();
    let plain = parsed.username().is_empty() && parsed.password().is_none() && !url.ends_with('/');
    match parsed.scheme() {
        "http" | "https" if bare && plain => Ok(url),
        _ => Err(format!("address: {url}: as http://HOST:PORT, without a path")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Result<Settings, String> {
        Settings::of(text.parse::<toml::Table>().unwrap().into())
    }

    #[test]
    fn settings_are_read_and_told_as_they_stand_in_the_file() {
        let text = "address = \"http://10.0.0.5:8080\"\nforward = true\nreplica = \"postgres://replica/orebook\"\n";
        assert_eq!(of(text).unwrap().describe(), format!("[cluster]\n{text}"));
        assert_eq!(of("").unwrap(), Settings::default());
    }

    #[test]
    fn what_leads_nowhere_is_refused_by_name() {
        for (text, why) in [
            ("address = \"10.0.0.5:8080\"", "address"),
            ("address = \"http://10.0.0.5/orebook\"", "without a path"),
            ("address = \"http://10.0.0.5/\"", "without a path"),
            ("address = \"http://me:secret@10.0.0.5\"", "without a path"),
            ("address = \"ftp://10.0.0.5\"", "as http"),
            ("replica = \"sqlite:/x.db\"", "of PostgreSQL alone"),
            ("replica = \"x.db\"", "postgres://"),
            ("leader = \"http://10.0.0.5\"", "unknown field"),
        ] {
            let error = of(text).unwrap_err();
            assert!(error.starts_with("[cluster]: ") && error.contains(why), "{text}: {error}");
        }
    }
}
