-- Who may read entry bundles: the token itself is known to its auditor alone.
create table auditor_token (
    id text not null primary key,
    name text not null,
    hash blob not null,
    made_at integer not null,
    revoked_at integer
) strict;

-- What was read with it.
create table auditor_use (
    id text not null primary key,
    token text not null,
    time integer not null,
    resource text not null
) strict;
create index auditor_use_of on auditor_use (token, time);

-- Checkpoints that witnesses have cosigned: the note with every cosignature that came.
create table cosigned (
    size integer not null primary key,
    note text not null
) strict;
