-- Who may read entry bundles: the token itself is known to its auditor alone.
create table auditor_token (
    id text collate "C" not null primary key,
    name text collate "C" not null,
    hash bytea not null,
    made_at bigint not null,
    revoked_at bigint
);

-- What was read with it.
create table auditor_use (
    id text collate "C" not null primary key,
    token text collate "C" not null,
    time bigint not null,
    resource text collate "C" not null
);
create index auditor_use_of on auditor_use (token, time);

-- Checkpoints that witnesses have cosigned: the note with every cosignature that came.
create table cosigned (
    size bigint not null primary key,
    note text collate "C" not null
);
