"""2024年是新中国成立74周年: an anniversary that does not fall in its year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from govmetrics.calendar import number
from govmetrics.finding import Judgement, Phrase, Problem, Related
from govmetrics.patterns import compile_
from govmetrics.relations.dates import days

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.view import View

GROUP: Final = "date"
SEVERITY: Final = "warning"
WHAT: Final = Phrase("周年推算错误", "an anniversary that does not fall in its year")
WHY: Final = Phrase(
    "周年等于当年减去起始年；只核对起始年份公认的大事，并且句中写明是哪一年。",
    "The anniversary is the year less the first one; only events whose year is beyond doubt are looked at, where the year is stated.",
)
BAD: Final = (
    ("新修订的行政处罚法自2021年7月15日起施行，到2024年7月15日满四周年。", "四周年"),
    ("2024年是新中国成立74周年。", "74周年"),
    ("我县于1984年正式建县，2024年迎来建县30周年。", "30周年"),
    ("2023年是改革开放四十周年。", "四十周年"),
)
GOOD: Final = (
    "学校于2009年建成新校区，2024年迎来建校60周年。综合行政执法局自2019年3月成立，到2024年1月已满四周年。",
    "新修订的行政处罚法自2021年7月15日起施行，到2024年7月15日满三周年。",
    "2024年是新中国成立75周年，也是人民代表大会成立七十周年。",
    "今年是改革开放45周年，以优异成绩庆祝建党100周年。",
    "2024年是改革开放后第一所职业学校建校30周年。",
)

_YEARS = {
    "新中国成立": 1949, "中华人民共和国成立": 1949, "中国人民政治协商会议成立": 1949, "人民政协成立": 1949,
    "中国共产党成立": 1921, "建党": 1921, "改革开放": 1978, "建军": 1927, "中国人民解放军建军": 1927,
    "全国人民代表大会成立": 1954, "人民代表大会成立": 1954, "香港回归祖国": 1997, "香港回归": 1997, "澳门回归祖国": 1999, "澳门回归": 1999,
    "辛亥革命": 1911, "五四运动": 1919, "抗战胜利": 1945, "抗日战争胜利": 1945, "世界反法西斯战争胜利": 1945, "红军长征胜利": 1936, "长征胜利": 1936,
    "出国作战": 1950, "联合国成立": 1945, "西藏和平解放": 1951, "西藏自治区成立": 1965, "新疆维吾尔自治区成立": 1955,
    "内蒙古自治区成立": 1947, "广西壮族自治区成立": 1958, "宁夏回族自治区成立": 1958, "现行宪法公布施行": 1982,
}  # fmt: skip
_ANNIVERSARY = compile_(r"(\d{1,3}|[一二三四五六七八九十百]{1,5})周年")
# 自2021年7月15日起施行,到2024年7月15日满四周年
_SINCE = compile_(
    r"自?((?:19|20)\d\d)年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:正式)?起?(?P<what>施行|成立|实施|启动|设立|挂牌|运行|建成|开通|建[县市区州校院馆厂]|设[县市区])[^。;\n\d]{0,12}(?:到|至|截至|,)((?:19|20)\d\d)年(?P<until>\d{1,2}月(?:\d{1,2}日)?)?(?:已|刚好|正好|恰好)?(?:满|(?:迎来|恰逢|喜迎|适逢|是)(?P=what))([一二三四五六七八九十\d]{1,3})周年"
)
_ANOTHER = compile_("迎接|献礼|[今去明]年|将|筹备")
_SUBJECT = compile_(r"(?:,)?(?:[^,。;\n]{0,4})(?:是|为|恰逢|正值|迎来|喜迎|适逢)")


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each anniversary that its year does not have, a judgement for each that it has."""
    text = view.text
    if "周年" not in text:
        return
    for since in _SINCE.finditer(text):
        first, last, said = int(since[1]), int(since[3]), number(since[5])
        span, arithmetic = view.span(since.start(5), since.end()), f"{last} - {first} = {last - first}"
        # 自2019年3月成立,到2024年1月: the last year may not be full.
        if said == last - first or (since["until"] and said == last - first - 1):
            yield Judgement(status="holds", span=span, arithmetic=arithmetic)
        elif said and last > first:
            yield Problem(
                span=span,
                message=Phrase(
                    f"{first}年到{last}年是{last - first}周年，文中写{since[5]}周年",
                    f"from {first} to {last} it is anniversary {last - first}, but the text says {said}",
                ),
                related=(Related(view.span(since.start(1), since.end(1) + 1), Phrase("起始年份", "the first year")),),
                expected=f"{last - first}周年",
                found=f"{since[5]}周年",
                arithmetic=arithmetic,
            )
    for match in _ANNIVERSARY.finditer(text):
        said = number(match[1])
        event = next((name for name in _YEARS if text.endswith(name, max(0, match.start() - 14), match.start())), None)
        if event is None or said is None:
            continue
        begins = days.sentence_start(text, match.start())
        known = [one for one in days.within(view, begins, match.start()) if one[2].precision in ("year", "day")]
        if len(known) != 1 or not days.states_year(known[0][2]) or known[0][2].start != known[0][2].end:
            continue
        start, end, metric = known[0]
        if start - begins > 6 or not _SUBJECT.match(text, end):
            continue
        if _ANOTHER.search(text, end, match.start()):
            continue
        year = int(metric.start[:4])
        span, arithmetic = view.span(match.start(), match.end()), f"{year} - {_YEARS[event]} = {year - _YEARS[event]}"
        if year - _YEARS[event] == said:
            yield Judgement(status="holds", span=span, arithmetic=arithmetic)
            continue
        yield Problem(
            span=span,
            message=Phrase(
                f"{year}年是{event}{year - _YEARS[event]}周年，文中写{match.group()}",
                f"{year} is anniversary {year - _YEARS[event]} of {event}, but the text says {said}",
            ),
            related=(Related(view.span(start, end), Phrase("年份", "the year")),),
            expected=f"{year - _YEARS[event]}周年",
            found=match.group(),
            arithmetic=arithmetic,
        )
