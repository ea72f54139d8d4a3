//! What stands beside the log. Counting grievances: what the database says of deadlines is what the server says of each
//! case. Payout details can be erased, payout files stay as they were made.

use orebook_registry::instruction::{Count, RegisterParameters};
use orebook_registry::values::Timestamp;
use orebook_server::grievance::KINDS;
use orebook_server::grievance::deadline::{triage_due, triage_rule};
use orebook_store::{
    BankLineRow, BankLineState, Batch, ContactDetailsRow, EvidenceRow, GrievanceCount, GrievanceRow, JournalRow,
    Keeping, Letters, PayoutDetailRow, PayoutFileRow, Reader, SubjectRow, Writer,
};
use orebook_tests::each_database;

use super::fixture::tip;

const HOUR: i64 = 3_600_000;

/// A case every seven hours for four weeks; of two in three an entry says when it was taken up.
struct Case {
    kind: &'static str,
    filed_at: i64,
    taken_up_at: Option<i64>,
}

fn cases() -> Vec<Case> {
    let start = "2026-06-29T00:00:00.000Z".parse::<Timestamp>().unwrap().ms();
    let case = |n: i64| {
        let filed_at = start + n * 7 * HOUR;
        let place = usize::try_from(n).unwrap();
        Case {
            kind: KINDS[place % KINDS.len()],
            filed_at,
            taken_up_at: (n % 3 != 0).then(|| filed_at + (n * 11 % 150) * HOUR),
        }
    };
    (0..96).map(case).collect()
}

fn digest(n: usize) -> String {
    format!("{n:064x}")
}

/// The same counts, case by case.
fn counted(cases: &[Case], parameters: &RegisterParameters, now: i64) -> Vec<GrievanceCount> {
    let mut counts = std::collections::BTreeMap::<(String, i64, i64), i64>::new();
    for case in cases {
        let due = triage_due(Timestamp::from_ms(case.filed_at), case.kind, parameters).ms();
        let late = case.taken_up_at.unwrap_or(now) > due;
        let key = (case.kind.to_owned(), i64::from(case.taken_up_at.is_some()), i64::from(late));
        *counts.entry(key).or_default() += 1;
    }
    let count = |((kind, triaged, late), cases)| GrievanceCount { kind, triaged, late, cases };
    counts.into_iter().map(count).collect()
}

#[test]
fn the_database_counts_deadlines_as_the_server_does() {
    each_database(|location| {
        let cases = cases();
        let letters = Letters::of(location);
        for (n, case) in cases.iter().enumerate() {
            let row = GrievanceRow {
                id: format!("{n:032x}"),
                digest: digest(n),
                filed_at: case.filed_at,
                kind: case.kind.into(),
                ..GrievanceRow::default()
            };
            letters.keep_grievance(&row).unwrap();
        }
        // Each was taken up again later, and is named by an entry of another kind: neither may count.
        let mut batch = Batch::default();
        for (n, case) in cases.iter().enumerate() {
            let entries = [("place_hold", Some(case.filed_at)), ("triage_grievance", case.taken_up_at)];
            let again = ("triage_grievance", case.taken_up_at.map(|at| at + 500 * HOUR));
            for (kind, time) in entries.into_iter().chain([again]) {
                let Some(time) = time else { continue };
                let sequence = i64::try_from(batch.journal.len()).unwrap();
                batch.journal.push(JournalRow { sequence, time, kind: kind.into(), ..JournalRow::default() });
                batch.subjects.push(SubjectRow { name: digest(n), sequence });
            }
        }
        batch.after = tip(i64::try_from(batch.journal.len()).unwrap());
        Writer::lead(location).unwrap().append(&batch).unwrap();
        let reader = Reader::open(location, 1).unwrap();
        for (triage_days, triage_grave_hours) in [(2, 24), (1, 1), (5, 72), (9, 24)] {
            let parameters = RegisterParameters {
                triage_days: Count(triage_days),
                triage_grave_hours: Count(triage_grave_hours),
                ..RegisterParameters::default()
            };
            for day in (0..40).step_by(3) {
                let now = cases[0].filed_at + day * 24 * HOUR;
                let rule = triage_rule(&parameters);
                let found = reader.read(|reading| reading.grievance_counts(&rule, now)).unwrap();
                assert_eq!(found, counted(&cases, &parameters, now), "{triage_days} days, day {day}");
                assert_eq!(found.iter().map(|count| count.cases).sum::<i64>(), 96);
            }
        }
    });
}

