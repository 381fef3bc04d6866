"""Command lines as the tests of several commands run them: in this process where that suffices, else in one of their own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from govmetrics.cli import app

SLIP = "全年生产总值增长6.1%%，好于预期。"
"""What `doubled-percent-sign` flags, an error of the group `wording`."""

ID = "doubled-percent-sign"


class Run(NamedTuple):
    status: int
    out: str
    err: str


def run(*arguments: str | Path, data: bytes = b"", cwd: Path | None = None, encoding: str = "utf-8", **environment: str) -> Run:
    """A command line in this process, with streams like pipes."""
    streams = {"stdin": data, "stdout": b"", "stderr": b""}
    with pytest.MonkeyPatch.context() as patch:
        for name, content in streams.items():
            patch.setattr(sys, name, io.TextIOWrapper(io.BytesIO(content), encoding, errors="backslashreplace", write_through=True))
        for name, value in {"LC_ALL": "C.UTF-8", **environment}.items():
            patch.setenv(name, value)
        patch.chdir(cwd or Path.cwd())
        out, err = sys.stdout, sys.stderr
        status = app.run([str(argument) for argument in arguments])
    assert isinstance(out.buffer, io.BytesIO)
    assert isinstance(err.buffer, io.BytesIO)
    return Run(status, out.buffer.getvalue().decode(encoding), err.buffer.getvalue().decode(encoding))


def process(*arguments: str | Path, data: bytes = b"", cwd: Path | None = None, encoding: str = "utf-8", **environment: str) -> Run:
    """A command line in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "govmetrics", *map(str, arguments)],
        input=data,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "LC_ALL": "C.UTF-8", "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), **environment},
        timeout=120,
        check=False,
    )
    return Run(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))


def write(path: Path, *lines: str) -> Path:
    """A file of UTF-8 with `lines`, its folder with it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path
