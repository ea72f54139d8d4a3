//! Archives and what an attacker makes of them.

use std::collections::BTreeMap;
use std::path::Path;

use orebook_tlog::{Checkpoint, NoteSigner};
use orebook_verifier::archive::{Reader, Writer};

/// Every file under a directory, by its path in it.
///
/// # Panics
/// If one cannot be read.
pub fn files(directory: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![directory.to_owned()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(&next).expect("a directory can be listed") {
            let path = entry.expect("its entries too").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(directory).expect("it lies below").display().to_string();
                found.insert(name, std::fs::read(&path).expect("a file can be read"));
            }
        }
    }
    found
}

/// Copies a directory.
///
/// # Panics
/// If it cannot be written.
pub fn copy(from: &Path, to: &Path) {
    for (name, bytes) in files(from) {
        let path = to.join(name);
        std::fs::create_dir_all(path.parent().expect("it lies in a directory")).expect("directories can be made");
        std::fs::write(path, bytes).expect("a file can be written");
    }
}

/// Copies the file of a SQLite database that nobody writes to, with what is not merged into it yet.
///
/// # Panics
/// If it cannot be copied.
pub fn copy_database(from: &Path, to: &Path) {
    for suffix in ["", "-wal"] {
        let [from, to] = [from, to].map(|path| format!("{}{suffix}", path.display()));
        if Path::new(&from).exists() {
            std::fs::copy(from, to).expect("a file can be copied");
        }
    }
}

/// The entries of an archive.
///
/// # Panics
/// If it cannot be read.
pub fn entries(archive: &Path) -> Vec<Vec<u8>> {
    Reader::open(archive).expect("an archive").entries().collect()
}

/// Writes an archive of any entries, with a tree over them and a checkpoint signed by the log's true key.
///
/// # Panics
/// If it cannot be written.
pub fn sign_anew(entries: &[Vec<u8>], key: &NoteSigner, out: &Path) {
    let mut writer = Writer::create(out).expect("an empty directory");
    for entry in entries {
        writer.push(entry).expect("an entry can be written");
    }
    let origin = key.verifier_key().name().to_owned();
    let checkpoint = Checkpoint { origin, size: writer.size(), root: writer.root() };
    let note = checkpoint.sign(key).expect("a checkpoint can be signed");
    writer.finish(key.verifier_key(), &note).expect("the archive is finished");
}