#[test]
fn payout_details_are_kept_once_and_erased_and_a_file_stays_as_it_was_first() {
    each_database(|location| {
        let (letters, reader) = (Letters::of(location), Reader::open(location, 1).unwrap());
        let row = PayoutDetailRow {
            digest: digest(1),
            organisation: "org_1".into(),
            salt: "00".into(),
            content: "{\"name\":\"Ñandú 鉱石\"}".into(),
        };
        let kept = || reader.read(|read| read.payout_detail(&digest(1))).unwrap();
        assert!(kept().is_none());
        assert!(letters.keep_payout_detail(&row).unwrap());
        let other = PayoutDetailRow { content: "{}".into(), ..row.clone() };
        assert!(!letters.keep_payout_detail(&other).unwrap());
        assert!(kept() == Some(row));
        assert!(letters.erase_payout_detail(&digest(1), &[]).unwrap());
        assert!(!letters.erase_payout_detail(&digest(1), &[]).unwrap());
        assert!(kept().is_none());

        let first = PayoutFileRow { id: "pfl_1".into(), digest: digest(2), content: vec![0, 255, 10], made_at: 7 };
        let second = PayoutFileRow { content: vec![1], made_at: 8, ..first.clone() };
        assert!(letters.keep_payout_file(&first).unwrap() == first);
        assert!(letters.keep_payout_file(&second).unwrap() == first);
        assert!(reader.read(|read| read.payout_file("pfl_1")).unwrap() == Some(first));
    });
}

#[test]
fn evidence_is_kept_while_others_write() {
    each_database(|location| {
        Reader::open(location, 1).unwrap();
        let row = |n: usize| EvidenceRow {
            declaration: format!("dcl_{}", n / 50),
            digest: digest(n),
            size: 1,
            media_type: "application/pdf".into(),
            organisation: "org_1".into(),
            actor: "prs_1".into(),
            stored_at: 7,
            erased_at: None,
        };
        std::thread::scope(|scope| {
            for writer in 0..4 {
                scope.spawn(move || {
                    let letters = Letters::of(location);
                    for n in writer * 50..(writer + 1) * 50 {
                        assert_eq!(letters.keep_evidence(&row(n)).unwrap(), Keeping::Kept);
                    }
                });
            }
        });
        assert_eq!(Letters::of(location).keep_evidence(&row(7)).unwrap(), Keeping::KeptBefore);
    });
}

