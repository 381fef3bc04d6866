"""How the numbers around give one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from govmetrics.relations.figures import Number


class Way(NamedTuple):
    """How numbers give another one.

    Attributes:
        numbers: those that are reckoned with.
        right: what they give, written as the report writes it.
        arithmetic: the calculation.
    """

    numbers: tuple[Number, ...]
    right: str
    arithmetic: str
