"""Sums that must agree whatever is changed: random lists of changes on the small study, made uncertain.

Tolerances: sums of the same rows in another order agree to 1e-12 of their size; neutral is within a krone.
"""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.making import Outcomes, Records, assumed, planned, quantity, small

from samvirke.alternatives.journal import NOT_LINES, RECURRING_NEED
from samvirke.alternatives.plan import Plan
from samvirke.alternatives.rows import runs_in
from samvirke.consequences.expenditure import in_year
from samvirke.consequences.valuation import Array
from samvirke.errors import StudyError
from samvirke.quantities.months import Month

DRAWS = 64
FREE: Records = {"nok_per_fte": 0, "dip": 0, "months": 0}
ASSUMED = assumed(
    centre=quantity("FTE", p10=3, p50=3.5, p90=5, min=0),
    cost=quantity("MNOK/FTE", triangular={"low": 0.9, "mode": 1.1, "high": 1.7}),
    purse=quantity("MNOK/yr", uniform={"low": 0.2, "high": 9}),
    follows=quantity("share", beta={"a": 8, "b": 2}),
    rate=quantity("NOK/FTE", p10=90_000, p50=200_000, p90=700_000, min=0),
    some=quantity("FTE", uniform={"low": -2, "high": 2}),
    wish=quantity("MNOK/yr", triangular={"low": 0, "mode": 1, "high": 6}),
)
SPENDING: Records = {
    "centre-staff": {
        "actor": "centre", "tasks": {"coordination": 0.6, "reporting": 0.3, "guidance": 0.1},
        "line": "police-01", "kind": "personnel", "fte": "centre", "cost_per_fte": "cost",
    },
    "other-grants": {
        "actor": "shelter", "tasks": "housing", "line": "police-70", "kind": "grant", "amount": "purse",
        "administered_by": "scheme",
    },
    "ending": {
        "actor": "advice", "tasks": "guidance", "line": "children-01", "kind": "operations", "amount": 0.7,
        "until": "2023-05",
    },
    "coming": {
        "actor": "centre", "tasks": "coordination", "line": "police-01", "kind": "purchase", "amount": 0.9,
        "from": "2022-11",
    },
}  # fmt: skip
PAID_MOVES: Records = {"nok_per_fte": "rate", "dip": 0, "months": 0}
UNCERTAIN = small(
    assumptions=ASSUMED,
    spending=SPENDING,
    transition={"no_move": PAID_MOVES, "new_host": PAID_MOVES, "overhead_follows": "follows"},
)
# The same with nothing that costs anything once and nothing left behind: moves are then neutral.
NEUTRAL = small(
    assumptions=ASSUMED,
    spending={**SPENDING, "ending": None, "coming": None},
    transition={
        **dict.fromkeys(("no_move", "new_host", "geographic", "new_post"), FREE),
        "scheme_setup": 0,
        "legal_change": 0,
    },
)

UNITS, HOSTS = ("centre", "advice", "patrol"), ("police", "children", "prisons", "labour")
ROWS = ("centre-staff", "centre-running", "advice-staff", "shelter-grant", "other-grants", "patrol-staff")
AMOUNTS = st.sampled_from((0.25, "wish"))
SENDERS = st.sampled_from(
    [*({"row": row} for row in ROWS), {"line": "labour-01"}, {"line": "fees-02"}, "new-appropriation"]
)


def changes_of(*kinds: st.SearchStrategy[Records]) -> st.SearchStrategy[list[Records]]:
    """Lists of changes in the order of their starts."""
    start = st.builds(Month, st.integers(2021, 2025), st.integers(1, 12)).map(str)
    dated = st.builds(lambda change, start: {**change, "start": start}, st.one_of(*kinds), start)
    return st.lists(dated, min_size=1, max_size=6).map(
        lambda many: sorted(many, key=lambda c: str(c["start"]))
    )


def fixed(**fields: object) -> st.SearchStrategy[Records]:
    return st.fixed_dictionaries(
        {k: v if isinstance(v, st.SearchStrategy) else st.just(v) for k, v in fields.items()}
    )


