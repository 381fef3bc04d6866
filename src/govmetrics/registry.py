"""Folders that are their own registry: what a module in them is called on the command line is its file's name."""

from __future__ import annotations

import os

_NO_ENTRIES = frozenset({"__init__", "record"})


def modules(folder: str) -> list[str]:
    """The modules that are entries of `folder`, sorted: all but those that begin with `_`, and the records that they share."""
    split = (os.path.splitext(file) for file in os.listdir(folder))
    return sorted(stem for stem, ending in split if ending == ".py" and stem not in _NO_ENTRIES and not stem.startswith("_"))
