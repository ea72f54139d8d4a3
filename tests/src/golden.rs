//! Files that are compared byte for byte. `UPDATE=1` rewrites them; the difference is then read in the commit.

use std::path::{Path, PathBuf};

/// The root of the workspace.
///
/// # Panics
/// Never: the tests are one of its members.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests are a member of the workspace").to_owned()
}

/// Compares with a file of `tests/golden`.
///
/// # Panics
/// If they differ.
pub fn golden(name: &str, found: &str) {
    committed(&Path::new("tests/golden").join(name), found);
}

/// Compares with any committed file, named from the root of the workspace.
///
/// # Panics
/// If they differ.
pub fn committed(name: &Path, found: &str) {
    let path = workspace().join(name);
    if std::env::var_os("UPDATE").is_some_and(|update| update == "1") {
        let directory = path.parent().expect("a file lies in a directory");
        std::fs::create_dir_all(directory).expect("the directory can be made");
        std::fs::write(&path, found).expect("the file can be written");
        return;
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    if kept == found {
        return;
    }
    let line = kept.lines().zip(found.lines()).position(|(kept, found)| kept != found);
    let line = line.unwrap_or_else(|| kept.lines().count().min(found.lines().count()));
    let at = |text: &str| text.lines().nth(line).unwrap_or("(the end)").to_owned();
    panic!(
        "{} differs in line {}:\nkept  {}\nfound {}\nUPDATE=1 rewrites it",
        path.display(),
        line + 1,
        at(&kept),
        at(found)
    );
}
