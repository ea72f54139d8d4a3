use serde_json::json;

use super::*;

#[test]
fn a_cell_is_quoted_where_it_must_be_and_never_a_formula() {
    for (cell, written) in [
        ("plain", "plain"),
        ("a,b", "\"a,b\""),
        ("say \"yes\"", "\"say \"\"yes\"\"\""),
        ("two\r\nlines", "\"two\r\nlines\""),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "\"'\rx\""),
        ("=\"a\",b", "\"'=\"\"a\"\",b\""),
        ("a=b", "a=b"),
        ("", ""),
    ] {
        assert_eq!(line([cell.to_owned()].into_iter()), format!("{written}\r\n"), "{cell}");
    }
}

#[test]
fn members_of_members_are_columns_and_lists_of_words_are_words() {
    let columns = columns("TapeView");
    assert_eq!(head(&columns), "day,mass,price.amount,price.currency\r\n");
    let item = json!({ "day": "2026-07-13", "mass": "1", "price": { "amount": "4200.00", "currency": "USD" } });
    assert_eq!(row(&columns, &item), "2026-07-13,1,4200.00,USD\r\n");
    assert_eq!(text(&json!(["CO", "PE"])), "CO PE");
    assert_eq!(text(&json!([{ "a": "b" }])), r#"[{"a":"b"}]"#);
}
