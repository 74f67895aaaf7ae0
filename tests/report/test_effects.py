"""Effects without a price, and who gains and loses by them."""

from pathlib import Path

import pytest
from tests.making import alternative, small

from samvirke.language import Text
from samvirke.report.annexes.distribution import distribution_section
from samvirke.report.document import Cell, Section, Table, Words
from samvirke.report.sections.effects import effects_matrix
from samvirke.study.reading import read_study
from samvirke.uncertainty.results import Results, run

TINY = Path(__file__).parent.parent / "studies" / "tiny"
MOVED = {"verb": "move", "unit": "centre", "to": "children"}


@pytest.fixture(scope="module")
def tiny() -> Results:
    return run(read_study(TINY), draws=8)


def said(one: Cell) -> str:
    return "".join(piece.text.nb for piece in one.pieces if isinstance(piece, Words))


def tables(section: Section) -> dict[str, Table]:
    found = {block.caption["en"]: block for block in section.blocks if isinstance(block, Table)}
    for inner in section.sections:
        found |= tables(inner)
    return found


def test_the_matrix_says_that_its_scale_is_not_held_against_the_printed_one(tiny: Results) -> None:
    note = effects_matrix(tiny).note
    assert note is not None
    assert "ikke kontrollert mot den trykte matrisen" in note.nb
    assert "has not been held against the printed matrix" in note["en"]


def test_a_study_with_a_scale_of_its_own_is_told_by_that(tiny: Results) -> None:
    study = tiny.study
    steps = (-1, -1, -1, 0, 1, 1, 1)
    own = study.assignment.scale.model_copy(update={"little": steps, "medium": steps, "great": steps})
    assignment = study.assignment.model_copy(update={"plus_minus": own})
    told = effects_matrix(run(study.with_(assignment=assignment), draws=8))
    assert told.note is not None
    assert "Skalaen er studiens egen." in told.note.nb
    signs = {said(one)[:1] for row in told.rows for one in row[1:]}
    assert signs <= {"+", "−", "0", "i"}  # the last begins “ikke vurdert”
    assert not any(said(one).startswith(("++", "−−")) for row in told.rows for one in row[1:])


def test_every_effect_is_told_for_its_group_once(tiny: Results) -> None:
    groups = tables(distribution_section(tiny))["Effects for each group"]
    targets = [piece.target for row in groups.rows for piece in row[1].pieces if isinstance(piece, Words)]
    effects = tiny.study.effects
    assert sorted(filter(None, targets)) == sorted(f"#effect-{key}" for key in effects)
    assert len(groups.rows) == len({effect.group for effect in effects.values()})


SPENDS = "What the body has to spend on the effort in 2025, against zero"


def test_a_body_that_moves_has_what_it_had() -> None:
    moved = small().with_(alternatives={"moved": alternative(MOVED, key="moved")})
    assert SPENDS not in tables(distribution_section(run(moved, draws=4)))


def test_what_one_body_has_to_spend_another_has_lost() -> None:
    closed = {"verb": "close", "unit": "centre", "tasks_to": "advice", "rows_to": "advice"}
    study = small().with_(alternatives={"closed": alternative(closed, key="closed")})
    bodies = tables(distribution_section(run(study, draws=4)))[SPENDS]
    assert {said(row[0]): said(row[1]) for row in bodies.rows} == {"centre": "−4,5", "advice": "+4,5"}


@pytest.mark.parametrize(("magnitude", "expected"), [(-1, "ikke prissatt"), (1, "0")])
def test_more_to_do_for_municipalities_is_not_told_as_nothing(magnitude: int, expected: str) -> None:
    study = read_study(TINY)
    key, effect = next(iter(study.effects.items()))
    one = next(iter(effect.by_alternative.values())).model_copy(update={"magnitude": magnitude})
    judged = dict.fromkeys(study.alternatives, one)
    told = effect.model_copy(update={"falls_on": ("municipality",), "by_alternative": judged})
    results = run(study.with_(effects={key: told}), draws=4)
    parties = tables(distribution_section(results))["Present value on the budgets of the parties"]
    found = {row[0]: said(row[2]) for row in parties.rows}
    assert len(found) == len(results.compared)
    assert set(found.values()) == {expected}


def test_the_distribution_says_that_it_ranks_nothing(tiny: Results) -> None:
    section = distribution_section(tiny)
    (words,) = section.blocks[0].pieces  # type: ignore[union-attr]
    assert isinstance(words, Words)
    assert isinstance(words.text, Text)
    assert "ikke i noen rangering" in words.text.nb
