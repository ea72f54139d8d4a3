-- Whom organisations are reached by. Outside the log, so that it can be erased; the log names it by its digest alone.
create table contact_details (
    digest text not null primary key,
    organisation text not null,
    salt text not null,
    content text not null,
    kept_at integer not null
) strict;
