-- Grievances: what people write. Outside the log, so that it can be erased; the log names a case by its digest alone.
-- Nothing of the sender is kept but what the sender writes.
create table grievance (
    id text not null primary key,
    digest text not null,
    receipt text not null,
    filed_at integer not null,
    kind text not null,
    severity text not null,
    about text,
    content text not null
) strict;
create index grievance_receipt on grievance (receipt);
create index grievance_filed on grievance (filed_at, id);

-- Notes of which an entry names the digest: their text can be erased, the digest cannot.
create table note (
    digest text not null primary key,
    salt text not null,
    content text not null
) strict;
