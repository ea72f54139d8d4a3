//! Where evidence files stand: in a directory or in a bucket, each under its digest.

use std::fs::File;
use std::io::{Seek, sink};
use std::path::Path;

use orebook_registry::instruction::Digest;
use thiserror::Error;

use super::bucket::Bucket;
use super::directory::Directory;
use super::incoming::{Arrived, copy_hashed};
use super::settings::Settings;

/// The files.
pub enum Storage {
    /// On a disk.
    Directory(Directory),
    /// In S3 or what speaks its protocol.
    Bucket(Box<Bucket>),
}

/// Why a file could not be stored, read or removed.
#[derive(Debug, Error)]
pub enum StorageError {
    /// What is there is not what was stored.
    #[error("damaged: {0}")]
    Damaged(String),
    /// The storage fails.
    #[error("storage: {0}")]
    Failed(String),
}

impl From<std::io::Error> for StorageError {
    fn from(error: std::io::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

impl Storage {
    /// As configuration says.
    pub(super) fn open(settings: &Settings) -> Result<Self, String> {
        match &settings.s3 {
            Some(s3) => Ok(Self::Bucket(Box::new(Bucket::open(s3)?))),
            None => Directory::open(&settings.directory).map(Self::Directory),
        }
    }

    /// Stores a file under its digest, in the place of what is there. It is safe when this returns.
    pub fn put(&self, arrived: Arrived) -> Result<(), StorageError> {
        match self {
            Self::Directory(directory) => directory.put(arrived),
            Self::Bucket(bucket) => bucket.put(arrived),
        }
    }

    /// Removes a file; answers whether there was one.
    pub fn remove(&self, digest: Digest) -> Result<bool, StorageError> {
        match self {
            Self::Directory(directory) => directory.remove(digest),
            Self::Bucket(bucket) => bucket.remove(digest),
        }
    }

    /// A file from its beginning, after all of it was hashed; what comes from afar lies in `spool` meanwhile.
    pub(super) fn read(&self, digest: Digest, size: u64, spool: &Path) -> Result<File, StorageError> {
        let (mut file, found) = match self {
            Self::Directory(directory) => {
                let mut file = directory.file(digest)?;
                let found = copy_hashed(&mut file, &mut sink(), size)?;
                (file, found)
            }
            Self::Bucket(bucket) => {
                // It has no name: the disk is free again when the last who reads it is done.
                let mut file = tempfile::tempfile_in(spool)?;
                let found = bucket.fetch(digest, size, &mut file)?;
                (file, found)
            }
        };
        if found != (digest, size) {
            return Err(StorageError::Damaged(format!("{} bytes with the digest {}", found.1, found.0)));
        }
        file.rewind()?;
        Ok(file)
    }
}
