"""The searchable twin of a text: folded to one spelling and freed of breaks inside figures, with the way back.

Rules and checks read the twin; whatever is shown to the user is cut from the source through `Twin.span`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

import regex

from govmetrics.model import Span
from govmetrics.patterns import compile_

# One spelling for marks and digits. Full-width ASCII is added below.
_MARKS = {
    "　": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\u00a0": " ", "\t": " ",
    "\u2028": "\n", "\u2029": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n",
    "○": "〇", "◯": "〇", "﹪": "%", "−": "-", "﹣": "-", "‐": "-", "‑": "-",
    "–": "—", "―": "—", "─": "—", "━": "—", "〜": "~", "∼": "~", "～": "~", "﹐": ",", "﹑": "、", "﹔": ";", "﹕": ":",
    "［": "[", "］": "]", "﹝": "〔", "﹞": "〕", "【": "[", "】": "]", "｡": "。", "﹒": ".",
    "「": "“", "」": "”", "『": "“", "』": "”", "〝": "“", "〞": "”", "＂": '"',
}  # fmt: skip
# Kangxi radicals that PDF extraction puts in place of ideographs.
_KANGXI = (
    "⼀一⼄乙⼆二⼈人⼉儿⼊入⼋八⼏几⼑刀⼒力⼗十⼜又⼝口⼟土⼠士⼤大⼥女⼦子⼨寸⼩小⼭山⼯工⼰己⼲干⼴广⼸弓⼼心⼾户⼿手"
    "⽀支⽂文⽃斗⽄斤⽅方⽇日⽉月⽊木⽋欠⽌止⽐比⽑毛⽒氏⽓气⽔水⽕火⽗父⽚片⽛牙⽜牛⽞玄⽟玉⽠瓜⽡瓦⽢甘⽣生⽤用⽥田⽩白⽪皮⽬目⽯石"
    "⽰示⽲禾⽳穴⽴立⽵竹⽶米⽷糸⽺羊⽻羽⽼老⽽而⽿耳⾁肉⾃自⾄至⾈舟⾊色⾍虫⾎血⾏行⾐衣⾓角⾔言⾕谷⾖豆⾚赤⾛走⾜足⾝身"
    "⾞车⾟辛⾥里⾦金⾬雨⾮非⾯面⾰革⾳音⾵风⾷食⾸首⾹香⾼高⿊黑⿎鼓⿏鼠⿐鼻⻓长⻔门⻅见⻆角⻉贝⻋车⻘青⻚页⻛风⻝食⻢马⻣骨⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⺠民⺟母⻄西⻒长⼉儿⽆无"
)  # fmt: skip
# Traditional forms of the characters that the lexicon is written in.
_TRADITIONAL = (
    "萬万億亿個个兩两餘余幾几數数點点貳二參三陸六圓元幣币鎊镑盧卢歐欧韓韩畝亩噸吨場场項项間间條条處处號号輛辆張张層层歲岁戶户屆届"
    "頭头隻只顆颗棟栋輪轮盞盏陣阵噸吨里里課课節节級级類类種种門门個个頁页頃顷鐘钟時时週周億亿萬万尋寻"
    "長长減减較较約约達达過过滿满於于為为會会後后與与從从單单縣县區区國国鎮镇鄉乡際际對对總总計计實实現现優优務务財财"
    "進进設设筆笔漲涨縮缩擴扩儲储蓄蓄貸贷款款險险養养療疗醫医學学業业產产農农營营車车電电話话網网報报書书檢检審审訴诉訟讼議议決决議议規规範范籌筹備备離离環环"
    "內内當当應应邊边發发書书佔占創创鉤钩廠厂餐餐東东華华階阶層层歷历"
)  # fmt: skip


def _pairs(both: str) -> dict[str, str]:
    return {old: new for old, new in zip(both[::2], both[1::2], strict=True) if old != new}


FOLD: dict[str, str] = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
FOLD |= _MARKS | _pairs(_KANGXI) | _pairs(_TRADITIONAL)
# One look at every character for hundreds of folds is slow: the usual ones are looked for singly, traditional ones
# only in a text that has one of their commonest, the others by their few ranges.
_COMMON = "，；：（）％０１２３４５６７８９．－～／！？　"
_TRADITIONAL_SIGNS = "個國與為時會億萬對長實區點兩幾數餘"
_RARE = re.compile(
    "[\t\x0b\x0c\x85\u00a0\u2002-\u2011\u2013\u2015\u2028-\u202f\u2212\u223c\u2500-\u2501\u25cb-\u25ef"
    "\u2e80-\u2fdf\u300c-\u301e\ufe50-\ufe6f\uff02-\uff07\uff0a\uff0b\uff1c-\uff1e\uff20-\uff5d\uff61]"
)
# What stands inside a figure and is not part of it: spaces beside digits, invisible characters, a break before a unit.
_AFTER_DIGIT = (
    "月号时元万亿千百%‰‱期美余至到—~㎡℃人自总件户案批场辆艘班车架航列趟亩篇册台家项点处份头只例套剂针间站本个平立吨公斤微毫标换载国课学工张"
    "床兆吉瓦伏度马匹大华海英米厘纳市尺丈寸垧担克升石桶摄分赫年天日小秒周星昼季世代次名位条类种起宗桩部羽尾株棵颗粒枚口眼孔座栋幢层所支组轮页字块"
    "面盏款门节讲通岁对幅首盘片根箱封笔票席具袋瓶盒集卷队方阶环领番档更锭纱段线级副出版科辑顶道曲回顷圆欧港卢新澳加韩泰法瑞银"
    "."
)
_SPACES = compile_(
    r"(?<=[\u4e00-\u9fff、,。:;(“]) {1,30}(?=[0-9])"
    rf"|(?<=[0-9]) {{1,2}}(?=[{_AFTER_DIGIT}])(?! ?[0-9.])"
    r"|(?<=[0-9][—~至]) (?=[0-9])"
    r"|(?<=[0-9]) (?=NTU|[mkμ][gLmWVS]|kWh|[MG]Wh?|[TPEGM]B|m[²³23]|cm|dB|MPa|GPU|[PE][Ff]|EFLOPS|PFLOPS|[GTM]bps|P(?![A-Za-z]))"
)
# 1 876平方公里: spaces between thousands
_GROUPED = compile_(rf"(?<![0-9.,] ?)[1-9][0-9]{{0,2}}(?: [0-9]{{3}}){{1,5}}(?:\.[0-9]+)? ?(?=[{_AFTER_DIGIT}])")
# 1 9 9 7 年, 8 .8 %: a figure set with a space behind each digit
_SPACED = compile_(
    rf"[0-9](?<![0-9.] ?[0-9])(?: ?\.)?(?: [0-9.]{{1,2}}(?![0-9])){{1,12}} ?(?=[{_AFTER_DIGIT}])|[0-9](?<![0-9.] ?[0-9]) \.[0-9]{{1,2}} ?(?=[%{_AFTER_DIGIT}])"
)
_HANZI_ZEROS = compile_(r"(?<=[一二三四五六七八九〇])0{1,3}(?=[〇一二三四五六七八九年])")
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad\r]+")
_BREAK = compile_(rf"\n {{0,20}}(?=[{_AFTER_DIGIT[:-1]}])(?<=[\u4e00-\u9fff(][0-9.,]{{1,12}}[百千]?[万亿]?\n {{0,20}})")
_PAGE = compile_(r"\n {0,40}(?:[-—] ?\d{1,3} ?[-—]|第 ?\d{1,3} ?页(?:[ ,]?共 ?\d{1,3} ?页)?|\d{1,3}/\d{1,3})[ ]*(?=\n)")
_ENDS = "。!?;:.…”)》"
_LIST_MARK = compile_(
    r"[ ]{2,}|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、]|附件|第[一二三四五六七八九十]+[章节条]|[#*|]"
)
_LONE_CELL = compile_(r"[-\d., %()]*|(?:\S+ +)*[-\d.,%]+(?: +[-\d.,%]+)+")


class Twin(NamedTuple):
    """`text` is what is searched; `starts[i]` and `shifts[i]` tell that from `starts[i]` on the source is `shifts[i]` further.

    `traditional` tells that the source has traditional characters that `text` has not.
    """

    text: str
    starts: list[int]
    shifts: list[int]
    traditional: bool = False

    def origin(self, offset: int) -> int:
        """The source offset of the twin's character at `offset`."""
        if not self.starts:
            return offset
        at = bisect_right(self.starts, offset)
        return offset + self.shifts[at - 1] if at else offset

    def span(self, start: int, end: int) -> Span:
        """The source span of the twin's characters `start` to `end`; nothing cut at either edge is in it."""
        if not self.starts:
            return Span(start, end)
        return Span(self.origin(start), self.origin(end - 1) + 1)


