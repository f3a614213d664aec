#!/usr/bin/env bash
# What the tests need beside Python: a browser and the PDF tools. Installed from Debian when that is possible.
set -euo pipefail
nodig=()
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || nodig+=(chromium)
command -v pdftotext >/dev/null 2>&1 || nodig+=(poppler-utils)
[ ${#nodig[@]} -eq 0 ] && exit 0
if command -v apt-get >/dev/null 2>&1 && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
  als=(); [ "$(id -u)" = 0 ] || als=(sudo)
  echo "Installeren voor de tests: ${nodig[*]} ..."
  "${als[@]}" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "${als[@]}" apt-get install -y -qq "${nodig[@]}" >/dev/null && exit 0
fi
printf 'Voor de tests ontbreekt: %s. Installeer dat en probeer het opnieuw.\n' "${nodig[*]}" >&2
printf 'The tests need: %s. Install that and try again.\n' "${nodig[*]}" >&2
exit 1
