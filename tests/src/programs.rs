//! The built programs, which stand beside the test's own.

use std::path::PathBuf;
use std::process::Command;

/// The server: `orebook`.
pub fn orebook() -> Command {
    program("orebook")
}

/// The auditor's program: `orebook-verify`.
pub fn orebook_verify() -> Command {
    program("orebook-verify")
}

/// A program with an empty environment: settings of the machine must not reach a test.
///
/// # Panics
/// If it was not built.
fn program(name: &str) -> Command {
    let path = directory().join(name);
    assert!(path.is_file(), "{} is not built: cargo build -p orebook-server -p orebook-verifier", path.display());
    let mut command = Command::new(path);
    command.env_clear();
    command
}

/// `target/<profile>`, where cargo puts what it builds.
///
/// # Panics
/// If the test does not lie where cargo puts tests.
pub fn directory() -> PathBuf {
    let test = std::env::current_exe().expect("a test knows its own file");
    let profile = test.parent().and_then(|deps| deps.parent());
    profile.expect("tests lie in target/<profile>/deps").to_owned()
}
