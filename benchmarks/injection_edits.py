"""What the injections share: an edit of a report, and the figures that edits change."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from decimal import Decimal
from random import Random
from typing import NamedTuple

from govmetrics.checks import Outcome

_WRITTEN = re.compile(r"(\d+(?:\.\d+)?)(万亿|[百千]?[万亿]|百|千)?(.*)")
_SCALES = {"": 0, "百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "百亿": 10, "千亿": 11, "万亿": 12}
_WIDE = {ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"}
_NOT_ROUNDED = re.compile(r"[^元%百]*")


class Report(NamedTuple):
    """A report as it is, with what the checks say of it."""

    name: str
    text: str
    outcome: Outcome


class Edit(NamedTuple):
    """One error: `text[start:end]` becomes `new`.

    Attributes:
        first: where the injected error begins, when it is wider than the edit (the opening mark of a pair).
    """

    start: int
    end: int
    new: str
    first: int

    def apply(self, text: str) -> str:
        return text[: self.start] + self.new + text[self.end :]


def edit(start: int, end: int, new: str, first: int | None = None) -> Edit:
    return Edit(start, end, new, start if first is None else first)


class Value(NamedTuple):
    """A printed number: its value, one unit of its last written place (0 for a count of things), and what follows it."""

    value: Decimal
    step: Decimal
    unit: str

    @property
    def low(self) -> Decimal:
        return self.value - self.step

    @property
    def high(self) -> Decimal:
        return self.value + self.step


def value_of(written: str) -> Value | None:
    """The number that `written` is in Arabic digits; None for 百分之五 and the like."""
    plain = "".join(unicodedata.normalize("NFKC", written).replace(",", "").split())
    match = _WRITTEN.match(plain)
    if match is None:
        return None
    digits, scale, unit = match.group(1), match.group(2) or "", match.group(3)
    places = len(digits.partition(".")[2])
    step = Decimal(1).scaleb(_SCALES[scale] - places)
    whole = not scale and not places and _NOT_ROUNDED.fullmatch(unit)
    return Value(Decimal(digits).scaleb(_SCALES[scale]), Decimal(0) if whole else step, unit)


def like(new: str, old: str) -> str:
    """`new` in the width of the digits of `old`."""
    return new.translate(_WIDE) if any("０" <= char <= "９" for char in old) else new


def mistyped(written: str) -> Iterator[str]:
    """`written` with one digit changed or two neighbours swapped, never with a zero in front."""
    digits = [at for at, char in enumerate(written) if unicodedata.normalize("NFKC", char).isascii() and char.isdigit()]
    for at in digits:
        for digit in "0123456789":
            yield written[:at] + like(digit, written[at]) + written[at + 1 :]
    for at in digits:
        if at + 1 in digits:
            yield written[:at] + written[at + 1] + written[at] + written[at + 2 :]


def slips(written: str, random: Random, wanted: Callable[[Value], bool]) -> Iterator[str]:
    """Slips of `written` whose value is `wanted`, at random."""
    old = value_of(written)
    found = sorted(set(mistyped(written)) - {written})
    random.shuffle(found)
    for new in found:
        value = value_of(new)
        if old and value and value.value != old.value and not _led_by_zero(new, written) and wanted(value):
            yield new


def _led_by_zero(new: str, old: str) -> bool:
    first, before = (unicodedata.normalize("NFKC", text).lstrip()[:2] for text in (new, old))
    return first[0] == "0" and first[1:] != "." and before[0] != "0"
