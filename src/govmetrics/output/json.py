"""One JSON document with every report, what is known about it and its figures; `schema report` describes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import msgspec

from govmetrics.output.record import REPORT_SCHEMA, Generator, Report

if TYPE_CHECKING:
    from govmetrics.output import Options, Totals

SUFFIXES: Final = (".json",)
WORDS: Final = False
BETWEEN: Final = ",\n"


def head(_: Options) -> str:
    """The document up to its first report."""
    from govmetrics import __version__

    generator = msgspec.json.encode(Generator("govmetrics", __version__)).decode()
    return f'{{"schema":"{REPORT_SCHEMA}","generator":{generator},"reports":[\n'


def render(report: Report, options: Options) -> str:
    """One report as a JSON object."""
    if not options.fields:
        return msgspec.json.encode(report).decode()
    document: dict[str, Any] = msgspec.structs.asdict(report)
    document["metrics"] = [{name: getattr(metric, name) for name in options.fields} for metric in report.metrics]
    return msgspec.json.encode(document).decode()


def tail(_: Options, _totals: Totals) -> str:
    """The end of the document."""
    return "\n]}\n"
