-- The journal is the register; every other table is a view of it.

create table head (
    one integer not null primary key,
    epoch bigint not null,
    size bigint not null,
    root bytea not null,
    edge bytea not null,
    time bigint not null
);

-- The root of an empty tree is SHA-256 of nothing.
insert into head (one, epoch, size, root, edge, time)
values (1, 0, 0, '\xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', '\x', 0);

create table journal (
    sequence bigint not null primary key,
    time bigint not null,
    kind text collate "C" not null,
    organisation text collate "C",
    instruction text collate "C",
    entry bytea not null,
    leaf bytea not null
);
create index journal_instruction on journal (organisation, instruction);

create table subject (
    subject text collate "C" not null,
    sequence bigint not null,
    primary key (subject, sequence)
);

create table tile (
    level integer not null,
    idx bigint not null,
    hashes bytea not null,
    primary key (level, idx)
);

-- Hashes do not compress: stored as they are, without the attempt.
alter table tile alter column hashes set storage external;

create table retirement (
    id text collate "C" not null primary key,
    sequence bigint not null,
    time bigint not null,
    holder text collate "C" not null,
    beneficiary text collate "C" not null,
    mineral text collate "C" not null,
    programme text collate "C" not null,
    level text collate "C" not null,
    claim text collate "C" not null,
    mass bigint not null,
    producers text collate "C" not null,
    countries text collate "C" not null,
    years text collate "C" not null,
    search text collate "C" not null
);
create index retirement_sequence on retirement (sequence);

create table ended_block (
    batch text collate "C" not null,
    first bigint not null,
    last bigint not null,
    state text collate "C" not null,
    sequence bigint not null,
    retirement text collate "C",
    primary key (batch, first)
);

create table trade (
    id text collate "C" not null primary key,
    market text collate "C" not null,
    sequence bigint not null,
    time bigint not null,
    price bigint not null,
    mass bigint not null,
    gross bigint not null
);
create index trade_market on trade (market, sequence);

create table posting (
    sequence bigint not null,
    ordinal integer not null,
    account text collate "C" not null,
    currency text collate "C" not null,
    amount bigint not null,
    trade text collate "C",
    primary key (sequence, ordinal)
);
create index posting_account on posting (account, sequence);

create table outbox (
    sequence bigint not null,
    ordinal integer not null,
    kind text collate "C" not null,
    organisation text collate "C" not null,
    primary key (sequence, ordinal)
);
