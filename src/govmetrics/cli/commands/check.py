"""`govmetrics check`: what contradicts itself in reports."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, cast

import typer

from govmetrics import checks, rulebook
from govmetrics.cli import console, jobs, target
from govmetrics.cli.baselines import Baselines
from govmetrics.cli.checking import CheckJob, CheckResult, MissingError
from govmetrics.cli.control import Control
from govmetrics.cli.encoding import known_encoding
from govmetrics.cli.options import FINE, WRONG, Lang, Pack, Rules, choose, is_given, known, known_pack, speak, spoken
from govmetrics.cli.settings import FAIL_ON, FailOn, Overrides, files
from govmetrics.cli.settings.parse import choices
from govmetrics.cli.sink import OutputFile, Sink, StandardOutput
from govmetrics.errors import UsageError
from govmetrics.messages import translate
from govmetrics.output import findings
from govmetrics.reading import discover

if TYPE_CHECKING:
    from codecs import IncrementalEncoder
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from govmetrics.cli.lastyear import LastYear
    from govmetrics.errors import GovmetricsError
    from govmetrics.reading import Source

FOUND = 1

_FOR_PEOPLE = ("full", "concise")
_COUNTING = (*_FOR_PEOPLE, "json")
_VERIFYING = (*_COUNTING, "ndjson")


def add(app: typer.Typer) -> None:
    """Add this command to `app`."""
    app.command("check")(check)


def check(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Reports, folders of reports, or - for standard input.")],
    *,
    format_: Annotated[
        str | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="How to write; full on a terminal, concise in a pipe otherwise."),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="ID", help="Only these checks or groups, or all (repeatable, or a comma list)."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option("--ignore", metavar="ID", help="Not these checks or groups (repeatable, or a comma list)."),
    ] = None,
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar="SEVERITY", help="Exit with status 1 from error (the default), warning or note on, or never."),
    ] = None,
    baseline: Annotated[str | None, typer.Option("--baseline", metavar="FILE", help="Hide the findings that this file knows.")] = None,
    update_baseline: Annotated[bool, typer.Option("--update-baseline", help="Write all findings to the baseline file.")] = False,
    against: Annotated[
        str | None,
        typer.Option(
            "--against", metavar="LAST_YEAR", help="Last year's report, a folder of reports, or ndjson of extract, to compare with."
        ),
    ] = None,
    show_verified: Annotated[
        bool, typer.Option("--show-verified", help="List the relations between figures that were recognised.")
    ] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each check, too.")] = False,
    file: target.File = None,
    output_encoding: target.OutputEncoding = None,
    encoding: target.Encoding = None,
    processes: target.Processes = None,
    pack: Pack = "",
    config: Annotated[str | None, typer.Option("--config", metavar="FILE", help="Configuration file for all reports.")] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no configuration file.")] = False,
    rules: Rules = None,
    lang: Lang = "",
) -> int:
    """Find what contradicts itself in the reports; exit with status 1 where there is an error."""
    if not isolated:
        speak(context, lambda: files.language(paths[0], checks.names(), config, lang))
    format_name = target.format_name(format_, file, findings, *_FOR_PEOPLE)
    _agree(format_name, isolated=isolated, config=config, statistics=statistics, show_verified=show_verified)
    overrides = Overrides(
        select=_chosen(select, "--select"),
        ignore=_chosen(ignore, "--ignore") or (),
        fail_on=cast("FailOn", known(fail_on, FAIL_ON, "value")) if fail_on else None,
        baseline=baseline and os.path.abspath(baseline),
        lang=lang if is_given(context, "lang") else None,
    )
    _differ(overrides)
    encoder = _encoder(format_name, file, output_encoding)
    book = rulebook.load(rules or ())
    last = _last_year(against, encoding, rules) if against is not None else None
    sources, errors = discover(paths)
    control = Control(sources, overrides, lang, today(), file=config, isolated=isolated)
    baselines = _baselines(control, file, renew=update_baseline)
    for error in errors:
        console.complain(error, control.lang if sources else spoken(context, lang))
    if not sources:
        return WRONG
    job = CheckJob(
        format=format_name,
        options=_options(format_name, control.lang, statistics=statistics, to_terminal=not file and console.is_terminal(sys.stdout)),
        plans=control.plans,
        known=baselines.known(),
        renew=update_baseline,
        show_verified=show_verified,
        against=last,
        pack=known_pack(pack, tuple(rules or ())),
        encoding=encoding and known_encoding(encoding),
        rules=tuple(rules or ()),
    )
    inputs = [source.path for source in sources]
    sink: Sink = OutputFile(file, encoder, inputs) if file else StandardOutput(encoder)
    try:
        run = _write(jobs.results(sources, job, book, processes, to_file=bool(file)), sink, job, control, baselines, errors)
    finally:
        sink.discard()
    # Whatever could not be read may be what an entry is for.
    covered = [] if run.failed else paths
    control.say_what_is_idle(covered, run.read, run.used)
    if not update_baseline:
        baselines.say_what_is_stale(covered, control.lang)
    elif run.read:
        baselines.write(inputs, control.lang)
    if run.failed:
        return WRONG
    return FOUND if run.failing else FINE


def today() -> date:
    """The day where the user is: the one place that asks the clock."""
    return datetime.now(UTC).astimezone().date()


def _chosen(values: Sequence[str] | None, option: str) -> tuple[str, ...] | None:
    if not values:
        return None
    found = choose(values, choices(checks.names()), "check or group")
    if not found:
        raise UsageError("names no check or group; leave it out or name one", option)
    return tuple(found)


def _last_year(path: str, encoding: str | None, rules: list[str] | None) -> LastYear:
    from govmetrics.cli import lastyear

    return lastyear.find(path, encoding and known_encoding(encoding), tuple(rules or ()))


def _agree(format_name: str, *, isolated: bool, config: str | None, statistics: bool, show_verified: bool) -> None:
    """Refuse options that contradict each other."""
    if isolated and config:
        raise UsageError("--isolated reads no configuration; leave out one of --isolated and --config")
    if statistics and format_name not in _COUNTING:
        raise UsageError(f"this format has no room for --statistics; use {', '.join(_COUNTING)}", format_name)
    if show_verified and format_name not in _VERIFYING:
        raise UsageError(f"this format has no room for --show-verified; use {', '.join(_VERIFYING)}", format_name)


def _differ(overrides: Overrides) -> None:
    for name in overrides.select or ():
        if name in overrides.ignore:
            raise UsageError("is in --select and in --ignore; leave out one of them", name)


def _baselines(control: Control, file: str | None, *, renew: bool) -> Baselines:
    paths = control.baselines()
    if renew and not all(plan.baseline for plan in control.plans.values()):
        raise UsageError("--update-baseline needs a file to write: name it with --baseline FILE or in the configuration")
    for path in paths:
        if file and os.path.realpath(file) == os.path.realpath(path):
            raise UsageError("this is the baseline file; write the results to another one", file)
    return Baselines(paths, renew=renew)


def _encoder(name: str, file: str | None, encoding: str | None) -> IncrementalEncoder:
    format_ = findings.get(name)
    if ".xml" in format_.suffixes:
        return target.xml_encoder(file, encoding)
    return target.encoder(file, encoding, json=not format_.words)


def _options(name: str, lang: str, *, statistics: bool, to_terminal: bool) -> findings.FindingOptions:
    width, colour = console.capabilities() if name in _FOR_PEOPLE and to_terminal else (None, None)
    return findings.FindingOptions(lang=lang, width=width, colour=colour, statistics=statistics)


class _Run:
    """What became of the reports."""

    def __init__(self, unread: Iterable[findings.Unread]) -> None:
        self.unread = list(unread)
        self.failing = False
        self.used: set[str] = set()
        self.read: list[Source] = []

    @property
    def failed(self) -> bool:
        """Whether any of them could not be read, or last year's could not."""
        return bool(self.unread)


