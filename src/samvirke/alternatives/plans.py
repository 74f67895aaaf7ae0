"""The plans of all a study's alternatives."""

from __future__ import annotations

from samvirke.alternatives.plan import Plan, plan
from samvirke.errors import Problem, StudyError
from samvirke.study.study import Study


def plans_of(study: Study) -> dict[str, Plan]:
    """The plan of every alternative, zero first. Raises StudyError with all changes that cannot be made."""
    found: dict[str, Plan] = {}
    problems: list[Problem] = []
    if study.zero is None:
        bare = plan(study, None)
        found[bare.alternative] = bare
    for alternative in study.alternatives.values():
        try:
            found[alternative.id] = plan(study, alternative, study.zero)
        except StudyError as error:
            problems.extend(error.problems)
    if problems:
        raise StudyError(problems)
    return found
