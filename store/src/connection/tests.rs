use diesel::sql_types::Integer;

use super::*;

fn sqlite(open: fn(&Location) -> Result<AnyConnection, StoreError>) -> SqliteConnection {
    let directory = tempfile::tempdir().unwrap().keep();
    let location = Location::Sqlite(directory.join("register.db"));
    crate::migrate(&location).unwrap();
    match open(&location).unwrap() {
        AnyConnection::Sqlite(connection) => connection,
        AnyConnection::Postgres(_) => panic!("a file is SQLite's"),
    }
}

fn number(connection: &mut SqliteConnection, pragma: &str) -> i32 {
    #[derive(QueryableByName)]
    struct Answer {
        #[diesel(sql_type = Integer)]
        number: i32,
    }
    let query = format!("select {pragma} as number from pragma_{pragma}");
    let answer: Answer = diesel::sql_query(query).get_result(connection).unwrap();
    answer.number
}

#[test]
fn a_sqlite_writer_syncs_every_commit_of_a_write_ahead_log() {
    let mut writer = sqlite(open_writer);
    assert_eq!(journal_mode(&mut writer).unwrap(), "wal");
    assert_eq!(number(&mut writer, "synchronous"), 2, "2 is FULL");
}

#[test]
fn a_sqlite_reader_cannot_write() {
    let mut reader = sqlite(open_reader);
    assert_eq!(journal_mode(&mut reader).unwrap(), "wal");
    assert_eq!(number(&mut reader, "query_only"), 1);
    assert!(reader.batch_execute("delete from head").is_err());
}

#[test]
fn a_missing_file_is_not_created_by_looking_for_it() {
    let directory = tempfile::tempdir().unwrap();
    let location = Location::Sqlite(directory.path().join("typo.db"));
    for open in [open_reader, open_writer] {
        assert!(matches!(open(&location), Err(StoreError::Missing(_))));
    }
    assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 0);
}

/// Several connections find a new file in its old mode, and each wants to change it: SQLite refuses those that would
/// wait for each other, without waiting. A start that gave up there would be the flaw of one start in some hundreds.
#[test]
fn servers_that_open_a_new_file_in_the_same_moment_all_get_it() {
    const SERVERS: usize = 8;
    let directory = tempfile::tempdir().unwrap();
    let steps = crate::migrate(&Location::Sqlite(directory.path().join("alone.db"))).unwrap().len();
    for round in 0..20 {
        let location = Location::Sqlite(directory.path().join(format!("{round}.db")));
        let start = std::sync::Barrier::new(SERVERS);
        let migrated: usize = std::thread::scope(|scope| {
            let server = || {
                start.wait();
                crate::migrate(&location).unwrap_or_else(|error| panic!("round {round}: {error}")).len()
            };
            let servers: Vec<_> = (0..SERVERS).map(|_| scope.spawn(server)).collect();
            servers.into_iter().map(|server| server.join().unwrap()).sum()
        });
        assert_eq!(migrated, steps, "one of them migrated");
    }
}

#[test]
fn a_url_is_given_patience_but_for_what_it_says_itself() {
    let patience = POSTGRES_PATIENCE.join("&");
    assert_eq!(with_patience("postgres://a/b"), format!("postgres://a/b?{patience}"));
    assert_eq!(with_patience("postgres:///b?host=/run"), format!("postgres:///b?host=/run&{patience}"));
    assert_eq!(with_patience("postgres://a/b?"), format!("postgres://a/b?{patience}"));
    assert_eq!(with_patience("postgres://u:p?s&@a/b"), format!("postgres://u:p?s&@a/b?{patience}"));
    assert_eq!(with_patience("postgres:///b?options=-c%20x@y"), format!("postgres:///b?options=-c%20x@y&{patience}"));
    let own = with_patience("postgres://a/b?connect_timeout=60&tcp_user_timeout=0");
    assert!(own.starts_with("postgres://a/b?connect_timeout=60&tcp_user_timeout=0&keepalives_idle=5"), "{own}");
    assert_eq!((own.matches("connect_timeout").count(), own.matches("tcp_user_timeout").count()), (1, 1));
}
