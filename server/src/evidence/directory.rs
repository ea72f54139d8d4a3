//! Evidence on a disk: `<directory>/<first two digits>/<digest>`.

use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use orebook_registry::instruction::Digest;

use super::incoming::{Arrived, make_directory, sync_directory};
use super::storage::StorageError;

/// A directory of evidence.
pub struct Directory {
    root: PathBuf,
}

impl Directory {
    pub(super) fn open(root: &Path) -> Result<Self, String> {
        make_directory(root).map_err(|error| format!("{}: {error}", root.display()))?;
        Ok(Self { root: root.to_owned() })
    }

    fn path(&self, digest: Digest) -> PathBuf {
        let name = digest.to_string();
        self.root.join(name.get(..2).unwrap_or_default()).join(name)
    }

    /// There is a whole file under the name, or none: it is renamed when it is on the disk.
    pub(super) fn put(&self, arrived: Arrived) -> Result<(), StorageError> {
        let path = self.path(arrived.digest);
        let shelf = path.parent().unwrap_or(&self.root);
        make_directory(shelf)?;
        arrived.file.persist(&path).map_err(|error| error.error)?;
        sync_directory(shelf)?;
        Ok(sync_directory(&self.root)?)
    }

    pub(super) fn file(&self, digest: Digest) -> Result<File, StorageError> {
        File::open(self.path(digest)).map_err(|error| match error.kind() {
            ErrorKind::NotFound => StorageError::Damaged("no file".to_owned()),
            _ => error.into(),
        })
    }

    pub(super) fn remove(&self, digest: Digest) -> Result<bool, StorageError> {
        let path = self.path(digest);
        match std::fs::remove_file(&path) {
            Ok(()) => sync_directory(path.parent().unwrap_or(&self.root)).map(|()| true).map_err(Into::into),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}
