#!/usr/bin/env bash
# Serves https://127.0.0.1:$PORT/graphql over the rivals' database, as their harness starts every server: what it expects
# of a folder under $B/peers. The program stands beside this script.
here=$(dirname "$(readlink -f "$0")")
umask 077
[ -e "$here/keys" ] || "$here/server" serve --new-keys-file "$here/keys" >/dev/null
exec "$here/server" serve --migrate --anonymous-role SYSTEM_CLIENT \
    --database-url "postgresql://$PGUSER@$PGHOST:$PGPORT/$PGDATABASE" \
    --port "$PORT" --certificate "$B/cert.pem" --key "$B/key.pem" --keys-file "$here/keys"
