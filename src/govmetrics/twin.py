"""The searchable twin of a text: folded to one spelling and freed of breaks inside figures, with the way back.

Rules and checks read the twin; whatever is shown to the user is cut from the source through `Twin.span`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple, TypeAlias

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
    "月号时元万亿千百%‰‱期美余多倍至到—~㎡℃人自总件户案批场辆艘班车架航列趟亩篇册台家项点处份头只例套剂针间站本个平立吨公斤微毫标换载国课学工张"
    "床兆吉瓦伏度马匹大华海英米厘纳市尺丈寸垧担克升石桶摄分赫年天日小秒周星昼季世代次名位条类种起宗桩部羽尾株棵颗粒枚口眼孔座栋幢层所支组轮页字块"
    "面盏款门节讲通岁对幅首盘片根箱封笔票席具袋瓶盒集卷队方阶环领番档更锭纱段线级副出版科辑顶道曲回顷圆欧港卢新澳加韩泰法瑞银"
    "."
)
_SPACES = compile_(
    r"(?<=[\u4e00-\u9fff、,。:;(“]) {1,30}(?=[0-9])"
    rf"|(?<=[0-9]) {{1,2}}(?=[{_AFTER_DIGIT}])(?! ?[0-9.])"
    r"|(?<=[0-9][百千]?[万亿]) (?=元|美元|吨|千瓦|平方|立方|亩|户|人次)"
    r"|(?<=[\u4e00-\u9fff](?<!附件|[图表])[0-9,]{1,9}\.) (?=[0-9]{1,2} ?[%‰万亿个元])"
    r"|(?<=[0-9]{2}) (?=\.[0-9]{1,2} ?[%‰万亿个元])"
    r"|(?<=[0-9][—~至]) (?=[0-9])"
    r"|(?<=[0-9]) (?=NTU|[mkμ][gLmWVS]|kWh|[MG]Wh?|[TPEGM]B|m[²³23]|cm|dB|MPa|GPU|[PE][Ff]|EFLOPS|PFLOPS|[GTM]bps|P(?![A-Za-z]))"
)
# 1 876平方公里: spaces between thousands
_GROUPED = compile_(rf"(?<![0-9.,] ?)[1-9][0-9]{{0,2}}(?: [0-9]{{3}}){{1,5}}(?:\.[0-9]+)? ?(?=[{_AFTER_DIGIT}])")
# 1 9 9 7 年, 8 .8 %: a figure set with a space behind each digit
_SPACED = compile_(
    rf"[0-9](?<![0-9.] ?[0-9])(?!(?<=[\n、] {{0,8}}[0-9])\. )(?: ?\.)?(?: [0-9.]{{1,2}}(?![0-9])){{1,12}} ?(?=[{_AFTER_DIGIT}])|[0-9](?<![0-9.] ?[0-9]) \.[0-9]{{1,2}} ?(?=[%{_AFTER_DIGIT}])"
)
_HANZI_ZEROS = compile_(r"(?<=[一二三四五六七八九〇])0{1,3}(?=[〇一二三四五六七八九年])")
_INVISIBLE_SIGNS = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\r"
_INVISIBLE = re.compile(f"[{_INVISIBLE_SIGNS}]+")
_BREAK = compile_(rf"\n {{0,20}}(?=[{_AFTER_DIGIT[:-1]}])(?<=[\u4e00-\u9fff(][0-9.,]{{1,12}}[百千]?[万亿]?\n {{0,20}})")
_PAGE = compile_(r"\n {0,40}(?:[-—] ?\d{1,3} ?[-—]|第 ?\d{1,3} ?页(?:[ ,]?共 ?\d{1,3} ?页)?|\d{1,3}/\d{1,3})[ ]*(?=\n)")
# A break inside a unit or a date: 万人|次, 个百|分点, 3月|5日. What stands before it is no figure of its own.
_AMOUNT = "(?<=[0-9][多余]?[百千]?[万亿]?"
_HALVES = compile_(
    r"(?<=[人件户批场架班辆平立方公美欧日港千瓦小个工百分第年月0-9])\n {0,20}(?=[次方米公里顷斤元瓦时月工作个百分点之0-9一二三四五六七八九十])(?:"
    rf"(?=次){_AMOUNT}[人件户批场架班辆]\n {{0,20}})|(?=方[公米]){_AMOUNT}[平立]\n {{0,20}})|(?=米|公里){_AMOUNT}[平立]方\n {{0,20}})"
    rf"|(?=里){_AMOUNT}(?:平方)?公\n {{0,20}})|(?=[顷斤]){_AMOUNT}公\n {{0,20}})|(?=元){_AMOUNT}[美欧日港]\n {{0,20}})"
    rf"|(?=瓦){_AMOUNT}千\n {{0,20}})|(?=时){_AMOUNT}(?:千瓦|个?小)\n {{0,20}})|(?=月){_AMOUNT}个\n {{0,20}})"
    rf"|(?=工作日){_AMOUNT}个\n {{0,20}})|(?=作日){_AMOUNT}个工\n {{0,20}})"
    r"|(?=个?百分点)(?<=[0-9]\n {0,20})|(?=百分点)(?<=[0-9]个\n {0,20})|(?=分点)(?<=[0-9]个?百\n {0,20})|(?=点)(?<=[0-9]个?百分\n {0,20})"
    r"|(?=[0-9一二三四五六七八九十百])(?<=第\n {0,20})|(?=分之)(?<=[百千]\n {0,20})|(?=之)(?<=[百千]分\n {0,20})"
    r"|(?=[0-9]{1,2}月)(?<=[^\n]{12}[0-9]{4}年\n {0,20})|(?=[0-9]{1,2}日)(?<=[^\n]{12}[0-9]月\n {0,20}))"
)
# A break inside a numeral: 增长10|0%. A number behind a space is a cell of a table more often.
_NUMERAL_BREAK = compile_(
    r"\n(?:(?=\.?[0-9][0-9.,]*[^\s0-9.,])(?!(?:19|20)[0-9]{2}(?:年|[-./][0-9]))(?<=[^\s0-9.,][0-9][0-9.,]{0,14}\n)(?<![0-9][-/][0-9]{1,2}\n)"
    r"|(?=[点零〇一二三四五六七八九十百千万亿])(?![一二三四五六七八九十]{1,3}[是要、])(?<=[点零〇一二三四五六七八九十百千万亿]\n))"
)
_LINE_TAIL = compile_(r"(?<![ \t\r\u3000\u00a0])[ \r\u3000\u00a0]+(?=\n)")  # a tab is the edge of an empty cell
_Ends: TypeAlias = "tuple[list[int], list[int]]"  # line ends in the text without tails, and by how much each tail shifts what follows
_PROSE = 15
_ENDS = "。!?;:.…”)》"
_LIST_MARK = compile_(
    r"[ ]{2,}|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}(?:\.(?!\d)|、)|附件|第[一二三四五六七八九十]+[章节条]|[#*|]"
    r"|指 *标[ \t]|[附续]?表 ?\d"
)
_LONE_CELL = compile_(r"[-\d., %()]*|(?:\S+ +)*[-\d.,%]+(?: +[-\d.,%]+)+")


class Twin(NamedTuple):
    """`text` is what is searched; `starts[i]` and `shifts[i]` tell that from `starts[i]` on the source is `shifts[i]` further.

    `traditional` tells that the source has traditional characters that `text` has not. `torn` are offsets of `text` where a
    line begins with what may be the rest of a number that the line before begins: no figure may start there.
    """

    text: str
    starts: list[int]
    shifts: list[int]
    traditional: bool = False
    torn: frozenset[int] = frozenset()

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
    plain, ends = folded, None
    if "\r\n" in text or " \n" in folded:
        plain, ends = _without_line_tails(folded, text)
    cuts, numerals = _cuts(plain)
    if ends:
        cuts = [(_behind(ends, start), _behind(ends, end)) for start, end in cuts]
        numerals = [_behind(ends, end + 1) - 1 for end in numerals]
    if "\t" in text:
        cuts = [cut for cut in cuts if not _is_edge(text, *cut)]
    if any(sign in folded for sign in _INVISIBLE_SIGNS):
        cuts += [match.span() for match in _INVISIBLE.finditer(folded)]
    twin = _cut(folded, sorted(cuts), traditional)
    return twin._replace(torn=_torn(folded, twin, numerals)) if numerals else twin


def _is_edge(text: str, start: int, end: int) -> bool:
    """Whether a cut is a tab between two numbers: 412 and 286.5 are cells, where 412 286 with a space is one number."""
    return end == start + 1 and text[start] == "\t" and text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()


def _without_line_tails(folded: str, text: str) -> tuple[str, _Ends]:
    """`folded` without what cannot be seen before the line breaks of `text`, its source, and where that was."""
    pieces: list[str] = []
    ends: _Ends = ([], [0])
    at = length = 0
    for match in _LINE_TAIL.finditer(text):
        start, end = match.span()
        pieces.append(folded[at:start])
        length += start - at
        ends[0].append(length)
        ends[1].append(end - length)
        at = end
    pieces.append(folded[at:])
    return "".join(pieces), ends


def _behind(ends: _Ends, offset: int) -> int:
    """The offset in the text with line tails: before the tail of a line where `offset` is the line's end."""
    return offset + ends[1][bisect_left(ends[0], offset)]


