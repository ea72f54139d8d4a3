-- Which evidence files of a declaration are stored. The files stand elsewhere, under their digests; what was erased keeps
-- its row, so that it does not come back.
create table evidence (
    declaration text collate "C" not null,
    digest text collate "C" not null,
    size bigint not null,
    media_type text collate "C" not null,
    organisation text collate "C" not null,
    actor text collate "C" not null,
    stored_at bigint not null,
    erased_at bigint,
    primary key (declaration, digest)
);
create index evidence_by_digest on evidence (digest);
