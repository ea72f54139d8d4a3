//! Reading an archive. Nothing in it is trusted: every file has a longest length, and a bundle is read as far as it
//! can be, so that the first entry that is missing can be named.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use orebook_tlog::{Checkpoint, EntriesPath, Hash, TILE_WIDTH, TilePath, TileSource, decode_tile};

use super::{ArchiveError, CHECKPOINT, VKEY, WITNESSED};

const NOTE_LENGTH_MAX: u64 = 65_536;
const TILE_LENGTH_MAX: u64 = 32 * TILE_WIDTH as u64;
const BUNDLE_LENGTH_MAX: u64 = (2 + u16::MAX as u64) * TILE_WIDTH as u64;

/// An archive that is being read.
#[derive(Debug)]
pub struct Reader {
    dir: PathBuf,
    note: String,
    stated: Checkpoint,
    vkey: Option<String>,
    witnessed: Option<String>,
}

/// The entries of a bundle, as many as could be read.
#[derive(Debug, Default)]
pub struct Bundle {
    /// In order.
    pub entries: Vec<Vec<u8>>,
    /// Why there are fewer than there should be.
    pub broken: Option<String>,
}

impl Reader {
    /// Opens an archive: its directory must be there, with a checkpoint that has the form of one. Whether it is
    /// signed is for [`verify`](crate::verify()) to say.
    pub fn open(dir: impl AsRef<Path>) -> Result<Reader, ArchiveError> {
        let dir = dir.as_ref().to_owned();
        let path = dir.join(CHECKPOINT);
        let note = read_text(&path)?;
        let text = note.split_once("\n\n").map(|(text, _)| format!("{text}\n"));
        let stated = text.and_then(|text| text.parse().ok()).ok_or(ArchiveError::NotACheckpoint { path })?;
        let vkey = read_text(&dir.join(VKEY)).ok();
        let witnessed = read_text(&dir.join(WITNESSED)).ok();
        Ok(Reader { dir, note, stated, vkey, witnessed })
    }

    /// The checkpoint as it is written, with its signatures.
    pub fn note(&self) -> &str {
        &self.note
    }

    /// The newest checkpoint that witnesses cosigned, as it is written, if there is one that can be read.
    pub fn witnessed(&self) -> Option<&str> {
        self.witnessed.as_deref()
    }

    /// What the checkpoint says. Nothing has been verified.
    pub fn stated(&self) -> &Checkpoint {
        &self.stated
    }

    /// The line in the file `vkey`, if it can be read.
    pub fn vkey(&self) -> Option<&str> {
        self.vkey.as_deref().map(|text| text.strip_suffix('\n').unwrap_or(text))
    }

    /// The entries of one bundle, as far as there are any: that a file is missing or malformed is told in the bundle.
    /// An error means that this machine could not read a file that is there.
    pub fn bundle(&self, path: EntriesPath) -> Result<Bundle, ArchiveError> {
        match self.bundle_bytes(path) {
            Ok(bytes) => Ok(split(&bytes, path.width)),
            Err(ArchiveError::Io { error, path }) if error.kind() != ErrorKind::NotFound => {
                Err(ArchiveError::Io { error, path })
            }
            Err(error) => Ok(Bundle { entries: Vec::new(), broken: Some(error.to_string()) }),
        }
    }

    /// All entries in order, as far as they can be read; one bundle is in memory at a time.
    pub fn entries(&self) -> impl Iterator<Item = Vec<u8>> {
        let mut whole = true;
        orebook_tlog::entry_bundles(self.stated.size)
            .map_while(move |path| {
                let bundle = if whole { self.bundle(path).ok()? } else { return None };
                whole = bundle.broken.is_none();
                Some(bundle.entries)
            })
            .flatten()
    }

