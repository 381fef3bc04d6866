"""Every check on its own examples, through the whole pipeline."""

from __future__ import annotations

import pytest

from govmetrics import checks, parse
from govmetrics.analyse import analyse, check
from govmetrics.finding import GROUPS, SEVERITIES, Finding

IDS = checks.names()
BAD = [(id_, text, words) for id_ in IDS for text, words in checks.get(id_).bad]
GOOD = [(id_, text) for id_ in IDS for text in checks.get(id_).good]


def findings(id_: str, text: str) -> list[Finding]:
    this, last = checks.halves(text)
    return list(check(parse(this), ids=[id_], last=None if last is None else analyse(last)).findings)


@pytest.mark.parametrize("id_", IDS)
def test_a_check_says_what_it_is(id_: str) -> None:
    one = checks.get(id_)
    assert one.group in GROUPS
    assert one.severity in SEVERITIES
    assert one.what.zh
    assert one.what.en
    assert one.why.zh
    assert one.why.en
    assert one.bad
    assert one.good


@pytest.mark.parametrize(("id_", "text", "words"), BAD)
def test_a_bad_example_is_found_at_its_place(id_: str, text: str, words: str) -> None:
    this = checks.halves(text)[0]
    assert this.count(words) == 1
    at = this.index(words)
    found = findings(id_, text)
    assert found
    places = [span for one in found for span in (one.span, *(other.span for other in one.related))]
    assert any(span.start < at + len(words) and at < span.end for span in places), found
    for one in found:
        assert one.message.zh
        assert one.message.en


@pytest.mark.parametrize(("id_", "text"), GOOD)
def test_a_good_example_is_silent(id_: str, text: str) -> None:
    assert findings(id_, text) == []


@pytest.mark.parametrize("id_", [id_ for id_ in IDS if checks.get(id_).default])
def test_bad_examples_of_other_checks_raise_no_error_of_this_one(id_: str) -> None:
    own = checks.get(id_)
    for other, text, _ in BAD:
        if other != id_ and checks.get(other).group != own.group:
            assert [one for one in findings(id_, text) if one.severity == "error"] == [], (other, text)
