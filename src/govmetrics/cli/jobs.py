"""Reports through read, analyse and render, one after the other or in several processes, always in the order given."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from msgspec import Struct

from govmetrics import output
from govmetrics.analyse import analyse, indicate
from govmetrics.cli import console
from govmetrics.errors import GovmetricsError, ReadError
from govmetrics.output import Options
from govmetrics.output.record import Report, records
from govmetrics.reading import Source, load
from govmetrics.rulebook import RuleBook
from govmetrics.rulebook import load as load_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.context import BaseContext

    from govmetrics.analyse import Analysis


# Processes and a progress bar pay off above so many reports.
_FEW = 8


class Result(Struct):
    """One report done: what to write and how many figures of each kind it has, or why it could not be read."""

    source: Source
    text: str = ""
    kinds: dict[str, int] = {}
    error: GovmetricsError | None = None


class Job(Struct, frozen=True, kw_only=True):
    """What is done to every report; it travels to other processes.

    Attributes:
        encoding: how to decode; None to find out.
        rules: folders of the user's rules.
    """

    encoding: str | None = None
    rules: tuple[str, ...] = ()

    def result(self, source: Source, analysis: Analysis, encoding: str) -> Result:
        """What comes of the report at `source`, which was decoded from `encoding`."""
        raise NotImplementedError


class Task(Job, frozen=True):
    """The job of `extract`: the figures of a report.

    Attributes:
        format: name of the output format.
        options: how to render.
        kinds: which kinds of figures; empty for all.
        pack: the indicator pack; empty for that of the report's genre.
    """

    format: str
    options: Options
    kinds: frozenset[str] = frozenset()
    pack: str = ""

    def result(self, source: Source, analysis: Analysis, encoding: str) -> Result:
        """The figures as the format writes them."""
        found, indicated = analysis.document, indicate(analysis, self.pack, self.rules)
        rows = [row for row in records(found, indicated.metrics) if not self.kinds or row.kind in self.kinds]
        report = Report(found.name, encoding, found.title, found.issuer, found.published, found.year, rows, indicated.pack)
        kinds: dict[str, int] = {}
        for row in rows:
            kinds[row.kind] = kinds.get(row.kind, 0) + 1
        return Result(source, output.get(self.format).render(report, self.options), kinds)


def run(source: Source, job: Job, rulebook: RuleBook) -> Result:
    """Read, analyse and render one report."""
    try:
        text, encoding = load(source, job.encoding)
        analysis = analyse(text, printable(source.name), rulebook)
    except ReadError as error:
        return Result(source, error=error)
    except GovmetricsError as error:
        return Result(source, error=type(error)(error.message, ": ".join(filter(None, (source.name, error.place)))))
    return job.result(source, analysis, encoding)


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def printable(name: str) -> str:
    """`name` with the bytes of it that are no text as escapes."""
    return name.encode("utf-8", "backslashreplace").decode()


class _Work(Struct, frozen=True):
    """`run` as it travels to other processes."""

    job: Job

    def __call__(self, source: Source) -> Result:
        return run(source, self.job, load_rules(self.job.rules))


def _lost(source: Source) -> Result:
    error = ReadError("its process was killed, perhaps for want of memory; try it with --jobs 1", source.name)
    return Result(source, error=error)


def stream(sources: Sequence[Source], job: Job, rulebook: RuleBook, jobs: int, context: BaseContext | None = None) -> Iterator[Result]:
    """The results of `sources` in their order, made by `jobs` processes.

    `rulebook` is what `job.rules` loads; other processes load it themselves. `context` says how they are started,
    the platform's way when None.
    """
    files = [source for source in sources if source.path is not None]
    made: Iterator[Result] = (run(source, job, rulebook) for source in files)
    if jobs > 1 and len(files) > 1:
        from govmetrics.cli.pool import Pool

        made = Pool(_Work(job), _lost, context).ordered(files, jobs)
    for source in sources:
        # Other processes have no standard input.
        yield run(source, job, rulebook) if source.path is None else next(made)


def results(sources: Sequence[Source], job: Job, rulebook: RuleBook, processes: int | None, *, to_file: bool) -> Iterator[Result]:
    """What `stream` gives, by as many processes as pay off where `processes` is None, and with a bar where it can be seen."""
    many = len(sources) > _FEW
    made = stream(sources, job, rulebook, processes or (cores() if many else 1))
    # A bar would run into results that are printed on the same terminal.
    if many and console.is_terminal(sys.stderr) and (to_file or not console.is_terminal(sys.stdout)):
        return console.progress(made, len(sources))
    return made
