"""The official tables of annual reports on the disclosure of government information, read from plain text as it is found.

Cells are aligned with blanks, parted by tabs or bars, or stand a cell a line; labels are wrapped around their numbers. What cannot be
read surely is left unread with the reason.
"""

from __future__ import annotations

from govmetrics.disclosure import applications, lines, proceedings, published
from govmetrics.disclosure.form import Table
from govmetrics.patterns import compile_

_TITLE = "政府信息公开"
_APPLICATIONS = compile_("(?:收到和处理政府信息公开申请(?:的)?情况.{0,160}?)?[一1][、.]本年度?新收政府信息")
_CARRIED = compile_("结转下")
_PUBLISHED = compile_("主动公开政府信息(?:的)?情况.{0,32}?信息内容")
_NEXT = compile_("三、收到和处理|本年度?新收政府信息")
_PROCEEDINGS_TITLE = "行政复议[、和及,]{0,2}(?:被?提起)?行政诉讼(?:的)?情况"
_PROCEEDINGS = compile_(_PROCEEDINGS_TITLE)
_AFTER_PROCEEDINGS = compile_(f"五、|存在的?(?:主要)?问题|六、其他|二、主动公开|三、收到和处理|本年度?新收政府信息|{_PROCEEDINGS_TITLE}")
_REVIEWS = compile_("行政复议")
_LONGEST = 4000
"""Characters, without blanks, of the longest table."""


def read(text: str) -> tuple[Table, ...]:
    """The official tables of a report's text, by place; those that could not be read tell why.

    Args:
        text: the source; places in the tables are its offsets.
    """
    if _TITLE not in text or not ("新收" in text or "信息内容" in text or ("审结" in text and "维持" in text)):
        return ()
    folded = lines.fold(text)
    squeezed, places = lines.squeeze(folded)
    places.append(len(text))
    found = [*_published(folded, squeezed, places), *_applications(text, folded, squeezed, places)]
    found += _proceedings(folded, squeezed, places)
    return tuple(sorted(found, key=lambda table: table.start))


def _published(folded: str, squeezed: str, places: list[int]) -> list[Table]:
    found = []
    for match in _PUBLISHED.finditer(squeezed):
        after = _NEXT.search(squeezed, match.end(), match.end() + _LONGEST)
        end = after.start() if after else min(match.end() + 400, len(squeezed))
        found.append(published.read(folded, places[match.start()], places[end]))
    return found


def _applications(text: str, folded: str, squeezed: str, places: list[int]) -> list[Table]:
    found = []
    for match in _APPLICATIONS.finditer(squeezed):
        carried = _CARRIED.search(squeezed, match.end(), match.end() + _LONGEST)
        if carried is None:
            continue
        after = _REVIEWS.search(squeezed, carried.end(), carried.end() + 200)
        end = _line_start(folded, places[after.start()]) if after else places[min(carried.end() + 100, len(squeezed))]
        found.append(applications.read(text, folded, _line_start(folded, places[match.start()]), end))
    return found


def _proceedings(folded: str, squeezed: str, places: list[int]) -> list[Table]:
    found = []
    for match in _PROCEEDINGS.finditer(squeezed):
        after = _AFTER_PROCEEDINGS.search(squeezed, match.end(), match.end() + _LONGEST)
        end = after.start() if after else min(match.end() + 400, len(squeezed))
        table = proceedings.read(folded, places[match.end() - 1] + 1, places[end])
        if table:
            found.append(table)
    return found


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1
