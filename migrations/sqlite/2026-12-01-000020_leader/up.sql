-- Where the other servers of a register reach the one that leads, if it was told so.
alter table head add column leader text;
