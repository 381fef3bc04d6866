"""`govmetrics explain`: what a check, a rule or an output format is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from govmetrics import checks, output, rulebook
from govmetrics.cli import console
from govmetrics.cli.options import FINE, Lang, Rules, known
from govmetrics.messages import say, translate
from govmetrics.output import comparison, findings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PACKAGES = (output, findings, comparison)


def add(app: typer.Typer) -> None:
    """Add this command to `app`."""
    app.command("explain")(explain)


def explain(
    id_: Annotated[
        str, typer.Argument(metavar="[ID]", help="A check, a rule or an output format; a list of all when left out.", show_default=False)
    ] = "",
    rules: Rules = None,
    lang: Lang = "",
) -> int:
    """Say what a check flags or a rule finds and why, with examples, or what an output format is for."""
    if not id_:
        console.show("".join("\t".join(row) + "\n" for row in _all(rules or (), lang)))
        return FINE
    formats = [package.get(id_).doc for package in _PACKAGES if id_ in package.names()]
    if formats:
        console.show("\n\n".join([id_, *(_told(doc, lang) for doc in formats)]) + "\n")
        return FINE
    lines = _check(checks.get(id_), lang) if id_ in checks.names() else _rule(id_, rules or (), lang)
    console.show("\n".join(lines) + "\n")
    return FINE


def _all(folders: Sequence[str], lang: str) -> Iterator[tuple[str, str, str]]:
    """Every id, once, with its group or kind and what it is for."""
    for check in map(checks.get, checks.names()):
        yield check.id, check.group, check.what(lang)
    for rule in rulebook.load(folders).rules.values():
        yield rule.id, rule.kind, rule.reason(lang)
    docs = {name: package.get(name).doc for package in reversed(_PACKAGES) for name in package.names()}
    for name, doc in sorted(docs.items()):
        yield name, say(lang, "format"), _told(doc, lang).partition("\n\n")[0]


def _told(doc: str, lang: str) -> str:
    """The docstring of a format, whose paragraphs are messages."""
    return doc if lang == "en" else "\n\n".join(translate(lang, " ".join(part.split())) for part in doc.split("\n\n"))


def _check(check: checks.Check, lang: str) -> list[str]:
    lines = [f"{check.id} ({check.group}, {check.severity})", "", check.what(lang), "", check.why(lang), ""]
    if not check.default:
        lines += [say(lang, "It runs only where it is selected."), ""]
    lines.append(say(lang, "flagged:"))
    for text, words in check.bad:
        lines += [*_indented(text), f"    → {words}"]
    lines.append(say(lang, "not flagged:"))
    for text in check.good:
        lines += _indented(text)
    return lines


def _indented(text: str) -> list[str]:
    return [f"  {line}" for line in text.strip("\n").split("\n")]


def _rule(id_: str, folders: Sequence[str], lang: str) -> list[str]:
    book = rulebook.load(folders)
    names = [*book.rules, *checks.names(), *(name for package in _PACKAGES for name in package.names())]
    rule = book.rules[known(id_, names, "rule, check or format")]
    lines = [f"{rule.id} ({rule.kind})", "", rule.reason(lang), ""]
    for example in rule.examples:
        found = ", ".join(example.finds) or say(lang, "no figure")
        lines.append(f"  {example.text}\n    → {found}")
    return [*lines, "", rule.path]
