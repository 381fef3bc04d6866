"""Texts that no report is: time grows with their length and nothing runs over.

Processor time is measured, and again where it seems long, so that a busy machine does not fail the tests. What grows
faster than its length is stopped at the size where it shows.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from govmetrics import extract, parse

SIZES = (3_000, 12_000, 48_000)
AT_ONCE = 0.15
"""Seconds for the first size; the slowest takes a quarter of it."""
NOISE = 0.01
"""Seconds below which a measurement says nothing of growth."""


def repeated(unit: str) -> Callable[[int], str]:
    return lambda size: (unit * (size // len(unit) + 1))[:size]


HOSTILE: dict[str, Callable[[int], str]] = {
    "one line of prose": repeated("全年受理群众来信1286件，同比增长5.4%，投入资金2.5亿元；"),
    "prose without an end of sentence": repeated("受理1286件、办结95%，"),
    "short lines": repeated("受理18件\n"),
    "lines of one width": repeated("全年共受理各类行政执法案件一千二百余件其中重大\n"),
    "digits": repeated("7"),
    "digits and spaces": repeated("7 "),
    "digits and points": repeated("7."),
    "digits and breaks": repeated("7\n"),
    "thousands separators without end": repeated("111,"),
    "one amount without end": lambda size: "1" + repeated(",111")(size - 1),
    "full-width separators": repeated("１，１１"),
    "opening brackets": repeated("("),
    "counts that open lists": repeated("3个镇(甲镇、"),
    "names that count": repeated("“三升一降”即甲升、"),
    "counts behind lists": repeated("甲镇、乙镇三个镇"),
    "full-width brackets": repeated("（"),
    "pairs of brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "numbered brackets": repeated("(1)"),
    "opening quotes": repeated("“"),
    "a long quotation": lambda size: "“" + repeated("一")(size - 2) + "”",
    "opening book marks": repeated("《"),
    "angle brackets": repeated("<"),
    "一": repeated("一"),
    "百": repeated("百"),
    "万": repeated("万"),
    "十": repeated("十"),
    "一百": repeated("一百"),
    "一二三": repeated("一二三"),
    "几": repeated("几"),
    "第": repeated("第"),
    "第一": repeated("第一"),
    "分之": repeated("百分之"),
    "百分点": repeated("百分点"),
    "年": repeated("年"),
    "years": repeated("2024年"),
    "years in a row": repeated("2024"),
    "ranges": repeated("1—"),
    "months": repeated("1月至"),
    "minus signs": repeated("-"),
    "headings": repeated("一、甲\n"),
    "headings one below the other": repeated("一、甲\n（一）乙\n1.丙\n（1）丁\n"),
    "glued headings": repeated("一、甲。"),
    "spaces": repeated(" "),
    "ideographic spaces": repeated("\u3000"),
    "line feeds": repeated("\n"),
    "carriage returns": repeated("\r"),
    "breaks before spaces": repeated("\n "),
    "zero-width characters": repeated("\u200b"),
    "zero-width between digits": repeated("7\u200b"),
    "page numbers": repeated("\n- 3 -\n"),
    "enumeration": repeated("5%、"),
    "counts and their changes": lambda size: "5件、" * (size // 6) + "分别增长" + "5%、" * (size // 6),
    "changes of nothing": lambda size: "分别增长" + repeated("5%、")(size - 4),
    "pairs of changes": repeated("分别增长5%、6%,"),
    "years and their counts": lambda size: "2023年、" * (size // 9) + "分别受理" + "5件、" * (size // 9),
    "brackets around figures": repeated("受理(5件"),
    "halves of a report": repeated("一、2025年工作安排\n(一)2024年工作\n受理5件\n"),
    "alike members": repeated("98%和"),
    "bounds": repeated("约"),
    "verbs": repeated("增长"),
    "bases": repeated("同比"),
    "commas": repeated("，"),
    "of": repeated("的"),
    "a table": lambda size: "单位：万元\n" + repeated("支出\t1,250.50\t3.5\n")(size),
    "captions": repeated("单位：万元\n"),
    "web addresses": repeated("http://"),
    "letters": repeated("a"),
    "traditional": repeated("萬億個與國會"),
    "outside the basic plane": repeated("𠀀1"),
}


def seconds(text: str) -> float:
    """Processor seconds for `text`."""
    started = time.process_time()
    extract(parse(text))
    return time.process_time() - started


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """The rule book is loaded once and its time belongs to no text."""
    extract(parse("2024年受理18件。"))


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_four_times_the_length_takes_four_times_the_time(make: Callable[[int], str]) -> None:
    before = min(seconds(make(SIZES[0])) for _ in range(2))
    assert before < AT_ONCE
    for size in SIZES[1:]:
        limit = 8 * max(before, NOISE)
        text = make(size)
        taken = seconds(text)
        if taken >= limit:  # the machine may have been busy
            taken = min(taken, seconds(text))
        assert taken < limit
        before = taken


@pytest.mark.parametrize(
    "text", ["(" * 1_000_000, "（" * 100_000 + "）" * 100_000, "一" * 1_000_000, "7" * 1_000_000], ids=["open", "nested", "hanzi", "digits"]
)
def test_a_million_of_a_kind_are_read_without_recursion(text: str) -> None:
    assert extract(parse(text)) == ()


def test_two_hundred_chinese_digits_are_no_figure_and_no_wait() -> None:
    started = time.process_time()
    assert extract(parse("九" * 200 + "件")) == ()
    assert extract(parse("9" * 400 + "件")) == ()
    assert time.process_time() - started < 1


def test_figures_are_still_found_behind_the_debris() -> None:
    for debris in ("(" * 5000, "“" * 5000, "《" * 5000, "<" * 5000, "7" * 5000, "一" * 5000, "\u200b" * 5000, " " * 5000, "第" * 5000):
        (*_, last) = extract(parse(f"{debris}。\n全年受理群众来信1286件。"))
        assert last.text == "1286件"
        assert "群众来信" in last.label
