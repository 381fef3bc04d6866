"""What the shortest path does not load: a command that runs at every save must start fast."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

# Each of these costs a millisecond or more, or brings others that do.
HEAVY = {
    "asyncio",
    "concurrent.futures",
    "dataclasses",
    "email",
    "glob",
    "hashlib",
    "http",
    "importlib.metadata",
    "importlib.resources",
    "json",
    "logging",
    "multiprocessing",
    "pydantic",
    "pygments",
    "rich",
    "socket",
    "sqlite3",
    "ssl",
    "tempfile",
    "tomllib",
    "unittest",
    "xml",
    "zipfile",
}


def loaded(*arguments: str | Path) -> set[str]:
    """The modules that a command line has loaded when it ends."""
    code = "import sys\nfrom govmetrics.cli.app import run\nstatus = run(sys.argv[1:])\nprint(*sys.modules, file=sys.stderr)\nsys.exit(status)\n"
    run = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        # A measurement of coverage would load modules of its own.
        env={name: value for name, value in os.environ.items() if not name.startswith("COV")},
        timeout=60,
        check=True,
    )
    return set(run.stderr.decode().split())


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("startup") / "report.txt"
    path.write_text("2024年信访工作报告\n一、主要情况\n全年处理来信1200件，同比下降48.79%。\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["csv", "tsv", "json", "ndjson"])
def test_data_formats_load_nothing_heavy(report: Path, name: str) -> None:
    # The first run may compile the rules and keep them.
    loaded("extract", report)
    modules = loaded("extract", report, "--format", name)
    assert f"govmetrics.output.{name}" in modules
    assert modules & HEAVY == set()


def test_one_command_does_not_load_the_others(report: Path) -> None:
    modules = loaded("extract", report, "--format", "csv")
    assert {module for module in modules if module.startswith("govmetrics.cli.commands.")} == {"govmetrics.cli.commands.extract"}
    assert "govmetrics.output.table" not in modules
    assert "govmetrics.messages_zh" not in modules


def test_a_table_in_a_pipe_needs_little_of_rich(report: Path) -> None:
    modules = loaded("extract", report, "--format", "table")
    assert "rich.cells" in modules
    assert modules & {"rich.console", "rich.table", "rich.progress", "pygments"} == set()
