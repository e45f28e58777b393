"""A log file that another process keeps open: put aside by day, and removed when it is old enough."""

import os
import shutil
from datetime import date, timedelta
from pathlib import Path


def rotate(file: Path, days: int, today: date) -> int:
    """Put aside what was written before today, and remove what is older than `days`. How many files were removed.

    A file put aside is named after the day before that on which it was, so its lines are of that day or earlier.
    """
    if file.exists() and file.stat().st_size:
        aside = _aside(file, today - timedelta(days=1))
        if not aside.exists():
            shutil.copyfile(file, aside)
            os.truncate(file, 0)  # who writes has it open to append
    old = [path for path in file.parent.glob(f"{file.name}.*") if _day(path) < today - timedelta(days=days)]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _aside(file: Path, day: date) -> Path:
    return file.with_name(f"{file.name}.{day.isoformat()}")


def _day(path: Path) -> date:
    try:
        return date.fromisoformat(path.suffix[1:])
    except ValueError:  # not one of ours
        return date.max
