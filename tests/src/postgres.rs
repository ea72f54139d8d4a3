//! A PostgreSQL cluster that lives as long as the process that asked for it.
//!
//! It listens on a Unix socket in its own temporary directory and nowhere else. PostgreSQL refuses to
//! run as root, so there it runs as the user `postgres` that its packages create; any other user runs
//! it directly. Without PostgreSQL a test fails: one that is skipped says nothing.

mod installation;
mod keeper;
mod sweeper;

use std::path::{Path, PathBuf};
use std::process::Child;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{LazyLock, Mutex, OnceLock};

use orebook_store::Location;
use tempfile::TempDir;

use crate::proxy::Proxy;
use crate::until;
use installation::Installation;
use keeper::Keeper;
use sweeper::Sweeper;

/// How much a commit is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Durability {
    /// As PostgreSQL is delivered: every commit is synced. For measurements.
    Real,
    /// Nothing is synced, and the files are in memory if there is room: the end of the machine is the end
    /// of them, the end of the server is not. For tests.
    Relaxed,
}

/// A running cluster. Dropping it stops it and removes its files.
pub struct Cluster {
    installation: Installation,
    durability: Durability,
    /// Starts the server, and must outlive it.
    keeper: Keeper,
    server: Mutex<Child>,
    template: OnceLock<()>,
    names: AtomicU32,
    _sweeper: Sweeper,
    directory: TempDir,
}

/// The cluster that all tests of a process share.
pub fn cluster() -> &'static Cluster {
    static CLUSTER: LazyLock<Cluster> = LazyLock::new(|| Cluster::start(Durability::Relaxed));
    &CLUSTER
}

impl Cluster {
    /// Makes a new cluster and starts it, which takes a second or two.
    ///
    /// # Panics
    /// If PostgreSQL is not installed or does not start.
    pub fn start(durability: Durability) -> Self {
        Self::made(durability, |installation, data| installation.init(data))
    }

    /// A replica of this one, that follows it by streaming and can be read. It must be dropped first.
    ///
    /// # Panics
    /// If it cannot be made.
    pub fn replica(&self) -> Self {
        Self::made(self.durability, |installation, data| installation.copy(self.directory.path(), data))
    }

    fn made(durability: Durability, make: impl FnOnce(&Installation, &Path)) -> Self {
        let installation = Installation::find();
        let directory = installation.new_directory(durability);
        let sweeper = Sweeper::start(directory.path());
        make(&installation, &directory.path().join("data"));
        let keeper = Keeper::start();
        let server = launch(&keeper, &installation, directory.path(), durability);
        let cluster = Self {
            installation,
            durability,
            keeper,
            server: Mutex::new(server),
            template: OnceLock::new(),
            names: AtomicU32::new(0),
            _sweeper: sweeper,
            directory,
        };
        cluster.wait_until_ready();
        cluster
    }