MOVE_UNIT = fixed(verb="move", unit=st.sampled_from(UNITS), to=st.sampled_from(HOSTS))
MOVE_TASK = fixed(
    verb="move", task=st.sampled_from(("coordination", "reporting", "guidance")),
    **{"from": st.sampled_from(UNITS)}, to=st.sampled_from((*UNITS, *HOSTS)), parts=["does"],
    staff=st.sampled_from(("follows", "stays")),
)  # fmt: skip
MOVE_SCHEME = fixed(
    verb="move", task="scheme", **{"from": "police"}, to="children", parts=["does", "decides"], staff="stays",
    money=st.sampled_from(("follows", "stays")),
)  # fmt: skip
MERGE = fixed(
    verb="merge", units=st.sampled_from((["centre", "advice"], ["patrol", "advice"])),
    into=fixed(id="joint-unit", name="x", parent=st.sampled_from(HOSTS), place="Oslo"),
)  # fmt: skip
GIVE = fixed(
    verb="transfer", **{"from": fixed(row=st.sampled_from(ROWS))}, to=fixed(row=st.sampled_from(ROWS)),
    amount=AMOUNTS,
)  # fmt: skip
GET = fixed(verb="transfer", **{"from": SENDERS}, to=fixed(row=st.sampled_from(ROWS)), amount=AMOUNTS)
PAY = fixed(
    verb="transfer", **{"from": SENDERS}, to=st.sampled_from(("one-off", "recurring")),
    amount=st.sampled_from(("as-needed", 0.2)),
)  # fmt: skip
STAFF = fixed(
    verb="staff", row=st.sampled_from(("centre-staff", "advice-staff", "patrol-staff")),
    fte=st.sampled_from((1, -0.5, "some", "all")),
)  # fmt: skip
CLOSE = fixed(verb="close", unit="patrol", tasks_to="centre", rows_to=st.sampled_from((None, "centre")))
SET = fixed(verb="set", assumption="cost", to=fixed(uniform=st.just({"low": 0.5, "high": 1})))
AGREE = fixed(verb="agree", between=["centre", "patrol"], form="agreement")
EVERYTHING = changes_of(MOVE_UNIT, MOVE_TASK, MOVE_SCHEME, MERGE, GIVE, GET, PAY, STAFF, CLOSE, SET, AGREE)


def whichever_can_be_made(make: Callable[[list[Records]], Plan], changes: list[Records]) -> Plan | None:
    """The plan of the first changes that can be made together; those that cannot are left out in turn."""
    kept: list[Records] = []
    made: Plan | None = None
    for number, change in enumerate(changes):
        try:
            made = make([*kept, {**change, "id": f"n{number}"}])
        except StudyError:
            continue
        kept.append({**change, "id": f"n{number}"})
    return made


def from_rows(made: Outcomes, year: int) -> Array:
    """The year's expenditure from the rows alone, month by month."""
    total = np.zeros(DRAWS)
    for phase in made.plan.phases:
        for month in range(12):
            at = Month(year, month + 1)
            if phase.first <= at < phase.end:
                for row in phase.study.spending.values():
                    if row.in_effort and runs_in(row, at):
                        total = total + made.valuation.of(row.yearly) / 12
    return total


@settings(max_examples=120)
@given(EVERYTHING)
def test_sums_agree_whatever_is_changed(changes: list[Records]) -> None:
    plan = whichever_can_be_made(lambda some: planned(UNCERTAIN, *some), changes)
    if plan is None:
        return
    made = Outcomes(plan, DRAWS)
    for year in plan.today.assignment.years:
        weigh = in_year(year)
        # Rows after the changes are today's rows and the journal.
        one_off = made.draws(f"expenditure.one_off.{year}")
        from_journal = made.draws(f"expenditure.recurring.{year}")
        paid = sum(
            (
                weigh(p) * made.valuation.of(p.amount)
                for p in plan.journal
                if p.kind == "one-off" and p.giver.inside
            ),
            np.zeros(DRAWS),
        )
        np.testing.assert_allclose(from_rows(made, year) - paid, from_journal, rtol=1e-12, atol=1e-6)
        np.testing.assert_allclose(
            made.draws(f"expenditure.total.{year}"), from_journal + one_off, rtol=1e-12
        )
        # By line, by actor and by kind is the same money.
        for part in ("line", "actor", "kind"):
            parts = [
                made.draws(name)
                for name in made.all
                if name.startswith(f"expenditure.{part}.") and name.endswith(f".{year}")
            ]
            np.testing.assert_allclose(sum(parts), from_journal, rtol=1e-12)
        # Lines, needs and new money together are nothing.
        changed = np.zeros(DRAWS)
        for line, record in plan.today.lines.items():
            name = f"budget.change.{line}.{year}"
            if name in made.all:
                changed = changed + (-1 if record.side == "income" else 1) * made.draws(name)
        np.testing.assert_allclose(changed, made.draws(f"budget.net.{year}"), atol=1e-6)
        needs = np.zeros(DRAWS)
        for posting in plan.journal:
            sign = (posting.giver.account in NOT_LINES) - (posting.taker.account in NOT_LINES)
            needs = needs + sign * weigh(posting) * made.valuation.of(posting.amount)
        np.testing.assert_allclose(changed, needs, atol=1e-6)


