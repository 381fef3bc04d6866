"""The program's own settings, a configuration file and the command line to what holds for a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics import checks
from govmetrics.cli.settings import ALL, DEFAULT, Config, Overrides, Settings
from govmetrics.errors import UsageError
from govmetrics.finding import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable

_NOTHING = Config(file="", folder="")


def resolve(config: Config | None, overrides: Overrides, lang: str) -> Settings:
    """What holds for a report.

    The command line goes before the file. What it selects holds whatever the file selects, ignores or turns off; what it
    ignores is ignored in addition.

    Args:
        config: what the report's configuration file says.
        overrides: what the command line says.
        lang: the language where neither says one.

    Raises:
        UsageError: no check is left.
    """
    config = config or _NOTHING
    own = overrides.select is not None
    select = overrides.select or config.select or (DEFAULT,)
    ignore = overrides.ignore if own else tuple(dict.fromkeys((*config.ignore, *overrides.ignore)))
    off = () if own else tuple(name for name, severity in config.severity.items() if severity == "off")
    running = _ids(select) - _ids(ignore) - set(off)
    if not running:
        raise UsageError("no check is left to run; select more or ignore less", config.file)
    origins = {name: _origin(name, config, overrides) for name in ("select", "ignore", "fail_on", "baseline", "lang")}
    return Settings(
        checks=tuple(sorted(running)),
        select=select,
        ignore=ignore,
        fail_on=overrides.fail_on or config.fail_on or "error",
        lang=overrides.lang or config.lang or lang,
        baseline=overrides.baseline or config.baseline,
        severities={name: severity for name, severity in config.severity.items() if severity != "off"},
        suppress=config.suppress,
        origins={**origins, "severity": config.file, "suppress": config.file},
    )


def _origin(name: str, config: Config, overrides: Overrides) -> str | None:
    if getattr(overrides, name):
        return None
    return config.file if getattr(config, name) else ""


def _ids(names: Iterable[str]) -> set[str]:
    """The checks that `names` stand for: ids, groups, `all` or `default`."""
    found: set[str] = set()
    for name in names:
        if name == ALL:
            found.update(checks.names())
        elif name == DEFAULT:
            found.update(checks.defaults())
        elif name in GROUPS:
            found.update(id_ for id_ in checks.names() if checks.get(id_).group == name)
        else:
            found.add(name)
    return found
