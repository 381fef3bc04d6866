"""Direction, basis, bound, label and period of figures, read from the words around them.

What the words before a figure leave out is carried over from the figures before it in the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics import calendar
from govmetrics.figure import Figure
from govmetrics.gap import Gap, Gaps
from govmetrics.patterns import compile_
from govmetrics.periods import Halves, year_before, year_of
from govmetrics.sentence import Sentence
from govmetrics.words import prefix, starting

if TYPE_CHECKING:
    from govmetrics.document import Document
    from govmetrics.model import Basis, Bound
    from govmetrics.rulebook import RuleBook

_REACH = 90
"""The most characters before a figure that are read; a limit keeps the time linear on texts without marks."""

_ENDS = ("。", "!", "?", "▲")
_NO_TOPIC = frozenset(["", "计划", "实际", "预计", "预期目标", "目标"])
_TIMES = frozenset(
    ["年", "天", "日", "小时", "个月", "分钟", "周", "周年", "载", "个季度", "秒", "个工作日", "工作日", "个自然日", "自然日"]
)
_RELATION = compile_(
    "占|超额|超过|相当于|高于|低于|快于|慢于|好于|优于|(?:只|仅)?完成了?(?:全年|年度|年初|调整|本年|当年|原定|年)*(?:预算|计划|目标|任务|进度)"
)
_RELATING = frozenset("占超相高低快慢好优只仅完")
_COLUMN = compile_("(?:支出|收入)?(?:决算|(?:年初|全年|调整)?预算)数?")
_OF_BUDGET = compile_("(?:年?当年|年初|全年|调整)*(?:预算|决算|执行)+(?:执行|安排)?数?$|行数$")
_MORE = compile_("[多少].{1,3}|支出|收入")
_THINGS = frozenset(["个", "家", "座", "所", "条", "项", "处", "类", "种", "批", "件", "张"])
_LENGTHS = frozenset(["米", "公里", "千米", "海里"])
_STAMP = compile_("(?:日期|时间|发布|公布|成文|印发)[:： ]{1,3}$")
_STAMP_REACH = 8
_DAY = len("2025-03-01")
_ERAS = frozenset(["date-plan", "date-decade"])
_VERB_LED = compile_("保持|位居|稳居|居|排名|跃居|列|连续|稳定")
_NEW_LINE = compile_(r" {2,}|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d)|[-—]")
_UNIT_TAIL = compile_(r"^(?:/(?:人|亩|吨|天|月|年|次|户|平方米|千瓦时)|人民币|大关|及?以上|及?以下|左右|以内|之内|上下)+")
_TIME_TAIL = compile_(
    r"^”?(?:年?末|年?底|初(?!中|级|步|核)|年间|年来|前后?|以?后|期间|时期|间期?|以来|份|[中内](?![\u4e00-\u9fff])|左右|两年|三年|两个年度)的?"
)
_COMPARED = compile_(r"(?:年|同期|末|底|初)?(?:相比|比较)")
_ATTRIBUTE = compile_(
    r"以来的|(?:印发|制定|出台|修订|成立|启动|下发|发布|公布|施行|实施|启用|上线|签订|签署|颁布)的|(?:同期|全年)?的[约近]?(?:[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十百点]+)[多余]?倍"
)
_ATTRIBUTING = frozenset("以的同全印制出修成启下发公施实上签颁")
_FROM_NOW = compile_(r"(?:同比|比上年|较上年|比去年)[^。\n]{0,8}?\((?:同比)?,?下同\)|\(同比,下同\)")


class Context:
    """The lexicon of context, with the gaps that have been read by it."""

    def __init__(self, words: dict[str, tuple[str, ...]]) -> None:
        self.gaps = Gaps(words)
        self.labels = self.gaps.labels
        limits: dict[Bound, str] = {"approx": "approx_after", "min": "min_after", "max": "max_after"}
        self._after: dict[str, Bound] = {word: bound for bound, name in limits.items() for word in words.get(name, ())}
        self._after_words = starting(self._after)

    @classmethod
    def of(cls, book: RuleBook) -> Context:
        """The context of a rule book's lexicon, made once a book."""
        kept = _contexts.get(id(book))
        if kept is None or kept[0] is not book:
            kept = _contexts[id(book)] = (book, cls(book.words))
        return kept[1]

    def read(self, document: Document, figures: list[Figure]) -> None:
        """Fill in the context of `figures`, all those of `document` by place."""
        text = document.twin.text
        halves = Halves(document)
        from_now = _FROM_NOW.search(text)
        sentence = Sentence("", halves.year, None)
        end = 0
        title = text.find(document.title) + len(document.title) if document.title and document.title in text[:2000] else 0
        timed = False
        for figure in figures:
            start = figure.start
            if figure.doubtful and text[start - 1 : start] == "每":
                continue  # 每千人口执业医师: part of a name
            words = text[max(end, start - _REACH) : start]
            cut = max(map(words.rfind, _ENDS))
            if "\n" in words:
                at = words.rfind("\n")
                if at > cut and _ends_sentence(text, words, start - len(words) + at):
                    cut = at
            if title > 0 and end <= title < start:
                cut = max(cut, len(words) - (start - title))
            if start >= halves.next:
                halves.move(start)
                sentence.opened = False
            if cut >= 0:
                sentence = self._next(sentence, words, cut, halves.year)
                words = words[cut + 1 :]
            elif start - _REACH > end and (far := max(text.rfind(mark, end, start - _REACH) for mark in _ENDS)) >= end:
                sentence = self._next(sentence, text[end : start - _REACH], far - end, halves.year)
            elif words:
                words = (_TIME_TAIL if timed else _UNIT_TAIL).sub("", words)
            if words.endswith("\n"):
                words = words.rstrip("\n ")  # 增加⏎28.89%
            timed = figure.dates is not None or figure.unit in _TIMES
            gap = self.gaps.read(words)
            self._figure(text, figure, words, gap, sentence, halves)
            if figure.change and figure.basis is None and from_now and start > from_now.start() and not gap.yearly:
                figure.basis = "yoy"
            end = figure.end
        sentence.close()

    @staticmethod
    def _next(before: Sentence, words: str, cut: int, year: int | None) -> Sentence:
        before.close()
        basis = before.basis if words[cut + 1 :].lstrip(" ").startswith("其中") else None
        if "\n" in words[: cut + 1]:
            return Sentence("", year, basis)
        following = Sentence(before.name, year, basis)
        if before.opened:
            following.year, following.period, following.opened = before.year, before.period, True
        return following

    def _figure(self, text: str, figure: Figure, words: str, gap: Gap, sentence: Sentence, halves: Halves) -> None:
        if gap.closes:
            sentence.leave()
        if gap.opens:
            sentence.enter(gap.outer)
        if gap.dates:
            _read_when(figure, gap, sentence, halves)
        figure.period = figure.period or sentence.once or sentence.period
        sentence.once = None
        if gap.basis:
            sentence.basis = gap.basis
        if gap.growth:
            sentence.growth = gap.growth
        if figure.dates:
            self._dated(text, figure, gap, sentence, halves.year)
        else:
            if gap.comes_from and figure.unit in _TIMES and text[figure.end : figure.end + 1] == "前":
                sentence.basis = "base"  # 比五年前增加5000万吨
            self._bounded(text, figure, gap, sentence)
            self._changed(text, figure, gap, sentence)
            self._named(text, figure, words, gap, sentence)
        sentence.figures.append(figure)
        sentence.gaps.append(gap)

    @staticmethod
    def _dated(text: str, figure: Figure, gap: Gap, sentence: Sentence, year: int | None) -> None:
        name = gap.name
        if name and not (name[0] in _RELATING and _RELATION.match(name)):
            sentence.name = name
        assert figure.dates
        first, last, _ = figure.dates
        if gap.comes_from or _COMPARED.match(text, figure.end):
            is_year_before = first == last and (sentence.year == calendar.year_of(first) + 1 or text.startswith("预计", figure.end))
            sentence.basis = "yoy" if is_year_before else "base"
            return
        figure.period = first if first == last else f"{first}/{last}"
        if gap.source:
            sentence.once = figure.period
        elif len(first) == _DAY and _is_stamp(text, figure):
            return
        elif not (text[figure.end : figure.end + 1] in _ATTRIBUTING and _ATTRIBUTE.match(text, figure.end)) and not gap.equals:
            sentence.year, sentence.period = calendar.year_of(last), figure.period
            # A month of another year than the report's tells when one thing was, not when all that follows was.
            lasting = len(first) == len("2025") or sentence.year == year
            sentence.opened = not sentence.figures and not gap.name and figure.rule not in _ERAS and len(first) < 8 and lasting

    def _bounded(self, text: str, figure: Figure, gap: Gap, sentence: Sentence) -> None:
        behind = text[figure.end : figure.end + 7]
        word = behind[: prefix(behind, self._after_words)]
        if word and not (word == "内" and figure.unit not in _TIMES and figure.unit not in _LENGTHS):
            figure.bound = self._after[word]
            if gap.alone:
                _share_bound(figure, sentence)
            return
        if gap.bound:
            figure.bound = gap.bound
        elif gap.alone and sentence.figures and figure.bound == "exact":
            last = sentence.figures[-1]
            if last.doubtful or (sentence.spread and last.kind == figure.kind):
                figure.bound = last.bound
        if not gap.alone:
            sentence.spread = gap.shared and gap.bound is not None

    @staticmethod
    def _changed(text: str, figure: Figure, gap: Gap, sentence: Sentence) -> None:
        if figure.kind == "rank":
            return
        last = sentence.figures[-1] if sentence.figures else None
        if text[figure.start] in "+-" and (gap.signed or (gap.alone and last and last.change and text[last.start] in "+-")):
            _by_sign(text, figure, gap.basis or (last.basis if last else None))
            return
        change = figure.change or gap.change
        if gap.compares and figure.kind == "points":
            change = None
        compared = gap.basis or (last and last.dates and sentence.gaps[-1].comes_from)
        if (gap.if_compared or (gap.action and figure.unit in _THINGS)) and not compared:
            change = None
        if change is None and gap.alone and last and last.change and (last.kind == figure.kind or last.unit == figure.unit):
            figure.change, figure.basis = last.change, last.basis
            return
        if change is None and gap.more and sentence.basis and last and last.change and last.unit == figure.unit:
            change = gap.more
        if change is None and sentence.growth and figure.kind == "percent" and gap.name in _NO_TOPIC and not gap.alone:
            change = sentence.growth
        if change:
            figure.change = change
            yearly = gap.yearly or (gap.average and last is not None and last.unit == "年")
            figure.basis = gap.basis or (None if yearly else sentence.basis)

    def _named(self, text: str, figure: Figure, words: str, gap: Gap, sentence: Sentence) -> None:
        labels = self.labels
        name = gap.name
        timed = figure.unit in _TIMES
        last = sentence.figures[-1] if sentence.figures else None
        if last and last.dates and sentence.gaps[-1].comes_from and gap.change and gap.whole:
            name = ""  # 比2022年预算增加: the base's name
        if name and ((figure.kind == "rank" and _VERB_LED.match(name)) or (name in labels.general and sentence.name)):
            name = ""
        weak = not name or gap.distant or name in labels.action
        behind = ""
        counted = figure.kind == "count"
        open_ = (weak if figure.change else weak or counted) and (counted or not figure.change) and figure.kind != "rank"
        if open_ and not (timed and ((name and not weak) or gap.repeats)):
            behind = labels.after(text, figure.end)
        relation = name[:1] in _RELATING and _RELATION.match(name) is not None
        figure.label = behind or (sentence.item if relation and sentence.item else name) or sentence.name
        if gap.alone and not words and last and sentence.borrowed and not last.dates:
            last.label = figure.label  # 12类55件民生实事
        sentence.borrowed = not (behind or (name and not gap.distant))
        if (name and not relation) or (behind and not timed):
            _remember(behind or name, sentence)
        sentence.enumerate(figure, gap)


