drop table note;
drop table grievance;
