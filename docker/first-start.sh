#!/bin/sh
# Makes what `docket serve` needs and nobody has given: the keys that seal personal data, and a certificate for localhost.
set -eu

if [ ! -e "$DOCKET_KEYS_FILE" ]; then
    docket serve --new-keys-file "$DOCKET_KEYS_FILE"
fi
if [ ! -e "$DOCKET_TLS_CERTIFICATE" ]; then
    umask 077
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -days 365 -subj '/CN=localhost' \
        -addext 'subjectAltName=DNS:localhost,IP:127.0.0.1' \
        -keyout "$DOCKET_TLS_KEY" -out "$DOCKET_TLS_CERTIFICATE" 2>/dev/null
    echo "A certificate for localhost is in $DOCKET_TLS_CERTIFICATE; replace it and its key by your own."
fi
