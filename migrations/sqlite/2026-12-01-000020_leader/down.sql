alter table head drop column leader;
