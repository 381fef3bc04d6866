"""What takes long to make, kept between runs in the user's cache folder.

The cache is an aid and never a source: a file is used only while its stamp says that it was made of exactly what is
there now, and anything wrong with it means making the thing anew.
"""

from __future__ import annotations

import os
import pickle
import sys
from contextlib import suppress
from typing import Any


def folder() -> str:
    """The cache folder: `GOVMETRICS_CACHE`, else the system's place for a user's caches."""
    own = os.environ.get("GOVMETRICS_CACHE")
    if own:
        return own
    if sys.platform == "win32":
        return os.path.join(os.environ.get("LOCALAPPDATA") or os.path.expanduser("~"), "govmetrics", "cache")
    return os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "govmetrics")


def load(name: str, stamp: Any) -> Any:
    """What was kept as `name` with `stamp`, or None."""
    try:
        with open(os.path.join(folder(), name), "rb") as file:
            kept, content = pickle.load(file)
    except Exception:  # noqa: BLE001 - a file of another version can fail to load in any way
        return None
    return content if kept == stamp else None


def save(name: str, stamp: Any, content: Any) -> None:
    """Keep `content` as `name`; a machine without a writable home makes it anew at every run."""
    path = os.path.join(folder(), name)
    # Processes of several machines or containers, with the same number, can share a home.
    temporary = f"{path}.{os.getpid()}-{os.urandom(4).hex()}"
    try:
        os.makedirs(folder(), exist_ok=True)
        with open(temporary, "xb") as file:
            pickle.dump((stamp, content), file, protocol=5)
        os.replace(temporary, path)
    except OSError:
        _remove(temporary)
    except BaseException:
        _remove(temporary)
        raise


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)
