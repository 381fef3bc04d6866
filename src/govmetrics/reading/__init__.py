"""Reports as they come in: found, read and decoded."""

from __future__ import annotations

from govmetrics.reading.files import Source, discover, load
from govmetrics.reading.text import decode

__all__ = ["Source", "decode", "discover", "load"]
