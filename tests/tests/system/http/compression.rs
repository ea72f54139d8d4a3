//! Answers are compressed as the client likes, where it gains something.

use orebook_tests::each_database;
use orebook_tests::house::{Answer, House};

fn ask(house: &House, path: &str, accepts: &str) -> Answer {
    let headers: &[(&str, &str)] = if accepts.is_empty() { &[] } else { &[("accept-encoding", accepts)] };
    house.http.send("GET", path, headers, Vec::new())
}

fn unbrotli(mut bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    brotli_decompressor::BrotliDecompress(&mut bytes, &mut plain).unwrap();
    plain
}

fn varies(answer: &Answer) -> bool {
    let fields = answer.headers.get_all("vary").iter().filter_map(|value| value.to_str().ok());
    fields.filter(|field| field.to_ascii_lowercase().contains("accept-encoding")).count() == 1
}

#[test]
fn brotli_and_gzip_are_served_to_whoever_accepts_them() {
    each_database(|location| {
        let house = House::founded(location);
        let plain = ask(&house, "/openapi.json", "");
        assert_eq!((plain.status, plain.header("content-encoding")), (200, ""));
        assert!(plain.bytes.len() > 10_000);
        let rows = [
            ("br", "br"),
            ("gzip", "gzip"),
            ("gzip, deflate, br", "br"),
            ("br;q=0.5, gzip;q=0.9", "gzip"),
            ("identity", ""),
            ("zstd", ""),
            ("br;q=0", ""),
        ];
        for (accepts, expected) in rows {
            let answer = ask(&house, "/openapi.json", accepts);
            assert_eq!((answer.status, answer.header("content-encoding")), (200, expected), "{accepts}");
            assert!(varies(&answer), "{accepts}: {:?}", answer.headers);
            match expected {
                "" => assert_eq!(answer.bytes, plain.bytes, "{accepts}"),
                "br" => assert_eq!(unbrotli(&answer.bytes), plain.bytes, "{accepts}"),
                _ => assert_eq!(&answer.bytes[..2], [0x1f, 0x8b], "{accepts}"),
            }
            assert!(
                expected.is_empty() || answer.bytes.len() * 4 < plain.bytes.len(),
                "{accepts}: {}",
                answer.bytes.len()
            );
        }
        assert!(varies(&plain), "a cache keeps the forms apart, whichever comes first");
        house.audit();
    });
}

#[test]
fn what_is_small_goes_out_as_it_is() {
    each_database(|location| {
        let house = House::founded(location);
        for path in ["/livez", "/version", "/log/checkpoint", "/v1/batches", "/v1/batches/none"] {
            let answer = ask(&house, path, "br, gzip");
            assert!(answer.bytes.len() < 1_024, "{path} is small");
            assert_eq!(answer.header("content-encoding"), "", "{path}");
            assert_eq!(answer.header("content-length"), answer.bytes.len().to_string(), "{path}");
        }
        house.audit();
    });
}

#[test]
fn a_client_that_has_the_answer_is_told_so_in_any_encoding() {
    each_database(|location| {
        let house = House::founded(location);
        let first = ask(&house, "/v1/programmes", "br");
        let tag = first.header("etag").to_owned();
        let headers = [("accept-encoding", "br"), ("if-none-match", tag.as_str())];
        let again = house.http.send("GET", "/v1/programmes", &headers, Vec::new());
        assert_eq!((again.status, again.header("etag"), again.bytes.len()), (304, tag.as_str(), 0));
        house.audit();
    });
}
