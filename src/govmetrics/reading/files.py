"""The reports that a command line names: files, folders and standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import BinaryIO, NamedTuple

from govmetrics.errors import ReadError
from govmetrics.reading.text import decode

SUFFIXES = (".txt", ".text", ".md")
STDIN = "-"
_MOST = 1 << 30
_PIECE = 1 << 22
"""Bytes of a report at the most; a thousand times as many as the longest has."""


class Source(NamedTuple):
    """A report to read.

    Attributes:
        name: what is printed as its path: the path as the user wrote it, or the folder as written joined with the
            path inside it; `-` for standard input.
        path: where it is; None for standard input.
    """

    name: str
    path: str | None


def discover(paths: Sequence[str]) -> tuple[list[Source], list[ReadError]]:
    """The reports behind `paths`, in the order given, and an error for everything that cannot be read.

    A file is taken whatever its extension; `-` is standard input. A folder is searched with all its subfolders, each
    once whatever links lead to it, its files in the order of their names before its subfolders: only files that end in
    `SUFFIXES` in any case (a name without one is more often a README or a Makefile than a report, and can be given by
    itself), and nothing whose name starts with a dot. A report that is named twice (`a.txt ./a.txt`, `docs
    docs/a.txt`) is taken once, where it stands first, for its figures would count twice in every total.
    """
    sources: dict[str, Source] = {}
    errors: list[ReadError] = []
    for path in paths:
        if path == STDIN:
            sources.setdefault(STDIN, Source(STDIN, None))
            continue
        try:
            found = _search(path, errors) if os.path.isdir(path) else [_existing(path)]
        except (OSError, ValueError) as error:
            errors.append(_read_error(error, path))
            continue
        for file in found:
            sources.setdefault(os.path.abspath(file), Source(file, file))
    return list(sources.values()), errors


def load(source: Source, encoding: str | None = None) -> tuple[str, str]:
    """The text of `source` and the name of its encoding, as `decode` gives them.

    Raises:
        UsageError: `encoding` is unknown.
        ReadError: the source cannot be read, or its bytes are no text.
    """
    try:
        if source.path is None:
            if sys.stdin is None:
                raise ReadError("standard input is closed: name a file or a folder", source.name)
            data = _bytes(sys.stdin.buffer, source.name)
        else:
            with open(source.path, "rb") as file:
                data = _bytes(file, source.name)
    except (OSError, ValueError) as error:
        raise _read_error(error, source.name) from None
    return decode(data, encoding, source.name)


def _bytes(file: BinaryIO, place: str) -> bytes:
    """All that `file` holds; a device such as /dev/zero would never end.

    Raises:
        ReadError: it holds more than a report can.
    """
    pieces: list[bytes] = []
    left = _MOST
    while piece := file.read(min(_PIECE, left + 1)):
        pieces.append(piece)
        left -= len(piece)
        if left < 0:
            raise ReadError(f"too large for a report, more than {_MOST >> 20} MiB: split it", place)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def _existing(path: str) -> str:
    os.stat(path)
    return path


def _search(folder: str, errors: list[ReadError]) -> list[str]:
    """The reports in `folder` and below; an unreadable subfolder or a dead link goes to `errors`."""
    found: list[str] = []
    before = len(errors)
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            status = os.stat(current)
            identity = (status.st_dev, status.st_ino)
            if identity in seen:
                continue
            seen.add(identity)
            files, folders = _entries(current, errors)
        except OSError as error:
            errors.append(_read_error(error, current))
            continue
        found += files
        waiting += reversed(folders)
    if not found and len(errors) == before:
        kinds = ", ".join(SUFFIXES)
        errors.append(ReadError(f"no reports ({kinds}) in this folder: name the files to read others", folder))
    return found


def _entries(folder: str, errors: list[ReadError]) -> tuple[list[str], list[str]]:
    """The reports and the subfolders directly in `folder`, each sorted by name."""
    files: list[str] = []
    folders: list[str] = []
    with os.scandir(folder) as listing:
        entries = sorted((entry for entry in listing if entry.name[0] != "."), key=lambda entry: entry.name)
    for entry in entries:
        report = entry.name.lower().endswith(SUFFIXES)
        try:
            if entry.is_dir():
                folders.append(entry.path)
            elif report and entry.is_file():
                files.append(entry.path)
            elif report and entry.is_symlink():
                errors.append(ReadError("a link to a file that does not exist: mend or remove it", entry.path))
        except OSError as error:
            if report:
                errors.append(_read_error(error, entry.path))
    return files, folders


def _read_error(error: OSError | ValueError, place: str) -> ReadError:
    place = place or '""'
    if isinstance(error, FileNotFoundError):
        return ReadError("no such file or folder: check the path", place)
    if isinstance(error, IsADirectoryError):
        return ReadError("a folder, not a file: name the files in it", place)
    if isinstance(error, PermissionError):
        return ReadError("no permission to read it: change its rights or copy it to a place of yours", place)
    reason = error.strerror if isinstance(error, OSError) else None
    return ReadError(f"cannot be read ({reason or error}): check the path or copy the file elsewhere", place)