@settings(max_examples=120)
@given(EVERYTHING)
def test_nothing_is_given_that_is_not_there_and_nobody_pays_twice(changes: list[Records]) -> None:
    plan = whichever_can_be_made(lambda some: planned(UNCERTAIN, *some), changes)
    if plan is None:
        return
    made = Outcomes(plan, DRAWS)
    for phase in plan.phases:
        for row in phase.study.spending.values():
            assert np.all(made.valuation.of(row.yearly) >= -1e-6), row.id
    for name in made.all:
        if name.startswith("expenditure.line."):
            assert np.all(made.draws(name) >= -1e-6), name
    assert np.all(made.draws("one_off.financed") <= made.draws("one_off.total") + 1e-6)
    assert np.all(made.draws("ceiling.strict") <= made.draws("ceiling.state"))


@settings(max_examples=120)
@given(changes_of(MOVE_UNIT, MOVE_TASK, MOVE_SCHEME, MERGE, GIVE))
def test_what_only_moves_is_neutral_to_the_krone_in_every_draw(changes: list[Records]) -> None:
    plan = whichever_can_be_made(lambda some: planned(NEUTRAL, *some), changes)
    if plan is None:
        return
    made = Outcomes(plan, DRAWS)
    assert np.all(made.draws("ceiling.strict") == 1)
    assert np.all(made.draws("ceiling.steady") == 1)
    for year in plan.today.assignment.years:
        assert np.all(np.abs(made.draws(f"budget.net.{year}")) <= 1)
    assert np.all(made.draws("funding.open") == 0)


@settings(max_examples=60)
@given(changes_of(STAFF), st.sampled_from(("shelter-grant", "centre-running")))
def test_posts_that_a_row_pays_for_are_neutral_where_the_row_is_large_enough(
    changes: list[Records], payer: str
) -> None:
    pay = {"verb": "transfer", "from": {"row": payer}, "to": "recurring", "amount": "as-needed"}
    start = {"start": changes[0]["start"]}
    try:
        made = Outcomes(planned(NEUTRAL, {**pay, **start}, *changes), DRAWS)
    except StudyError:
        return  # there was nothing to pay for, or a plain row cut below nothing
    enough = np.ones(DRAWS, dtype=bool)
    for floor in made.plan.floors:
        if floor.row == payer:
            enough &= made.valuation.of(floor.wanted) <= made.valuation.of(floor.available)
    assert np.all(made.draws("ceiling.strict")[enough] == 1)
    assert np.all(made.draws("funding.open")[enough] == 0)
    # What is freed later in a year meets what was needed earlier in it, so only draws without savings tell.
    freed = sum(made.draws(f"funding.freed.{year}") for year in made.plan.today.assignment.years) > 0
    assert np.all(made.draws("funding.open")[~enough & ~freed] > 0)


def test_every_posting_takes_from_one_account_what_it_gives_another() -> None:
    """A posting has one amount and two ends, so the accounts sum to nothing, here one by one."""
    plan = planned(
        UNCERTAIN,
        {"verb": "move", "unit": "centre", "to": "children"},
        {"verb": "staff", "unit": "patrol", "fte": 1},
        {"verb": "transfer", "from": {"row": "other-grants"}, "to": "recurring", "amount": "as-needed"},
        {"verb": "transfer", "from": {"row": "other-grants"}, "to": "one-off", "amount": "as-needed"},
    )
    made = Outcomes(plan, DRAWS)
    accounts: dict[str, Array] = {}
    for posting in plan.journal:
        amount = made.valuation.of(posting.amount)
        for account, sign in ((posting.giver.account, -1), (posting.taker.account, 1)):
            accounts[account] = accounts.get(account, np.zeros(DRAWS)) + sign * amount
    assert accounts.keys() > {RECURRING_NEED, "police-70"}
    assert sum(accounts.values()) == pytest.approx(np.zeros(DRAWS), abs=1e-6)
