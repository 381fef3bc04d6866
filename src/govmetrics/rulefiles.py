"""Reading rule files: TOML to rules with their fragments in place, and every error of a file at once."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import regex

from govmetrics.errors import RuleError
from govmetrics.model import KINDS
from govmetrics.rulebook import CELL, NO_FIGURE, Example, Rule

LEXICON = "lexicon.toml"
_KEYS = {"kind": str, "why": str, "why_zh": str, "pattern": str, "first": list, "after": str, "order": int, "example": list}
_REQUIRED = ("kind", "why", "pattern", "example")
_SLOT = regex.compile(r"\{\{\s*([A-Za-z_]\w*)\s*(?::\s*([A-Za-z]\w*)\s*)?\}\}")


class Lexicon:
    """Words and fragments, of all lexicons together.

    Attributes:
        words: word lists by name; each is a fragment too, that matches the longest of its words.
        fragments: pattern texts by name.
        starts: by name, the characters that a match can start with and a look-behind for what may stand before.
        heads: by name, the starts and the pattern that several rules begin with.
    """

    def __init__(self) -> None:
        self.words: dict[str, list[str]] = {}
        self.fragments: dict[str, str] = {}
        self.starts: dict[str, tuple[str, str]] = {}
        self.raw_heads: dict[str, tuple[list[str], str]] = {}

    @cached_property
    def heads(self) -> dict[str, tuple[list[str], str]]:
        """The starts and the pattern of each head; its groups carry the head's name in front."""
        return {name: (first, self.expand(pattern)) for name, (first, pattern) in self.raw_heads.items()}

    def expand(self, pattern: str, open_: tuple[str, ...] = ()) -> str:
        """`pattern` with every `{{fragment}}` in place.

        Raises:
            ValueError: an unknown or cyclic fragment.
        """

        def put(match: regex.Match[str]) -> str:
            name, group = match.group(1), match.group(2)
            body = self._body(name, open_)
            return f"(?P<{group}>{body})" if group else f"(?:{body})"

        return _SLOT.sub(put, pattern)

    def _body(self, name: str, open_: tuple[str, ...]) -> str:
        if name in open_:
            raise ValueError(f"fragment {name} contains itself: {' > '.join([*open_, name])}; break the circle")
        if name in self.fragments:
            return self.expand(self.fragments[name], (*open_, name))
        if name in self.words:
            return alternation(self.words[name])
        known = ", ".join(sorted([*self.fragments, *self.words]))
        raise ValueError(f"unknown fragment {name}; the lexicon has: {known}")


def alternation(words: Sequence[str]) -> str:
    """A pattern that matches the longest of `words` at a place.

    It branches on one character after the other, in the order of the list, and looks at the first before it tries any.
    """
    by_char: dict[str, list[str]] = {}
    for word in dict.fromkeys(words):
        if word:
            by_char.setdefault(word[0], []).append(word[1:])
    branches = [_escape(char) + (alternation(rest) if rest != [""] else "") for char, rest in by_char.items()]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    if len(branches) > 6:
        body = f"(?=[{''.join(map(regex.escape, by_char))}]){body}"
    return f"(?:{body})?" if "" in words else body


def _escape(char: str) -> str:
    return "[ ]" if char == " " else regex.escape(char)


def read(folders: Sequence[str], errors: list[RuleError]) -> tuple[Lexicon, list[Rule]]:
    """The lexicon and the rules of `folders`; a later folder overrides rules and fragments and extends word lists.

    Errors are added to `errors` and what is wrong is left out.
    """
    lexicon = Lexicon()
    tables: dict[str, tuple[str, dict[str, Any]]] = {}
    for folder in folders:
        for path in rule_paths(folder, errors):
            table = read_table(path, errors)
            if table is None:
                continue
            if os.path.basename(path) == LEXICON:
                _merge(lexicon, table, path, errors)
            else:
                tables[os.path.basename(path).removesuffix(".toml")] = (path, table)
    rules = [rule for name, (path, table) in tables.items() if (rule := _rule(name, path, table, lexicon, errors))]
    return lexicon, rules


