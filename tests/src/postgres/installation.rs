//! PostgreSQL as it is installed here, and how to run its programs.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use super::Durability;

/// Directories of clusters are called so, followed by the process's id and a random part.
const PREFIX: &str = "orebook-pg-";

/// The longest directory whose socket still fits into the kernel's 107 bytes for such a path.
const DIRECTORY_MAX: usize = 107 - "/.s.PGSQL.5432".len();

/// Where Linux keeps files in memory. A new database is three hundred files, which a disk makes in 350
/// ms and memory in 35.
const MEMORY: &str = "/dev/shm";

/// Kilobytes that memory must have to spare; containers often get no more than 64 MB.
const MEMORY_MIN: u64 = 2_000_000;

/// Where the programs are, and how they must be started.
pub(super) struct Installation {
    programs: PathBuf,
    root: bool,
    setpriv: bool,
}

impl Installation {
    /// Looks on the search path, then where Debian installs, and there for the newest version.
    pub(super) fn find() -> Self {
        let programs = on_search_path().or_else(newest_of_debian).expect(
            "PostgreSQL is needed for these tests: initdb and postgres were found neither on PATH \
             nor in /usr/lib/postgresql/*/bin",
        );
        let root = printed(Command::new("id").arg("-u")).trim() == "0";
        let setpriv = runs(Command::new("setpriv").arg("--version"));
        assert!(setpriv || !root, "PostgreSQL cannot run as root, and there is no setpriv");
        Self { programs, root, setpriv }
    }

    /// A directory for a cluster, which belongs to whom the server runs as. Those that dead processes
    /// have left behind are removed first.
    pub(super) fn new_directory(&self, durability: Durability) -> TempDir {
        let parents = [PathBuf::from(MEMORY), disk()];
        parents.iter().for_each(|parent| remove_leftovers(parent));
        let in_memory = durability == Durability::Relaxed && has_room(&parents[0]);
        let directory = tempfile::Builder::new()
            .prefix(&format!("{PREFIX}{}-", std::process::id()))
            .tempdir_in(&parents[usize::from(!in_memory)])
            .expect("a temporary directory");
        if self.root {
            let done = runs(Command::new("chown").arg("postgres:").arg(directory.path()));
            assert!(done, "the user postgres, which its packages create, is missing");
        }
        directory
    }

    /// Makes the files of a cluster. What it creates is not synced: no test survives a power cut.
    pub(super) fn init(&self, data: &Path) {
        let mut command = self.command("initdb");
        command.args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"]);
        let output = command.arg("--no-sync").arg("-D").arg(data).output();
        let output = output.expect("initdb can be started");
        assert!(output.status.success(), "initdb: {}", said(&output));
    }

    /// Copies the files of a running cluster, so that a server started on them follows it.
    pub(super) fn copy(&self, socket: &Path, data: &Path) {
        let mut command = self.command("pg_basebackup");
        command.args(["--username=postgres", "--wal-method=stream", "--checkpoint=fast", "--write-recovery-conf"]);
        let output = command.arg("--no-sync").arg("-h").arg(socket).arg("-D").arg(data).output();
        let output = output.expect("pg_basebackup, which comes with PostgreSQL, can be started");
        assert!(output.status.success(), "pg_basebackup: {}", said(&output));
    }

    /// The command that starts the server, whose process becomes the server itself.
    pub(super) fn server(&self, directory: &Path) -> Command {
        let mut command = self.command("postgres");
        command.arg("-D").arg(directory.join("data")).arg("-k").arg(directory);
        command.args(["-c", "listen_addresses=", "-c", "max_connections=200"]);
        command.stdin(Stdio::null()).stdout(Stdio::null());
        command
    }

    /// Runs SQL, and answers what it printed or why it failed.
    pub(super) fn psql(&self, socket: &Path, database: &str, sql: &str) -> Result<String, String> {
        let mut command = Command::new(self.programs.join("psql"));
        clean(&mut command);
        command.args(["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-U", "postgres", "-h"]);
        command.arg(socket).args(["-d", database, "-c", sql]);
        let output = command.output().expect("psql, which comes with PostgreSQL, can be started");
        match output.status.success() {
            true => Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned()),
            false => Err(said(&output)),
        }
    }

    /// A program under the right user, told to end when the thread that starts it does. The signal is
    /// that of an immediate shutdown, not a kill: so the server still ends its own children and gives
    /// its shared memory back. `setpriv` becomes the program, so their process is one.
    fn command(&self, program: &str) -> Command {
        let program = self.programs.join(program);
        let mut command = Command::new(if self.setpriv { OsStr::new("setpriv") } else { program.as_os_str() });
        clean(&mut command);
        if self.root {
            command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]);
        }
        if self.setpriv {
            command.args(["--pdeathsig", "QUIT", "--"]).arg(program);
        }
        command
    }
}

/// Sends a signal.
pub(super) fn signal(process: u32, name: &str) {
    let sent = runs(Command::new("kill").arg(format!("-{name}")).arg(process.to_string()));
    assert!(sent, "process {process} cannot be sent {name}");
}

/// Nothing of the tests' own environment reaches PostgreSQL: `PGHOST` and its kin would lead astray,
/// and root's directory is closed to the server's user.
fn clean(command: &mut Command) {
    command.env_clear().current_dir("/").env("LC_ALL", "C");
    command.env("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
}

/// Links are followed to the programs themselves, which drops those that lead nowhere, and finds
/// beside them what was not linked.
fn on_search_path() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .filter_map(|directory| directory.join("initdb").canonicalize().ok())
        .filter_map(|initdb| initdb.parent().map(Path::to_owned))
        .find(|programs| is_complete(programs))
}

fn newest_of_debian() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    versions
        .filter_map(|version| {
            let path = version.ok()?.path();
            let number: u32 = path.file_name()?.to_str()?.parse().ok()?;
            Some((number, path.join("bin")))
        })
        .filter(|(_, programs)| is_complete(programs))
        .max()
        .map(|(_, programs)| programs)
}

fn is_complete(programs: &Path) -> bool {
    ["initdb", "postgres", "psql"].iter().all(|program| programs.join(program).is_file())
}

/// The directory for temporary files, if a socket's path would not become too long in it.
fn disk() -> PathBuf {
    Some(std::env::temp_dir())
        .filter(|path| path.as_os_str().len() + 40 < DIRECTORY_MAX)
        .unwrap_or_else(|| PathBuf::from("/tmp"))
}

fn has_room(memory: &Path) -> bool {
    let output = Command::new("df").arg("-Pk").arg(memory).output();
    let Ok(output) = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()) else {
        return false;
    };
    let available = output.lines().nth(1).and_then(|line| line.split_whitespace().nth(3));
    available.and_then(|kilobytes| kilobytes.parse().ok()) >= Some(MEMORY_MIN)
}

/// As far as possible, and only where `/proc` tells which processes live.
fn remove_leftovers(temporary: &Path) {
    if !Path::new("/proc/self").exists() {
        return;
    }
    for entry in std::fs::read_dir(temporary).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let owner = name.to_str().and_then(|name| name.strip_prefix(PREFIX)?.split('-').next());
        if let Some(owner) = owner.and_then(|owner| owner.parse::<u32>().ok())
            && !Path::new(&format!("/proc/{owner}")).exists()
        {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

fn runs(command: &mut Command) -> bool {
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}

fn printed(command: &mut Command) -> String {
    let output = command.output().expect("a basic command can be started");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
