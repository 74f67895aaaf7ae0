"""What rules read of an alternative agrees with what planning it gives."""

import pytest

from samvirke.alternatives.plan import Plan
from samvirke.alternatives.plans import plans_of
from samvirke.cases import built_in
from samvirke.checks.outline import outlined
from samvirke.study.reading import read_study
from samvirke.study.schemes import administrators, deciding_agencies, foreign_ministries, lines_of
from samvirke.study.study import Study

STUDIES = {name: read_study(built_in()[name]) for name in ("starter", "trafficking")}
PLANS = {name: plans_of(study) for name, study in STUDIES.items()}
CASES = [(name, alternative) for name, study in STUDIES.items() for alternative in study.alternatives]


@pytest.mark.parametrize(("name", "alternative"), CASES)
def test_an_outline_has_every_part_that_the_plan_ends_with(name: str, alternative: str) -> None:
    outline, plan = outlined(STUDIES[name], alternative), PLANS[name][alternative]
    if alternative == "staged-pilot":
        assert parts(outline) == parts(in_its_fullest_phase(plan))
    else:
        assert parts(outline) == parts(plan.final)


@pytest.mark.parametrize(("name", "alternative"), CASES)
def test_an_outline_has_the_scheme_where_the_plan_has_it(name: str, alternative: str) -> None:
    outline, final = outlined(STUDIES[name], alternative), PLANS[name][alternative].final
    for scheme in STUDIES[name].grant_schemes.values():
        for asked in (administrators, deciding_agencies, lines_of, foreign_ministries):
            assert asked(outline, scheme) == asked(final, scheme)


def in_its_fullest_phase(plan: Plan) -> Study:
    """The study in the phase with most changes in force; a pilot ends before the plan does."""
    return max(plan.phases, key=lambda phase: len(phase.changes)).study


def parts(study: Study) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Who decides and who does each task that somebody has a part in."""
    every = {task: (one.decides, one.doers) for task, one in study.responsibilities.items()}
    return {task: both for task, both in every.items() if both != ((), ())}
