"""The zero alternative: adopted policy under every alternative."""

import pytest
from tests.making import Outcomes, Records, alternative, payments, small

from samvirke.alternatives.plan import plan
from samvirke.errors import StudyError

CUT: Records = {"id": "adopted", "verb": "staff", "unit": "patrol", "fte": -1, "start": "2022-07"}
ZERO = alternative(CUT, key="zero", zero=True)
MOVE: Records = {"verb": "move", "unit": "centre", "to": "children"}
PAY: Records = {"verb": "transfer", "from": {"row": "other-grants"}, "to": "one-off", "amount": "as-needed"}


def test_the_plan_of_zero_is_zeros_own_changes() -> None:
    study = small()
    for given in (ZERO, None):
        made = Outcomes(plan(study, given, ZERO))
        assert made.plan.alternative == "zero"
        assert made["expenditure.recurring.2023"] == pytest.approx(24.5, rel=1e-12)


def test_with_nothing_adopted_and_nothing_proposed_today_goes_on() -> None:
    made = Outcomes(plan(small(), None))
    assert made.plan.alternative == "today"
    assert made["expenditure.total.2025"] == pytest.approx(25.5, rel=1e-12)


def test_an_alternative_is_applied_on_top_of_zero() -> None:
    made = Outcomes(plan(small(), alternative(MOVE), ZERO))
    assert made["expenditure.recurring.2023"] == pytest.approx(24.5, rel=1e-12)
    assert made["budget.change.children-01.2023"] == pytest.approx(4.5, rel=1e-12)
    assert made.plan.phases[-1].changes == ("c1", "adopted")


def test_zero_comes_first_on_the_same_date() -> None:
    zero = alternative({**CUT, "start": "2022-01"}, key="zero", zero=True)
    assert plan(small(), alternative(MOVE), zero).phases[-1].changes == ("adopted", "c1")


def test_a_change_of_zero_can_be_replaced() -> None:
    instead = {"verb": "staff", "unit": "patrol", "fte": -2, "instead_of": "adopted"}
    made = Outcomes(plan(small(), alternative(instead), ZERO))
    assert made["expenditure.recurring.2023"] == pytest.approx(23.5, rel=1e-12)


def test_what_is_replaced_must_be_a_change_of_zero() -> None:
    with pytest.raises(StudyError, match="is not a change of the zero alternative"):
        plan(small(), alternative({**MOVE, "instead_of": "adoptet"}), ZERO)


def test_an_alternative_that_takes_away_what_zero_changes_is_told_of_instead_of() -> None:
    close = {"verb": "close", "unit": "patrol", "tasks_to": "police", "rows_to": "police"}
    with pytest.raises(StudyError) as told:
        plan(small(), alternative(close), ZERO)
    (problem,) = told.value.problems
    assert problem.place.file == "alternatives/alt.yaml"
    assert problem.remedy["en"] == "Write `instead_of: adopted` on the change that takes its place."


def test_a_mistake_of_zeros_own_is_zeros() -> None:
    wrong = alternative({**CUT, "unit": "nobody"}, key="zero", zero=True)
    with pytest.raises(StudyError) as told:
        plan(small(), alternative(MOVE), wrong)
    assert [p.place.file for p in told.value.problems] == ["alternatives/zero.yaml"]


def test_one_id_means_one_change() -> None:
    with pytest.raises(StudyError, match="the zero alternative has a change `adopted` too"):
        plan(small(), alternative({**MOVE, "id": "adopted"}), ZERO)


def test_each_pays_for_its_own_one_off_costs() -> None:
    study = small()
    zero = alternative(CUT, {**PAY, "id": "paid", "start": "2022-07"}, key="zero", zero=True)
    assert Outcomes(plan(study, zero, zero))["one_off.financed"] == pytest.approx(0.1)
    own = {**PAY, "from": {"row": "shelter-grant"}}
    made = Outcomes(plan(study, alternative(MOVE, own), zero))
    given = {p.change: p.giver.row for p in payments(made.plan)}
    assert given == {"paid": "other-grants", "c2": "shelter-grant"}
    total = sum(made.value(p.amount) * (p.end.index - p.first.index) / 12 for p in payments(made.plan))
    assert total == pytest.approx(900_000)
    assert made["one_off.financed"] == pytest.approx(0.9)
    assert made["funding.open"] == 0


def test_an_alternative_does_not_pay_for_zeros_new_posts() -> None:
    more = {"id": "adopted", "verb": "staff", "unit": "patrol", "fte": 2}
    zero = alternative(more, key="zero", zero=True)
    pay = {**PAY, "to": "recurring"}
    made = Outcomes(plan(small(), alternative({"verb": "staff", "unit": "advice", "fte": 1}, pay), zero))
    assert made["funding.given_up.other-grants.2023"] == pytest.approx(1)
    assert made["funding.open.2023"] == pytest.approx(2)
