"""The phrasings of an indicator pack: read from their text, filed by the words that find them, and held against a figure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Final, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from govmetrics.patterns import compile_

GAP: Final = "…"
COMMA: Final = ","
REACH: Final = 14
"""The most characters that a gap skips."""
_MOST: Final = 200
_GROUP = re.compile(r"\(([^()]*)\)(\?)?")
_SIGNS = re.compile(r"[()?|]")
_LEAD = compile_(
    r"(?:全(?:[省市县区年国州盟镇乡]|社会|地区|自治区)|我[省市县区国]|本[省市县区]|实现|完成|其中|年末|年底|预计|预期|初步核算|初步统计|累计|共|是|一是"
    r"|分(?:城乡|产业|经济类型)看|的|年|与|和|、|力争|确保|推动|带动|使|到|截至|末|上半年|同比|保持|新增|实际|去年|今年|主要|预期目标|目标)*"
)

Words: TypeAlias = "tuple[str, ...]"
"""Alternatives, the longest first."""


class Phrase(Struct, frozen=True, gc=False):
    """What stands around a figure that is of an indicator.

    Attributes:
        indicator: its place in the pack.
        before: the words before the figure, in order; between two of them may stand others.
        adjacent: the last of them stand right before the figure.
        after: the words behind it.
        follows: the first of these stand right behind the figure.
        whole: the first words begin the name of what is measured.
        wide: the words before it begin in a clause before that of the figure.
        scopes: of which scopes the figure must be, or with a `!` in front must not be; empty for any.
        bonus: what speaks for it besides the number of its words.
        limit: the most that it can weigh without the words right before the figure.
    """

    indicator: int
    before: tuple[Words, ...]
    adjacent: bool
    after: tuple[Words, ...]
    follows: bool
    whole: bool
    wide: bool
    scopes: frozenset[str]
    bonus: int
    limit: int


class Index(Struct, frozen=True, gc=False):
    """Phrases by the words that find them.

    Attributes:
        ends: those that end right before the figure, by their last words.
        lengths: the lengths of these by their last character, the longest first.
        inside: the others that have no words behind the figure, by two characters of their words.
        behind: those that have, by two characters of these.
        firsts: the first of these two characters.
        wide: those whose words begin in a clause before that of the figure.
    """

    ends: dict[str, list[Phrase]]
    lengths: dict[str, tuple[int, ...]]
    inside: dict[str, list[Phrase]]
    behind: dict[str, list[Phrase]]
    firsts: frozenset[str]
    wide: Index | None = None


def problem(words: str) -> str | None:
    """What is wrong with the text of a phrasing, or None."""
    if words.count("{}") != 1:
        return "a phrasing has the figure once, as {}"
    if _SIGNS.search(_GROUP.sub("", words)):
        return "( ) | and ? go as (a|b) and (a)?, not inside each other"
    if any(_variants(part) > _MOST for part in words.replace("{}", GAP).split(GAP)):
        return f"has more than {_MOST} variants; split it"
    for phrase in phrases(words, 0, frozenset()):
        if phrase.before and phrase.adjacent:
            if min(map(len, phrase.before[-1])) < 2 and not phrase.wide:
                return "a phrasing needs two characters right before the figure, or a word of two elsewhere"
        elif not _key(_near(phrase), {}):
            return "a phrasing needs two characters right before the figure, or a word of two elsewhere"
    return None


def _variants(part: str) -> int:
    number = 1
    for match in _GROUP.finditer(part):
        number *= match.group(1).count("|") + 1 + bool(match.group(2))
    return number


def phrases(words: str, indicator: int, scopes: frozenset[str]) -> list[Phrase]:
    """The phrases of the text of a phrasing: several where a part of it may be missing."""
    before, _, after = words.replace("，", COMMA).partition("{}")
    wide = COMMA in before
    whole = before.startswith("^")
    found = []
    for front in _chains(before.removeprefix("^")):
        for back in _chains(after):
            first, last = [part for part in front if part], [part for part in back if part]
            adjacent, follows = bool(front and front[-1]), bool(back and back[0])
            bonus = whole + (adjacent and bool(first)) + bool(scopes)
            apart = [*(first[:-1] if adjacent else first), *last]
            limit = bonus + 2 * sum(len(longest) for longest, *_ in apart)
            found.append(Phrase(indicator, tuple(first), adjacent, tuple(last), follows, whole, wide, scopes, bonus, limit))
    return found


def _chains(text: str) -> Iterator[list[Words]]:
    """The parts of `text` between gaps, each as its alternatives; once with and once without a part that may be missing."""
    choices: list[list[Words]] = []
    for part in text.split(GAP):
        options = sorted(dict.fromkeys(_options(part)), key=lambda option: (-len(option), option))
        given = tuple(option for option in options if option)
        choices.append([given, ()] if given and "" in options else [given])
    for chosen in product(*choices):
        yield list(chosen)


def _options(part: str) -> Iterator[str]:
    pieces: list[list[str]] = []
    at = 0
    for match in _GROUP.finditer(part):
        pieces += [[part[at : match.start()]], [*match.group(1).split("|"), *([""] if match.group(2) else [])]]
        at = match.end()
    for chosen in product(*pieces, [part[at:]]):
        yield "".join(chosen)


def index(found: Sequence[Phrase]) -> Index:
    """`found` filed: by what stands right before the figure, else by the rarest pair of characters."""
    wide = [phrase for phrase in found if phrase.wide]
    return replace(_filed([phrase for phrase in found if not phrase.wide]), wide=_filed(wide) if wide else None)


def _filed(found: Sequence[Phrase]) -> Index:
    ends: dict[str, list[Phrase]] = {}
    others = []
    for phrase in found:
        if phrase.before and phrase.adjacent:
            for word in phrase.before[-1]:
                ends.setdefault(word, []).append(phrase)
        else:
            others.append(phrase)
    often = Counter(pair for phrase in others for words in _near(phrase) for word in words for pair in _pairs(word))
    inside: dict[str, list[Phrase]] = {}
    behind: dict[str, list[Phrase]] = {}
    for phrase in others:
        after = _key(phrase.after, often)
        for pair in after or _key(_near(phrase), often):
            (behind if after else inside).setdefault(pair, []).append(phrase)
    lengths: dict[str, set[int]] = {}
    for word in ends:
        lengths.setdefault(word[-1], set()).add(len(word))
    by_last = {last: tuple(sorted(found, reverse=True)) for last, found in lengths.items()}
    return Index(ends, by_last, inside, behind, frozenset(pair[0] for pair in (*inside, *behind)))


def _near(phrase: Phrase) -> list[Words]:
    """The words of `phrase` that stand in the clause of the figure or behind it."""
    commas = [at for at, words in enumerate(phrase.before) if any(COMMA in word for word in words)]
    return [*phrase.before[commas[-1] + 1 if commas else 0 :], *phrase.after]


def _key(parts: Iterable[Words], often: Mapping[str, int]) -> set[str]:
    """Pairs of which one stands where a phrase of `parts` does: those of its rarest part; none where each has too short a word."""
    best: set[str] = set()
    least = 0
    for words in parts:
        pairs = [min(_pairs(word), key=lambda pair: (often.get(pair, 0), pair), default="") for word in words]
        most = max(often.get(pair, 0) for pair in pairs)
        if all(pairs) and (not best or most < least):
            best, least = set(pairs), most
    return best


def _pairs(word: str) -> list[str]:
    return [word[at : at + 2] for at in range(len(word) - 1)]


def candidates(filed: Index, before: str, name: str, after: str) -> list[tuple[list[Phrase], int]]:
    """The phrases that a figure behind `before`, which ends in its `name`, and before `after` may have; how long the words are that end `before`."""
    found = []
    ends = filed.ends
    for length in filed.lengths.get(before[-1:], ()):
        phrases = ends.get(before[-length:])
        if phrases:
            found.append((phrases, length))
    firsts = filed.firsts
    if firsts:
        for filing, words in ((filed.inside, name), (filed.behind, after)):
            for at, character in enumerate(words):
                if character in firsts:
                    phrases = filing.get(words[at : at + 2])
                    if phrases:
                        found.append((phrases, 0))
    return found


def weight(phrase: Phrase, ending: int, name: str, after: str) -> int:
    """How much the words of `phrase` around a figure say, or 0 where they do not stand there; `ending` as of `candidates`."""
    place = len(name)
    total = phrase.bonus
    parts = phrase.before
    if parts:
        last = len(parts)
        if phrase.adjacent:
            place -= ending
            total += 2 * ending
            last -= 1
        while last:
            last -= 1
            for word in parts[last]:
                found = name.rfind(word, 0, place)
                if found >= 0 and place - found - len(word) <= REACH:
                    place = found
                    total += 2 * len(word)
                    break
            else:
                return 0
        if phrase.whole and place and not _LEAD.fullmatch(name, 0, place):
            return 0
    place = 0
    reach = 0 if phrase.follows else REACH
    for words in phrase.after:
        for word in words:
            found = after.find(word, place)
            if 0 <= found <= place + reach:
                place = found + len(word)
                total += 2 * len(word)
                break
        else:
            return 0
        reach = REACH
    return total