def _is_stamp(text: str, figure: Figure) -> bool:
    """Whether a date is that of publication or signature, which says nothing of the figures behind it."""
    if _STAMP.search(text, max(0, figure.start - _STAMP_REACH), figure.start):
        return True
    line = text.rfind("\n", 0, figure.start) + 1
    return not text[line : figure.start].strip() and text[figure.end : figure.end + 1] in {"\n", ""}


def _read_when(figure: Figure, gap: Gap, sentence: Sentence, halves: Halves) -> None:
    """What 去年 and 全年 say of the year of `figure` and of those behind it."""
    if gap.when and halves.spoken:
        sentence.year = year_of(gap.when, halves.spoken)
        sentence.period = str(sentence.year)
    if gap.whole_year and sentence.period and "-" in sentence.period and sentence.year:
        sentence.period = str(sentence.year)
    if gap.last_year == "all" or (gap.last_year and figure.kind in ("count", "money") and not gap.when):
        figure.period = year_before(sentence.period)


def _by_sign(text: str, figure: Figure, basis: Basis | None) -> None:
    """同比-1.5%: the sign gives the direction, and the value has none."""
    figure.change = "increase" if text[figure.start] == "+" else "decrease"
    figure.basis = basis
    if figure.low is not None and figure.low is figure.high:
        figure.low = figure.high = figure.low.copy_abs()


