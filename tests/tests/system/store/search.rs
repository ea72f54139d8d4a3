//! The public search: every filter, and texts that look like patterns.

use orebook_store::{Batch, Page, PageKey, Reader, RetirementFilter, RetirementRow};
use orebook_tests::each_database;

use super::fixture::{tip, writer_after};

/// Ids of what is found, in the order in which it is found.
fn found(reader: &Reader, filter: RetirementFilter) -> Vec<String> {
    let page = Page::newest(100);
    let rows = reader.read(|reading| reading.retirements(&filter, &page)).unwrap();
    rows.into_iter().map(|row| row.id).collect()
}

fn retirement(id: &str, search: &str, producers: &str) -> RetirementRow {
    RetirementRow { id: id.into(), search: search.into(), producers: producers.into(), ..RetirementRow::default() }
}

#[test]
fn a_text_is_looked_for_as_it_stands() {
    let rows = [
        retirement("a", "100 % recycled", " p_1 p-2 "),
        retirement("b", "100 x recycled", " px1 "),
        retirement("c", "back\\slash_under", " p_12 "),
        retirement("d", "o'brien ñandú 鉱石", " P_1 "),
    ];
    let text = |text: &str| RetirementFilter { text: Some(text.into()), ..Default::default() };
    let producer = |id: &str| RetirementFilter { producer: Some(id.into()), ..Default::default() };
    let expected: [(RetirementFilter, &[&str]); 13] = [
        (text("100 %"), &["a"]),
        (text("100 _"), &[]),
        (text("%"), &["a"]),
        (text("_"), &["c"]),
        (text("\\"), &["c"]),
        (text("\\s"), &["c"]),
        (text("O'BRIEN ÑAN"), &["d"]),
        (text("石"), &["d"]),
        (text(""), &["d", "c", "b", "a"]),
        (producer("p_1"), &["a"]),
        (producer("P_1"), &["d"]),
        (producer("p-2"), &["a"]),
        (producer("p"), &[]),
    ];
    each_database(|location| {
        let mut writer = orebook_tests::lead(location);
        let batch = Batch { after: tip(0), retirements: rows.to_vec(), ..Batch::default() };
        writer.append(&batch).unwrap();
        let reader = Reader::open(location, 1).unwrap();
        for (filter, ids) in &expected {
            assert_eq!(&found(&reader, filter.clone()), ids, "{filter:?}");
        }
    });
}

#[test]
fn every_filter_narrows_and_together_they_narrow_further() {
    each_database(|location| {
        let _writer = writer_after(location, &[8]);
        let reader = Reader::open(location, 1).unwrap();
        let none = RetirementFilter::default;
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(found(&reader, none()).len(), 8);
        for (filter, count) in [
            (RetirementFilter { beneficiary: some("plain"), ..none() }, 2),
            (RetirementFilter { beneficiary: some("plai%"), ..none() }, 0),
            (RetirementFilter { producer: some("pr_1"), ..none() }, 2),
            (RetirementFilter { producer: some("pr_9"), ..none() }, 8),
            (RetirementFilter { mineral: some("cobalt"), ..none() }, 4),
            (RetirementFilter { programme: some("p_2"), ..none() }, 0),
            (RetirementFilter { country: some("PE"), ..none() }, 8),
            (RetirementFilter { country: some("pe"), ..none() }, 0),
            (RetirementFilter { country: some("P"), ..none() }, 0),
            (RetirementFilter { year: some("2026"), ..none() }, 8),
            (RetirementFilter { year: some("2027"), ..none() }, 0),
            (RetirementFilter { claim: some("consumption"), ..none() }, 8),
            (RetirementFilter { text: some("NR 7"), ..none() }, 1),
            (RetirementFilter { mineral: some("cobalt"), producer: some("pr_2"), text: some("nr"), ..none() }, 2),
        ] {
            assert_eq!(found(&reader, filter.clone()).len(), count, "{filter:?}");
        }
    });
}

#[test]
fn pages_meet_without_a_gap_even_within_one_entry() {
    each_database(|location| {
        let mut rows: Vec<_> = ["a", "b", "c", "d", "e"].map(|id| retirement(id, "", "")).into();
        rows[4].sequence = 1;
        let mut writer = orebook_tests::lead(location);
        writer.append(&Batch { after: tip(0), retirements: rows, ..Batch::default() }).unwrap();
        let reader = Reader::open(location, 1).unwrap();
        let (mut ids, mut page) = (Vec::new(), Page::newest(2));
        loop {
            let filter = RetirementFilter::default();
            let rows = reader.read(|reading| reading.retirements(&filter, &page)).unwrap();
            let Some(last) = rows.last() else { break };
            page = Page::before(PageKey { sequence: last.sequence, id: last.id.clone() }, 2);
            ids.extend(rows.into_iter().map(|row| row.id));
        }
        assert_eq!(ids, ["e", "d", "c", "b", "a"]);
    });
}
