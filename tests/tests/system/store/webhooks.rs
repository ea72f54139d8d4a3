//! Webhooks, how far they have come, and whom entries concern.

use orebook_store::{Letters, Progress, Reader, WebhookAttemptRow, WebhookRow};
use orebook_tests::each_database;

use super::fixture::{batch, writer_after};

fn webhook(n: i64, organisation: &str) -> WebhookRow {
    WebhookRow {
        id: format!("whk_{n}"),
        organisation: organisation.to_owned(),
        url: "https://hooks.example/".to_owned(),
        made_at: n,
        version: 1,
        state: "active".to_owned(),
        delivered: -1,
        ..WebhookRow::default()
    }
}

fn attempt(n: i64, time: i64) -> WebhookAttemptRow {
    WebhookAttemptRow {
        webhook: "whk_1".to_owned(),
        id: format!("{n:05}"),
        time,
        message: n.to_string(),
        kind: "org.orebook.transfer.v1".to_owned(),
        status: (n % 2 == 0).then_some(500),
        duration: n,
        failure: (n % 2 == 0).then(|| "it answered 500".to_owned()),
    }
}

#[test]
fn what_concerns_an_organisation_is_read_oldest_first_with_its_own_postings() {
    each_database(|location| {
        let _writer = writer_after(location, &[20]);
        let rows = batch(0, 20);
        let look = |read: &mut orebook_store::Reading<'_>| {
            let sequences = |rows: &[(orebook_store::InvolvedRow, orebook_store::JournalRow)]| {
                rows.iter().map(|(involved, _)| involved.sequence).collect::<Vec<_>>()
            };
            let all = read.involving("o_1", -1, 99)?;
            assert_eq!(sequences(&all), (0..20).filter(|n| n % 2 == 1).collect::<Vec<_>>());
            assert_eq!(all[3].1, rows.journal[7]);
            assert_eq!(sequences(&read.involving("o_1", 11, 2)?), [13, 15]);
            let own = read.involving("plain", 3, 9)?;
            assert_eq!((sequences(&own), own[0].0.reads.as_str()), (vec![5, 10, 15], "no"));
            assert!(read.involving("o_3", -1, 9)?.is_empty());
            let postings = rows.postings.iter().filter(|row| row.sequence == 5 && row.account == "a_0");
            assert_eq!(read.postings_in(5, "a_0")?, postings.cloned().collect::<Vec<_>>());
            assert!(read.postings_in(5, "a_9")?.is_empty());
            Ok::<_, orebook_store::StoreError>(())
        };
        Reader::open(location, 1).unwrap().read(look).unwrap();
    });
}

#[test]
fn those_are_behind_who_are_active_and_have_not_been_told_all() {
    each_database(|location| {
        let _writer = writer_after(location, &[20]);
        let (letters, reader) = (Letters::of(location), Reader::open(location, 1).unwrap());
        let behind = || reader.read(|read| read.webhooks_behind()).unwrap();
        let rows = [
            webhook(1, "o_1"),
            WebhookRow { delivered: 19, ..webhook(2, "o_1") },
            WebhookRow { state: "disabled".to_owned(), ..webhook(3, "o_1") },
            WebhookRow { delivered: 14, retry_at: Some(7), ..webhook(4, "plain") },
            WebhookRow { delivered: 15, ..webhook(5, "plain") },
            webhook(6, "o_3"),
        ];
        rows.iter().for_each(|row| assert!(letters.keep_webhook(row, 16, &[]).unwrap()));
        assert_eq!(behind(), [("whk_1".to_owned(), None), ("whk_4".to_owned(), Some(7))]);
        assert!(letters.move_webhook("whk_5", 14).unwrap() && letters.move_webhook("whk_4", 15).unwrap());
        assert_eq!(behind(), [("whk_1".to_owned(), None), ("whk_5".to_owned(), None)]);
        assert!(!letters.move_webhook("whk_9", 15).unwrap());
    });
}

