//! The keys of a data directory, each a PKCS#8 PEM file that its owner alone may read.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use orebook_document::{PublicKey, SecretKey};
use orebook_registry::instruction::KeyEnd;
use orebook_registry::party::OwnKeys;
use orebook_tlog::{Checkpoint, NoteSigner};
use parking_lot::Mutex;

use crate::guard::LogKeys;

/// Why a key could not be read or written, or is not there.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs)]
pub enum KeyFileError {
    #[error("{}: {source}", path.display())]
    File { path: PathBuf, source: std::io::Error },
    #[error("{}: not a key: {reason}", path.display())]
    Form { path: PathBuf, reason: String },
    #[error("no randomness: {0}")]
    Randomness(String),
    #[error("the log's key in force is {key}, and no file log*.pem in {} holds it: put it there", directory.display())]
    LogKeyIsMissing { directory: PathBuf, key: String },
    #[error("a checkpoint cannot be signed: {0}")]
    Checkpoint(#[from] orebook_tlog::CheckpointError),
}

/// The registry's own keys: `<data>/keys/log*.pem` sign checkpoints under the log's origin, which stands in
/// `<data>/log.vkey`; `<data>/keys/issuer*.pem` sign retirement statements. Which of them is in force the log says.
/// Keys that were put there since are looked for when the log names one that is not known yet.
pub struct RegistryKeys {
    directory: PathBuf,
    origin: String,
    /// The issuer of the founding: what a server must keep secret over its restarts is derived from it.
    pub first_issuer: SecretKey,
    log: Mutex<Signers>,
    issuers: Mutex<Vec<SecretKey>>,
}

/// Who signs checkpoints while a log key is in force.
#[derive(Default)]
struct Signers {
    while_in_force: Option<String>,
    signers: Vec<NoteSigner>,
}

impl RegistryKeys {
    /// Reads what is in a data directory.
    pub fn of_data(data: &Path) -> Result<Self, KeyFileError> {
        let (directory, vkey) = (data.join("keys"), data.join("log.vkey"));
        let text = fs::read_to_string(&vkey).map_err(|source| KeyFileError::File { path: vkey.clone(), source })?;
        let origin = text.split('+').next().unwrap_or("").to_owned();
        let first_issuer = read(&directory.join("issuer.pem"))?;
        let issuers = Mutex::new(read_all(&directory, "issuer")?);
        Ok(Self { directory, origin, first_issuer, log: Mutex::default(), issuers })
    }

    /// The log's name, as this directory has it.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The secret key of an issuer, if it is here.
    pub fn issuer(&self, key: &PublicKey) -> Option<SecretKey> {
        let find = |keys: &[SecretKey]| keys.iter().find(|secret| secret.public() == *key).cloned();
        let mut issuers = self.issuers.lock();
        find(&issuers).or_else(|| {
            // One file that cannot be read takes nothing away that was known.
            *issuers = read_all(&self.directory, "issuer").ok()?;
            find(&issuers)
        })
    }

    /// The checkpoint of a log, signed by the key in force at its size, and by those before it that ended in peace:
    /// whoever knows one of them only can still follow the log.
    pub fn sign(&self, own: &OwnKeys, checkpoint: &Checkpoint) -> Result<String, KeyFileError> {
        let key = own.log_key_at(checkpoint.size).unwrap_or_default();
        let mut log = self.log.lock();
        if log.while_in_force.as_deref() != Some(key) {
            *log = Signers { while_in_force: Some(key.to_owned()), signers: self.signers(own, key)? };
        }
        Ok(checkpoint.sign_all(&log.signers)?)
    }

    /// All keys that this log has signed with, as far as entries or files tell.
    pub fn known(&self, own: &OwnKeys) -> Result<LogKeys, KeyFileError> {
        let mut keys: Vec<_> = own.log().iter().filter_map(|tenure| tenure.key.parse().ok()).collect();
        keys.extend(self.log_signers()?.iter().map(|signer| signer.verifier_key().clone()));
        Ok(LogKeys { origin: self.origin.clone(), keys })
    }

    /// Whether the secret half of a log key is here.
    pub fn holds(&self, log_key: &str) -> bool {
        let here = self.log_signers().unwrap_or_default();
        here.iter().any(|signer| signer.verifier_key().to_string() == log_key)
    }

