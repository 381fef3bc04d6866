"""The checks of figures take time in proportion to the text, be it one sentence that never ends."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from govmetrics.analyse import analyse, review

SHORT, LONG = 5_000, 20_000
LEAST = 0.05
"""Seconds below which a measurement says nothing of growth."""


def repeated(unit: str, head: str = "", tail: str = "") -> Callable[[int], str]:
    return lambda size: head + unit * (size // len(unit)) + tail


TEXTS: dict[str, Callable[[int], str]] = {
    "counts before shares": lambda size: "甲5件，" * (size // 8) + "。" + "占5%，乙3件，" * (size // 16),
    "months and their means": repeated("1月至2月发5件，月均5件，"),
    "sums and verbs": repeated("5起、6起，共计查处"),
    "parts": repeated("其中甲5件，乙6件；"),
    "changes": repeated("由5件增至6件，年均增长5%，"),
    "places that act": repeated("安远县把事；", "清河县2024年工作报告\n清河县依法行政。\n"),
    "declared counts of items": repeated("以下四项工作：一是甲；二是乙。\n"),
    "lines with a name and a count": repeated("甲乙：5人\n"),
    "ratios of incomes": repeated("城镇居民人均可支配收入5元，农村居民人均可支配收入3元，城乡收入比为2.5。"),
    "numbers of years": repeated("3年"),
    "stocks": repeated("年初在册5人，新增5人，核减5人，年末在册5人，"),
    "references to annexes": repeated("见附件1。", tail="\n附件：1.甲乙丙丁\n"),
    "requests": repeated("收到政府信息公开申请5件，", "某县2024年政府信息公开工作年度报告\n"),
    "above": repeated("上述5件"),
}


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS.keys())
def test_four_times_the_text_takes_about_four_times_the_time(make: Callable[[int], str]) -> None:
    def spent(size: int) -> float:
        analysis = analyse(make(size))
        start = time.process_time()
        review(analysis)
        return time.process_time() - start

    spent(100)
    limit = 9 * max(spent(SHORT), LEAST)
    assert min(spent(LONG) for _ in range(2)) < limit
