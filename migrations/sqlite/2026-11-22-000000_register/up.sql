-- The journal is the register; every other table is a view of it.

create table head (
    one integer not null primary key,
    epoch integer not null,
    size integer not null,
    root blob not null,
    edge blob not null,
    time integer not null
) strict;

-- The root of an empty tree is SHA-256 of nothing.
insert into head (one, epoch, size, root, edge, time)
values (1, 0, 0, x'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', x'', 0);

create table journal (
    sequence integer not null primary key,
    time integer not null,
    kind text not null,
    organisation text,
    instruction text,
    entry blob not null,
    leaf blob not null
) strict;
create index journal_instruction on journal (organisation, instruction);

create table subject (
    subject text not null,
    sequence integer not null,
    primary key (subject, sequence)
) strict, without rowid;

create table tile (
    level integer not null,
    idx integer not null,
    hashes blob not null,
    primary key (level, idx)
) strict;

create table retirement (
    id text not null primary key,
    sequence integer not null,
    time integer not null,
    holder text not null,
    beneficiary text not null,
    mineral text not null,
    programme text not null,
    level text not null,
    claim text not null,
    mass integer not null,
    producers text not null,
    countries text not null,
    years text not null,
    search text not null
) strict;
create index retirement_sequence on retirement (sequence);

create table ended_block (
    batch text not null,
    first integer not null,
    last integer not null,
    state text not null,
    sequence integer not null,
    retirement text,
    primary key (batch, first)
) strict, without rowid;

create table trade (
    id text not null primary key,
    market text not null,
    sequence integer not null,
    time integer not null,
    price integer not null,
    mass integer not null,
    gross integer not null
) strict, without rowid;
create index trade_market on trade (market, sequence);

create table posting (
    sequence integer not null,
    ordinal integer not null,
    account text not null,
    currency text not null,
    amount integer not null,
    trade text,
    primary key (sequence, ordinal)
) strict, without rowid;
create index posting_account on posting (account, sequence);

create table outbox (
    sequence integer not null,
    ordinal integer not null,
    kind text not null,
    organisation text not null,
    primary key (sequence, ordinal)
) strict, without rowid;
