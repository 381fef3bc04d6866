"""The third table of a disclosure report: three groups of reviews and suits by five results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govmetrics.disclosure import lines as reader
from govmetrics.disclosure.form import PROCEEDINGS, RESULTS, Cell, Table
from govmetrics.patterns import compile_

if TYPE_CHECKING:
    from govmetrics.disclosure.lines import Line, Number

SIZE = len(PROCEEDINGS) * len(RESULTS)
_HEADER = compile_(r"(?:结果|维持|纠正|其他|尚未|审结|总计|行政复议|行政诉讼|未经复议|直接起诉|复议后|起诉|[\d()、.]){1,60}")
_RESULT = (compile_("维持$"), compile_("纠正$"), compile_("其他(?:结果)?$"), compile_("审结$"), compile_("总计$"))
_TABLE = ("维持", "纠正", "审结")


def read(text: str, start: int, end: int) -> Table | None:
    """The table between two offsets of a folded text; None where there is none."""
    lines = reader.read(text, start, end)
    words, _ = reader.stream(lines)
    numbers = next(filter(None, map(_barred, lines)), None) or _ordered(*_runs(lines))
    if len(numbers) == SIZE:
        keys = [(group, result) for group in PROCEEDINGS for result in RESULTS]
        cells = {key: Cell(*key, number.value, number.start, number.end, number.assumed) for key, number in zip(keys, numbers, strict=True)}
        places = {group: cells[group, "upheld"].start for group in PROCEEDINGS}
        return Table("proceedings", start, end, cells, places)
    if not all(result in words for result in _TABLE):
        return None
    some = any(line.numbers for line in lines)
    return Table("proceedings", start, end, {}, {}, unread="numbers" if some else "empty")


def _barred(line: Line) -> list[Number]:
    """The cells of a line without words whose fifteen cells are parted by tabs or bars."""
    if line.words or not line.numbers or not line.is_barred:
        return []
    cells = [reader.number(field, start) for start, field in line.fields]
    numbers = [cell for cell in cells if cell is not None]
    return numbers if len(numbers) == SIZE else []


def _runs(lines: list[Line]) -> tuple[list[str], list[list[Number]]]:
    """The numbers that no words part, run by run, and the words before each run."""
    heads = [""]
    runs: list[list[Number]] = [[]]
    for line in lines:
        items = [(word.start, word.text, None) for word in line.words] + [(number.start, "", number) for number in line.numbers]
        for _, words, number in sorted(items, key=lambda item: item[0]):
            if number is not None:
                runs[-1].append(number)
            elif runs[-1]:
                heads.append(words)
                runs.append([])
            else:
                heads[-1] += words
    return heads, runs


def _ordered(heads: list[str], runs: list[list[Number]]) -> list[Number]:
    """The numbers by group and result; none where their order is not sure."""
    if not runs[-1]:
        heads, runs = heads[:-1], runs[:-1]
    sizes = [len(run) for run in runs]
    if not all(_HEADER.fullmatch(head) for head in heads[1:]):
        return []
    if sizes == [SIZE]:
        return runs[0]
    if sizes == [5, 5, 5] and "未经复议" in heads[1] and "复议后" in heads[2]:
        return [number for run in runs for number in run]
    if sizes == [3] * 5 and all(result.search(head) for result, head in zip(_RESULT, heads, strict=True)):
        return [run[group] for group in range(3) for run in runs]
    if sizes == [1] * SIZE and all(result.search(head) for result, head in zip(_RESULT * 3, heads, strict=True)):
        return [number for run in runs for number in run]
    return []
