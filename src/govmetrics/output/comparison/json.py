"""One JSON document with both reports and the rows; numbers are texts, so that none loses a digit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from govmetrics.output.comparison.record import ComparisonDocument

if TYPE_CHECKING:
    from govmetrics.output.comparison import ComparisonOptions
    from govmetrics.output.comparison.record import Compared

SUFFIXES: Final = (".json",)
WORDS: Final = False


def render(comparison: Compared, _: ComparisonOptions) -> str:
    """The document."""
    document = ComparisonDocument("urn:govmetrics:schema:comparison:1", comparison.old, comparison.new, comparison.rows)
    return msgspec.json.encode(document).decode("utf-8", "surrogatepass") + "\n"
