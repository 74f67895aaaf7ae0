#!/usr/bin/env bash
# Install LibreOffice Calc and Writer on Debian or Ubuntu, for the tests marked `office`. Does nothing where both are.
set -euo pipefail

programs=$(dirname "$(readlink -f "$(command -v soffice || echo /none)")")
if [ -e "$programs/libsclo.so" ] && [ -e "$programs/libswlo.so" ]; then
    echo "LibreOffice is here already: $(command -v soffice)"
    exit 0
fi
if ! command -v apt-get >/dev/null; then
    echo "Install LibreOffice by your system's own means, so that \`soffice\` is on the PATH." >&2
    exit 1
fi

as_root=()
if [ "$(id -u)" != 0 ]; then
    as_root=(sudo -n)
    if ! sudo -n true 2>/dev/null; then
        echo "Installing LibreOffice needs root: run \`sudo scripts/install-office.sh\`." >&2
        exit 1
    fi
fi
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui libreoffice-writer-nogui >/dev/null
echo "Installed $(soffice --version)"
