-- Whom organisations are reached by. Outside the log, so that it can be erased; the log names it by its digest alone.
create table contact_details (
    digest text collate "C" not null primary key,
    organisation text collate "C" not null,
    salt text collate "C" not null,
    content text collate "C" not null,
    kept_at bigint not null
);
