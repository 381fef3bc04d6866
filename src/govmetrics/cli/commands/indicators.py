"""`govmetrics indicators`: the indicator packs, and what is in one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from govmetrics import packs
from govmetrics.cli import console
from govmetrics.cli.options import FINE, Lang, Rules, known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govmetrics.packs import Indicator, Pack

_FORMATS = ("table", "csv", "json")
_FIELDS = ("pack", "id", "zh", "en", "topic", "kind", "units", "phrasings", "rows", "not", "bounds", "relations")


def add(app: typer.Typer) -> None:
    """Add this command to `app`."""
    app.command("indicators")(indicators)


def indicators(
    pack: Annotated[str, typer.Argument(metavar="[PACK]", help="A pack; all of them when left out.", show_default=False)] = "",
    *,
    format_: Annotated[
        str,
        typer.Option("--format", "-f", metavar="table|csv|json", help="How to write; a table on a terminal, csv in a pipe otherwise."),
    ] = "",
    rules: Rules = None,
    lang: Lang = "",
) -> int:
    """List the indicator packs, or the indicators of one with their names, units and phrasings."""
    found = packs.load(tuple(rules or ()))
    chosen = [found.get(pack)] if pack else found.all()
    name = known(format_, _FORMATS, "format") if format_ else "table" if console.is_terminal(sys.stdout) else "csv"
    if name == "table":
        console.show(_listing(chosen[0], lang) if pack else _overview(chosen, lang))
    elif name == "json":
        import msgspec

        rows = [dict(zip(_FIELDS, _values(one, indicator), strict=True)) for one in chosen for indicator in one.indicators]
        console.show(msgspec.json.format(msgspec.json.encode(rows), indent=1).decode() + "\n")
    else:
        from govmetrics.output import csv

        cells = [_flat(_values(one, indicator)) for one in chosen for indicator in one.indicators]
        console.show(csv.text([_FIELDS, *cells]))
    return FINE


def _overview(chosen: Sequence[Pack], lang: str) -> str:
    return _aligned([(pack.id, str(len(pack.indicators)), pack.head.zh if lang == "zh" else pack.head.en) for pack in chosen])


def _listing(pack: Pack, lang: str) -> str:
    lines: list[Sequence[str]] = []
    topic = ""
    for indicator in pack.indicators:
        if indicator.topic != topic:
            topic = indicator.topic
            lines.append((f"# {topic}",))
        names = (indicator.zh, indicator.en) if lang == "zh" else (indicator.en, indicator.zh)
        lines.append((indicator.id, *names, "|".join(indicator.units), indicator.phrasings[0]))
    return _aligned(lines)


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    from govmetrics.output import table

    widths = table.widths([row for row in rows if len(row) > 1], None)
    return "".join((table.line(row, widths) if len(row) > 1 else row[0]) + "\n" for row in rows)


def _values(pack: Pack, indicator: Indicator) -> tuple[object, ...]:
    return (
        pack.id, indicator.id, indicator.zh, indicator.en, indicator.topic, indicator.kind, indicator.units, indicator.phrasings,
        indicator.rows, indicator.never, indicator.bounds if any(indicator.bounds) else (), indicator.relations,
    )  # fmt: skip


def _flat(values: Sequence[object]) -> list[str]:
    return [value if isinstance(value, str) else "; ".join(value) if isinstance(value, tuple) else str(value) for value in values]
