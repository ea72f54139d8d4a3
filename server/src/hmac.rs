//! HMAC-SHA256 (RFC 2104).

use orebook_document::sha256;

/// Bytes of a block of the hash, and of the longest key: a longer one would have to be hashed first.
pub const KEY_MAX: usize = 64;

/// The code of a message under a key of at most [`KEY_MAX`] bytes; what is beyond is not looked at.
pub fn hmac(key: &[u8], message: &[u8]) -> [u8; 32] {
    let padded = |with: u8| {
        let mut block = [with; KEY_MAX];
        block.iter_mut().zip(key).for_each(|(byte, key)| *byte ^= key);
        block
    };
    let inner = sha256(&[padded(0x36).as_slice(), message].concat());
    sha256(&[padded(0x5c).as_slice(), &inner].concat())
}

/// Whether two codes are the same. All bytes are looked at, so that the time taken does not tell how many were right.
pub fn is_same(expected: &[u8], given: &[u8]) -> bool {
    let differs = expected.iter().zip(given).fold(0, |differs, (one, other)| differs | (one ^ other));
    expected.len() == given.len() && differs == 0
}
