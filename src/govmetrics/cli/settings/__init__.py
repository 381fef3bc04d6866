"""What a configuration file may say of `check`, and what holds for a report in the end."""

from __future__ import annotations

import os
from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from govmetrics.errors import GovmetricsError, UsageError
from govmetrics.finding import Severity

FailOn: TypeAlias = Literal["error", "warning", "note", "never"]
FAIL_ON: tuple[FailOn, ...] = ("error", "warning", "note", "never")

ALL, DEFAULT = "all", "default"


class Suppression(Struct, frozen=True, kw_only=True):
    """An entry of `[[suppress]]`: findings that somebody has looked at and lets pass.

    Attributes:
        place: where the entry stands, for messages.
        folder: what `path` counts from: the folder of the file that the entry stands in.
        check: the id of the check.
        reason: why the finding may stay.
        path: which reports, as a pattern; empty for all.
        fingerprint, text: which findings: by fingerprint, or by words of the clause; empty for all.
        expires: the last day on which it holds; None for ever.
    """

    place: str
    folder: str
    check: str
    reason: str
    path: str = ""
    fingerprint: str = ""
    text: str = ""
    expires: date | None = None


class Config(Struct, frozen=True, kw_only=True):
    """What one configuration file says; None and empty for what it leaves open.

    Attributes:
        file: the file as messages call it.
        folder: the folder that it stands in, absolute.
        baseline: the path of the baseline file, counted from `folder`.
        severity: what differs from the checks' own, by id.
    """

    file: str
    folder: str
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    baseline: str | None = None
    lang: str | None = None
    severity: dict[str, Severity | Literal["off"]] = {}
    suppress: tuple[Suppression, ...] = ()


class Overrides(Struct, frozen=True, kw_only=True):
    """What the command line says; None and empty for what it leaves open."""

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    baseline: str | None = None
    lang: str | None = None


class Settings(Struct, frozen=True, kw_only=True):
    """What holds for a report.

    Attributes:
        checks: the ids of the checks that run, sorted.
        severities: those that differ from the checks' own, by id.
        baseline: the path of the baseline file.
        origins: where each of the others comes from, by name: a file, or None for the command line, or empty for the program.
    """

    checks: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: FailOn
    lang: str
    baseline: str | None
    severities: dict[str, Severity]
    suppress: tuple[Suppression, ...]
    origins: dict[str, str | None]


class ConfigErrors(GovmetricsError):
    """All errors of the configuration files of a run.

    Args:
        errors: at least one; `str()` is one line an error.
    """

    def __init__(self, errors: list[UsageError]) -> None:
        super().__init__("\n".join(map(str, errors)))
        self.errors = errors


def short(path: str) -> str:
    """`path` as messages call it: from the working directory where it is below that."""
    try:
        relative = os.path.relpath(path)
    except ValueError:
        return path
    return path if relative.startswith(os.pardir) else relative
