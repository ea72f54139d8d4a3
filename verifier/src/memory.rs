//! What the auditor's program remembers of a log between two runs: the last checkpoint it found nothing against, and how
//! many first entries it has decided again already.
//!
//! ```text
//! <directory>/log-<origin, slashes as _>-<begin of its hash>/checkpoint   the signed note, as it was seen
//!                                                           /verified     <program version> <size> <root in base64>
//! ```
//! The first proves to others that a log was rewritten; the second saves work, and is worth what this machine is worth.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use orebook_document::sha256;

use crate::verify::Verified;

/// Longest file that is read back.
const LENGTH_MAX: u64 = 65_536;

/// The place of one log in the program's memory.
#[derive(Debug, Clone)]
pub struct Memory {
    directory: PathBuf,
}

/// Why it could not be used.
#[derive(Debug, thiserror::Error)]
pub enum MemoryError {
    /// A file of it could not be read or written.
    #[error("what was remembered cannot be used: {}: {error}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
}

impl Memory {
    /// The memory of a log, in a directory for all logs.
    pub fn of(directory: &Path, origin: &str) -> Memory {
        let plain = |c: char| if c.is_ascii_alphanumeric() || c == '.' || c == '-' { c } else { '_' };
        let name: String = origin.chars().map(plain).take(100).collect();
        let [a, b, c, d, ..] = sha256(origin.as_bytes());
        Memory { directory: directory.join(format!("log-{name}-{a:02x}{b:02x}{c:02x}{d:02x}")) }
    }

    /// The checkpoint that was seen last.
    pub fn checkpoint(&self) -> Result<Option<String>, MemoryError> {
        self.read("checkpoint")
    }

    /// How far this very version of the program has verified the log.
    pub fn verified(&self) -> Result<Option<Verified>, MemoryError> {
        Ok(self.read("verified")?.and_then(|text| parse(&text)))
    }

    /// Keeps the checkpoint of a log against which nothing was found.
    pub fn keep_checkpoint(&self, note: &str) -> Result<(), MemoryError> {
        self.write("checkpoint", note)
    }

    /// Keeps how far the log was verified.
    pub fn keep_verified(&self, verified: Verified) -> Result<(), MemoryError> {
        let Verified { size, root } = verified;
        self.write("verified", &format!("{} {size} {}\n", env!("CARGO_PKG_VERSION"), STANDARD.encode(root)))
    }

    fn read(&self, name: &str) -> Result<Option<String>, MemoryError> {
        let path = self.directory.join(name);
        let size = match fs::metadata(&path) {
            Ok(file) => file.len(),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(MemoryError::File { path, error }),
        };
        let text = match size > LENGTH_MAX {
            true => Err(std::io::Error::new(ErrorKind::InvalidData, "the file is too long")),
            false => fs::read_to_string(&path),
        };
        text.map(Some).map_err(|error| MemoryError::File { path, error })
    }

    /// Temporary file, then rename: an interrupted run leaves the file as it was.
    fn write(&self, name: &str, text: &str) -> Result<(), MemoryError> {
        let (path, temporary) = (self.directory.join(name), self.directory.join(format!("{name}.new")));
        fs::create_dir_all(&self.directory)
            .and_then(|()| fs::write(&temporary, text))
            .and_then(|()| fs::rename(&temporary, &path))
            .map_err(|error| MemoryError::File { path, error })
    }
}

fn parse(text: &str) -> Option<Verified> {
    let mut words = text.trim_end().split(' ');
    words.next().filter(|version| *version == env!("CARGO_PKG_VERSION"))?;
    let size = words.next()?.parse().ok()?;
    let root = STANDARD.decode(words.next()?).ok()?.try_into().ok()?;
    words.next().is_none().then_some(Verified { size, root })
}
