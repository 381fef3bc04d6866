"""The captures of a rule's match by name."""

from __future__ import annotations

import regex

from govmetrics.rulebook import Groups


def text(groups: Groups, match: regex.Match[str], name: str) -> str:
    """What the rule captured as `name`, or nothing."""
    at = groups.at.get(name)
    return (match[at] or "") if at else ""


def span(groups: Groups, match: regex.Match[str]) -> tuple[int, int]:
    """The figure's place: the capture `span` where the rule has one, else the whole match."""
    at = groups.at.get("span")
    if at and match[at] is not None:
        start, end = match.span(at)
        return start, end
    start, end = match.span()
    return start, end
