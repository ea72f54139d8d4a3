//! An archive: a log as a directory of files, laid out as a server would publish it (c2sp.org/tlog-tiles), so that
//! other tools read it too. This is the one place that knows the layout.
//!
//! ```text
//! vkey                              the log's verifier key, one line
//! checkpoint                        the signed note: origin, size, root
//! witnessed                         the newest checkpoint that witnesses cosigned, of as many entries or fewer; if any
//! tile/<L>/<N>[.p/<W>]              hash tiles, L = 0 the leaves
//! tile/entries/<N>[.p/<W>]          entry bundles: the entries themselves, each after its length in two bytes
//! ```
//! The file `vkey` is a convenience and proves nothing: whoever can alter the archive can alter it too.

mod reader;
mod writer;

use std::io;
use std::path::PathBuf;

pub use reader::{Bundle, Reader};
pub use writer::{Writer, put_witnessed};

const VKEY: &str = "vkey";
const CHECKPOINT: &str = "checkpoint";
const WITNESSED: &str = "witnessed";

/// Why an archive could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The directory or a file in it could not be used.
    #[error("{path}: {error}")]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// A file is longer than anything that belongs there.
    #[error("{path} is longer than {limit} bytes")]
    TooLong {
        /// Which.
        path: PathBuf,
        /// The longest it may be.
        limit: u64,
    },
    /// The directory to write to holds an archive already.
    #[error("{path} holds an archive already; write to another directory")]
    NotEmpty {
        /// Which.
        path: PathBuf,
    },
    /// The files of an archive that was to be continued are not those its checkpoint counts.
    #[error("{path} cannot be continued: its files are not what its checkpoint says")]
    NotResumable {
        /// Which.
        path: PathBuf,
    },
    /// The checkpoint file is not a signed note with the three lines of a checkpoint.
    #[error("{path} is not a checkpoint: origin, size, root, an empty line and signatures")]
    NotACheckpoint {
        /// Which.
        path: PathBuf,
    },
    /// A tile does not hold as many hashes as its name says.
    #[error("{path} does not hold {width} hashes")]
    NotATile {
        /// Which.
        path: PathBuf,
        /// How many there should be.
        width: u16,
    },
    /// The checkpoint to be written is not of these entries, or not signed by this key.
    #[error("the checkpoint is not signed by this key over {size} entries and their root")]
    OtherCheckpoint {
        /// How many entries were pushed.
        size: u64,
    },
    /// An entry is longer than a bundle can say.
    #[error("an entry of {length} bytes is longer than a bundle can hold")]
    EntryTooLong {
        /// Its bytes.
        length: usize,
    },
}

impl ArchiveError {
    fn io(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> ArchiveError {
        let path = path.into();
        move |error| ArchiveError::Io { path, error }
    }

    /// Whether the file is simply not there.
    pub fn is_missing(&self) -> bool {
        matches!(self, ArchiveError::Io { error, .. } if error.kind() == io::ErrorKind::NotFound)
    }
}
