drop index letter_due;
drop table letter;
