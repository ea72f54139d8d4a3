-- Letters that wait to be sent, and what became of the others. `state`: waiting, sent or dead. The id is the local part
-- of the letter's Message-ID, so that a letter which is sent again after a crash is known as the same.
create table letter (
    id text not null primary key,
    kind text not null,
    organisation text,
    person text,
    name text not null,
    address text not null,
    language text not null,
    facts text not null,
    made_at integer not null,
    due_at integer not null,
    ends_at integer,
    tries integer not null,
    state text not null,
    failure text,
    sent_at integer
) strict;
create index letter_due on letter (state, due_at, id);
