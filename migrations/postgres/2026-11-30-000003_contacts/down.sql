drop table contact_details;
