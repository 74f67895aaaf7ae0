"""One person's way through the small study: who meets the person, and where information stops."""

from typing import Any

import numpy as np
import pytest
from tests.making import Records, outcomes, planned, small

from samvirke.cases import DEFAULT, built_in
from samvirke.consequences.way import (
    Payer,
    difference,
    final_way,
    hand_overs,
    sharing_gaps,
    way,
)
from samvirke.language import Text
from samvirke.study.handing import sharing_between
from samvirke.study.reading import read_study
from samvirke.study.study import Study


def point(task: str, **more: Any) -> Records:
    return {"task": task, "text": "Noe skjer", "judgement": "Vår tanke", **more}


def shared(sender: str, receiver: str, basis: str = "Loven § 1") -> Records:
    return {"from": sender, "to": receiver, "basis": basis, "consent": False}


WAY = (
    point("control"),
    point("referral", by=[]),
    point("guidance", by="advice"),
    point("reporting"),
    point("housing"),
)
SHARING = (shared("patrol", "advice"), shared("advice", "centre", "none"))
ADVICE_MOVES: Records = {
    "verb": "move", "task": "guidance", "from": "advice", "to": "labour", "parts": ["does"], "staff": "stays",
}  # fmt: skip
MERGE: Records = {
    "verb": "merge",
    "units": ["centre", "advice"],
    "into": {"id": "joint", "name": "Felles", "parent": "children", "place": "Oslo"},
}


def study(*points: Records, sharing: tuple[Records, ...] = SHARING, **more: Any) -> Study:
    one = {"name": "Noen", "text": "Ingen virkelig person", "way": list(points or WAY)}
    return small(pathways={"persons": {"somebody": one}, "sharing": list(sharing)}, **more)


def pairs(study: Study) -> list[list[tuple[str, str]]]:
    return [[(one.sender, one.receiver) for one in p.hand_overs] for p in way(study, "somebody")]


def test_each_point_says_who_decides_does_and_meets_the_person() -> None:
    control, referral, guidance, *_ = way(study(), "somebody")
    assert (control.deciders, control.doers, control.meeting) == (("police",), ("patrol",), ("patrol",))
    assert (referral.deciders, referral.doers, referral.meeting) == ((), (), ())
    assert (guidance.doers, guidance.meeting) == (("advice", "centre"), ("advice",))


def test_information_passes_by_a_point_where_nobody_meets_the_person() -> None:
    assert pairs(study()) == [
        [("patrol", "advice")],
        [],
        [("advice", "centre")],
        [("centre", "shelter")],
        [],
    ]
    onward = [p.onward for p in way(study(), "somebody")]
    assert onward == ["handed", "behind", "handed", "handed", "last"]


def test_units_of_one_agency_hand_nothing_over() -> None:
    control, reporting = way(study(point("control"), point("reporting")), "somebody")
    assert (control.onward, control.hand_overs) == ("same", ())
    assert reporting.onward == "last"


def test_every_pair_hands_over_when_several_meet_the_person() -> None:
    # Each sender passes on what it knows to each receiver whose own agency has not met the person.
    assert pairs(study(point("guidance"), point("housing")))[0] == [
        ("advice", "shelter"),
        ("centre", "shelter"),
    ]


def test_an_agency_that_meets_the_person_already_needs_nothing_passed_on() -> None:
    # Advice is of the children's agency; the centre is of the police, as the patrol is.
    first, second, _ = way(
        study(point("guidance"), point("control"), point("guidance"), sharing=()), "somebody"
    )
    assert (first.onward, first.hand_overs, first.holes) == ("same", (), ())
    # The other way the police alone have met the person, and advice is the only one to be told.
    assert [(one.sender, one.receiver) for one in second.hand_overs] == [("patrol", "advice")]
    both = way(study(point("guidance"), point("guidance"), sharing=()), "somebody")[0]
    assert (both.onward, both.holes) == ("same", ())


