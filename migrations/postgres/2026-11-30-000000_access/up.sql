-- Which organisations an entry concerns: `reads` says whether they may read it whole, or are only told their own part.
create table involved (
    organisation text collate "C" not null,
    sequence bigint not null,
    reads text collate "C" not null,
    primary key (organisation, sequence)
);

-- People who log in, each for one organisation.
create table person (
    id text collate "C" not null primary key,
    organisation text collate "C" not null,
    email text collate "C" not null,
    name text collate "C" not null,
    language text collate "C" not null,
    role text collate "C" not null,
    made_at bigint not null,
    ended_at bigint,
    unsubscribed text collate "C" not null
);
create index person_by_email on person (email);
create index person_of on person (organisation);

-- Single-use links by e-mail, known by the hash of their secret. `kind`: login or invitation.
create table link (
    hash bytea not null primary key,
    kind text collate "C" not null,
    person text collate "C",
    organisation text collate "C",
    email text collate "C" not null,
    name text collate "C",
    language text collate "C",
    role text collate "C",
    made_by text collate "C",
    made_at bigint not null,
    ends_at bigint not null,
    used_at bigint
);

-- Sessions, known by the hash of their cookie.
create table session (
    hash bytea not null primary key,
    person text collate "C" not null,
    made_at bigint not null,
    used_at bigint not null,
    ends_at bigint not null
);
create index session_of on session (person);

-- Programs that ask for access tokens.
create table client (
    id text collate "C" not null primary key,
    organisation text collate "C" not null,
    name text collate "C" not null,
    scope text collate "C" not null,
    made_at bigint not null,
    revoked_at bigint
);

-- Their keys: a did:key each.
create table client_key (
    client text collate "C" not null,
    public_key text collate "C" not null,
    made_at bigint not null,
    revoked_at bigint,
    primary key (client, public_key)
);

-- Client assertions that were used: each counts once.
create table assertion (
    jti text collate "C" not null primary key,
    ends_at bigint not null
);

-- Who logged in, was refused, changed a key or a setting, exported or read what is private. An id begins with its time.
create table security_log (
    organisation text collate "C" not null,
    id text collate "C" not null,
    time bigint not null,
    actor text collate "C" not null,
    kind text collate "C" not null,
    subject text collate "C" not null,
    primary key (organisation, id)
);
