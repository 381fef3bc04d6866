"""The longest word of a list that a text begins or ends with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

Words: TypeAlias = "dict[str, list[tuple[int, frozenset[str]]]]"
"""Words by their first or last character, then by length, the longest first."""


def starting(words: Iterable[str]) -> Words:
    """`words` for `prefix`."""
    return _grouped(words, 0)


def ending(words: Iterable[str]) -> Words:
    """`words` for `suffix`."""
    return _grouped(words, -1)


def _grouped(words: Iterable[str], at: int) -> Words:
    groups: dict[str, dict[int, set[str]]] = {}
    for word in words:
        groups.setdefault(word[at], {}).setdefault(len(word), set()).add(word)
    return {
        character: [(length, frozenset(lengths[length])) for length in sorted(lengths, reverse=True)]
        for character, lengths in groups.items()
    }


def prefix(text: str, words: Words) -> int:
    """The length of the longest of `words` at the start of `text`, or 0."""
    for length, group in words.get(text[:1], ()):
        if text[:length] in group:
            return length
    return 0


def suffix(text: str, words: Words) -> int:
    """The length of the longest of `words` at the end of `text`, or 0."""
    for length, group in words.get(text[-1:], ()):
        if text[-length:] in group:
            return length
    return 0