    /// A fresh, migrated database.
    ///
    /// # Panics
    /// If the server does not answer.
    pub fn database(&self) -> TestDatabase<'_> {
        self.template.get_or_init(|| {
            self.execute("postgres", "create database migrated_template");
            let template = Location::Postgres(self.url("migrated_template"));
            orebook_store::migrate(&template).expect("a new database can be migrated");
        });
        self.new_database("template migrated_template")
    }

    /// A fresh database without a table.
    ///
    /// # Panics
    /// If the server does not answer.
    pub fn empty_database(&self) -> TestDatabase<'_> {
        self.new_database("")
    }

    /// Stops the server as a crash would: it recovers from its log when it is started again.
    ///
    /// # Panics
    /// If the server cannot be signalled.
    pub fn stop_immediately(&self) {
        let mut server = self.server.lock().expect("no test panicked while it held the server");
        installation::signal(server.id(), "QUIT");
        server.wait().expect("the server ends");
    }

    /// Starts the server again after [`Cluster::stop_immediately`].
    ///
    /// # Panics
    /// If it does not start.
    pub fn restart(&self) {
        let new = launch(&self.keeper, &self.installation, self.directory.path(), self.durability);
        *self.server.lock().expect("no test panicked while it held the server") = new;
        self.wait_until_ready();
    }

    /// Runs SQL in a database and answers what it printed: columns by `|`, rows by line.
    ///
    /// # Panics
    /// If the server refuses it.
    pub fn execute(&self, database: &str, sql: &str) -> String {
        self.try_execute(database, sql).unwrap_or_else(|error| panic!("{sql}\nin {database}: {error}"))
    }

    fn try_execute(&self, database: &str, sql: &str) -> Result<String, String> {
        self.installation.psql(self.directory.path(), database, sql)
    }

    fn url(&self, database: &str) -> String {
        self.url_by(self.directory.path(), database)
    }

    fn url_by(&self, socket: &Path, database: &str) -> String {
        format!("postgres:///{database}?host={}&user=postgres", socket.display())
    }

    /// Where a database of the cluster that this one is a replica of is read here.
    pub fn url_of(&self, database: &TestDatabase<'_>) -> String {
        self.url(&database.name)
    }

    /// The directory of its socket.
    pub fn socket(&self) -> &Path {
        self.directory.path()
    }

    fn new_database(&self, template: &str) -> TestDatabase<'_> {
        let name = format!("test_{}", self.names.fetch_add(1, Ordering::Relaxed));
        self.execute("postgres", &format!("create database {name} {template}"));
        TestDatabase { cluster: self, name }
    }

    fn wait_until_ready(&self) {
        until("PostgreSQL to accept connections", || {
            let mut server = self.server.lock().expect("no test panicked while it held the server");
            if let Some(status) = server.try_wait().expect("a child can be asked") {
                panic!("PostgreSQL ended with {status}:\n{}", self.log());
            }
            self.try_execute("postgres", "select 1").ok()
        });
    }

    fn log(&self) -> String {
        std::fs::read_to_string(log_file(self.directory.path())).unwrap_or_default()
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let Ok(server) = self.server.get_mut() else {
            return;
        };
        if matches!(server.try_wait(), Ok(None)) {
            installation::signal(server.id(), "QUIT");
            let _ = server.wait();
        }
    }
}

/// A database of its own for one test, dropped with it.
pub struct TestDatabase<'a> {
    cluster: &'a Cluster,
    name: String,
}

impl TestDatabase<'_> {
    /// Where it is.
    pub fn location(&self) -> Location {
        Location::Postgres(self.url())
    }

    /// Where it is by way of a proxy.
    pub fn through(&self, proxy: &Proxy) -> Location {
        Location::Postgres(self.cluster.url_by(proxy.socket(), &self.name))
    }

    /// A fresh copy of it, which nobody may use meanwhile.
    ///
    /// # Panics
    /// If the server refuses it.
    pub fn copy(&self) -> Self {
        self.cluster.new_database(&format!("template {}", self.name))
    }

    /// Its URL.
    pub fn url(&self) -> String {
        self.cluster.url(&self.name)
    }

    /// Runs SQL in it and answers what it printed: columns by `|`, rows by line.
    ///
    /// # Panics
    /// If the server refuses it.
    pub fn execute(&self, sql: &str) -> String {
        self.cluster.execute(&self.name, sql)
    }
}

impl Drop for TestDatabase<'_> {
    /// With force, since a failed test can leave connections open; and without a word, since the server
    /// may be stopped.
    fn drop(&mut self) {
        let drop = format!("drop database if exists {} with (force)", self.name);
        let _ = self.cluster.try_execute("postgres", &drop);
    }
}

fn log_file(directory: &Path) -> PathBuf {
    directory.join("log")
}

fn launch(keeper: &Keeper, installation: &Installation, directory: &Path, durability: Durability) -> Child {
    let log = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(log_file(directory))
        .expect("the cluster's directory is writable");
    let mut command = installation.server(directory);
    if durability == Durability::Relaxed {
        command.args(["-c", "fsync=off", "-c", "full_page_writes=off"]);
    }
    command.stderr(log);
    keeper.spawn(command)
}