#[test]
fn a_bank_line_is_kept_once_whoever_takes_the_statement_in() {
    each_database(|location| {
        let reader = Reader::open(location, 1).unwrap();
        let row = |n: usize| BankLineRow {
            id: digest(n),
            currency: "USD".into(),
            day: format!("2026-07-{:02}", 1 + n % 28),
            amount: 1,
            ..BankLineRow::default()
        };
        let rows: Vec<BankLineRow> = (0..60).map(row).collect();
        let new: usize = std::thread::scope(|scope| {
            let writers: Vec<_> =
                (0..4).map(|_| scope.spawn(|| Letters::of(location).keep_bank_lines(&rows, &[]).unwrap())).collect();
            writers.into_iter().flat_map(|writer| writer.join().unwrap()).filter(|new| *new).count()
        });
        assert_eq!(new, 60, "each line is new to one of them");
        let letters = Letters::of(location);
        letters.note_booked(&[&rows[0].id, &rows[1].id], 7).unwrap();
        letters.note_booked(&[&rows[0].id], 8).unwrap();
        assert!(letters.set_bank_line_aside(&rows[2].id, "a mistake", ("prs_1", 9), &[]).unwrap());
        assert!(!letters.set_bank_line_aside(&rows[2].id, "again", ("prs_2", 9), &[]).unwrap());
        assert!(!letters.set_bank_line_aside(&rows[0].id, "booked", ("prs_1", 9), &[]).unwrap());
        let of = |state| {
            let mut read = reader.read(|read| read.bank_lines_after(state, None, ("", ""), 100)).unwrap();
            read.sort_by(|a, b| a.id.cmp(&b.id));
            read
        };
        let (booked, aside) = (of(BankLineState::Booked), of(BankLineState::Aside));
        assert_eq!(booked.iter().map(|row| row.booked_at).collect::<Vec<_>>(), [Some(7), Some(7)]);
        assert_eq!(
            (aside[0].aside_reason.as_deref(), aside[0].aside_by.as_deref()),
            (Some("a mistake"), Some("prs_1"))
        );
        assert_eq!(
            (of(BankLineState::Waiting).len(), reader.read(|read| read.bank_lines_open()).unwrap().len()),
            (57, 58)
        );
        assert!(letters.take_bank_line_back(&rows[2].id, &[]).unwrap());
        assert!(!letters.take_bank_line_back(&rows[2].id, &[]).unwrap());
        assert_eq!(of(BankLineState::Waiting).len(), 58);
    });
}

#[test]
fn contact_details_are_kept_once_listed_by_age_and_erased() {
    each_database(|location| {
        let (letters, reader) = (Letters::of(location), Reader::open(location, 1).unwrap());
        let row = |n: usize| ContactDetailsRow {
            digest: digest(n),
            organisation: format!("org_{n}"),
            salt: "00".into(),
            content: "{\"name\":\"Ñandú 鉱石\"}".into(),
            kept_at: i64::try_from(n).unwrap(),
        };
        let kept = |n| reader.read(|read| read.contact_details(&digest(n))).unwrap();
        let until = |moment| reader.read(|read| read.contact_details_until(moment)).unwrap();
        assert!(kept(1).is_none());
        assert!(letters.keep_contact_details(&row(1)).unwrap() && letters.keep_contact_details(&row(2)).unwrap());
        let other = ContactDetailsRow { content: "{}".into(), ..row(1) };
        assert!(!letters.keep_contact_details(&other).unwrap());
        assert!(kept(1) == Some(row(1)));
        assert_eq!(until(1), [(digest(1), "org_1".to_owned())]);
        assert_eq!((until(0).len(), until(2).len()), (0, 2));
        assert!(letters.erase_contact_details(&digest(1), &[]).unwrap());
        assert!(!letters.erase_contact_details(&digest(1), &[]).unwrap());
        assert!(kept(1).is_none() && kept(2).is_some());
    });
}

#[test]
fn what_an_older_version_left_out_is_filled_in_behind_the_fence() {
    each_database(|location| {
        let mut writer = super::fixture::writer_after(location, &[20]);
        assert!(!writer.lacks_rows().unwrap());
        let whole = super::append::contents(location);
        let bare = super::fixture::batch(20, 1);
        writer.append(&Batch { trade_blocks: Vec::new(), ..bare }).unwrap();
        assert!(writer.lacks_rows().unwrap());
        let rows = super::fixture::batch(0, 21);
        let filling = |before| Batch {
            before,
            after: tip(21),
            involved: rows.involved.clone(),
            postings: rows.postings.clone(),
            trade_blocks: rows.trade_blocks.clone(),
            ..Batch::default()
        };
        writer.fill_in(&filling(21)).unwrap();
        assert!(!writer.lacks_rows().unwrap());
        let filled = super::append::contents(location);
        assert_eq!((filled.postings, filled.trade_blocks), (rows.postings.clone(), rows.trade_blocks.clone()));
        assert_eq!(filled.journal[..20], whole.journal[..]);
        assert!(writer.fill_in(&filling(20)).is_err(), "the journal ends elsewhere");
        assert_eq!(super::append::contents(location).postings, rows.postings);
    });
}
