# shellcheck shell=bash
# What every script here starts from: the project's folder, where a run may write, and how it speaks.

set -euo pipefail
shopt -s inherit_errexit

ROT="$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)"
cd -- "$ROT"

# A run leaves nothing outside .venv/ and var/, so that a checkout stays as git made it.
export XDG_CACHE_HOME="$ROT/var/cache"
export PYTHONPYCACHEPREFIX="$ROT/var/pycache"
export MYPY_CACHE_DIR="$ROT/var/mypy"
export RUFF_CACHE_DIR="$ROT/var/ruff"
export HYPOTHESIS_STORAGE_DIRECTORY="$ROT/var/hypothesis"

# Somebody else's Python settings must not decide which packages the app sees, nor have every process compile them all
# anew, as container images like to.
unset PYTHONPATH PYTHONHOME VIRTUAL_ENV PYTHONDONTWRITEBYTECODE

PY="$ROT/.venv/bin/python"
export PY

si() { printf '%s\n' "$*"; }

stopp() {
  printf '%s\n' "$*" >&2
  exit 1
}

mkdir -p var 2>/dev/null || true
[[ -w var ]] || stopp "Kan ikke skrive i $ROT/var. Er mappen laget av en annen bruker?"
