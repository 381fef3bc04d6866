"""石桥村、柳塘村、大岭村4个村: the names that are listed are not as many as the number behind them says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.calendar import number
from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.words_around import is_hanzi, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("列举的名称数与所写个数不符", "the names that are listed are not as many as is said")
WHY: Final = Phrase(
    "逐个列出乡镇、村、社区、部门名称后写“N个乡镇”的，名称应为N个；带“等”的只在列出的多于N个时才报。",
    "Names of towns, villages or departments with “N个” behind them are N; with 等 they are at most so many.",
)
BAD: Final = (
    ("石门镇、柳河镇、白塔乡3个乡镇被列为试点，调处纠纷1362件。其中石门镇571件、柳河镇446件、白沙乡345件。", "白沙乡"),
    ("选取石桥村、柳塘村、大岭村4个村作为法治示范点。", "4个村"),
    ("向城关镇、永宁镇、大塘镇、马坪镇、红石乡、新桥乡、罗田乡等6个乡镇派驻执法中队。", "6个乡镇"),
    ("联合公安、市场监管、应急、消防、生态环境四个部门开展专项整治。", "四个部门"),
)
GOOD: Final = (
    "在永和镇、太和镇、大塘镇3个乡镇开展试点；分别与东河村、西河村两个村结对；在石桥村、柳塘村5个村民小组推行积分制。",
    "组织机关、学校、企业36个单位参加活动；与县妇联、县总工会两家单位和东河村、和风村2个村签订协议。",
    "选取石桥村、柳塘村、大岭村3个村作为法治示范点。",
    "石门镇、柳河镇、石门镇3个乡镇被列为试点，调处纠纷1362件。其中石门镇571件、柳河镇446件、白沙乡345件。",
    "向城关镇、永宁镇、大塘镇等6个乡镇派驻执法中队。",
    "联合公安、市场监管、应急、消防、生态环境五个部门开展专项整治。",
    "城关镇、永宁镇各1个村，大塘镇4个村建成示范点。",
    "联合公安、市场监管、应急等四个部门开展专项整治。",
    "全县城关镇、永宁镇的4个村建成示范点。",
)

_COUNT = compile_(r"(?P<more>等)?(?<![\d.])(?P<count>\d{1,2}|[二两三四五六七八九十]{1,2})个?\Z")
_CLASSES = ("乡镇", "镇街", "镇", "乡", "街道", "行政村", "村", "社区", "部门", "单位")
_GOES_ON = compile_(r"[\u4e00-\u9fff]?[级长]|[民庄组村振企居务干镇街]")
_OFFICES = frozenset(["部门", "单位"])
_VILLAGES = frozenset(["行政村", "村", "社区"])
_NAMED_TOWNS, _NAMED_VILLAGES = (
    compile_(rf"(?<![、和及与])(?P<names>(?:[\u4e00-\u9fff]{{1,8}}(?:{ends})[、和及与]){{1,14}}[\u4e00-\u9fff]{{1,6}}(?:{ends}))\Z")
    for ends in ("镇|乡|街道", "村|社区")
)
_NAMED_OFFICES = compile_(r"(?:联合|会同|协同|组织|协调|邀请|整合)(?P<names>(?:[\u4e00-\u9fff]{2,8}、){2,12}[\u4e00-\u9fff]{2,8})\Z")
_LONGEST, _SHORT = 120, 5
_JOINT = compile_("(?<=[镇乡道村区])[和及与](?=[\u4e00-\u9fff]{2})")
"""和 stands in names, too: 太和镇."""
_NAME = compile_("[\u4e00-\u9fff]{1,5}(?:镇|乡|街道|村|社区)")
_WITH_NUMBER = compile_("(?<=[,、中和])([\u4e00-\u9fff]{1,4}?(?:镇|乡|街道|村|社区))(?=\\d)")
_FEW = 2
_KINDS = compile_("各|机关|企业|学校|部门|乡镇|单位|[所庭站]、")
_JOINED = compile_("[和及与]")


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each number behind a list of names that are more or fewer."""
    text = view.text
    for class_, at in ((word, at) for word in _CLASSES for at in places(text, word)) if "、" in text else ():
        match = _COUNT.search(text, max(0, at - _SHORT), at)
        if match is None or not is_hanzi(text[match.start() - 1 : match.start()]) or _GOES_ON.match(text, at + len(class_)):
            continue
        end = at + len(class_)
        pattern = _NAMED_OFFICES if class_ in _OFFICES else _NAMED_VILLAGES if class_ in _VILLAGES else _NAMED_TOWNS
        named = pattern.search(text, _begin(text, match.start()), match.start())
        if named is None:
            continue
        names = named["names"]
        if class_ in _OFFICES and (_JOINED.search(names) or _KINDS.search(names)):
            continue  # 发展和改革 is one, and 各乡镇 are many
        listed = sum(len(_JOINT.split(name)) for name in names.split("、"))
        told = number(match["count"].replace("两", "二")) or 0
        span = view.span(match.start("count"), end)
        related = (Related(view.span(*named.span("names")), Phrase("列出的名称", "the names")),)
        arithmetic = f"{listed}={told}" if listed == told else f"{listed}≠{told}"
        if listed == told and class_ not in _OFFICES:
            yield from _another(view, names, end)
        if listed == told:
            yield Judgement(status="holds", span=span, related=related, arithmetic=arithmetic)
        elif told > 1 and abs(listed - told) <= _FEW and (listed > told or (not match["more"] and listed > 1)):
            yield Problem(
                span=span,
                message=Phrase(f"前面列出{listed}个名称，这里写{match['count']}个", f"{listed} names are listed, but {told} are said"),
                related=related,
                expected=f"{listed}个{class_}",
                found=view.source(span),
                arithmetic=arithmetic,
            )


def _another(view: View, names: str, end: int) -> Iterator[Problem]:
    """石门镇、柳河镇、白塔乡3个乡镇 …其中石门镇571件、柳河镇446件、白沙乡345件: one of as many names that was not listed."""
    listed = [name.lstrip("和及与") for name in _NAME.findall(names)]
    told = list(_WITH_NUMBER.finditer(view.text, end, end + _LONGEST))[: len(listed)]
    if len(set(listed)) != len(listed):
        return
    others = [match for match in told if match.group(1) not in listed]
    if (
        len(told) != len(listed)
        or len(others) != 1
        or len({match.group(1) for match in told}) != len(told)
        or "\n" in view.text[end : told[-1].end()]
    ):
        return
    name, left = others[0].group(1), next(one for one in listed if one not in {match.group(1) for match in told})
    if len(name) == len(left) and sum(one != other for one, other in zip(name, left, strict=True)) == 1:
        span = view.span(*others[0].span(1))
        yield Problem(
            span=span,
            message=Phrase(f"前面列出的是{left}，此处为{name}", f"{left} was listed, and here it is {name}"),
            expected=left,
            found=name,
        )


def _begin(text: str, at: int) -> int:
    """Where the clause before `at` begins."""
    low = max(0, at - _LONGEST)
    return max(low, *(text.rfind(mark, low, at) + 1 for mark in ",。;:\n("))
