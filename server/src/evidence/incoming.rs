//! A file while it arrives: written to a temporary place and hashed as it comes. Whatever ends the upload early, even a
//! killed server, leaves nothing behind.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use orebook_registry::instruction::Digest;
use sha2::{Digest as _, Sha256};
use tempfile::NamedTempFile;

use super::media::{Media, Sniff, TAIL};

/// A file of which a part has arrived. Dropped, it is gone.
pub struct Incoming {
    file: NamedTempFile,
    hash: Sha256,
    size: u64,
    sniff: Sniff,
}

/// A file that has arrived, and lies safely on the disk.
pub struct Arrived {
    /// The file, under a temporary name.
    pub file: NamedTempFile,
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// Bytes.
    pub size: u64,
    /// What it is; or what was found instead of one of the types that are allowed.
    pub media: Result<Media, String>,
}

impl Incoming {
    /// Begins a file.
    pub fn begin(directory: &Path) -> io::Result<Self> {
        let file = NamedTempFile::new_in(directory)?;
        // The lock says that somebody still writes: it ends with the process, however that ends.
        file.as_file().lock()?;
        Ok(Self { file, hash: Sha256::new(), size: 0, sniff: Sniff::default() })
    }

    /// Bytes that have arrived.
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// Takes the next bytes.
    pub fn take(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)?;
        self.hash.update(bytes);
        self.sniff.take(bytes);
        self.size += bytes.len() as u64;
        Ok(())
    }

    /// All bytes have arrived: they are on the disk when this returns.
    pub fn end(mut self) -> io::Result<Arrived> {
        let mut tail = Vec::new();
        self.file.seek(SeekFrom::Start(self.size.saturating_sub(TAIL)))?;
        (&mut self.file).take(TAIL).read_to_end(&mut tail)?;
        self.file.as_file().sync_all()?;
        let media = self.sniff.media(&tail);
        Ok(Arrived { file: self.file, digest: Digest(self.hash.finalize().into()), size: self.size, media })
    }
}

/// Removes from the directory where files arrive what nobody writes any more.
pub fn sweep(directory: &Path) -> io::Result<()> {
    for entry in std::fs::read_dir(directory)? {
        let path = entry?.path();
        let abandoned = OpenOptions::new().write(true).open(&path).is_ok_and(|file| file.try_lock().is_ok());
        if abandoned {
            std::fs::remove_file(&path)?;
        }
    }
    Ok(())
}

/// A directory that only this user reads.
pub fn make_directory(directory: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(directory)
}

/// Copies what is read until its end, and answers its SHA-256; more than so many bytes are not copied.
pub fn copy_hashed(from: &mut impl Read, to: &mut impl Write, longest: u64) -> io::Result<(Digest, u64)> {
    let (mut hash, mut size, mut part) = (Sha256::new(), 0_u64, vec![0; 64 * 1024]);
    loop {
        let read = from.read(&mut part)?;
        if read == 0 || size > longest {
            return Ok((Digest(hash.finalize().into()), size));
        }
        let bytes = part.get(..read).unwrap_or_default();
        to.write_all(bytes)?;
        hash.update(bytes);
        size += read as u64;
    }
}

/// The name is on the disk when this returns.
pub fn sync_directory(directory: &Path) -> io::Result<()> {
    File::open(directory)?.sync_all()
}
