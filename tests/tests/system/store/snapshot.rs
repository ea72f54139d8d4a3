//! A snapshot stands still while the register moves on.

use orebook_store::{Reader, StoreError};
use orebook_tests::each_database;

use super::fixture::{batch, writer_after};

#[test]
fn an_append_during_a_snapshot_is_seen_only_after_it() {
    each_database(|location| {
        let mut writer = writer_after(location, &[5]);
        let reader = Reader::open(location, 2).unwrap();
        let size = || reader.read(|reading| Ok::<_, StoreError>(reading.head()?.size)).unwrap();
        let walked: Result<i64, StoreError> = reader.snapshot(|reading| {
            writer.append(&batch(5, 5)).unwrap();
            assert_eq!(size(), 10, "another reader sees it");
            assert_eq!(reading.head()?.size, 5);
            let mut entries = 0;
            reading.each_journal(0, |rows| {
                entries += i64::try_from(rows.len()).unwrap();
                Ok::<_, StoreError>(())
            })?;
            Ok(entries)
        });
        assert_eq!(walked.unwrap(), 5);
        assert_eq!(size(), 10);
    });
}

#[test]
fn a_failed_snapshot_gives_its_connection_back_clean() {
    each_database(|location| {
        let mut writer = writer_after(location, &[1]);
        let reader = Reader::open(location, 1).unwrap();
        for _ in 0..3 {
            let failed: Result<(), StoreError> = reader.snapshot(|_| Err(StoreError::Poisoned));
            assert!(matches!(failed, Err(StoreError::Poisoned)));
        }
        writer.append(&batch(1, 1)).unwrap();
        let size = reader.read(|reading| Ok::<_, StoreError>(reading.head()?.size));
        assert_eq!(size.unwrap(), 2);
    });
}

#[test]
fn a_snapshot_that_panicked_leaves_no_transaction_open() {
    each_database(|location| {
        let mut writer = writer_after(location, &[1]);
        let reader = Reader::open(location, 1).unwrap();
        let panicking =
            std::panic::AssertUnwindSafe(|| reader.snapshot(|_| -> Result<(), StoreError> { panic!("on purpose") }));
        assert!(std::panic::catch_unwind(panicking).is_err());
        writer.append(&batch(1, 1)).unwrap();
        let size = reader.read(|reading| Ok::<_, StoreError>(reading.head()?.size));
        assert_eq!(size.unwrap(), 2, "not the old snapshot's");
    });
}
