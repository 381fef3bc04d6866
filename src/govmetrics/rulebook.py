"""The rule book: rule files and lexicon, built-in and a user's, compiled into one pattern.

A folder of rules is its own registry: `NAME.toml` is the rule NAME, `lexicon.toml` holds the words and fragments that
patterns are written with. Compiling takes longer than reading a report, so the compiled book is kept in the user's
cache folder and used again while no rule file has changed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import regex
from msgspec import Struct

from govmetrics.errors import RuleError, RuleErrors
from govmetrics.patterns import compile_

NO_FIGURE = "none"
"""The kind of a rule that takes a name or a number out of the figures."""
CELL = "cell"
"""The kind of the rule whose pattern is a number in a table; `govmetrics.tables` runs it."""
TIME_LIMIT = 2.0
"""Seconds a user's pattern may take for a million characters, and at the least."""


class Example(Struct, frozen=True):
    """A text and the summaries of all figures that are found in it; none make it a counter-example."""

    text: str
    finds: tuple[str, ...]


class Rule(Struct, frozen=True):
    """A rule as it stands in its file.

    Attributes:
        id: the file's name without `.toml`.
        kind: what it finds, or `none` for a name that is no figure.
        why, why_zh: what the rule rests on, one or two sentences; in Chinese, too, where the file says it.
        pattern: a verbose regular expression with `{{fragment}}` and `{{fragment:group}}` in it.
        first: what a match can start with: literal beginnings, or names of the lexicon's `starts` (digit, hanzi).
        after: the lexicon's head that the pattern continues (number, hanzi), or empty. A head is matched once for all
            rules that continue it, and captures `value` and, of a range, `high`.
        order: lower ones are tried earlier at the same place; a head is tried where its earliest rule is.
        examples: texts with what is found in them.
        path: the file, as named to the user.
        expanded: the pattern with its fragments in place.
    """

    id: str
    kind: str
    why: str
    pattern: str
    first: tuple[str, ...]
    after: str
    order: int
    examples: tuple[Example, ...]
    path: str
    expanded: str
    why_zh: str = ""

    def reason(self, lang: str) -> str:
        """What the rule rests on, in one line."""
        return " ".join(((lang == "zh" and self.why_zh) or self.why).split())


class Groups(Struct, frozen=True):
    """Where a rule's captures stand in a pattern: group number by name."""

    rule: str
    kind: str
    at: dict[str, int]


class Branch(Struct, frozen=True):
    """All rules that can start with a character, as alternatives of one pattern.

    Attributes:
        pattern: each rule is a group of its own.
        groups: by the number of the rule's group in `pattern`, which is a match's `lastindex`.
        starts: the longer beginnings of which the text must have one; empty when the character says enough.
    """

    pattern: regex.Pattern[str]
    groups: dict[int, Groups]
    starts: tuple[str, ...]


class RuleBook(Struct, frozen=True):
    """All rules, ready to run.

    Attributes:
        rules: by id, in the order in which they are tried.
        words: the lexicon's word lists by name.
        anchor: matches a character that a rule can start with.
        branches: by that character, the rules to try there.
        runs: by that character, its named start: within a run of one start only the first character is tried.
        users: ids of the rules that run under a time limit.
    """

    rules: dict[str, Rule]
    words: dict[str, tuple[str, ...]]
    anchor: re.Pattern[str]
    branches: dict[str, Branch]
    runs: dict[str, str]
    users: tuple[str, ...]

    def scan(self, text: str) -> Iterator[tuple[Groups, regex.Match[str]]]:
        """Every match of a rule in `text`, a twin's, from left to right and without overlap.

        Raises:
            RuleError: a user's pattern runs away.
        """
        end = 0
        last = -1
        run: str | None = None
        branches, runs = self.branches, self.runs
        limit = TIME_LIMIT * (1 + len(text) / 1e6) if self.users else None
        for anchor in self.anchor.finditer(text):
            start = anchor.start()
            if start < end:
                continue
            character = text[start]
            before, run = run, runs.get(character)
            if start == last + 1 and run is not None and run == before:
                last = start
                continue
            last = start
            branch = branches[character]
            if branch.starts and not text.startswith(branch.starts, start):
                continue
            # A limit costs a tenth of the scan, even where it is None.
            match = branch.pattern.match(text, start) if limit is None else self._limited(branch, text, start, limit)
            if match:
                end = match.end()
                run = None
                yield branch.groups[match.lastindex or 0], match

    def _limited(self, branch: Branch, text: str, start: int, limit: float) -> regex.Match[str] | None:
        try:
            return branch.pattern.match(text, start, timeout=limit)
        except TimeoutError:
            raise self._runaway(text, start) from None

    def _runaway(self, text: str, start: int) -> RuleError:
        for name in self.users:
            rule = self.rules[name]
            try:
                regex.compile(rule.expanded, regex.VERBOSE).match(text, start, timeout=TIME_LIMIT / 4)
            except TimeoutError:
                return RuleError(f"the pattern of {name} runs away; rewrite it without nested repetition", rule.path)
        return RuleError("the patterns together run away; give the latest rule a simpler pattern", self.rules[self.users[0]].path)


