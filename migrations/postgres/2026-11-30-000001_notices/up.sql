-- Letters that wait to be sent, and what became of the others. `state`: waiting, sent or dead. The id is the local part
-- of the letter's Message-ID, so that a letter which is sent again after a crash is known as the same.
create table letter (
    id text collate "C" not null primary key,
    kind text collate "C" not null,
    organisation text collate "C",
    person text collate "C",
    name text collate "C" not null,
    address text collate "C" not null,
    language text collate "C" not null,
    facts text collate "C" not null,
    made_at bigint not null,
    due_at bigint not null,
    ends_at bigint,
    tries integer not null,
    state text collate "C" not null,
    failure text collate "C",
    sent_at bigint
);
create index letter_due on letter (state, due_at, id);
