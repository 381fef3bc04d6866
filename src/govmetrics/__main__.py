"""`python -m govmetrics`: the same as the command."""

from __future__ import annotations

from govmetrics.cli import main

if __name__ == "__main__":
    main()
