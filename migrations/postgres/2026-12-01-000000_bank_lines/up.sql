-- What the bank says that it booked, each line once. Whether the register has booked it follows from the register;
-- `booked_at` says when that was first found, and spares looking again. What was set aside keeps its row.
create table bank_line (
    id text collate "C" not null primary key,
    account text collate "C" not null,
    currency text collate "C" not null,
    statement text collate "C" not null,
    entry bigint not null,
    detail bigint,
    day text collate "C" not null,
    direction text collate "C" not null,
    amount bigint not null,
    reference text collate "C" not null,
    bank_reference text collate "C",
    entry_reference text collate "C",
    end_to_end_id text collate "C",
    creditor_reference text collate "C",
    instruction_id text collate "C",
    payments_id text collate "C",
    return_reason text collate "C",
    charges bigint,
    code text collate "C",
    reversal bigint not null,
    transactions bigint not null,
    parts_told bigint,
    parts_sum bigint,
    told_at bigint not null,
    booked_at bigint,
    aside_at bigint,
    aside_reason text collate "C",
    aside_by text collate "C"
);
create index bank_line_by_day on bank_line (day, id);
create index bank_line_open on bank_line (day, id) where booked_at is null;
