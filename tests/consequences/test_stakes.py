"""What a body gains and loses by an alternative, with everything under it."""

import pytest
from tests.making import Records, assumed, outcomes, planned, quantity, small

from samvirke.alternatives.plan import Plan, plan
from samvirke.cases import DEFAULT, built_in
from samvirke.consequences.authority import authority
from samvirke.consequences.stakes import stakeholders, stakes
from samvirke.study.authority import INSTRUCT_COVERS, coordinators, may
from samvirke.study.reading import read_study
from samvirke.study.study import Study

MOVE: Records = {"verb": "move", "unit": "centre", "to": "children"}
COVER: Records = {"verb": "transfer", "from": {"line": "police-01"}, "to": "one-off", "amount": "as-needed"}


def test_what_moves_from_one_body_to_another_is_lost_by_the_one_and_gained_by_the_other() -> None:
    made = planned(small(), MOVE)
    lost, gained = stakes(made, "police").parts.lost, stakes(made, "children").parts.gained
    assert lost == (
        ("coordination", "does"),
        ("reporting", "decides"),
        ("reporting", "does"),
        ("guidance", "does"),
    )
    # The children's own advice office does guidance already.
    assert gained == lost[:3]
    assert stakes(made, "police").parts.gained == ()


def test_a_part_that_another_unit_of_the_body_keeps_is_not_lost() -> None:
    shared = small(responsibilities={"control": {"decides": ["police"], "does": ["patrol", "centre"]}})
    assert ("control", "does") not in stakes(planned(shared, MOVE), "police").parts.lost
    assert ("control", "does") in stakes(planned(shared, MOVE), "children").parts.gained


def test_powers_go_with_their_holder_and_are_then_over_the_body_it_left() -> None:
    police, children = (stakes(planned(small(), MOVE), body) for body in ("police", "children"))
    assert police.powers.lost == (("convene", "advice"),)
    assert police.powers_over_it.gained == (("convene", "centre"),)
    assert children.powers.gained == (("convene", "patrol"),)
    assert children.powers_over_it.lost == (("convene", "centre"),)


def power(kind: str, over: object) -> Records:
    return {"holder": "centre", "over": over, "kind": kind, "given_by": "justice", "basis": "Mandat"}


def turned(before: dict[str, Records], after: dict[str, Records]) -> Plan:
    """The small study in which the centre's powers are taken away and others given."""
    study = small(powers={"convene": None, **before})
    empower = [{"verb": "empower", "power": key, "legal": "none", **one} for key, one in after.items()]
    return planned(study, *({"verb": "withdraw", "power": key} for key in before), *empower)


def test_a_power_that_covers_another_in_its_place_is_no_loss() -> None:
    made = turned({"call": power("convene", ["advice"])}, {"order": power("instruct", ["advice"])})
    new = tuple(kind for kind in INSTRUCT_COVERS if kind != "convene")
    police, children = stakes(made, "police"), stakes(made, "children")
    assert police.powers.lost == children.powers_over_it.lost == ()
    assert children.kinds_over_it.lost == ()
    assert set(police.powers.gained) == {(kind, "advice") for kind in new}
    assert set(children.kinds_over_it.gained) == set(new)


def test_from_a_named_body_to_all_is_no_loss_and_the_way_back_is_one() -> None:
    named, everyone = {"one": power("inform", ["advice"])}, {"two": power("inform", "all")}
    wider, narrower = turned(named, everyone), turned(everyone, named)
    assert stakes(wider, "police").powers.lost == ()
    assert stakes(wider, "children").powers_over_it.gained == ()
    assert stakes(wider, "labour").powers_over_it.gained == (("inform", "centre"),)
    gained, lost = stakes(wider, "police").powers.gained, stakes(narrower, "police").powers.lost
    assert gained == lost
    # Everybody that exists, but for advice and for the police with their two units.
    outside = {"justice", "family", "prisons", "children", "labour", "shelter", "town"}
    assert {end for _, end in gained} == outside


@pytest.fixture(scope="module")
def case() -> Study:
    return read_study(built_in()[DEFAULT])


def test_nothing_is_lost_where_the_holder_may_do_as_much_in_the_end(case: Study) -> None:
    compared = 0
    for alternative in case.alternatives.values():
        made = plan(case, alternative)
        for body in stakeholders(case):
            lost = stakes(made, body).powers.lost
            for holder in set(made.today.under(body)) & set(made.final.under(body)):
                for end in made.today.actors:
                    before = may(made.today, holder, end).keys()
                    if before and before <= may(made.final, holder, end).keys() and _apart(made, body, end):
                        compared += 1
                        assert not [kind for kind, other in lost if other == end and kind in before]
    assert compared


