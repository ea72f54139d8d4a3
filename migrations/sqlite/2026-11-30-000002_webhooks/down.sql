drop table webhook_attempt;
drop index webhook_of;
drop table webhook;
