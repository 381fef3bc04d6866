"""Help texts in the user's language."""

from __future__ import annotations

from typing import Any

from govmetrics.messages import translate


def speak(command: Any, lang: str) -> None:
    """Translate the help texts of a parser's command, its parameters and the commands below it, in place."""
    command.help = command.help and translate(lang, command.help)
    for parameter in [*command.params, command.get_help_option(command.context_class(command))]:
        for attribute in ("help", "show_default"):
            text = getattr(parameter, attribute, None)
            if isinstance(text, str):
                setattr(parameter, attribute, translate(lang, text))
    for inner in getattr(command, "commands", {}).values():
        speak(inner, lang)
