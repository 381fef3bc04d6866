"""The options that several commands share, and how their values are checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from govmetrics.errors import UsageError
from govmetrics.messages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FINE, WRONG, INTERRUPTED = 0, 2, 130

_SPOKEN = "govmetrics.spoken"
_MANY = 20
"""More choices than these make no line to read; all that are so many are checks and rules."""

Rules: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--rules", metavar="DIR", help="Folder of rule files that extend or replace the built-in ones."),
]

Pack: TypeAlias = Annotated[
    str,
    typer.Option("--pack", metavar="NAME|none", help="The indicator pack; by the report's title otherwise.", show_default=False),
]


def known_pack(name: str, rules: Sequence[str]) -> str:
    """`name`, which must be that of a pack, `none` or empty.

    Raises:
        UsageError: it is not.
    """
    from govmetrics import packs

    if name and name != packs.NONE:
        packs.load(rules).get(name)
    return name


def _resolved(context: typer.Context, value: str) -> str:
    """What the option says, else what holds for the whole command line."""
    return known(value, LANGUAGES, "language") if value else str(context.find_root().obj)


Lang: TypeAlias = Annotated[
    str,
    typer.Option("--lang", metavar="en|zh", callback=_resolved, show_default="the locale's", help="Language of messages."),
]


def is_given(context: typer.Context, name: str) -> bool:
    """Whether the command line itself says the option `name`, before or after the command."""
    sources = (one.get_parameter_source(name) for one in (context, context.find_root()))
    return any(source is not None and source.name == "COMMANDLINE" for source in sources)


def speak(context: typer.Context, language: Callable[[], str]) -> None:
    """Let the errors of a command be told in what `language` gives, which is asked only then, unless the command line says one."""
    if not is_given(context, "lang"):
        context.meta[_SPOKEN] = language


def spoken(context: typer.Context, lang: str) -> str:
    """The language of a command's errors, `lang` where `speak` has given none."""
    language = context.meta.get(_SPOKEN)
    return str(language()) if language else lang


def choose(values: Sequence[str] | None, choices: Sequence[str], what: str, option: str = "") -> list[str]:
    """What `values`, some of them comma lists, choose of `choices`: in their order, without repetition.

    Raises:
        UsageError: some of them are not among `choices`, or `option` is given with values that name nothing.
    """
    parts = (part.strip() for value in values or () for part in value.split(","))
    chosen = list(dict.fromkeys(filter(None, parts)))
    wrong = [part for part in chosen if part not in choices]
    if wrong:
        raise _unknown(wrong, choices, what)
    if option and values and not chosen:
        raise UsageError(f"names no {what}; leave it out or name one", option)
    return chosen


def known(value: str, choices: Sequence[str], what: str) -> str:
    """`value`, which must be one of `choices`.

    Raises:
        UsageError: it is not; the message offers the nearest choice, or all.
    """
    if value in choices:
        return value
    raise _unknown([value], choices, what)


def _unknown(values: Sequence[str], choices: Sequence[str], what: str) -> UsageError:
    import difflib

    place = ", ".join(value or '""' for value in values)
    near = dict.fromkeys(found for value in values for found in difflib.get_close_matches(value, choices, 1))
    if near:
        return UsageError(f"unknown {what}; did you mean {', '.join(near)}?", place)
    if len(choices) > _MANY:
        return UsageError(f"unknown {what}; govmetrics explain lists all names", place)
    return UsageError(f"unknown {what}; choose from {', '.join(choices)}", place)
