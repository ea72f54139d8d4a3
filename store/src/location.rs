//! Where the database is: a file for SQLite, a URL for PostgreSQL.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

/// Where the database is.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// A file; beside it SQLite keeps its write-ahead log, and the writer a lock file.
    Sqlite(PathBuf),
    /// A URL as libpq reads it, Unix sockets (`postgres:///name?host=/directory`) included.
    ///
    /// It must lead to the server itself or to a pooler that keeps sessions: the lease is a property
    /// of the session.
    Postgres(String),
}

/// Why a text names no database.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LocationError {
    /// Neither of the forms that are understood.
    #[error("a database is written sqlite:PATH or postgres://…")]
    Scheme,
    /// `sqlite:` with nothing behind it, or SQLite's name for a database in memory, which could not
    /// be shared between a writer and its readers.
    #[error("sqlite: must be followed by the path of a file")]
    Path,
}

impl FromStr for Location {
    type Err = LocationError;

    fn from_str(text: &str) -> Result<Self, LocationError> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        match text.strip_prefix("sqlite:").ok_or(LocationError::Scheme)? {
            "" | ":memory:" => Err(LocationError::Path),
            path => Ok(Self::Sqlite(PathBuf::from(path))),
        }
    }
}

/// Fit for logs: a password shows as `***`.
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => f.write_str(&without_password(url)),
        }
    }
}

/// As [`fmt::Display`]: a derived form would print the password.
impl fmt::Debug for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Masks both places where a URL can hold a password: before the host, and among the parameters.
fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    let (address, parameters) = match rest.split_once('?') {
        Some((address, parameters)) => (address, Some(parameters)),
        None => (rest, None),
    };
    let mut shown = format!("{scheme}://{}", address_without_password(address));
    for (position, parameter) in parameters.iter().flat_map(|all| all.split('&')).enumerate() {
        shown.push(if position == 0 { '?' } else { '&' });
        match parameter.split_once('=') {
            Some((key, _)) if key.ends_with("password") => {
                shown.push_str(key);
                shown.push_str("=***");
            }
            _ => shown.push_str(parameter),
        }
    }
    shown
}

/// A password may itself contain `@` or `/`, so the last `@` ends it.
fn address_without_password(address: &str) -> String {
    match address.rsplit_once('@') {
        Some((user_and_password, host)) => match user_and_password.split_once(':') {
            Some((user, _)) => format!("{user}:***@{host}"),
            None => address.to_owned(),
        },
        None => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_are_understood_and_nothing_else() {
        assert_eq!("sqlite:a b.db".parse(), Ok(Location::Sqlite("a b.db".into())));
        for url in ["postgres://h/d", "postgresql:///d?host=/run&user=u"] {
            assert_eq!(url.parse(), Ok(Location::Postgres(url.into())));
        }
        for (text, error) in [
            ("mysql://h/d", LocationError::Scheme),
            ("orebook.db", LocationError::Scheme),
            ("sqlite:", LocationError::Path),
            ("sqlite::memory:", LocationError::Path),
        ] {
            assert_eq!(text.parse::<Location>(), Err(error), "{text}");
        }
    }

    #[test]
    fn a_password_is_never_shown() {
        for (url, shown) in [
            ("postgres://u:secret@h:5432/d?a=b", "postgres://u:***@h:5432/d?a=b"),
            ("postgres://u:s@cr/et@h/d", "postgres://u:***@h/d"),
            ("postgres:///d?password=secret&user=u", "postgres:///d?password=***&user=u"),
            ("postgres://u@h/d?sslpassword=secret", "postgres://u@h/d?sslpassword=***"),
        ] {
            let location = Location::Postgres(url.into());
            assert_eq!(location.to_string(), shown);
            assert_eq!(format!("{location:?}"), shown);
        }
    }
}
