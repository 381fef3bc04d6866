"""How many months the time has that words speak of: 1—11月, 前三季度, 全年."""

from __future__ import annotations

from typing import Final

from govmetrics.numerals import parse
from govmetrics.patterns import compile_

YEAR: Final = 12

_TIME: Final = compile_(
    r"(?<!\d)(?P<from>1[0-2]|[1-9])月?份?(?:至|到|—+|-|~)(?P<next>次年|翌年|第二年|\d{4}年)?(?P<to>1[0-2]|[1-9])月份?(?!\d|[底初末中上下]|[—~-])"
    r"|(?:第?一|1)季?度?(?:至|到|—+|-|~)第?(?P<quarters>[二三四234])季度|前(?P<three>[三3])季度|(?<![前至到、—~\-\d])第?(?P<quarter>[一二三四1234])季度|(?P<half>[上下]半年)"
    r"|前(?P<first>1[0-2]|[2-9]|十[一二]?|[两二三四五六七八九])个月(?!\d)"
    r"|(?P<year>(?<![前近])全年(?:12个月)?|\d{4}年度?(?!以|至|到|末|底|初|来|[—~、和-]|\d{1,2}月))"
    r"|(?P<else>\d{4}年?(?:至|到|—+|-|~|、|和)\d{4}年|假期|长假|小长假|寒假|暑[假期]|假日|黄金周|春运|节日?|期间|赛季|会期|[高中]考|汛期|旺季|淡季|高峰|工作日|周末?|旬|月|季度|半年|首[日月]|当[日月]"
    r"|[近这前两三四五六七八九十]年|\d年|规划期|五年|时期|\d{4}年|\d天|[一两二三四五六七八九十]天)"
)
_SINCE: Final = compile_("每周|以来|上线|开通|启用|截至|截止|投用|投入使用|投入运营|运营|运行|试行|开业|开馆|开放|挂牌|成立|组建|工作日")
_QUARTERS: Final = {"二": 2, "2": 2, "三": 3, "3": 3, "四": 4, "4": 4}


def timed(words: str) -> bool:
    """Whether `words` name a time."""
    return _TIME.search(words) is not None


def months(words: str) -> int:
    """How many months the time has that `words` name last; 0 where they name none, or one that is not counted in months."""
    found = None if _SINCE.search(words) else list(_TIME.finditer(words))
    if not found or found[-1].group("else"):
        return 0
    match = found[-1]
    if match.group("from"):
        first, last = int(match.group("from")), int(match.group("to"))
        return 0 if match.group("next") or last <= first else last - first + 1
    if match.group("first"):
        count = parse(match.group("first").replace("两", "二"))
        return int(count.low) if count else 0
    if match.group("quarters"):
        return 3 * _QUARTERS[match.group("quarters")]
    return 9 if match.group("three") else 3 if match.group("quarter") else 6 if match.group("half") else YEAR
