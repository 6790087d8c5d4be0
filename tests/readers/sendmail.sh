#!/bin/sh
# A program that sends mail, for tests: `sendmail.sh FOLDER FROM TO`. It keeps what it takes in FOLDER as
# the server of the other tests does, and does to some mails what their address calls for.
set -eu
folder=$1 from=$2 to=$3

keep() {
    { printf 'X-Envelope: %s -> %s\r\n' "$from" "$to" && cat; } >"$folder/$$.part"
    mv "$folder/$$.part" "$folder/$$.eml"
}

case $to in
*@refused.test) cat >/dev/null && echo "no such user" >&2 && exit 67 ;;
*@later.test) cat >/dev/null && echo "busy" >&2 && exit 75 ;;
*@drop.test) keep && kill -KILL $$ ;;
*@slow.test) sleep 0.2 && keep ;;
*@deaf.test) sleep 0.1 && exit 0 ;;
*@rude.test) exit 65 ;;
*@chatty.test) keep && yes "a warning" | head -n 100000 >&2 ;;
*) keep ;;
esac
