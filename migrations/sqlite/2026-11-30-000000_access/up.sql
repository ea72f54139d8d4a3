-- Which organisations an entry concerns: `reads` says whether they may read it whole, or are only told their own part.
create table involved (
    organisation text not null,
    sequence integer not null,
    reads text not null,
    primary key (organisation, sequence)
) strict, without rowid;

-- People who log in, each for one organisation.
create table person (
    id text not null primary key,
    organisation text not null,
    email text not null,
    name text not null,
    language text not null,
    role text not null,
    made_at integer not null,
    ended_at integer,
    unsubscribed text not null
) strict;
create index person_by_email on person (email);
create index person_of on person (organisation);

-- Single-use links by e-mail, known by the hash of their secret. `kind`: login or invitation.
create table link (
    hash blob not null primary key,
    kind text not null,
    person text,
    organisation text,
    email text not null,
    name text,
    language text,
    role text,
    made_by text,
    made_at integer not null,
    ends_at integer not null,
    used_at integer
) strict;

-- Sessions, known by the hash of their cookie.
create table session (
    hash blob not null primary key,
    person text not null,
    made_at integer not null,
    used_at integer not null,
    ends_at integer not null
) strict;
create index session_of on session (person);

-- Programs that ask for access tokens.
create table client (
    id text not null primary key,
    organisation text not null,
    name text not null,
    scope text not null,
    made_at integer not null,
    revoked_at integer
) strict;

-- Their keys: a did:key each.
create table client_key (
    client text not null,
    public_key text not null,
    made_at integer not null,
    revoked_at integer,
    primary key (client, public_key)
) strict, without rowid;

-- Client assertions that were used: each counts once.
create table assertion (
    jti text not null primary key,
    ends_at integer not null
) strict;

-- Who logged in, was refused, changed a key or a setting, exported or read what is private. An id begins with its time.
create table security_log (
    organisation text not null,
    id text not null,
    time integer not null,
    actor text not null,
    kind text not null,
    subject text not null,
    primary key (organisation, id)
) strict, without rowid;
