-- Where organisations are told of what concerns them. `secret` signs deliveries, so it is kept as it is; the one before
-- it signs beside it until `previous_until`. `delivered` is the last entry that was told, or passed over.
create table webhook (
    id text collate "C" not null primary key,
    organisation text collate "C" not null,
    url text collate "C" not null,
    types text collate "C" not null,
    secret text collate "C" not null,
    previous_secret text collate "C",
    previous_until bigint,
    made_at bigint not null,
    version bigint not null,
    state text collate "C" not null,
    reason text collate "C",
    delivered bigint not null,
    tries bigint not null,
    retry_at bigint
);
create index webhook_of on webhook (organisation);

-- Attempts to deliver, without what was sent. An id begins with its time.
create table webhook_attempt (
    webhook text collate "C" not null,
    id text collate "C" not null,
    time bigint not null,
    message text collate "C" not null,
    type text collate "C" not null,
    status bigint,
    duration bigint not null,
    failure text collate "C",
    primary key (webhook, id)
);
