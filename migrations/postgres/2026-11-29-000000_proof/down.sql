drop table cosigned;
drop index auditor_use_of;
drop table auditor_use;
drop table auditor_token;
