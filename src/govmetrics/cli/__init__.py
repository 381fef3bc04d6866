"""The command line."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run the command line of this process and exit with its status."""
    # Imports make only objects that stay; looking through them for garbage takes a twentieth of a short run.
    gc.disable()
    try:
        from govmetrics.cli.app import run
    except KeyboardInterrupt:
        sys.exit(130)
    _end_tidily()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(run(sys.argv[1:]))


def _end_tidily() -> None:
    """Let SIGTERM end this process as any error does, with no unfinished file left; processes forked from it just end."""
    import os
    import signal

    def end(number: int, _frame: object) -> None:
        sys.exit(128 + number)

    signal.signal(signal.SIGTERM, end)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=lambda: signal.signal(signal.SIGTERM, signal.SIG_DFL))
