"""Assumptions that a change lets be something else from some month on."""

import numpy as np
import pytest
from tests.making import (
    Outcomes,
    Records,
    alternative,
    assumed,
    outcomes,
    planned,
    quantity,
    recurring,
    small,
)

from samvirke.alternatives.plan import plan
from samvirke.errors import StudyError
from samvirke.uncertainty.draws import sample

ASSUMED = assumed(
    pay=quantity("MNOK/FTE", uniform={"low": 0.8, "high": 1.2}),
    rent=quantity("share", value=0.25),
    post=quantity("MNOK/FTE", formula="pay * (1 + rent)"),
    posts=quantity("FTE", triangular={"low": 2, "mode": 3, "high": 4}),
)
ROW: Records = {
    "centre-staff": {
        "actor": "centre", "tasks": "coordination", "line": "police-01", "kind": "personnel", "fte": "posts",
        "cost_per_fte": "post",
    }
}  # fmt: skip


def changed(*changes: Records, draws: int = 256) -> Outcomes:
    return Outcomes(planned(small(assumptions=ASSUMED, spending=ROW), *changes), draws)


def put(assumption: str, to: object, **more: object) -> Records:
    return {"verb": "set", "assumption": assumption, "to": to, **more}


def test_a_wider_distribution_uses_the_same_draw() -> None:
    made = changed(put("pay", {"uniform": {"low": 0.8, "high": 2.0}}))
    old = made.valuation.columns["pay"]
    (new,) = (column for name, column in made.valuation.columns.items() if name.startswith("pay@"))
    assert new == pytest.approx(0.8e6 + (old - 0.8e6) * 3)


def test_what_is_worked_out_from_it_follows_and_so_do_the_rows() -> None:
    made = changed(put("rent", 0.5, start="2023-01"))
    columns = made.valuation.columns
    assert made.draws("expenditure.actor.centre.2022") == pytest.approx(
        columns["posts"] * columns["pay"] * 1.25 + 0.5e6, rel=1e-12
    )
    assert made.draws("expenditure.actor.centre.2023") == pytest.approx(
        columns["posts"] * columns["pay"] * 1.5 + 0.5e6, rel=1e-12
    )
    assert made.draws("funding.open.2023") == pytest.approx(columns["posts"] * columns["pay"] * 0.25)


def test_a_later_set_builds_on_an_earlier_one() -> None:
    made = changed(put("rent", 0.5), put("pay", 1.0, start="2023-01"))
    posts = made.valuation.columns["posts"]
    assert made.draws("expenditure.actor.centre.2023") == pytest.approx(posts * 1.5e6 + 0.5e6, rel=1e-12)


def test_an_end_puts_back_what_later_sets_are_worked_out_from() -> None:
    made = changed(put("rent", 0.5, until="2024-01"), put("pay", 1.0))
    posts = made.valuation.columns["posts"]
    assert made.draws("expenditure.actor.centre.2023") == pytest.approx(posts * 1.5e6 + 0.5e6, rel=1e-12)
    assert made.draws("expenditure.actor.centre.2024") == pytest.approx(posts * 1.25e6 + 0.5e6, rel=1e-12)


def test_a_formula_can_take_the_place_of_a_number_and_the_reverse() -> None:
    made = changed(put("post", {"formula": "2 * pay"}), put("rent", {"formula": "2 * 0.4"}))
    columns = made.valuation.columns
    assert made.draws("expenditure.actor.centre.2022") == pytest.approx(
        columns["posts"] * 2 * columns["pay"] + 0.5e6, rel=1e-12
    )
    plain = changed(put("post", 3.0))
    assert plain.draws("expenditure.actor.centre.2022") == pytest.approx(
        plain.valuation.columns["posts"] * 3e6 + 0.5e6, rel=1e-12
    )


def test_a_formula_uses_what_its_terms_have_become() -> None:
    made = changed(put("pay", 1.0), put("post", {"formula": "2 * pay"}))
    assert made.draws("expenditure.actor.centre.2022") == pytest.approx(
        made.valuation.columns["posts"] * 2e6 + 0.5e6, rel=1e-12
    )