def rule_paths(folder: str, errors: list[RuleError] | None = None) -> list[str]:
    """The rule files below `folder`, lexicons first; indicator packs are not among them."""
    if not os.path.isdir(folder):
        if errors is not None:
            errors.append(RuleError("is no folder of rules; --rules takes a folder with NAME.toml files", folder))
        return []
    found = []
    for root, inner, files in os.walk(folder):
        inner[:] = sorted(name for name in inner if name != "indicators" and not name.startswith("."))
        found += [os.path.join(root, name) for name in sorted(files) if name.endswith(".toml") and name[0] != "."]
    if errors is not None and not found and not os.path.isdir(os.path.join(folder, "indicators")):
        errors.append(RuleError("has no rule file; --rules takes a folder with NAME.toml files", folder))
    return sorted(found, key=lambda path: os.path.basename(path) != LEXICON)


def read_table(path: str, errors: list[RuleError]) -> dict[str, Any] | None:
    """The content of the TOML file at `path`, or None where an error is added to `errors`."""
    try:
        with open(path, "rb") as file:
            return tomllib.load(file)
    except OSError as error:
        errors.append(RuleError(f"cannot be read ({error.strerror}); check the path and its permissions", path))
    except tomllib.TOMLDecodeError as error:
        errors.append(RuleError(f"is no valid TOML: {error}; mend it there", path))
    except UnicodeDecodeError as error:
        errors.append(RuleError(f"is not UTF-8 at byte {error.start}; save it as UTF-8", path))
    return None


def _merge(lexicon: Lexicon, table: dict[str, Any], path: str, errors: list[RuleError]) -> None:
    for section, content in table.items():
        if section not in _SECTIONS or not isinstance(content, dict):
            errors.append(RuleError(f"unknown key {section}; a lexicon has {', '.join(f'[{name}]' for name in _SECTIONS)}", path))
            continue
        for name, value in content.items():
            if not _put(lexicon, section, name, value):
                errors.append(RuleError(f"{section}.{name} must be {_SECTIONS[section]}", path))
    for section in ("fragments", "starts", "heads"):
        content = table.get(section, {})
        for name in content if isinstance(content, dict) else ():
            problem = _problem(lexicon, section, name)
            if problem:
                errors.append(RuleError(problem, f"{path}: {section}.{name}"))


def _problem(lexicon: Lexicon, section: str, name: str) -> str | None:
    """What is wrong with a pattern of the lexicon, or None."""
    if section == "heads":
        first, pattern = lexicon.raw_heads.get(name, ([], ""))
        absent = [start for start in first if start not in lexicon.starts]
        if absent:
            return f"unknown start {absent[0]}; the lexicon has: {', '.join(lexicon.starts)}"
        if f"(?P<{name}value>" not in pattern:
            return f"has no group {name}value; capture the numeral as (?P<{name}value>…)"
    else:
        pattern = lexicon.starts.get(name, ("", ""))[1] if section == "starts" else lexicon.fragments.get(name, "")
    try:
        regex.compile(lexicon.expand(pattern, (name,) if section == "fragments" else ()), regex.VERBOSE)
    except ValueError as error:
        return str(error)
    except regex.error as error:
        return f"bad regular expression: {error}; mend the pattern"
    return None


_SECTIONS = {
    "words": "a list of words",
    "fragments": "a pattern text",
    "starts": "a list of the characters and a look-behind",
    "heads": "a list of starts and a pattern text",
}


def _put(lexicon: Lexicon, section: str, name: str, value: Any) -> bool:
    match section, value:
        case "fragments", str():
            lexicon.fragments[name] = value
        case "words", list() if all(isinstance(word, str) and word for word in value):
            lexicon.words.setdefault(name, []).extend(value)
        case "starts", [str(characters), str(behind)]:
            lexicon.starts[name] = characters, behind
        case "heads", [list(first), str(pattern)]:
            lexicon.raw_heads[name] = first, pattern
        case _:
            return False
    return True


def _rule(name: str, path: str, table: dict[str, Any], lexicon: Lexicon, errors: list[RuleError]) -> Rule | None:
    """The rule of a file, or None where anything is wrong with it: all of that is in `errors` then."""
    before = len(errors)
    sound = _sound(table, path, errors)
    kind, pattern, first, after = (sound.get(key) for key in ("kind", "pattern", "first", "after"))
    if kind is not None and kind not in (*KINDS, NO_FIGURE, CELL):
        errors.append(RuleError(f"unknown kind {kind}; use one of {', '.join((*KINDS, NO_FIGURE))}", path))
        kind = None
    alone = not table.get("after")
    examples = _examples(sound["example"], path, errors) if "example" in sound else ()
    expanded = _expanded(pattern, "pattern", path, lexicon, errors) if pattern is not None else ""
    if alone and ("first" in sound or "first" not in table):
        _check_first(first or [], path, lexicon, errors)
    if after is not None and after not in lexicon.raw_heads:
        errors.append(RuleError(f"unknown head {after} in after; the lexicon has: {', '.join(lexicon.raw_heads)}", path))
    missing = _missing(kind, expanded) if kind is not None and expanded and alone else []
    if missing:
        errors.append(RuleError(f"the pattern has no group {missing[0]}; a {kind} is read from it", f"{path}: pattern"))
    if len(errors) > before:
        return None
    return Rule(
        name,
        table["kind"],
        table["why"],
        table["pattern"],
        tuple(first or ()),
        after or "",
        table.get("order", 50),
        examples,
        path,
        expanded,
        table.get("why_zh", ""),
    )