def make(text: str) -> Twin:
    """The twin of `text`; time and memory are linear in its length."""
    folded = text
    for char in _COMMON:
        if char in folded:
            folded = folded.replace(char, FOLD[char])
    rare = set(_RARE.findall(folded))
    traditional = any(sign in folded for sign in _TRADITIONAL_SIGNS)
    if traditional:
        rare.update(_TRADITIONAL)
    for char in rare & FOLD.keys():
        folded = folded.replace(char, FOLD[char])
    if "二0" in folded or "〇0" in folded:
        folded = _HANZI_ZEROS.sub(lambda zeros: "〇" * len(zeros.group()), folded)
    if "\r" in folded:
        folded = regex.sub(r"\r(?!\n)", "\n", folded)
    cuts = [match.span() for match in _BREAK.finditer(folded)]
    if " " in folded:
        cuts += [match.span() for match in _SPACES.finditer(folded)]
        for match in (*_SPACED.finditer(folded), *_GROUPED.finditer(folded)):
            cuts += [(at, at + 1) for at in range(*match.span()) if folded[at] == " "]
    cuts += [match.span() for match in _INVISIBLE.finditer(folded)]
    pages = dict(match.span() for match in _PAGE.finditer(folded))
    cuts += [*_wraps(folded, pages), *pages.items()]
    return _cut(folded, sorted(cuts), traditional)


