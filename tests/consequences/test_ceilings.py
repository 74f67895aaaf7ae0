"""Today's total, and the three verdicts on whether an alternative lies within it."""

import numpy as np
import pytest
from tests.making import TODAY, Outcomes, Records, assumed, outcomes, planned, quantity, small

MOVE: Records = {"verb": "move", "unit": "centre", "to": "children"}
MORE: Records = {"verb": "staff", "unit": "centre", "fte": 1}
VERDICTS = ("ceiling.strict", "ceiling.state", "ceiling.steady")


def pay(sender: object, to: str) -> Records:
    return {"verb": "transfer", "from": sender, "to": to, "amount": "as-needed"}


def verdicts(made: Outcomes) -> tuple[float, ...]:
    return tuple(made[name] for name in VERDICTS)


def test_todays_total_is_the_rows_with_a_state_line_that_recur() -> None:
    """Decision 9: what a grant pays for is in the grant; ordinary work and others' money stand beside."""
    assert outcomes(small(), MOVE).draws("today.total")[0] == TODAY
    beside: Records = {
        "gift": {
            "actor": "shelter", "tasks": "housing", "funded_by": "own", "kind": "operations",
            "amount": 3,
        },
        "town-work": {
            "actor": "town", "tasks": "housing", "funded_by": "municipal", "kind": "operations", "amount": 5,
        },
        "start-up": {
            "actor": "centre", "tasks": "coordination", "line": "police-01", "kind": "investment",
            "amount": 2, "one_off": True, "until": "2021-01",
        },
        "later": {
            "actor": "centre", "tasks": "coordination", "line": "police-01", "kind": "operations",
            "amount": 2, "from": "2021-01",
        },
        "half": {
            "actor": "centre", "tasks": "coordination", "line": "police-01", "kind": "operations",
            "amount": 2, "from": "2020-07", "until": "2021-01",
        },
    }  # fmt: skip
    assert outcomes(small(spending=beside), MOVE)["today.total"] == pytest.approx(26.5, rel=1e-12)


def test_any_move_breaks_the_strict_ceiling_and_not_the_steady_one() -> None:
    """Decision 6: a move has one-off costs, and without a payer they are new money."""
    made = outcomes(small(), MOVE)
    assert verdicts(made) == (0, 0, 1)
    assert made["ceiling.worst_year"] == pytest.approx(0.8, rel=1e-12)
    assert made["ceiling.steady_excess"] == 0


def test_half_a_post_saved_does_not_pay_for_a_move_in_its_first_year() -> None:
    cut = {"verb": "staff", "unit": "centre", "fte": -0.5, "by": "vacancy"}
    assert verdicts(outcomes(small(), cut, MOVE)) == (0, 0, 1)


def test_a_named_row_that_pays_the_one_off_cost_keeps_it_within() -> None:
    assert verdicts(outcomes(small(), MOVE, pay({"row": "other-grants"}, "one-off"))) == (1, 1, 1)


def test_a_host_that_pays_from_its_frame_lets_the_effort_grow_but_not_the_state() -> None:
    made = outcomes(
        small(), MORE, pay({"line": "police-01"}, "one-off"), pay({"line": "labour-01"}, "recurring")
    )
    assert verdicts(made) == (0, 1, 0)
    assert made["funding.outside.labour-01.2023"] == pytest.approx(1, rel=1e-12)
    assert made["budget.net.2023"] == 0


def test_new_money_breaks_all_three() -> None:
    made = outcomes(small(), MORE, pay("new-appropriation", "one-off"), pay("new-appropriation", "recurring"))
    assert verdicts(made) == (0, 0, 0)
    assert made["funding.open"] == 0


def test_unpaid_posts_break_all_three_and_stay_open() -> None:
    made = outcomes(small(), MORE)
    assert verdicts(made) == (0, 0, 0)
    assert made["funding.open"] == pytest.approx(4 * 1 + 0.3, rel=1e-12)


def test_a_saving_is_within_every_ceiling() -> None:
    made = outcomes(small(), {"verb": "staff", "unit": "centre", "fte": -1, "by": "vacancy"})
    assert verdicts(made) == (1, 1, 1)
    assert made["ceiling.worst_year"] == 0  # the year before it starts
    assert made["ceiling.steady_excess"] == -1


