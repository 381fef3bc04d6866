"""govmetrics: the figures of government reports, exactly, and where they contradict each other."""

from __future__ import annotations

from govmetrics.analyse import check
from govmetrics.document import Document, parse
from govmetrics.extract import extract
from govmetrics.model import AnyMetric, Metric, Section, Span

__all__ = ["AnyMetric", "Document", "Metric", "Section", "Span", "check", "extract", "parse", "read"]
__version__ = "0.2.0"


def read(path: str, encoding: str | None = None) -> Document:
    """The document of a file, or of standard input where `path` is `-`.

    Args:
        path: a plain text file, a `str` or anything that `str()` makes a path of.
        encoding: by name; None detects it.

    Raises:
        ReadError: the file is missing, unreadable, binary or not in that encoding.
        UsageError: there is no encoding of that name.
    """
    from govmetrics.reading import Source, load

    name = str(path)
    text, _ = load(Source(name, None if name == "-" else name), encoding)
    return parse(text, name)
