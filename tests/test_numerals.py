"""Numerals: every spelling that reports use, the spellings that are refused, and the laws that hold for all."""

from __future__ import annotations

import decimal
import time
from decimal import Decimal

import cn2an  # type: ignore[import-untyped]  # it has no annotations
import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from govmetrics import numerals
from govmetrics.numerals import LONGEST, parse

ALPHABET = "0123456789.,-负零〇一二两三四五六七八九十百千万亿兆廿卅点多余来几数半壹佰萬個²①０ E_"

# The value is written with the precision that the numeral is written with: 1.2E+4 is not 12000.
EXACT = {
    # Arabic
    "0": "0",
    "12": "12",
    "2024": "2024",
    "8.50": "8.50",
    "266.0": "266.0",
    ".5": "0.5",
    "007": "7",
    "33,212": "33212",
    "1,234.50": "1234.50",
    "27,203,319,000": "27203319000",
    "123456789012345678901234567890": "123456789012345678901234567890",
    "12345678901234.5678901234567890": "12345678901234.5678901234567890",
    "-3.9": "-3.9",
    "负3.9": "-3.9",
    "负三点九": "-3.9",
    "-1,234": "-1234",
    "-0": "0",
    # Arabic with scales
    "1.2万": "1.2E+4",
    "1.20万": "1.20E+4",
    "10.0008亿": "1.00008E+9",
    "1.7万亿": "1.7E+12",
    "33,212万": "3.3212E+8",
    "15000万": "1.5000E+8",
    "4千": "4E+3",
    "3百": "3E+2",
    "350百万": "3.50E+8",
    "5百万": "5E+6",
    "3千万": "3E+7",
    "2万5千": "2.5E+4",
    "2亿3千万": "2.3E+8",
    "1百零8": "108",
    "3万500": "30500",
    "10亿零817万5288": "1008175288",
    "0万": "0E+4",
    "0千万": "0E+7",
    "1.5萬": "1.5E+4",
    "1亿0万": "1.0000E+8",
    # Chinese
    "零": "0",
    "七": "7",
    "两": "2",
    "十": "1E+1",
    "十五": "15",
    "二十": "2E+1",
    "二十七": "27",
    "廿五": "25",
    "卅": "3E+1",
    "百": "1E+2",
    "千": "1E+3",
    "万": "1E+4",
    "百亿": "1E+10",
    "千万": "1E+7",
    "万亿": "1E+12",
    "一百零二": "102",
    "一百十六": "116",
    "一百一十六": "116",
    "一千零五万": "1.005E+7",
    "一千零二十": "1.02E+3",
    "一万零五": "10005",
    "一万零五百": "1.05E+4",
    "一亿零五": "100000005",
    "三千五百": "3.5E+3",
    "三千五百零六": "3506",
    "三亿三千五百万": "3.35E+8",
    "一万五千亿": "1.5E+12",
    "二十万亿": "2E+13",
    "一万亿五千万": "1.00005E+12",
    "一亿十万": "1.001E+8",
    "六万万五千万": "6.5E+8",
    "壹佰贰拾叁": "123",
    "兩億參仟萬": "2.3E+8",
    # the last scale left out
    "三万五": "3.5E+4",
    "14万2,305": "142305",
    "185亿2,400万": "1.852400E+10",
    "两千六": "2.6E+3",
    "一百二": "1.2E+2",
    "三亿五": "3.5E+8",
    # decimals in Chinese
    "三点七": "3.7",
    "零点〇五": "0.05",
    "十点五": "10.5",
    "一百一十六点五": "116.5",
    "一万三千点五": "13000.5",
    "一万点五": "10000.5",
    "三点七万": "3.7E+4",
    "十二点五亿": "1.25E+9",
    # digit strings
    "一九八二": "1982",
    "二〇二四": "2024",
    "二○二四": "2024",
    "二零二四": "2024",
    "九八": "98",
    "二〇": "20",
    "一二三": "123",
    "一二〇万": "1.20E+6",
}

SURPLUS = {
    "7,500多万": "7.500E+7",
    "30多万": "3.0E+5",
    "30万多": "3.0E+5",
    "4万多": "4E+4",
    "三千余": "3E+3",
    "三亿三千五百多万": "3.35E+8",
    "一百多亿": "1E+10",
    "一千多万": "1E+7",
    "二百三十余万": "2.3E+6",
    "5500余": "5500",
    "100余": "100",
    "500多亿": "5.00E+10",
    "6864万余": "6.864E+7",
    "百余": "1E+2",
    "千余万": "1E+7",
    "十来": "1E+1",
    "二十来万": "2E+5",
    "三千餘": "3E+3",
    "-3万余": "-3E+4",
}

