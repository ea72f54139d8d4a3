//! The process that removes a cluster's files when the tests' own process is gone, however it went.
//!
//! A static is never dropped, and a killed process drops nothing; but the kernel closes its pipes. So a
//! shell waits for the end of its input, then removes the directory, again and again until the server,
//! which is told to end at the same moment, no longer puts files into it.

use std::path::Path;
use std::process::{Child, Command, Stdio};

/// It ignores the signals of a terminal, which would reach it together with the tests.
const SCRIPT: &str = r#"trap "" INT TERM HUP; read -r _; until rm -rf "$0"; do :; done"#;

/// Removes a directory when it is dropped, or when this process ends without that.
pub(super) struct Sweeper(Child);

impl Sweeper {
    pub(super) fn start(directory: &Path) -> Self {
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(SCRIPT).arg(directory).current_dir("/");
        shell.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        Self(shell.spawn().expect("a shell can be started"))
    }
}

impl Drop for Sweeper {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}
