"""Bytes to text: every encoding on long and short texts, and a plain error for whatever is no text."""

from __future__ import annotations

import codecs
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govmetrics.errors import ReadError, UsageError
from govmetrics.reading.text import decode

SHARED = Path(__file__).resolve().parents[2] / "shared"
needs_shared = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the folder ../shared with the corpus is absent"),
]

SIMPLIFIED = (
    "云岭县2024年政府信息公开工作年度报告\r\n"
    "\u3000\u3000一、总体情况。全年主动公开信息１，２８６条，同比增长12.5%；受理申请37件，办结35件。\r\n"
    "\u3000\u3000二、存在问题：部分乡镇发布不及时，“重办理、轻公开”的现象尚未根除。\r\n"
)
TRADITIONAL = (
    "青河市政府113年度施政報告\r\n"
    "\u3000\u3000一、整體情況：本年度受理人民陳情案件計2,415件，較上年減少8.3%。\r\n"
    "\u3000\u3000二、「開放資料」平臺新增資料集96項，下載次數達31萬次。\r\n"
)
UNICODE = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
HEADLINES = ("信访工作综述", "预算执行报告", "审计结果公告", "粮食产量公报", "市民热线月报", "一一〇报警台")
HEADLINES_TRADITIONAL = ("施政績效報告", "預算執行情形", "人口統計月報", "環境品質公報", "勞動檢查年報")


@pytest.mark.parametrize("codec", UNICODE)
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, *HEADLINES, *HEADLINES_TRADITIONAL])
def test_encoding_is_found(text: str, codec: str) -> None:
    assert decode(text.encode(codec)) == (text, codec)


@pytest.mark.parametrize("text", [TRADITIONAL, *HEADLINES_TRADITIONAL])
def test_big5_is_found(text: str) -> None:
    assert decode(text.encode("cp950")) == (text, "cp950")


def test_hong_kong_characters_are_found() -> None:
    text = "深水埗區議會年報，呢份報告嘅數字喺附件：全年舉行會議２４次，處理個案１３５宗，跟進啲住戶"
    with pytest.raises(UnicodeEncodeError):
        text.encode("cp950")
    assert decode(text.encode("big5hkscs")) == (text, "big5hkscs")


def test_hong_kong_character_behind_the_sample() -> None:
    text = TRADITIONAL * 1000 + "深水埗啲"
    assert decode(text.encode("big5hkscs")) == (text, "big5hkscs")


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
        ("\ufeff".encode("gb18030"), "gb18030", "gb18030"),
    ],
)
def test_byte_order_mark_decides_and_is_not_text(mark: bytes, codec: str, name: str) -> None:
    assert decode(mark + SIMPLIFIED.encode(codec)) == (SIMPLIFIED, name)
    assert decode(mark) == ("", name)
    assert decode(mark + SIMPLIFIED.encode(codec), codec) == (SIMPLIFIED, name)


def test_only_one_mark_is_taken_off() -> None:
    assert decode(("\ufeff\ufeff" + SIMPLIFIED).encode())[0] == "\ufeff" + SIMPLIFIED


def test_empty_file_is_empty_text() -> None:
    assert decode(b"") == ("", "utf-8")


@pytest.mark.parametrize("text", ["a", "\r\n", "2024", "-----", "No.12, 34", "Bush hid the facts", "GDP", "Привет", "é"])
def test_short_utf8_without_chinese_stays_utf8(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


def test_gbk_that_passes_for_utf8() -> None:
    data = "一些".encode("gbk")
    assert data.decode("utf-8") != "一些"
    assert decode(data) == ("一些", "gb18030")


def test_ascii_in_utf16_without_mark() -> None:
    assert decode("Total: 2024\r\n".encode("utf-16-le")) == ("Total: 2024\r\n", "utf-16-le")


def test_first_chinese_far_behind_a_page_of_ascii() -> None:
    text = '<div class="a">' * 9001 + SIMPLIFIED
    for codec in ("gb18030", "utf-16-le", "utf-16-be"):
        assert decode(text.encode(codec)) == (text, codec)
    text = '<div class="a">' * 9001 + TRADITIONAL
    assert decode(text.encode("cp950")) == (text, "cp950")


@pytest.mark.parametrize("codec", UNICODE)
def test_sample_border_inside_a_character(codec: str) -> None:
    for shift in range(4):
        text = "x" * shift + "增" * 50_000
        assert decode(text.encode(codec)) == (text, codec)


@given(st.text("一二三四五年月日件人元千米的工作报告，。0123456789\r\n", min_size=8), st.sampled_from(UNICODE))
def test_frequent_characters_in_any_order(text: str, codec: str) -> None:
    text = "工作报告" + text
    assert decode(text.encode(codec)) == (text, codec)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=64))
def test_long_utf8_is_never_doubted(text: str) -> None:
    assert decode(text.encode()) == (text, "utf-8")


@given(st.binary(max_size=200))
def test_any_bytes_give_all_their_text_or_one_line(data: bytes) -> None:
    try:
        text, codec = decode(data, place="a.txt")
    except ReadError as error:
        message = str(error)
    else:
        strict = data.decode(codec)
        assert text == (strict if codec == "utf-8-sig" else strict.removeprefix("\ufeff"))
        return
    assert message.startswith("a.txt: ")
    assert len(message.splitlines()) == 1


