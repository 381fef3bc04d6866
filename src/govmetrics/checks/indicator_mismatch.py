"""受理、审结、未结 in different sentences: indicators of a genre that the formulas of its pack do not allow together."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from govmetrics.facts import indicated
from govmetrics.finding import Judgement, Phrase, Problem, Related, Status
from govmetrics.patterns import compile_
from govmetrics.relations.figures import HUNDRED, Number, Range, cut, digits, rounded
from govmetrics.relations.shares.ratios import ratios

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govmetrics.packs import Pack, Relation, Side
    from govmetrics.view import View

GROUP: Final = "agreement"
SEVERITY: Final = "warning"
YIELDING: Final = True
WHAT: Final = Phrase("同类报告各指标间的固定关系不成立", "indicators that the formulas of their genre do not allow together")
WHY: Final = Phrase(
    "指标包写明的关系（如复议审结＋未结＝受理＋上年结转、三次产业之和＝地区生产总值）在同一章节、同一时期、同一范围内应当成立；用 indicators 命令查看。",
    "The relations of an indicator pack, such as 审结＋未结＝受理＋上年结转, hold within one section, period and scope. The command indicators lists them.",
)
BAD: Final = (
    (
        "某县2024年法治政府建设情况报告\n三、行政复议\n全年受理行政复议案件120件，上年结转8件。案件办理质效不断提升，审结行政复议案件117件。截至年底未审结的行政复议案件21件。\n",
        "117件",
    ),
    ("某市2024年国民经济和社会发展统计公报\n全市常住人口312.9万人。其中，城镇人口151.9万人。乡村人口116.0万人。\n", "312.9万人"),
    ("某县2024年法治政府建设情况报告\n全年收到行政复议申请86件。依法受理行政复议案件96件。\n", "96件"),
    ("某县2024年法治政府建设情况报告\n全年收到行政复议申请86件。依法受理行政复议案件96宗。\n", "96宗"),
    ("某县2024年法治政府建设情况报告\n四、信访工作\n全年接待来访群众156批次，工作有序开展，来访群众共计132人次。\n", "156批次"),
)
GOOD: Final = (
    "某县2024年法治政府建设情况报告\n三、行政复议\n全年受理行政复议案件120件，上年结转8件。案件办理质效不断提升，审结行政复议案件117件。截至年底未审结的行政复议案件11件。\n",
    "某市2024年国民经济和社会发展统计公报\n全市常住人口312.9万人。其中，城镇人口151.9万人。乡村人口161.0万人。\n",
    "某县2024年法治政府建设情况报告\n全县收到行政复议申请86件。县本级依法受理行政复议案件96件。\n",
    "某县2024年法治政府建设情况报告\n行政机关负责人应出庭应诉案件45件。行政机关负责人出庭应诉52人次。行政机关负责人出庭应诉率100%。\n",
    "某县2024年法治政府建设情况报告\n四、信访工作\n全年接待来访群众156批次，工作有序开展，来访群众共计732人次。\n",
    "某县2024年法治政府建设情况报告\n四、信访工作\n领导接访156批次。来访群众132人次。\n",
    "某县2024年法治政府建设情况报告\n收到行政复议申请约86件。依法受理行政复议案件96件。\n",
    "某县2024年法治政府建设情况报告\n三、矛盾化解\n村级调处矛盾纠纷318件，调解成功率99.1%。调委会受理矛盾纠纷192件。经过调解，成功190件。联合调处矛盾纠纷86起。\n",
    "某市2024年国民经济和社会发展统计公报\n年末全市常住人口312.9万人。年末户籍人口322.9万人。城镇人口151.9万人，乡村人口171.0万人。\n",
)

_SCOPE = compile_("全国|全[省市州盟县旗区镇乡]|[省市州县区镇乡]本?级|本级|局机关|直属|基层|辖区|各[县区镇乡]")
_EXCUSE = compile_(
    "[(,]不?含|其中含|其中(?:本年)?(?:新收|收到|新增)|包含|中止|撤回|近[两二三四五]年|往年|累计|以来|户籍|总人口|案前|立案前|补正|遗留|开庭|被申请人|经营支出|上缴上级|附属单位"
    r"|[\u4e00-\u9fff]{2,6}(?:局|分局|街道|办事处)(?:收到|受理|审结|办结|办理)"
)
_CASES, _OF_WHICH = frozenset(["件", "起", "次", "件次"]), 8
_REGISTERED: Final = compile_("户籍|常住|总人口|公安")
_NEAR: Final = 300
_SAME: Final = {"起": "件", "宗": "件", "批": "批次", "名": "人", "位": "人"}
"""Units that count the same as others; 人次 counts one and the same twice, and 份 and 条 are pieces of 件."""
_MEMBERS: Final = {"批次": ("人", "人次")}
"""Units of groups, and those of which each of them has one at least."""
_BOUNDS: Final = frozenset({"<=", ">="})
_ENDS: Final = "。\n"
_SIGNS: Final = {"=": ("=", "≠"), "<=": ("≤", ">"), "<": ("<", "≥"), ">=": ("≥", "<"), ">": (">", "≤")}
_JOINTS: Final = {
    "zh": {"=": "应等于", "<=": "不应大于", "<": "应小于", ">=": "不应小于", ">": "应大于", "+": "＋", "-": "－", "/": "÷"},
    "en": {
        "=": " is ",
        "<=": " is at most ",
        "<": " is less than ",
        ">=": " is at least ",
        ">": " is more than ",
        "+": " + ",
        "-": " - ",
        "/": " / ",
    },
}
_WAYS: Final[tuple[tuple[Callable[[Number], Range], Status], ...]] = ((rounded, "holds"), (cut, "holds-if-truncated"))
_APPROXIMATE: Final = Phrase("含约数，无法核对", "some are approximations")


class _Term(NamedTuple):
    number: Number
    period: str
    scopes: frozenset[str]


class _Sum(NamedTuple):
    """Numbers that are added."""

    terms: tuple[_Term, ...]

    def range(self, how: Callable[[Number], Range]) -> Range:
        first, *others = (how(term.number) for term in self.terms)
        return sum(others, first)

    @property
    def value(self) -> Decimal:
        return sum((term.number.low for term in self.terms), Decimal(0))

    def __str__(self) -> str:
        return "+".join(term.number.face for term in self.terms)


class _Way(NamedTuple):
    """One side of a relation with the numbers of a report."""

    left: _Sum
    plus: _Sum
    minus: _Sum
    over: _Sum

    @property
    def terms(self) -> tuple[_Term, ...]:
        return tuple(term for part in self for term in part.terms)

    def range(self, how: Callable[[Number], Range]) -> Range | None:
        """What the right side may be; None where it is divided by nothing."""
        found = self.plus.range(how)
        if self.minus.terms:
            found -= self.minus.range(how)
        if not self.over.terms:
            return found
        base = self.over.range(how)
        return (found / base).times(HUNDRED) if base.low > 0 else None

    def __str__(self) -> str:
        if self.over.terms:
            return "÷".join(f"({part})" if len(part.terms) > 1 else str(part) for part in (self.plus, self.over))
        return f"{self.plus}-{self.minus}" if self.minus.terms else str(self.plus)

    @property
    def result(self) -> str:
        """What it comes to, where it is calculated."""
        first = self.left.terms[0].number
        if self.over.terms:
            return "=" + digits(self.plus.value / self.over.value * HUNDRED, 2) + "%"
        if len(self.plus.terms) + len(self.minus.terms) == 1:
            return ""
        return "=" + first.rewritten(self.plus.value - self.minus.value).removesuffix(first.unit)


_SENTENCE = 400
"""Characters before and behind a number that its sentence is read in, so that time stays linear where it never ends."""


def check(view: View) -> Iterator[Problem | Judgement]:
    """A problem for each relation of the report's pack that its figures break; nothing where it is not sure which figures are meant."""
    pack = view.pack
    if pack is None or not pack.relations:
        return
    stated: dict[str, list[_Term]] = {}
    related = _ids(pack)
    for fact in view.once(indicated).values():
        if fact.number is not None and fact.indicator in related:
            term = _term(view, fact.number, fact.period)
            if term is not None:
                stated.setdefault(fact.indicator, []).append(term)
    known = {one.number.span for one in view.once(ratios)}
    for relation in pack.relations:
        for first in stated.get(relation.left.plus[0], ()):
            if any(side.over for side in relation.right) and first.number.span in known:
                continue  # held against every base of its paragraph already
            ways = [way for way in (_way(view, relation, first, side, stated) for side in relation.right) if way]
            if ways:
                judged = _judge(pack, relation, ways)
                # Another alternative may fit, whose numbers the report does not give.
                if isinstance(judged, Judgement) or len(ways) == len(relation.right):
                    yield judged