def test_the_length_of_a_formula_does_not_matter() -> None:
    name = "the-full-cost-of-one-work-year-with-rent-and-everything-else-that-belongs"
    assumptions = assumed(**{name.replace("-", "_"): quantity("MNOK/FTE", value=1)})
    assumptions["assumptions"]["sum"] = quantity("MNOK/FTE", formula=" + ".join([name] * 6))
    row = {"centre-staff": {**ROW["centre-staff"], "fte": 1, "cost_per_fte": "sum"}}
    made = Outcomes(planned(small(assumptions=assumptions, spending=row), put(name, 2)))
    assert made["expenditure.actor.centre.2022"] == pytest.approx(12.5)


def test_later_changes_use_the_new_value() -> None:
    made = changed(put("posts", 1), {"verb": "staff", "unit": "centre", "fte": "posts"})
    assert made.draws("expenditure.actor.centre.2022") == pytest.approx(
        2 * made.valuation.columns["post"] + 0.5e6, rel=1e-12
    )


def test_what_a_move_costs_once_can_be_set() -> None:
    study = small(
        assumptions=assumed(rate=quantity("NOK/FTE", value=1000)),
        transition={"new_host": {"nok_per_fte": "rate", "dip": 0, "months": 0}},
    )
    made = outcomes(study, put("rate", 5000), {"verb": "move", "unit": "centre", "to": "children"})
    assert made["one_off.total"] == pytest.approx(4 * 0.005)


def test_a_set_that_changes_no_money_posts_none() -> None:
    study = small(
        assumptions=assumed(volume=quantity("cases/yr", value=10)),
        tasks={"control": {"area": "identification", "volume": "volume"}},
    )
    made = outcomes(study, put("volume", 20))
    assert recurring(made) == []
    renamed = made.plan.final.tasks["control"].volume
    assert renamed is not None
    assert made.value(renamed) == 20


@pytest.mark.parametrize(
    ("to", "message"),
    [
        ({"uniform": {"low": 0.8, "high": 1.2}}, "is so already"),
        ({"formula": "post / 2"}, "uses itself"),
        ({"formula": "posts * 2"}, "the formula gives"),
        ({"formula": "pay + rent"}, "uses itself"),
    ],
)
def test_what_cannot_be_set(to: object, message: str) -> None:
    with pytest.raises(StudyError, match=message):
        changed(put("pay", to))


def test_versions_of_one_plan_are_not_those_of_another() -> None:
    """Zero's change is worked out from what the alternative has made of its terms, in that plan only."""
    study = small(assumptions=ASSUMED, spending=ROW)
    zero = alternative(put("pay", 1.0, id="settled"), key="zero", zero=True)
    bare, more = plan(study, zero, zero), plan(study, alternative(put("rent", 0.5)), zero)
    draws = sample(study, 64, 1, {**bare.versions, **more.versions})
    posts = draws.columns["posts"]
    for made, share in ((bare, 1.25), (more, 1.5)):
        cost = draws.of(made.final.spending["centre-staff"].yearly)
        assert cost == pytest.approx(posts * share * 1e6, rel=1e-12)


def test_draws_of_other_assumptions_are_untouched() -> None:
    before, after = changed(draws=64), changed(put("rent", 0.5), draws=64)
    for name in ("pay", "rent", "posts"):
        assert np.array_equal(before.valuation.columns[name], after.valuation.columns[name])


def test_what_does_not_rest_on_it_keeps_its_version() -> None:
    spare = {"spare": quantity("MNOK/FTE", formula="pay * 2")}
    more = {**ASSUMED, "assumptions": {**ASSUMED["assumptions"], **spare}}
    made = planned(small(assumptions=more, spending=ROW), put("rent", 0.5))
    assert {name.split("@")[0] for name in made.versions} == {"rent", "post"}
