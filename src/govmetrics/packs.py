"""Indicator packs: what the figures of a genre measure, by the words with which its reports say so.

A folder of packs is its own registry: `indicators/NAME.toml` in a folder of rules is the pack NAME. A phrasing is what
stands around a figure, which is `{}`: `(a|b)` are alternatives, `(a)?` may be left out, `…` skips some characters of the
clause, `^` in front stands for the beginning of the name of what is measured, and `scope: ` in front asks that the
nearest of the pack's scope words is one of that scope (several with `|`; `!scope: ` for any but that one). The name of some
of the pack's `[titles]` instead asks for one of their words in the report's title.
A `，` before the figure stands for the end of a clause: `决策目录，…列入{}` is said of `公布决策目录，共列入7项`; other
phrasings see the clause of the figure only.

A label is that of a row of a statistical table, exactly but for such openings as 全市, and `whole > part` that of a part below the
row that a `[[split]]` of the pack divides, by the first name that the split has for each. `word: ` in
front asks for that word in the title or the header of the table.

A row is the label of a row of a table of budgets and accounts, exactly: `table: label` in a table of one of the pack's titles `table`, its total or
only amount, `table: label / column` the amount below that heading.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias
from zlib import crc32

from msgspec import Struct

from govmetrics import cache, rulebook
from govmetrics.errors import UsageError
from govmetrics.phrasings import Index

if TYPE_CHECKING:
    from govmetrics.document import Document

NONE: Final = "none"
"""The name that stands for no pack at all."""
FOLDER: Final = "indicators"
CHANGE: Final = "change "
RATE: Final = "rate "
LEVEL: Final = "level "
"""What `Pack.measures` tells apart, each followed by a unit."""
_FORMAT: Final = 12
_TEXT_REACH: Final = 6000
_ENOUGH: Final = 3

Measure: TypeAlias = Literal["count", "rate", "amount", "growth"]
Sign: TypeAlias = Literal["=", "<=", "<", ">=", ">"]


class Side(Struct, frozen=True):
    """What one side of a relation comes to: ids that are added, those that are taken away, and those whose sum it is divided by."""

    plus: tuple[str, ...]
    minus: tuple[str, ...] = ()
    over: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """All of them."""
        return self.plus + self.minus + self.over


class Relation(Struct, frozen=True):
    """A formula of indicators that holds in a sound report.

    Attributes:
        text: as in the file.
        left: a sum.
        right: each side that it may be; where one fits, the relation holds.
    """

    text: str
    left: Side
    sign: Sign
    right: tuple[Side, ...]


class Indicator(Struct, frozen=True):
    """What is measured, the same in every report.

    Attributes:
        id, zh, en: its name.
        topic: the group that it belongs to.
        kind: a count, a rate in percent, an amount of money or goods, or a rate of growth.
        units: those that its figures are written in; the first is the usual one.
        change: its phrasings hold for figures that say by how much it changed, too.
        phrasings: as in the file.
        rows: as in the file.
        labels: as in the file.
        never: words of the clause with which a figure is of something else.
        bounds: least and greatest possible value; empty where there is none.
        relations: formulas of this pack's ids that hold in a sound report, as in the file.
    """

    id: str
    zh: str
    en: str
    topic: str
    kind: Measure
    units: tuple[str, ...]
    change: bool
    phrasings: tuple[str, ...]
    rows: tuple[str, ...]
    labels: tuple[str, ...]
    never: tuple[str, ...]
    bounds: tuple[str, str]
    relations: tuple[str, ...]


class Split(Struct, frozen=True):
    """A row of a statistical table that is the sum of others below it.

    Attributes:
        total: what its row may be called.
        parts: what the row of each part may be called; none is left out.
    """

    total: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]


class Chapter(Struct, frozen=True):
    """A chapter that a report of the genre must have.

    Attributes:
        zh, en: what it is about.
        words: those of which its heading has one.
        never: those with which a heading is of another chapter all the same.
        spread: chapters that are none of the others, two at least, stand for it.
        source: the rule that asks for it.
    """

    zh: str
    en: str
    words: tuple[str, ...]
    never: tuple[str, ...]
    spread: bool
    source: str


class Deadline(Struct, frozen=True):
    """The day of the following year by which a report of the genre is due.

    Attributes:
        month, day: that day, the last that is in time.
        zh, en: what is due.
        title: words of which a report's title must have one; empty for any.
        signed: whether it is for the day of signature, and says nothing of the day of publication.
        source: the rule that sets it.
    """

    month: int
    day: int
    zh: str
    en: str
    title: tuple[str, ...]
    signed: bool
    source: str


class Head(Struct, frozen=True):
    """What chooses a pack.

    Attributes:
        id: the file's name without `.toml`.
        zh, en: the genre.
        title: words of a title, one of which chooses the pack.
        text: words of a report that has no such title, three of which choose it.
        path: the file.
    """

    id: str
    zh: str
    en: str
    title: tuple[str, ...]
    text: tuple[str, ...]
    path: str


class Pack(Struct, frozen=True):
    """The indicators of a genre, ready to look for.

    Attributes:
        head: what it is called, and what chooses it.
        targets: figures of years to come are of an indicator, too.
        scopes: words by scope.
        titles: words of a report's title by what phrasings call a report that has one of them.
        yielding: scopes that stand back where the words around a figure belong to another.
        topics: a pattern of all of these words.
        scope_of: scope by word.
        tables: by title without its year and office, what rows call the table.
        cells: by row as in the file, the id of its indicator.
        labels: by what a cell is and its unit, as in `measures`, and its label, a word that the table's title or header must have, which
            may be empty, and the id of its indicator.
        indicators: in the order of the file.
        measures: the phrases that a figure can have, by what it is and its unit: each key is CHANGE, RATE or LEVEL with a unit.
        relations: those of all indicators.
        splits: which rows of statistical tables are the sums of others.
        chapters, deadlines: what the law asks of the genre.
    """

    head: Head
    targets: bool
    scopes: dict[str, tuple[str, ...]]
    titles: dict[str, tuple[str, ...]]
    yielding: frozenset[str]
    topics: str
    scope_of: dict[str, str]
    tables: dict[str, str]
    cells: dict[str, str]
    labels: dict[str, tuple[str, str]]
    indicators: tuple[Indicator, ...]
    measures: dict[str, Index]
    relations: tuple[Relation, ...] = ()
    splits: tuple[Split, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    deadlines: tuple[Deadline, ...] = ()

    @property
    def id(self) -> str:
        """Its name."""
        return self.head.id

    def get(self, id_: str) -> Indicator | None:
        """The indicator called `id_`, or None."""
        return next((indicator for indicator in self.indicators if indicator.id == id_), None)


class Packs:
    """All packs of some folders of rules; each is loaded when it is asked for.

    Attributes:
        heads: by id, in the order of their names.
    """

    def __init__(self, folders: Sequence[str]) -> None:
        self._paths = [path for folder in folders for path in pack_paths(folder)]
        self._stamp = _stamp(self._paths)
        self._name = f"packs-{crc32(repr(list(folders)).encode('utf-8', 'surrogateescape')):08x}"
        self._packs: dict[str, Pack] = {}
        heads = cache.load(f"{self._name}.pickle", self._stamp)
        self.heads: dict[str, Head] = heads if isinstance(heads, dict) else self._compile()

    def _compile(self) -> dict[str, Head]:
        from govmetrics import packfiles

        self._packs = packfiles.read(self._paths)
        heads = {id_: pack.head for id_, pack in self._packs.items()}
        for id_, pack in self._packs.items():
            cache.save(f"{self._name}-{id_}.pickle", self._stamp, pack)
        cache.save(f"{self._name}.pickle", self._stamp, heads)
        return heads

    def get(self, name: str) -> Pack:
        """The pack called `name`.

        Raises:
            UsageError: there is no such pack.
        """
        if name not in self.heads:
            raise UsageError(f"unknown pack; choose from {', '.join([*self.heads, NONE])}", name)
        if name not in self._packs:
            pack = cache.load(f"{self._name}-{name}.pickle", self._stamp)
            if isinstance(pack, Pack):
                self._packs[name] = pack
            else:
                self._compile()
        return self._packs[name]

    def all(self) -> list[Pack]:
        """Every pack."""
        return [self.get(name) for name in self.heads]

    def named(self, name: str, document: Document) -> Pack | None:
        """The pack that `--pack` asks for: that of the report's genre when empty.

        Raises:
            UsageError: there is no such pack.
        """
        if not name:
            return self.choose(document)
        return None if name == NONE else self.get(name)

    def choose(self, document: Document) -> Pack | None:
        """The pack of a report's genre: by its title, else by the words of its text; None when none fits."""
        title = document.title or document.twin.text[:80].partition("\n")[0]
        # The end of a title names the genre: 关于2024年法治政府建设情况的报告.
        places = {
            id_: max((title.rfind(word) + len(word) for word in head.title if word in title), default=0) for id_, head in self.heads.items()
        }
        found = max(places, key=places.__getitem__, default=None)
        if found and places[found]:
            return self.get(found)
        text = document.twin.text[:_TEXT_REACH]
        words = {id_: sum(word in text for word in head.text) for id_, head in self.heads.items()}
        found = max(words, key=words.__getitem__, default=None)
        return self.get(found) if found and words[found] >= _ENOUGH else None