#[test]
fn an_organisation_keeps_so_many_and_each_change_is_of_the_version_before() {
    each_database(|location| {
        let (letters, reader) = (Letters::of(location), Reader::open(location, 1).unwrap());
        let read = |id: &str| reader.read(|read| read.webhook(id)).unwrap();
        for n in 1..4 {
            assert_eq!(letters.keep_webhook(&webhook(n, "o_1"), 2, &[]).unwrap(), n < 3);
        }
        assert!(letters.keep_webhook(&webhook(4, "o_2"), 2, &[]).unwrap());
        let own = reader.read(|read| read.webhooks_of("o_1")).unwrap();
        assert_eq!(own.iter().map(|row| row.id.as_str()).collect::<Vec<_>>(), ["whk_1", "whk_2"]);
        let changed = WebhookRow {
            url: "https://other.example/".to_owned(),
            types: "traded transfer".to_owned(),
            secret: "new".to_owned(),
            previous_secret: Some("old".to_owned()),
            previous_until: Some(9),
            version: 2,
            state: "disabled".to_owned(),
            reason: Some("why".to_owned()),
            tries: 3,
            retry_at: Some(8),
            ..webhook(1, "o_1")
        };
        assert!(letters.change_webhook(&changed, &[]).unwrap());
        assert_eq!(read("whk_1"), Some(changed.clone()));
        assert!(!letters.change_webhook(&WebhookRow { url: String::new(), ..changed }, &[]).unwrap(), "made before");
        assert!(letters.erase_webhook("whk_1", &[]).unwrap() && !letters.erase_webhook("whk_1", &[]).unwrap());
        assert_eq!(read("whk_1"), None);
    });
}

#[test]
fn progress_counts_from_where_it_began_and_only_while_nothing_was_changed() {
    each_database(|location| {
        let (letters, reader) = (Letters::of(location), Reader::open(location, 1).unwrap());
        let read = || reader.read(|read| read.webhook("whk_1")).unwrap().unwrap();
        let attempts = || reader.read(|read| read.webhook_attempts("whk_1", None, 99)).unwrap();
        letters.keep_webhook(&webhook(1, "o_1"), 16, &[]).unwrap();
        let came = Progress {
            webhook: "whk_1".to_owned(),
            version: 1,
            from: -1,
            delivered: 5,
            tries: 2,
            retry_at: Some(9),
            disabled: None,
            attempts: vec![attempt(1, 10), attempt(2, 11)],
        };
        assert!(letters.record_progress(&came).unwrap());
        let row = read();
        assert_eq!((row.delivered, row.tries, row.retry_at, row.version), (5, 2, Some(9), 1));
        assert_eq!(attempts(), [attempt(2, 11), attempt(1, 10)]);
        let page = reader.read(|read| read.webhook_attempts("whk_1", Some("00002"), 1)).unwrap();
        assert_eq!(page, [attempt(1, 10)]);

        let elsewhere = Progress { attempts: vec![attempt(3, 12)], ..came.clone() };
        assert!(!letters.record_progress(&elsewhere).unwrap(), "it has moved on from there");
        let older = Progress { version: 0, from: 5, delivered: 9, attempts: vec![attempt(4, 13)], ..came.clone() };
        assert!(!letters.record_progress(&older).unwrap(), "it was changed");
        assert_eq!((read().delivered, attempts().len()), (5, 4), "the attempts were made all the same");
        let ended = Progress {
            from: 5,
            delivered: 5,
            disabled: Some("it answered 410".to_owned()),
            attempts: Vec::new(),
            ..came.clone()
        };
        assert!(letters.record_progress(&ended).unwrap());
        let row = read();
        assert_eq!((row.state.as_str(), row.reason.as_deref(), row.version), ("disabled", Some("it answered 410"), 2));
        let gone = Progress { webhook: "whk_2".to_owned(), attempts: vec![attempt(5, 14)], ..came };
        assert!(!letters.record_progress(&gone).unwrap());
        assert_eq!(attempts().len(), 4);
    });
}

#[test]
fn attempts_beyond_a_thousand_or_thirty_days_are_forgotten() {
    each_database(|location| {
        let (letters, reader) = (Letters::of(location), Reader::open(location, 1).unwrap());
        let ids = || -> Vec<i64> {
            let rows = reader.read(|read| read.webhook_attempts("whk_1", None, 9_999)).unwrap();
            rows.iter().map(|row| row.duration).collect()
        };
        letters.keep_webhook(&webhook(1, "o_1"), 16, &[]).unwrap();
        let month = 30 * 24 * 3_600_000;
        let (progress, day) =
            (|attempts| Progress { webhook: "whk_1".to_owned(), attempts, ..Progress::default() }, 86_400_000);
        letters.record_progress(&progress((0..3).map(|n| attempt(n, n * day)).collect())).unwrap();
        letters.record_attempt(&attempt(3, month + day)).unwrap();
        assert_eq!(ids(), [3, 2, 1], "to the day");
        letters.record_progress(&progress((4..1_003).map(|n| attempt(n, month + 2 * day)).collect())).unwrap();
        assert_eq!(ids(), (3..1_003).rev().collect::<Vec<_>>());
    });
}
