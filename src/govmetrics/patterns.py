"""Compiled patterns, kept between runs: compiling those of the program takes longer than reading a report."""

from __future__ import annotations

import atexit
import sys

import regex

from govmetrics import cache

_FILE = "patterns.pickle"
_CHECKS_FILE = "patterns-checks.pickle"
"""Those of the checks are more than all others, and extraction need not load them."""
_STAMP = (2, sys.version, regex.__version__)
_MOST = 1000
"""More than the program has: a file that grew by many lexicons is begun anew."""

_known: dict[str, dict[str, regex.Pattern[str]]] = {_FILE: cache.load(_FILE, _STAMP) or {}}
_kept = {_FILE: len(_known[_FILE])}


def compile_(source: str) -> regex.Pattern[str]:
    """`regex.compile(source)`, from the cache where it is there."""
    found = _known[_FILE].get(source)
    if found is not None:
        return found
    file = _CHECKS_FILE if "govmetrics.checks" in sys.modules else _FILE
    if file not in _known:
        _known[file] = cache.load(file, _STAMP) or {}
        _kept[file] = len(_known[file])
    patterns = _known[file]
    found = patterns.get(source)
    if found is None:
        found = patterns[source] = regex.compile(source)
    return found


def _keep() -> None:
    for file, patterns in _known.items():
        if len(patterns) != _kept[file]:
            cache.save(file, _STAMP, patterns if len(patterns) <= _MOST else {})


atexit.register(_keep)
