"""Reading pack files: TOML to packs, and every error of every file at once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final, get_args

from govmetrics import formulas, phrasings
from govmetrics.errors import RuleError, RuleErrors
from govmetrics.packs import CHANGE, LEVEL, NONE, RATE, Chapter, Deadline, Head, Indicator, Measure, Pack, Relation, Split
from govmetrics.phrasings import Phrase
from govmetrics.rulefiles import alternation, read_table

_PACK: Final[dict[str, type]] = {
    "zh": str, "en": str, "title": list, "text": list, "targets": bool, "yielding": list, "scopes": dict, "titles": dict, "tables": dict,
    "indicator": list, "split": list, "chapter": list, "deadline": list,
}  # fmt: skip
_INDICATOR: Final[dict[str, type]] = {
    "id": str, "zh": str, "en": str, "topic": str, "kind": str, "units": list, "change": bool, "phrasings": list, "rows": list,
    "labels": list, "not": list, "bounds": list, "relations": list,
}  # fmt: skip
_SPLIT: Final[dict[str, type]] = {"total": list, "parts": list}
_CHAPTER: Final[dict[str, type]] = {"zh": str, "en": str, "words": list, "not": list, "spread": bool, "source": str}
_DEADLINE: Final[dict[str, type]] = {"zh": str, "en": str, "day": str, "title": list, "signed": bool, "source": str}
_TABLES: Final = frozenset({"indicator", "split", "chapter", "deadline", "parts"})
_NEEDED_OF_PACK: Final = ("zh", "en", "title", "indicator")
_NEEDED: Final = ("id", "zh", "en", "topic", "kind", "units", "phrasings")
_NAMES: Final = {str: "a text", list: "a list", bool: "true or false", dict: "a table"}
_KINDS: Final = get_args(Measure)
_ID = re.compile(r"[a-z][a-z0-9_]*")
_NAME = re.compile(r"[a-z][a-z0-9_-]*")


def read(paths: Sequence[str]) -> dict[str, Pack]:
    """The packs of the files at `paths` by their names; a later file overrides an earlier one of its name.

    Raises:
        RuleErrors: every error of every file, with its place and remedy.
    """
    errors: list[RuleError] = []
    packs: dict[str, Pack] = {}
    for path in paths:
        content = read_table(path, errors)
        pack = None if content is None else _pack(os.path.basename(path).removesuffix(".toml"), path, content, errors)
        if pack:
            packs[pack.id] = pack
    if errors:
        raise RuleErrors(errors)
    return packs


def _checked(content: dict[str, Any], known: dict[str, type], needed: Sequence[str], place: str, errors: list[RuleError]) -> bool:
    """Whether `content` has what it needs, of the right types, and nothing else; errors are added to `errors`."""
    before = len(errors)
    for key, value in content.items():
        if key not in known:
            errors.append(RuleError(f"unknown key {key}; there are: {', '.join(known)}", place))
        elif not isinstance(value, known[key]):
            errors.append(RuleError(f"{key} must be {_NAMES[known[key]]}", place))
        elif not _is_sound(key, value, known) and key != "bounds":
            errors.append(RuleError(f"{key} must be a list of texts", place))
    errors += [RuleError(f"has no {key}; add it", place) for key in needed if not content.get(key)]
    return len(errors) == before


def _is_sound(key: str, value: Any, known: dict[str, type]) -> bool:
    """Whether `value` is of the type of the key `key`, and a list of texts where it is no list of tables."""
    if not isinstance(value, known[key]):
        return False
    return not isinstance(value, list) or key in _TABLES or all(isinstance(word, str) and word for word in value)


def _pack(name: str, path: str, content: dict[str, Any], errors: list[RuleError]) -> Pack | None:
    before = len(errors)
    if name == NONE:
        errors.append(RuleError("none stands for no pack; name the file after its genre", path))
    elif not _NAME.fullmatch(name):
        errors.append(RuleError("the name must be lower-case letters, digits, - and _, and begin with a letter; rename the file", path))
    if not _checked(content, _PACK, _NEEDED_OF_PACK, path, errors):
        # What is sound is read all the same, so that its errors are named, too.
        content = {key: value for key, value in content.items() if key in _PACK and _is_sound(key, value, _PACK)}
    scopes = _words("scopes", content, path, errors)
    titles = _words("titles", content, path, errors)
    tables = _words("tables", content, path, errors)
    yielding = frozenset(content.get("yielding", ()))
    _check_scopes(yielding, "yielding", tuple(scopes), path, errors)
    indicators: list[Indicator] = []
    found: list[Phrase] = []
    cells: dict[str, str] = {}
    for number, entry in enumerate(content.get("indicator", ()), 1):
        place = f"{path}: {entry.get('id') or f'indicator {number}'}" if isinstance(entry, dict) else path
        indicator = _indicator(entry, place, errors)
        if indicator:
            found += _phrases(indicator, len(indicators), (*scopes, *titles), place, errors)
            _add_rows(indicator, tables, cells, place, errors)
            indicators.append(indicator)
    relations = _relations(indicators, path, errors)
    labels = _labels(indicators, path, errors)
    splits = tuple(_splits(content.get("split", ()), path, errors))
    chapters = tuple(_chapters(content.get("chapter", ()), path, errors))
    deadlines = tuple(_deadlines(content.get("deadline", ()), path, errors))
    if len(errors) > before:
        return None
    scope_of = {word: scope for scope, words in scopes.items() for word in words}
    head = Head(name, content["zh"], content["en"], tuple(content["title"]), tuple(content.get("text", ())), path)
    topics = alternation(sorted(scope_of))
    return Pack(
        head=head,
        targets=content.get("targets", False),
        scopes=scopes,
        titles=titles,
        yielding=yielding,
        topics=topics,
        scope_of=scope_of,
        tables={title: name for name, words in tables.items() for title in words},
        cells=cells,
        labels=labels,
        indicators=tuple(indicators),
        measures=_measures(indicators, found),
        relations=relations,
        splits=splits,
        chapters=chapters,
        deadlines=deadlines,
    )


def _duties(
    entries: Sequence[Any], what: str, known: dict[str, type], needed: Sequence[str], path: str, errors: list[RuleError]
) -> Iterator[tuple[dict[str, Any], str]]:
    """The tables of `entries` that have what they need, each with its place."""
    for number, entry in enumerate(entries, 1):
        place = f"{path}: {what} {number}"
        if not isinstance(entry, dict):
            errors.append(_no_table(what, place))
        elif _checked(entry, known, needed, place, errors):
            yield entry, place


def _chapters(entries: Sequence[Any], path: str, errors: list[RuleError]) -> Iterator[Chapter]:
    for entry, _ in _duties(entries, "chapter", _CHAPTER, ("zh", "en", "words", "source"), path, errors):
        words, never = tuple(entry["words"]), tuple(entry.get("not", ()))
        yield Chapter(entry["zh"], entry["en"], words, never, entry.get("spread", False), entry["source"])


def _deadlines(entries: Sequence[Any], path: str, errors: list[RuleError]) -> Iterator[Deadline]:
    for entry, place in _duties(entries, "deadline", _DEADLINE, ("zh", "en", "day", "source"), path, errors):
        try:
            when = date.fromisoformat(f"2001-{entry['day']}")
        except ValueError:
            errors.append(RuleError("day must be month and day, such as 03-31", place))
            continue
        title, signed = tuple(entry.get("title", ())), entry.get("signed", False)
        yield Deadline(when.month, when.day, entry["zh"], entry["en"], title, signed, entry["source"])


def _words(key: str, content: dict[str, Any], path: str, errors: list[RuleError]) -> dict[str, tuple[str, ...]]:
    """The words by name of the table `key` of a pack file, where it has one."""
    found = {}
    for name, words in content.get(key, {}).items():
        if not isinstance(words, list) or not words or not all(isinstance(word, str) and word for word in words):
            errors.append(RuleError(f"{key}.{name} must be a list of words", path))
        else:
            found[name] = tuple(words)
    return found


def _check_scopes(names: AbstractSet[str], where: str, scopes: Sequence[str], place: str, errors: list[RuleError]) -> bool:
    """Whether all `names` are of `scopes`; errors are added to `errors`."""
    unknown = sorted(names - set(scopes))
    errors += [RuleError(f"unknown scope {name} in {where}; the pack has: {', '.join(scopes) or 'none'}", place) for name in unknown]
    return not unknown


def _indicator(entry: Any, place: str, errors: list[RuleError]) -> Indicator | None:
    if not isinstance(entry, dict):
        errors.append(_no_table("indicator", place))
        return None
    if not _checked(entry, _INDICATOR, _NEEDED, place, errors):
        return None
    before = len(errors)
    if not _ID.fullmatch(entry["id"]):
        errors.append(RuleError("id must be lower-case letters, digits and _, and begin with a letter", place))
    if entry["kind"] not in _KINDS:
        errors.append(RuleError(f"unknown kind {entry['kind']}; use one of {', '.join(_KINDS)}", place))
    bounds = entry.get("bounds", ["", ""])
    if len(bounds) != 2 or not all(map(_is_number, bounds)):
        errors.append(RuleError('bounds must be the least and the greatest value, ["0", "100"], or empty texts', place))
    elif all(bounds) and Decimal(bounds[0]) > Decimal(bounds[1]):
        errors.append(RuleError(f"bounds: the least value {bounds[0]} is above the greatest {bounds[1]}; swap them", place))
    if len(errors) > before:
        return None
    return Indicator(
        id=entry["id"],
        zh=entry["zh"],
        en=entry["en"],
        topic=entry["topic"],
        kind=entry["kind"],
        units=tuple(entry["units"]),
        change=entry.get("change", False),
        phrasings=tuple(entry["phrasings"]),
        rows=tuple(entry.get("rows", ())),
        labels=tuple(entry.get("labels", ())),
        never=tuple(entry.get("not", ())),
        bounds=(bounds[0], bounds[1]),
        relations=tuple(entry.get("relations", ())),
    )


def _no_table(what: str, place: str) -> RuleError:
    return RuleError(f"{what} must be tables: [[{what}]]", place)


def _is_number(text: Any) -> bool:
    try:
        return isinstance(text, str) and (not text or Decimal(text).is_finite())
    except InvalidOperation:
        return False


def _relations(indicators: Sequence[Indicator], path: str, errors: list[RuleError]) -> tuple[Relation, ...]:
    """The relations of a pack; ids that are there twice or that no indicator has are added to `errors`."""
    found: list[Relation] = []
    ids: set[str] = set()
    for indicator in indicators:
        if indicator.id in ids:
            errors.append(RuleError("is there twice; give each indicator an id of its own", f"{path}: {indicator.id}"))
        ids.add(indicator.id)
    for indicator in indicators:
        place = f"{path}: {indicator.id}"
        for text in indicator.relations:
            relation = formulas.parse(text)
            if relation is None:
                errors.append(
                    RuleError(
                        f"cannot read the relation {text}; write a sum, a sign and a sum, a difference or a quotient, such as a = b + c",
                        place,
                    )
                )
                continue
            unknown = [id_ for side in (relation.left, *relation.right) for id_ in side.ids if id_ not in ids]
            errors += [RuleError(f"unknown id {id_} in the relation {text}", place) for id_ in unknown[:1]]
            found.append(relation)
    return tuple(found)


def _phrases(indicator: Indicator, at: int, scopes: Sequence[str], place: str, errors: list[RuleError]) -> list[Phrase]:
    found: list[Phrase] = []
    for phrasing in indicator.phrasings:
        named, colon, words = phrasing.rpartition(": ")
        wanted = frozenset(name.strip() for name in named.split("|")) if colon else frozenset()
        if not _check_scopes({name.removeprefix("!") for name in wanted}, phrasing, scopes, place, errors):
            continue
        problem = phrasings.problem(words)
        if problem:
            errors.append(RuleError(problem, f"{place}: {phrasing}"))
        else:
            found += phrasings.phrases(words, at, wanted)
    return found


def _add_rows(indicator: Indicator, tables: dict[str, tuple[str, ...]], cells: dict[str, str], place: str, errors: list[RuleError]) -> None:
    for row in indicator.rows:
        name, colon, _ = row.partition(": ")
        if not colon or name not in tables:
            errors.append(RuleError(f"unknown table in the row {row}; the pack has: {', '.join(tables) or 'none'}", place))
        elif cells.setdefault(row, indicator.id) != indicator.id:
            errors.append(RuleError(f"the row {row} is already that of {cells[row]}; give it to one of them", place))


def _labels(indicators: Sequence[Indicator], path: str, errors: list[RuleError]) -> dict[str, tuple[str, str]]:
    """The word that the table needs and the id, by what a cell of a statistical table is, its unit and its label."""
    found: dict[str, tuple[str, str]] = {}
    for indicator in indicators:
        place = f"{path}: {indicator.id}"
        for label in indicator.labels:
            word, _, name = label.rpartition(": ")
            for measure in _measured(indicator):
                _, other = found.setdefault(f"{measure} {name}", (word, indicator.id))
                if other != indicator.id:
                    errors.append(RuleError(f"the label {name} is already that of {other}; give it to one of them", place))
    return found


def _splits(entries: Sequence[Any], path: str, errors: list[RuleError]) -> Iterator[Split]:
    for entry, place in _duties(entries, "split", _SPLIT, tuple(_SPLIT), path, errors):
        parts = entry["parts"]
        if len(parts) < 2 or not all(isinstance(part, list) and part and all(isinstance(word, str) for word in part) for part in parts):
            errors.append(RuleError("parts must be two or more lists of labels", place))
        else:
            yield Split(tuple(entry["total"]), tuple(tuple(part) for part in parts))


def _measured(indicator: Indicator) -> Iterator[str]:
    """What a figure of `indicator` can be: CHANGE, RATE or LEVEL with its unit."""
    changes = indicator.kind == "growth" or indicator.change
    for unit in sorted({*indicator.units, *(("%",) if changes else ())}):
        if changes:
            yield f"{CHANGE}{unit}"
        if indicator.kind != "growth":
            yield f"{RATE if indicator.kind == 'rate' else LEVEL}{unit}"


def _measures(indicators: Sequence[Indicator], found: Sequence[Phrase]) -> dict[str, phrasings.Index]:
    places: dict[str, set[int]] = {}
    for place, indicator in enumerate(indicators):
        for measure in _measured(indicator):
            places.setdefault(measure, set()).add(place)
    return {key: phrasings.index([phrase for phrase in found if phrase.indicator in at]) for key, at in places.items()}
