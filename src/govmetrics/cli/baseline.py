"""The baseline file: findings that are known, so that only new ones are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec import Struct

from govmetrics.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping


class Entry(Struct, frozen=True, order=True, omit_defaults=True):
    """A known finding.

    Attributes:
        path: the report, counted from the folder of the baseline file, with forward slashes.
        message: for whoever reads the file; always Chinese, so that the file does not depend on who writes it.
    """

    path: str
    check: str
    fingerprint: str
    message: str = ""


class _File(Struct, frozen=True):
    version: Literal[1]
    findings: list[Entry]


class Checked(Struct, frozen=True):
    """What a run says of a report that a baseline is compared with: the checks that ran and the findings that there are."""

    checks: frozenset[str]
    found: tuple[Entry, ...]


def decode(data: bytes) -> list[Entry]:
    """The entries of a baseline file.

    Raises:
        UsageError: it is none; without its place.
    """
    try:
        return msgspec.json.decode(data, type=_File).findings
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"is no baseline file ({error}); name another one, or remove it and use --update-baseline") from None


def encode(entries: Iterable[Entry]) -> str:
    """A baseline file: the same text for the same entries in whatever order."""
    raw = msgspec.json.encode(_File(1, sorted(entries)))
    return msgspec.json.format(raw, indent=1).decode() + "\n"


def known(entries: Iterable[Entry]) -> dict[str, frozenset[tuple[str, str]]]:
    """Check and fingerprint of the known findings of each report, by path."""
    found: dict[str, set[tuple[str, str]]] = {}
    for entry in entries:
        found.setdefault(entry.path, set()).add((entry.check, entry.fingerprint))
    return {path: frozenset(marks) for path, marks in found.items()}


def stale(entries: Iterable[Entry], checked: Mapping[str, Checked], is_gone: Callable[[str], bool]) -> list[Entry]:
    """The entries that nothing stands behind any more, sorted.

    Their report was checked, by their check, and they were not found, or `is_gone` says of its path that there is no such report.
    """
    found = {path: {(entry.check, entry.fingerprint) for entry in one.found} for path, one in checked.items()}

    def is_stale(entry: Entry) -> bool:
        if entry.path not in checked:
            return is_gone(entry.path)
        return _judged(entry, checked) and (entry.check, entry.fingerprint) not in found[entry.path]

    return sorted(filter(is_stale, entries))


def renewed(entries: Iterable[Entry], checked: Mapping[str, Checked], exists: Callable[[str], bool], ids: Collection[str]) -> set[Entry]:
    """The entries of a baseline after a run: all that it found, and those that it could not judge.

    Args:
        entries: the entries until now.
        checked: the run, by path.
        exists: whether there is a report at a path.
        ids: the checks that there are.
    """
    kept = {entry for entry in entries if not _judged(entry, checked) and entry.check in ids and exists(entry.path)}
    return kept | {entry for one in checked.values() for entry in one.found}


def _judged(entry: Entry, checked: Mapping[str, Checked]) -> bool:
    return entry.path in checked and entry.check in checked[entry.path].checks
