drop index bank_line_open;
drop index bank_line_by_day;
drop table bank_line;