_loaded: dict[tuple[str, ...], Packs] = {}


def load(folders: Sequence[str] = ()) -> Packs:
    """The built-in packs with those of `folders`, folders of rules; a later one overrides a pack by its id.

    Raises:
        RuleErrors: every error of every file, with its place and remedy.
    """
    key = tuple(folders)
    if key not in _loaded:
        _loaded[key] = Packs([rulebook.builtin(), *folders])
    return _loaded[key]


def _stamp(paths: Iterable[str]) -> list[Any]:
    here = os.path.dirname(os.path.abspath(__file__))
    code = (os.path.join(here, name) for name in ("packs.py", "packfiles.py", "phrasings.py", "formulas.py"))
    files = ((path, os.stat(path)) for path in [*paths, *code])
    return [_FORMAT, sys.version, *((path, status.st_size, status.st_mtime_ns) for path, status in files)]


def pack_paths(folder: str) -> list[str]:
    """The pack files of a folder of rules: `indicators/*.toml` in it, or below a language (`zh/indicators/*.toml`)."""
    found = []
    for root, inner, files in os.walk(folder):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        if os.path.basename(root) == FOLDER:
            inner.clear()
            found += [os.path.join(root, name) for name in sorted(files) if name.endswith(".toml") and name[0] != "."]
    return found
