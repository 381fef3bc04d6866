"""The program's own words in English and Chinese.

The English sentence is the key: a module below raises an error in English, and whoever prints it translates it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LANGUAGES: Final = ("en", "zh")


def say(lang: str, template: str, **values: object) -> str:
    """`template`, a key of the Chinese table, in `lang` with `values` filled in."""
    if lang == "zh":
        from govmetrics.messages_zh import ZH

        template = ZH[template]
    return template.format(**values)


def translate(lang: str, message: str) -> str:
    """`message`, an English sentence made from a key of the Chinese table, in `lang`; unchanged when none fits."""
    if lang != "zh":
        return message
    from govmetrics.messages_zh import ZH

    if message in ZH:
        return ZH[message]
    # The template with the most words of its own is the one that the sentence was made from.
    for english in sorted(ZH, key=lambda key: -len(re.sub(r"\{\w+\}", "", key))):
        names = re.findall(r"\{(\w+)\}", english)
        literals = map(re.escape, re.split(r"\{\w+\}", english))
        if names and (match := re.fullmatch("(.+)".join(literals), message, re.DOTALL)):
            values = (translate(lang, value) for value in match.groups())
            return ZH[english].format(**dict(zip(names, values, strict=True)))
    return message


def language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """`zh` or `en`: what `--lang` asks for, else what the locale says, else English."""
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        name, equals, value = argument.partition("=")
        if name == "--lang" and (equals or index + 1 < len(arguments)):
            asked = value if equals else arguments[index + 1]
            return "zh" if asked == "zh" else "en"
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((environment[name] for name in names if environment.get(name)), None) or _system_locale()
    return "zh" if chosen.lower().startswith(("zh", "chinese")) else "en"


def _system_locale() -> str:
    """The user's locale where no variable names it, as on Windows."""
    import locale

    return locale.getlocale()[0] or ""
