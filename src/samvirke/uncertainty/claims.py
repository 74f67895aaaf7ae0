"""What the study says of its figures, held against them: in texts, requirements, goals and pilots."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from samvirke.checks.finding import Finding, Severity
from samvirke.consequences.catalogue import definition
from samvirke.errors import Place
from samvirke.language import Language, Text, listed, number
from samvirke.provenance import Figure
from samvirke.study.bindings import ANY, Claim, FigureRef, Sign
from samvirke.study.prose import bound, claims
from samvirke.study.study import Study
from samvirke.uncertainty.run_rules import RUN_RULES

Figures = Mapping[tuple[str, str, bool], Figure]
SIGNS: Mapping[Sign, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq,
}  # fmt: skip


def holds(claim: Claim, figures: Figures, zero: str) -> bool | None:
    """Whether a claim holds of expected values, in the units in which they are told.

    None where it names a figure that is not there, or figures that cannot be compared.
    """
    if likeness(claim) == "unlike":
        return None
    left = _values(claim.left, figures, zero)
    right = [claim.right] if isinstance(claim.right, float) else _values(claim.right, figures, zero)
    if not left or not right:
        return None
    return any(SIGNS[claim.sign](value, other) for value in left for other in right)


def claim_findings(study: Study, figures: Figures, zero: str) -> Iterator[Finding]:
    """Figures that are named and not there, and claims that do not hold."""
    alone = not any(name != zero for name in study.alternatives)  # `any` then speaks of none, by no mistake
    for place, ref in _named(study):
        if not _values(ref, figures, zero) and not (ref.alternative == ANY and alone):
            yield _no_such_figure(place, ref)
    for place, claim in _claimed(study):
        if (like := likeness(claim)) != "alike":
            yield _unlike(place, claim, "must" if like == "unlike" else "should")
        if holds(claim, figures, zero) is False:
            yield _does_not_hold(place, claim, _values(claim.left, figures, zero))


def likeness(claim: Claim) -> Literal["alike", "money", "unlike"]:
    """Whether the two sides of a claim are in one unit, or at least both money."""
    units = [_unit(ref) for ref in claim.refs]
    if None in units or len(set(units)) <= 1:
        return "alike"
    return "money" if all(unit is not None and unit.startswith("MNOK") for unit in units) else "unlike"


def _unit(ref: FigureRef) -> str | None:
    """The unit of a figure; what is spent in a year is per year, whether or not the year is named."""
    known = definition(ref.figure)
    if known is not None and (known.name.endswith("{year}") or known.name == "ceiling.worst_year"):
        return "MNOK/yr"
    return known.unit if known is not None else None


def _claimed(study: Study) -> Iterator[tuple[Place, Claim]]:
    yield from claims(study)
    for key, requirement in study.assignment.requirements.items():
        if requirement.holds is not None:
            yield study.place("study.yaml", "requirements", key, "holds"), requirement.holds


def _named(study: Study) -> Iterator[tuple[Place, FigureRef]]:
    yield from bound(study)
    for key, goal in study.assignment.goals.items():
        for number_, measure in enumerate(goal.measures):
            place = study.place("study.yaml", "goals", key, "measures", number_, "figure")
            yield place, FigureRef(None, measure.figure)
    for key, requirement in study.assignment.requirements.items():
        if requirement.holds is not None:
            place = study.place("study.yaml", "requirements", key, "holds")
            yield from ((place, ref) for ref in requirement.holds.refs)
    for name in study.alternatives:
        for written in study.changes(name):
            for number_, criterion in enumerate(written.change.stop_criteria):
                place = study.place(written.file, *written.path, "stop_criteria", number_, "figure")
                yield place, FigureRef(name, criterion.figure)


def _values(ref: FigureRef, figures: Figures, zero: str) -> list[float]:
    """The expected value; that of every alternative compared with zero where the study says `any`."""
    if ref.alternative != ANY:
        figure = figures.get((ref.alternative or zero, ref.figure, False))
        return [] if figure is None else [figure.expected]
    return [
        figure.expected
        for (alternative, name, against_zero), figure in figures.items()
        if name == ref.figure and not against_zero and alternative != zero
    ]


def _unlike(place: Place, claim: Claim, severity: Severity) -> Finding:
    said = claim.written.removeprefix("holds:").strip()
    first, second = (_unit(ref) for ref in claim.refs)
    text = Text(f"`{said}` sammenligner {first} med {second}", f"`{said}` compares {first} with {second}")
    return RUN_RULES["EVD903"].finding(place, text, f"{place.file} {claim.written}", severity=severity)


def _does_not_hold(place: Place, claim: Claim, values: list[float]) -> Finding:
    def told(language: Language) -> str:
        return listed([number(value, language, 3) for value in values], language)

    said = claim.written.removeprefix("holds:").strip()
    text = Text(
        f"studien hevder `{said}`, men tallet er {told('nb')}",
        f"the study claims `{said}`, but the figure is {told('en')}",
    )
    return RUN_RULES["EVD902"].finding(place, text, f"{place.file} {claim.written}")


def _no_such_figure(place: Place, ref: FigureRef) -> Finding:
    named = ref.figure if ref.alternative is None else f"{ref.alternative}: {ref.figure}"
    text = Text(f"`{named}` er ikke et tall i denne kjøringen", f"`{named}` is not a figure of this run")
    return RUN_RULES["EVD901"].finding(place, text, f"{place.file} {named}")
