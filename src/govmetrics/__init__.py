"""govmetrics: the figures of government reports, exactly, and where they contradict each other."""

from __future__ import annotations

TYPE_CHECKING = False  # as typing's, whose import takes longer than all that is done here
if TYPE_CHECKING:
    from govmetrics.analyse import check
    from govmetrics.document import Document, parse
    from govmetrics.extraction import extract
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
    from govmetrics.document import parse
    from govmetrics.reading import Source, load

    name = str(path)
    text, _ = load(Source(name, None if name == "-" else name), encoding)
    return parse(text, name)


if not TYPE_CHECKING:
    # The command starts sooner, and can be interrupted tidily, where the package itself loads nothing.
    _HOMES = {
        "check": "analyse", "Document": "document", "parse": "document", "extract": "extraction",
        "AnyMetric": "model", "Metric": "model", "Section": "model", "Span": "model",
    }  # fmt: skip

    def __getattr__(name):
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        found = globals()[name] = getattr(import_module(f"govmetrics.{_HOMES[name]}"), name)
        return found

    def __dir__():
        return sorted({*globals(), *__all__})
