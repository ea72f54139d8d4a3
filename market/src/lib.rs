//! The order book: price-time matching over opaque ids and whole numbers. Knows no credits.
