"""`govmetrics explain`: what a rule or an output format is for."""

from __future__ import annotations

from typing import Annotated

import typer

from govmetrics import output, rulebook
from govmetrics.cli import console
from govmetrics.cli.options import FINE, Lang, Rules, known
from govmetrics.messages import say


def add(app: typer.Typer) -> None:
    """Add this command to `app`."""
    app.command("explain")(explain)


def explain(
    id_: Annotated[str, typer.Argument(metavar="ID", help="A rule or an output format.")],
    rules: Rules = None,
    lang: Lang = "",
) -> int:
    """Say what a rule finds and why, with examples, or what an output format is for."""
    if id_ in output.names():
        console.show(f"{id_}\n\n{output.get(id_).doc}\n")
        return FINE
    book = rulebook.load(rules or ())
    rule = book.rules[known(id_, [*book.rules, *output.names()], "rule or format")]
    lines = [f"{rule.id} ({rule.kind})", "", rule.why.strip(), ""]
    for example in rule.examples:
        found = ", ".join(example.finds) or say(lang, "no figure")
        lines.append(f"  {example.text}\n    → {found}")
    lines += ["", rule.path]
    console.show("\n".join(lines) + "\n")
    return FINE
