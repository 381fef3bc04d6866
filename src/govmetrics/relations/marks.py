"""Quotation marks and brackets of a report, paired within each paragraph, and what is wrong with those left over."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

PAIRS: Final = {"“": "”", "‘": "’", "(": ")", "[": "]", "〔": "〕", "《": "》", "〈": "〉", "{": "}"}
QUOTES: Final = "“‘"

Fault: TypeAlias = Literal["unclosed", "unopened", "mismatched", "reversed"]

_OPENING = {closing: opening for opening, closing in PAIRS.items()}
_WORDS_BETWEEN = re.compile(r"[^“”‘’()\[\]〔〕《》〈〉{}\n]+")
_DEPTH = 3
_MARK = compile_(r"[“”‘’()\[\]〔〕《》〈〉{}]")
# 1) 2) a) 一) number items, and :) is no bracket.
_LABEL = compile_(r"(?:[\n。;,:!?、 照持按]|\A) {0,8}(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3})\)")
_APOSTROPHE = compile_(r"[A-Za-z]’[A-Za-z]|’\d\d|[sS]’ ")
_PARAGRAPH = compile_(r"\n[\n ]{0,20}(?=[^\n ])")
_STOP = compile_("[。;!?]")
_WORDS = compile_(r"[^,。;:!?、()“”‘’《》\n]{0,16}")
_INDENT = 8
_MANY = 20
_PHRASE = 40
"""Characters between the marks of a pair that does not fit."""
_QUOTED_PARAGRAPHS = 3
_REACH = 4
"""Paragraphs that a quotation may go on for."""


class Lone(NamedTuple):
    """Marks without their other half, from `start` to `end` in the twin.

    Attributes:
        mark: the first of them.
        other: the second, where two that do not fit stand for a pair.
    """

    fault: Fault
    start: int
    end: int
    mark: str
    other: str = ""


class _Mark(NamedTuple):
    at: int
    line: int
    start: int
    mark: str

    @property
    def opens(self) -> bool:
        return self.mark in PAIRS

    @property
    def kind(self) -> str:
        return self.mark if self.opens else _OPENING[self.mark]


def lone(view: View) -> list[Lone]:
    """The marks without another half, in order; ask for them through `view.once`.

    Each kind is paired on its own. A quotation that goes on over a few paragraphs is whole, also where each paragraph begins with
    an opening mark and only the last one ends with a closing one.
    """
    text = view.text
    left = _across(text, _within(text))
    quoted = {one for one in left if one.mark == "“" and _begins_sentence(text, one)}
    if len(quoted) > _QUOTED_PARAGRAPHS:
        # The text of a law, whose paragraphs have been run together.
        left = [one for one in left if one not in quoted]
    return list(_told_once(_named(text, left)))


def _told_once(found: list[Lone]) -> Iterator[Lone]:
    """`found`, with only the first of those that are so many that the text must be damaged."""
    counts = Counter((one.fault, one.mark) for one in found)
    told: set[tuple[Fault, str]] = set()
    for one in found:
        kind = one.fault, one.mark
        if counts[kind] <= _MANY or kind not in told:
            told.add(kind)
            yield one


def _within(text: str) -> list[_Mark]:
    """The marks that are not paired in their own paragraph."""
    rest = _unpaired(text)
    if not rest.strip("\n"):
        return []
    left: list[_Mark] = []
    start = 0
    for line, (marks, words) in enumerate(zip(rest.split("\n"), text.split("\n"), strict=True)):
        if marks:
            left += _of_line(text, line, start, start + len(words))
        start += len(words) + 1
    return left


def _unpaired(text: str) -> str:
    """The marks of `text` without those that stand in nested pairs, which are most, and its line breaks."""
    rest = _WORDS_BETWEEN.sub("", text)
    for _ in range(_DEPTH):
        for opening, closing in PAIRS.items():
            rest = rest.replace(opening + closing, "")
    return rest


def _of_line(text: str, line: int, start: int, end: int) -> list[_Mark]:
    labels = {match.end() - 1 for match in _LABEL.finditer(text, max(start - 1, 0), end)}
    apostrophes = {text.index("’", match.start()) for match in _APOSTROPHE.finditer(text, start, end)}
    opened: dict[str, list[_Mark]] = {mark: [] for mark in PAIRS}
    left: list[_Mark] = []
    for match in _MARK.finditer(text, start, end):
        one = _Mark(match.start(), line, start, match.group())
        if one.opens:
            opened[one.mark].append(one)
        elif opened[one.kind] and one.at not in apostrophes:
            opened[one.kind].pop()
        elif one.at not in apostrophes and one.at not in labels:
            left.append(one)
    return sorted([*left, *(one for stack in opened.values() for one in stack)])


def _across(text: str, left: list[_Mark]) -> list[_Mark]:
    """Those of `left` that are not paired with a mark of a paragraph nearby."""
    waiting: dict[str, list[_Mark]] = {mark: [] for mark in PAIRS}
    alone: list[_Mark] = []
    for one in left:
        stack = waiting[one.kind]
        if one.opens:
            if one.kind not in QUOTES or not _goes_on(text, one):
                stack.append(one)
        elif stack and 0 < one.line - stack[-1].line <= _REACH:
            stack.pop()
        else:
            alone.append(one)
    return sorted([*alone, *(one for stack in waiting.values() for one in stack)])


def _goes_on(text: str, one: _Mark) -> bool:
    """Whether it begins a paragraph of a quotation that goes on in the next one, which begins with the same mark."""
    begins = one.at - one.start <= _INDENT and not text[one.start : one.at].strip()
    if not begins and text[one.at - 1 : one.at] != ":":
        return False
    after = _PARAGRAPH.search(text, one.at)
    if after is None or text[after.end()] != one.mark:
        return False
    end = text.find("\n", after.end())
    paragraph = text[after.end() : end if end > 0 else len(text)].rstrip(" 。;,")
    return paragraph.endswith(PAIRS[one.mark]) or paragraph.count(one.mark) > paragraph.count(PAIRS[one.mark])


def _begins_sentence(text: str, one: _Mark) -> bool:
    return one.at > one.start and text[one.at - 1] in "。;:"


def _named(text: str, left: list[_Mark]) -> list[Lone]:
    found = []
    at = 0
    while at < len(left):
        one = left[at]
        other = left[at + 1] if at + 1 < len(left) else None
        fault = _pair(text, one, other) if other else None
        if other and fault:
            found.append(Lone(fault, one.at, other.at + 1, one.mark, other.mark))
            at += 2
            continue
        if one.opens:
            words = _WORDS.match(text, one.at + 1)
            found.append(Lone("unclosed", one.at, words.end() if words else one.at + 1, one.mark))
        else:
            found.append(Lone("unopened", one.at, one.at + 1, one.mark))
        at += 1
    return found


def _pair(text: str, one: _Mark, other: _Mark) -> Fault | None:
    """What is wrong with two marks that stand for a pair; None where they do not."""
    if one.line != other.line or other.at - one.at > _PHRASE or _STOP.search(text, one.at, other.at):
        return None
    if one.kind == other.kind and one.kind in QUOTES:
        return "reversed"
    return "mismatched" if one.opens and not other.opens else None
