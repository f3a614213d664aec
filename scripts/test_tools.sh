#!/usr/bin/env bash
# What the tests need beside Python: a browser and the PDF tools. Installed from Debian when that is possible.
# With `beelden` also the browser's Dutch, so that pictures show days as people here see them.
set -euo pipefail
nodig=()
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || nodig+=(chromium)
command -v pdftotext >/dev/null 2>&1 || nodig+=(poppler-utils)
[ "${1:-}" != beelden ] || [ -e /usr/lib/chromium/locales/nl.pak ] || nodig+=(chromium-l10n)
[ ${#nodig[@]} -eq 0 ] && exit 0
if command -v apt-get >/dev/null 2>&1 && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
  als=(); [ "$(id -u)" = 0 ] || als=(sudo)
  echo "Installeren voor de tests: ${nodig[*]} ..."
  "${als[@]}" apt-get update -qq && DEBIAN_FRONTEND=noninteractive "${als[@]}" apt-get install -y -qq "${nodig[@]}" >/dev/null && exit 0
fi
printf 'Voor de tests ontbreekt: %s. Installeer dat en probeer het opnieuw.\n' "${nodig[*]}" >&2
printf 'The tests need: %s. Install that and try again.\n' "${nodig[*]}" >&2
exit 1
