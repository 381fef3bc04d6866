"""Which indicator of a pack a figure is of, by the words of its clause, its unit, and the topic that was last spoken of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from govmetrics.naming import ASIDE, BLANK, CUTS, ENUMERATED, RATES, SUMS, compared, distributed, joined, stripped
from govmetrics.packs import CHANGE, LEVEL, RATE
from govmetrics.patterns import compile_
from govmetrics.phrasings import COMMA, candidates, weight
from govmetrics.relations.accounts import indicators as accounts
from govmetrics.relations.statistics import indicators as statistics
from govmetrics.tables import RULE as CELLS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.model import AnyMetric
    from govmetrics.packs import Pack
    from govmetrics.phrasings import Index
    from govmetrics.view import Sentence, View

_BACK: Final = 60
_AHEAD: Final = 24
_TOPIC: Final = 300
"""How far back in the paragraph a topic holds."""
_MARKS: Final = ",;。:!?("
_MARK = compile_(r"[,;。:!?()]")
_AND: Final = ("和", "与", "及", "以及")
_YEAR_DIGITS: Final = 4
_VERB = compile_(
    "(?:全年|本年|共|累计|新|依法|先后)*(?P<verb>制定|出台|印发|修订|废止|审查|审核|办理|受理|审结|开展|举办|作出|查处|调解|新建|建成)"
)
_COMMAS: Final = str.maketrans({";": COMMA, ":": COMMA})
_LAST_YEAR = compile_("[而、]?(?:上年|上一年)度?(?!.*(?:结转|转入|结存|遗留|未|存|移))")
_EACH = compile_("每(?:个?[月周季期次场件天日]|季度|半年)(?![一二三四五六日])")
_PLANNED = compile_(r"(?:全年|年内|明年|来年|下一?年度?|今后|下一?步)*(?:计划|力争|争取|打算|预计)(?!生育)")
_MEAN = compile_("平均每|日均|月均|人均|村均|[国省市州县区]平均")
_SINCE = compile_(r"以来|(?:\d[年月]|[年月]底|以|之)前")
_CARRIED = compile_("结转|转入|结存|遗留")
_KINDS: Final = ("方面", "板块", "大类", "层面", "维度")
"""What tasks are grouped into, not counted as."""
_NOT_MEASURED: Final = frozenset({"date", "rank"})


def indicate(view: View, pack: Pack) -> tuple[AnyMetric, ...]:
    """The figures of a report, each with the indicator of `pack` that it is of, where it is of one."""
    metrics = view.metrics
    found = dict(_Reader(view, pack).read())
    rows = accounts.indicated(view, pack) | statistics.indicated(view, pack)
    found |= {at: rows[one.span.start] for at, one in enumerate(metrics) if one.span.start in rows and one.rule == CELLS}
    return tuple(replace(metric, indicator=found[at]) if at in found else metric for at, metric in enumerate(metrics))


class _Reader:
    """The state of one pass over the figures of a report."""

    def __init__(self, view: View, pack: Pack) -> None:
        self.view = view
        self.text = view.text
        self.pack = pack
        self.review = view.document.review
        title = view.document.title or ""
        self.titles = frozenset(name for name, words in pack.titles.items() if any(word in title for word in words))
        self.names: list[str] = [""] * len(view.metrics)
        self.shared: dict[int, str] = {}
        self.changes: dict[int, int] = {}
        self.marks = [match.start() for match in _MARK.finditer(self.text)]

    @cached_property
    def topics(self) -> tuple[list[int], list[str]]:
        """Where the words of scopes end, and their scopes."""
        scope_of = self.pack.scope_of
        found = [(match.end(), scope_of[match.group()]) for match in compile_(self.pack.topics or "(?!)").finditer(self.text)]
        return [end for end, _ in found], [scope for _, scope in found]

    def read(self) -> Iterator[tuple[int, str]]:
        """The places of the figures that are of an indicator, each with its id."""
        found: dict[int, str] = {}
        for sentence in self.view.sentences:
            given: dict[str, int] = {}
            parts, end = -1, sentence.start
            for at in range(sentence.first, sentence.last):
                if "其中" in self.text[end : self.view.starts[at]]:
                    parts = at
                end = self.view.ends[at]
                id_ = self._id(at, sentence)
                if at in self.changes and self.view.metrics[at].change:
                    id_ = self._changing(found.get(self.changes[at])) or id_
                if id_:
                    found[at] = id_
                if id_ and given.setdefault(id_, at) >= min(parts, at):
                    yield at, id_

    def _changing(self, id_: str | None) -> str | None:
        """The indicator `id_` where it is one of changes, too."""
        indicator = self.pack.get(id_) if id_ else None
        return id_ if indicator and indicator.change else None

    def _id(self, at: int, sentence: Sentence) -> str | None:
        metric = self.view.metrics[at]
        if metric.rule == CELLS:  # told apart by their rows and columns
            return None
        name, clause = self._name(at, sentence)
        if metric.__struct_config__.tag in _NOT_MEASURED:
            return None
        phrases = self._measure(metric, name, clause)
        if phrases is None or self._of_another_year(metric, clause, at):
            return None
        end = self.view.ends[at]
        following = self.view.starts[at + 1] if at + 1 < sentence.last else None
        after = self._after(end, following, sentence.end)
        if after.startswith(_KINDS):
            return None
        before = self._before(at, sentence, clause) if phrases.wide else ""
        found = self._best(at, phrases, name, clause, after, before)
        verb = self._verb(at, sentence) if found is None else ""
        return self._best(at, phrases, verb + name, clause, after, before) if verb else found

    def _verb(self, at: int, sentence: Sentence) -> str:
        """The verb of an enumeration, which its first member alone has: 制定规章2件、规范性文件5件."""
        if at == sentence.first or not self.text.startswith("、", self.view.ends[at - 1]):
            return ""
        match = _VERB.match(self.names[at - 1])
        if match:
            self.names[at] = match.group("verb") + self.names[at]
        return match.group("verb") if match else ""

    def _before(self, at: int, sentence: Sentence, clause: str) -> str:
        """The words of the sentence before the figure, those that lead to it left out; empty for a part of what they speak of."""
        if "其中" in clause:
            return ""
        start, end = self.view.starts[at], self.view.ends[at - 1] if at > sentence.first else 0
        before = self.text[max(sentence.start, start - _BACK) : start]
        if self.text.startswith("、", end) and start - end <= len(before):
            # 推进会1次、调度会3次: 、 ends a clause as , does.
            before = before[: end - start] + COMMA + before[end - start + 1 :]
        before = before.translate(BLANK).translate(_COMMAS)
        clause = clause.removeprefix("、")
        if COMMA not in before or not before.endswith(clause):
            return ""
        return before.removesuffix(clause) + (stripped(clause) or clause)

    def _after(self, end: int, following: int | None, last: int) -> str:
        """The words behind the figure that ends at `end`, up to a mark or the name of the next figure, without what stands in brackets."""
        if self.text.startswith("、", end):
            return ""
        limit = min(end + _AHEAD, following or last)
        mark = bisect_left(self.marks, end)
        while mark < len(self.marks) and self.marks[mark] < limit:
            if self.text[self.marks[mark]] not in "()":
                limit = self.marks[mark]
            mark += 1
        after = self.text[end:limit]
        if limit == following:
            # 维持20件、终止5件
            after = "" if after.startswith(_AND) else after.partition("、")[0]
        if "(" in after:
            after = ASIDE.sub("", after).partition("(")[0]
        return after.partition(")")[0].translate(BLANK)

    def _name(self, at: int, sentence: Sentence) -> tuple[str, str]:
        """What is measured, in the words before the figure, and these words up to the mark or figure before them."""
        metric, text = self.view.metrics[at], self.text
        start = self.view.starts[at]
        before = self.view.ends[at - 1] if at > sentence.first else sentence.start
        lowest = max(before, start - _BACK)
        found = bisect_left(self.marks, start)
        mark = self.marks[found - 1] if found else -1
        clause = text[max(lowest, mark + 1) : start]
        opened = mark >= lowest and text[mark] == "("
        if mark >= lowest and text[mark] in "()":
            mark, clause = self._outside(lowest, start, mark)
        clause = clause.translate(BLANK)
        name = stripped(clause)
        if name and clause.endswith("、") and at > sentence.first and mark < before:
            # 30件维持、4件撤销: 维持 is of the figure before.
            name = clause = ""
        elif not name and not clause.endswith(SUMS):
            if mark < before and at > sentence.first:
                name = self.names[at - 1]
            elif mark >= lowest and not opened and not self.text.startswith(metric.label, self.view.ends[at]):
                name = metric.label.translate(BLANK)
        self.names[at] = name
        if "分别" in clause:
            self._share(at, name, sentence, named=stripped(clause) != "")
        if at in self.shared:
            name = self.shared[at]
        elif metric.label and metric.label in name and joined(name, metric.label):
            name = metric.label
        return name, clause

    def _share(self, at: int, name: str, sentence: Sentence, named: bool) -> None:
        """Give the figures from `at` on that are enumerated each its name: 城镇、农村居民收入分别增长5%、6%.

        Those that are not named are of as many figures before them: 42批次、121人次, 分别下降8%、10%.
        """
        end = at + 1
        while end < sentence.last and ENUMERATED.fullmatch(self.text, self.view.ends[end - 1], self.view.starts[end]):
            end += 1
        names = distributed(name, end - at)
        first = 2 * at - end
        if not names and not named and first >= sentence.first:
            names = self.names[first:at]
            self.changes |= {place: place - at + first for place in range(at, end)}
        self.shared |= dict(enumerate(names, at))

    def _outside(self, lowest: int, start: int, mark: int) -> tuple[int, str]:
        """The mark before the clause and the clause, without what stands in brackets that are closed."""
        opened, closed = self.text.rfind("(", lowest, start), self.text.rfind(")", lowest, start)
        if opened > closed:
            return mark, self.text[opened + 1 : start]
        clean = ASIDE.sub("", self.text[lowest:start])
        cut = max(clean.rfind(mark) for mark in _MARKS)
        return (lowest + cut if cut >= 0 else -1), clean[cut + 1 :]

    def _of_another_year(self, metric: AnyMetric, clause: str, at: int) -> bool:
        """Whether the figure is what another one is compared with, or of a year that the pack leaves alone."""
        start, end = self.view.starts[at], self.view.ends[at]
        behind = self.text[end : end + _AHEAD]
        if not metric.change and ((compared(clause, behind) and "组成" not in behind) or _apart(clause)):
            return True
        if self.text[start - 1 : start] == "(" and self.text[start - 2 : start - 1] in "年末底":
            return True
        if not self.pack.targets and (_PLANNED.match(clause) or _MEAN.search(clause) or clause.endswith("不少于")):
            return True
        if not self.review or not metric.period:
            return False
        year = metric.period.rpartition("/")[2][:_YEAR_DIGITS]
        if not year.isdigit() or int(year) == self.review:
            return False
        if int(year) < self.review:
            if clause.startswith("以来") and "累计" in clause:
                return True
            # 对2015年以来制定的, 对2023年底前印发的, 2023年结转的: what is counted now.
            return not (_CARRIED.search(clause) or _SINCE.search(self.text, max(0, start - 2 * _BACK), start))
        return not self.pack.targets and not _CARRIED.search(clause)

    def _measure(self, metric: AnyMetric, name: str, clause: str) -> Index | None:
        """The phrases that the figure can have, by its kind and unit, and whether it is a change."""
        measures, unit = self.pack.measures, metric.unit
        percent = metric.__struct_config__.tag in {"percent", "points"}
        if metric.change:
            # Since 2020 is no yearly rate.
            return measures.get(CHANGE + unit) if percent and metric.basis != "base" else None
        if not percent:
            return measures.get(LEVEL + unit)
        return measures.get(CHANGE + unit) if clause.endswith((*RATES, *CUTS)) or name.endswith(RATES) else measures.get(RATE + unit)

    def _best(self, at: int, phrases: Index, name: str, clause: str, after: str, before: str) -> str | None:
        best, most = None, 0
        words, said = "", self.names[at]
        near = candidates(phrases, name, name, after)
        for found, length in near + candidates(phrases.wide, before, name, after) if phrases.wide and before else near:
            for phrase in found:
                if phrase.limit + 2 * length <= most:
                    continue
                total = weight(phrase, length, before if phrase.wide else name, after)
                if total <= most:
                    continue
                if phrase.scopes and not self._is_in(at, phrase.scopes):
                    continue
                indicator = self.pack.indicators[phrase.indicator]
                words = words or f"{name}|{said}|{clause}|{after.partition('、')[0]}"
                if not any(word in words for word in indicator.never):
                    best, most = indicator.id, total
        return best

    def _is_in(self, figure: int, scopes: frozenset[str]) -> bool:
        """Whether the report's title or the topic of the figure is one of `scopes`, or the topic none of those that they rule out."""
        return not self.titles.isdisjoint(scopes) or _among(scopes, self._topic(figure, scopes))

    def _topic(self, figure: int, wanted: frozenset[str]) -> str:
        """The scope spoken of last in the paragraph, else of those of the heading, else right before; one that yields only if `wanted`."""
        start = self.view.starts[figure]
        ends, scopes = self.topics
        yielding = self.pack.yielding
        paragraph = max(start - _TOPIC, self.text.rfind("\n", max(0, start - _TOPIC), start))
        near = ""
        for at in range(bisect_right(ends, start) - 1, -1, -1):
            if ends[at] <= paragraph and (near or ends[at] <= start - _TOPIC // 2):
                break
            if scopes[at] not in yielding or scopes[at] in wanted or f"!{scopes[at]}" in wanted:
                if ends[at] > paragraph:
                    return scopes[at]
                near = near or (scopes[at] if f"!{scopes[at]}" not in wanted else "")
        heading = self.view.metrics[figure].section
        words = [(match.end(), self.pack.scope_of[match.group()]) for match in compile_(self.pack.topics or "(?!)").finditer(heading)]
        words = [(end, scope) for end, scope in words if scope not in yielding or scope in wanted or f"!{scope}" in wanted]
        if not words:
            return near
        # 行政复议和应诉工作 is of both.
        named = [scope for end, scope in words if (end, scope) == words[-1] or heading.startswith(_AND, end)]
        return next((scope for scope in named if scope in wanted), named[-1])


def _apart(clause: str) -> bool:
    """Whether a figure behind `clause` is of the year before (上年受理5件), or counted a month, a course or a case."""
    return bool(("上" in clause[:2] and _LAST_YEAR.match(clause)) or ("每" in clause and _EACH.search(clause)))


def _among(scopes: frozenset[str], topic: str) -> bool:
    """Whether `topic` is one of `scopes`, or none of those that they rule out."""
    return topic in scopes or (f"!{topic}" not in scopes and any(scope[0] == "!" for scope in scopes))