def error(data: bytes, encoding: str | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        decode(data, encoding, "a.txt")
    place, _, message = str(caught.value).partition(": ")
    assert place == "a.txt"
    assert "\n" not in message
    return message


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00", ".docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", ".doc"),
        (rb"{\rtf1\ansi\'c4\'ea}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (b"GIF89a", "GIF"),
        (b"II*\0\x08", "TIFF"),
        (b"\x7fELF\x02\x01", "ELF"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8\0\0\0\0\0\0\0@\0\0\0", "NUL at byte 3"),
        (SIMPLIFIED.encode() + b"\0", f"NUL at byte {len(SIMPLIFIED.encode())}"),
        (SIMPLIFIED.encode("gbk") + bytes(9), f"NUL at byte {len(SIMPLIFIED.encode('gbk'))}"),
        (bytes(1000), "NUL at byte 0"),
    ],
)
def test_binary_data_is_named(data: bytes, what: str) -> None:
    message = error(data)
    assert what in message
    assert "另存为纯文本" in message


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF16_LE])
def test_odd_utf16_is_cut_short(mark: bytes) -> None:
    data = mark + SIMPLIFIED.encode("utf-16-le")[:-1]
    assert f"utf-16-le, cut short at byte {len(data) - 1}, an odd number of bytes" in error(data)


def test_half_a_surrogate_pair_is_cut_short() -> None:
    data = (SIMPLIFIED + "\U00020000").encode("utf-16-be")[:-2]
    message = error(data)
    assert f"utf-16-be, cut short at byte {len(data) - 2}: " in message


def test_utf8_cut_short_is_not_read_as_gbk() -> None:
    for text in (SIMPLIFIED, "粮食产量公报"):
        data = text.encode() + "件".encode()[:2]
        assert f"looks like utf-8, cut short at byte {len(text.encode())}" in error(data)


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_damage_is_placed(codec: str) -> None:
    before, after = SIMPLIFIED.encode(codec), SIMPLIFIED.encode(codec)
    message = error(before + b"\xff" + after)
    assert f"looks like {codec}, but byte {len(before)} does not fit" in message
    assert "--encoding" in message


def test_damage_behind_a_mark_is_placed_in_the_file() -> None:
    assert "marked as utf-8, but byte 6 does not fit" in error(codecs.BOM_UTF8 + "年".encode() + b"\xff\xff")


def test_bytes_that_are_no_text() -> None:
    data = bytes(byte or 1 for byte in random.Random(5).randbytes(300))
    message = error(data)
    assert message.startswith("no encoding fits")
    assert "--encoding" in message


def test_stated_encoding_is_used_strictly() -> None:
    assert decode("年".encode("gbk"), "GBK") == ("年", "gbk")
    assert decode(b"\xc4\xea", "latin-1") == ("Äê", "iso8859-1")
    assert decode("年".encode("utf-16"), "utf-16") == ("年", "utf-16-le")
    message = error("年报".encode("gbk") + b"\xff\xff", "gbk")
    assert "read as gbk, but byte 4 does not fit" in message
    assert "leave --encoding out" in message
    assert "cut short at byte 3" in error("年报".encode()[:5], "utf8")


def test_stated_encoding_wins_over_binary_signs() -> None:
    assert decode(b"%PDF-1.7", "ascii") == ("%PDF-1.7", "ascii")


def test_codec_that_fails_without_a_place() -> None:
    assert "bytes do not fit" in error(b"abc", "undefined")


@pytest.mark.parametrize("name", ["gb", "no such", "", "base64", "rot13", "a\0b"])
@pytest.mark.parametrize("data", [b"", b"abc"])
def test_unknown_encoding(name: str, data: bytes) -> None:
    with pytest.raises(UsageError, match=r"unknown encoding .*: use one of utf-8, gb18030, big5") as caught:
        decode(data, name, "a.txt")
    assert caught.value.place == "--encoding"


def corpus() -> list[str]:
    paths = sorted((SHARED / "corpus").rglob("*.txt"))
    return [path.read_bytes().decode("utf-8").removeprefix("\ufeff") for path in paths]


def encoded(text: str, codecs_tried: tuple[str, ...]) -> list[tuple[str, bytes]]:
    found = []
    for codec in codecs_tried:
        try:
            found.append((codec, text.encode(codec)))
        except UnicodeEncodeError:  # Big5 has no simplified characters
            continue
    return found


def decoded(data: bytes) -> str | None:
    try:
        return decode(data)[0]
    except ReadError:
        return None


class TestCorpus:
    pytestmark = needs_shared
    codecs = (*UNICODE, "cp950", "big5hkscs")

    def test_whole_reports(self) -> None:
        tried = [(text, codec, data) for text in corpus() for codec, data in encoded(text, self.codecs)]
        assert len(tried) >= 4 * 151
        assert [codec for text, codec, data in tried if decoded(data) != text] == []

    def test_slices(self) -> None:
        choice = random.Random(2024)
        right = dict.fromkeys(self.codecs, 0)
        total = dict.fromkeys(self.codecs, 0)
        for text in corpus():
            for _ in range(20):
                start = choice.randrange(max(1, len(text) - 20))
                piece = text[start : start + choice.randint(20, 200)]
                if len(piece) < 20 or not any("\u4e00" <= char <= "\u9fff" for char in piece):
                    continue
                for codec, data in encoded(piece, self.codecs):
                    total[codec] += 1
                    right[codec] += decoded(data) == piece
        assert total["gb18030"] > 2000
        assert total["cp950"] > 50
        assert {codec: right[codec] / total[codec] >= 0.995 for codec in total} == dict.fromkeys(self.codecs, True)

    def test_gbk_originals(self) -> None:
        paths = sorted((SHARED / "originals" / "gbk").glob("*.txt"))
        assert paths
        for path in paths:
            data = path.read_bytes()
            assert decode(data) == (data.decode("gb18030"), "gb18030")
