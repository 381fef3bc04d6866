"""Every rule file keeps what its examples promise."""

from __future__ import annotations

from pathlib import Path

import pytest

from govmetrics import extract, parse, rulebook
from govmetrics.rulebook import NO_FIGURE, Rule
from govmetrics.ruletest import Outcome, longest, run, summary
from govmetrics.twin import make

BOOK = rulebook.load()
FILES = sorted(
    path.stem for path in Path(rulebook.builtin()).rglob("*.toml") if path.name != "lexicon.toml" and path.parent.name != "indicators"
)
CASES = [(rule, number) for rule in BOOK.rules.values() for number in range(len(rule.examples))]


@pytest.fixture(scope="module")
def outcomes() -> dict[tuple[str, str], Outcome]:
    return {(outcome.rule.id, outcome.example.text): outcome for outcome in run(BOOK)}


def test_the_folder_and_the_book_name_the_same_rules() -> None:
    assert sorted(BOOK.rules) == FILES


@pytest.mark.parametrize(("rule", "number"), [pytest.param(*case, id=f"{case[0].id}-{case[1] + 1}") for case in CASES])
def test_an_example_has_its_figures(rule: Rule, number: int, outcomes: dict[tuple[str, str], Outcome]) -> None:
    outcome = outcomes[rule.id, rule.examples[number].text]
    assert list(outcome.found) == list(outcome.example.finds)
    assert outcome.passed


@pytest.mark.parametrize("rule", [rule for rule in BOOK.rules.values() if rule.kind != NO_FIGURE], ids=lambda rule: rule.id)
def test_a_rule_fires_in_an_example_of_its_own(rule: Rule, outcomes: dict[tuple[str, str], Outcome]) -> None:
    assert any(rule.id in outcomes[rule.id, example.text].fired for example in rule.examples)


@pytest.mark.parametrize("rule", [rule for rule in BOOK.rules.values() if rule.kind == NO_FIGURE], ids=lambda rule: rule.id)
def test_a_rule_for_names_matches_in_an_example_of_its_own(rule: Rule) -> None:
    texts = [make(example.text).text for example in rule.examples]
    assert any(groups.rule == rule.id for text in texts for groups, _ in BOOK.scan(text))


@pytest.mark.parametrize("rule", BOOK.rules.values(), ids=lambda rule: rule.id)
def test_a_rule_is_complete(rule: Rule) -> None:
    assert rule.why.endswith(".")
    assert rule.why_zh.endswith("。")
    assert any(not example.finds for example in rule.examples), "no counter-example"
    assert len({example.text for example in rule.examples}) == len(rule.examples)


def test_a_summary_is_value_unit_change_basis_and_bound() -> None:
    metrics = extract(parse("2024年3月，来访约1200件，同比下降48.79%，办结率达到95%以上。"))
    assert list(map(summary, metrics)) == ["2024-03", "1200 件 approx", "48.79 % decrease yoy", "95 % min"]


def test_a_failed_example_tells_how_far_its_pattern_fits() -> None:
    assert longest(r"\d+ (?:件|人次)", "受理12人，办结3份") == (2, 5)
    assert longest("同比", "没有") == (0, 0)
