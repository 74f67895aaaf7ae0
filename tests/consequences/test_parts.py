"""What figures are put together from: parts that add up to the figure, whatever is changed.

Tolerance: the same terms added in another order agree to 1e-9 of the size of the terms.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from tests.consequences.test_identities import EVERYTHING, UNCERTAIN, whichever_can_be_made
from tests.making import MILLION, Outcomes, Records, alternative, outcomes, planned, small

from samvirke.alternatives.plans import plans_of
from samvirke.cases import DEFAULT, built_in
from samvirke.consequences.catalogue import definition
from samvirke.consequences.evaluation import evaluate
from samvirke.consequences.valuation import Outcome, Part
from samvirke.provenance import Later
from samvirke.study.reading import read_study
from samvirke.uncertainty.draws import sample
from samvirke.uncertainty.results import run

TINY = Path(__file__).parent.parent / "studies" / "tiny"
DRAWS = 64
SUMMED = {"row", "change"}
COUNTED = {"task", "duty"}
OF_MONEY = ("today.", "expenditure.", "budget.", "funding.", "one_off.")
MOVE: Records = {"verb": "move", "unit": "centre", "to": "children"}
MORE: Records = {"verb": "staff", "unit": "centre", "fte": 1}


def amounts(outcome: Outcome) -> dict[tuple[str, str, str], float]:
    """Each part with what it adds, rounded as worked by hand."""
    return {(p.kind, p.id, p.purpose): round(p.amount, 6) for p in outcome.parts}


def not_adding_up(all_: Mapping[str, Outcome], kinds: set[str]) -> Iterator[str]:
    """Figures whose parts are all of these kinds, and do not add up to the mean; chances are no sums."""
    for name, one in all_.items():
        kind = definition(name)
        assert kind is not None
        if kind.unit != "probability" and {part.kind for part in one.parts} <= kinds:
            size = sum(abs(part.amount) for part in one.parts)
            total = sum(part.amount for part in one.parts)
            if total != pytest.approx(one.mean, rel=1e-9, abs=1e-9 * max(size, 1.0)):
                yield f"{name}: {total} is not {one.mean}"


@pytest.mark.parametrize("folder", [built_in()[DEFAULT], TINY], ids=["built-in", "tiny"])
def test_parts_add_up_to_the_figure_in_every_alternative_and_against_zero(folder: Path) -> None:
    study = read_study(folder)
    plans = plans_of(study)
    versions = {key: value for one in plans.values() for key, value in one.versions.items()}
    valuation = sample(study, DRAWS, 1, versions)
    every = {name: evaluate(one, valuation) for name, one in plans.items()}
    zero = next(iter(every.values()))
    summed = 0
    for name, found in every.items():
        assert list(not_adding_up(found, SUMMED | COUNTED)) == [], name
        apart = {key: one - zero[key] for key, one in found.items() if key in zero}
        assert list(not_adding_up(apart, SUMMED | COUNTED)) == [], name
        money = [one for key, one in found.items() if key.startswith(OF_MONEY) and one.mean]
        assert all(one.parts for one in money), name
        summed += len([one for one in money if {part.kind for part in one.parts} <= SUMMED])
    assert summed > 50


@given(changes=EVERYTHING)
@settings(max_examples=40, deadline=None)
def test_parts_add_up_whatever_is_changed(changes: list[Records]) -> None:
    made = whichever_can_be_made(lambda kept: planned(UNCERTAIN, *kept), changes)
    if made is not None:
        assert list(not_adding_up(Outcomes(made, DRAWS).all, SUMMED | COUNTED)) == []


def test_todays_total_is_made_of_the_rows_that_count() -> None:
    assert amounts(outcomes(small(), MOVE).all["today.total"]) == {
        ("row", "centre-staff", ""): 4 * MILLION,
        ("row", "centre-running", ""): 0.5 * MILLION,
        ("row", "advice-staff", ""): 3 * MILLION,
        ("row", "patrol-staff", ""): 2 * MILLION,
        ("row", "shelter-grant", ""): 10 * MILLION,
        ("row", "other-grants", ""): 6 * MILLION,
    }


def test_a_change_is_told_once_for_each_thing_it_costs() -> None:
    """Four people to a new host at 0.2 each, and one new post at 0.3."""
    made = outcomes(small(), MOVE, {**MORE, "start": "2023-01"})
    assert amounts(made.all["one_off.total"]) == {
        ("change", "c1", "new_host"): 0.8 * MILLION,
        ("change", "c2", "new_post"): 0.3 * MILLION,
    }


def test_what_moves_between_lines_is_on_both_and_comes_to_nothing_in_sum() -> None:
    made = outcomes(small(), MOVE).all
    moved = ("change", "c1", "line")
    assert amounts(made["budget.change.police-01.2023"]) == {moved: -4.5 * MILLION}
    assert amounts(made["budget.change.children-01.2023"]) == {moved: 4.5 * MILLION}
    assert amounts(made["budget.net.2023"])[moved] == 0


def test_a_need_and_what_pays_for_it_balance() -> None:
    pay = {"verb": "transfer", "from": {"row": "other-grants"}, "to": "recurring", "amount": "as-needed"}
    found = amounts(outcomes(small(), MORE, pay).all["funding.open.2023"])
    assert found == {("change", "c1", ""): MILLION, ("change", "c2", "transfer"): -MILLION}


def test_what_is_freed_and_not_used_is_why_savings_leave_nothing_open() -> None:
    """One post fewer frees a million; nothing is open, and the freed million says why."""
    made = outcomes(small(), {"verb": "staff", "unit": "centre", "fte": -1, "by": "vacancy"}).all
    assert amounts(made["funding.freed.2023"]) == {("change", "c1", ""): MILLION}
    assert made["funding.open.2023"].mean == 0
    assert amounts(made["funding.open.2023"]) == {
        ("change", "c1", ""): -MILLION,
        ("figure", "funding.freed.2023", ""): MILLION,
    }


def test_more_than_is_needed_for_one_off_costs_is_read_from_what_is_needed_and_paid() -> None:
    pay = {"verb": "transfer", "from": {"row": "other-grants"}, "to": "one-off", "amount": 1}
    made = outcomes(small(), MOVE, pay).all
    assert {part.id for part in made["funding.open.2022"].parts if part.kind == "figure"} == {
        "one_off.total",
        "one_off.financed",
    }


def test_what_is_open_in_all_is_the_sum_of_the_years() -> None:
    made = outcomes(small(), MORE).all
    open_ = made["funding.open"]
    assert [part.id for part in open_.parts] == [f"funding.open.{year}" for year in range(2021, 2026)]
    assert sum(part.amount for part in open_.parts) == pytest.approx(open_.mean, rel=1e-12)
    assert all(part.amount == made[part.id].mean for part in open_.parts)


def test_the_worst_year_is_read_from_the_dearest_year_and_the_verdict_from_the_worst_year() -> None:
    made = outcomes(small(), MOVE).all
    assert amounts(made["ceiling.worst_year"]) == {
        ("figure", "today.total", ""): 25.5 * MILLION,
        ("figure", "expenditure.total.2022", ""): 26.3 * MILLION,
    }
    assert amounts(made["ceiling.strict"]) == {("figure", "ceiling.worst_year", ""): 0.8 * MILLION}
    assert amounts(made["ceiling.steady"]) == {("figure", "ceiling.steady_excess", ""): 0}


def test_what_a_host_gives_from_its_frame_is_a_part_of_the_verdict_that_counts_it() -> None:
    pay = {"verb": "transfer", "from": {"line": "labour-01"}, "to": "recurring", "amount": "as-needed"}
    made = outcomes(small(), MORE, pay).all
    read_from = {part.id: part.amount for part in made["ceiling.state"].parts}
    years = [f"funding.outside.labour-01.{year}" for year in range(2022, 2026)]
    assert list(read_from) == ["ceiling.worst_year", *years]
    assert all(read_from[name] == made[name].mean == pytest.approx(MILLION) for name in years)


def test_every_figure_that_another_is_read_from_is_a_figure_of_the_run_with_that_mean() -> None:
    pay = {"verb": "transfer", "from": {"row": "other-grants"}, "to": "one-off", "amount": "as-needed"}
    made = outcomes(small(), MOVE, MORE, pay).all
    others = [part for one in made.values() for part in one.parts if part.kind == "figure"]
    assert others
    for part in others:
        assert part.amount == pytest.approx(made[part.id].mean, rel=1e-9, abs=1e-3)


def test_counts_are_made_of_what_is_counted() -> None:
    release = {"verb": "release", "task": "control", "actor": "police", "part": "decides"}
    made = outcomes(small(), release).all
    assert amounts(made["admin.gaps"]) == {("task", "referral", ""): 1}
    assert amounts(made["admin.undecided"]) == {("task", "control", ""): 1, ("task", "referral", ""): 1}
    assert amounts(made["admin.tasks_moved"]) == {("task", "control", ""): 1}


def test_a_law_that_two_changes_need_is_told_with_the_first_of_them() -> None:
    first = {
        "verb": "assign", "task": "referral", "actor": "police", "part": "decides", "legal": "regulation",
    }  # fmt: skip
    second = {"verb": "assign", "task": "referral", "actor": "police", "part": "does", "legal": "regulation"}
    assert amounts(outcomes(small(), first, second).all["admin.legal_changes"]) == {
        ("change", "c1", "regulation"): 1
    }


def test_people_moved_are_told_by_the_change_that_moves_them() -> None:
    made = outcomes(small(), {**MOVE, "place": "Bergen"}).all
    assert amounts(made["admin.fte_moved"]) == {("change", "c1", ""): 4}
    assert amounts(made["admin.fte_relocated"]) == {("change", "c1", ""): 4}


def test_a_figure_of_a_run_has_its_parts_in_the_unit_in_which_it_is_told() -> None:
    study = small()
    changed = study.with_(alternatives={"alt": alternative(MOVE)})
    results = run(changed, draws=4)
    figure = results.figure("alt", "one_off.total")
    assert figure is not None
    assert [(p.kind, p.id, p.purpose) for p in figure.parts] == [("change", "c1", "new_host")]
    assert figure.parts[0].amount == pytest.approx(0.8, rel=1e-12)


def test_what_is_the_same_in_both_is_no_part_of_a_difference() -> None:
    study = small()
    changed = study.with_(alternatives={"alt": alternative(MOVE)})
    results = run(changed, draws=4)
    apart = results.figure("alt", "expenditure.total.2022", against_zero=True)
    same = results.figure("alt", "expenditure.total.2021", against_zero=True)
    assert apart is not None
    assert same is not None
    assert [(p.kind, p.id) for p in apart.parts] == [("change", "c1")]
    assert apart.parts[0].amount == pytest.approx(apart.expected, rel=1e-12)
    assert same.parts == ()


def test_what_a_long_sum_is_made_of_is_put_together_once_however_often_it_is_asked() -> None:
    made: list[str] = []

    def parts() -> tuple[Part, ...]:
        made.append("once")
        return (Part("row", "a", 1.0),)

    found = Outcome(np.ones(2), parts=Later(parts))
    for _ in range(40):  # were each sum to ask the one before it twice, this would never end
        found = found + Outcome(np.zeros(2))
    assert tuple(found.parts) == tuple(found.parts) == (Part("row", "a", 1.0),)
    assert made == ["once"]
