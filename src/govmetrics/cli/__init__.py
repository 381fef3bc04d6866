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
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(run(sys.argv[1:]))