RANGES = {
    "两三": ("2", "3"),
    "一两": ("1", "2"),
    "三两": ("2", "3"),
    "三五": ("3", "5"),
    "八九": ("8", "9"),
    "七八百": ("7E+2", "8E+2"),
    "三五百": ("3E+2", "5E+2"),
    "一两万": ("1E+4", "2E+4"),
    "三四十万": ("3E+5", "4E+5"),
    "三五万": ("3E+4", "5E+4"),
    "十五六": ("15", "16"),
    "二十七八万": ("2.7E+5", "2.8E+5"),
    "二十四五": ("24", "25"),
    "一百二三": ("1.2E+2", "1.3E+2"),
    "一百二三十": ("1.2E+2", "1.3E+2"),
    "2万三四千": ("2.3E+4", "2.4E+4"),
    "几": ("2", "9"),
    "十几": ("11", "19"),
    "十几万": ("1.1E+5", "1.9E+5"),
    "十数万": ("1.1E+5", "1.9E+5"),
    "20几万": ("2.1E+5", "2.9E+5"),
    "几十": ("2E+1", "9E+1"),
    "几百": ("2E+2", "9E+2"),
    "几百万": ("2E+6", "9E+6"),
    "几千几百": ("2.1E+3", "9.9E+3"),
    "一百零几": ("101", "109"),
    "幾萬": ("2E+4", "9E+4"),
    "数十": ("2E+1", "9E+1"),
    "数百": ("2E+2", "9E+2"),
    "数万亿": ("2E+12", "9E+12"),
    "几十余": ("2E+1", "9E+1"),
    "负两三": ("-3", "-2"),
    "负十几万": ("-1.9E+5", "-1.1E+5"),
}

REFUSED = {
    "nothing": ["", "-", "负", ".", ",", "点", "多", "余万", "数", "一些", "统十", "进一步", "一半", "两万半"],
    "grouping": ["1,23", "1234,567", "1,2345", ",123", "0,123", "1,,234", "1,234,", "1.234,567", "1万2,34"],
    "points": ["12.", "1.2.3", "1..2", "12.万", "三点", "点五", "三点七点五", "3点5", "三点5", "三点七两"],
    "signs": ["--3", "负-3", "3-", "+3", "3—5"],
    "order of scales": ["十百", "百百", "二百三百", "万万", "千千万万", "亿万", "百千", "万亿万", "五十百"],
    "left side": [
        "零百",
        "3.5千2百",
        "1.2万5千",
        "12百5十",
        "三百五万",
        "一百二千",
        "三点七千",
        "千五",
        "百十",
        "亿三",
        "三百二点五",
    ],
    "right side": [
        "1亿20000万",
        "1万3.5",
        "2万5",
        "1亿2千万3",
        "一万二三四",
        "一百零",
        "一万零两百零",
        "一百零零二",
        "三万两",
        "二十零五",
    ],
    "digits": ["12三", "20二四", "两〇二四", "两二", "二两", "三四点五", "两三点五"],
    "surplus": ["三千多余", "三万多五", "零多", "三点多", "3.多", "三多百余", "三多五百", "4万多5千"],
    "several": ["三几", "几三", "几点五", "3几", "十几五", "数三", "三数百", "几两", "几零五"],
    "names": ["十三五", "十四五"],
    "ambiguous": ["兆", "3兆"],
    "other digits": ["０", "１２", "²", "①", "٣", "1_000", "1e5", "1E5", " 12", "12 ", "1 2", "inf", "nan", "0x1"],
}


def same(number: Decimal, written: str) -> bool:
    return number.as_tuple() == Decimal(written).as_tuple()


@pytest.mark.parametrize(("text", "written"), EXACT.items())
def test_an_exact_numeral_has_one_value_with_its_written_precision(text: str, written: str) -> None:
    number = parse(text)
    assert number is not None
    assert same(number.low, written)
    assert number.high is number.low
    assert not number.vague


@pytest.mark.parametrize(("text", "written"), SURPLUS.items())
def test_a_surplus_makes_the_numeral_vague_and_leaves_its_value(text: str, written: str) -> None:
    number = parse(text)
    assert number is not None
    assert same(number.low, written)
    assert number.high is number.low
    assert number.vague


@pytest.mark.parametrize(("text", "bounds"), RANGES.items())
def test_an_approximation_is_a_range(text: str, bounds: tuple[str, str]) -> None:
    number = parse(text)
    assert number is not None
    assert same(number.low, bounds[0])
    assert same(number.high, bounds[1])
    assert number.vague


@pytest.mark.parametrize("text", [text for texts in REFUSED.values() for text in texts])
def test_what_is_no_numeral_or_an_ambiguous_one_is_refused(text: str) -> None:
    assert parse(text) is None


def test_a_text_longer_than_any_numeral_is_refused() -> None:
    assert parse("9" * LONGEST) is not None
    assert parse("9" * (LONGEST + 1)) is None


