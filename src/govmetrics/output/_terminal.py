"""What a terminal is sent, drawn by Rich: tables whose cells are wrapped where they are too wide, and coloured lines."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Any, Final

from rich.box import Box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from govmetrics.output.table import GAP, Layout, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# The sign is in GBK, so that a Chinese console shows it.
_BOX: Final = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")


def draw(layout: Layout, width: int, colour: str | None) -> str:
    """What a terminal of so many columns is sent; `colour` is Rich's name of its colour system."""
    console = _console(max(width, sum(layout.widths) + GAP * (len(layout.widths) - 1)), colour)
    console.print(Text.assemble((layout.name, "bold"), f"  {layout.title}" if layout.title else ""))
    if layout.sections:
        console.print(_table(layout.widths, layout.headings, layout.styles))
    for section, rows in layout.sections:
        if section:
            console.print(Text(section, "bold blue"))
        table = _table(layout.widths, None, layout.styles)
        for row in rows:
            table.add_row(*map(Text, row))
        console.print(table)
    written: str = console.file.getvalue()  # type: ignore[attr-defined]
    return "".join(line.rstrip(" ") + "\n" for line in written.split("\n")[:-1])


def paint(lines: Iterable[Sequence[tuple[str, str]]], colour: str) -> str:
    """Lines of pieces of text with a style each, none of them wrapped or cut."""
    console = _console(80, colour)
    for line in lines:
        console.print(Text.assemble(*line), soft_wrap=True)
    written: str = console.file.getvalue()  # type: ignore[attr-defined]
    return written


def _table(widths: Sequence[int], headings: Row | None, styles: Sequence[str]) -> Table:
    """An empty table; tables of the same widths, one a section, stand below each other like one."""
    table = Table(box=_BOX, show_header=headings is not None, show_edge=False, padding=0, header_style="bold")
    for index, (width, style) in enumerate(zip(widths, styles, strict=True)):
        table.add_column(Text(headings[index] if headings else ""), width=width, style=style, overflow="fold")
    return table


def _console(width: int, colour: Any) -> Console:
    """A console that writes to memory and never takes text for markup."""
    return Console(
        file=StringIO(),
        width=width,
        color_system=colour,
        force_terminal=colour is not None,
        no_color=colour is None,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
    )
