"""Where results go, in which format and encoding, and the options that say so on several commands."""

from __future__ import annotations

import codecs
import os
import sys
from typing import TYPE_CHECKING, Annotated, Protocol, TypeAlias

import typer

from govmetrics.cli import console
from govmetrics.cli.encoding import is_utf8, known_encoding, make_encoder
from govmetrics.cli.options import known
from govmetrics.errors import UsageError

if TYPE_CHECKING:
    from codecs import IncrementalEncoder
    from collections.abc import Sequence

File: TypeAlias = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; its ending chooses the format.")
]
OutputEncoding: TypeAlias = Annotated[
    str | None, typer.Option("--output-encoding", metavar="NAME", help="Encoding of the output, such as gb18030.")
]
Encoding: TypeAlias = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="Encoding of the reports; found out otherwise.")
]
Processes: TypeAlias = Annotated[int | None, typer.Option("--jobs", "-j", min=1, metavar="N", help="Number of processes.")]


class Formats(Protocol):
    """A package of formats."""

    def names(self) -> list[str]: ...
    def by_suffix(self, suffix: str) -> str | None: ...


def format_name(
    name: str | None, file: str | None, formats: Formats, on_terminal: str, in_pipe: str, offered: Sequence[str] | None = None
) -> str:
    """The name of the format that is asked for, by name or by the ending of the output file, or the default.

    `offered` are those to name where none is found; all of them when None.

    Raises:
        UsageError: there is no such format, or none that the file's ending tells.
    """
    if name:
        return known(name, formats.names(), "format")
    if file and os.path.isdir(file):
        raise UsageError("this is a folder; name a file in it", file)
    if not file:
        return on_terminal if console.is_terminal(sys.stdout) else in_pipe
    found = formats.by_suffix(os.path.splitext(file)[1])
    if not found:
        raise UsageError(f"no format has this ending; say which with --format {'|'.join(offered or formats.names())}", file)
    return found


def encoder(file: str | None, encoding: str | None, *, json: bool, bom: bool | None = False) -> IncrementalEncoder:
    """The encoder of the output; JSON that has no encoding of its own is UTF-8 or ASCII, so that parsers read it.

    Args:
        file: where the output goes; None for standard output.
        encoding: the one that is asked for.
        json: whether the output is JSON.
        bom: whether a byte order mark comes first; None for one in a file of UTF-8.
    """
    if not encoding:
        encoding = _own(file)
        if json and not is_utf8(encoding):
            encoding = "ascii"
    if bom is None:
        bom = file is not None and is_utf8(encoding)
    return make_encoder(encoding, json=json, bom=bom)


def xml_encoder(file: str | None, encoding: str | None) -> IncrementalEncoder:
    """The encoder of XML, which names no encoding in its first line and so is UTF-8, or ASCII with references.

    Raises:
        UsageError: another encoding is asked for.
    """
    if encoding and not is_utf8(known_encoding(encoding)):
        raise UsageError("XML is written as UTF-8; leave out --output-encoding", encoding)
    name = encoding or ("utf-8" if is_utf8(_own(file)) else "ascii")
    return codecs.getincrementalencoder(name)("xmlcharrefreplace")


def _own(file: str | None) -> str:
    return "utf-8" if file or not sys.stdout else sys.stdout.encoding
