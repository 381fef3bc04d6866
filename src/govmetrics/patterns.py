"""Compiled patterns, kept between runs: compiling those of the program takes longer than reading a report."""

from __future__ import annotations

import atexit
import sys

import regex

from govmetrics import cache

_FILE = "patterns.pickle"
_STAMP = (1, sys.version, regex.__version__)
_MOST = 1000
"""More than the program has: a file that grew by many lexicons is begun anew."""

_known: dict[str, regex.Pattern[str]] = cache.load(_FILE, _STAMP) or {}
_kept = len(_known)


def compile_(source: str) -> regex.Pattern[str]:
    """`regex.compile(source)`, from the cache where it is there."""
    found = _known.get(source)
    if found is None:
        found = _known[source] = regex.compile(source)
    return found


def _keep() -> None:
    if len(_known) != _kept:
        cache.save(_FILE, _STAMP, _known if len(_known) <= _MOST else {})


atexit.register(_keep)