def _ids(pack: Pack) -> frozenset[str]:
    """The indicators that some relation of the pack is about."""
    sides = [side for relation in pack.relations for side in (relation.left, *relation.right)]
    return frozenset(id_ for side in sides for id_ in (*side.plus, *side.minus, *side.over))


def _term(view: View, number: Number, period: str) -> _Term | None:
    """The number as a term; None where its sentence says that it counts more, less or something else than its indicator."""
    if number.unit in _CASES and "其中" in number.before[-_OF_WHICH:]:
        return None  # 全部出庭,其中局长出庭3件
    text = view.text
    first, last = max(number.start - _SENTENCE, 0), min(number.end + _SENTENCE, len(text))
    start = max(first, max(text.rfind(mark, first, number.start) for mark in _ENDS) + 1)
    end = text.find("。", number.end, last)
    if _EXCUSE.search(text, start, end if end >= 0 else last):
        return None
    return _Term(number, period, frozenset(_SCOPE.findall(text, start, number.start)))


def _population(view: View, number: Number) -> frozenset[str]:
    """Whether its paragraph last spoke of 户籍 or of 常住 people; empty where it speaks of neither."""
    start = max(view.text.rfind("\n", 0, number.start) + 1, number.start - _NEAR)
    return frozenset(_REGISTERED.findall(view.text, start, number.start)[-1:])


