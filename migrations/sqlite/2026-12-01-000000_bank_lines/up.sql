-- What the bank says that it booked, each line once. Whether the register has booked it follows from the register;
-- `booked_at` says when that was first found, and spares looking again. What was set aside keeps its row.
create table bank_line (
    id text not null primary key,
    account text not null,
    currency text not null,
    statement text not null,
    entry integer not null,
    detail integer,
    day text not null,
    direction text not null,
    amount integer not null,
    reference text not null,
    bank_reference text,
    entry_reference text,
    end_to_end_id text,
    creditor_reference text,
    instruction_id text,
    payments_id text,
    return_reason text,
    charges integer,
    code text,
    reversal integer not null,
    transactions integer not null,
    parts_told integer,
    parts_sum integer,
    told_at integer not null,
    booked_at integer,
    aside_at integer,
    aside_reason text,
    aside_by text
) strict;
create index bank_line_by_day on bank_line (day, id);
create index bank_line_open on bank_line (day, id) where booked_at is null;
