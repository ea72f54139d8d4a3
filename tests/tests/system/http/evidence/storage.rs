//! What is on the disk: damage is found, and mended by the same upload.

use orebook_server::commands::check_evidence;
use orebook_tests::each_database;
use orebook_tests::house::config;

use super::stage::{REPORT, Stage, TABLE, digest};

#[test]
fn a_damaged_file_is_never_sent_and_is_mended_by_its_upload() {
    each_database(|location| {
        let stage = Stage::on(location);
        let clara = stage.clara();
        assert_eq!(stage.put(&clara, REPORT).status, 201);
        let config = config(location, stage.house.data());
        assert_eq!(check_evidence(&config), Ok((1, vec![])));
        let mut other = REPORT.to_vec();
        other[20] ^= 1;
        let longer = [REPORT, b"more"].concat();
        for damage in [Some(other.as_slice()), Some(&REPORT[..40]), Some(&longer), Some(b""), None] {
            match damage {
                Some(bytes) => std::fs::write(stage.stored(REPORT), bytes).unwrap(),
                None => std::fs::remove_file(stage.stored(REPORT)).unwrap(),
            }
            let (whole, faults) = check_evidence(&config).unwrap();
            assert_eq!((whole, faults.len()), (0, 1), "{faults:?}");
            assert!(faults[0].contains(&digest(REPORT).to_string()), "{faults:?}");
            let read = clara.get(&stage.path(REPORT));
            assert_eq!((read.status, read.code()), (409, "evidence_must_be_intact"));
            assert!(read.body.contains("damaged"), "{}", read.body);
            assert_eq!(stage.put(&clara, REPORT).status, 200);
            assert_eq!(clara.get(&stage.path(REPORT)).bytes, REPORT);
        }
        stage.house.audit();
    });
}

#[test]
fn a_storage_that_fails_is_told_as_such_and_stores_nothing() {
    each_database(|location| {
        let stage = Stage::on(location);
        let clara = stage.clara();
        // A file stands where the directory of this digest is to be.
        let shelf = stage.stored(TABLE).parent().unwrap().to_owned();
        std::fs::write(&shelf, b"").unwrap();
        let put = stage.put(&clara, TABLE);
        assert_eq!((put.status, put.code()), (503, "evidence_storage_must_answer"), "{}", put.body);
        assert_eq!((stage.states()[1].as_str(), stage.arriving()), ("missing", 0));
        std::fs::remove_file(&shelf).unwrap();
        assert_eq!(stage.put(&clara, TABLE).status, 201);
        stage.house.audit();
    });
}

#[test]
fn what_is_stored_is_there_after_a_restart_and_only_this_user_reads_it() {
    use std::os::unix::fs::PermissionsExt;
    each_database(|location| {
        let mut stage = Stage::on(location);
        assert_eq!(stage.put(&stage.clara(), REPORT).status, 201);
        stage.house.restart();
        assert_eq!(stage.clara().get(&stage.path(REPORT)).bytes, REPORT);
        let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&stage.directory()), mode(&stage.stored(REPORT))), (0o700, 0o600));
        stage.house.audit();
    });
}

#[test]
fn settings_that_make_no_sense_are_refused() {
    let data = tempfile::tempdir().unwrap();
    let refused = |settings: &str| {
        std::fs::write(data.path().join("orebook.toml"), settings).unwrap();
        let place = orebook_server::config::Place { data: Some(data.path().to_owned()), ..Default::default() };
        orebook_server::config::Config::of(&place, &Default::default()).map(|_| ()).unwrap_err()
    };
    let s3 = |more: &str| format!("[evidence.s3]\nbucket = \"b\"\nregion = \"r\"\n{more}\n");
    for (settings, words) in [
        ("[evidence]\nsize_max = 0\n".to_owned(), "at least 1"),
        ("[evidence]\nsize = 1\n".to_owned(), "unknown field"),
        (s3("endpoint = \"ftp://x\""), "begins with https://"),
        (s3("endpoint = \"https://x\"\nprefix = \"../b/\""), "between single slashes"),
        (s3("endpoint = \"https://x\"\nprefix = \"/a\""), "between single slashes"),
        (s3("endpoint = \"https://x\"\naccess_key_file = \"k\""), "stand together"),
    ] {
        let error = refused(&settings);
        assert!(error.contains(words) && error.contains("evidence"), "{error}");
    }
}
