"""Finds the configuration file of a report: the nearest one in its folder or above."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from govmetrics.cli.settings import Config, ConfigErrors, short
from govmetrics.errors import UsageError
from govmetrics.reading.files import STDIN

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES: Final = ("govmetrics.toml", "pyproject.toml")


class Files:
    """The configuration files of a run, each read once.

    Args:
        ids: the checks that there are.
        file: the file that holds for every report; None to search.
    """

    def __init__(self, ids: Sequence[str], file: str | None = None) -> None:
        self._ids = ids
        self._file = file
        self._found: dict[str, Config | None] = {}
        self._errors: list[UsageError] = []

    def of(self, path: str | None) -> Config | None:
        """What holds for the report at `path`, which is standard input when None; None where nothing is said."""
        if self._file is not None:
            if self._file not in self._found:
                self._found[self._file] = self._given(self._file)
            return self._found[self._file]
        return self._above(os.getcwd() if path is None else os.path.dirname(os.path.abspath(path)))

    def check(self) -> None:
        """Raise all errors of the files that were read, if there are any.

        Raises:
            ConfigErrors: the errors, in the order of the files.
        """
        if self._errors:
            raise ConfigErrors(self._errors)

    def _above(self, folder: str) -> Config | None:
        if folder not in self._found:
            parent = os.path.dirname(folder)
            self._found[folder] = self._in(folder) or (self._above(parent) if parent != folder else None)
        return self._found[folder]

    def _in(self, folder: str) -> Config | None:
        for name in NAMES:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and (found := self._read(path)):
                return found
        return None

    def _given(self, path: str) -> Config | None:
        before = len(self._errors)
        found = self._read(path)
        if not found and len(self._errors) == before:
            self._errors.append(UsageError("has no table [tool.govmetrics]; add it or name another file", short(path)))
        return found

    def _read(self, path: str) -> Config | None:
        """What the file at `path` says; None when it has nothing to say, or cannot be read, which is kept as an error."""
        name = short(path)
        try:
            table = _load(path)
        except UsageError as error:
            self._errors.append(UsageError(error.message, name))
            return None
        if table is None:
            return None
        if not isinstance(table, dict):
            self._errors.append(UsageError("tool.govmetrics must be a table: [tool.govmetrics]", name))
            return None
        from govmetrics.cli.settings.parse import parse

        config, errors = parse(table, name, os.path.dirname(os.path.abspath(path)), self._ids)
        self._errors += errors
        return config


def language(path: str, ids: Sequence[str], file: str | None, lang: str) -> str:
    """The language of the configuration that holds for `path`, as far as it can be read; `lang` where it says none."""
    report = os.path.join(path, STDIN) if os.path.isdir(path) else path
    found = Files(ids, file).of(None if path == STDIN else report)
    return (found and found.lang) or lang


def _load(path: str) -> object:
    """The table of the file at `path`; None when it is a `pyproject.toml` that has none."""
    import tomllib

    project = os.path.basename(path) == NAMES[1]
    try:
        with open(path, "rb") as file:
            data = file.read()
        # Other programs' files are read only as far as they are ours.
        if project and b"govmetrics" not in data:
            return None
        table = tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise UsageError(f"cannot be read ({(error.strerror or str(error)).lower()}); check the path and its permissions") from None
    except UnicodeDecodeError as error:
        raise UsageError(f"is not UTF-8 at byte {error.start}; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"is no valid TOML: {error}; mend it there") from None
    if not project:
        return table
    tools = table.get("tool")
    return tools.get("govmetrics") if isinstance(tools, dict) else None