def builtin() -> str:
    """The folder of the built-in rules: inside the package when installed, beside `src` in a checkout."""
    here = os.path.dirname(os.path.abspath(__file__))
    packaged = os.path.join(here, "rules")
    return packaged if os.path.isdir(packaged) else os.path.join(os.path.dirname(os.path.dirname(here)), "rules")


_loaded: dict[tuple[str, ...], RuleBook] = {}


def load(folders: Sequence[str] = ()) -> RuleBook:
    """The built-in rules with those of `folders`, which extend them and override them by id.

    Raises:
        RuleErrors: every error of every file, with its place and remedy.
    """
    key = tuple(folders)
    if key not in _loaded:
        from govmetrics import rulecache

        _loaded[key] = rulecache.load([builtin(), *folders])
    return _loaded[key]


def compile_folders(folders: Sequence[str]) -> RuleBook:
    """Read and compile the rules of `folders`; the first holds the built-in ones.

    Raises:
        RuleErrors: every error of every file, with its place and remedy.
    """
    from govmetrics import rulefiles

    errors: list[RuleError] = []
    lexicon, rules = rulefiles.read(folders, errors)
    if errors:
        raise RuleErrors(errors)
    own = _paths(folders[1:], rules)
    ordered = sorted(rules, key=lambda rule: (bool(rule.after) or rule.path not in own, rule.order, rule.path not in own, rule.id))
    users = tuple(rule.id for rule in ordered if rule.path in own)
    branches, runs = _branches(ordered, lexicon)
    words = {name: tuple(words) for name, words in lexicon.words.items()}
    return RuleBook({rule.id: rule for rule in ordered}, words, _anchor(branches), branches, runs, users)


def _paths(folders: Sequence[str], rules: Sequence[Rule]) -> frozenset[str]:
    return frozenset(rule.path for rule in rules if any(rule.path.startswith(folder) for folder in folders))


_NAMED = compile_(r"\(\?P?(?P<back>=|<)(?P<name>[A-Za-z]\w*)(?P<end>[>)])")


def _mangled(pattern: str, number: int) -> str:
    """`pattern` with its group names made its own: groups of one name in several alternatives confuse `lastindex`."""

    def own(match: regex.Match[str]) -> str:
        return f"(?P{match['back']}{match['name']}_{number}{match['end']}"

    return str(_NAMED.sub(own, pattern))


def _branches(rules: Sequence[Rule], lexicon: Any) -> tuple[dict[str, Branch], dict[str, str]]:
    """For each character that a rule can start with the rules to try, and the named start it belongs to."""
    by_start: dict[str, list[int]] = {}
    for number, rule in enumerate(rules):
        if rule.kind != CELL:
            for start in lexicon.heads[rule.after][0] if rule.after else rule.first:
                by_start.setdefault(start, []).append(number)
    named = {start: numbers for start, numbers in by_start.items() if start in lexicon.starts}
    literal = {start: numbers for start, numbers in by_start.items() if start not in named}
    branches: dict[str, Branch] = {}
    for start, numbers in named.items():
        characters, guard = lexicon.starts[start]
        branches |= dict.fromkeys(characters, _branch([(number, rules[number]) for number in numbers], guard, lexicon, ()))
    for character in dict.fromkeys(start[0] for start in literal):
        starts = [start for start in literal if start[0] == character]
        numbers = sorted({number for start in starts for number in literal[start]})
        branches[character] = _branch([(number, rules[number]) for number in numbers], "", lexicon, starts)
    runs = {character: start for start in named for character in lexicon.starts[start][0]}
    return branches, runs


def _anchor(characters: Iterable[str]) -> re.Pattern[str]:
    # `re`, as it looks for one character of many at twice the speed of `regex`.
    return re.compile(f"[{re.escape(''.join(characters))}]")


def _branch(rules: Sequence[tuple[int, Rule]], guard: str, lexicon: Any, starts: Sequence[str]) -> Branch:
    alternatives: list[str] = []
    tails: dict[str, list[str]] = {}
    for number, rule in rules:
        own = f"(?P<r_{number}>{_mangled(rule.expanded, number)}\n)"
        if not rule.after:
            alternatives.append(own)
        elif rule.after in tails:
            tails[rule.after].append(own)
        else:
            tails[rule.after] = [own]
            alternatives.append(rule.after)
    for head, own_tails in tails.items():
        alternatives[alternatives.index(head)] = f"{lexicon.heads[head][1]}(?:{'|'.join(own_tails)})"
    pattern = regex.compile(f"{guard}(?:{'|'.join(alternatives)})", regex.VERBOSE)
    shared = {name: index for name, index in pattern.groupindex.items() if "_" not in name}
    groups = {}
    for number, rule in rules:
        own_groups = {name.rpartition("_")[0]: i for name, i in pattern.groupindex.items() if name.endswith(f"_{number}")}
        index = own_groups.pop("r")
        heads = {name.removeprefix(rule.after): i for name, i in shared.items() if rule.after and name.startswith(rule.after)}
        groups[index] = Groups(rule.id, rule.kind, heads | own_groups)
    return Branch(pattern, groups, tuple(starts) if min(map(len, starts), default=1) > 1 else ())
