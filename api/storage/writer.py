"""Writes in the background what may be written a moment later, so that a reply never waits for the database."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

log = logging.getLogger(__name__)

Job = Callable[[Session], None]
MAX_WAITING = 2000  # jobs; a turn with its replies is some 5 kB
# Seconds that a job waits when nothing was waiting: the reply it belongs to is sent meanwhile, on the same interpreter.
REPLY_FIRST = 0.01
RETRY_AFTER = 1.0  # seconds, while the database does not take anything


class Writer:
    """A bounded queue and one thread. While the database is away, jobs wait; when the queue is full, new ones are lost.

    `lost` counts them; `broken` says whether the last attempt failed because the database was away.
    """

    def __init__(self, write: Callable[[], AbstractContextManager[Session]], max_waiting: int = MAX_WAITING) -> None:
        self._write = write
        self._max_waiting = max_waiting
        self._jobs: deque[Job] = deque()
        self._changed = threading.Condition()
        self._stopping = False
        self._thread: threading.Thread | None = None
        self.broken = False
        self.lost = 0

    @property
    def waiting(self) -> int:
        return len(self._jobs)

    def put(self, job: Job) -> bool:
        """Queue a job, without waiting. False when it is lost, because the queue is full or closed."""
        with self._changed:
            if self._stopping or len(self._jobs) >= self._max_waiting:
                self._lose(1, "de wachtrij is vol")
                return False
            self._jobs.append(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="storage-writer", daemon=True)
                self._thread.start()
            self._changed.notify_all()
            return True

    def flush(self, timeout: float) -> bool:
        """Wait until everything queued has been written; False when that took longer than `timeout` seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._jobs, timeout)

    def close(self, timeout: float = 5.0) -> None:
        """Write what waits, and end the thread. What has not been written in time is counted as lost."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        if self._thread is None:
            return
        deadline = time.monotonic() + timeout
        self.flush(timeout)
        with self._changed:
            if self._jobs:
                self._lose(len(self._jobs), "de dienst stopt")
                self._jobs.clear()
            self._changed.notify_all()
        self._thread.join(max(0.1, deadline - time.monotonic()))

    def _lose(self, count: int, why: str) -> None:
        self.lost += count
        log.error("Niet bewaard: %d onderdelen, want %s (in totaal %d)", count, why, self.lost)

    def _run(self) -> None:
        while True:
            with self._changed:
                if not self._jobs:
                    self._changed.wait_for(lambda: self._jobs or self._stopping)
                    self._changed.wait_for(lambda: self._stopping, REPLY_FIRST)
                if not self._jobs:
                    return
                job = self._jobs[0]  # stays in the queue until it is done, so that `flush` waits for it
            if self._done(job):
                with self._changed:
                    if self._jobs:  # `close` may have given up on it
                        self._jobs.popleft()
                    self._changed.notify_all()
            else:
                with self._changed:
                    self._changed.wait_for(lambda: self._stopping, RETRY_AFTER)
                    if self._stopping and not self._jobs:
                        return

    def _done(self, job: Job) -> bool:
        """True when there is nothing left to do for this job: it was written, or it never will be."""
        try:
            with self._write() as session:
                job(session)
        except OperationalError as error:
            if not self.broken:
                log.error("De opslag neemt niets aan; wat wacht wordt later geschreven: %s", error.orig)
            self.broken = True
            return False
        except Exception as error:  # this job is wrong; without its content, which may be what somebody told us
            self._lose(1, f"schrijven mislukte ({type(error).__name__})")
            return True
        if self.broken:
            log.warning("De opslag werkt weer")
        self.broken = False
        return True
