"""Where the marks of a report stand to each other: on one line, in one sentence, over the same title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.patterns import compile_
from govmetrics.relations.numbering.headings import ENUMERATION

if TYPE_CHECKING:
    from govmetrics.relations.numbering.headings import Mark

_REACH = 600
"""How far back the first item of a paragraph is looked for."""
_RUN = 4
"""Lines over which the items of a paragraph may run on."""
_FIRST = compile_("首先|一方面|第一|其一|一[、是要]")


class Layout:
    """The lines of a twin, as far as its marks have been read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._line = self._at = 0
        self._lines: dict[int, int] = {}

    def note(self, mark: Mark) -> None:
        """Keep the line of `mark`; marks come in order."""
        self._line += self.text.count("\n", self._at, mark.start)
        self._at = mark.start
        self._lines[mark.start] = self._line

    def together(self, before: Mark, mark: Mark) -> bool:
        """Whether both are on one line."""
        return self._lines[before.start] == self._lines[mark.start]

    def near(self, before: Mark, mark: Mark) -> bool:
        """Whether both are in one paragraph, or items that run through a few."""
        lines = self._lines[mark.start] - self._lines[before.start]
        return lines == 0 or (mark.style == ENUMERATION and lines <= _RUN)

    def inside(self, before: Mark, mark: Mark) -> bool:
        """Whether both are in one sentence."""
        return self.together(before, mark) and self.text.find("。", before.end, mark.start) < 0

    def anew(self, before: Mark, mark: Mark) -> bool:
        """Whether items between them are counted with 首先 and 其次, which `mark` goes on with."""
        return any(self.text.find(word, before.end, mark.start) >= 0 for word in ("首先", "其次"))

    def alone(self, mark: Mark) -> bool:
        """Whether nothing in its paragraph counts as the first item."""
        start = max(self.text.rfind("\n", 0, mark.start) + 1, mark.start - _REACH)
        return mark.start > start and not _FIRST.search(self.text, start, mark.start)

    def same_title(self, one: Mark, other: Mark) -> bool:
        """Whether two headings have the same words."""
        if not (one.line and other.line):
            return False
        end = self.text.find("\n", one.end, one.end + 80)
        return end > one.end + 1 and self.text.startswith(f"{self.text[one.end : end]}\n", other.end)
