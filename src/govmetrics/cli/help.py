"""Help texts in the user's language, printed as everything is."""

from __future__ import annotations

from typing import Any

from govmetrics.cli import console
from govmetrics.messages import translate


def speak(command: Any, lang: str) -> None:
    """Translate the help texts of a parser's command, its parameters and the commands below it, in place.

    That the parser prints them itself would leave a traceback where that fails.
    """
    command.help = command.help and translate(lang, command.help)
    option = command.get_help_option(command.context_class(command))
    option.callback = _show
    for parameter in [*command.params, option]:
        for attribute in ("help", "show_default"):
            text = getattr(parameter, attribute, None)
            if isinstance(text, str):
                setattr(parameter, attribute, translate(lang, text))
    for inner in getattr(command, "commands", {}).values():
        speak(inner, lang)


def _show(context: Any, _option: object, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        console.show(f"{context.get_help()}\n")
        context.exit()