    /// Refuses a log whose checkpoint over so many entries could not be signed here.
    pub fn require(&self, own: &OwnKeys, size: u64) -> Result<(), KeyFileError> {
        self.signers(own, own.log_key_at(size).unwrap_or_default()).map(drop)
    }

    fn signers(&self, own: &OwnKeys, key: &str) -> Result<Vec<NoteSigner>, KeyFileError> {
        let here = self.log_signers()?;
        let find = |key: &str| here.iter().find(|signer| signer.verifier_key().to_string() == key).cloned();
        let missing = || KeyFileError::LogKeyIsMissing { directory: self.directory.clone(), key: key.to_owned() };
        let in_force = find(key).ok_or_else(missing)?;
        let retired = |(end, _): &(KeyEnd, u64)| *end == KeyEnd::Retired;
        let before = own.log().iter().take_while(|held| held.key != key);
        let before = before.filter(|held| held.ended.as_ref().is_some_and(retired));
        Ok(std::iter::once(in_force).chain(before.filter_map(|held| find(&held.key))).collect())
    }

    /// Whoever can sign as this log, in the order of the file names.
    pub fn log_signers(&self) -> Result<Vec<NoteSigner>, KeyFileError> {
        let form = |reason: String| KeyFileError::Form { path: self.directory.clone(), reason };
        let signer =
            |key: SecretKey| NoteSigner::new(&self.origin, key.seed()).map_err(|error| form(error.to_string()));
        read_all(&self.directory, "log")?.into_iter().map(signer).collect()
    }
}

/// The keys in the files of a directory whose names begin with a word, in the order of their names.
pub(crate) fn read_all(directory: &Path, word: &str) -> Result<Vec<SecretKey>, KeyFileError> {
    let failed = |source| KeyFileError::File { path: directory.to_owned(), source };
    let listed = fs::read_dir(directory).map_err(failed)?;
    let mut paths: Vec<PathBuf> = listed.filter_map(|file| Some(file.ok()?.path())).collect();
    paths.retain(|path| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with(word) && name.ends_with(".pem")
    });
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

/// A new key from the system's randomness.
pub fn generate() -> Result<SecretKey, KeyFileError> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|error| KeyFileError::Randomness(error.to_string()))?;
    Ok(SecretKey::from_seed(seed))
}

/// Reads a key.
pub fn read(path: &Path) -> Result<SecretKey, KeyFileError> {
    let text = fs::read_to_string(path).map_err(|source| KeyFileError::File { path: path.to_owned(), source })?;
    SecretKey::from_pem(&text).map_err(|error| KeyFileError::Form { path: path.to_owned(), reason: error.to_string() })
}

/// The key that signs webhooks: `<data>/keys/webhook.pem`, made if there is none.
pub fn webhook_key(data: &Path) -> Result<SecretKey, KeyFileError> {
    let path = data.join("keys/webhook.pem");
    if !path.exists() {
        match write(&path, &generate()?) {
            // Another server on the same directory was faster: its key counts.
            Err(KeyFileError::File { source, .. }) if source.kind() == ErrorKind::AlreadyExists => {}
            written => written?,
        }
    }
    read(&path)
}

/// Writes a key into a new file of mode 0600; an existing file is never overwritten. The file gets its name when it is
/// whole: half a key, left by a crash or a full disk, would let no server start.
pub fn write(path: &Path, key: &SecretKey) -> Result<(), KeyFileError> {
    let failed = |source| KeyFileError::File { path: path.to_owned(), source };
    let temporary = path.with_extension(format!("{}.new", uuid::Uuid::now_v7()));
    let written = write_new(&temporary, key).and_then(|()| name(&temporary, path));
    let _ = fs::remove_file(&temporary);
    written.map_err(failed)
}

fn write_new(path: &Path, key: &SecretKey) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(key.to_pem().as_bytes())?;
    file.sync_all()
}

/// Gives a file its name, unless that is taken: by a link, where the file system has any.
fn name(temporary: &Path, path: &Path) -> std::io::Result<()> {
    match fs::hard_link(temporary, path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists && !path.exists() => fs::rename(temporary, path),
        linked => linked,
    }?;
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    fs::File::open(directory.unwrap_or(Path::new(".")))?.sync_all()
}