def _apart(made: Plan, body: str, end: str) -> bool:
    return not any(end in study.under(body) for study in (made.today, made.final))


def test_kinds_new_over_a_body_are_as_many_as_in_the_table_of_the_co_ordinator(case: Study) -> None:
    compared = 0
    for alternative in case.alternatives.values():
        made = plan(case, alternative)
        for body in case.assignment.participants:
            inside = {c for s in (made.today, made.final) for c in coordinators(s) if body in s.above(c)}
            if inside or made.became:  # what passes within the body is told by the one table only
                continue
            today, final = ({k for k, _ in authority(s, body).kinds} for s in (made.today, made.final))
            found = stakes(made, body).kinds_over_it
            assert (len(found.gained), len(found.lost)) == (len(final - today), len(today - final))
            compared += 1
    assert compared > 5


def test_a_kind_that_goes_from_one_holder_to_another_is_not_new_over_the_body() -> None:
    other = {**power("convene", ["advice"]), "holder": "labour"}
    found = stakes(turned({"call": power("convene", ["advice"])}, {"ask": other}), "children")
    assert (len(found.powers_over_it.gained), len(found.powers_over_it.lost)) == (1, 1)
    assert (found.kinds_over_it.gained, found.kinds_over_it.lost) == ((), ())


def test_a_duty_goes_with_the_unit_it_rests_on() -> None:
    duty: Records = {"text": "Plikt", "source": [], "tasks": ["control"], "on": ["centre"]}
    made = planned(small(duties={"duty": duty}), MOVE)
    assert stakes(made, "police").duties.lost == ("duty",)
    assert stakes(made, "children").duties.gained == ("duty",)


def test_a_new_name_by_merger_within_the_body_changes_nothing_for_it() -> None:
    merge: Records = {
        "verb": "merge", "units": ["centre", "patrol"],
        "into": {"id": "one", "name": "Én", "parent": "police", "place": "Oslo"},
    }  # fmt: skip
    made = planned(small(), merge)
    assert stakes(made, "police").nothing
    assert stakes(made, "children").powers_over_it.gained == ()


def test_work_years_and_money_follow_and_add_up_to_nothing_between_the_two() -> None:
    made = outcomes(small(), MOVE)
    assert made["admin.fte_change.police"] == -4
    assert made["admin.fte_change.children"] == 4
    assert made["stakes.operations.police"] == pytest.approx(-4.5)
    assert made["stakes.operations.children"] == pytest.approx(4.5)
    assert made["stakes.grants.police"] == 0


def test_a_range_in_work_years_is_told_of_what_changes_only() -> None:
    study = small(
        assumptions=assumed(more=quantity("FTE", uniform={"low": 1, "high": 3})),
    )
    made = outcomes(study, {"verb": "staff", "unit": "patrol", "fte": "more"})
    assert made.all["admin.fte_change.police"].assumptions == {"more"}
    assert [(part.kind, part.id) for part in made.all["admin.fte_change.police"].parts] == [
        ("row", "patrol-staff")
    ]


def test_what_a_body_pays_from_its_own_frame_once_and_each_year_is_told() -> None:
    once = outcomes(small(), {**MOVE, "to": "prisons"}, COVER)
    assert once["stakes.one_off.police"] == pytest.approx(4 * 0.2)
    assert once["stakes.one_off.children"] == 0
    each_year: Records = {
        "verb": "transfer", "from": {"line": "police-01"}, "to": {"row": "other-grants"}, "amount": 1.5,
    }  # fmt: skip
    made = outcomes(small(), each_year)
    assert made["stakes.own_frame.police"] == pytest.approx(1.5)
    assert made["stakes.operations.police"] == pytest.approx(-1.5)
    assert made["stakes.grants.police"] == pytest.approx(1.5)


def test_a_line_of_income_is_neither_operations_nor_frame() -> None:
    from_fees: Records = {
        "verb": "transfer", "from": {"line": "fees-02"}, "to": {"row": "other-grants"}, "amount": 1.5,
    }  # fmt: skip
    made = outcomes(small(), from_fees)
    assert made["stakes.own_frame.police"] == 0
    assert made["stakes.operations.police"] == 0
    assert made["stakes.grants.police"] == pytest.approx(1.5)


def test_money_for_a_trial_period_is_not_there_in_the_end() -> None:
    trial: Records = {
        "verb": "transfer", "from": {"line": "police-01"}, "to": {"row": "other-grants"}, "amount": 1.5,
        "until": "2023-01",
    }  # fmt: skip
    assert outcomes(small(), trial)["stakes.own_frame.police"] == 0


def test_the_lead_stands_first_among_those_with_figures() -> None:
    study = small(study={"lead": "children", "participants": ["police", "children"]})
    assert stakeholders(study) == ("children", "police")
