//! A disk as a power cut leaves it, out of a recording of what a program wrote.
//!
//! What a file held at its last sync is there. Of what was written to it since, any sectors of 512 bytes are there and
//! others are not; a directory keeps what it held at its own last sync, and any of what happened to its names since.

use std::collections::BTreeMap;
use std::path::Path;

use crate::drill::Chance;

const SECTOR: usize = 512;

/// Bits of an opening.
const CREATED: u64 = 1;
const TRUNCATED: u64 = 2;
const DIRECTORY: u64 = 4;

/// One change of a file or a name, as the library of `tests/preload/disk.c` records them.
#[derive(Debug, Clone)]
enum Change {
    Open { handle: u64, what: u64, name: String },
    Write { handle: u64, offset: usize, bytes: Vec<u8> },
    Truncate { handle: u64, length: usize },
    Sync { handle: u64 },
    Unlink { name: String },
    Rename { from: String, to: String },
    Link { from: String, to: String },
}

/// What a program did to the files of a directory.
#[derive(Debug)]
pub struct Recording {
    changes: Vec<Change>,
    /// How long the log was after each change.
    lengths: Vec<u64>,
}

impl Recording {
    /// Reads the log of changes below a directory.
    ///
    /// # Panics
    /// If it is not whole.
    pub fn read(log: &Path, root: &Path) -> Self {
        let bytes = std::fs::read(log).expect("the log can be read");
        let (mut changes, mut lengths, mut at) = (Vec::new(), Vec::new(), 0);
        while at < bytes.len() {
            let number = |from: usize| u64::from_le_bytes(bytes[from..from + 8].try_into().expect("eight bytes"));
            let length =
                |from: usize| u32::from_le_bytes(bytes[from..from + 4].try_into().expect("four bytes")) as usize;
            let (kind, handle, offset) = (bytes[at], number(at + 1), number(at + 9));
            let (a, b) = (at + 25, at + 25 + length(at + 17));
            let end = b + length(at + 21);
            let name = |bytes: &[u8]| {
                let path = Path::new(std::str::from_utf8(bytes).expect("a path is text"));
                path.strip_prefix(root).expect("it lies below").display().to_string()
            };
            changes.push(match kind {
                b'O' => Change::Open { handle, what: offset, name: name(&bytes[a..b]) },
                b'W' => Change::Write { handle, offset: place(offset), bytes: bytes[b..end].to_vec() },
                b'T' => Change::Truncate { handle, length: place(offset) },
                b'S' => Change::Sync { handle },
                b'U' => Change::Unlink { name: name(&bytes[a..b]) },
                b'L' => Change::Link { from: name(&bytes[a..b]), to: name(&bytes[b..end]) },
                b'R' => Change::Rename { from: name(&bytes[a..b]), to: name(&bytes[b..end]) },
                other => panic!("a change of no known kind: {other}"),
            });
            lengths.push(end as u64);
            at = end;
        }
        Self { changes, lengths }
    }

    /// How many changes there are.
    pub fn len(&self) -> usize {
        self.changes.len()
    }

    /// Whether nothing was recorded.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// How many changes are writes to a file that was opened under a name.
    pub fn writes_to(&self, name: &str) -> usize {
        let opened = |change: &Change| match change {
            Change::Open { handle, name: of, .. } if of == name => Some(*handle),
            _ => None,
        };
        let handles: Vec<u64> = self.changes.iter().filter_map(opened).collect();
        let writes = |change: &&Change| matches!(change, Change::Write { handle, .. } if handles.contains(handle));
        self.changes.iter().filter(writes).count()
    }

    /// How long the log was after so many changes.
    pub fn length_after(&self, changes: usize) -> u64 {
        changes.checked_sub(1).map_or(0, |last| self.lengths[last])
    }
}

fn place(offset: u64) -> usize {
    usize::try_from(offset).expect("an offset fits into memory")
}

/// Which syncs of the recording count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syncs {
    /// All that were made.
    Made,
    /// Those that SQLite makes with `synchronous = normal`: its write-ahead log is not synced when a commit has been
    /// written to it, but only before a checkpoint and when it begins anew.
    OfNormal,
}

#[derive(Debug, Default)]
struct File {
    safe: Vec<u8>,
    /// Written since the last sync, in order: places of changes.
    since: Vec<usize>,
    /// Its last change was a frame of the write-ahead log, and not its head or a sync: who wrote it. What another process
    /// syncs, which found that frame, is no commit.
    ends_with_frame: Option<u64>,
}

#[derive(Debug, Clone, Copy)]
enum Opened {
    File(usize),
    Directory,
}

#[derive(Debug, Clone)]
enum NameChange {
    Bound(String, usize),
    Unbound(String),
    Moved(String, String, usize),
}

/// A disk that a recording is played onto.
pub struct Disk<'a> {
    recording: &'a Recording,
    syncs: Syncs,
    played: usize,
    files: Vec<File>,
    opened: BTreeMap<u64, Opened>,
    names: BTreeMap<String, usize>,
    safe_names: BTreeMap<String, usize>,
    names_since: Vec<NameChange>,
}

impl<'a> Disk<'a> {
    /// With the files that were there before, safely.
    pub fn new(recording: &'a Recording, syncs: Syncs, before: &BTreeMap<String, Vec<u8>>) -> Self {
        let files = before.values().map(|bytes| File { safe: bytes.clone(), ..File::default() }).collect();
        let names: BTreeMap<String, usize> =
            before.keys().enumerate().map(|(file, name)| (name.clone(), file)).collect();
        let safe_names = names.clone();
        Self { recording, syncs, played: 0, files, opened: BTreeMap::new(), names, safe_names, names_since: Vec::new() }
    }