def _way(view: View, relation: Relation, first: _Term, side: Side, stated: dict[str, list[_Term]]) -> _Way | None:
    """The numbers of a side, where each is stated once for the time and place, and in units that go together."""
    parts = []
    scopes = first.scopes
    for ids in (relation.left.plus, side.plus, side.minus, side.over):
        found = []
        for id_ in ids:
            same = [term for term in stated.get(id_, ()) if term is first or _is_beside(term, first)]
            if len(same) != 1:
                return None
            found += same
            scopes |= same[0].scopes
        parts.append(_Sum(tuple(found)))
    way = _Way(*parts)
    if len(scopes) > 1 or len(frozenset().union(*(_population(view, term.number) for term in way.terms))) > 1:
        return None
    return way if _is_of_one_kind(view.text, relation, way) else None


def _is_beside(term: _Term, first: _Term) -> bool:
    return term.period == first.period and term.number.metric.section == first.number.metric.section


def _is_of_one_kind(text: str, relation: Relation, way: _Way) -> bool:
    """Whether the numbers count the same, or a bound is of groups and those who are in them, in one sentence."""
    terms = (*way.plus.terms, *way.over.terms) if way.over.terms else way.terms
    kinds = [(term.number.kind, _SAME.get(term.number.unit, term.number.unit)) for term in terms]
    if len(set(kinds)) == 1:
        return True
    if relation.sign not in _BOUNDS or len(terms) != 2:
        return False
    ends = sorted((term.number.start, term.number.end) for term in terms)
    if any(mark in text[ends[0][1] : ends[1][0]] for mark in _ENDS):
        return False
    groups, members = kinds if relation.sign[0] == "<" else kinds[::-1]
    return members[1] in _MEMBERS.get(groups[1], ())


def _judge(pack: Pack, relation: Relation, ways: Sequence[_Way]) -> Problem | Judgement:
    number = ways[0].left.terms[0].number
    related = tuple(Related(term.number.span, _role(pack, term)) for term in dict.fromkeys(term for way in ways for term in way.terms[1:]))
    if not all(term.number.exact for way in ways for term in way.terms):
        return Judgement(status="not-assessable", span=number.span, related=related, reason=_APPROXIMATE)
    holds, broken = _SIGNS[relation.sign]
    for how, status in _WAYS:
        for way in ways:
            right = way.range(how)
            if right is None or _fits(relation.sign, way.left.range(how), right):
                return Judgement(status=status, span=number.span, related=related, arithmetic=f"{way.left}{holds}{way}")
    way = ways[0]
    arithmetic = f"{way.left}{broken}{way}{way.result}"
    return Problem(
        span=number.span,
        message=Phrase(f"{_formula(pack, relation, 'zh')}，此处{arithmetic}", f"{_formula(pack, relation, 'en')}; here {arithmetic}"),
        related=related,
        found=number.text,
        arithmetic=arithmetic,
    )


def _fits(sign: str, left: Range, right: Range) -> bool:
    if sign == "=":
        return left.meets(right)
    below, above = (left, right) if sign[0] == "<" else (right, left)
    return below.low <= above.high if sign.endswith("=") else below.low < above.high


def _role(pack: Pack, term: _Term) -> Phrase:
    indicator = pack.get(term.number.metric.indicator or "")
    return Phrase(indicator.zh, indicator.en) if indicator else Phrase("", "")


def _formula(pack: Pack, relation: Relation, lang: str) -> str:
    """The relation in words, its first alternative where there are several."""
    joints, side = _JOINTS[lang], relation.right[0]

    def names(ids: tuple[str, ...]) -> str:
        found = [indicator for indicator in map(pack.get, ids) if indicator]
        return joints["+"].join(indicator.zh if lang == "zh" else indicator.en for indicator in found)

    right = names(side.plus) + "".join(joints["-"] + names((id_,)) for id_ in side.minus)
    if side.over:
        right = joints["/"].join(f"({names(ids)})" if len(ids) > 1 else names(ids) for ids in (side.plus, side.over))
    return names(relation.left.plus) + joints[relation.sign] + right
