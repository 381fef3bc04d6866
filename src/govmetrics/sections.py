"""Headings: 一、 （一） 1. （1） at the start of a line or glued into a paragraph, with the text below each."""

from __future__ import annotations

import re

from govmetrics.calendar import number as whole
from govmetrics.model import Section
from govmetrics.patterns import compile_
from govmetrics.twin import Twin

_NUMBER = "一二三四五六七八九十"
_MARK = re.compile(rf"[\n。!?;”] {{0,20}}(?=[{_NUMBER}(0-9第])")
_HEADING = compile_(
    rf"(?:([{_NUMBER}]{{1,3}})、|\(([{_NUMBER}]{{1,3}})\)|(\d{{1,2}})(?:\.(?!\d)|、)|\((\d{{1,2}})\)|第([{_NUMBER}]{{1,3}})[章节部]分? *)"
    r"([^\n。:;!?]{1,60})"
)
_LEVELS = (1, 2, 3, 4, 0)


def sections(twin: Twin) -> tuple[Section, ...]:
    """The headings of a text in order, each reaching to the next one of its level or above.

    A heading inside a paragraph counts only where it carries on the numbering; 一、 in a list of clauses does not.
    """
    text = twin.text
    found: list[tuple[int, int, str, int]] = []
    last: dict[int, int] = {}
    places = [(0, False), *((mark.end(), mark.group()[0] != "\n") for mark in _MARK.finditer(text))]
    for place, glued in places:
        match = _HEADING.match(text, place)
        if not match:
            continue
        *numbers, title = match.groups()
        level, written = next((level, number) for level, number in zip(_LEVELS, numbers, strict=True) if number)
        number = whole(written) or 0
        if not number or (glued and number not in (1, last.get(level, 0) + 1)):
            continue
        last = {known: value for known, value in last.items() if known < level} | {level: number}
        found.append((level, number, title.strip()[:40], match.start()))
    return tuple(_nested(twin, found))


def _nested(twin: Twin, found: list[tuple[int, int, str, int]]) -> list[Section]:
    ends = [len(twin.text)] * len(found)
    open_: list[int] = []
    for i, (level, _, _, start) in enumerate(found):
        while open_ and found[open_[-1]][0] >= level:
            ends[open_.pop()] = start
        open_.append(i)
    sections: list[Section] = []
    above: list[Section] = []
    for (level, number, title, start), end in zip(found, ends, strict=True):
        above = [section for section in above if section.level < level]
        path = " / ".join([*(section.title for section in above), title])
        sections.append(Section(level, number, title, twin.span(start, end), path))
        above.append(sections[-1])
    return sections
