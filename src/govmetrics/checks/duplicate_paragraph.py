"""A paragraph or a long sentence that stands in the report twice."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from govmetrics.finding import Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "structure"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("段落或长句重复", "a paragraph or long sentence that is there twice")
WHY: Final = Phrase(
    "同一段话出现两次，多是从别处复制时没有删去原处。名词解释、表格和四十字以下的句子不比。",
    "A passage stands in two places because it was copied and not moved. Tables and sentences of fewer than forty characters are not compared.",
)
BAD: Final = (
    (
        "审核规范性文件14件、重大合同39份，提出意见62条。审核规范性文件14件、重大合同39份，提出意见62条。此外",
        "审核规范性文件14件、重大合同39份，提出意见62条。此外",
    ),
    (
        (
            "一是抓普法。全年组织普法骨干进社区、进企业、进学校开展巡回宣讲36场次，发放宣传资料1.2万份，解答群众咨询860人次。\n"
            "二是抓督查。全年组织普法骨干进社区、进企业、进学校开展巡回宣讲36场次，发放宣传资料1.2万份，解答群众咨询860人次。另派出督查组。\n"
        ),
        "全年组织普法骨干进社区、进企业、进学校开展巡回宣讲36场次，发放宣传资料1.2万份，解答群众咨询860人次。另派出",
    ),
)
GOOD: Final = (
    "一、甲单位\n按照有关规定履行职责。\n二、乙单位\n按照有关规定履行职责。\n",
    (
        "全年组织普法骨干进社区、进企业、进学校开展巡回宣讲36场次，发放宣传资料1.2万份。\n"
        "全年组织普法骨干进社区、进企业、进学校开展巡回宣讲63场次，发放宣传资料1.2万份。\n"
    ),
)

_SENTENCE = compile_(r"[^。!?\n]+[。!?]?")
_LINE = compile_(r"(?<=\n|\A)[^\n]{40,}[。!?]")
_NUMBER = compile_(r"\s*(?:[一二三四五六七八九十]{1,3}[、是]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])?\s*")
_REASONS: Final = ("主要原因", "原因", "主要用于", "主要是", "注:", "备注")
"""What explains the lines of accounts is often the same for several."""
_SHORTEST: Final = 40
_TAIL: Final = 30
_TWICE: Final = 12
_MANY: Final = 3
_SHOWN: Final = 20


def check(view: View) -> Iterator[Problem]:
    """A problem for each passage of sentences that was there before; none where a text is full of them."""
    yield from _twice(view)
    if not _has_alike(view.text):
        return
    runs = list(_runs(view.text))
    if len(runs) <= _MANY:
        for start, end, before in runs:
            yield _problem(view, start, end, before)
    elif runs:
        yield _problem(view, *runs[0], [(start, end) for start, end, _ in runs[1 : _SHOWN + 1]])


def _twice(view: View) -> Iterator[Problem]:
    """A problem for each sentence with a number that stands twice without anything between."""
    sentences = view.text.split("。")
    at = 0
    for last, sentence in pairwise(sentences):
        at += len(last) + 1
        if sentence == last and _TWICE <= len(sentence) < _SHORTEST and any(char.isdigit() for char in sentence):
            yield _problem(view, at, min(at + len(sentence) + 1, len(view.text)), (at - len(sentence) - 1, at))


def _has_alike(text: str) -> bool:
    """Whether any two long sentences or paragraphs end alike; few reports have such."""
    lines = [line[-_TAIL:] for line in text.split("\n") if len(line) >= _SHORTEST and line[-1] in "。!?"]
    sentences = [part[-_TAIL:] for part in text.replace("\n", "。").split("。") if len(part) >= _SHORTEST - 1]
    return len(set(lines)) < len(lines) or len(set(sentences)) < len(sentences)


def _runs(text: str) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """The start and end of each repeated passage, and those of the first sentence of its first appearance."""
    seen: dict[str, tuple[int, int]] = {}
    run: tuple[int, int, tuple[int, int]] | None = None
    for start, end in _passages(text, seen):
        before = seen["".join(text[start:end].split())]
        if run and start - run[1] <= _SHORTEST and "\n\n" not in text[run[1] : start]:
            run = (run[0], end, run[2])
            continue
        if run:
            yield run
        run = (start, end, before)
    if run:
        yield run


def _passages(text: str, seen: dict[str, tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The paragraphs, and the sentences of other paragraphs, whose words `seen` has; the others are put there."""
    for line in _LINE.finditer(text):
        start, end = _without_number(text, line.start()), line.end()
        if _is_seen(text, start, end, seen):
            yield start, end
            continue
        for match in _SENTENCE.finditer(text, start, end):
            if match.end() - match.start() < _SHORTEST:
                continue
            begin = _without_number(text, match.start())
            if (begin, match.end()) != (start, end) and _is_seen(text, begin, match.end(), seen):
                yield begin, match.end()


def _is_seen(text: str, start: int, end: int, seen: dict[str, tuple[int, int]]) -> bool:
    words = "".join(text[start:end].split())
    if len(words) < _SHORTEST or words.startswith(_REASONS) or "XX" in words:
        return False
    return seen.setdefault(words, (start, end)) != (start, end)


def _without_number(text: str, start: int) -> int:
    number = _NUMBER.match(text, start)
    return number.end() if number else start


def _problem(view: View, start: int, end: int, before: tuple[int, int], others: list[tuple[int, int]] | None = None) -> Problem:
    related = [Related(view.span(*before), Phrase("第一次出现", "where it stands first"))]
    related += [Related(view.span(*other), Phrase("另一处重复", "another repetition")) for other in others or ()]
    span = view.span(start, end)
    return Problem(
        span=span,
        message=Phrase("这段话在前面已经出现过", "this passage is in the report already"),
        related=tuple(related),
        help=Phrase("删去其中一处", "delete one of the two"),
        found=shown(view, span)[:60],
    )
