"""The documentation says what the program does: its examples are run, its lists compared with the code."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import sys
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import render
from conftest import ROOT
from rich.cells import cell_len

import govmetrics
from govmetrics import output
from govmetrics.cli.app import command_names
from govmetrics.model import KINDS
from govmetrics.output.record import FIELDS, HEADERS_ZH

README = render.READMES["en"].read_text(encoding="utf-8")
README_ZH = render.READMES["zh"].read_text(encoding="utf-8")
TEXTS = {"en": README, "zh": README_ZH}
EXAMPLES = [(lang, steps) for lang, text in TEXTS.items() for steps in render.blocks(text)]
PICTURE = render.PICTURE.read_text(encoding="utf-8")

posix = pytest.mark.skipif(os.name == "nt", reason="the examples are written for a POSIX shell")


def fenced(text: str, kind: str) -> list[str]:
    """The blocks of code of a kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def first_cells(text: str, heading: str) -> list[str]:
    """What stands in code type in the first column of the table whose first heading is `heading`."""
    lines = iter(text.splitlines())
    rows = []
    for line in lines:
        if line.startswith(f"| {heading} |"):
            rows = [row for row in iter(lambda: next(lines, ""), "") if row.startswith("| `")]
    return [name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[1])]


# --- examples ------------------------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize(("lang", "steps"), EXAMPLES, ids=[f"{lang}-{steps[0].command[2:50].strip()}" for lang, steps in EXAMPLES])
def test_an_example_shows_what_the_terminal_shows(lang: str, steps: list[render.Step], tmp_path: Path) -> None:
    if any(re.search(r"\bjq\b", step.command) for step in steps) and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    terminal = render.Terminal(tmp_path, lang)
    shown = [(step.command, terminal.run(step.command)) for step in steps]
    assert shown == [(step.command, step.output) for step in steps], "run docs/render.py and read what has changed"


@pytest.mark.parametrize("lang", TEXTS)
def test_examples_fit_eighty_columns(lang: str) -> None:
    examples = [steps for other, steps in EXAMPLES if other == lang]
    assert len(examples) >= 5
    lines = [line for steps in examples for step in steps for line in (step.command + step.output).splitlines()]
    assert [line for line in lines if cell_len(line) > render.COLUMNS] == []


