"""Where results go: standard output, or a file that is replaced only when the new one is complete."""

from __future__ import annotations

import atexit
import errno
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, Protocol

from govmetrics.cli.encoding import make_encoder
from govmetrics.errors import UsageError

if TYPE_CHECKING:
    import codecs
    from collections.abc import Iterable


class ClosedPipeError(Exception):
    """Whoever read standard output has stopped reading: there is nothing left to do."""


class Sink(Protocol):
    """Takes text. `finish` makes it final; `discard` throws away what is not final and does nothing after `finish`."""

    def write(self, text: str) -> None: ...
    def finish(self) -> None: ...
    def discard(self) -> None: ...


class StandardOutput:
    """Standard output in bytes: no line end is translated, no character refused.

    Args:
        encoder: how; standard output's own encoding when None.
    """

    def __init__(self, encoder: codecs.IncrementalEncoder | None = None) -> None:
        if sys.stdout is None:
            raise UsageError("standard output is closed; write to a file with -o FILE")
        self._encoder = encoder or make_encoder(sys.stdout.encoding)
        self._stream: BinaryIO = sys.stdout.buffer

    def write(self, text: str) -> None:
        try:
            self._stream.write(self._encoder.encode(text))
            self._stream.flush()
        except OSError as error:
            silence()
            # Windows reports a closed pipe as an invalid argument.
            if isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL):
                raise ClosedPipeError from None
            raise UsageError(f"cannot write to standard output: {_reason(error)}") from None

    def finish(self) -> None:
        """Nothing: every write is flushed."""

    def discard(self) -> None:
        """Nothing: what is printed is printed."""


def _remove(part: str, process: int) -> None:
    """Remove what is left of an unfinished file of `process`; one that is forked from it has no such file."""
    if os.getpid() == process:
        with suppress(OSError):
            os.remove(part)


class OutputFile:
    """A file that comes into being, or takes the place of an older one, when all is written.

    Args:
        path: where; a device or a named pipe is written to directly.
        encoder: how.
        inputs: paths of files that must not be overwritten.

    Raises:
        UsageError: `path` cannot be written to; nothing is touched then.
    """

    def __init__(self, path: str, encoder: codecs.IncrementalEncoder, inputs: Iterable[str | None] = ()) -> None:
        self.path = path
        self._encoder = encoder
        self._target = os.path.realpath(path)
        if os.path.isdir(self._target):
            raise UsageError("this is a folder; name a file in it", path)
        if os.path.exists(self._target) and any(map(self._is_target, inputs)):
            raise UsageError("this is one of the reports; write to another file", path)
        special = os.path.exists(self._target) and not os.path.isfile(self._target)
        beside = os.path.join(os.path.dirname(self._target), f".govmetrics-{os.getpid()}.part")
        self._part = None if special else beside
        # A process may be ended before whoever asked for the file can discard it.
        atexit.register(_remove, beside, os.getpid())
        try:
            if os.path.isfile(self._target):
                os.close(os.open(self._target, os.O_RDWR))
            self._stream: BinaryIO = open(self._part or self._target, "wb")  # noqa: SIM115  # finish or discard closes it
        except OSError as error:
            raise self._failure(error) from None

    def write(self, text: str) -> None:
        try:
            self._stream.write(self._encoder.encode(text))
        except OSError as error:
            raise self._failure(error) from None

    def finish(self) -> None:
        try:
            self._stream.close()
            if self._part:
                if os.path.exists(self._target):
                    import shutil

                    shutil.copymode(self._target, self._part)
                os.replace(self._part, self._target)
                self._part = None
        except OSError as error:
            raise self._failure(error) from None

    def discard(self) -> None:
        with suppress(OSError):
            self._stream.close()
        if self._part:
            with suppress(OSError):
                os.unlink(self._part)

    def _is_target(self, path: str | None) -> bool:
        return path is not None and os.path.exists(path) and os.path.samefile(path, self._target)

    def _failure(self, error: OSError) -> UsageError:
        return UsageError(f"cannot write: {_reason(error)}; choose another place or close the program that uses it", self.path)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def silence() -> None:
    """Send what standard output still holds nowhere, or the interpreter complains about it at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
