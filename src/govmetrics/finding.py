"""What checks say of a report: findings, and verdicts on the relations between its figures."""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec import Struct

from govmetrics.model import Span

Severity: TypeAlias = Literal["error", "warning", "note"]
Group: TypeAlias = Literal["agreement", "change", "date", "marks", "share", "structure", "sum", "wording"]
Status: TypeAlias = Literal["holds", "holds-if-truncated", "holds-with-another-base", "fails", "not-assessable"]

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
GROUPS: tuple[Group, ...] = ("agreement", "change", "date", "marks", "share", "structure", "sum", "wording")
STATUSES: tuple[Status, ...] = ("holds", "holds-if-truncated", "holds-with-another-base", "fails", "not-assessable")


class Phrase(Struct, frozen=True):
    """The same words in Chinese and in English."""

    zh: str
    en: str

    def __call__(self, lang: str) -> str:
        """The words in `lang`, `zh` or `en`."""
        return self.zh if lang == "zh" else self.en


class Related(Struct, frozen=True):
    """Another place that a finding is about, and the part that it plays there (total, part, base …)."""

    span: Span
    role: Phrase


class Problem(Struct, frozen=True, kw_only=True):
    """What a check found to be wrong; the program makes a `Finding` of it.

    Attributes:
        span: the figure or words that are wrong.
        message: one sentence without the final mark that says what is wrong.
        related: the other figures or places involved.
        help: how to mend it, where one edit does.
        expected, found: what should stand there and what does, as a reader would write them.
        arithmetic: the calculation in digits; set where a relation between figures failed.
        severity: where it differs from the check's own, such as for what follows from an inferred year.
    """

    span: Span
    message: Phrase
    related: tuple[Related, ...] = ()
    help: Phrase | None = None
    expected: str = ""
    found: str = ""
    arithmetic: str = ""
    severity: Severity | None = None


class Judgement(Struct, frozen=True, kw_only=True):
    """What a check found of a relation that does not fail; the program makes a `Verdict` of it."""

    status: Status
    span: Span
    related: tuple[Related, ...] = ()
    arithmetic: str = ""
    reason: Phrase | None = None


class Finding(Struct, frozen=True, kw_only=True):
    """A `Problem` with the check that found it.

    Attributes:
        check, group: the id of the check and the group that it is in.
        fingerprint: made of the check, the words around the place and an occurrence number; never of line numbers.
    """

    check: str
    group: Group
    severity: Severity
    span: Span
    message: Phrase
    related: tuple[Related, ...]
    help: Phrase | None
    expected: str
    found: str
    arithmetic: str
    fingerprint: str


class Verdict(Struct, frozen=True, kw_only=True):
    """What a check says of a relation that it recognised between figures.

    Attributes:
        span: the figure that was checked.
        arithmetic: the calculation in digits.
        reason: why it cannot be assessed, or which base fits.
    """

    check: str
    status: Status
    span: Span
    related: tuple[Related, ...]
    arithmetic: str
    reason: Phrase | None