    /// Plays the recording on until so many of its changes were made.
    pub fn play_to(&mut self, changes: usize) {
        while self.played < changes {
            self.play(self.played);
            self.played += 1;
        }
    }

    fn play(&mut self, place: usize) {
        match &self.recording.changes[place] {
            Change::Open { handle, what, name } => self.open(place, *handle, *what, name),
            Change::Write { handle, offset, .. } => {
                if let Some(Opened::File(file)) = self.opened.get(handle) {
                    let file = &mut self.files[*file];
                    file.since.push(place);
                    file.ends_with_frame = (*offset >= 32).then_some(*handle);
                }
            }
            Change::Truncate { handle, .. } => {
                if let Some(Opened::File(file)) = self.opened.get(handle) {
                    self.files[*file].since.push(place);
                }
            }
            Change::Sync { handle } => self.sync(*handle),
            Change::Unlink { name } => {
                self.names.remove(name);
                self.names_since.push(NameChange::Unbound(name.clone()));
            }
            Change::Link { from, to } => {
                if let Some(file) = self.names.get(from).copied() {
                    self.names.insert(to.clone(), file);
                    self.names_since.push(NameChange::Bound(to.clone(), file));
                }
            }
            Change::Rename { from, to } => {
                if let Some(file) = self.names.remove(from) {
                    self.names.insert(to.clone(), file);
                    self.names_since.push(NameChange::Moved(from.clone(), to.clone(), file));
                }
            }
        }
    }

    fn open(&mut self, place: usize, handle: u64, what: u64, name: &str) {
        if what & DIRECTORY != 0 {
            self.opened.insert(handle, Opened::Directory);
            return;
        }
        let known = self.names.get(name).copied().filter(|_| what & CREATED == 0);
        let file = known.unwrap_or_else(|| {
            self.files.push(File::default());
            let file = self.files.len() - 1;
            self.names.insert(name.to_owned(), file);
            self.names_since.push(NameChange::Bound(name.to_owned(), file));
            file
        });
        if what & TRUNCATED != 0 {
            self.files[file].since.push(place);
        }
        self.opened.insert(handle, Opened::File(file));
    }

    fn sync(&mut self, handle: u64) {
        match self.opened.get(&handle) {
            None => {}
            Some(Opened::Directory) => {
                self.safe_names = self.names.clone();
                self.names_since.clear();
            }
            Some(Opened::File(file)) => {
                let (file, changes) = (&mut self.files[*file], &self.recording.changes);
                let is_a_commits = file.ends_with_frame.take() == Some(handle);
                if self.syncs == Syncs::OfNormal
                    && is_a_commits
                    && is_write_ahead_log(&self.names, &self.opened, handle)
                {
                    return;
                }
                for place in file.since.drain(..) {
                    change(&mut file.safe, &changes[place], |_| true);
                }
            }
        }
    }

    /// What the disk holds when the power fails now, while the next change is under way.
    pub fn cut(&self, chance: &mut Chance) -> BTreeMap<String, Vec<u8>> {
        // Of eight: nothing that was not synced, everything, or something between.
        let kept = [0, 1, 4, 7, 8][chance.below(5)];
        let mut keeps = |_: usize| chance.below(8) < kept;
        let mut names = self.safe_names.clone();
        for name_change in &self.names_since {
            if keeps(0) {
                match name_change.clone() {
                    NameChange::Bound(name, file) => drop(names.insert(name, file)),
                    NameChange::Unbound(name) => drop(names.remove(&name)),
                    NameChange::Moved(from, to, file) => {
                        names.retain(|name, bound| *name != from || *bound != file);
                        names.insert(to, file);
                    }
                }
            }
        }
        let under_way =
            self.recording.changes.get(self.played).and_then(|change| Some((self.written(change)?, change)));
        let held = names.into_iter().map(|(name, at)| {
            let mut bytes = self.files[at].safe.clone();
            for place in &self.files[at].since {
                change(&mut bytes, &self.recording.changes[*place], &mut keeps);
            }
            if let Some((_, next)) = under_way.filter(|(file, _)| *file == at) {
                change(&mut bytes, next, &mut keeps);
            }
            (name, bytes)
        });
        held.collect()
    }

    /// The file that a change writes to.
    fn written(&self, change: &Change) -> Option<usize> {
        let (Change::Write { handle, .. } | Change::Truncate { handle, .. }) = change else { return None };
        match self.opened.get(handle)? {
            Opened::File(file) => Some(*file),
            Opened::Directory => None,
        }
    }
}

fn is_write_ahead_log(names: &BTreeMap<String, usize>, opened: &BTreeMap<u64, Opened>, handle: u64) -> bool {
    let Some(Opened::File(file)) = opened.get(&handle) else { return false };
    names.iter().any(|(name, bound)| bound == file && name.ends_with("-wal"))
}

/// Makes a change of a file's bytes, sector by sector, of those that are kept.
fn change(bytes: &mut Vec<u8>, change: &Change, mut keeps: impl FnMut(usize) -> bool) {
    match change {
        Change::Truncate { length, .. } if keeps(*length) => bytes.resize(*length, 0),
        Change::Open { .. } if keeps(0) => bytes.clear(),
        Change::Write { offset, bytes: written, .. } => {
            let mut at = 0;
            while at < written.len() {
                let end = (written.len()).min(at + SECTOR - (offset + at) % SECTOR);
                if keeps(offset + at) {
                    bytes.resize(bytes.len().max(offset + end), 0);
                    bytes[offset + at..offset + end].copy_from_slice(&written[at..end]);
                }
                at = end;
            }
        }
        _ => {}
    }
}
