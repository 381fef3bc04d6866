"""Report text as it may be shown: nothing in it gives orders to a terminal or hides, and its width is known."""

from __future__ import annotations

import os
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Final

from govmetrics.messages import say
from govmetrics.output.findings._excerpt import clean

if TYPE_CHECKING:
    from govmetrics.output.findings.record import FindingRecord, VerdictRecord

_TAB: Final = "    "
# Signs that turn the direction of writing or have no width would make the shown text differ from the real one.
_HIDDEN: Final = [0xAD, 0x61C, *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xFEFF, *range(0xFFF9, 0xFFFC)]
_ESCAPES: Final = (
    {code: f"\\x{code:02x}" for code in (*range(0x20), *range(0x7F, 0xA0))} | {code: f"\\u{code:04x}" for code in _HIDDEN} | {9: _TAB}
)
_STATUS_WORDS: Final = {
    "holds": "holds",
    "holds-if-truncated": "holds if truncated",
    "holds-with-another-base": "holds with another base",
    "fails": "fails",
    "not-assessable": "not assessable",
}


def visible(text: str) -> str:
    """`text` with escapes for what would not be seen or would be obeyed, line breaks among it."""
    return clean(text).translate(_ESCAPES)


def width(text: str) -> int:
    """The columns that `text` takes in a terminal."""
    return len(text) if text.isascii() else sum(map(_width, text))


@cache
def _width(sign: str) -> int:
    if unicodedata.east_asian_width(sign) in "WF":
        return 2
    return 0 if unicodedata.category(sign) in {"Mn", "Me", "Cf"} else 1


def details(finding: FindingRecord, lang: str) -> list[str]:
    """What there is to say beside the message: the arithmetic, what is expected and what found, the remedy."""
    said = [finding.arithmetic] if finding.arithmetic else []
    if finding.expected and finding.found:
        said.append(say(lang, "expected {expected}, found {found}", expected=finding.expected, found=finding.found))
    elif finding.expected:
        said.append(say(lang, "expected {expected}", expected=finding.expected))
    if finding.help:
        said.append(say(lang, "help: {help}", help=finding.help))
    return said


def status_word(status: str, lang: str) -> str:
    """A verdict in the words of `lang`."""
    return say(lang, _STATUS_WORDS[status])


def verdict_text(verdict: VerdictRecord, lang: str) -> str:
    """The arithmetic of a verdict, or the figure, and the reason."""
    said = verdict.arithmetic or verdict.text
    if not verdict.reason:
        return said
    return f"{said}（{verdict.reason}）" if lang == "zh" else f"{said} ({verdict.reason})"


def slashed(path: str, separator: str = os.sep) -> str:
    """`path` as the web writes it: with forward slashes, and without `./` in front."""
    return path.replace(separator, "/").removeprefix("./")
