"""Last year's report: a file, the one of the same body in a folder, or figures that `extract` wrote as NDJSON."""

from __future__ import annotations

import os
import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, get_args

import msgspec
from msgspec import Struct, structs

from govmetrics import model, packs, rulebook
from govmetrics.analyse import Analysis, analyse, indicate
from govmetrics.cli.checking import MissingError
from govmetrics.cli.jobs import printable
from govmetrics.document import parse
from govmetrics.errors import ReadError
from govmetrics.facts import base_year
from govmetrics.output.record import Record
from govmetrics.reading import Source, discover, load
from govmetrics.reading.files import STDIN
from govmetrics.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable

    from govmetrics.document import Document

_RECORDS: Final = (".ndjson", ".jsonl")
_DATA: Final = (".csv", ".tsv", ".json")
_TYPES: Final[dict[str, Any]] = {type_.__struct_config__.tag: type_ for type_ in get_args(model.AnyMetric)}
_YEAR: Final = re.compile(r"\d{4}\s*年?(?:度)?|\d+年度?")
_BLANK: Final = re.compile(r"[\s《》“”\"()（）_-]+")
_BODY: Final = re.compile(r"\n\s*(?:预算主管部门|编制部门|部门名称|单位名称|预算单位|部门|单位)[:：]\s*([^\s:：]{4,40})")
_ACCOUNTS: Final = ("部门预算", "部门决算", "单位预算", "单位决算")
_BODIES: Final = re.compile("[局委办厅院处中心署队会]")
_HEAD: Final = 4000
_FIGURE: Final = re.compile(r"\d[\d,，]*(?:[.．]\d+)?")
_VALUE: Final = re.compile(r"-?[0-9]{1,60}(?:\.[0-9]{1,60})?")
_LEAST_TITLE: Final = 8


class Entry(Struct, frozen=True):
    """A report in a folder: its year, and what it calls itself."""

    source: Source
    year: int
    title: str
    body: str


class LastYear(Struct, frozen=True):
    """What `--against` names; it travels to other processes.

    Attributes:
        path: as the user wrote it.
        entries: the reports of a folder; None where it names a file.
    """

    path: str
    encoding: str | None
    rules: tuple[str, ...]
    entries: tuple[Entry, ...] | None = None

    def of(self, document: Document, metrics: Iterable[model.AnyMetric]) -> Analysis:
        """The report of the year before `document`.

        Raises:
            MissingError: the folder has none.
            ReadError: the file is of another year or has no figures, or it cannot be read.
        """
        year = base_year(View(document, tuple(metrics)))
        if self.entries is not None:
            return read(_chosen(self.entries, document, year, self.path), self.encoding, self.rules)
        found = read(Source(self.path, self.path), self.encoding, self.rules)
        if not found.metrics:
            raise ReadError("has no figures to compare with: name last year's report", self.path)
        earlier = base_year(View(found.document, found.metrics))
        if year is not None and earlier is not None and year - earlier != 1:
            raise ReadError(f"reports on {earlier}, not on the year before {year}: name last year's report", self.path)
        return found


def find(path: str, encoding: str | None, rules: tuple[str, ...]) -> LastYear:
    """What `--against PATH` names; a folder is looked through once.

    Raises:
        ReadError: it does not exist, or no report in it can be read.
        RuleErrors: a pack of indicators is broken.
    """
    packs.load(rules)
    if not os.path.isdir(path):
        _, errors = discover([path]) if path != STDIN else ([], [ReadError("is read for the reports: name a file or a folder", path)])
        if errors:
            raise errors[0]
        return LastYear(path, encoding, rules)
    sources, errors = discover([path])
    if not sources:
        raise errors[0]
    return LastYear(path, encoding, rules, tuple(_entries(sources, encoding)))


def read(source: Source, encoding: str | None, rules: tuple[str, ...]) -> Analysis:
    """A report, or the figures of one in NDJSON, with the indicators of its figures.

    Raises:
        ReadError: it cannot be read.
    """
    return _read(source, encoding, rules)


@lru_cache(maxsize=1)
def _read(source: Source, encoding: str | None, rules: tuple[str, ...]) -> Analysis:
    # Their columns are figures, too, but with other names than a report gives them, so that nothing would ever be compared.
    if source.name.lower().endswith(_DATA):
        raise ReadError("is data, not a report: name the report, or the .ndjson that extract made of it", source.name)
    if source.path is not None and source.path.lower().endswith(_RECORDS):
        return from_records(load(source, "utf-8")[0], source.name)
    text, _ = load(source, encoding)
    return indicate(analyse(text, printable(source.name), rulebook.load(rules)), rules=rules)


