-- Where organisations are told of what concerns them. `secret` signs deliveries, so it is kept as it is; the one before
-- it signs beside it until `previous_until`. `delivered` is the last entry that was told, or passed over.
create table webhook (
    id text not null primary key,
    organisation text not null,
    url text not null,
    types text not null,
    secret text not null,
    previous_secret text,
    previous_until integer,
    made_at integer not null,
    version integer not null,
    state text not null,
    reason text,
    delivered integer not null,
    tries integer not null,
    retry_at integer
) strict;
create index webhook_of on webhook (organisation);

-- Attempts to deliver, without what was sent. An id begins with its time.
create table webhook_attempt (
    webhook text not null,
    id text not null,
    time integer not null,
    message text not null,
    type text not null,
    status integer,
    duration integer not null,
    failure text,
    primary key (webhook, id)
) strict, without rowid;
