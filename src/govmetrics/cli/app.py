"""Every command returns its exit status; errors become one line here."""

from __future__ import annotations

import gc
import os
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from govmetrics.cli import console
from govmetrics.cli.help import speak
from govmetrics.cli.options import FINE, INTERRUPTED, WRONG, Lang, spoken
from govmetrics.cli.sink import ClosedPipeError, silence
from govmetrics.errors import GovmetricsError
from govmetrics.messages import language, translate
from govmetrics.registry import modules

if TYPE_CHECKING:
    from collections.abc import Sequence

_GARBAGE = (20_000, 20, 20)
"""How many objects more there are before cycles are looked for: a report leaves few behind."""
_SHELL_EXPANDS = os.name != "nt"

# What the parser raises for a wrong command line; it exports only this subclass of it.
_ParserError = cast("type[typer.BadParameter]", typer.BadParameter.__mro__[2])


def run(arguments: Sequence[str]) -> int:
    """The exit status of the command line `arguments`, whose output goes to the standard streams."""
    lang = language(arguments, os.environ)
    try:
        return _run(_expanded(arguments), lang)
    except _ParserError as error:
        console.note(translate(lang, " ".join(error.format_message().split())))
    except GovmetricsError as error:
        console.complain(error, lang)
    except (ClosedPipeError, BrokenPipeError):
        silence()
        return FINE
    except KeyboardInterrupt:
        return INTERRUPTED
    return WRONG


def command_names() -> list[str]:
    """The names of all commands, sorted."""
    return modules(os.path.join(os.path.dirname(__file__), "commands"))


def _run(arguments: list[str], lang: str) -> int:
    names = command_names()
    # Building every command costs several times as much as building the one that is called.
    wanted = arguments[:1] if arguments and arguments[0] in names else names
    command = typer.main.get_command(_app(wanted))
    if "--help" in arguments:
        speak(command, lang)
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(*_GARBAGE)
        gc.enable()
    try:
        with command.make_context("govmetrics", arguments, obj=lang) as context:
            return _invoked(command, context, lang)
    except typer.Exit as done:
        return done.exit_code


def _invoked(command: Any, context: Any, lang: str) -> int:
    try:
        return int(command.invoke(context) or FINE)
    except GovmetricsError as error:
        console.complain(error, spoken(context, lang))
        return WRONG


def _app(names: Sequence[str]) -> typer.Typer:
    app = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)
    app.callback()(_options)
    for name in names:
        import_module(f"govmetrics.cli.commands.{name}").add(app)
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        from govmetrics import __version__

        console.show(f"govmetrics {__version__}\n")
        raise typer.Exit


def _options(
    version: Annotated[bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Show the version and exit.")] = False,
    lang: Lang = "",
) -> None:
    """Find every figure of Chinese government reports, and where they contradict each other."""


def _expanded(arguments: Sequence[str]) -> list[str]:
    """`arguments` with patterns such as *.txt as the files that they match, which no Windows shell does."""
    if _SHELL_EXPANDS:
        return list(arguments)
    import glob

    return [path for argument in arguments for path in (sorted(glob.glob(argument)) or [argument])]
