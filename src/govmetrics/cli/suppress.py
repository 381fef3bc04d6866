"""Which findings the `[[suppress]]` entries of a configuration let pass."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from govmetrics.cli.settings import Suppression
    from govmetrics.finding import Finding
    from govmetrics.model import Span

_EDGE: Final = frozenset(",。;:!?，；：！？\n")
_REACH: Final = 200
"""A clause that is longer is cut there, so that looking at one takes no longer in a text without marks."""


def relative(path: str | None, folder: str) -> str:
    """The path of a report from `folder`, with forward slashes; `-` for standard input."""
    if path is None:
        return "-"
    try:
        found = os.path.relpath(path, folder)
    except ValueError:
        found = os.path.abspath(path)
    return found.replace(os.sep, "/")


def folders(paths: Iterable[str]) -> list[str]:
    """The folders among the paths of a command line, all of whose reports are checked."""
    return [os.path.abspath(path) for path in paths if os.path.isdir(path)]


def is_below(path: str, folders: Iterable[str]) -> bool:
    """Whether `path` is one of `folders` or in one, all of them absolute."""
    return any(path == folder or path.startswith(os.path.join(folder, "")) for folder in folders)


def expired(entry: Suppression, today: date) -> bool:
    """Whether the last day on which `entry` holds has passed."""
    return entry.expires is not None and entry.expires < today


def concerns(entry: Suppression, path: str) -> bool:
    """Whether `entry` is about the report at `path`, which is counted from its folder.

    `*` stands for anything, slashes too; a pattern without a slash is one for the name alone, and one that ends in a
    slash is for all that the folder holds.
    """
    pattern = entry.path.removeprefix("./")
    if pattern.endswith("/"):
        pattern += "*"
    elif "/" not in pattern:
        path = path.rpartition("/")[2]
    return not pattern or fnmatchcase(path, pattern)


def split(findings: Iterable[Finding], entries: Sequence[Suppression], text: str) -> tuple[list[Finding], list[Suppression]]:
    """The findings in `text` that no entry lets pass, and the entries that let one pass."""
    left: list[Finding] = []
    used: list[Suppression] = []
    for finding in findings:
        entry = next((entry for entry in entries if _fits(entry, finding, text)), None)
        if entry is None:
            left.append(finding)
        elif entry not in used:
            used.append(entry)
    return left, used


def _fits(entry: Suppression, finding: Finding, text: str) -> bool:
    if entry.check != finding.check or entry.fingerprint not in ("", finding.fingerprint):
        return False
    return not entry.text or _beside(entry.text, text, finding.span)


def _beside(words: str, text: str, span: Span) -> bool:
    """Whether `words`, however spaced, stand in the clause around `span`, or reach into it."""
    wanted = "".join(words.split())
    first, last = span.start, span.end
    while first > 0 and span.start - first < _REACH and text[first - 1] not in _EDGE:
        first -= 1
    while last < len(text) and last - span.end < _REACH and text[last] not in _EDGE:
        last += 1
    # Words that reach into the clause begin or end outside it; spaces between them count for nothing.
    room = 2 * len(words)
    before, within, after = (
        "".join(part.split()) for part in (text[max(first - room, 0) : first], text[first:last], text[last : last + room])
    )
    return wanted in before[-len(wanted) + 1 or len(before) :] + within + after[: len(wanted) - 1]
