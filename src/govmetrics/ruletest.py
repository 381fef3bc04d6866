"""Rules tried on their own examples: the whole pipeline runs on each text, and all that it finds must be expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex
from msgspec import Struct

from govmetrics.analyse import analyse
from govmetrics.errors import GovmetricsError
from govmetrics.rulebook import Example, Rule, RuleBook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govmetrics.model import AnyMetric


class Outcome(Struct, frozen=True):
    """What became of one example.

    Attributes:
        rule: the rule in whose file it stands.
        example: the text and what must be found in it.
        found: summaries of what was found, in the order of the text.
        fired: ids of the rules that found it.
        reach: for a failure, the stretch of the text (start, end) that the rule's pattern fits farthest.
    """

    rule: Rule
    example: Example
    found: tuple[str, ...]
    fired: frozenset[str]
    reach: tuple[int, int] = (0, 0)

    @property
    def passed(self) -> bool:
        return self.found == self.example.finds


def summary(metric: AnyMetric) -> str:
    """Value and unit, then change, basis and bound where there are any: `48.79 % decrease yoy`, `1200 件 approx`."""
    bound = None if metric.bound == "exact" else metric.bound
    return " ".join(filter(None, (metric.value, metric.unit, metric.change, metric.basis, bound)))


def run(rulebook: RuleBook) -> Iterator[Outcome]:
    """Every example of every rule, in the order of the rules.

    Raises:
        GovmetricsError: a pattern ran out of time; the message names the example's rule.
    """
    for rule in rulebook.rules.values():
        for example in rule.examples:
            try:
                analysis = analyse(example.text, rule.id, rulebook)
            except GovmetricsError as error:
                raise type(error)(f"{error.message} (in its example {example.text!r})", error.place) from error
            found = tuple(map(summary, analysis.metrics))
            fired = frozenset(metric.rule for metric in analysis.metrics)
            reach = (0, 0) if found == example.finds else longest(rule.expanded, analysis.document.twin.text)
            yield Outcome(rule, example, found, fired, reach)


def longest(pattern: str, text: str) -> tuple[int, int]:
    """The longest stretch of `text`, first of its length, that a match of the verbose `pattern` can begin with."""
    compiled = regex.compile(pattern, regex.VERBOSE)
    best = (0, 0)
    for start in range(len(text)):
        end = start
        while end < len(text) and compiled.fullmatch(text, start, end + 1, partial=True):
            end += 1
        if end - start > best[1] - best[0]:
            best = start, end
    return best