def test_what_is_said_of_an_agency_holds_for_its_units_until_something_is_said_of_them() -> None:
    asked = ("patrol", "advice")
    of_both = shared("police", "children", "Loven § 1")
    of_one, of_other = shared("patrol", "children", "Loven § 2"), shared("police", "advice", "Loven § 3")
    for written in (of_both, of_one, of_other):
        found = sharing_between(study(sharing=(written,)), *asked)
        assert found is not None
        assert found.basis == Text(written["basis"])
    exact = sharing_between(study(sharing=(shared("police", "children", "none"), shared(*asked))), *asked)
    assert exact is not None
    assert exact.basis != "none"
    # What a unit may do is not said of its agency, nor the one way of the other.
    assert sharing_between(study(sharing=(shared(*asked),)), "police", "children") is None
    assert sharing_between(study(sharing=(of_both,)), "advice", "patrol") is None


def test_of_several_things_said_what_allows_the_least_holds() -> None:
    free, consented = shared("police", "children", "Loven § 1"), shared("patrol", "children", "Loven § 2")
    consented = {**consented, "consent": True}
    none = shared("police", "advice", "none")
    for written, holds in (
        ((free, consented, none), "none"),
        ((free, consented), Text("Loven § 2")),
        ((consented, free), Text("Loven § 2")),
    ):
        found = sharing_between(study(sharing=written), "patrol", "advice")
        assert found is not None
        assert found.basis == holds


def test_after_a_merger_a_basis_that_needs_consent_goes_before_one_that_does_not() -> None:
    both = (shared("patrol", "advice"), {**shared("patrol", "centre", "Loven § 2"), "consent": True})
    (first,) = final_way(planned(study(sharing=both), MERGE), "somebody")[0].hand_overs
    assert first.sharing is not None
    assert first.sharing.consent


def test_the_way_is_broken_on_both_sides_of_a_task_that_nobody_does() -> None:
    found = way(study(point("control"), point("referral"), point("housing")), "somebody")
    assert [p.onward for p in found] == ["broken", "broken", "last"]
    assert [p.holes for p in found] == [(), ("undecided", "undone"), ()]


def test_each_sort_of_hole_is_found_where_it_is() -> None:
    holes = [p.holes for p in way(study(), "somebody")]
    # Patrol may tell advice; that advice may not tell the centre is written; of the shelter nothing is.
    assert holes == [(), ("undecided", "undone"), ("sharing",), ("sharing",), ()]
    control = {"decides": ["police", "labour"], "does": ["patrol"]}
    contested = study(responsibilities={"control": control})
    assert way(contested, "somebody")[0].holes == ("contested",)


def test_several_pairs_without_basis_are_one_hole() -> None:
    found = way(study(point("guidance"), point("housing"), sharing=()), "somebody")[0]
    assert len(found.hand_overs) == 2
    assert found.holes == ("sharing",)


def test_who_pays_is_the_holder_of_the_line_and_each_is_named_once() -> None:
    control, referral, _, _, housing = way(study(), "somebody")
    assert control.payers == (Payer("police", "state"), Payer("labour", "state"))
    assert referral.payers == ()
    assert housing.payers == (Payer("police", "state"),)  # two grants, and staff paid by one of them


def test_municipal_and_own_means_are_told_apart_from_the_state() -> None:
    row = {"actor": "town", "tasks": "referral", "kind": "operations", "amount": 1}
    rows = {
        "town-money": {**row, "funded_by": "municipal"},
        "gifts": {**row, "actor": "shelter", "funded_by": "own"},
        "over": {**row, "line": "police-01", "until": "2020-12"},
        "not-yet": {**row, "line": "police-01", "from": "2021-01"},
        "once": {**row, "line": "police-01", "one_off": True},
    }
    found = way(study(spending=rows), "somebody")[1]
    assert found.payers == (Payer("town", "municipal"), Payer("shelter", "own"))


def test_whoever_takes_over_the_task_meets_the_person() -> None:
    guidance = final_way(planned(study(), ADVICE_MOVES), "somebody")[2]
    assert guidance.meeting == ("labour",)
    assert guidance.doers == ("labour", "centre")


def test_a_merged_unit_meets_the_person_and_has_the_sharing_of_both() -> None:
    made = planned(study(), MERGE)
    found = final_way(made, "somebody")
    assert [p.meeting for p in found] == [("patrol",), (), ("joint",), ("joint",), ("shelter",)]
    (first,) = found[0].hand_overs
    assert (first.sender, first.receiver, first.allowed) == ("patrol", "joint", True)
    assert found[2].onward == "same"
    # What one of the two could tell the other is no longer a question.
    written = [(one.sender, one.receiver) for one in made.final.pathways.sharing]
    assert written == [("patrol", "joint")]


