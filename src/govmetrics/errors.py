"""The errors that a user can cause. Anything else that is raised is a bug and keeps its traceback."""

from __future__ import annotations


class GovmetricsError(Exception):
    """Base of every error that is the user's to mend: one line that says where and what to do.

    Args:
        message: what is wrong and the remedy, one line.
        place: the file (with a line or a rule where known) that it is about; empty when there is none.
    """

    def __init__(self, message: str, place: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message

    def __reduce__(self) -> tuple[type[GovmetricsError], tuple[str, str]]:
        return type(self), (self.message, self.place)


class UsageError(GovmetricsError):
    """A wrong option, field, kind, id or output path."""


class ReadError(GovmetricsError):
    """An input that is missing, unreadable, binary, truncated or not in the stated encoding."""


class RuleError(GovmetricsError):
    """A rule file or lexicon that cannot be used; a rule book raises them together as `RuleErrors`."""


class RuleErrors(GovmetricsError):
    """All errors of the rule files that were loaded, in the order of the files.

    Args:
        errors: at least one `RuleError`; `str()` is one line an error.
    """

    def __init__(self, errors: list[RuleError]) -> None:
        super().__init__("\n".join(map(str, errors)))
        self.errors = errors

    def __reduce__(self) -> tuple[type[RuleErrors], tuple[list[RuleError]]]:  # type: ignore[override]
        return type(self), (self.errors,)
