"""What an alternative leaves worse, and the work it leaves undone."""

from dataclasses import replace

import pytest
from tests.making import LINES, Records, planned, small

from samvirke.study.pathways import NonPricedEffect
from samvirke.uncertainty.draws import sample
from samvirke.uncertainty.run_findings import lines_overdrawn
from samvirke.uncertainty.run_organisation import doing_less, left_worse, work_years

ADVICE_DOWN: Records = {"verb": "staff", "row": "advice-staff", "by": "vacancy"}


def test_an_alternative_that_changes_nothing_leaves_nothing_worse() -> None:
    zero = planned(small())
    assert list(left_worse(planned(small()), zero)) == []


def test_work_years_on_tasks_are_those_of_the_rows_whatever_the_shares() -> None:
    made = planned(small())
    found = work_years(made, sample(made.today, 2, seed=1))
    assert sum(found.values()) == pytest.approx(4 + 3 + 2 + 5 + 8, abs=1e-12)
    assert found["reporting"] == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize(("share", "told"), [(-0.09, False), (-0.11, True)])
def test_less_than_a_tenth_fewer_is_not_doing_less(share: float, told: bool) -> None:
    zero, cut = planned(small()), planned(small(), {**ADVICE_DOWN, "share": share})
    found = list(doing_less(cut, zero, sample(zero.today, 2, seed=1)))
    assert [one.code for one in found] == (["MNY903"] if told else [])


@pytest.mark.parametrize(("magnitude", "told"), [(-1, False), (0, True), (2, True)])
def test_only_a_loss_on_the_other_side_answers_for_doing_less(magnitude: int, told: bool) -> None:
    effect = NonPricedEffect.model_validate(
        {
            "id": "advice", "text": "Råd", "group": "Alle", "duration": "Varig", "importance": 1,
            "reason": "Fordi", "by_alternative": {"alt": {"magnitude": magnitude, "reason": "Fordi"}},
        }
    )  # fmt: skip
    zero, cut = planned(small()), planned(small(), {**ADVICE_DOWN, "fte": -1})
    spoken = replace(cut, today=cut.today.with_(effects={"advice": effect}))
    assert bool(list(doing_less(spoken, zero, sample(zero.today, 2, seed=1)))) == told


@pytest.mark.parametrize(("voted", "told"), [(3.0, []), (2.9, ["alt children-01"])])
def test_a_line_holds_exactly_what_it_was_voted(voted: float, told: list[str]) -> None:
    line = LINES["children-01"] | {"appropriation": {"amount": voted, "year": 2020}}
    zero = planned(small(lines={"children-01": line}))
    found = lines_overdrawn(zero, zero, sample(zero.today, 2, seed=1))
    assert [(one.severity, one.subject) for one in found] == [("should", subject) for subject in told]


def test_an_alternative_does_not_tell_again_of_a_line_that_is_too_small_without_it() -> None:
    line = LINES["children-01"] | {"appropriation": {"amount": 2.9, "year": 2020}}
    study = small(lines={"children-01": line})
    same = planned(study, {"verb": "assign", "task": "referral", "actor": "centre", "part": "does"})
    assert list(lines_overdrawn(same, planned(study), sample(study, 2, seed=1))) == []


def test_what_was_in_order_is_told_when_an_alternative_undoes_it() -> None:
    zero = planned(small())
    made = planned(
        small(),
        {"verb": "release", "task": "control", "actor": "patrol", "part": "does"},
        {"verb": "assign", "task": "scheme", "actor": "justice", "part": "decides"},
    )
    found = {(one.code, one.subject) for one in left_worse(made, zero)}
    assert found == {("RSP903", "alt control"), ("RSP902", "alt scheme")}
    assert {one.severity for one in left_worse(made, zero)} == {"must", "should"}
    # The zero alternative itself is held against today, and what has been adopted cannot be mended here.
    itself = list(left_worse(made, made))
    assert {(one.code, one.subject) for one in itself} == found
    assert {one.severity for one in itself} == {"note"}