def _cut(folded: str, cuts: list[tuple[int, int]], traditional: bool) -> Twin:
    if not cuts:
        return Twin(folded, [], [], traditional)
    pieces: list[str] = []
    starts: list[int] = []
    shifts: list[int] = []
    at = length = 0
    for start, end in cuts:
        if end <= at:
            continue
        pieces.append(folded[at : max(start, at)])
        length += max(start - at, 0)
        at = end
        starts.append(length)
        shifts.append(at - length)
    pieces.append(folded[at:])
    return Twin("".join(pieces), starts, shifts, traditional)


def _wraps(folded: str, pages: dict[int, int]) -> list[tuple[int, int]]:
    """The line breaks inside sentences of a text that was wrapped at a fixed width, with page numbers between.

    A text counts as wrapped when many of its lines stop short of a sentence's end at about the same width. `pages` gives
    the end of each page number by its start.
    """
    if len(folded) > 90 * (folded.count("\n") + 1):
        return []
    lines = _lines(folded, pages)
    widths = sorted(width for _, _, width in lines if width >= 24)
    if len(widths) < 4:
        return []
    full = widths[len(widths) * 3 // 4]
    near = [(start, end) for start, end, width in lines if width >= full * 0.85 and folded[end - 1] not in _ENDS]
    if full > 160 or len(near) * 10 < len(widths) * 3:
        return []
    found = []
    for start, end in near:
        after = end
        while after in pages:
            after = pages[after]
        if folded[after : after + 1] != "\n" or folded[after + 1 : after + 2] in ("\n", ""):
            continue
        if "单位:" in folded[max(start, end - 12) : end]:
            continue
        if not _LIST_MARK.match(folded, after + 1) and not _is_cells(folded, start, end):
            found.append((end, after + 1))
    return found


def _lines(folded: str, pages: dict[int, int]) -> list[tuple[int, int, int]]:
    """(start, end, width in columns) of the lines with words on them, page numbers left out."""
    lines = []
    at = 0
    for line in folded.split("\n"):
        end = at + len(line.rstrip())
        if end > at and at - 1 not in pages:
            lines.append((at, end, len(line.encode("gb18030", "replace"))))
        at += len(line) + 1
    return lines


def _is_cells(folded: str, start: int, end: int) -> bool:
    return end - start < 400 and _LONE_CELL.fullmatch(folded, start, end) is not None