@pytest.mark.parametrize("lang", TEXTS)
def test_the_library_works_as_shown(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    sessions = fenced(TEXTS[lang], "pycon")
    assert len(sessions) == (1 if lang == "en" else 0)
    for session in sessions:
        example = doctest.DocTestParser().get_doctest(session, {}, "README.md", "README.md", 0)
        report: list[str] = []
        results = doctest.DocTestRunner(verbose=False).run(example, out=report.append)
        assert results.failed == 0, "".join(report)
        assert results.attempted > 5


def test_output_that_differs_is_noticed() -> None:
    block = "$ echo one |\n>   cat\none\n$ echo two\n2\n"
    one, two = render.steps(block)
    assert one == ("$ echo one |\n>   cat\n", "one\n")
    assert two == ("$ echo two\n", "2\n")
    if os.name != "nt":
        assert render.renewed(f"```console\n{block}```\n", "en") == "```console\n" + block.replace("2\n", "two\n") + "```\n"


# --- set-up --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", TEXTS)
def test_there_are_two_commands_to_set_up(lang: str) -> None:
    run, test = fenced(TEXTS[lang], "sh")
    assert [run, test] == fenced(README, "sh")
    assert run.count("\n") == test.count("\n") == 1
    sample = run.split()[-1]
    assert f"govmetrics extract {sample}" in run
    assert (ROOT / sample).is_file()
    assert "'.[test]'" in test
    assert ".venv/bin/pytest" in test


# --- other programs' files -----------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", TEXTS)
def test_what_others_run_exists(lang: str) -> None:
    (gitlab, hook) = fenced(TEXTS[lang], "yaml")[1:]
    assert "pip install --quiet git+" in gitlab
    assert re.findall(r"image: (\S+)", gitlab) == ["python:3.13"]  # one that has git
    assert re.findall("rev: (.*)", hook) == ["main"]  # no release has a tag
    # A name of files there replaces the hook's own, which therefore tells reports by their type.
    (files,) = re.findall("files: (.*)", hook)
    offered = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert files == "^drafts/"
    assert "types_or: [plain-text, markdown]" in offered
    assert "  files:" not in offered


# --- picture -------------------------------------------------------------------------------------------------


def words(svg: str) -> list[str]:
    """What a picture says, piece by piece, without blanks and the names of styles, which differ between versions of Rich."""
    texts = ((node.text or "").replace("\xa0", " ").strip() for node in ET.fromstring(svg).iter() if node.tag.endswith("}text"))
    return [text for text in texts if text]


@posix
def test_the_picture_is_current() -> None:
    assert words(render.picture()) == words(PICTURE), "run docs/render.py"


@posix
def test_the_picture_is_always_the_same() -> None:
    assert render.picture() == render.picture()


def test_the_picture_is_in_colour_and_loads_nothing() -> None:
    assert len(set(re.findall(r"fill: (#\w{6})", PICTURE))) >= 4
    assert re.findall(r"https?://[^\"]+", PICTURE) == ["http://www.w3.org/2000/svg"]
    assert re.search(r"^!\[[^\]]+\]\(docs/table.svg\)$", README, re.MULTILINE)
    assert re.search(r"^!\[[^\]]+\]\(docs/table.svg\)$", README_ZH, re.MULTILINE)


# --- lists ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "heading"), [("en", "format"), ("zh", "格式")])
def test_every_format_is_listed(lang: str, heading: str) -> None:
    assert sorted(first_cells(TEXTS[lang], heading)) == output.names()


@pytest.mark.parametrize(("lang", "heading"), [("en", "field"), ("zh", "字段")])
def test_every_field_is_listed(lang: str, heading: str) -> None:
    assert sorted(first_cells(TEXTS[lang], heading)) == sorted(FIELDS)


def test_the_chinese_headings_are_named() -> None:
    rows = [line for line in README_ZH.splitlines() if line.startswith("| `")]
    for name, heading in HEADERS_ZH.items():
        assert any(f"`{name}`" in row and heading in row for row in rows), name


@pytest.mark.parametrize(("lang", "heading"), [("en", "kind"), ("zh", "类别")])
def test_every_kind_is_listed(lang: str, heading: str) -> None:
    assert sorted(first_cells(TEXTS[lang], heading)) == sorted(KINDS)


@pytest.mark.parametrize("lang", TEXTS)
def test_every_command_is_mentioned(lang: str) -> None:
    assert [name for name in command_names() if f"govmetrics {name}" not in TEXTS[lang]] == []


def test_the_architecture_names_every_module() -> None:
    package = ROOT / "src" / "govmetrics"
    modules = {path.name for path in package.iterdir() if path.suffix == ".py" and path.name != "__init__.py"}
    packages = {f"{path.parent.name}/" for path in package.glob("*/__init__.py")}
    (listing,) = fenced(README.partition("## Architecture")[2], "text")
    assert {line.split()[0] for line in listing.splitlines()} == modules | packages


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[<>=]", requirement)[0] for requirement in project["dependencies"]}
    assert set(first_cells(README, "package")) == names


def test_the_change_log_has_this_version() -> None:
    log = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+)", log, re.MULTILINE)[0] == govmetrics.__version__


@pytest.mark.parametrize("path", sorted(ROOT.glob("*.md")), ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (path.parent / link).exists()] == []


def test_the_examples_run_this_interpreter(tmp_path: Path) -> None:
    if os.name != "nt":
        assert sys.executable in render.Terminal(tmp_path).run("$ cat .tools/govmetrics")
