"""`govmetrics settings`: what holds for a report, and where each setting comes from."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from govmetrics import checks
from govmetrics.cli import console
from govmetrics.cli.options import FINE, Lang, speak
from govmetrics.cli.settings import Overrides, Settings, short
from govmetrics.cli.settings.files import Files, language
from govmetrics.cli.settings.resolve import resolve
from govmetrics.errors import UsageError
from govmetrics.messages import say
from govmetrics.reading.files import STDIN

if TYPE_CHECKING:
    from collections.abc import Iterable


def add(app: typer.Typer) -> None:
    """Add this command to `app`."""
    app.command("settings")(settings)


def settings(
    context: typer.Context,
    path: Annotated[str, typer.Argument(metavar="[PATH]", help="A report or a folder; the working directory otherwise.")] = ".",
    config: Annotated[str | None, typer.Option("--config", metavar="FILE", help="Configuration file for all reports.")] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no configuration file.")] = False,
    lang: Lang = "",
) -> int:
    """Print the settings that hold for a report, and where each comes from."""
    if not isolated:
        speak(context, lambda: language(path, checks.names(), config, lang))
    if isolated and config:
        raise UsageError("--isolated reads no configuration; leave out one of --isolated and --config")
    if path != STDIN and not os.path.exists(path):
        raise UsageError("no such file or folder: check the path", path or '""')
    files = Files(checks.names(), config)
    # What holds in a folder holds for what is in it.
    report = os.path.join(path, STDIN) if os.path.isdir(path) else path
    found = None if isolated else files.of(None if path == STDIN else report)
    files.check()
    console.show("\n".join(_lines(resolve(found, Overrides(), lang), lang)) + "\n")
    return FINE


def _lines(found: Settings, lang: str) -> Iterable[str]:
    """The settings as a configuration file would have them, and the checks that run as a comment."""

    def line(name: str, value: str) -> str:
        return f"{name} = {value}  # {found.origins[name.replace('-', '_')] or say(lang, 'default')}"

    yield line("select", _list(found.select))
    yield line("ignore", _list(found.ignore))
    yield line("fail-on", _quoted(found.fail_on))
    yield line("lang", _quoted(found.lang))
    if found.baseline:
        yield line("baseline", _quoted(short(found.baseline).replace(os.sep, "/")))
    yield f"# {say(lang, 'checks that run: {names}', names=', '.join(found.checks))}"
    if found.severities:
        yield f"\n[severity]  # {found.origins['severity']}"
        yield from (f"{name} = {_quoted(severity)}" for name, severity in sorted(found.severities.items()))
    for entry in found.suppress:
        yield f"\n[[suppress]]  # {found.origins['suppress']}"
        fields = {name: getattr(entry, name) for name in ("check", "path", "fingerprint", "text", "reason")}
        yield from (f"{name} = {_quoted(value)}" for name, value in fields.items() if value)
        if entry.expires:
            yield f"expires = {entry.expires}"


def _list(names: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, names))}]"


def _quoted(text: str) -> str:
    """`text` as TOML writes it."""
    import json

    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
