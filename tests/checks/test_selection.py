"""Rules are chosen by their codes or by what those begin with."""

import pytest

from samvirke.checks.registry import all_rules, check
from samvirke.checks.selection import selected
from samvirke.errors import StudyError
from samvirke.study.study import Study

ALL = {one.code for one in all_rules()}


def beginning(start: str) -> set[str]:
    return {code for code in ALL if code.startswith(start)}


@pytest.mark.parametrize(
    ("select", "ignore", "codes"),
    [
        ((), (), ALL),
        (("EVD101",), (), {"EVD101"}),
        (("evd10",), (), beginning("EVD10")),
        (("EVD", "RSP101"), (), beginning("EVD") | {"RSP101"}),
        ((), ("EVD",), ALL - beginning("EVD")),
        (("EVD",), ("EVD10",), beginning("EVD") - beginning("EVD10")),
        (("EVD101",), ("EVD",), set()),
    ],
)
def test_what_is_selected_and_not_ignored_is_listened_to(
    select: tuple[str, ...], ignore: tuple[str, ...], codes: set[str]
) -> None:
    assert selected(select, ignore) == codes


def test_a_family_and_its_first_digits_are_not_the_same() -> None:
    assert "EVD199" in selected(("EVD",), ("EVD10",))


@pytest.mark.parametrize(
    ("given", "remedy"),
    [
        ("EDV101", "Did you mean `evd101`?"),
        ("EVVD", "Did you mean `evd`?"),
        ("E", "`samvirke rule` lists them all."),
        ("", "`samvirke rule` lists them all."),
        ("EVD1055", "Did you mean `evd105`?"),
        ("QQQ", "`samvirke rule` lists them all."),
    ],
)
def test_a_code_that_no_rule_has_is_told_with_a_way_on(given: str, remedy: str) -> None:
    for select, ignore in (((given,), ()), ((), (given,))):
        with pytest.raises(StudyError) as refused:
            selected(select, ignore)
        (problem,) = refused.value.problems
        assert problem.remedy["en"] == remedy
        assert problem.text["en"].startswith("no rule")


def test_a_code_of_a_run_is_told_apart_from_one_that_is_unknown() -> None:
    with pytest.raises(StudyError) as refused:
        selected(("MNY901",), ())
    assert "from a run" in str(refused.value)


def test_every_finding_is_kept_or_counted_as_left_out(study: Study) -> None:
    whole = check(study)
    every = len(whole.findings) + len(whole.excused)
    for start in ("EVD", "RSP", "ALT102"):
        kept = whole.only(selected((start,), ()))
        assert kept.left_out + len(kept.findings) + len(kept.excused) == every
        assert {f.code for f in (*kept.findings, *kept.excused)} <= beginning(start)
        assert kept.left_out > 0
