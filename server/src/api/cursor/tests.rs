use super::*;

#[test]
fn the_seal_is_hmac_sha256_as_published() {
    // RFC 4231, test case 2, whose key is shorter and padded with zeros to the block by the rule itself.
    let mut key = [0; 32];
    key[..4].copy_from_slice(b"Jefe");
    let sealed = hmac(&key, b"what do ya want for nothing?");
    assert_eq!(hex::encode(sealed), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

#[test]
fn a_cursor_opens_for_its_own_list_alone_and_no_altered_one_does() {
    let cursors = Cursors::of(&SecretKey::from_seed([7; 32]));
    let other = Cursors::of(&SecretKey::from_seed([8; 32]));
    let cursor = cursors.seal("/v1/batches?", "bat_1");
    assert_eq!(cursors.open("/v1/batches?", &cursor).as_deref(), Some("bat_1"));
    assert_eq!(cursors.open("/v1/batches?mineral=GLD", &cursor), None);
    assert_eq!(other.open("/v1/batches?", &cursor), None);
    for at in 0..cursor.len() {
        let mut altered = cursor.clone().into_bytes();
        altered[at] = if altered[at] == b'A' { b'B' } else { b'A' };
        let altered = String::from_utf8(altered).unwrap();
        assert_eq!(cursors.open("/v1/batches?", &altered), None, "{altered}");
    }
    for short in ["", "A", "====", "AAAAAAAAAAAAAAAAAAAAAA"] {
        assert_eq!(cursors.open("/v1/batches?", short), None, "{short}");
    }
}
