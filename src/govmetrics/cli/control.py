"""What holds for the reports of a run, and what is to be said of it in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics import checks
from govmetrics.cli import console, suppress
from govmetrics.cli.checking import Plan, folder
from govmetrics.cli.settings.files import Files
from govmetrics.cli.settings.resolve import resolve
from govmetrics.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from govmetrics.cli.settings import Config, Overrides, Suppression
    from govmetrics.reading import Source


class Control:
    """The settings of a run.

    Args:
        sources: the reports.
        overrides: what the command line says.
        lang: the language where nothing says one.
        today: the day on which entries of `[[suppress]]` hold or not.
        file: the configuration file that holds for all; None to search one for each report.
        isolated: whether configuration files count for nothing.

    Raises:
        ConfigErrors: some of the files have errors.
        UsageError: no check is left for some report.
    """

    def __init__(
        self,
        sources: Sequence[Source],
        overrides: Overrides,
        lang: str,
        today: date,
        *,
        file: str | None = None,
        isolated: bool = False,
    ) -> None:
        files = Files(checks.names(), file)
        found = {folder(source): None if isolated else files.of(source.path) for source in sources}
        files.check()
        self._expired: list[Suppression] = []
        self.plans: dict[str, Plan] = {}
        self.lang = lang
        made: dict[str, Plan] = {}
        for place, config in found.items():
            name = config.file if config else ""
            if name not in made:
                made[name] = self._plan(config, overrides, lang, today)
            self.plans[place] = made[name]
        if sources:
            self.lang = self.plans[folder(sources[0])].lang

    def baselines(self) -> list[str]:
        """The paths of all baseline files, each once."""
        return list(dict.fromkeys(plan.baseline for plan in self.plans.values() if plan.baseline))

    def of(self, source: Source) -> Plan:
        """What holds for a report."""
        return self.plans[folder(source)]

    def say_what_is_idle(self, paths: Sequence[str], read: Iterable[Source], used: Iterable[str]) -> None:
        """Name the entries of `[[suppress]]` that have expired and those that let nothing pass.

        Args:
            paths: the command line's.
            read: the reports that were checked.
            used: places of the entries that let something pass.
        """
        for entry in self._expired:
            text = say(self.lang, "expired on {day}; remove it or give it a later day", day=entry.expires)
            console.note(f"{entry.place}: {text}")
        for entry in _idle(self.plans.values(), list(read), set(used), suppress.folders(paths)):
            console.note(f"{entry.place}: {say(self.lang, 'lets nothing pass any more; remove it')}")

    def _plan(self, config: Config | None, overrides: Overrides, lang: str, today: date) -> Plan:
        settings = resolve(config, overrides, lang)
        self._expired += [entry for entry in settings.suppress if suppress.expired(entry, today)]
        holding = tuple(entry for entry in settings.suppress if not suppress.expired(entry, today))
        return Plan(settings.checks, settings.severities, settings.fail_on, settings.lang, holding, settings.baseline)


def _idle(plans: Iterable[Plan], read: Sequence[Source], used: set[str], everything: Sequence[str]) -> Iterator[Suppression]:
    """The entries that let nothing pass although all was checked that they are about."""
    seen = set(used)
    for plan in plans:
        for entry in plan.suppress:
            if entry.place not in seen and entry.check in plan.checks and _covered(entry, read, everything):
                yield entry
            seen.add(entry.place)


def _covered(entry: Suppression, read: Sequence[Source], everything: Sequence[str]) -> bool:
    """Whether the report that `entry` names was checked; where it names none or several, the whole of its folder."""
    if entry.path and not set("*?[") & set(entry.path) and not entry.path.endswith("/"):
        return any(suppress.concerns(entry, suppress.relative(source.path, entry.folder)) for source in read)
    return suppress.is_below(entry.folder, everything)
