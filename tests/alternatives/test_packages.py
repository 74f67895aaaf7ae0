"""Changes that several alternatives share."""

from tests.making import Outcomes, Records, alternative, small

from samvirke.alternatives.plan import plan
from samvirke.study.alternative import Alternative
from samvirke.study.study import Study

POWER: Records = {
    "id": "reports", "verb": "empower", "start": "2022-01", "power": "reports", "holder": "centre",
    "over": "advice", "kind": "demand_reports", "given_by": "family", "legal": "instruction", "basis": "Brev",
    "reason": "Derfor",
}  # fmt: skip
LATER: Records = {
    "id": "later", "verb": "staff", "start": "2023-01", "unit": "patrol", "fte": 1, "reason": "Derfor",
}  # fmt: skip
MERGE: Records = {
    "verb": "merge", "units": ["centre", "patrol"],
    "into": {"id": "joint", "name": "Felles", "parent": "children", "place": "Oslo"},
}  # fmt: skip
MOVE: Records = {"verb": "move", "unit": "centre", "to": "children"}


def with_package(*changes: Records) -> Study:
    return small(packages={"shared": {"name": "Felles", "text": "Felles grep", "changes": list(changes)}})


def including(*changes: Records) -> Alternative:
    return alternative(*changes).model_copy(update={"includes": ("shared",)})


def test_a_package_does_what_the_same_changes_do_in_the_alternative() -> None:
    study = with_package(POWER, LATER)
    shared = Outcomes(plan(study, including(MOVE)))
    written_out = Outcomes(plan(study, alternative({**POWER}, MOVE, {**LATER})))
    assert {k: v.values.tolist() for k, v in shared.all.items()} == {
        k: v.values.tolist() for k, v in written_out.all.items()
    }
    assert shared.plan.final.powers == written_out.plan.final.powers


def test_a_package_comes_before_the_alternatives_own_changes_of_the_same_month() -> None:
    made = plan(with_package(POWER, LATER), including(MOVE))
    assert [phase.changes for phase in made.phases if phase.changes] == [
        ("reports", "c1"),
        ("reports", "c1", "later"),
    ]


def test_what_a_package_gives_a_unit_passes_to_the_one_it_is_merged_into() -> None:
    made = plan(with_package(POWER), including(MERGE))
    assert made.final.powers["reports"].holder == "joint"


def test_a_change_is_written_where_it_stands() -> None:
    study = with_package(POWER)
    shared, own = study.written(including(MOVE))
    assert (shared.file, shared.path, shared.package) == ("packages.yaml", ("shared", "changes", 0), "shared")
    assert (own.file, own.path, own.package) == ("alternatives/alt.yaml", ("changes", 0), None)
