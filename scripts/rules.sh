#!/usr/bin/env bash
# What must never be in the source: bandit's list, and our own rules with their examples. Nothing goes over the network.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/scan_tools.sh semgrep
.venv/bin/bandit --quiet --recursive --configfile pyproject.toml src
map=$(mktemp -d)
trap 'rm -rf "$map"' EXIT
# its settings go to a folder of their own, for it looks in the home folder whether it may send what it found
export HOME=$map SEMGREP_SEND_METRICS=off SEMGREP_ENABLE_VERSION_CHECK=0 PATH="$PWD/.venv/scan/semgrep/bin:$PATH"
stil=(--metrics=off --disable-version-check)
semgrep scan "${stil[@]}" --test scripts/scan/regels >"$map/proef" 2>&1 || { cat "$map/proef"; exit 1; }
semgrep scan "${stil[@]}" --quiet --error --strict --no-git-ignore --config scripts/scan/regels src
semgrep scan "${stil[@]}" --quiet --error --strict --no-git-ignore --config scripts/scan/regels/reizen.yml tests/journeys
