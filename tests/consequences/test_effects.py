"""Effects without a price held against each other: only what is judged, and never summed."""

import pytest
from tests.making import alternative, small
from tests.uncertainty.test_beliefs import EVEN, believed, posts

from samvirke.consequences.effects import alike, magnitudes, no_better
from samvirke.language import Text
from samvirke.report.annexes.cost_effectiveness import cost_effectiveness
from samvirke.report.document import Points, Words
from samvirke.report.sections.beliefs import beliefs_section
from samvirke.study.pathways import Magnitude, NonPricedEffect
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results, run


def judged(study: Study, **effects: dict[str, int]) -> Study:
    """The study with these effects: effect → alternative → magnitude."""
    made = {key: judged_effect(key, sizes) for key, sizes in effects.items()}
    return study.with_(effects=made)


def judged_effect(key: str, sizes: dict[str, int]) -> NonPricedEffect:
    why = Text("Derfor", "Because")
    return NonPricedEffect(
        id=key,
        text=Text("Noe", "Something"),
        group=Text("Noen", "Somebody"),
        duration=Text("Varig", "Lasting"),
        importance=2,
        reason=why,
        by_alternative={name: Magnitude(magnitude=size, reason=why) for name, size in sizes.items()},
    )


@pytest.fixture
def study() -> Study:
    return judged(
        small(),
        help={"first": 1, "second": 1, "third": 2, "fourth": 1},
        trust={"first": -1, "second": -1, "third": -1},
    )


def test_alternatives_with_the_same_effects_are_found_and_those_not_judged_are_left_out(study: Study) -> None:
    assert alike(study, ("first", "second", "third", "fourth")) == (("first", "second"),)
    assert magnitudes(study, "fourth") is None


def test_one_is_no_better_where_no_effect_is_and_nothing_is_said_of_what_is_not_judged(study: Study) -> None:
    assert no_better(study, "first", "third")
    assert not no_better(study, "third", "first")
    assert no_better(study, "first", "second")
    assert not no_better(study, "fourth", "third")
    assert not no_better(study.with_(effects={}), "first", "third")


def again(results: Results, **effects: dict[str, int]) -> Results:
    return run(judged(results.study, **effects), draws=64)


def test_cost_decides_alone_only_between_alternatives_with_the_same_effects() -> None:
    both = believed({"dear": posts("a", "price"), "plain": posts("b", 1.0)}, price=EVEN)
    alike_ = again(both, help={"dear": 1, "plain": 1})
    (_, points) = cost_effectiveness(alike_).blocks
    assert isinstance(points, Points)
    ((first, *_),) = points.items
    assert isinstance(first, Words)
    assert "Av dem koster «plain» samfunnet minst." in first.text.nb
    unlike = again(both, help={"dear": 2, "plain": 1})
    assert len(cost_effectiveness(unlike).blocks) == 1


def test_what_costs_more_and_is_better_on_nothing_is_told_as_that() -> None:
    both = believed({"dear": posts("a", "price"), "plain": posts("b", 1.0)}, price=EVEN)
    zero = {"zero": alternative(key="zero", zero=True)}
    study = both.study.with_(alternatives={**zero, **both.study.alternatives})
    results = run(judged(study, help={"dear": 1, "plain": 1}), draws=64)
    (section,) = beliefs_section(results)
    (points,) = (block for block in section.blocks if isinstance(block, Points))
    told = [piece.text["en"] for item in points.items for piece in item if isinstance(piece, Words)]
    assert len(told) == 1
    assert told[0].startswith("“dear” is not judged better than “plain” on any effect without a price")