def _cuts(folded: str) -> tuple[list[tuple[int, int]], list[int]]:
    """The spaces and breaks inside figures and sentences, and the breaks that may be inside a number."""
    cuts = [match.span() for match in _BREAK.finditer(folded)]
    cuts += [match.span() for match in _HALVES.finditer(folded)]
    if " " in folded:
        cuts += [match.span() for match in _SPACES.finditer(folded)]
        for match in (*_SPACED.finditer(folded), *_GROUPED.finditer(folded)):
            cuts += [(at, at + 1) for at in range(*match.span()) if folded[at] == " "]
    pages = dict(match.span() for match in _PAGE.finditer(folded))
    numerals = [match.start() for match in _NUMERAL_BREAK.finditer(folded)]
    return [*cuts, *_wraps(folded, pages, frozenset(numerals)), *pages.items()], numerals


def _torn(folded: str, twin: Twin, numerals: list[int]) -> frozenset[int]:
    """What is left of the breaks at `numerals` behind lines long enough to be prose."""
    origins = [start + shift for start, shift in zip(twin.starts, twin.shifts, strict=True)]
    found = set()
    for end in numerals:
        at = bisect_right(origins, end)
        offset = end - (twin.shifts[at - 1] if at else 0)
        if twin.text[offset : offset + 1] == "\n" and twin.origin(offset) == end and end - folded.rfind("\n", 0, end) > _PROSE:
            found.add(offset + 1)
    return frozenset(found)


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


