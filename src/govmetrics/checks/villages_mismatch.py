"""辖14个村、3个社区, and elsewhere 18个村（社区）全部…: all villages or towns are another number than those that the report has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.figures import same_but_one

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from govmetrics.model import Span
    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("全部村（社区）、乡镇（街道）数与所辖数不符", "the number of all villages or towns is not that of the report")
WHY: Final = Phrase(
    "文中写明所辖村和社区、乡镇和街道各多少，又写“N个村（社区）全部……”“N个乡镇（街道）均……”的，两处应当一致；前后两处全部数对调数字的也算。",
    "A report that tells how many villages and communities, or towns and sub-districts, there are tells the same number where all of them are meant.",
)
BAD: Final = (
    ("全镇辖14个村、3个社区。\n按每个村（社区）7名配备“法律明白人”191名。", "191名"),
    ("街道现有9个社区、5个行政村，辖区常住人口8.7万人。\n辖区15个村（社区）全部配备律师。", "15个"),
    ("全镇辖14个村、3个社区。\n实现16个村（社区）法律顾问全覆盖。", "16个"),
    ("全县下辖12个乡镇、5个街道。\n18个乡镇（街道）综合行政执法队全部挂牌运行。", "18个"),
    ("全市辖8个镇、3个乡、2个街道。\n推动14个乡镇（街道）司法所规范化建设全覆盖。", "14个"),
    ("全县共有行政村162个、城市社区25个，46名律师签约179个村（社区），实现了村（社区）法律顾问全覆盖。", "179个"),
    ("全县268个村（社区）实现法律顾问全覆盖，286个村（社区）全部设立公共法律服务站点。", "286个"),
)
GOOD: Final = (
    "全县下辖12个乡镇、5个街道。\n17个乡镇（街道）综合行政执法队全部挂牌运行。12个乡镇（街道）建成示范站点。",
    "全县辖12个乡镇、5个街道，另有1个省级开发区。\n18个乡镇（街道、开发区）全部设立窗口。",
    "桃园镇辖14个村、3个社区。\n除整村搬迁的柳树村外，其余16个村（社区）法律顾问全覆盖。",
    "全镇辖14个村、3个社区。\n按每个村（社区）7名配备“法律明白人”119名。",
    "全镇辖14个村、3个社区。\n按每个村（社区）3名以上的标准配备“法律明白人”57名。",
    "街道现有9个社区、5个行政村，辖区常住人口8.7万人。\n辖区14个村（社区）全部配备律师。",
    "街道现有9个社区、5个行政村。\n12个村（社区）建成示范站点，覆盖率85.7%。",
    "全县268个村（社区）实现法律顾问全覆盖，186个村（社区）建成示范站点。",
    "全镇辖14个村、3个社区。\n选取5个村（社区）试点，5个村（社区）均已完成。",
)

_HELD = compile_(
    r"(?:辖|有|现有)[^。;\n]{0,12}?(?<!\d)(\d{1,4})个(?P<first>(?:行政)?村|社区)(?:\(居\)|委会|居委会)?(?:[、,和]|以及)(\d{1,4})个(?P<last>(?:行政)?村|社区)(?!\()"
    r"|(?:辖|有|现有)[^。;\n]{0,12}?(?:行政)?村(?:委会)?(\d{1,4})个[、,和](?:城[市镇])?社区(\d{1,4})个"
)
_ALL = compile_(
    r"(?<![\d.第选取])(?<!其中)(?P<whole>全[县市区镇乡]|辖区|辖区内|所有|覆盖|实现|[,。;\n])?(\d{1,4})个(?:行政)?村\((?:社区|居)\)(?P<tail>[^,。;\n\d]{0,16}(?:,实现了?村\((?:社区|居)\)[^,。;\n\d]{0,12}全覆盖)?)"
)
_HELD_TOWNS = compile_(
    r"(?:辖|有|现有)[^。;\n]{0,12}?(?<!\d)(\d{1,3})个(?P<first>乡镇|镇|乡)(?:[、,和]|以及)(\d{1,3})个(?P<last>乡|街道)(?:办事处)?(?:(?:[、,和]|以及)(\d{1,3})个街道(?:办事处)?)?(?!\()"
)
_ALL_TOWNS = compile_(
    r"(?<![\d.第选取])(?<!其中)(?P<whole>全[县市区]|辖区|辖区内|所有|覆盖|实现|推动|[,。;\n])?(\d{1,3})个(?:乡镇\(街道\)|镇\(街道\)|乡\(镇、?街道\)|乡\(镇\)街道|乡镇街道|镇街|镇\(街\))(?P<tail>[^,。;\n\d]{0,24})"
)
_EACH = compile_(r"每个?(?:行政)?村\((?:社区|居)\)(\d{1,2})[名人](?!以上)[^,。;\d至到]{0,24}?(?<!\d)(\d{2,5})[名人]")
_COVERED = compile_("全覆盖|全部|均|都|实现")
_SOME = compile_("其余|除|剩余|试点|示范|首批|其中|先行|达标|创建|重点|选")
_YEAR = compile_("(20\\d\\d)年(?!以来|起)[^。\n]{0,20}$")
_MERGED = compile_("撤并|合并|撤销|析置")
_BACK = 30


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each number of all villages that differs from the one that the report has."""
    text = view.text
    if "村(" in text:
        held = next((match for match in _HELD.finditer(text) if match["first"] != match["last"] or match["first"] is None), None)
        count = sum(int(part) for part in (held.group(1), held.group(3), held.group(5), held.group(6)) if part) if held else 0
        first = (held.start(1) if held.group(1) else held.start(5), held.end()) if held else None
        if first is not None:
            yield from _persons(view, count, first)
        yield from _all(view, _ALL, Phrase("村（社区）", "villages and communities"), count, first)
    if "街" in text:
        towns = next((match for match in _HELD_TOWNS.finditer(text) if match["first"] != match["last"]), None)
        if towns is not None:
            count = sum(int(towns.group(at)) for at in (1, 3, 5) if towns.group(at))
            yield from _all(view, _ALL_TOWNS, Phrase("乡镇（街道）", "towns and sub-districts"), count, (towns.start(1), towns.end()))


