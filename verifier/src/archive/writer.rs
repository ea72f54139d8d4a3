//! Writing an archive, entry by entry.

use std::fs;
use std::path::{Path, PathBuf};

use orebook_tlog::{
    Checkpoint, Edge, EntriesPath, Hash, TILE_WIDTH, VerifierKey, encode_bundle, encode_tile, leaf_hash,
};

use super::{ArchiveError, CHECKPOINT, Reader, VKEY, WITNESSED};
use crate::stack::TileStack;

/// An archive under construction. Full bundles and tiles are written as they fill, so a log of any length passes
/// through; the partial ones, the key and the checkpoint come last, and without a checkpoint it is no archive.
#[derive(Debug)]
pub struct Writer {
    dir: PathBuf,
    /// The bundle that is being filled; nothing in an archive for everybody, which has no entries.
    bundle: Option<Vec<u8>>,
    tiles: TileStack,
    edge: Edge,
    /// Partial files of what is full now.
    obsolete: Vec<PathBuf>,
}

impl Writer {
    /// Begins an archive in a directory, which is made if it is not there and must not hold one.
    pub fn create(dir: impl AsRef<Path>) -> Result<Writer, ArchiveError> {
        let dir = dir.as_ref().to_owned();
        fs::create_dir_all(&dir).map_err(ArchiveError::io(&dir))?;
        // Without a checkpoint there is no archive yet: what an interrupted attempt left is written over.
        if dir.join(CHECKPOINT).exists() {
            return Err(ArchiveError::NotEmpty { path: dir });
        }
        Ok(Writer {
            dir,
            bundle: Some(Vec::new()),
            tiles: TileStack::default(),
            edge: Edge::new(),
            obsolete: Vec::new(),
        })
    }

    /// Goes on with an archive that was finished before: what it has must be what its checkpoint says. Files that are
    /// there stay as they are, so that whoever reads it meanwhile by the older checkpoint is not disturbed.
    pub fn resume(dir: impl AsRef<Path>) -> Result<Writer, ArchiveError> {
        let reader = Reader::open(&dir)?;
        let (size, root) = (reader.stated().size, reader.stated().root);
        let tiles = TileStack::resume(&reader, size)?;
        let edge = tiles.edge();
        let with_entries = dir.as_ref().join("tile/entries").exists();
        let (index, width) = last_bundle(size);
        let entries = match width {
            width if width > 0 && with_entries => reader.bundle(EntriesPath { index, width })?.entries,
            _ => Vec::new(),
        };
        let same = entries.iter().map(|entry| leaf_hash(entry)).eq(tiles.leaves().iter().copied());
        if (edge.size(), edge.root()) != (size, root) || (with_entries && !same) {
            return Err(ArchiveError::NotResumable { path: dir.as_ref().to_owned() });
        }
        let bundle = encode_bundle(entries).unwrap_or_default();
        Ok(Writer {
            dir: dir.as_ref().to_owned(),
            bundle: with_entries.then_some(bundle),
            tiles,
            edge,
            obsolete: Vec::new(),
        })
    }

    /// Leaves the entries out: what remains proves everything and tells nothing, so it may lie on any public host.
    pub fn without_entries(self) -> Writer {
        Writer { bundle: None, ..self }
    }

    /// Appends an entry.
    pub fn push(&mut self, entry: &[u8]) -> Result<(), ArchiveError> {
        let length = u16::try_from(entry.len()).map_err(|_| ArchiveError::EntryTooLong { length: entry.len() })?;
        if let Some(bundle) = &mut self.bundle {
            bundle.extend_from_slice(&length.to_be_bytes());
            bundle.extend_from_slice(entry);
        }
        let leaf = leaf_hash(entry);
        self.edge.push(leaf);
        for (path, hashes) in self.tiles.push(leaf) {
            self.write(&path.to_string(), &encode_tile(&hashes))?;
        }
        let full = self.size().is_multiple_of(u64::from(TILE_WIDTH));
        if let Some(bundle) = self.bundle.as_mut().filter(|_| full).map(std::mem::take) {
            let path = EntriesPath { index: self.size() / u64::from(TILE_WIDTH) - 1, width: TILE_WIDTH };
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
    pub fn finish(mut self, key: &VerifierKey, signed_checkpoint: &str) -> Result<(), ArchiveError> {
        let stated = Checkpoint::open(signed_checkpoint, key).ok();
        if stated.is_none_or(|c| (c.size, c.root) != (self.size(), self.root())) {
            return Err(ArchiveError::OtherCheckpoint { size: self.size() });
        }
        let partial: Vec<_> = self.tiles.partial().map(|(path, hashes)| (path, encode_tile(hashes))).collect();
        for (path, hashes) in partial {
            self.write(&path.to_string(), &hashes)?;
        }
        let (index, width) = last_bundle(self.size());
        if let Some(bundle) = self.bundle.take().filter(|_| width > 0) {
            self.write(&EntriesPath { index, width }.to_string(), &bundle)?;
        }
        self.write(VKEY, format!("{key}\n").as_bytes())?;
        self.write(CHECKPOINT, signed_checkpoint.as_bytes())?;
        self.obsolete.iter().try_for_each(|path| fs::remove_dir_all(path).map_err(ArchiveError::io(path)))
    }

    /// There is always a whole file under a name, or none; and of a full one, once a checkpoint counts it, no partial
    /// ones any more.
    fn write(&mut self, name: &str, bytes: &[u8]) -> Result<(), ArchiveError> {
        put(&self.dir.join(name), bytes)?;
        let partial = self.dir.join(format!("{name}.p"));
        self.obsolete.extend(Some(partial).filter(|partial| partial.is_dir()));
        Ok(())
    }
}

/// Lays a checkpoint that witnesses cosigned beside that of a finished archive, which must count as many entries: whoever
/// reads the archive meanwhile by an older one then finds an older one here as well.
pub fn put_witnessed(dir: &Path, note: &str) -> Result<(), ArchiveError> {
    put(&dir.join(WITNESSED), note.as_bytes())
}

/// There is always a whole file under a name, or none.
fn put(path: &Path, bytes: &[u8]) -> Result<(), ArchiveError> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(ArchiveError::io(parent))?;
    }
    let temporary = path.with_extension("new");
    fs::write(&temporary, bytes).map_err(ArchiveError::io(&temporary))?;
    fs::rename(&temporary, path).map_err(ArchiveError::io(path))
}

/// The index of the bundle that is not full, and how many entries it has.
fn last_bundle(size: u64) -> (u64, u16) {
    let width = size % u64::from(TILE_WIDTH);
    (size / u64::from(TILE_WIDTH), u16::try_from(width).unwrap_or(0))
}
