//! Pages of a history, newest first, by keyset: a page begins where the last one ended, so it costs
//! the same at any depth, and nothing shifts when new rows arrive in the meantime.

/// Which part of a history is asked for. `K` is the key of the row at which the last page ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<K> {
    pub(crate) before: Option<K>,
    pub(crate) limit: i64,
}

impl<K> Page<K> {
    /// The newest rows, at most `limit` of them.
    pub fn newest(limit: i64) -> Self {
        Self { before: None, limit: limit.max(0) }
    }

    /// The newest rows older than the one with this key, at most `limit` of them.
    pub fn before(key: K, limit: i64) -> Self {
        Self { before: Some(key), limit: limit.max(0) }
    }
}

/// Key of rows that carry an id of their own: several can share an entry, and ids tell them apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PageKey {
    /// Entry that recorded the row.
    pub sequence: i64,
    /// Id of the row.
    pub id: String,
}
