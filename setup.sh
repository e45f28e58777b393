#!/usr/bin/env bash
# Makes the two Python environments. Does nothing when they already are what their lock files say.
#   ./setup.sh         both, side by side
#   ./setup.sh main    .venv      Python 3.11 or newer: knowledge, actions, api
#   ./setup.sh bot     bot/.venv  Python 3.10: the Rasa process (Rasa 3.6 runs on nothing newer)
set -euo pipefail
cd "$(dirname "$0")"

UV=uv==0.13.9 # installs a lock file many times faster than pip, and can fetch a Python 3.10

fail() { echo "setup: $*" >&2; exit 1; }

works() { "$1" -c "import sys; sys.exit(not ($2))" 2>/dev/null; }

main_python() {
    for name in python3.11 python3.12 python3.13 python3; do
        if works "$name" "(3, 11) <= sys.version_info < (3, 14)"; then command -v "$name"; return; fi
    done
    fail "Python 3.11, 3.12 or 3.13 is needed and was not found; install it and run this again."
}

bot_python() {
    local candidate
    for candidate in python3.10 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.10.*/bin/python3.10; do
        if works "$candidate" "sys.version_info[:2] == (3, 10)"; then command -v "$candidate"; return; fi
    done
    .venv/bin/uv python install -q 3.10 2>/dev/null && .venv/bin/uv python find -q 3.10 2>/dev/null && return
    fail "Python 3.10 is needed for the dialogue engine (Rasa), was not found and could not be fetched; install it (for example with pyenv) and run this again."
}

# The stamp is a hash of what the environment is made of, so that nothing is done twice and no date matters.
stamp() { cat "$1" setup.sh | sha256sum | cut -c1-16; }

is_ready() { [ -f "$1/.ready" ] && [ "$(cat "$1/.ready")" = "$2" ]; }

# make_venv FINDER VENV: the finder says in one sentence what is missing, and nothing more is said then
make_venv() {
    local python
    [ -x "$2/bin/python" ] && return
    python=$("$1") || exit 1
    "$python" -m venv "$2" || fail "could not make $2; is the venv module of Python installed?"
}

make_uv() {
    make_venv main_python .venv
    [ -x .venv/bin/uv ] || .venv/bin/python -m pip install -q "$UV" 2>/dev/null || fail "could not download uv; is this machine online?"
}

# install VENV LOCK; bytecode is compiled here so that the first start is as fast as the second
install() {
    .venv/bin/uv pip install -q --python "$1/bin/python" --compile-bytecode --no-deps --require-hashes -r "$2" \
        || fail "could not download the packages of $2; check the connection and run this again."
}

make_main() {
    local want; want=$(stamp requirements.lock)
    is_ready .venv "$want" && return
    echo "setup: making .venv (a minute or two, once)"
    install .venv requirements.lock
    # Apart from the lock: which build of torch fits differs by machine. It makes the model and serves nothing.
    .venv/bin/python -m pip install -q torch==2.13.0 2>/dev/null || fail "could not download torch; check the connection and run this again."
    echo "$want" >.venv/.ready
}

make_bot() {
    local want; want=$(stamp bot/requirements.lock)
    is_ready bot/.venv "$want" && return
    echo "setup: making bot/.venv (a minute or two, once)"
    make_venv bot_python bot/.venv
    install bot/.venv bot/requirements.lock
    echo "$want" >bot/.venv/.ready
}

make_uv
case "${1:-all}" in
    main) make_main ;;
    bot) make_bot ;;
    all)
        make_bot & bot=$!
        make_main & main=$!
        wait "$main" && wait "$bot"
        ;;
    *) fail "say main, bot or nothing" ;;
esac