def test_ordinary_work_that_follows_a_unit_is_no_gift_from_outside() -> None:
    ordinary = {
        "actor": "centre", "tasks": "control", "line": "police-01", "kind": "personnel", "fte": 10,
        "cost_per_fte": 1, "ordinary": True,
    }  # fmt: skip
    study = small(spending={"case-work": ordinary})
    more = {"verb": "staff", "row": "centre-staff", "fte": 1}
    assert verdicts(outcomes(study, MOVE, more)) == (0, 0, 0)


def test_what_pays_for_ordinary_work_pays_for_nothing_else() -> None:
    """An outside line that gives 2 to ordinary posts does not make up for 1 that the effort grows by."""
    more = {"verb": "staff", "row": "labour-work", "fte": 2}
    made = outcomes(
        small(), more, pay({"line": "labour-01"}, "recurring"), pay({"line": "labour-01"}, "one-off")
    )
    assert verdicts(made) == (0, 1, 1)  # strict: recruiting is the effort's one-off cost
    grown = outcomes(small(), more, pay({"line": "labour-01"}, "recurring"), {**MORE, "start": "2023-01"})
    assert grown["ceiling.state"] == 0


def test_the_steady_rate_is_of_rows_that_go_on() -> None:
    ending = {
        "actor": "centre", "tasks": "coordination", "line": "police-01", "kind": "personnel", "fte": 2,
        "cost_per_fte": 1, "until": "2026-01",
    }  # fmt: skip
    study = small(spending={"ending": ending})
    made = outcomes(study, {"verb": "staff", "row": "ending", "fte": -1, "by": "vacancy"})
    assert made["ceiling.steady_excess"] == -2
    later = {**ending, "from": "2027-01", "until": "2030-01"}
    assert outcomes(small(spending={"later": later}), MOVE)["ceiling.steady_excess"] == 0


def test_a_pilot_is_steady_because_it_ends() -> None:
    made = outcomes(small(), {**MORE, "until": "2024-01"})
    assert made["ceiling.steady"] == 1
    assert made["ceiling.strict"] == 0


def test_a_neutral_alternative_is_within_in_every_draw_and_not_in_nearly_every_one() -> None:
    """Decision 5: equal sums that differ in the last bit made this 0.905 once."""
    study = small(
        assumptions=assumed(
            staff=quantity("FTE", p10=3, p50=3.5, p90=5, min=0),
            cost=quantity("MNOK/FTE", triangular={"low": 0.9, "mode": 1.1, "high": 1.7}),
            part=quantity("share", beta={"a": 8, "b": 2}),
        ),
        transition={"new_host": {"nok_per_fte": 0, "dip": 0, "months": 0}, "overhead_follows": "part"},
        spending={
            "centre-staff": {
                "actor": "centre", "tasks": {"coordination": 0.7, "reporting": 0.3}, "line": "police-01",
                "kind": "personnel", "fte": "staff", "cost_per_fte": "cost",
            }
        },
    )  # fmt: skip
    report = {
        "verb": "move", "task": "reporting", "from": "centre", "to": "advice", "parts": ["does"],
        "staff": "follows",
    }  # fmt: skip
    made = Outcomes(planned(study, report, MOVE), draws=4096)
    for name in VERDICTS:
        assert np.all(made.draws(name) == 1)
    for year in study.assignment.years:
        total = made.draws(f"expenditure.total.{year}")
        assert total == pytest.approx(made.draws("today.total"), rel=1e-12)


@pytest.mark.parametrize(("kroner", "within"), [(1, 1), (1.5, 0)])
def test_a_krone_above_is_rounding_and_money_sent_out_of_the_effort_is_no_cover_for_more(
    kroner: float, within: float
) -> None:
    """A post at one krone, and half a million of new money that only goes through the effort."""
    post: Records = {
        "verb": "staff", "unit": "patrol", "new_row": "post", "fte": 1, "cost_per_fte": "pay",
        "tasks": "control", "line": "police-01", "start": "2022-01",
    }  # fmt: skip
    study = small(
        assumptions=assumed(pay=quantity("NOK/FTE", value=kroner)),
        transition={"new_post": {"nok_per_fte": 0, "dip": 0, "months": 0}},
    )
    through: Records = {"verb": "transfer", "amount": 0.5}
    made = outcomes(
        study,
        post,
        {**through, "from": "new-appropriation", "to": {"row": "other-grants"}},
        {**through, "from": {"row": "other-grants"}, "to": {"line": "labour-01"}},
    )
    assert made.draws("ceiling.worst_year") == kroner
    assert verdicts(made) == (within, within, within)
    assert "pay" in made.all["ceiling.strict"].assumptions  # though the first year does not rest on it
