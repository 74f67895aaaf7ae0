"""A run as a whole: every figure, and every difference from the zero alternative."""

import pytest
from tests.making import alternative, small

from samvirke.uncertainty.results import Results, run

JOINED = {
    "id": "join", "verb": "merge", "start": "2022-01", "units": ["centre", "advice"], "reason": "Derfor",
    "into": {"id": "joint", "name": "Felles", "parent": "children", "place": "Oslo"},
}  # fmt: skip


@pytest.fixture(scope="module")
def joined() -> Results:
    study = small()
    changed = study.with_(alternatives={"joined": alternative(JOINED, key="joined")})
    return run(changed, draws=4)


def difference(results: Results, name: str) -> float:
    figure = results.figure("joined", name, against_zero=True)
    assert figure is not None, name
    return figure.expected


def test_a_unit_that_is_gone_spends_so_much_less_and_the_one_that_took_over_so_much_more(
    joined: Results,
) -> None:
    """The centre's 4.5 million and the advice office's 3 are the joint unit's 7.5."""
    assert difference(joined, "expenditure.actor.centre.2023") == -4.5
    assert difference(joined, "expenditure.actor.advice.2023") == -3
    assert difference(joined, "expenditure.actor.joint.2023") == 7.5


def test_differences_by_actor_by_line_and_by_kind_come_to_the_difference_in_all(joined: Results) -> None:
    recurring = difference(joined, "expenditure.recurring.2022")
    for part in ("actor", "line", "kind"):
        parts = {
            name
            for _, name, _ in joined.figures
            if name.startswith(f"expenditure.{part}.") and name.endswith(".2022")
        }
        assert sum(difference(joined, name) for name in parts) == pytest.approx(recurring, abs=1e-9)


def test_every_figure_of_either_has_its_difference_from_zero(joined: Results) -> None:
    names = {name for _, name, against in joined.figures if not against}
    assert names == {name for _, name, against in joined.figures if against}
