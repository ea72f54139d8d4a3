-- Grievances: what people write. Outside the log, so that it can be erased; the log names a case by its digest alone.
-- Nothing of the sender is kept but what the sender writes.
create table grievance (
    id text collate "C" not null primary key,
    digest text collate "C" not null,
    receipt text collate "C" not null,
    filed_at bigint not null,
    kind text collate "C" not null,
    severity text collate "C" not null,
    about text collate "C",
    content text collate "C" not null
);
create index grievance_receipt on grievance (receipt);
create index grievance_filed on grievance (filed_at, id);

-- Notes of which an entry names the digest: their text can be erased, the digest cannot.
create table note (
    digest text collate "C" not null primary key,
    salt text collate "C" not null,
    content text collate "C" not null
);
