"""A finding can be accepted with a reason, and for a time."""

from datetime import date

import pytest

from samvirke.checks.finding import Finding
from samvirke.checks.registry import check
from samvirke.errors import Place
from samvirke.language import Text
from samvirke.study.involvement import Excuse
from samvirke.study.study import Study


def excuse(code: str, place: str, review: date = date(2099, 1, 1)) -> Excuse:
    return Excuse(code=code, place=place, reason=Text("Slik er det.", "That is how it is."), review=review)


@pytest.fixture
def gap(study: Study) -> Study:
    """A study in which nobody does a task."""
    responsibilities = {k: r for k, r in study.responsibilities.items() if k != "coordination"}
    return study.with_(responsibilities=responsibilities, excuses=())


def test_an_excused_finding_is_listed_apart(gap: Study) -> None:
    excused = check(gap.with_(excuses=(excuse("RSP101", "tasks.yaml coordination"),)))
    place = ("RSP101", "coordination")
    assert place in {(f.code, f.subject) for f in check(gap).findings}
    assert place not in {(f.code, f.subject) for f in excused.findings}
    assert place in {(f.code, f.subject) for f in excused.excused}


def test_a_finding_on_a_whole_file_is_excused_by_the_file_alone(gap: Study) -> None:
    bare = gap.with_(involvement={})
    checked = check(bare.with_(excuses=(excuse("ASG102", "involvement.yaml"),)))
    assert "ASG102" in {f.code for f in checked.excused}


def test_an_excuse_that_no_finding_matches_is_itself_a_finding(gap: Study) -> None:
    checked = check(gap.with_(excuses=(excuse("RSP101", "tasks.yaml aid"),)))
    assert [f.subject for f in checked.findings if f.code == "EVD199"] == ["RSP101 tasks.yaml aid"]


def test_an_excuse_past_its_date_still_excuses_but_is_brought_up(gap: Study) -> None:
    checked = check(gap.with_(excuses=(excuse("RSP101", "tasks.yaml coordination", date(2019, 6, 1)),)))
    assert "RSP101" in {f.code for f in checked.excused}
    assert [f.severity for f in checked.findings if f.code == "EVD199"] == ["note"]


def test_an_excuse_for_what_only_a_run_finds_is_judged_when_there_was_a_run(gap: Study) -> None:
    waiting = gap.with_(excuses=(excuse("MNY902", "alternatives/moved.yaml moved"),))
    text = Text("noe", "something")
    run = Finding("MNY902", "must", Place("alternatives/moved.yaml"), text, text, "other")
    assert "EVD199" not in {f.code for f in check(waiting).findings}
    assert "EVD199" in {f.code for f in check(waiting, [run]).findings}
