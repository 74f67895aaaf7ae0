"""When changes can be in force, worked by hand with plain durations.

The deadline is the last of December 2020, so that six months later is the end of June 2021. The decision
takes 6 months, an instruction 2, a regulation 4 + 3 + 4 with its hearing, a law 10 + 3 + 10, an agreement 4,
the employees 6, recruitment 5, a handover 3, and the budget must be settled 8 months before 1 January.
"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.making import Outcomes, Records, alternative, planned, small

from samvirke.alternatives.plan import plan
from samvirke.consequences.activities import activities, step_id
from samvirke.consequences.rules import rules_to_make
from samvirke.consequences.transition import Readiness, Schedule, schedule
from samvirke.quantities.months import Month
from samvirke.study.records import ID_PATTERN
from samvirke.study.study import Study
from samvirke.uncertainty.draws import sample

DURATIONS: Records = {
    "decision": 6, "hearing": 3, "regulation": 8, "law": 20, "agreement": 4, "instruction": 2,
    "employees": 6, "recruitment": 5, "handover": 3, "budget_lead": 8,
}  # fmt: skip
EMPOWER: Records = {
    "verb": "empower", "holder": "centre", "over": ["children"], "given_by": "justice", "basis": "Brev",
}  # fmt: skip
POWER: Records = {**EMPOWER, "power": "reports", "kind": "demand_reports"}
SECOND: Records = {**EMPOWER, "power": "procedures", "kind": "set_procedures"}
CENTRE_MOVES: Records = {"verb": "move", "unit": "centre", "to": "children"}
REPORTING_MOVES: Records = {
    "verb": "move", "task": "reporting", "from": "centre", "to": "children", "parts": ["does", "decides"],
    "staff": "follows",
}  # fmt: skip
NEW_POST: Records = {
    "verb": "staff", "unit": "advice", "new_row": "post", "fte": 1, "cost_per_fte": 1, "tasks": "guidance",
}  # fmt: skip
PAID: Records = {
    "verb": "transfer",
    "from": {"row": "other-grants"},
    "to": "recurring",
    "amount": "as-needed",
}
JOINED: Records = {
    "verb": "merge", "units": ["centre", "advice"],
    "into": {"id": "joint", "name": "Felles", "parent": "children", "place": "Oslo"},
}  # fmt: skip


def with_durations(deadline: str = "2020-12-31", **changed: Any) -> Study:
    return small(study={"deadline": deadline}, transition={"durations": {**DURATIONS, **changed}})


def timed(*changes: Records, study: Study | None = None) -> Schedule:
    made = planned(study or with_durations(), *changes)
    found = schedule(made, sample(made.today, 1, 1, made.versions))
    assert found is not None
    return found


def of(found: Schedule, change: str) -> Readiness:
    return next(group for group in found.changes if change in group.changes)


def earliest(found: Schedule, change: str = "c1") -> str:
    return str(of(found, change).earliest)


def finish(found: Schedule, activity: str) -> float:
    return round(found.timing(activity).finish.expected, 6)


def figure(name: str, *changes: Records, study: Study | None = None) -> float:
    (value,) = Outcomes(planned(study or with_durations(), *changes)).draws(f"transition.{name}")
    return float(value)


def test_a_power_by_instruction_is_in_force_two_months_after_the_decision() -> None:
    found = timed({**POWER, "legal": "instruction"})
    assert finish(found, "decision") == 6
    assert finish(found, "instruction/justice") == 8
    assert earliest(found) == "2021-09"


def test_a_change_without_any_step_of_its_own_waits_for_the_decision_alone() -> None:
    found = timed({"verb": "release", "task": "control", "actor": "police", "part": "decides"})
    assert [one.activity.id for one in found.timings] == ["decision", "in-force/c1"]
    assert earliest(found) == "2021-07"


@pytest.mark.parametrize(
    ("legal", "ends", "month"), [("regulation", [10, 13, 17], "2022-06"), ("law", [16, 19, 29], "2023-06")]
)
def test_a_rule_is_drafted_heard_and_adopted_before_it_is_used(
    legal: str, ends: list[float], month: str
) -> None:
    found = timed({**POWER, "legal": legal})
    steps = [f"{kind}/{legal}/justice/2022-01" for kind in ("drafting", "hearing", "adoption")]
    assert [finish(found, step) for step in steps] == ends
    assert earliest(found) == month
    assert found.path == ("decision", *steps, "in-force/c1")


def test_where_the_hearing_lies_does_not_move_the_end() -> None:
    found = timed({**POWER, "legal": "law"}, study=with_durations(before_hearing=0.9))
    assert finish(found, "hearing/law/justice/2022-01") == 27
    assert finish(found, "adoption/law/justice/2022-01") == 29


def test_money_moves_between_chapters_with_a_budget_that_could_still_be_changed() -> None:
    """Decided by June 2021 and eight months ahead: not in the budget of 2022, but in that of 2023."""
    found = timed(CENTRE_MOVES)
    assert finish(found, "appropriation/family") == 24
    assert finish(found, "employees/children") == 12
    assert finish(found, "handover/children/centre") == 15
    assert earliest(found) == "2023-01"
    assert found.path == ("decision", "appropriation/family", "in-force/c1")


@pytest.mark.parametrize(("lead", "month"), [(6, "2022-01"), (6.1, "2023-01")])
def test_a_decision_on_the_last_day_is_in_time_for_the_budget(lead: float, month: str) -> None:
    quick = with_durations(budget_lead=lead, employees=1, handover=1)
    assert earliest(timed(CENTRE_MOVES, study=quick)) == month


def test_what_moves_with_the_budget_year_waits_for_the_next_one_when_the_law_is_late() -> None:
    """The law is there at the end of May 2023, the money from January 2023: in force in January 2024."""
    found = timed(REPORTING_MOVES)
    assert finish(found, "adoption/law/children/2022-01") == 29
    assert finish(found, "appropriation/family") == 24
    assert earliest(found) == "2024-01"


def test_what_two_changes_need_of_one_body_is_made_once() -> None:
    two = planned(with_durations(), {**POWER, "legal": "regulation"}, {**SECOND, "legal": "regulation"})
    adoption = [step for step in activities(two) if step.kind == "adoption"]
    assert [(step.body, step.changes) for step in adoption] == [("justice", ("c1", "c2"))]
    apart = planned(
        with_durations(), {**POWER, "legal": "law"}, {**SECOND, "legal": "law", "given_by": "family"}
    )
    assert [step.body for step in activities(apart) if step.kind == "hearing"] == ["justice", "family"]


def test_two_laws_of_one_body_from_two_years_are_made_one_by_one() -> None:
    """The second is asked for a year later, so it can wait a year longer."""
    found = timed({**POWER, "legal": "law"}, {**SECOND, "legal": "law", "start": "2023-01"})
    laws = [one for one in found.timings if one.activity.kind == "drafting"]
    assert [(one.activity.changes, str(one.activity.month)) for one in laws] == [
        (("c1",), "2022-01"), (("c2",), "2023-01"),
    ]  # fmt: skip
    assert [round(one.slack, 6) for one in laws] == [-17, -5]
    assert earliest(found, "c1") == earliest(found, "c2") == "2023-06"


@pytest.mark.parametrize("start", ["2022-01", "2023-01"])
@pytest.mark.parametrize("given_by", ["justice", "family"])
@pytest.mark.parametrize("legal", ["law", "regulation"])
def test_as_many_rules_are_adopted_as_are_counted(legal: str, given_by: str, start: str) -> None:
    second: Records = {**SECOND, "legal": legal, "given_by": given_by, "start": start}
    made = Outcomes(planned(with_durations(), {**POWER, "legal": "law"}, REPORTING_MOVES, second))
    adopted = [step for step in activities(made.plan) if step.kind == "adoption"]
    alike = (legal, given_by, start) == ("law", "justice", "2022-01")
    assert len(adopted) == (2 if alike else 3)
    assert set(made.draws("admin.legal_changes")) == {len(adopted)}


def test_a_rule_that_only_adopted_policy_needs_is_counted_and_not_awaited() -> None:
    study = small(
        transition={"durations": DURATIONS},
        sources={"decision": {"title": "Vedtak", "publisher": "Alle", "date": "2020", "address": "https://a.no",
                              "says": "Noe", "retrieved": "2020"}},
    )  # fmt: skip
    zero = alternative({**POWER, "legal": "law", "adopted": "decision"}, key="zero", zero=True)
    made = plan(study, alternative({**SECOND, "id": "own", "legal": "law", "start": "2023-01"}), zero)
    awaited = [step.month for step in activities(made) if step.kind == "adoption"]
    assert [str(month) for month in awaited] == ["2023-01"]
    assert [str(rule.month) for rule in rules_to_make(made)] == ["2022-01", "2023-01"]


def test_agreements_of_bodies_with_hyphens_in_their_names_are_kept_apart() -> None:
    units: list[Records] = [
        {"verb": "establish", "unit": {"id": key, "name": key, "parent": "police", "place": "Oslo"}}
        for key in ("a", "b-c", "a-b", "c")
    ]
    agree: Records = {"verb": "agree", "form": "agreement", "absorbed": True}
    pairs = (("a", "b-c"), ("a-b", "c"))
    made = planned(with_durations(), *units, *({**agree, "between": list(pair)} for pair in pairs))
    found = [step for step in activities(made) if step.kind == "agreement"]
    assert [(step.about, step.changes) for step in found] == [(pairs[0], ("c5",)), (pairs[1], ("c6",))]


def test_what_is_handed_over_is_kept_apart_from_whom_it_goes_to() -> None:
    assert step_id("handover", "c", ("a-b",)) != step_id("handover", "b-c", ("a",))


ids = st.from_regex(ID_PATTERN, fullmatch=True)
rule_steps = st.tuples(
    st.sampled_from(["drafting", "hearing", "adoption"]), ids, st.just(()),
    st.sampled_from(["law", "regulation"]), st.sampled_from([Month(2022, 1), Month(2023, 1)]),
)  # fmt: skip
other_steps = st.sampled_from(["instruction", "agreement", "employees", "handover", "recruitment"]).flatmap(
    lambda kind: st.tuples(st.just(kind), ids, st.lists(ids, max_size=2).map(tuple), st.none(), st.none())
)


@given(st.lists(rule_steps | other_steps, min_size=2, max_size=2, unique=True))
def test_two_steps_never_share_an_id(two: list[Any]) -> None:
    assert step_id(*two[0]) != step_id(*two[1])


def test_a_post_on_a_row_that_another_change_makes_waits_for_that_change() -> None:
    more: Records = {"verb": "staff", "row": "post", "fte": 1, "start": "2023-01"}
    found = timed(NEW_POST, more)
    assert found.timing("recruitment/advice").activity.changes == ("c1", "c2")
    assert found.timing("in-force/c2").activity.after == ("recruitment/advice", "in-force/c1")


def test_a_post_on_a_row_that_a_transfer_makes_waits_for_the_transfer() -> None:
    row: Records = {
        "id": "post", "actor": "advice", "line": "children-01", "kind": "personnel", "fte": 1,
        "cost_per_fte": 1, "tasks": "guidance",
    }  # fmt: skip
    new: Records = {"verb": "transfer", "from": {"row": "other-grants"}, "to": {"new_row": row}, "amount": 1}
    found = timed(new, {"verb": "staff", "row": "post", "fte": 1, "start": "2023-01"})
    assert found.timing("recruitment/advice").activity.changes == ("c2",)
    assert "in-force/c1" in found.timing("in-force/c2").activity.after


def test_a_post_is_filled_by_whoever_has_the_row_when_the_change_starts() -> None:
    found = timed(JOINED, {"verb": "staff", "row": "centre-staff", "fte": 1, "start": "2023-01"})
    assert found.timing("recruitment/joint").activity.changes == ("c2",)


def test_a_ministry_makes_the_rule_for_a_body_below_it_and_the_client_for_one_without() -> None:
    assign: Records = {"verb": "assign", "task": "referral", "part": "does", "legal": "regulation"}
    made = planned(with_durations(), {**assign, "actor": "advice"}, {**assign, "actor": "town"})
    who = {step.body: step.who for step in activities(made) if step.kind == "drafting"}
    assert who == {"advice": "family", "town": "justice"}


def test_a_post_waits_for_the_money_that_another_change_moves_to_it() -> None:
    found = timed(NEW_POST, PAID)
    assert finish(found, "recruitment/advice") == 11
    assert found.timing("in-force/c1").activity.after == ("recruitment/advice", "appropriation/family")
    assert earliest(found) == "2023-01"
    assert not found.timing("in-force/c1").activity.january


def test_a_post_that_is_paid_within_its_own_chapter_waits_for_recruitment_alone() -> None:
    found = timed({"verb": "staff", "unit": "centre", "fte": 1}, {**PAID, "from": {"row": "patrol-staff"}})
    assert earliest(found) == "2021-12"
    assert [one.activity.id for one in found.timings if one.activity.kind == "appropriation"] == []


def test_nobody_is_recruited_where_work_years_are_cut_and_the_employees_are_heard() -> None:
    found = timed({"verb": "staff", "unit": "centre", "fte": -1})
    assert [one.activity.id for one in found.timings] == ["decision", "employees/police", "in-force/c1"]
    assert earliest(found) == "2022-01"


def test_an_agreement_takes_the_time_of_an_agreement() -> None:
    agree: Records = {"verb": "agree", "between": ["centre", "advice"], "form": "agreement", "absorbed": True}
    found = timed(agree)
    assert finish(found, "agreement/centre/centre/advice") == 10
    assert earliest(found) == "2021-11"


def test_a_change_waits_for_what_another_change_makes() -> None:
    later: Records = {
        **POWER,
        "holder": "joint",
        "over": ["patrol"],
        "legal": "instruction",
        "start": "2024-01",
    }
    found = timed(JOINED, later)
    assert found.timing("in-force/c2").activity.after == ("instruction/justice", "in-force/c1")
    assert earliest(found, "c1") == earliest(found, "c2") == "2023-01"


def test_changes_that_start_together_and_wait_for_the_same_are_one_group() -> None:
    found = timed(
        {**POWER, "legal": "instruction"}, {**SECOND, "legal": "instruction"},
        {"verb": "release", "task": "control", "actor": "police", "part": "decides"},
    )  # fmt: skip
    assert [group.changes for group in found.changes] == [("c1", "c2"), ("c3",)]


def test_slack_is_how_long_a_step_can_wait_and_below_nothing_when_the_start_is_too_early() -> None:
    """Stated for January 2022, month 12: the instruction is given by month 8, the law not before month 29."""
    found = timed({**POWER, "legal": "instruction"}, {**SECOND, "legal": "law"})
    slack = {one.activity.id: round(one.slack, 6) for one in found.timings}
    assert slack["instruction/justice"] == 4
    assert slack["drafting/law/justice/2022-01"] == slack["decision"] == -17
    assert {key: one.late for key, one in (("c1", of(found, "c1")), ("c2", of(found, "c2")))} == {
        "c1": False, "c2": True,
    }  # fmt: skip
    critical = [one.activity.id for one in found.timings if one.critical]
    assert "instruction/justice" not in critical
    assert critical == list(found.path)


def test_a_budget_step_can_wait_until_its_own_deadline() -> None:
    """In force in January 2023, month 24: eight months ahead is month 16, and the decision is there at 6."""
    found = timed({**CENTRE_MOVES, "start": "2023-01"})
    assert round(found.timing("appropriation/family").slack, 6) == 10
    assert round(found.timing("handover/children/centre").slack, 6) == 9
    assert round(found.timing("decision").slack, 6) == 9


def test_the_figures_of_a_plan_that_is_in_time_and_of_one_that_is_not() -> None:
    instruction: Records = {**POWER, "legal": "instruction"}
    assert figure("months", instruction) * 12 == pytest.approx(8)
    assert (figure("late", instruction), figure("chance", instruction)) == (0, 1)
    both = (instruction, {**SECOND, "legal": "law"})
    assert figure("months", *both) * 12 == pytest.approx(29)
    assert (figure("late", *both), figure("chance", *both)) == (1, 0)


def test_a_start_in_the_very_month_is_in_time_and_one_month_before_is_not() -> None:
    assert figure("late", {**POWER, "legal": "instruction", "start": "2021-09"}) == 0
    assert figure("late", {**POWER, "legal": "instruction", "start": "2021-08"}) == 1


def test_months_are_counted_from_the_day_of_the_deadline() -> None:
    """From 15 November eight months lead to the middle of July; the first of August is half a month more."""
    study = with_durations(deadline="2020-11-15")
    assert earliest(timed({**POWER, "legal": "instruction"}, study=study)) == "2021-08"
    assert figure("months", {**POWER, "legal": "instruction"}, study=study) * 12 == pytest.approx(8.5)


def test_a_study_that_does_not_say_how_long_things_take_has_no_timetable() -> None:
    made = Outcomes(planned(small(), CENTRE_MOVES))
    assert [name for name in made.all if name.startswith("transition.")] == []
    assert schedule(made.plan, made.valuation) is None


def test_policy_that_is_adopted_waits_for_nothing() -> None:
    study = small(
        transition={"durations": DURATIONS},
        sources={"decision": {"title": "Vedtak", "publisher": "Alle", "date": "2020", "address": "https://a.no",
                              "says": "Noe", "retrieved": "2020"}},
    )  # fmt: skip
    zero = alternative(CENTRE_MOVES, key="zero", zero=True)
    made = Outcomes(plan(study, zero, zero))
    found = schedule(made.plan, made.valuation)
    assert found is not None
    assert found.timings == ()
    names = ("months", "late", "chance")
    assert [made.draws(f"transition.{name}")[0] for name in names] == [0, 0, 1]
    with_power = plan(study, alternative({**POWER, "id": "power", "legal": "law"}), zero)
    changes = {change for step in activities(with_power) for change in step.changes}
    assert changes == {"power"}
    assert [dated.owner for dated in with_power.changes] == ["zero", "alt"]