def _write(
    results: Iterator[jobs.Result], sink: Sink, job: CheckJob, control: Control, baselines: Baselines, errors: Iterable[GovmetricsError]
) -> _Run:
    """Write `results`; an output file is left as it was when no report could be read.

    Args:
        errors: what kept reports from being found.
    """
    run = _Run(_unread(error, control.lang) for error in errors)
    pages = findings.Pages(findings.get(job.format), job.options)
    said: set[str] = set()
    for result in results:
        if not isinstance(result, CheckResult):
            if result.error:
                console.complain(result.error, control.lang)
                run.unread.append(_unread(result.error, control.lang))
            continue
        sink.write(pages.add(result.text, result.summary))
        baselines.add(result, control.of(result.source))
        if result.alone:
            # What is wrong with last year's report is so for every report that is held against it.
            if str(result.alone) not in said:
                console.complain(result.alone, control.lang)
                if not isinstance(result.alone, MissingError):
                    run.unread.append(_unread(result.alone, control.lang))
            said.add(str(result.alone))
        run.failing = run.failing or result.failing
        run.used.update(result.used)
        run.read.append(result.source)
    if run.read:
        pages.totals.unread = run.unread
        sink.write(pages.end())
        sink.finish()
    return run


def _unread(error: GovmetricsError, lang: str) -> findings.Unread:
    return findings.Unread(jobs.printable(error.place), translate(lang, error.message))
