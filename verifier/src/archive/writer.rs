//! Writing an archive, entry by entry.

use std::fs;
use std::path::{Path, PathBuf};

use orebook_tlog::{Checkpoint, Edge, EntriesPath, Hash, TILE_WIDTH, VerifierKey, encode_tile, leaf_hash};

use super::{ArchiveError, CHECKPOINT, VKEY};
use crate::stack::TileStack;

/// An archive under construction. Full bundles and tiles are written as they fill, so a log of any length passes
/// through; the partial ones, the key and the checkpoint come last, and without a checkpoint it is no archive.
#[derive(Debug)]
pub struct Writer {
    dir: PathBuf,
    /// The bundle that is being filled.
    bundle: Vec<u8>,
    tiles: TileStack,
    edge: Edge,
}

impl Writer {
    /// Begins an archive in a directory, which is made if it is not there and must not hold one.
    pub fn create(dir: impl AsRef<Path>) -> Result<Writer, ArchiveError> {
        let dir = dir.as_ref().to_owned();
        fs::create_dir_all(&dir).map_err(ArchiveError::io(&dir))?;
        if dir.join(CHECKPOINT).exists() || dir.join("tile").exists() {
            return Err(ArchiveError::NotEmpty { path: dir });
        }
        Ok(Writer { dir, bundle: Vec::new(), tiles: TileStack::default(), edge: Edge::new() })
    }

    /// Appends an entry.
    pub fn push(&mut self, entry: &[u8]) -> Result<(), ArchiveError> {
        let length = u16::try_from(entry.len()).map_err(|_| ArchiveError::EntryTooLong { length: entry.len() })?;
        self.bundle.extend_from_slice(&length.to_be_bytes());
        self.bundle.extend_from_slice(entry);
        let leaf = leaf_hash(entry);
        self.edge.push(leaf);
        for (path, hashes) in self.tiles.push(leaf) {
            self.write(&path.to_string(), &encode_tile(&hashes))?;
        }
        if self.size().is_multiple_of(u64::from(TILE_WIDTH)) {
            let path = EntriesPath { index: self.size() / u64::from(TILE_WIDTH) - 1, width: TILE_WIDTH };
            let bundle = std::mem::take(&mut self.bundle);
            self.write(&path.to_string(), &bundle)?;
        }
        Ok(())
    }

    /// How many entries were pushed.
    pub fn size(&self) -> u64 {
        self.edge.size()
    }

    /// The root over them: what the checkpoint must say.
    pub fn root(&self) -> Hash {
        self.edge.root()
    }

    /// Writes what is left, with a checkpoint that the caller signed over [`size`](Writer::size) and
    /// [`root`](Writer::root).
    pub fn finish(self, key: &VerifierKey, signed_checkpoint: &str) -> Result<(), ArchiveError> {
        let stated = Checkpoint::open(signed_checkpoint, key).ok();
        if stated.is_none_or(|c| (c.size, c.root) != (self.size(), self.root())) {
            return Err(ArchiveError::OtherCheckpoint { size: self.size() });
        }
        for (path, hashes) in self.tiles.partial() {
            self.write(&path.to_string(), &encode_tile(hashes))?;
        }
        let (index, width) = (self.size() / u64::from(TILE_WIDTH), self.size() % u64::from(TILE_WIDTH));
        if let Some(width) = u16::try_from(width).ok().filter(|width| *width > 0) {
            self.write(&EntriesPath { index, width }.to_string(), &self.bundle)?;
        }
        self.write(VKEY, format!("{key}\n").as_bytes())?;
        self.write(CHECKPOINT, signed_checkpoint.as_bytes())
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), ArchiveError> {
        let path = self.dir.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(ArchiveError::io(parent))?;
        }
        fs::write(&path, bytes).map_err(ArchiveError::io(path))
    }
}