def _all(view: View, pattern: regex.Pattern[str], what: Phrase, count: int, first: tuple[int, int] | None) -> Iterator[Problem | Judgement]:
    """Hold the numbers of all of them against the one that the report has, or the first where it tells none."""
    text, held = view.text, first is not None
    for match in pattern.finditer(text):
        told = int(match.group(2))
        whole = match["whole"] in ("全县", "全市", "全区", "全镇", "全乡", "辖区", "辖区内", "所有") or _COVERED.search(match["tail"])
        if not whole or _SOME.search(text, max(match.start() - _BACK, 0), match.end()):
            continue
        year = _YEAR.search(text, max(match.start() - _BACK, 0), match.start())
        if _MERGED.search(text, match.end(), match.end() + _BACK) or (year and int(year.group(1)) != view.document.review):
            continue
        if first is None:
            count, first = told, (match.start(2), match.end(2) + 1)
            continue
        if told == count:
            yield _holds(view, match, first, f"{told}={count}")
        elif sorted(str(told)) == sorted(str(count)) or (held and abs(told - count) * 10 <= count):
            message = Phrase(
                f"此处全部{what.zh}为{told}个，前文所辖为{count}个",
                f"all {what.en} are {told} here, but the report has {count}",
            )
            yield _problem(view, match, first, message, f"{count}个", f"{count}≠{told}")


def _persons(view: View, count: int, first: tuple[int, int]) -> Iterator[Problem | Judgement]:
    """按每个村(社区)7名配备“法律明白人”119名: so many times the villages."""
    for match in _EACH.finditer(view.text):
        each, told = int(match[1]), int(match[2])
        arithmetic = f"{count}×{each}={count * each}"
        if told == count * each:
            yield _holds(view, match, first, arithmetic)
        elif same_but_one(str(told), str(count * each)):
            message = Phrase(
                f"{count}个村（社区）每个{each}名，应为{count * each}名，文中为{told}名",
                f"{each} for each of {count} villages make {count * each}, not {told}",
            )
            yield _problem(view, match, first, message, f"{count * each}名", f"{arithmetic}≠{told}")


def _holds(view: View, match: regex.Match[str], first: tuple[int, int], arithmetic: str) -> Judgement:
    return Judgement(status="holds", span=_told(view, match), related=_held_by(view, first), arithmetic=arithmetic)


def _problem(view: View, match: regex.Match[str], first: tuple[int, int], message: Phrase, expected: str, arithmetic: str) -> Problem:
    span = _told(view, match)
    return Problem(
        span=span,
        message=message,
        related=_held_by(view, first),
        expected=expected,
        found=view.text[match.start(2) : match.end(2) + 1],
        arithmetic=arithmetic,
    )


def _told(view: View, match: regex.Match[str]) -> Span:
    """The second number of `match`, with its unit."""
    return view.span(match.start(2), match.end(2) + 1)


def _held_by(view: View, first: tuple[int, int]) -> tuple[Related, ...]:
    return (Related(view.span(*first), Phrase("所辖数", "what there is")),)
