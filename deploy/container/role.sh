#!/bin/sh
# Run once by the image of PostgreSQL, in an empty cluster: the register's role, which is no superuser, and its database.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$(cat /run/secrets/register_password)" --username postgres <<'SQL'
create role orebook login password :'password';
create database orebook owner orebook template template0 encoding 'UTF8' locale 'C';
SQL
