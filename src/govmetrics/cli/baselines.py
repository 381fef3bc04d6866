"""The baseline files of a run: read before it, compared and written after it."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Final

from govmetrics import checks
from govmetrics.cli import baseline, console, suppress
from govmetrics.cli.encoding import make_encoder
from govmetrics.cli.settings import short
from govmetrics.cli.sink import OutputFile
from govmetrics.errors import UsageError
from govmetrics.messages import say
from govmetrics.reading.files import STDIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govmetrics.cli.checking import CheckResult, Plan

_MOST: Final = 10
"""So many stale entries are named; a longer list hides what else is said."""


class Baselines:
    """The baseline files.

    Args:
        paths: where they are.
        renew: whether they are written in the end, and need not exist.

    Raises:
        UsageError: one cannot be read.
    """

    def __init__(self, paths: Iterable[str], *, renew: bool) -> None:
        self._entries = {path: _read(path, renew=renew) for path in paths}
        self._checked: dict[str, dict[str, baseline.Checked]] = {path: {} for path in self._entries}

    def known(self) -> dict[str, dict[str, frozenset[tuple[str, str]]]]:
        """Check and fingerprint of the known findings, by file and report."""
        return {path: baseline.known(entries) for path, entries in self._entries.items()}

    def add(self, result: CheckResult, plan: Plan) -> None:
        """Take note of a report that was checked."""
        if plan.baseline:
            path = suppress.relative(result.source.path, os.path.dirname(plan.baseline))
            self._checked[plan.baseline][path] = baseline.Checked(frozenset(plan.checks), result.entries)

    def say_what_is_stale(self, paths: Sequence[str], lang: str) -> None:
        """Name the entries that nothing stands behind any more.

        Args:
            paths: the command line's: reports of its folders that do not exist are gone.
            lang: the language.
        """
        folders = suppress.folders(paths)
        for path, entries in self._entries.items():
            stale = baseline.stale(entries, self._checked[path], partial(_is_gone, os.path.dirname(path), folders))
            for entry in stale[:_MOST]:
                text = say(lang, "{check} is no longer found (fingerprint {mark})", check=entry.check, mark=entry.fingerprint)
                console.note(f"{short(path)}: {entry.path}: {text}")
            if stale:
                text = say(lang, "stale entries: {number}; --update-baseline removes them", number=len(stale))
                console.note(f"{short(path)}: {text}")

    def write(self, inputs: Sequence[str | None], lang: str) -> None:
        """Write all files anew, each at once or not at all.

        Raises:
            UsageError: one cannot be written.
        """
        ids = checks.names()
        for path, entries in self._entries.items():
            renewed = baseline.renewed(entries, self._checked[path], partial(_exists, os.path.dirname(path)), ids)
            sink = OutputFile(short(path), make_encoder("utf-8"), inputs)
            try:
                sink.write(baseline.encode(renewed))
                sink.finish()
            finally:
                sink.discard()
            console.note(f"{short(path)}: {say(lang, 'known findings: {number}', number=len(renewed))}")


def _exists(folder: str, path: str) -> bool:
    return path == STDIN or os.path.exists(os.path.join(folder, path))


def _is_gone(folder: str, covered: Sequence[str], path: str) -> bool:
    return not _exists(folder, path) and suppress.is_below(os.path.normpath(os.path.join(folder, path)), covered)


def _read(path: str, *, renew: bool) -> list[baseline.Entry]:
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        if renew:
            return []
        raise UsageError("no such baseline file; make it with --update-baseline", short(path)) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"cannot be read ({reason}); check the path and its permissions", short(path)) from None
    try:
        return baseline.decode(data)
    except UsageError as error:
        # One that is written anew may be broken, but whoever writes over it by mistake loses another file.
        raise UsageError(error.message, short(path)) from None