def _sound(table: dict[str, Any], path: str, errors: list[RuleError]) -> dict[str, Any]:
    """The entries of a rule that are known and of the right type; the others are errors."""
    errors += [RuleError(f"unknown key {key}; a rule has {', '.join(_KEYS)}", path) for key in table if key not in _KEYS]
    sound = {}
    for key, kind in _KEYS.items():
        if key in table and not isinstance(table[key], kind):
            errors.append(RuleError(f"{key} must be {_NAMES[kind]}", path))
        elif table.get(key):
            sound[key] = table[key]
        elif key in _REQUIRED:
            errors.append(RuleError(f"{key} is missing; {_REMEDIES[key]}", path))
    return sound


def _check_first(first: list[Any], path: str, lexicon: Lexicon, errors: list[RuleError]) -> None:
    if not first or not all(isinstance(start, str) and start for start in first):
        starts = ", ".join(lexicon.starts)
        errors.append(RuleError(f"first must list what a match starts with: literal beginnings or {starts}", path))


_GROUPS = {
    "count": (("value", "unit"),), "money": (("value", "unit"),), "points": (("value", "unit"),), "rank": (("value", "unit"),),
    "percent": (("value", "unit"), ("value", "of"), ("tenths",)), "multiple": (("value", "unit"), ("doublings",)),
    "date": (("year",), ("month",), ("day",), ("half",), ("quarter",), ("upto",), ("months",), ("decade",), ("plan",)),
}  # fmt: skip
"""The groups that a pattern of a kind must have: one of these sets."""


def _missing(kind: str, expanded: str) -> list[str]:
    groups = regex.compile(expanded, regex.VERBOSE).groupindex
    sets = _GROUPS.get(kind, ())
    if not sets or any(all(name in groups for name in names) for names in sets):
        return []
    return [name for name in sets[0] if name not in groups]


_NAMES: dict[type, str] = {str: "a text", int: "a whole number", list: "a list of tables: [[example]]"}
_REMEDIES = {
    "kind": f"use one of {', '.join((*KINDS, NO_FIGURE))}",
    "why": "say what the rule rests on",
    "pattern": "write the regular expression",
    "example": "add [[example]] with text and finds",
}


def _examples(tables: list[Any], path: str, errors: list[RuleError]) -> tuple[Example, ...]:
    examples = []
    for number, table in enumerate(tables, 1):
        text, finds = (table.get("text"), table.get("finds")) if isinstance(table, dict) else (None, None)
        if not isinstance(text, str) or not isinstance(finds, list) or not all(isinstance(find, str) for find in finds):
            errors.append(RuleError(f"example {number} needs text and finds, a list of what is found (empty for nothing)", path))
        else:
            examples.append(Example(text, tuple(finds)))
    if len(examples) == len(tables) and all(example.finds for example in examples):
        errors.append(RuleError("has no counter-example; add an [[example]] with finds = []", path))
    return tuple(examples)


def _expanded(pattern: str, key: str, path: str, lexicon: Lexicon, errors: list[RuleError]) -> str:
    try:
        expanded = lexicon.expand(pattern)
    except ValueError as error:
        errors.append(RuleError(str(error), f"{path}: {key}"))
        return ""
    try:
        compiled = regex.compile(expanded, regex.VERBOSE)
    except regex.error as error:
        errors.append(RuleError(f"bad regular expression: {error}; mend the pattern", f"{path}: {key}"))
        return ""
    if key == "pattern" and compiled.fullmatch(""):
        errors.append(RuleError("the pattern matches nothing at all (the empty text); make a part of it compulsory", f"{path}: {key}"))
    return expanded
