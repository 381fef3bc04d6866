"""The words of the report that name what a figure measures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import regex

from govmetrics.patterns import compile_
from govmetrics.words import ending, prefix, starting, suffix

LONGEST = 24
"""The most characters of a label."""

_CLAUSE = compile_(r"[,;:。!?\n]")
_ASIDE = compile_(r"\((?!其中)[^()]*\)")
_NO_NAME = compile_("由于|因为|虽然|尽管|如果|除了|因此|所以|按(?!.{2,14}的)|据|扣除|考虑|根据|通过")
_BASIS = compile_(
    r"(?:[与同和跟比较](?:去年|上年|前年|上一年|头年)度?(?:同期|同月|同季度?)?[末底初]?(?:(?:预算|决算|执行|完成|实际)数|预算|决算)?"
    r"|(?:去年|上年)同期)(?:相比|比较)?"
)
_PRICES = compile_(
    r"扣除(?:价格|物价|通胀|通货膨胀)(?:上涨|变动)?因素(?:影响)?后?|按?(?:同口径|可比口径|可比价格?|不变价格?)(?:计算|测算|比较)?"
)
_PER = compile_(r"(?<=.{2})(?:超过?|约|达到?|不低于|不少于)?每[十百千万亿]+[人户名]口?$")
_LIST_NUMBER = compile_(r"^\d{1,2}[.、] ?(?!\d)")
_LEADING_ASIDE = compile_(r"\([^()]{1,3}\)")
_AND = compile_("、|和|与|以及|及")
_EDGES = " -—·▲、*#"


class Labels:
    """Labels by the lexicon's word lists lead, tail, stop_after, action, general and object_verbs.

    Attributes:
        action: verbs that name nothing by themselves.
        general: nouns that name nothing where the sentence has named something.
    """

    def __init__(self, words: Mapping[str, Iterable[str]], verbs: Iterable[str]) -> None:
        self.action = frozenset(words.get("action", ()))
        self.general = frozenset(words.get("general", ()))
        self._short = frozenset(words.get("short", ()))
        self._lead = starting(words.get("lead", ()))
        self._not_lead = tuple(words.get("not_lead", ()))
        self._tail = ending([*words.get("tail", ()), *verbs])
        self._not_tail = ending(words.get("not_tail", ()))
        self._stop = compile_(f"(?:{'|'.join(words.get('stop_after', ())) or '(?!)'})(?!.{0, 5}的)")
        objects = sorted(map(regex.escape, words.get("object_verbs", ())), key=len, reverse=True)
        self._object = compile_("|".join(objects) or "(?!)")
        self._between = compile_(
            r"(?:/(?:人|亩|吨|天|月|年|次|户|平方米|千瓦时))?(?:人民币)?(?:及以上|或以上|以上|以下|及以下|以内|左右|多|余)?的?"
        )
        name = r"(?:“[^”\n]{1,20}”|[\u4e00-\u9fffA-Za-z·/\-—]|\([^()\n\d]{1,12}\))"
        self._name = compile_(rf"(?:[\u4e00-\u9fff]{{2,10}}、[\u4e00-\u9fff]{{2,10}}的)?{name}{{1,40}}")

    def before(self, gap: str) -> tuple[str, bool]:
        """The phrase at the end of `gap`, the words before a figure, and whether it stands in an earlier clause.

        Empty when `gap` names nothing. The last clause that names something counts: in 零售总额,比上年 it is the first.
        """
        if "(" in gap:
            gap = _ASIDE.sub("", gap)
        if "上年" in gap or "去年" in gap or "前年" in gap or "一年" in gap or "头年" in gap:
            gap = _BASIS.sub("", gap)
        if "价" in gap or "口径" in gap:
            gap = _PRICES.sub("", gap)
        for distance, clause in enumerate(_CLAUSE.split(gap)[:-4:-1]):
            phrase = self.phrase(clause)
            if self._names(phrase) and (phrase[-1] == "率" or not _NO_NAME.match(phrase)):
                return phrase, distance > 0
        return "", False

    def _names(self, phrase: str) -> bool:
        """Whether `phrase` can name something: one character seldom does."""
        return len(phrase) > 1 or phrase in self._short

    def phrase(self, clause: str) -> str:
        """`clause` without adverbs in front and verbs behind, at most 24 characters, or empty when nothing is left."""
        opened = clause.rfind("(")
        if opened >= 0 and clause.find(")", opened) < 0:
            clause = clause[opened + 1 :]
        if clause[:1].isdigit():
            clause = _LIST_NUMBER.sub("", clause)
        if "每" in clause:
            clause = _PER.sub("", clause)
        clause = self._strip_lead(self._strip_tail(clause.strip(_EDGES)))
        if len(clause) > LONGEST:
            clause = self._strip_lead(_shortened(clause))
        return balanced(clause)

    def listed(self, gap: str) -> str:
        """The last clause of `gap` as in `phrase`, and as long as it is."""
        clause = _CLAUSE.split(_ASIDE.sub("", gap))[-1]
        return balanced(self._strip_lead(self._strip_tail(clause.strip(_EDGES))))

    def after(self, text: str, end: int) -> str:
        """The name that follows a figure which ends at `end` (14家|省属企业), or empty.

        A verb ends it (入选); one that only leads to an object (通过|国家司法考试) is passed over.
        """
        between = self._between.match(text, end)
        start = between.end() if between else end
        found = self._name.match(text, start, start + 40)
        if not found:
            return ""
        words = _LEADING_ASIDE.sub("", str(found.group()), 1) if found[0][0] == "(" else str(found.group())
        if not words:
            return ""
        quoted = words.find("”") + 1 if words[0] == "“" else 0
        stop = self._stop.search(words, quoted)
        verb = self._object.match(words) if stop and stop.start() == 0 else None
        if verb:
            words = words[verb.end() :]
            stop = self._stop.search(words)
        if stop:
            words = words[: stop.start()]
        words = words.rstrip("的和与及")
        if len(words) > LONGEST and "的" in words:
            words = words.rpartition("的")[2]
        name = balanced(words[:LONGEST])
        return name if self._names(name) else ""

    def _strip_lead(self, clause: str) -> str:
        while clause:
            found = prefix(clause, self._lead)
            if not found or clause.startswith(self._not_lead):
                return clause
            clause = clause[found:].lstrip(_EDGES)
        return clause

    def _strip_tail(self, clause: str) -> str:
        while clause:
            found = suffix(clause, self._tail)
            if not found or suffix(clause, self._not_tail) > found:
                return clause
            clause = clause[:-found].rstrip(_EDGES)
        return clause


def split(phrase: str, parts: int) -> list[str] | None:
    """The names of an enumeration of `parts` members: 基本养老、基本医疗保险参保率 has two. None when it has not so many."""
    names = [name for name in _AND.split(phrase) if name]
    if len(names) != parts:
        return None
    if len(names[0]) < 4 and len(names[-1]) > 2 * len(names[0]) + 2:
        # 城镇和农村常住居民人均可支配收入: what they share is too much of the last name to leave it out
        return [phrase] * parts if len(phrase) <= LONGEST else None
    return [name[-LONGEST:] for name in names]


def balanced(name: str) -> str:
    """`name` without a quotation mark or bracket that has lost its partner."""
    name = name.strip(_EDGES)
    if name.count("“") != name.count("”"):
        name = name.replace("“", "").replace("”", "")
    if name.count("(") != name.count(")"):
        name = name.split("(")[0].replace(")", "")
    return name


def _shortened(clause: str) -> str:
    """The end of a long clause, from a place where a phrase can begin."""
    end = clause[-LONGEST:]
    for mark in ("的", "、", "了"):
        at = end.find(mark)
        if 0 <= at < LONGEST - 8:
            return end[at + 1 :]
    return end
