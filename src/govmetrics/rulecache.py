"""The compiled rule book, kept between runs while no rule file has changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any
from zlib import crc32

import regex

from govmetrics import cache, rulebook
from govmetrics.rulebook import RuleBook

_FORMAT = 2


def load(folders: Sequence[str]) -> RuleBook:
    """The rule book of `folders`, from the cache where it is current.

    Raises:
        RuleErrors: as `rulebook.compile_folders`.
    """
    name = f"rules-{crc32(repr(folders).encode('utf-8', 'surrogateescape')):08x}.pickle"
    stamp = _stamp(folders)
    book = cache.load(name, stamp)
    if not isinstance(book, RuleBook):
        book = rulebook.compile_folders(folders)
        cache.save(name, stamp, book)
    return book


def _stamp(folders: Sequence[str]) -> list[Any]:
    """What the book depends on: program, interpreter, and every file with its size and time of change."""
    code = os.path.dirname(os.path.abspath(__file__))
    files = [_files(place, (".toml",)) for place in folders]
    return [_FORMAT, sys.version, regex.__version__, *files, _files(code, ("rulebook.py", "rulefiles.py"))]


def _files(place: str, endings: tuple[str, ...]) -> list[tuple[str, int, int]]:
    found = []
    try:
        entries = sorted(os.scandir(place), key=lambda entry: entry.name)
    except OSError:
        return []
    for entry in entries:
        if entry.name.endswith(endings):
            status = entry.stat()
            found.append((entry.path, status.st_size, status.st_mtime_ns))
        elif endings == (".toml",) and entry.is_dir():
            found += _files(entry.path, endings)
    return found
