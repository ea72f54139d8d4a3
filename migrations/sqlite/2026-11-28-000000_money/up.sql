-- What a movement of money belongs to, besides its trade.
alter table posting add column plan text;
alter table posting add column payout text;

-- A statement is one walk of an account in one currency, oldest first.
create index posting_statement on posting (account, currency, sequence, ordinal);

-- The blocks that each trade delivered: of orders and of deals alike.
create table trade_block (
    trade text not null,
    ordinal integer not null,
    batch text not null,
    first integer not null,
    last integer not null,
    primary key (trade, ordinal)
) strict, without rowid;

-- Where payees are paid. Outside the log, so that it can be erased; the log names it by its digest alone.
create table payout_detail (
    digest text not null primary key,
    organisation text not null,
    salt text not null,
    content text not null
) strict;

-- What was handed to the bank: made once for each approval, and never again.
create table payout_file (
    id text not null primary key,
    digest text not null,
    content blob not null,
    made_at integer not null
) strict;
