#!/bin/sh
# Makes the passwords of compose.yml, once. Files that are there stay as they are. Run it as root: each file belongs to
# whom reads it in its container.
set -eu
umask 077
cd "$(dirname "$0")"
mkdir -p secrets
random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
[ -s secrets/postgres_password ] || random >secrets/postgres_password
[ -s secrets/register_password ] || random >secrets/register_password
printf 'database:5432:*:orebook:%s\n' "$(cat secrets/register_password)" >secrets/register_passfile
# The server of the database reads as its own user, 999; the register as 10001. libpq refuses a file that others may read.
chown 999 secrets/postgres_password secrets/register_password
chown 10001 secrets/register_passfile