@pytest.mark.parametrize("unit", ["9", "九", "万", "几", "一万", "1,", "多", "零"])
def test_a_hundred_thousand_characters_are_answered_at_once(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.perf_counter()
    assert parse(text) is None
    assert time.perf_counter() - start < 0.2


@pytest.mark.parametrize("unit", ["万", "亿", "几", "十", "一万", "万亿", "一二", "零", "点", "多", "1,", "三四"])
def test_the_longest_numeral_costs_little_whatever_it_repeats(unit: str) -> None:
    text = (unit * LONGEST)[:LONGEST]
    start = time.perf_counter()
    parse(text)
    assert time.perf_counter() - start < 0.2


def render(number: int) -> str:
    """`number` (from 0 to below 10^16) in Chinese, as the textbooks write it: 10010 is 一万零一十."""
    if number == 0:
        return "零"
    text = ""
    gap = False
    for power in range(15, -1, -1):
        digit = number // 10**power % 10
        if digit:
            text += ("零" if gap and text else "") + "零一二三四五六七八九"[digit] + ("", "十", "百", "千")[power % 4]
        gap = not digit
        if power in (4, 12) and number // 10**power % 10**4:
            text += "万"
        if power == 8 and number // 10**8:
            text += "亿"
    return text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (10, "一十"),
        (10010, "一万零一十"),
        (100_000_005, "一亿零五"),
        (1_500_000_000_000, "一万五千亿"),
        (10_050_000, "一千零五万"),
        (20_305, "二万零三百零五"),
    ],
)
def test_the_renderer_writes_as_the_textbooks_do(number: int, text: str) -> None:
    assert render(number) == text


@given(st.one_of(st.integers(0, 10**13), st.integers(0, 20000)))
def test_a_rendered_number_is_read_back_exactly(number: int) -> None:
    parsed = parse(render(number))
    assert parsed is not None
    assert (int(parsed.low), parsed.vague) == (number, False)
    zeros = len(str(number)) - len(str(number).rstrip("0")) if number else 0
    assert parsed.low.as_tuple().exponent == zeros
    assert parsed.high is parsed.low


@given(st.integers(1, 10**13))
def test_a_rendered_number_with_a_surplus_keeps_its_value(number: int) -> None:
    parsed = parse(render(number) + "余")
    assert parsed is not None
    assert (int(parsed.low), parsed.vague) == (number, True)


@given(st.integers(0, 10**30), st.integers(0, 8), st.sampled_from(["", "万", "亿", "万亿", "百", "千万"]))
def test_arabic_digits_survive_separators_and_scales(digits: int, decimals: int, scale: str) -> None:
    whole, fraction = f"{digits:,}", "123456780"[:decimals]
    parsed = parse(whole + (f".{fraction}" if fraction else "") + scale)
    assert parsed is not None
    power = {"": 0, "百": 2, "万": 4, "千万": 7, "亿": 8, "万亿": 12}[scale]
    assert same(parsed.low, f"{digits}{fraction}E{power - decimals}")


@given(st.text(ALPHABET, max_size=LONGEST + 2) | st.text(max_size=20))
def test_any_text_is_answered_without_an_error(text: str) -> None:
    number = parse(text)
    assert number is None or number.low <= number.high


@given(st.text(ALPHABET, max_size=10))
def test_only_a_vague_numeral_is_a_range(text: str) -> None:
    number = parse(text)
    assert number is None or number.vague or number.high is number.low


@given(st.text("零〇一二三四五六七八九十百千万亿两", min_size=1, max_size=10))
@example("一百十六")
@example("三万五")
@example("一千零五万")
def test_what_cn2an_reads_too_is_read_alike(text: str) -> None:
    # cn2an drops the 十万 of 一亿十万, and takes 万万 for an amount that 万 ends: 一万万三 is 100,003,000 to it.
    assume("亿十" not in text and "万万" not in text)
    number = parse(text)
    try:
        theirs = cn2an.cn2an(text, "normal")
    except (ValueError, KeyError):  # a KeyError is how it meets 〇十〇
        return
    if number is not None and not number.vague:
        assert int(number.low) == theirs


@pytest.mark.parametrize("text", [*EXACT, *SURPLUS, *RANGES])
def test_the_decimal_context_does_not_matter(text: str) -> None:
    expected = parse(text)
    numerals._parse.cache_clear()  # a remembered answer would hide a dependence
    narrow = decimal.Context(prec=1, Emin=0, Emax=0, rounding=decimal.ROUND_UP, traps=list(decimal.Context().flags))
    with decimal.localcontext(narrow):
        number = parse(text)
    assert number is not None
    assert expected is not None
    assert number.low.as_tuple() == expected.low.as_tuple()
    assert number.high.as_tuple() == expected.high.as_tuple()