def _remember(name: str, sentence: Sentence) -> None:
    """`name` as the last thing named; a column of a budget is none beside its item: 教育支出年初预算, 支出决算."""
    item = name
    if name[-1] in "算数":
        if sentence.item and _COLUMN.fullmatch(name):
            return
        item = _OF_BUDGET.sub("", name)
    sentence.name = name
    if len(item) > 1 and not (item[0] in "多少支收" and _MORE.fullmatch(item)):
        sentence.item = item


def _share_bound(figure: Figure, sentence: Sentence) -> None:
    """98%和95%以上: the limit behind the last member holds for those before it."""
    for before, its_gap in zip(reversed(sentence.figures), reversed(sentence.gaps), strict=True):
        if before.kind != figure.kind or before.unit != figure.unit or before.bound != "exact":
            return
        before.bound = figure.bound
        if not its_gap.alone:
            return


def _ends_sentence(text: str, words: str, at: int) -> bool:
    """Whether the line break at `at` ends a sentence: not where a line was broken between words and their figure."""
    before = text[max(0, at - 40) : at].rstrip("\n ")
    after = text[at + 1 : at + 8]
    return not before or before[-1] in "。!?;:”)" or _NEW_LINE.match(after) is not None or len(words) >= _REACH


_contexts: dict[int, tuple[RuleBook, Context]] = {}
