"""Starts a program that dies when its parent dies: `python child.py PARENT_PID PROGRAM ARGUMENTS…`.

A separate small program and not a `preexec_fn`, because code between fork and exec is unsafe in a process with threads.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1  # <linux/prctl.h>


def main() -> None:
    parent, *command = sys.argv[1:]
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != int(parent):  # it died before the line above took hold
        sys.exit(1)
    os.execv(command[0], command)


if __name__ == "__main__":
    main()
