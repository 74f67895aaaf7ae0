#!/usr/bin/env bash
# Install chromium on Debian or Ubuntu, for the tests marked `browser`. Does nothing where it is already.
set -euo pipefail

if command -v chromium >/dev/null; then
    echo "chromium is here already: $(command -v chromium)"
    exit 0
fi
if ! command -v apt-get >/dev/null; then
    echo "Install chromium by your system's own means, so that \`chromium\` is on the PATH." >&2
    exit 1
fi

as_root=()
if [ "$(id -u)" != 0 ]; then
    as_root=(sudo -n)
    if ! sudo -n true 2>/dev/null; then
        echo "Installing chromium needs root: run \`sudo scripts/install-browser.sh\`." >&2
        exit 1
    fi
fi
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends chromium >/dev/null
echo "Installed $(chromium --version)"
