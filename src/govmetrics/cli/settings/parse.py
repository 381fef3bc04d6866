"""The table of a configuration file to a `Config`, with all errors at once."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING, Any, Final, cast

from govmetrics.cli.options import known
from govmetrics.cli.settings import ALL, DEFAULT, FAIL_ON, Config, FailOn, Suppression
from govmetrics.errors import UsageError
from govmetrics.finding import GROUPS, SEVERITIES
from govmetrics.messages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

KEYS: Final = ("select", "ignore", "fail-on", "baseline", "lang", "severity", "suppress")
SUPPRESS_KEYS: Final = ("check", "path", "fingerprint", "text", "reason", "expires")
OFF: Final = "off"


def choices(ids: Sequence[str]) -> list[str]:
    """What may be selected and ignored, where there are the checks `ids`."""
    return [*ids, *GROUPS, ALL, DEFAULT]


class _Reader:
    """Reads values of a table; what is wrong goes to `errors` and counts as not there."""

    def __init__(self, file: str, ids: Sequence[str]) -> None:
        self.file = file
        self.ids = ids
        self.errors: list[UsageError] = []

    def wrong(self, message: str, *place: str) -> None:
        self.errors.append(UsageError(message, ": ".join((self.file, *place))))

    def unknown(self, table: Mapping[str, object], keys: Sequence[str], *place: str) -> None:
        for name in table:
            if name not in keys:
                self.known(name, keys, "key", *place)

    def known(self, value: str, offered: Sequence[str], what: str, *place: str) -> str | None:
        try:
            return known(value, offered, what)
        except UsageError as error:
            self.wrong(error.message, *place, value)
            return None

    def text(self, table: Mapping[str, object], key: str, *place: str) -> str:
        value = table.get(key, "")
        if not isinstance(value, str):
            self.wrong('must be a text in quotation marks, such as "…"', *place, key)
            return ""
        if key in table and not value.strip():
            self.wrong('must not be empty; write a text such as "…"', *place, key)
            return ""
        return value

    def one(self, table: Mapping[str, object], key: str, offered: Sequence[str], what: str) -> str | None:
        value = self.text(table, key)
        return self.known(value, offered, what, key) if value else None

    def several(self, table: Mapping[str, object], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.wrong('must be a list of texts, such as ["sum", "date"]', key)
            return ()
        offered = choices(self.ids)
        found = (self.known(item, offered, "check or group", key) for item in dict.fromkeys(value))
        return tuple(item for item in found if item)


def parse(table: Mapping[str, object], file: str, folder: str, ids: Sequence[str]) -> tuple[Config, list[UsageError]]:
    """What `table` says, and all that is wrong with it.

    Args:
        table: a configuration as TOML gives it.
        file: the file that it is from, as messages call it.
        folder: the folder that paths in it count from.
        ids: the checks that there are.
    """
    reader = _Reader(file, ids)
    reader.unknown(table, KEYS)
    select, ignore = reader.several(table, "select"), reader.several(table, "ignore")
    if table.get("select") == []:
        reader.wrong("names no check; leave it out for the default ones", "select")
    for name in select:
        if name in ignore:
            reader.wrong("is selected and ignored at once; take it out of one of them", name)
    baseline = reader.text(table, "baseline")
    config = Config(
        file=file,
        folder=folder,
        select=select or None,
        ignore=ignore,
        fail_on=cast("FailOn | None", reader.one(table, "fail-on", FAIL_ON, "value")),
        baseline=os.path.join(folder, baseline) if baseline else None,
        lang=reader.one(table, "lang", LANGUAGES, "language"),
        severity=_severity(table.get("severity", {}), reader),
        suppress=_suppress(table.get("suppress", []), folder, reader),
    )
    return config, reader.errors


def _severity(table: object, reader: _Reader) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if not isinstance(table, dict):
        reader.wrong('must be a table: [severity] with lines such as check-id = "note"', "severity")
        return found
    for name, value in table.items():
        if not reader.known(name, reader.ids, "check", "severity"):
            continue
        if not isinstance(value, str):
            reader.wrong('must be a text in quotation marks, such as "…"', "severity", name)
        elif severity := reader.known(value, [*SEVERITIES, OFF], "severity", "severity", name):
            found[name] = severity
    return found


def _suppress(entries: object, folder: str, reader: _Reader) -> tuple[Suppression, ...]:
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        reader.wrong("must be entries that start with [[suppress]]", "suppress")
        return ()
    found = (_suppression(entry, f"suppress {number}", folder, reader) for number, entry in enumerate(entries, 1))
    return tuple(entry for entry in found if entry)


def _suppression(entry: Mapping[str, object], name: str, folder: str, reader: _Reader) -> Suppression | None:
    before = len(reader.errors)
    reader.unknown(entry, SUPPRESS_KEYS, name)
    text = {key: reader.text(entry, key, name) for key in ("check", "reason", "path", "fingerprint", "text")}
    if "reason" not in entry:
        reader.wrong('has no reason; say why the finding may stay: reason = "…"', name)
    if "check" not in entry:
        reader.wrong('names no check; add check = "…"', name)
    if text["check"]:
        reader.known(text["check"], reader.ids, "check", name, "check")
    expires = entry.get("expires")
    # A moment is a date, too, but has a time zone to disagree about.
    if expires is not None and type(expires) is not date:
        reader.wrong("must be a date without quotation marks, such as 2027-12-31", name, "expires")
        expires = None
    found = Suppression(
        place=f"{reader.file}: {name}",
        folder=folder,
        expires=expires,
        **text,
    )
    return found if len(reader.errors) == before else None