    /// The file of that name; a full bundle in place of a partial one, as the standard allows; or the widest partial
    /// one, from which it can be seen what is missing.
    fn bundle_bytes(&self, path: EntriesPath) -> Result<Vec<u8>, ArchiveError> {
        let exact = self.dir.join(path.to_string());
        let read = |path: &Path| read_bytes(path, BUNDLE_LENGTH_MAX);
        let error = match read(&exact) {
            Err(error) if error.is_missing() => error,
            other => return other,
        };
        let full = self.dir.join(EntriesPath { width: TILE_WIDTH, ..path }.to_string());
        if let Ok(bytes) = read(&full) {
            return Ok(bytes);
        }
        let listed = fs::read_dir(format!("{}.p", full.display())).into_iter().flatten().flatten();
        let widths = listed.filter_map(|file| file.file_name().to_str()?.parse::<u16>().ok());
        let widest = widths.filter(|width| *width < TILE_WIDTH).max().ok_or(error)?;
        read(&self.dir.join(EntriesPath { width: widest, ..path }.to_string()))
    }

    /// The hashes of one tile.
    pub fn hashes(&self, path: TilePath) -> Result<Vec<Hash>, ArchiveError> {
        let exact = self.dir.join(path.to_string());
        let bytes = match read_bytes(&exact, TILE_LENGTH_MAX) {
            Err(error) if error.is_missing() && path.width < TILE_WIDTH => {
                let full = self.dir.join(TilePath { width: TILE_WIDTH, ..path }.to_string());
                let mut bytes = read_bytes(&full, TILE_LENGTH_MAX).map_err(|_| error)?;
                bytes.truncate(32 * usize::from(path.width));
                bytes
            }
            other => other?,
        };
        decode_tile(&bytes, path.width).map_err(|_| ArchiveError::NotATile { path: exact, width: path.width })
    }
}

impl TileSource for Reader {
    type Error = ArchiveError;

    fn tile(&self, level: u8, index: u64, width: u16) -> Result<Vec<Hash>, ArchiveError> {
        self.hashes(TilePath { level, index, width })
    }
}

/// Cuts a bundle into at most `width` entries; a full bundle in place of a partial one has more.
fn split(bytes: &[u8], width: u16) -> Bundle {
    let mut bundle = Bundle::default();
    let mut rest = bytes;
    for position in 0..width {
        let Some((entry, behind)) = split_entry(rest) else {
            bundle.broken = Some(match rest {
                [] => format!("the bundle ends after {position} entries, it should have {width}"),
                _ => format!("the bundle ends within the entry at position {position}"),
            });
            return bundle;
        };
        bundle.entries.push(entry.to_vec());
        rest = behind;
    }
    if !rest.is_empty() && !continues(rest, TILE_WIDTH - width) {
        bundle.broken = Some(format!("the bundle has {} bytes behind its last entry", rest.len()));
    }
    bundle
}

/// Whether the rest of the bytes are so many further entries, as in a full bundle.
fn continues(bytes: &[u8], entries: u16) -> bool {
    let mut rest = Some(bytes);
    for _ in 0..entries {
        rest = rest.and_then(split_entry).map(|(_, behind)| behind);
    }
    entries > 0 && rest.is_some_and(<[u8]>::is_empty)
}

fn split_entry(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<2>()?;
    rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))
}

fn read_text(path: &Path) -> Result<String, ArchiveError> {
    let bytes = read_bytes(path, NOTE_LENGTH_MAX)?;
    String::from_utf8(bytes).map_err(|error| ArchiveError::Io {
        path: path.to_owned(),
        error: std::io::Error::new(ErrorKind::InvalidData, error),
    })
}

/// Reads a file of at most `limit` bytes: an archive from elsewhere must not fill the memory.
fn read_bytes(path: &Path, limit: u64) -> Result<Vec<u8>, ArchiveError> {
    let file = File::open(path).map_err(ArchiveError::io(path))?;
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(ArchiveError::io(path))?;
    if bytes.len() as u64 > limit {
        return Err(ArchiveError::TooLong { path: path.to_owned(), limit });
    }
    Ok(bytes)
}
