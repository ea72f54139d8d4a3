//! The directory of a backup while it is written: under a temporary name, readable by its owner alone, every file on the
//! disk before the directory gets its name.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tempfile::TempDir;

use super::BackupError;
use super::manifest::Sealed;
use crate::evidence::incoming::{make_directory, sync_directory};

/// A directory that is not whole yet. Dropped, it is gone.
pub(super) struct Unfinished {
    directory: TempDir,
    to: PathBuf,
    /// Directories below it whose names must reach the disk.
    made: BTreeSet<PathBuf>,
}

impl Unfinished {
    /// Begins one beside its place.
    pub(super) fn begin(to: &Path) -> Result<Self, BackupError> {
        // A name that is taken by anything, a dangling link too.
        if std::fs::symlink_metadata(to).is_ok() {
            return Err(BackupError::Exists(to.to_owned()));
        }
        let to = std::path::absolute(to).map_err(BackupError::file(to))?;
        let parent = to.parent().unwrap_or(Path::new("/"));
        std::fs::create_dir_all(parent).map_err(BackupError::file(parent))?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(".orebook-backup-");
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let directory = builder.tempdir_in(parent);
        let directory = directory.map_err(BackupError::file(parent))?;
        Ok(Self { directory, to, made: BTreeSet::new() })
    }

    /// A new file in it.
    pub(super) fn create(&mut self, name: &str) -> Result<Sealing, BackupError> {
        let path = self.directory.path().join(name);
        let shelf = path.parent().unwrap_or(self.directory.path());
        make_directory(shelf).map_err(BackupError::file(shelf))?;
        let below = shelf.ancestors().take_while(|above| above.starts_with(self.directory.path()));
        self.made.extend(below.map(Path::to_owned));
        Sealing::create(&path, name)
    }

    /// Copies what is read into a new file.
    pub(super) fn copy(&mut self, name: &str, from: &mut impl Read) -> Result<Sealed, BackupError> {
        let mut file = self.create(name)?;
        std::io::copy(from, &mut file).map_err(BackupError::file(&self.directory.path().join(name)))?;
        file.finish()
    }

    /// Removes a file that turned out not to be wanted.
    pub(super) fn remove(&mut self, name: &str) -> Result<(), BackupError> {
        let path = self.directory.path().join(name);
        std::fs::remove_file(&path).map_err(BackupError::file(&path))
    }

    /// All files are there: it gets its name.
    pub(super) fn finish(self) -> Result<(), BackupError> {
        for directory in self.made.iter().rev() {
            sync_directory(directory).map_err(BackupError::file(directory))?;
        }
        if std::fs::symlink_metadata(&self.to).is_ok() {
            return Err(BackupError::Exists(self.to.clone()));
        }
        std::fs::rename(self.directory.keep(), &self.to).map_err(BackupError::file(&self.to))?;
        let parent = self.to.parent().unwrap_or(Path::new("/"));
        sync_directory(parent).map_err(BackupError::file(parent))
    }
}

/// A file that is written, hashed and counted at once.
pub(super) struct Sealing {
    file: BufWriter<File>,
    path: PathBuf,
    name: String,
    hash: Sha256,
    bytes: u64,
}

impl Sealing {
    /// A new file, for its owner alone.
    pub(super) fn create(path: &Path, name: &str) -> Result<Self, BackupError> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = BufWriter::new(options.open(path).map_err(BackupError::file(path))?);
        Ok(Self { file, path: path.to_owned(), name: name.to_owned(), hash: Sha256::new(), bytes: 0 })
    }

    /// It is on the disk when this returns.
    pub(super) fn finish(self) -> Result<Sealed, BackupError> {
        let Self { file, path, name, hash, bytes } = self;
        let synced = file.into_inner().map_err(|error| error.into_error()).and_then(|file| file.sync_all());
        synced.map_err(BackupError::file(&path))?;
        Ok(Sealed { name, bytes, sha256: hex::encode(hash.finalize()) })
    }
}

impl Write for Sealing {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}
