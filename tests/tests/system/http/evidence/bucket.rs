//! The same in a bucket, asked by S3's own protocol with signatures that are checked.

use orebook_server::commands::{check_evidence, erase_evidence};
use orebook_tests::bucket::{Bucket, KEY, NAME, SECRET};
use orebook_tests::each_database;
use orebook_tests::house::config;

use super::stage::{REPORT, Stage, TABLE, digest};

/// The settings for a bucket, its keys in files.
fn settings(stage: &Stage, url: &str, secret: &str) -> String {
    let file = |name: &str, text: &str| {
        let path = stage.house.data().join(name);
        std::fs::write(&path, format!("{text}\n")).unwrap();
        path.display().to_string()
    };
    format!(
        "[evidence]\nsize_max = 3000000\n[evidence.s3]\nendpoint = \"{url}\"\nbucket = \"{NAME}\"\nregion = \"eu-central-1\"\nprefix = \"of/\"\npath_style = true\naccess_key_file = {:?}\nsecret_key_file = {:?}\n",
        file("s3-key", KEY),
        file("s3-secret", secret)
    )
}

#[test]
fn files_in_a_bucket_are_stored_read_mended_and_erased() {
    each_database(|location| {
        let bucket = Bucket::start();
        let large = [b"%PDF-1.7\n".as_slice(), &vec![0xa5; 2_900_000]].concat();
        let mut stage = Stage::naming(location, &[REPORT, TABLE, &large, b"nowhere"]);
        stage.configured(&settings(&stage, bucket.url(), SECRET));
        let clara = stage.clara();
        let object = |file| bucket.object(&format!("of/{}", digest(file)));
        assert_eq!((stage.put(&clara, REPORT).status, stage.put(&clara, &large).status), (201, 201));
        assert_eq!(stage.put(&clara, REPORT).status, 200);
        assert_eq!(std::fs::read(object(REPORT)).unwrap(), REPORT);
        assert!(!stage.stored(REPORT).exists(), "nothing stays on this disk");
        assert_eq!(stage.states(), ["stored", "missing", "stored", "missing"]);
        let read = clara.get(&stage.path(REPORT));
        assert_eq!((read.bytes.as_slice(), read.header("content-type")), (REPORT, "application/pdf"));
        assert_eq!(clara.get(&stage.path(&large)).bytes, large);
        let part = clara.send("GET", &stage.path(REPORT), &[("range", "bytes=1-3")], Vec::new());
        assert_eq!((part.status, part.body.as_str()), (206, "PDF"));
        for damage in [Some(b"another".as_slice()), Some(&large), None] {
            match damage {
                Some(bytes) => std::fs::write(object(REPORT), bytes).unwrap(),
                None => std::fs::remove_file(object(REPORT)).unwrap(),
            }
            assert_eq!(clara.get(&stage.path(REPORT)).code(), "evidence_must_be_intact");
            assert_eq!(stage.put(&clara, REPORT).status, 200);
            assert_eq!(clara.get(&stage.path(REPORT)).bytes, REPORT);
        }
        let config = config(location, stage.house.data());
        assert_eq!(check_evidence(&config), Ok((2, vec![])));
        assert_eq!(erase_evidence(&config, digest(REPORT)), Ok(1));
        assert!(!object(REPORT).exists());
        assert_eq!(erase_evidence(&config, digest(REPORT)), Ok(1));
        assert!(erase_evidence(&config, digest(TABLE)).is_err());
        assert_eq!(clara.get(&stage.path(REPORT)).code(), "evidence_must_not_be_erased");
        assert_eq!(stage.arriving(), 0);
        stage.house.audit();
    });
}

#[test]
fn a_bucket_that_refuses_or_does_not_answer_stores_nothing() {
    each_database(|location| {
        let bucket = Bucket::start();
        let mut stage = Stage::on(location);
        stage.configured(&settings(&stage, bucket.url(), "another secret"));
        let put = stage.put(&stage.clara(), REPORT);
        assert_eq!((put.status, put.code()), (503, "evidence_storage_must_answer"));
        assert!(!put.body.contains("Signature") && !put.body.contains(KEY), "{}", put.body);
        assert_eq!(stage.states()[0], "missing");
        stage.configured(&settings(&stage, bucket.url(), SECRET));
        assert_eq!(stage.put(&stage.clara(), REPORT).status, 201);
        drop(bucket);
        let read = stage.clara().get(&stage.path(REPORT));
        assert_eq!((read.status, read.code()), (503, "evidence_storage_must_answer"));
        assert_eq!(stage.put(&stage.clara(), TABLE).code(), "evidence_storage_must_answer");
        assert_eq!(stage.states()[..2], ["stored", "missing"]);
        assert_eq!(stage.arriving(), 0);
        stage.house.audit();
    });
}

#[test]
fn the_secret_of_a_bucket_is_not_shown_with_the_settings() {
    let data = tempfile::tempdir().unwrap();
    std::fs::write(data.path().join("secret"), SECRET).unwrap();
    let file = data.path().join("secret").display().to_string();
    let settings = format!(
        "[evidence.s3]\nendpoint = \"https://s3.example\"\nbucket = \"b\"\nregion = \"r\"\naccess_key_file = {file:?}\nsecret_key_file = {file:?}\n"
    );
    std::fs::write(data.path().join("orebook.toml"), settings).unwrap();
    let place = orebook_server::config::Place { data: Some(data.path().to_owned()), ..Default::default() };
    let config = orebook_server::config::Config::of(&place, &Default::default()).unwrap();
    let described = config.describe();
    assert!(!described.contains(SECRET), "{described}");
    // What is shown can be read again.
    std::fs::write(data.path().join("orebook.toml"), &described).unwrap();
    let again = orebook_server::config::Config::of(&place, &Default::default()).unwrap();
    assert_eq!(again.describe(), described);
    assert_eq!(again.evidence, config.evidence);
}
