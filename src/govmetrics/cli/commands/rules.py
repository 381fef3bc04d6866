"""`govmetrics rules`: list, show, test and lint the extraction rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from govmetrics import packs, rulebook, ruletest
from govmetrics.cli import console
from govmetrics.cli.options import FINE, WRONG, Lang, Rules, known
from govmetrics.errors import RuleError, RuleErrors, UsageError
from govmetrics.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable


def add(app: typer.Typer) -> None:
    """Add these commands to `app`."""
    group = typer.Typer(rich_markup_mode=None, help="List, show, test and lint the extraction rules.")
    group.command("list")(list_)
    group.command("show")(show)
    group.command("test")(run_examples)
    group.command("lint")(lint)
    app.add_typer(group, name="rules")


def list_(rules: Rules = None, lang: Lang = "") -> int:
    """Print every rule's id, kind and reason, one line each, tab-separated."""
    book = rulebook.load(rules or ())
    console.show("".join(f"{rule.id}\t{rule.kind}\t{rule.reason(lang)}\n" for rule in book.rules.values()))
    return FINE


def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help="A rule.")],
    expanded: Annotated[bool, typer.Option("--expanded", help="The pattern with its fragments in place.")] = False,
    rules: Rules = None,
    _lang: Lang = "",
) -> int:
    """Print a rule's file as it is, or its pattern as it runs."""
    book = rulebook.load(rules or ())
    rule = book.rules[known(id_, list(book.rules), "rule")]
    if expanded:
        console.show(rule.expanded.strip("\n") + "\n")
        return FINE
    try:
        with open(rule.path, encoding="utf-8") as file:
            console.show(file.read())
    except OSError as error:
        raise UsageError(f"cannot read: {error.strerror}; check the folder given with --rules", rule.path) from None
    return FINE


def run_examples(
    coverage: Annotated[bool, typer.Option("--coverage", help="Name the rules that no example fires, too.")] = False,
    rules: Rules = None,
    lang: Lang = "",
) -> int:
    """Run every rule's examples and say what was found instead of what they expect."""
    book = rulebook.load(rules or ())
    outcomes = list(ruletest.run(book))
    failures = [outcome for outcome in outcomes if not outcome.passed]
    lines = [line for failure in failures for line in _failure(failure, lang)]
    idle = _idle(book, outcomes) if coverage else []
    lines += [f"{id_}: {say(lang, 'no example fires this rule')}" for id_ in idle]
    lines.append(
        say(
            lang,
            "{examples} examples of {rules} rules, {failures} failed",
            examples=len(outcomes),
            rules=len(book.rules),
            failures=len(failures),
        )
    )
    console.show("\n".join(lines) + "\n")
    return WRONG if failures or idle else FINE


def lint(rules: Rules = None, lang: Lang = "") -> int:
    """Load the rules and indicator packs and print every error of every file."""
    folders, errors = tuple(rules or ()), list[RuleError]()
    for load in (rulebook.load, packs.load):
        try:
            load(folders)
        except RuleErrors as found:
            errors += found.errors
    if errors:
        raise RuleErrors(errors)
    numbers = {"rules": len(rulebook.load(folders).rules), "packs": len(packs.load(folders).heads)}
    console.show(say(lang, "{rules} rules, {packs} indicator packs, no errors", **numbers) + "\n")
    return FINE


def _failure(outcome: ruletest.Outcome, lang: str) -> list[str]:
    start, end = outcome.reach
    text = outcome.example.text
    reach = f"{text[:start]}[{text[start:end]}]{text[end:]}" if end else say(lang, "nowhere")
    return [
        f"{outcome.rule.path}: {outcome.rule.id}: {text}",
        f"  {say(lang, 'expected')}: {_list(outcome.example.finds)}",
        f"  {say(lang, 'found')}: {_list(outcome.found)}",
        f"  {say(lang, 'the pattern fits')}: {reach}",
    ]


def _list(summaries: Iterable[str]) -> str:
    return ", ".join(summaries) or "-"


def _idle(book: rulebook.RuleBook, outcomes: Iterable[ruletest.Outcome]) -> list[str]:
    """Rules that find figures but are not fired by any example; a rule for what is no figure leaves no trace."""
    fired = {id_ for outcome in outcomes for id_ in outcome.fired}
    return [rule.id for rule in book.rules.values() if rule.kind != rulebook.NO_FIGURE and rule.id not in fired]
