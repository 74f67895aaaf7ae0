"""What holds of a timetable whatever is changed and however long things take."""

from functools import cache
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.consequences.test_transition import (
    CENTRE_MOVES,
    DURATIONS,
    NEW_POST,
    PAID,
    POWER,
    SECOND,
    timed,
)
from tests.making import Outcomes, Records, assumed, planned, quantity, small

from samvirke.alternatives.plan import Plan
from samvirke.consequences.longest_path import SLIP, Walk, walk
from samvirke.consequences.transition import schedule
from samvirke.quantities.months import Month
from samvirke.study.study import Study

CHANGES: tuple[Records, ...] = (
    {**POWER, "legal": "instruction"},
    {**SECOND, "legal": "law", "given_by": "family"},
    {"verb": "release", "task": "control", "actor": "police", "part": "decides", "legal": "regulation"},
    CENTRE_MOVES,
    {**NEW_POST, "start": "2023-01"},
    {**PAID, "start": "2023-01"},
)


@cache
def uncertain() -> Study:
    spreads = {
        name: quantity("months", p10=0.5 * d, p50=d, p90=2.5 * d, min=0) for name, d in DURATIONS.items()
    }
    named = {name: name.replace("_", "-") for name in DURATIONS}
    return small(assumptions=assumed(**spreads), transition={"durations": named})


@cache
def walked(chosen: tuple[int, ...], draws: int = 128) -> tuple[Plan, Outcomes, Walk]:
    made = Outcomes(planned(uncertain(), *(CHANGES[number] for number in chosen)), draws)
    found = walk(made.plan, made.valuation)
    assert found is not None
    return made.plan, made, found


# PAID pays for nothing without the post, which a plan refuses.
SUBSETS = [c for size in range(1, 7) for c in combinations(range(6), size) if 5 not in c or 4 in c]
subsets = pytest.mark.parametrize("chosen", SUBSETS, ids=lambda c: "".join(map(str, c)))


@subsets
def test_nothing_ends_before_what_it_comes_after_in_any_draw(chosen: tuple[int, ...]) -> None:
    _, _, found = walked(chosen)
    for step in found.steps:
        assert (found.finishes[step.id] >= found.starts[step.id] - SLIP).all()
        for before in step.after:
            assert (found.starts[step.id] >= found.finishes[before]).all()
        if step.kind == "appropriation" or step.january:
            month = (found.finishes[step.id] + found.origin) % 12
            assert np.isclose(np.minimum(month, 12 - month), 0, atol=SLIP).all()


@subsets
def test_what_the_steps_on_the_critical_path_take_adds_up_to_the_time_in_all(chosen: tuple[int, ...]) -> None:
    _, made, found = walked(chosen)
    months = made.all["transition.months"]
    assert sum(part.amount for part in months.parts) == pytest.approx(float(months.values.mean()), rel=1e-9)
    assert {part.id for part in months.parts} <= {step.id for step in found.steps}
    on = schedule(made.plan, made.valuation)
    assert on is not None
    assert on.timing("decision").often == pytest.approx(1)
    assert {one.activity.id for one in on.timings if one.often > 0} == {part.id for part in months.parts}


@subsets
def test_a_change_is_late_exactly_when_the_chance_is_below_a_half(chosen: tuple[int, ...]) -> None:
    made, outcome, _ = walked(chosen)
    found = schedule(made, outcome.valuation)
    assert found is not None
    assert [group.late for group in found.changes] == [group.chance < 0.5 for group in found.changes]
    late = sum(len(group.changes) for group in found.changes if group.late)
    assert set(outcome.draws("transition.late")) == {late}
    every = outcome.draws("transition.chance").mean()
    assert every <= min(group.chance for group in found.changes)


@subsets
def test_a_step_has_slack_exactly_when_what_it_leads_to_is_in_time(chosen: tuple[int, ...]) -> None:
    _, outcome, _ = walked(chosen)
    found = schedule(outcome.plan, outcome.valuation)
    assert found is not None
    for group in found.changes:
        assert (found.timing(group.id).slack >= -SLIP) == (group.chance >= 0.5)


@given(st.lists(st.floats(0.01, 30), min_size=10, max_size=10))
def test_the_longest_path_is_the_longest_of_all_paths(months: list[float]) -> None:
    """Every way through the steps of two rules and an instruction, added up one by one."""
    durations = dict(zip(DURATIONS, months, strict=True))
    found = timed(*CHANGES[:3], study=small(transition={"durations": durations}))
    steps = {one.activity.id: one for one in found.timings}
    exact = {
        "decision": durations["decision"], "instruction": durations["instruction"],
        "hearing": durations["hearing"], "in-force": 0.0,
    }  # fmt: skip

    def ways(key: str) -> list[float]:
        step = steps[key].activity
        takes = durations[str(step.rule)] / 2 if step.kind in ("drafting", "adoption") else exact[step.kind]
        return [takes + way for before in step.after for way in ways(before)] or [takes]

    for key, one in steps.items():
        when = one.start if one.activity.kind == "in-force" else one.finish
        assert when.expected == pytest.approx(max(ways(key)), abs=1e-6)
    longest = max(way for group in found.changes for way in ways(group.id))
    assert found.earliest == Month.at(int(np.ceil(longest - SLIP)) + Month(2021, 1).index)
