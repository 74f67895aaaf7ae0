"""Bodies that are affected but not at the table, and which of them a plan touches.

In the small study justice is the client; the police and the children's directorate take part. The family
ministry decides on housing, labour has spending of its own, the shelter does housing on grants. The prisons
have no part, and the town neither.
"""

from tests.making import STUDY, Records, planned, small

from samvirke.alternatives.plan import plan
from samvirke.consequences.affected import affected
from samvirke.study.stake import stakes_by_actor
from samvirke.study.study import Study


def found(study: Study, *changes: Records) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    made = planned(study, *changes) if changes else plan(study, None)
    return {one.actor: (one.why, one.touched) for one in affected(made)}


def test_whoever_has_a_part_or_money_and_is_not_at_the_table_is_affected() -> None:
    assert found(small()) == {
        "family": (("part",), ()),
        "labour": (("money",), ()),
        "shelter": (("part", "money"), ()),
    }


def test_units_count_through_an_agency_at_the_table_and_not_through_another() -> None:
    without = small(study={**STUDY, "participants": ["police"]})
    assert "advice" in found(without)
    assert "centre" not in found(without)


def test_whoever_was_invited_is_at_the_table_and_whoever_is_only_listed_is_not() -> None:
    invited = small(involvement={"shelter": {"actor": "shelter", "invited": "2020-06-01"}})
    assert "shelter" not in found(invited)
    listed = small(involvement={"shelter": {"actor": "shelter"}})
    assert "shelter" in found(listed)


def test_in_a_study_that_nobody_asked_for_only_the_invited_are_at_the_table() -> None:
    nobody = small(study={**STUDY, "commissioned": False})
    assert found(nobody).keys() > found(small()).keys()
    assert {"justice", "police", "children"} <= found(nobody).keys()
    invited = {"police": {"actor": "police", "invited": "2020-06-01"}}
    asked = found(small(study={**STUDY, "commissioned": False}, involvement=invited))
    assert "police" not in asked
    assert "centre" not in asked  # through the police


def test_a_body_that_only_a_change_makes_could_not_have_been_asked() -> None:
    unit = {"id": "new", "name": "Ny enhet", "parent": "labour", "place": "Oslo"}
    changes: tuple[Records, ...] = (
        {"verb": "establish", "unit": unit},
        {"verb": "assign", "task": "guidance", "part": "does", "actor": "new"},
    )
    assert "new" not in found(small(study={**STUDY, "commissioned": False}), *changes)


def test_a_duty_or_a_power_that_names_a_body_affects_it_and_a_power_over_all_does_not() -> None:
    named: Records = {
        "holder": "centre", "over": ["town"], "kind": "inform", "given_by": "justice", "basis": "Mandat",
    }  # fmt: skip
    duty: Records = {"text": "Plikt", "source": [], "tasks": ["control"], "on": ["prisons"]}
    study = small(powers={"tell": named}, duties={"duty": duty})
    assert found(study)["town"] == (("power",), ())
    assert found(study)["prisons"] == (("duty",), ())
    assert "town" not in found(small(powers={"tell": {**named, "over": "all"}}))


def test_a_change_touches_those_whose_parts_money_powers_or_host_it_changes() -> None:
    assign = {"verb": "assign", "task": "referral", "actor": "town", "part": "does"}
    assert found(small(), assign)["town"] == (("part",), ("part",))
    cut = {"verb": "transfer", "from": {"row": "other-grants"}, "to": {"row": "centre-running"}, "amount": 1}
    assert found(small(), cut)["shelter"] == (("part", "money"), ("money",))
    empower = {
        "verb": "empower", "power": "new", "holder": "centre", "over": ["labour"], "kind": "inform",
        "given_by": "justice", "basis": "Mandat", "legal": "none",
    }  # fmt: skip
    assert found(small(), empower)["labour"] == (("money", "power"), ("power",))


def test_what_is_taken_for_a_time_only_touches_too() -> None:
    once = {
        "verb": "transfer", "from": {"row": "other-grants"}, "to": {"row": "centre-running"}, "amount": 1,
        "until": "2023-01",
    }  # fmt: skip
    assert found(small(), once)["shelter"][1] == ("money",)


def test_a_unit_elsewhere_that_moves_is_touched_by_its_new_host() -> None:
    study = small(study={**STUDY, "participants": ["police"]})
    touched = found(study, {"verb": "move", "unit": "advice", "to": "prisons"})["advice"][1]
    assert "place" in touched


def test_who_commissions_the_study_through_the_government_is_no_party_to_it() -> None:
    study = small(
        actors={"cabinet": {"kind": "government"}},
        responsibilities={"referral": {"decides": ["cabinet"]}},
    )
    assert "cabinet" not in found(study)


def test_what_each_body_has_is_gathered_by_reason_and_holders_by_their_new_names() -> None:
    stakes = stakes_by_actor(small(), {"centre": "joint"})
    assert stakes["shelter"]["part"] == {("housing", "does")}
    assert len(stakes["shelter"]["money"]) == 3
    assert stakes["patrol"]["power"] == {("joint", "convene")}
    assert stakes["centre"]["part"] == {
        ("coordination", "does"), ("reporting", "decides"), ("reporting", "does"), ("guidance", "does"),
    }  # fmt: skip
    assert "town" not in stakes
