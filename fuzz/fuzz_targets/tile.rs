//! Tiles, bundles and edges are as many bytes as they say, and no length prefix makes memory.
#![no_main]

use libfuzzer_sys::fuzz_target;
use orebook_tlog::{Edge, decode_bundle, decode_tile, encode_bundle, encode_tile};

fuzz_target!(|input: (u16, u64, &[u8])| {
    let (width, size, bytes) = input;
    let width = width % 257;
    if let Ok(hashes) = decode_tile(bytes, width) {
        assert_eq!(encode_tile(&hashes), bytes);
    }
    if let Ok(entries) = decode_bundle(bytes, width) {
        assert_eq!(encode_bundle(&entries).as_deref(), Ok(bytes));
    }
    if let Ok(edge) = Edge::from_bytes(size, bytes) {
        assert_eq!((edge.size(), edge.to_bytes().as_slice()), (size, bytes));
    }
});
