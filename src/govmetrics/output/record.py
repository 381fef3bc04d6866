"""The public record of a figure and of a report: frozen, and apart from the inner types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final, Literal

from msgspec import Meta, Struct

from govmetrics.model import AnyMetric, Basis, Bound, Change, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govmetrics.document import Document

VERSION: Final = 1
REPORT_SCHEMA: Final = f"urn:govmetrics:schema:report:{VERSION}"
METRIC_SCHEMA: Final = f"urn:govmetrics:schema:metric:{VERSION}"


class Record(Struct, frozen=True, gc=False):
    """One figure of one report: a row of CSV, a line of NDJSON."""

    path: Annotated[str, Meta(description="the report, as it was named on the command line")]
    line: Annotated[int, Meta(description="line of the first character; 1-based", ge=1)]
    column: Annotated[int, Meta(description="column of the first character in code points; 1-based", ge=1)]
    kind: Annotated[Kind, Meta(description="what sort of figure it is")]
    label: Annotated[str, Meta(description="the words of the report that name what is measured")]
    indicator: Annotated[str | None, Meta(description="canonical id of what is measured")]
    value: Annotated[str, Meta(description="exact decimal in the base unit or ISO 8601 date; low/high for a range")]
    unit: Annotated[str, Meta(description="unit without its 万/亿 multiplier; empty for dates")]
    change: Annotated[Change | None, Meta(description="set when the figure says by how much something changed")]
    basis: Annotated[Basis | None, Meta(description="a year before (yoy), the period before (mom), another base")]
    bound: Annotated[Bound, Meta(description="exact, an approximation, or a limit")]
    period: Annotated[str | None, Meta(description="the period that the figure belongs to, ISO 8601")]
    section: Annotated[str, Meta(description="the headings above it, joined with ' / '")]
    text: Annotated[str, Meta(description="the source at start:end, verbatim")]
    start: Annotated[int, Meta(description="offset of the first character in code points; 0-based", ge=0)]
    end: Annotated[int, Meta(description="offset after the last character in code points", ge=0)]
    rule: Annotated[str, Meta(description="id of the rule that found it")]


class Report(Struct, frozen=True):
    """One report with its figures."""

    path: Annotated[str, Meta(description="the report, as it was named on the command line")]
    encoding: Annotated[str, Meta(description="how its bytes were decoded")]
    title: Annotated[str | None, Meta(description="its title")]
    issuer: Annotated[str | None, Meta(description="who issued it")]
    published: Annotated[str | None, Meta(description="date of publication, ISO 8601")]
    year: Annotated[int | None, Meta(description="the year that it reports on")]
    metrics: Annotated[list[Record], Meta(description="its figures in the order of the text")]
    pack: Annotated[str | None, Meta(description="id of the pack that its indicators are of")] = None


class Generator(Struct, frozen=True):
    """The program that wrote a document."""

    name: str
    version: str


class Reports(Struct, frozen=True):
    """The document that `--format json` writes."""

    schema: Annotated[Literal["urn:govmetrics:schema:report:1"], Meta(description="which schema it follows")]
    generator: Generator
    reports: list[Report]


FIELDS: Final[tuple[str, ...]] = Record.__struct_fields__

HEADERS_ZH: Final[dict[str, str]] = {
    "path": "文件",
    "line": "行",
    "column": "列",
    "kind": "类别",
    "label": "指标",
    "indicator": "指标编号",
    "value": "数值",
    "unit": "单位",
    "change": "变化",
    "basis": "基期",
    "bound": "精确度",
    "period": "所属期",
    "section": "章节",
    "text": "原文",
    "start": "起始位置",
    "end": "结束位置",
    "rule": "规则",
}


def records(document: Document, metrics: Iterable[AnyMetric]) -> list[Record]:
    """The public records of `metrics`, which were found in `document`, in their order."""
    path = document.name
    position = document.position
    rows = []
    for metric in metrics:
        span = metric.span
        line, column = position(span.start)
        rows.append(
            Record(
                path,
                line,
                column,
                metric.__struct_config__.tag,  # type: ignore[arg-type]  # every metric's tag is its kind
                metric.label,
                metric.indicator,
                metric.value,
                metric.unit,
                metric.change,
                metric.basis,
                metric.bound,
                metric.period,
                metric.section,
                metric.text,
                span.start,
                span.end,
                metric.rule,
            )
        )
    return rows
