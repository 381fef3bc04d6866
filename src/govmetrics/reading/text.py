"""Bytes to text: byte-order marks, strict UTF-8, then a scored choice between the encodings Chinese reports come in.

The score is the length, in bits, of the text under a crude model of Chinese writing: a frequent character costs
little, a rare ideograph much, a private-use or control character most. The encoding that makes the bytes shortest is
taken, and bytes that no encoding makes shorter than themselves are not text. This holds from a few characters on.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from functools import cache

from govmetrics.errors import ReadError, UsageError

_SAMPLE = 1 << 16
# UTF-8 that is this long is no accident: a GBK character passes for UTF-8 about once in three.
_SURE = 64
_NON_ASCII = re.compile(rb"[\x80-\xff]")

# UTF-32 stands before UTF-16, whose mark begins its own.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_CANDIDATES = ("utf-8", "gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")
_USUAL = "utf-8, gb18030, big5, big5hkscs, utf-16"

_CUT = ("truncated", "unexpected end", "incomplete")  # how the codecs word it

_REMEDY = "save it again as UTF-8 or name its encoding with --encoding"
_SAVE_AS = "save it as plain text (另存为纯文本) and read that"
_BINARIES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive such as .docx, .xlsx or .ofd"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office document such as .doc, .xls or .wps"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\x7fELF", "a program (ELF)"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\0", "an SQLite database"),
)

_FREQUENT = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多"
    "定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因"
    "由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解"
    "问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少"
    "图山统接知较将组见计别手期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口"
    "东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达"
    "走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律究观越织装影算低持音众"
    "书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往历市克何除消构府称太准精值号率族维"
    "划选标写存候亲快效院查江型按格养易置派层片始专状育厂京识适属包住调满县局照参红细引该铁价严案访诉预财税投促推落"
    "督监察项补贴扶贫企村乡镇街征环境污障险医疗卫旅游创城房服优亿降幅零均其占额额初终责任审判检罚违执岭州阳"
)
_FREQUENT_TRADITIONAL = (
    "這為個國時來們於對會發動過說產種後學經進著電裡裏現實兩體機當點從業應開還間樣與關數義線內無係係結問變條沒質氣"
    "軍並題黨員總設長頭資邊級圖統較將組見計別論運農幾區強決戰則處隊給門規熱領東導壓爭濟階術極聯認權證採轉單風場車"
    "務萬達積議聲報鬥類離華確張馬節話況傳許廣記觀織裝眾書複復兒際驗連斷難備辦習響約勞團歷構稱準號維劃選標寫親養層"
    "專狀廠識適屬滿縣參紅細該鐵價嚴訪訴預財稅監項補貼貧鄉鎮徵環汙障險醫療衛遊創優億額終責審檢罰違執嶺陽臺灣產爲"
)
_MARKS_OF_TEXT = "，。、；：“”（）《》「」％\u3000"
_OTHER_MARKS = "？！…—－·‘’『』【】〔〕〈〉［］．～＋／①②③④⑤⑥⑦⑧⑨⑩〇○０１２３４５６７８９\u2003\u00a0\u2002\u200b\ufeff"


@cache
def _costs() -> dict[str, int]:
    """Bits of each known character; `_cost` gives those of the others."""
    cells = range(0xA1, 0xFF)
    costs: dict[str, int] = {}
    for rows, trails, codec, bits in (
        (range(0xD8, 0xF8), cells, "gb2312", 18),
        (range(0xA4, 0xC7), (*range(0x40, 0x7F), *cells), "cp950", 15),
        (range(0xB0, 0xD8), cells, "gb2312", 14),
    ):
        block = bytes(byte for row in rows for cell in trails for byte in (row, cell))
        costs.update(dict.fromkeys(block.decode(codec, "ignore"), bits))
    costs.update(dict.fromkeys(_FREQUENT_TRADITIONAL, 11))
    costs.update(dict.fromkeys(_FREQUENT, 10))
    costs.update(dict.fromkeys(_OTHER_MARKS, 12))
    costs.update(dict.fromkeys(_MARKS_OF_TEXT, 7))
    costs.update((chr(code), 7) for code in range(0x20, 0x7F))
    costs.update(dict.fromkeys("0123456789 \t\r\n\f", 6))
    costs.update(dict.fromkeys("abcdefghijklmnopqrstuvwxyz", 6))
    costs["\ufffd"] = 40
    return costs


def _cost(char: str) -> int:
    if "\u4e00" <= char <= "\u9fff":
        return 20
    if "\u00c0" <= char <= "\u00ff":
        return 12
    if "\u2010" <= char <= "\u27bf" or "\uff01" <= char <= "\uff5e":
        return 16
    return 26 if char.isprintable() else 40


def _bits(data: bytes, codec: str, final: bool) -> int:
    """The bits of `data` read as `codec`; what does not fit costs as much as a control character."""
    costs = _costs()
    text = codecs.getincrementaldecoder(codec)("replace").decode(data, final)
    return sum(number * (costs.get(char) or _cost(char)) for char, number in Counter(text).items())


def _sample(data: bytes) -> tuple[bytes, bool]:
    """A bounded part of `data` that begins at its first byte beyond ASCII, and whether it reaches the end."""
    first = _NON_ASCII.search(data)
    # An even start keeps the halves of UTF-16 together and is at a character's border in the other encodings.
    start = first.start() & ~1 if first and len(data) > _SAMPLE else 0
    return data[start : start + _SAMPLE], start + _SAMPLE >= len(data)


def _guess(data: bytes, valid: bool, place: str) -> str:
    """The most likely codec of `data`, which has no byte-order mark; `valid` says that it passes for UTF-8.

    Raises:
        ReadError: when no candidate explains the bytes.
    """
    sample, final = _sample(data)
    # NUL is half of an ASCII character in UTF-16 and part of no text in the others.
    candidates = _CANDIDATES[4:] if b"\0" in data else _CANDIDATES
    bits, _, codec = min((_bits(sample, codec, final), order, codec) for order, codec in enumerate(candidates))
    if bits <= 8 * len(sample):
        return codec
    if b"\0" in data:
        raise ReadError(f"binary data, not text (NUL at byte {data.index(0)}): {_SAVE_AS}", place)
    if valid:
        return "utf-8"
    raise ReadError(f"no encoding fits ({_USUAL} were tried): {_REMEDY}", place)


def _strict(data: bytes, codec: str, place: str, how: str, skip: int = 0, remedy: str = _REMEDY) -> tuple[str, str]:
    """`data` without its first `skip` bytes, decoded without loss, and the name of the codec."""
    try:
        return data[skip:].decode(codec), codec
    except UnicodeDecodeError as error:
        offset = skip + error.start
        if skip + error.end == len(data) and error.reason.startswith(_CUT):
            odd = ", an odd number of bytes" if codec.startswith("utf-16") and len(data) % 2 else ""
            message = f"{how} {codec}, cut short at byte {offset}{odd}: get the whole file again, or {remedy}"
        else:
            message = f"{how} {codec}, but byte {offset} does not fit: {remedy}"
    except UnicodeError as error:
        message = f"{how} {codec}, but the bytes do not fit ({error}): {remedy}"
    raise ReadError(message, place)


def _decode_as(data: bytes, encoding: str, place: str) -> tuple[str, str]:
    try:
        codec = codecs.lookup(encoding).name
        b"-".decode(codec)  # tells text codecs from the likes of base64
    except UnicodeError:
        pass
    except (LookupError, ValueError):
        raise UsageError(f"unknown encoding {encoding!r}: use one of {_USUAL}", "--encoding") from None
    remedy = "leave --encoding out or name another one"
    for mark, name in _MARKS:
        if data.startswith(mark) and name.startswith(codec):
            return _strict(data, name.removesuffix("-sig"), place, "read as", len(mark), remedy)[0], name
    return _strict(data, codec, place, "read as", remedy=remedy)


def decode(data: bytes, encoding: str | None = None, place: str = "") -> tuple[str, str]:
    r"""The text of a report and the name of its encoding.

    A byte-order mark is honoured and is not part of the text; line ends stay as they are (`\r\n` is two characters).

    Args:
        data: the whole file.
        encoding: the codec to use instead of finding it out.
        place: the file's name for messages.

    Raises:
        UsageError: `encoding` is unknown.
        ReadError: the bytes are binary, cut short, damaged or in no known encoding.
    """
    if encoding is not None:
        return _decode_as(data, encoding, place)
    for magic, name in _BINARIES:
        if data.startswith(magic):
            raise ReadError(f"{name}, not text: {_SAVE_AS}", place)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _strict(data, codec.removesuffix("-sig"), place, "marked as", len(mark))[0], codec
    return _detect(data, place)


def _detect(data: bytes, place: str) -> tuple[str, str]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        codec = _guess(data, False, place)
    else:
        if not data or (len(data) >= _SURE and b"\0" not in data):
            return text, "utf-8"
        codec = _guess(data, True, place)
    if codec == "cp950":
        try:
            return data.decode(codec), codec
        except UnicodeDecodeError:
            codec = "big5hkscs"  # the first Hong Kong character may stand behind the sample
    return _strict(data, codec, place, "looks like")
