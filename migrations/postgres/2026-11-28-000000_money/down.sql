drop table payout_file;
drop table payout_detail;
drop table trade_block;
drop index posting_statement;
alter table posting drop column payout;
alter table posting drop column plan;
