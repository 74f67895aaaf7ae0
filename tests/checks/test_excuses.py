"""A finding can be accepted with a reason, and for a time."""

from datetime import date

import pytest

from samvirke.checks.finding import Finding
from samvirke.checks.registry import check
from samvirke.errors import Place
from samvirke.language import Text
from samvirke.study.involvement import Excuse
from samvirke.study.study import Study
from samvirke.study.writing import REMOVED

PLACE = "tasks.yaml coordination"


def excuse(code: str, place: str, review: date = date(2099, 1, 1)) -> Excuse:
    return Excuse(code=code, place=place, reason=Text("Slik er det.", "That is how it is."), review=review)


LEFTOVER = excuse("RSP105", "rules.yaml gone")


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


def test_letters_that_cannot_be_seen_are_told_as_a_dot(gap: Study) -> None:
    checked = check(gap.with_(excuses=(excuse("RSP101", "tasks.yaml aid\u200b"),)))
    (found,) = (f for f in checked.findings if f.code == "EVD199")
    assert "`tasks.yaml aid·`" in found.text.nb


def test_an_excuse_past_its_date_excuses_nothing_and_is_brought_up(gap: Study) -> None:
    checked = check(gap.with_(excuses=(excuse("RSP101", PLACE, date(2019, 6, 1)),)))
    assert checked.excused == ()
    assert PLACE in {f.excused_by for f in checked.findings if f.code == "RSP101"}
    assert [f.severity for f in checked.findings if f.code == "EVD199"] == ["note"]


def test_an_excuse_holds_through_its_date_by_the_day_that_is_given(gap: Study) -> None:
    """The study speaks of a day in 2020; the excuse is to be looked at again in 2021."""
    excused = gap.with_(excuses=(excuse("RSP101", PLACE, date(2021, 6, 1)),))
    assert gap.assignment.as_of < date(2021, 6, 1)
    held = [bool(check(excused, today=day).excused) for day in (None, date(2021, 6, 1), date(2021, 6, 2))]
    assert held == [True, True, False]


def test_the_later_of_two_excuses_for_the_same_goes_on_excusing(gap: Study) -> None:
    for reviews in ((date(2019, 6, 1), date(2099, 1, 1)), (date(2099, 1, 1), date(2019, 6, 1))):
        checked = check(gap.with_(excuses=tuple(excuse("RSP101", PLACE, one) for one in reviews)))
        assert [f.excused_by for f in checked.excused] == [PLACE]
        assert [f.code for f in checked.findings if f.code == "EVD199"] == ["EVD199"]


def test_the_reason_for_an_excuse_goes_with_the_finding(gap: Study) -> None:
    stated = excuse("RSP101", PLACE)
    checked = check(gap.with_(excuses=(stated,)))
    assert [checked.excuse(f) for f in checked.excused] == [stated]
    assert {checked.excuse(f) for f in checked.findings} == {None}


def test_an_excuse_that_can_only_be_a_leftover_has_a_mend(gap: Study) -> None:
    """No finding stands with its code or in its place, so neither can be misspelt."""
    (found,) = (f for f in check(gap.with_(excuses=(LEFTOVER,))).findings if f.code == "EVD199")
    assert found.mend is not None
    assert found.mend.file == "excuses.yaml"
    assert found.mend.edits == (((0,), REMOVED),)


@pytest.mark.parametrize(
    ("code", "place"),
    [("RSP101", "tasks.yaml co-ordination"), ("RSP105", "tasks.yaml coordination")],
    ids=["place", "code"],
)
def test_an_excuse_that_may_be_misspelt_is_left_to_somebody(gap: Study, code: str, place: str) -> None:
    excuses = (excuse(code, place),)
    (found,) = (f for f in check(gap.with_(excuses=excuses)).findings if f.code == "EVD199")
    assert found.mend is None


def test_what_another_excuse_has_accepted_is_not_what_a_leftover_was_meant_for(gap: Study) -> None:
    excuses = (excuse("RSP101", PLACE), excuse("RSP105", PLACE))
    (found,) = (f for f in check(gap.with_(excuses=excuses)).findings if f.code == "EVD199")
    assert found.mend is not None
    assert found.mend.edits == (((1,), REMOVED),)


def test_an_excuse_past_its_date_is_not_mended_for_somebody(gap: Study) -> None:
    excuses = (excuse("RSP101", PLACE, date(2019, 6, 1)),)
    (found,) = (f for f in check(gap.with_(excuses=excuses)).findings if f.code == "EVD199")
    assert found.mend is None


def test_an_excuse_for_what_only_a_run_finds_is_judged_when_there_was_a_run(gap: Study) -> None:
    waiting = gap.with_(excuses=(excuse("MNY902", "alternatives/moved.yaml moved"),))
    text = Text("noe", "something")
    run = Finding("MNY902", "must", Place("alternatives/moved.yaml"), text, text, "other")
    assert "EVD199" not in {f.code for f in check(waiting).findings}
    assert "EVD199" in {f.code for f in check(waiting, [run]).findings}
