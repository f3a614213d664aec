#!/usr/bin/env bash
# The scanners, each in an environment of its own: they bring hundreds of packages that Passend itself must not meet.
# What is installed is locked with hashes in scripts/scan; does nothing when nothing changed.
set -euo pipefail
cd "$(dirname "$0")/.."
for naam in "$@"; do
  slot=scripts/scan/$naam.lock map=.venv/scan/$naam
  som=$(sha256sum < "$slot")
  [ "$(cat "$map/klaar" 2>/dev/null || true)" = "$som" ] && continue
  echo "Ophalen om te controleren: $naam (eenmalig) ..."
  rm -rf "$map"
  .venv/bin/python -m venv --without-pip "$map"
  UV_SYSTEM_CERTS=1 .venv/bin/python -m uv pip install --quiet -p "$map/bin/python" --require-hashes -r "$slot" || {
    echo "Een pakket is niet op te halen of klopt niet. Is er internet? Probeer het daarna opnieuw." >&2
    exit 1
  }
  echo "$som" > "$map/klaar"
done