def from_records(text: str, name: str) -> Analysis:
    """The analysis of figures that `extract --format ndjson` wrote of one report.

    Raises:
        ReadError: `text` is something else, or has the figures of several reports.
    """
    try:
        records = [msgspec.json.decode(line, type=Record) for line in text.splitlines() if line.strip()]
        paths = {record.path for record in records}
        if len(paths) > 1:
            raise ReadError("has the figures of several reports: extract last year's report alone", name)
        metrics, source = _metrics(records)
    except (msgspec.DecodeError, ValueError) as error:
        raise ReadError(f"is no NDJSON of figures ({error}): make it with extract --format ndjson", name) from None
    document = parse(source, printable(name))
    year = base_year(View(structs.replace(document, review=None), metrics))
    return Analysis(structs.replace(document, title=None, year=year, review=year), metrics)


def _metrics(records: list[Record]) -> tuple[tuple[model.AnyMetric, ...], str]:
    """The figures, and a text that has each on its line, behind its label."""
    found, parts, line, length = [], [], 1, 0
    for record in sorted(records, key=lambda record: record.start):
        words = " ".join(record.text.split())
        lead = "\n" * max(0, record.line - line) + f"{record.label}:"
        start = length + len(lead)
        found.append(_metric(record, words, start))
        parts.append(f"{lead}{words};")
        length = start + len(words) + 1
        line = max(line, record.line)
    return tuple(found), "".join(parts)


def _metric(record: Record, text: str, start: int) -> model.AnyMetric:
    common = {name: getattr(record, name) for name in ("label", "indicator", "period", "section", "rule", "bound", "change", "basis")}
    common |= {"span": model.Span(start, start + len(text)), "text": text}
    first, _, second = record.value.partition("/")
    if record.kind == "date":
        precision = {4: "year", 7: "month"}.get(len(first), "day")
        return model.Date(start=first, end=second or first, precision=precision, **common)  # type: ignore[arg-type]
    if not all(_VALUE.fullmatch(part) for part in record.value.split("/")):
        raise ValueError(f"no number: {record.value}")
    low = _written(Decimal(first), text)
    high = _written(Decimal(second), text) if second else low
    metric: model.AnyMetric = _TYPES[record.kind](low=low, high=high, unit=record.unit, **common)
    return metric


def _written(value: Decimal, text: str) -> Decimal:
    """`value` with the precision of the figure in `text`: 1.2万 is no more exact than to the thousand."""
    for figure in _FIGURE.findall(text):
        face = Decimal(re.sub("[,，]", "", figure).replace("．", "."))
        if face and value and (shift := (value / face).normalize()).as_tuple().digits == (1,):
            return face.scaleb(int(shift.as_tuple().exponent))
    return value


def _entries(sources: Iterable[Source], encoding: str | None) -> Iterable[Entry]:
    for source in sources:
        try:
            text, _ = load(source, encoding)
        except ReadError:
            continue  # the one that is needed says so when it is read
        document = parse(text, printable(source.name))
        year = document.review or document.year
        if year is not None and document.title:
            yield Entry(source, year, _title(document), _body(document))


def _chosen(entries: Iterable[Entry], document: Document, year: int | None, folder: str) -> Source:
    """The report of the same body and title and the year before."""
    title, body = _title(document), _body(document)
    found = [one for one in entries if year is not None and one.year == year - 1 and one.body == body and _same(one.title, title)]
    exact = [one for one in found if one.title == title] or found
    if not exact:
        raise MissingError(f"no report of the year before in {folder}; it is checked without one", document.name)
    if len(exact) > 1:
        raise ReadError(f"several reports in {folder} can be that of the year before: name the one", document.name)
    return exact[0].source


def _same(one: str, other: str) -> bool:
    """Whether two titles are one but for the place in front: 洪泽区人民政府… and 淮安市洪泽区人民政府…"""
    short, long = sorted((one, other), key=len)
    return len(short) >= _LEAST_TITLE and long.endswith(short)


def _title(document: Document) -> str:
    return _BLANK.sub("", _YEAR.sub("", document.title or ""))


def _body(document: Document) -> str:
    """Who issued a budget or an account whose title does not say: 上海市…2024年区级部门预算."""
    title = document.title or ""
    if not any(word in title for word in _ACCOUNTS) or _BODIES.search(title):
        return ""
    named = _BODY.search(document.text, 0, _HEAD)
    return named.group(1) if named else document.name
