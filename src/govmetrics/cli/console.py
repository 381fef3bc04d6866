"""The terminal: what language it wants, what it shows, and everything that goes to standard error."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO, TypeVar

from govmetrics.cli.sink import StandardOutput
from govmetrics.messages import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.errors import GovmetricsError

_Item = TypeVar("_Item")
# A path can hold a line break, or commands to the terminal.
_ESCAPES = {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))} | {0x0A: "\\n", 0x0D: "\\r", 0x09: "\\t"}


def complain(error: GovmetricsError, lang: str) -> None:
    """Print `error` on standard error, one line a place."""
    errors = getattr(error, "errors", None) or [error]
    for one in errors:
        message = " ".join(translate(lang, one.message).split("\n"))
        note(f"{one.place}: {message}" if one.place else message)


def note(line: str) -> None:
    """Print `line` on standard error, with escapes for what would break it; that nobody can see it is no error."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(line.translate(_ESCAPES) + "\n")
            sys.stderr.flush()


def show(text: str) -> None:
    """Print `text` on standard output.

    Raises:
        ClosedPipeError: nobody reads it.
    """
    StandardOutput().write(text)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether `stream` is open and a terminal."""
    return stream is not None and stream.isatty()


def capabilities() -> tuple[int, str | None]:
    """Width of the terminal on standard output, and Rich's name of its colour system (None for no colour)."""
    from rich.console import Console

    console = Console()
    colour = None if console.no_color or console.legacy_windows else console.color_system
    return console.width, colour


def progress(items: Iterator[_Item], total: int) -> Iterator[_Item]:
    """`items`, with a bar on standard error that moves as they come."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    # Without its own thread, which processes that are forked later would inherit half-way.
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True) as bar:
        task = bar.add_task("", total=total)
        for item in items:
            yield item
            bar.advance(task)
            bar.refresh()
