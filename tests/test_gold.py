"""The annotated reports of the shared folder: the floors stand a little below what is reached.

The scorer runs the program as a user does, once over all reports of a folder.
"""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from govmetrics import AnyMetric, extract, parse
from govmetrics.model import Date

SHARED = Path(__file__).resolve().parents[2] / "shared"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the folder ../shared with the annotated reports is absent"),
]

FLOORS = {
    "dev": {"value": 0.995, "date": 0.995, "strict": 0.99, "change": 0.995, "basis": 0.99, "bound": 0.995, "label": 0.97},
    "tables": {"value": 0.99, "date": 0.99, "strict": 0.99, "change": 0.99, "basis": 0.99, "bound": 0.99, "label": 0.97},
    "law-government-dev": {"value": 0.99, "date": 0.99, "strict": 0.985, "change": 0.99, "basis": 0.975, "bound": 0.99, "label": 0.96},
}


def score(folder: str) -> dict[str, Any]:
    command = shlex.join([sys.executable, "-m", "govmetrics", "extract", "--format", "ndjson"])
    run = subprocess.run(
        [sys.executable, str(SHARED / "gold" / "score.py"), str(SHARED / "gold" / folder), "--json", "--command", command],
        capture_output=True,
        timeout=120,
        check=True,
    )
    scores: dict[str, Any] = json.loads(run.stdout)
    return scores


@pytest.mark.parametrize("folder", FLOORS)
def test_the_scores_stay_above_their_floors(folder: str) -> None:
    scores = score(folder)
    reached = {
        "value": scores["all"]["value"][2],
        "strict": scores["all"]["strict"][2],
        "date": scores["date"]["value"][2],
        **scores["attributes"],
    }
    assert scores["offset_errors"] == 0
    assert {name: reached[name] for name, floor in FLOORS[folder].items() if reached[name] < floor} == {}


def key(metric: AnyMetric) -> tuple[int, int, str, str, str]:
    return metric.span.start, metric.span.end, str(metric.__struct_config__.tag), metric.value, metric.unit


def test_the_seed_has_every_hard_figure_and_nothing_else() -> None:
    (seed,) = (SHARED / "seed").glob("*.txt")
    with seed.open(encoding="utf-8", newline="") as file:
        text = file.read()
    (sheet,) = (path for path in (SHARED / "gold" / "dev").glob("*.jsonl") if path.with_suffix(".txt").read_bytes() == seed.read_bytes())
    gold = [json.loads(line) for line in sheet.read_text("utf-8").splitlines()]
    hard = {(row["start"], row["end"], row["kind"], row["value"], row["unit"]): row for row in gold if not row["soft"]}
    soft = [row for row in gold if row["soft"]]
    metrics = {key(metric): metric for metric in extract(parse(text))}
    assert hard.keys() - metrics.keys() == set()
    spurious = [
        found for found in metrics.keys() - hard.keys() if not any(found[0] < row["end"] and row["start"] < found[1] for row in soft)
    ]
    assert spurious == []
    for place, row in hard.items():
        metric = metrics[place]
        assert (metric.change, metric.basis, metric.bound) == (row["change"], row["basis"], row["bound"])
        if not isinstance(metric, Date) and row["heads"]:
            assert any(head in metric.label for head in row["heads"])
