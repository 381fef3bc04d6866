"""`govmetrics extract`: the figures of reports, in a table or as data."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from govmetrics import output, rulebook
from govmetrics.cli import console, jobs
from govmetrics.cli.encoding import is_utf8, known_encoding, make_encoder
from govmetrics.cli.options import FINE, WRONG, Lang, Rules, choose, known
from govmetrics.cli.sink import OutputFile, Sink, StandardOutput
from govmetrics.errors import UsageError
from govmetrics.messages import LANGUAGES, say
from govmetrics.model import KINDS
from govmetrics.output.record import FIELDS
from govmetrics.reading import Source, discover

if TYPE_CHECKING:
    from codecs import IncrementalEncoder
    from collections.abc import Iterator, Sequence

    from govmetrics.rulebook import RuleBook

# Processes and a progress bar pay off above so many reports.
_FEW = 8


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
    file: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; its ending chooses the format.")
    ] = None,
    bom: Annotated[
        bool | None,
        typer.Option("--bom/--no-bom", help="A byte order mark, as Excel needs it; default for -o FILE.csv."),
    ] = None,
    output_encoding: Annotated[
        str | None, typer.Option("--output-encoding", metavar="NAME", help="Encoding of the output, such as gb18030.")
    ] = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="NAME", help="Encoding of the reports; found out otherwise.")
    ] = None,
    processes: Annotated[int | None, typer.Option("--jobs", "-j", min=1, metavar="N", help="Number of processes.")] = None,
    rules: Rules = None,
    lang: Lang = "",
) -> int:
    """Print every figure of the reports, as a table or as data."""
    format_name = _format(format_, file)
    task = jobs.Task(
        format=format_name,
        options=_options(format_name, fields, headers, lang, to_terminal=not file and console.is_terminal(sys.stdout)),
        kinds=frozenset(choose(kind, KINDS, "kind")),
        encoding=encoding and known_encoding(encoding),
        rules=tuple(rules or ()),
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
        failed = _write(_results(sources, task, book, processes, file), sink, task)
    finally:
        sink.discard()
    return WRONG if errors or failed else FINE


def _format(name: str | None, file: str | None) -> str:
    """The name of the format that is asked for, by name or by the ending of the output file, or the default."""
    if name:
        return known(name, output.names(), "format")
    if file and os.path.isdir(file):
        raise UsageError("this is a folder; name a file in it", file)
    if not file:
        return "table" if console.is_terminal(sys.stdout) else "csv"
    found = output.by_suffix(os.path.splitext(file)[1])
    if not found:
        raise UsageError(f"no format has this ending; say which with --format {'|'.join(output.names())}", file)
    return found


def _options(name: str, fields: list[str] | None, headers: str, lang: str, *, to_terminal: bool) -> output.Options:
    if headers and not output.get(name).words:
        raise UsageError("the names in JSON are fixed; leave out --headers", name)
    width, colour = console.capabilities() if name == "table" and to_terminal else (None, None)
    return output.Options(
        fields=tuple(choose(fields, FIELDS, "field")),
        headers=known(headers, LANGUAGES, "language") if headers else lang if name == "table" else "en",
        lang=lang,
        width=width,
        colour=colour,
    )


def _encoder(name: str, file: str | None, encoding: str | None, bom: bool | None) -> IncrementalEncoder:
    """The encoder of the output; JSON that has no encoding of its own is UTF-8 or ASCII, so that parsers read it."""
    json = not output.get(name).words
    if bom and json:
        raise UsageError("JSON has no byte order mark; leave out --bom", name)
    if not encoding:
        encoding = "utf-8" if file or not sys.stdout else sys.stdout.encoding
        if json and not is_utf8(encoding):
            encoding = "ascii"
    if bom is None:
        bom = name == "csv" and file is not None and is_utf8(encoding)
    return make_encoder(encoding, json=json, bom=bom)


def _results(sources: Sequence[Source], task: jobs.Task, book: RuleBook, processes: int | None, file: str | None) -> Iterator[jobs.Result]:
    many = len(sources) > _FEW
    results = jobs.stream(sources, task, book, processes or (jobs.cores() if many else 1))
    # A bar would run into results that are printed on the same terminal.
    if many and console.is_terminal(sys.stderr) and (file or not console.is_terminal(sys.stdout)):
        return console.progress(results, len(sources))
    return results


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