def test_after_a_merger_what_allows_the_least_holds() -> None:
    both = (shared("patrol", "advice"), shared("patrol", "centre", "none"))
    first = final_way(planned(study(sharing=both), MERGE), "somebody")[0]
    assert first.holes == ("sharing",)


def test_whoever_takes_over_from_a_closed_unit_meets_the_person() -> None:
    close = {"verb": "close", "unit": "advice", "tasks_to": "labour", "rows_to": "labour"}
    assert final_way(planned(study(), close), "somebody")[2].meeting == ("labour",)


def test_everyone_who_does_the_task_meets_the_person_when_those_named_are_released() -> None:
    release = {"verb": "release", "task": "guidance", "actor": "advice", "part": "does"}
    assert final_way(planned(study(), release), "somebody")[2].meeting == ("centre",)


def test_a_new_doer_still_does_not_meet_a_person_who_is_out_of_sight() -> None:
    assign = {"verb": "assign", "task": "referral", "actor": "centre", "part": "does"}
    referral = final_way(planned(study(), assign), "somebody")[1]
    assert (referral.doers, referral.meeting, referral.onward) == (("centre",), (), "behind")


def test_gaps_are_the_pairs_on_ways_and_those_written_without_basis() -> None:
    one = study(sharing=(*SHARING, shared("town", "shelter", "none"), shared("town", "police")))
    gaps = [(gap.sender, gap.receiver) for gap in sharing_gaps(one)]
    assert gaps == [("advice", "centre"), ("centre", "shelter"), ("town", "shelter")]
    assert len(list(hand_overs(one))) == 5


def test_the_holes_are_counted_in_the_final_phase_and_add_up_by_task() -> None:
    made = outcomes(study())
    assert made.all["way.holes.somebody"].values == np.array([4.0])
    parts = {part.id: part.amount for part in made.all["way.holes.somebody"].parts}
    assert parts == {"referral": 2, "guidance": 1, "reporting": 1}
    decided = {"verb": "assign", "task": "referral", "actor": "justice", "part": "decides"}
    assert outcomes(study(), decided).all["way.holes.somebody"].values == np.array([3.0])
    pilot = {**decided, "until": "2023-01"}
    assert outcomes(study(), pilot).all["way.holes.somebody"].values == np.array([4.0])


def test_a_difference_tells_holes_closed_opened_and_left_and_new_hands() -> None:
    before = way(study(), "somebody")
    decided = {"verb": "assign", "task": "referral", "actor": "justice", "part": "decides"}
    found = difference(before, final_way(planned(study(), decided, ADVICE_MOVES), "somebody"))
    assert found.closed == (("referral", "undecided"),)
    # Patrol may tell advice, but of labour nothing is written.
    assert found.opened == (("control", "sharing"),)
    assert found.left == (("referral", "undone"), ("guidance", "sharing"), ("reporting", "sharing"))
    assert [(hands.task, hands.doers) for hands in found.hands] == [("guidance", ("labour", "centre"))]
    nothing = difference(before, before)
    assert (nothing.closed, nothing.opened, nothing.hands) == ((), (), ())


@pytest.fixture(scope="module")
def case() -> Study:
    return read_study(built_in()[DEFAULT])


def test_every_point_of_the_built_in_ways_rests_on_something(case: Study) -> None:
    persons = case.pathways.persons.values()
    assert len(persons) == 2
    for person in persons:
        assert 8 <= len(person.way) <= 12
        assert all(one.source or one.judgement for one in person.way)
    assert all(one.source or one.judgement for one in case.pathways.sharing)


def test_the_built_in_study_says_something_of_every_pair_that_hands_over(case: Study) -> None:
    assert [(one.sender, one.receiver) for one in hand_overs(case) if one.sharing is None] == []


def test_no_pair_is_written_twice_in_the_built_in_study(case: Study) -> None:
    written = [(one.sender, one.receiver) for one in case.pathways.sharing]
    assert len(written) == len(set(written))


def test_what_has_not_been_read_or_confirmed_says_so_in_the_built_in_study(case: Study) -> None:
    for one in case.pathways.sharing:
        if one.basis == "none":
            assert one.note is not None
            assert "ikke kjent" in one.note.nb
        else:
            assert one.judgement is not None
            assert "ikke bekreftet" in one.judgement.nb
