//! The keys of a data directory, each a PKCS#8 PEM file that its owner alone may read.

use std::io::Write;
use std::path::{Path, PathBuf};

use orebook_document::SecretKey;
use orebook_tlog::NoteSigner;

/// Why a key could not be read or written.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum KeyFileError {
    #[error("{}: {source}", path.display())]
    File { path: PathBuf, source: std::io::Error },
    #[error("{}: not a key: {reason}", path.display())]
    Form { path: PathBuf, reason: String },
    #[error("no randomness: {0}")]
    Randomness(String),
}

/// The registry's own keys.
pub struct RegistryKeys {
    /// Signs checkpoints, under the log's origin.
    pub log: NoteSigner,
    /// Signs retirement statements.
    pub issuer: SecretKey,
}

impl RegistryKeys {
    /// Reads both from `<data>/keys`; the origin stands in `<data>/log.vkey`.
    pub fn of_data(data: &Path) -> Result<Self, KeyFileError> {
        let vkey_path = data.join("log.vkey");
        let vkey = std::fs::read_to_string(&vkey_path)
            .map_err(|source| KeyFileError::File { path: vkey_path.clone(), source })?;
        let origin = vkey.split('+').next().unwrap_or("").to_owned();
        let log = read(&data.join("keys/log.pem"))?;
        let log = NoteSigner::new(&origin, log.seed())
            .map_err(|error| KeyFileError::Form { path: vkey_path, reason: error.to_string() })?;
        Ok(Self { log, issuer: read(&data.join("keys/issuer.pem"))? })
    }
}

/// A new key from the system's randomness.
pub fn generate() -> Result<SecretKey, KeyFileError> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|error| KeyFileError::Randomness(error.to_string()))?;
    Ok(SecretKey::from_seed(seed))
}

/// Reads a key.
pub fn read(path: &Path) -> Result<SecretKey, KeyFileError> {
    let text = std::fs::read_to_string(path).map_err(|source| KeyFileError::File { path: path.to_owned(), source })?;
    SecretKey::from_pem(&text).map_err(|error| KeyFileError::Form { path: path.to_owned(), reason: error.to_string() })
}

/// Writes a key into a new file of mode 0600; an existing file is never overwritten.
pub fn write(path: &Path, key: &SecretKey) -> Result<(), KeyFileError> {
    let failed = |source| KeyFileError::File { path: path.to_owned(), source };
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(failed)?;
    file.write_all(key.to_pem().as_bytes()).and_then(|()| file.sync_all()).map_err(failed)
}
