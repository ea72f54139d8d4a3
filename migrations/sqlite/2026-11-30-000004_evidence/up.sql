-- Which evidence files of a declaration are stored. The files stand elsewhere, under their digests; what was erased keeps
-- its row, so that it does not come back.
create table evidence (
    declaration text not null,
    digest text not null,
    size integer not null,
    media_type text not null,
    organisation text not null,
    actor text not null,
    stored_at integer not null,
    erased_at integer,
    primary key (declaration, digest)
) strict, without rowid;
create index evidence_by_digest on evidence (digest);
