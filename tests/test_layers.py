"""Imports go one way, and only the rim of the program touches files."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

PACKAGE = ROOT / "src" / "govmetrics"
LINT = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """import-linter with the contracts of `folder`, on the package in its `src`."""
    return subprocess.run(
        [sys.executable, "-c", LINT, "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src")},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what import-linter reads, to break."""
    shutil.copytree(PACKAGE, tmp_path / "src" / "govmetrics", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold() -> None:
    run = lint(ROOT)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("module", "statement", "broken"),
    [
        ("model.py", "from govmetrics import numerals", "govmetrics.model is not allowed to import govmetrics.numerals"),
        ("output/csv.py", "from govmetrics import reading", "govmetrics.output is not allowed to import govmetrics.reading"),
        ("extraction.py", "import rich", "govmetrics is not allowed to import rich"),
        ("analyse.py", "import typer", "govmetrics is not allowed to import typer"),
    ],
)
def test_a_broken_contract_is_noticed(copy: Path, module: str, statement: str, broken: str) -> None:
    path = copy / "src" / "govmetrics" / module
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{statement}\n", encoding="utf-8")
    run = lint(copy)
    assert run.returncode == 1
    assert broken in " ".join(run.stdout.split())


def test_a_module_without_a_layer_is_noticed(copy: Path) -> None:
    (copy / "src" / "govmetrics" / "stray.py").touch()
    run = lint(copy)
    assert run.returncode == 1
    assert "govmetrics.stray" in run.stdout


def test_only_the_rim_opens_files() -> None:
    allowed = {"cache", "cli", "reading", "rulefiles"}
    opening = {path.relative_to(PACKAGE).with_suffix("").parts[0] for path in PACKAGE.rglob("*.py") if opens_files(path)}
    assert opening <= allowed
    assert "reading" in opening


def opens_files(path: Path) -> bool:
    """Whether a module calls `open` or a method of a path that reads or writes."""
    calls = (node.func for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.Call))
    names = {call.id if isinstance(call, ast.Name) else getattr(call, "attr", "") for call in calls}
    return bool(names & {"open", "fdopen", "read_text", "read_bytes", "write_text", "write_bytes"})
