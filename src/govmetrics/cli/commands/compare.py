"""`govmetrics compare`: what two reports both state, side by side."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from govmetrics import rulebook
from govmetrics.cli import console, lastyear, target
from govmetrics.cli.encoding import known_encoding
from govmetrics.cli.options import FINE, Lang, Rules
from govmetrics.cli.sink import OutputFile, Sink, StandardOutput
from govmetrics.comparing import compare as compare_views
from govmetrics.errors import UsageError
from govmetrics.messages import say
from govmetrics.output import comparison
from govmetrics.output.comparison.record import compared
from govmetrics.reading import Source
from govmetrics.reading.files import STDIN
from govmetrics.view import View

if TYPE_CHECKING:
    from govmetrics.output.comparison.record import Compared


def add(app: typer.Typer) -> None:
    """Add this command to `app`."""
    app.command("compare")(compare)


def compare(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The older report, or ndjson that extract made of it.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The newer report, or ndjson that extract made of it.")],
    *,
    format_: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="How to write; a table on a terminal, csv in a pipe otherwise."),
    ] = None,
    file: target.File = None,
    output_encoding: target.OutputEncoding = None,
    encoding: target.Encoding = None,
    rules: Rules = None,
    lang: Lang = "",
) -> int:
    """Print what both reports state, side by side, with difference and growth."""
    name = target.format_name(format_, file, comparison, "table", "csv")
    if old == new == STDIN:
        raise UsageError("is both reports at once: name two", STDIN)
    format_module = comparison.get(name)
    encoder = target.encoder(file, output_encoding, json=not format_module.words, bom=None if name == "csv" else False)
    rulebook.load(rules or ())
    found = _found(old, new, encoding and known_encoding(encoding), tuple(rules or ()))
    width, colour = console.capabilities() if name == "table" and not file and console.is_terminal(sys.stdout) else (None, None)
    options = comparison.ComparisonOptions(lang=lang, width=width, colour=colour)
    sink: Sink = OutputFile(file, encoder, [old, new]) if file else StandardOutput(encoder)
    try:
        sink.write(format_module.render(found, options))
        sink.finish()
    finally:
        sink.discard()
    if not found.rows:
        console.note(say(lang, "the two reports state nothing that can be held against each other"))
    return FINE


def _found(old: str, new: str, encoding: str | None, rules: tuple[str, ...]) -> Compared:
    sources = (Source(path, None if path == STDIN else path) for path in (old, new))
    first, second = (lastyear.read(source, encoding, rules) for source in sources)
    views = View(first.document, first.metrics), View(second.document, second.metrics)
    return compared(*views, compare_views(*views))
