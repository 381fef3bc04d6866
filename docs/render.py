"""Renew what the documentation shows of the program: the picture of a table, and the output of the examples in the READMEs.

usage: render.py

Every line that starts with "$ " in a ```console block is run by bash on a terminal of 80 columns, in a folder that has
`samples/` and nothing else; lines that start with "> " carry it on. What follows is replaced by what the terminal shows.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import Final, NamedTuple

import pexpect
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Span, Text

ROOT: Final = Path(__file__).resolve().parents[1]
PICTURE: Final = ROOT / "docs" / "table.svg"
READMES: Final = {"en": ROOT / "README.md", "zh": ROOT / "README.zh.md"}
COMMAND: Final = "govmetrics extract samples/law-government/qinghe-2024.txt --kind percent,points,money,rank"
COLUMNS: Final = 80
_PICTURE_COLUMNS: Final = 92

_BLOCK: Final = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
_RUNS: Final = re.compile(r"[\u2e80-\uffff]+| +")
_THEME: Final = TerminalTheme(
    (24, 26, 31),
    (216, 219, 226),
    [(24, 26, 31), (224, 108, 117), (152, 195, 121), (229, 192, 123), (97, 175, 239), (198, 120, 221), (86, 182, 194), (216, 219, 226)],
)
# Rich's own format links fonts on the network, which a picture in a page may not load.
_SVG: Final = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<title>A table of figures that govmetrics found in a report</title>
<style>
.{unique_id}-matrix {{ font-family: "Noto Sans Mono CJK SC", "Sarasa Mono SC", Menlo, Consolas, monospace; font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: arial, sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal"><rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" /></clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


class Step(NamedTuple):
    """A command of a console block, all its lines, and what is said to follow it."""

    command: str
    output: str


def steps(block: str) -> list[Step]:
    """The commands of a console block, each with its output."""
    found: list[Step] = []
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append(Step(line, ""))
        elif not found:
            raise ValueError(f"a console block starts with a command, not with {line!r}")
        elif line.startswith("> ") and not found[-1].output:
            found[-1] = Step(found[-1].command + line, "")
        else:
            found[-1] = Step(found[-1].command, found[-1].output + line)
    return found


def blocks(document: str) -> list[list[Step]]:
    """The console blocks of a Markdown document."""
    return [steps(match.group()) for match in _BLOCK.finditer(document)]


class Terminal:
    """A terminal in a folder with the samples.

    Args:
        folder: an empty one.
        lang: language of its user, `en` or `zh`.
    """

    def __init__(self, folder: Path, lang: str = "en") -> None:
        shutil.copytree(ROOT / "samples", folder / "samples")
        tools = folder / ".tools"
        tools.mkdir()
        command = tools / "govmetrics"
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m govmetrics "$@"\n', encoding="utf-8")
        command.chmod(0o755)
        self._folder = folder
        self._environment = {
            "PATH": f"{tools}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
            "PYTHONPATH": str(ROOT / "src"),
            "GOVMETRICS_CACHE": os.environ.get("GOVMETRICS_CACHE") or str(tools / "cache"),
            "HOME": str(folder),
            "LANG": {"en": "C.UTF-8", "zh": "zh_CN.UTF-8"}[lang],
            "LC_CTYPE": "C.UTF-8",
        }

    def run(self, command: str, *, columns: int = COLUMNS, colour: bool = False) -> str:
        """What the terminal shows after `command`, the lines of a step."""
        script = re.sub("^[$>] ", "", command, flags=re.MULTILINE)
        terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor"} if colour else {"TERM": "dumb"}
        environment = {**self._environment, **terminal, "COLUMNS": str(columns)}
        shell = pexpect.spawn(
            "bash", ["-c", script], timeout=120, cwd=str(self._folder), env=environment, dimensions=(50, columns), encoding="utf-8"
        )
        shown = shell.read()
        shell.close()
        return shown.replace("\r\n", "\n")


@contextmanager
def terminal(lang: str = "en") -> Iterator[Terminal]:
    """A terminal in a temporary folder."""
    with tempfile.TemporaryDirectory() as folder:
        yield Terminal(Path(folder), lang)


def renewed(document: str, lang: str) -> str:
    """A Markdown document with the output of its console blocks as it is now."""
    with terminal(lang) as screen:

        def run(match: re.Match[str]) -> str:
            return "".join(step.command + screen.run(step.command) for step in steps(match.group()))

        return _BLOCK.sub(run, document)


def picture() -> str:
    """The SVG picture of the table that a terminal in colour shows."""
    with terminal() as screen:
        shown = screen.run(COMMAND, columns=_PICTURE_COLUMNS, colour=True)
    console = Console(record=True, width=_PICTURE_COLUMNS, file=StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text(f"$ {COMMAND}"))
    console.print(_in_runs(Text.from_ansi(shown)))
    return console.export_svg(title="govmetrics", theme=_THEME, code_format=_SVG, unique_id="table")


def _in_runs(text: Text) -> Text:
    """`text` with every run of wide characters and of blanks apart.

    The picture then places each of them by itself, so that columns stay straight in fonts whose wide characters are not twice as wide.
    """
    text.spans += [Span(*match.span(), "") for match in _RUNS.finditer(text.plain)]
    return text


def main() -> None:
    PICTURE.write_text(picture(), encoding="utf-8")
    for lang, path in READMES.items():
        path.write_text(renewed(path.read_text(encoding="utf-8"), lang), encoding="utf-8")


if __name__ == "__main__":
    main()
