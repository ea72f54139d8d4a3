//! Errors with what caused them, as they are told on one line.

use std::error::Error;

/// An error and its causes. Some errors tell their cause themselves: what was told is not told again.
pub fn told(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let more = error.to_string();
        if !text.contains(&more) {
            text = format!("{text}: {more}");
        }
        cause = error.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::told;

    #[derive(Debug, thiserror::Error)]
    #[error("{0}")]
    struct Says(&'static str, #[source] Option<Box<Says>>);

    fn says(text: &'static str, cause: Option<Says>) -> Says {
        Says(text, cause.map(Box::new))
    }

    #[test]
    fn each_cause_is_told_once() {
        let refused = || says("connection refused", None);
        let hidden = says("error sending request", Some(says("client error", Some(refused()))));
        assert_eq!(told(&hidden), "error sending request: client error: connection refused");
        let shown = says(
            "network: client error: connection refused",
            Some(says("client error: connection refused", Some(refused()))),
        );
        assert_eq!(told(&shown), "network: client error: connection refused");
        assert_eq!(told(&refused()), "connection refused");
    }
}
