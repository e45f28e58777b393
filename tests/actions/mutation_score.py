"""What `make mutation` found: per module how many of the changes the tests noticed, and which they did not."""

import json
from pathlib import Path

MUTANTS = Path("mutants")
SURVIVED, NO_TESTS = 0, 33  # mutmut's exit codes; None: not run


def main() -> None:
    total = killed = 0
    for meta in sorted(MUTANTS.rglob("*.meta")):
        codes: dict[str, int | None] = json.loads(meta.read_text(encoding="utf-8"))["exit_code_by_key"]
        run = {name: code for name, code in codes.items() if code is not None}
        alive = [name for name, code in run.items() if code in (SURVIVED, NO_TESTS)]
        if not run:
            continue
        total, killed = total + len(run), killed + len(run) - len(alive)
        module = meta.relative_to(MUTANTS).with_suffix("")
        print(f"{module!s:<56}{len(run) - len(alive):>5} of {len(run):<5}{(len(run) - len(alive)) / len(run):>7.1%}")
        for name in alive:
            print(f"    {name}")
    print(f"{'all that was run':<56}{killed:>5} of {total:<5}{killed / max(total, 1):>7.1%}")


if __name__ == "__main__":
    main()