def _wraps(folded: str, pages: dict[int, int], numerals: frozenset[int]) -> list[tuple[int, int]]:
    """The line breaks inside sentences of a text that was wrapped at a fixed width, with page numbers between.

    A text counts as wrapped when many of its lines stop short of a sentence's end at about the same width; a break inside
    a numeral is one when the lines around it are as wide. `pages` gives the end of each page number by its start.
    """
    if len(folded) > 90 * (folded.count("\n") + 1):
        return []
    lines = _lines(folded, pages)
    ends = _flowing(folded, lines, numerals)
    if numerals:
        ends |= {end for at, (_, end, _) in enumerate(lines) if end in numerals and _is_full(lines, at)}
    found = []
    for start, end, _ in lines:
        after = end
        if end not in ends:
            continue
        while after in pages:
            after = pages[after]
        if folded[after : after + 1] != "\n" or folded[after + 1 : after + 2] in ("\n", ""):
            continue
        if "单位:" in folded[max(start, end - 12) : end]:
            continue
        if not _LIST_MARK.match(folded, after + 1) and not _is_cells(folded, start, end):
            found.append((end, after + 1))
    return found


def _flowing(folded: str, lines: list[tuple[int, int, int]], numerals: frozenset[int]) -> set[int]:
    """The ends of the lines that stop short of a sentence's end, if the text is wrapped; `numerals` are breaks inside them."""
    widths = sorted(width for _, _, width in lines if width >= 24)
    if len(widths) < 4:
        return set()
    full = widths[len(widths) * 3 // 4]
    near = {end for _, end, width in lines if width >= full * 0.85 and (folded[end - 1] not in _ENDS or end in numerals)}
    return near if full <= 160 and len(near) * 10 >= len(widths) * 3 else set()


def _is_full(lines: list[tuple[int, int, int]], at: int) -> bool:
    """Whether a line is as wide as the widest around it and not alone in that, give or take a character and a mark."""
    around = [width for _, _, width in lines[max(at - 4, 0) : at + 5]]
    width = lines[at][2]
    return width >= 30 and max(around) - width <= 4 and sum(abs(other - width) <= 4 for other in around) > 1


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
