"""`govmetrics extract`: the figures of reports, in a table or as data."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from govmetrics import output, rulebook
from govmetrics.cli import console, jobs, target
from govmetrics.cli.encoding import known_encoding
from govmetrics.cli.options import FINE, WRONG, Lang, Pack, Rules, choose, known, known_pack
from govmetrics.cli.sink import OutputFile, Sink, StandardOutput
from govmetrics.errors import UsageError
from govmetrics.messages import LANGUAGES, say
from govmetrics.model import KINDS
from govmetrics.output.record import FIELDS
from govmetrics.reading import discover

if TYPE_CHECKING:
    from codecs import IncrementalEncoder
    from collections.abc import Iterator


def add(app: typer.Typer) -> None:
    """Add this command to `app`."""
    app.command("extract")(extract)


def extract(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Reports, folders of reports, or - for standard input.")],
    *,
    format_: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="How to write; a table on a terminal, csv in a pipe otherwise."),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option("--kind", "-k", metavar="KIND", help="Only these kinds (repeatable, or a comma list)."),
    ] = None,
    fields: Annotated[
        list[str] | None,
        typer.Option("--fields", metavar="FIELD", help="Only these fields, in this order (a comma list)."),
    ] = None,
    headers: Annotated[str, typer.Option("--headers", metavar="en|zh", help="Language of the column headings.", show_default=False)] = "",
    file: target.File = None,
    bom: Annotated[
        bool | None,
        typer.Option("--bom/--no-bom", help="A byte order mark, as Excel needs it; default for -o FILE.csv."),
    ] = None,
    output_encoding: target.OutputEncoding = None,
    encoding: target.Encoding = None,
    processes: target.Processes = None,
    pack: Pack = "",
    pivot: Annotated[bool, typer.Option("--pivot", help="One row a report, one column an indicator (csv, tsv or json).")] = False,
    rules: Rules = None,
    lang: Lang = "",
) -> int:
    """Print every figure of the reports, as a table or as data."""
    known_pack(pack, tuple(rules or ()))
    if pivot:
        if kind or fields:
            raise UsageError("has a column for each indicator; leave out --kind and --fields", "--pivot")
        return _pivot(paths, format_, headers or "en", file, bom, output_encoding, encoding, processes, pack, tuple(rules or ()), lang)
    format_name = target.format_name(format_, file, output, "table", "csv")
    task = jobs.Task(
        format=format_name,
        options=_options(format_name, fields, headers, lang, to_terminal=not file and console.is_terminal(sys.stdout)),
        kinds=frozenset(choose(kind, KINDS, "kind", "--kind")),
        encoding=encoding and known_encoding(encoding),
        rules=tuple(rules or ()),
        pack=pack,
    )
    encoder = _encoder(format_name, file, output_encoding, bom)
    book = rulebook.load(task.rules)
    sources, errors = discover(paths)
    for error in errors:
        console.complain(error, lang)
    if not sources:
        return WRONG
    sink: Sink = OutputFile(file, encoder, [source.path for source in sources]) if file else StandardOutput(encoder)
    try:
        failed = _write(jobs.results(sources, task, book, processes, to_file=bool(file)), sink, task)
    finally:
        sink.discard()
    return WRONG if errors or failed else FINE


def _pivot(
    paths: list[str],
    format_: str | None,
    headers: str,
    file: str | None,
    bom: bool | None,
    output_encoding: str | None,
    encoding: str | None,
    processes: int | None,
    pack: str,
    rules: tuple[str, ...],
    lang: str,
) -> int:
    from govmetrics.cli import pivot
    from govmetrics.output import _pivot as writer

    name = target.format_name(format_, file, output, "csv", "csv", writer.FORMATS)
    if name not in writer.FORMATS:
        raise UsageError(f"cannot hold a pivot table; use {', '.join(writer.FORMATS)}", name)
    job = pivot.Pivot(encoding=encoding and known_encoding(encoding), rules=rules, pack=pack)
    encoder = _encoder(name, file, output_encoding, bom)
    book = rulebook.load(rules)
    sources, errors = discover(paths)
    for error in errors:
        console.complain(error, lang)
    if not sources:
        return WRONG
    sink: Sink = OutputFile(file, encoder, [source.path for source in sources]) if file else StandardOutput(encoder)
    try:
        texts, failed = [], False
        for result in jobs.results(sources, job, book, processes, to_file=bool(file)):
            if result.error:
                failed = True
                console.complain(result.error, lang)
            else:
                texts.append(result.text)
        if texts:
            sink.write(writer.render(*pivot.table(texts, rules), name, known(headers, LANGUAGES, "language")))
            sink.finish()
    finally:
        sink.discard()
    return WRONG if errors or failed else FINE


def _options(name: str, fields: list[str] | None, headers: str, lang: str, *, to_terminal: bool) -> output.Options:
    if headers and not output.get(name).words:
        raise UsageError("the names in JSON are fixed; leave out --headers", name)
    width, colour = console.capabilities() if name == "table" and to_terminal else (None, None)
    return output.Options(
        fields=tuple(choose(fields, FIELDS, "field", "--fields")),
        headers=known(headers, LANGUAGES, "language") if headers else lang if name == "table" else "en",
        lang=lang,
        width=width,
        colour=colour,
    )


def _encoder(name: str, file: str | None, encoding: str | None, bom: bool | None) -> IncrementalEncoder:
    json = not output.get(name).words
    if bom and json:
        raise UsageError("JSON has no byte order mark; leave out --bom", name)
    return target.encoder(file, encoding, json=json, bom=False if bom is None and name != "csv" else bom)


def _write(results: Iterator[jobs.Result], sink: Sink, task: jobs.Task) -> bool:
    """Write `results` and say so where there are no figures; whether any report failed.

    An output file is left as it was when no report could be read.
    """
    writer, options = output.get(task.format), task.options
    totals = output.Totals(0, {})
    failed = False
    for result in results:
        if result.error:
            failed = True
            console.complain(result.error, options.lang)
            continue
        sink.write((writer.between if totals.reports else writer.head(options)) + result.text)
        totals.add(result.kinds)
    if totals.reports:
        sink.write(writer.tail(options, totals))
        sink.finish()
        if not totals.figures:
            console.note(say(options.lang, "no figures found"))
    return failed
