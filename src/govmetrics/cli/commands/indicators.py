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
_FIELDS = ("pack", "id", "zh", "en", "topic", "kind", "units", "phrasings", "rows", "labels", "not", "bounds", "relations")


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
    """List the indicator packs, or the indicators of one with their names and units; csv and json have their phrasings, too."""
    found = packs.load(tuple(rules or ()))
    chosen = [found.get(pack)] if pack else found.all()
    name = known(format_, _FORMATS, "format") if format_ else "table" if console.is_terminal(sys.stdout) else "csv"
    if name == "table":
        on_terminal = console.capabilities() if console.is_terminal(sys.stdout) else (None, None)
        console.show(_listing(chosen[0], lang, *on_terminal) if pack else _overview(chosen, lang))
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
    from govmetrics.output import table

    rows = [(pack.id, str(len(pack.indicators)), getattr(pack.head, lang)) for pack in chosen]
    return "".join(table.line(row, table.widths(rows, None)) + "\n" for row in rows)


def _listing(pack: Pack, lang: str, width: int | None, colour: str | None) -> str:
    """The indicators below their topics, each topic once; phrasings are too long for a terminal."""
    from govmetrics.output import table

    topics: dict[str, list[Sequence[str]]] = {}
    for indicator in pack.indicators:
        topics.setdefault(indicator.topic, []).append((indicator.id, getattr(indicator, lang), "|".join(indicator.units)))
    headings = ("id", "名称", "单位") if lang == "zh" else ("id", "name", "units")
    longest = max(len(indicator.id) for indicator in pack.indicators)
    # An id in two pieces could not be copied.
    others = [row[1:] for row in (headings, *(row for rows in topics.values() for row in rows))]
    wide = [longest, *table.widths(others, width and width - longest - table.GAP)]
    layout = table.Layout(pack.id, getattr(pack.head, lang), headings, wide, ("cyan", "", "dim"), list(topics.items()))
    return table.draw(layout, width, colour)


def _values(pack: Pack, indicator: Indicator) -> tuple[object, ...]:
    return (
        pack.id, indicator.id, indicator.zh, indicator.en, indicator.topic, indicator.kind, indicator.units, indicator.phrasings,
        indicator.rows, indicator.labels, indicator.never, indicator.bounds if any(indicator.bounds) else (), indicator.relations,
    )  # fmt: skip


def _flat(values: Sequence[object]) -> list[str]:
    return [value if isinstance(value, str) else "; ".join(value) if isinstance(value, tuple) else str(value) for value in values]
