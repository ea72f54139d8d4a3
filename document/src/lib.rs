//! Signed documents: JCS, eddsa-jcs-2022, did:key. Knows no credits.
