"""Folders that are their own registry: what a module in them is called on the command line is its file's name."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

_NO_ENTRIES = frozenset({"__init__", "record"})


def modules(folder: str) -> list[str]:
    """The modules that are entries of `folder`, sorted: all but those that begin with `_`, and the records that they share."""
    split = (os.path.splitext(file) for file in os.listdir(folder))
    return sorted(stem for stem, ending in split if ending == ".py" and stem not in _NO_ENTRIES and not stem.startswith("_"))


def offered(module: ModuleType) -> dict[str, Any]:
    """What a format module offers, under the names of a format's fields; nothing for what it leaves out."""
    return {
        "doc": (module.__doc__ or "").strip(),
        "suffixes": module.SUFFIXES,
        "words": module.WORDS,
        "render": module.render,
        "head": getattr(module, "head", _nothing),
        "tail": getattr(module, "tail", _nothing),
        "between": getattr(module, "BETWEEN", ""),
    }


def _nothing(*_: object) -> str:
    return ""
