-- What a movement of money belongs to, besides its trade.
alter table posting add column plan text collate "C";
alter table posting add column payout text collate "C";

-- A statement is one walk of an account in one currency, oldest first.
create index posting_statement on posting (account, currency, sequence, ordinal);

-- The blocks that each trade delivered: of orders and of deals alike.
create table trade_block (
    trade text collate "C" not null,
    ordinal integer not null,
    batch text collate "C" not null,
    first bigint not null,
    last bigint not null,
    primary key (trade, ordinal)
);

-- Where payees are paid. Outside the log, so that it can be erased; the log names it by its digest alone.
create table payout_detail (
    digest text collate "C" not null primary key,
    organisation text collate "C" not null,
    salt text collate "C" not null,
    content text collate "C" not null
);

-- What was handed to the bank: made once for each approval, and never again.
create table payout_file (
    id text collate "C" not null primary key,
    digest text collate "C" not null,
    content bytea not null,
    made_at bigint not null
);
