"""Direction, basis, bound, label and period of figures, read from the words around them.

What the words before a figure leave out is carried over from the figures before it in the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics import calendar
from govmetrics.figure import Figure
from govmetrics.gap import Gap, Gaps
from govmetrics.label import split
from govmetrics.patterns import compile_
from govmetrics.words import prefix, starting

if TYPE_CHECKING:
    from govmetrics.document import Document
    from govmetrics.model import Basis, Bound, Change
    from govmetrics.rulebook import RuleBook

_REACH = 90
"""The most characters before a figure that are read; a limit keeps the time linear on texts without marks."""

_ENDS = ("。", "!", "?", "▲")
_NO_TOPIC = frozenset(["", "计划", "实际", "预计", "预期目标", "目标"])
_TIMES = frozenset(
    ["年", "天", "日", "小时", "个月", "分钟", "周", "周年", "载", "个季度", "秒", "个工作日", "工作日", "个自然日", "自然日"]
)
_RELATIONS = ("完成", "占", "超额", "超过", "只完成", "相当于", "高于", "低于")
_THINGS = frozenset(["个", "家", "座", "所", "条", "项", "处", "类", "种", "批", "件", "张"])
_LENGTHS = frozenset(["米", "公里", "千米", "海里"])
_ERAS = frozenset(["date-plan", "date-decade"])
_VERB_LED = compile_("保持|位居|稳居|居|排名|跃居|列|连续|稳定")
_NEW_LINE = compile_(r" {2,}|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d)|[-—]")
_UNIT_TAIL = compile_(r"^(?:/(?:人|亩|吨|天|月|年|次|户|平方米|千瓦时)|人民币|大关|及?以上|及?以下|左右|以内|之内|上下)+")
_TIME_TAIL = compile_(
    r"^”?(?:年?末|年?底|初(?!中|级|步|核)|年间|年来|前后?|以?后|期间|时期|间期?|以来|份|[中内](?![\u4e00-\u9fff])|左右|两年|三年|两个年度)的?"
)
_COMPARED = compile_(r"(?:年|同期|末|底|初)?(?:相比|比较)")
_FROM_NOW = compile_(r"(?:同比|比上年|较上年|比去年)[^。\n]{0,8}?\((?:同比)?,?下同\)|\(同比,下同\)")


class Sentence:
    """What the figures of a sentence share while it is read.

    Attributes:
        basis: the last one stated.
        name: the last thing named.
        growth: a rate of growth is spoken of.
        year, period: those of the last date that is no basis.
        opened: the sentence, or one before it in the paragraph, opened with that date, which so holds for the next ones too.
        once: the period of the next figure only: 由1954年的97个增加到106个.
        spread: a limit holds for all members of the enumeration: 连续突破8亿、9亿、10亿.
        figures, gaps: those read so far.
        borrowed: the last figure's label stands not beside it.
        run, run_gap, before: the enumeration being read, what leads it, and the one before it.
    """

    __slots__ = (
        "basis", "name", "growth", "year", "period", "opened", "once", "spread", "figures", "gaps", "run", "run_gap", "before", "borrowed",
    )  # fmt: skip

    def __init__(self, name: str, year: int | None, period: str | None, basis: Basis | None) -> None:
        self.basis = basis
        self.name = name
        self.growth: Change | None = None
        self.year = year
        self.period = period
        self.opened = False
        self.once: str | None = None
        self.spread = False
        self.figures: list[Figure] = []
        self.gaps: list[Gap] = []
        self.run: list[Figure] = []
        self.run_gap: Gap | None = None
        self.before: list[Figure] = []
        self.borrowed = False


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
        year = document.review
        default = str(year) if year else None
        from_now = _FROM_NOW.search(text)
        sentence = Sentence("", year, default, None)
        end = 0
        title = text.find(document.title) + len(document.title) if document.title and document.title in text[:2000] else 0
        timed = False
        for figure in figures:
            start = figure.start
            words = text[max(end, start - _REACH) : start]
            cut = max(map(words.rfind, _ENDS))
            if "\n" in words:
                at = words.rfind("\n")
                if at > cut and _ends_sentence(text, words, start - len(words) + at):
                    cut = at
            if title > 0 and end <= title < start:
                cut = max(cut, len(words) - (start - title))
            if cut >= 0:
                sentence = self._next(sentence, words, cut, year, default)
                words = words[cut + 1 :]
            elif words:
                words = (_TIME_TAIL if timed else _UNIT_TAIL).sub("", words)
            if words.endswith("\n"):
                words = words.rstrip("\n ")  # 增加⏎28.89%
            timed = figure.dates is not None or figure.unit in _TIMES
            gap = self.gaps.read(words)
            self._figure(text, figure, words, gap, sentence)
            if figure.change and figure.basis is None and from_now and start > from_now.start() and not gap.yearly:
                figure.basis = "yoy"
            end = figure.end

    @staticmethod
    def _next(before: Sentence, words: str, cut: int, year: int | None, default: str | None) -> Sentence:
        basis = before.basis if words[cut + 1 :].lstrip(" ").startswith("其中") else None
        if "\n" in words[: cut + 1]:
            return Sentence("", year, default, basis)
        if not before.opened:
            return Sentence(before.name, year, default, basis)
        following = Sentence(before.name, before.year, before.period, basis)
        following.opened = True
        return following

    def _figure(self, text: str, figure: Figure, words: str, gap: Gap, sentence: Sentence) -> None:
        figure.period, sentence.once = sentence.once or sentence.period, None
        if gap.basis:
            sentence.basis = gap.basis
        if gap.growth:
            sentence.growth = gap.growth
        if figure.dates:
            self._dated(text, figure, gap, sentence)
        else:
            if gap.comes_from and figure.unit in _TIMES and text[figure.end : figure.end + 1] == "前":
                sentence.basis = "base"  # 比五年前增加5000万吨
            self._bounded(text, figure, gap, sentence)
            self._changed(figure, gap, sentence)
            self._named(text, figure, words, gap, sentence)
        sentence.figures.append(figure)
        sentence.gaps.append(gap)

    @staticmethod
    def _dated(text: str, figure: Figure, gap: Gap, sentence: Sentence) -> None:
        if gap.name:
            sentence.name = gap.name
        assert figure.dates
        first, last, _ = figure.dates
        if gap.comes_from or _COMPARED.match(text, figure.end):
            is_year_before = first == last and (sentence.year == calendar.year_of(first) + 1 or text.startswith("预计", figure.end))
            sentence.basis = "yoy" if is_year_before else "base"
            return
        figure.period = first if first == last else f"{first}/{last}"
        if gap.source:
            sentence.once = figure.period
        else:
            sentence.year, sentence.period = calendar.year_of(last), figure.period
            sentence.opened = not sentence.figures and not gap.name and figure.rule not in _ERAS and len(first) < 8

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
    def _changed(figure: Figure, gap: Gap, sentence: Sentence) -> None:
        if figure.kind == "rank":
            return
        change = figure.change or gap.change
        last = sentence.figures[-1] if sentence.figures else None
        compared = gap.basis or (last and last.dates and sentence.gaps[-1].comes_from)
        if (gap.if_compared or (gap.action and figure.unit in _THINGS)) and not compared:
            change = None
        if change is None and gap.alone and last and last.change and (last.kind == figure.kind or last.unit == figure.unit):
            figure.change, figure.basis = last.change, last.basis
            return
        if change is None and sentence.growth and figure.kind == "percent" and gap.name in _NO_TOPIC and not gap.alone:
            change = sentence.growth
        if change:
            figure.change = change
            figure.basis = gap.basis or (None if gap.yearly else sentence.basis)

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
        figure.label = behind or name or sentence.name
        if gap.alone and not words and last and sentence.borrowed and not last.dates:
            last.label = figure.label  # 12类55件民生实事
        sentence.borrowed = not (behind or (name and not gap.distant))
        if (name and not name.startswith(_RELATIONS)) or (behind and not timed):
            sentence.name = behind or name
        _enumerate(figure, gap, sentence)


def _share_bound(figure: Figure, sentence: Sentence) -> None:
    """98%和95%以上: the limit behind the last member holds for those before it."""
    for before, its_gap in zip(reversed(sentence.figures), reversed(sentence.gaps), strict=True):
        if before.kind != figure.kind or before.unit != figure.unit or before.bound != "exact":
            return
        before.bound = figure.bound
        if not its_gap.alone:
            return


def _enumerate(figure: Figure, gap: Gap, sentence: Sentence) -> None:
    """Labels of an enumeration: 城镇和乡村收入分别增长5%和6%, or 5件、6人，分别增长1%、2% of figures before."""
    run = sentence.run
    if not (gap.alone and run and run[0].kind == figure.kind and (figure.kind != "count" or figure.label == run[-1].label)):
        sentence.before, sentence.run, sentence.run_gap = run, [figure], gap
        return
    run.append(figure)
    lead = sentence.run_gap
    assert lead
    names = split(lead.name, len(run)) if lead.name and not lead.distant else None
    if names is None and not lead.name and len(sentence.before) == len(run):
        names = [before.label for before in sentence.before]
    if names is None and (lead.shared or run[0].change) and (not lead.name or lead.distant):
        levels = [before for before in sentence.figures if not before.change and before.low is not None and before not in run]
        names = [level.label for level in levels[-len(run) :]] if len(levels) >= len(run) else None
    if names:
        for member, name in zip(run, names, strict=True):
            member.label = name


def _ends_sentence(text: str, words: str, at: int) -> bool:
    """Whether the line break at `at` ends a sentence: not where a line was broken between words and their figure."""
    before = text[max(0, at - 40) : at].rstrip("\n ")
    after = text[at + 1 : at + 8]
    return not before or before[-1] in "。!?;:”)" or _NEW_LINE.match(after) is not None or len(words) >= _REACH


_contexts: dict[int, tuple[RuleBook, Context]] = {}
