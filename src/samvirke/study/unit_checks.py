"""Whether every quantity is in a unit that fits, every formula works out, and correlations are possible."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import islice

from samvirke.errors import Place, Problem
from samvirke.language import Text
from samvirke.quantities.distributions import Exact, Formula
from samvirke.quantities.expressions import Constant, Expression, Operation, Reference, references
from samvirke.quantities.units import NONE, UNITS, Dimension, in_words, inverse, product
from samvirke.study.assumptions import Assumption, Correlation
from samvirke.study.records import Quantity
from samvirke.study.study import Study
from samvirke.study.suggestion import did_you_mean
from samvirke.study.walking import marked

MAX_PROBLEMS = 100  # of one kind


class UnitMismatch(ValueError):  # noqa: N818 - reads as what it is where it is caught
    """Two quantities that cannot be added; `text` says which."""

    def __init__(self, left: Dimension, sign: str, right: Dimension) -> None:
        self.text = Text("{left} {sign} {right}", "{left} {sign} {right}").format(
            left=in_words(left), sign=sign, right=in_words(right)
        )
        super().__init__(self.text["en"])


def unit_problems(study: Study) -> list[Problem]:
    """Every mistake of unit, price year, formula and correlation."""
    checks = (_field_units, _formulas, _price_years, _correlations)
    return [problem for check in checks for problem in islice(check(study), MAX_PROBLEMS)]


def _records(study: Study) -> Iterator[tuple[str, tuple[str, ...], object]]:
    yield "study.yaml", (), study.assignment
    for name in ("actors", "tasks", "responsibilities", "spending", "grant_schemes"):
        yield from ((f"{name}.yaml", (key,), record) for key, record in getattr(study, name).items())
    if study.transition is not None:
        yield "transition.yaml", (), study.transition
    yield "pathways.yaml", (), study.pathways
    yield from (("packages.yaml", (key,), record) for key, record in study.packages.items())
    yield from ((f"alternatives/{key}.yaml", (), record) for key, record in study.alternatives.items())


def _field_units(study: Study) -> Iterator[Problem]:
    for file, stem, record in _records(study):
        for path, mark, value in marked(record):  # type: ignore[arg-type]
            if not isinstance(mark, Quantity) or not isinstance(value, Reference):
                continue
            assumption = study.assumptions[value.name]
            if UNITS[assumption.unit].dimension != UNITS[mark.unit].dimension:
                yield Problem(
                    study.place(file, *stem, *path),
                    Text(
                        f"`{value.name}` er i {assumption.unit}, men her trengs {mark.unit}",
                        f"`{value.name}` is in {assumption.unit}, but {mark.unit} is needed here",
                    ),
                    Text(
                        "Bruk en annen forutsetning, eller regn om med en `formula`.",
                        "Use another assumption, or convert with a `formula`.",
                    ),
                )


def place_of(study: Study, assumption: str, *field: str) -> Place:
    """Where an assumption stands: in assumptions.yaml or in the alternative that alone needs it."""
    for key, alternative in study.alternatives.items():
        if assumption in alternative.assumptions:
            return study.place(f"alternatives/{key}.yaml", "assumptions", assumption, *field)
    return study.place("assumptions.yaml", "assumptions", assumption, *field)


def _formulas(study: Study) -> Iterator[Problem]:
    circular = _in_circles(study)
    told: set[str] = set()
    for key, assumption in study.assumptions.items():
        form = assumption.distribution
        if not isinstance(form, Formula):
            continue
        place = place_of(study, key, "formula")
        unknown = sorted(references(form.expression) - study.assumptions.keys())
        if unknown:
            otherwise = Text("Skriv den i assumptions.yaml.", "Write it in assumptions.yaml.")
            yield Problem(
                place,
                Text(
                    f"formelen bruker `{unknown[0]}`, som ikke finnes",
                    f"the formula uses `{unknown[0]}`, which is not there",
                ),
                did_you_mean(unknown[0], study.assumptions, otherwise),
            )
        elif key in circular:
            if key not in told:
                yield Problem(
                    place,
                    Text("formelen bruker seg selv", "the formula uses itself"),
                    Text(
                        "Bryt ringen: oppgi én av dem som tall.",
                        "Break the circle: give one of them as a number.",
                    ),
                )
                told |= depends_on(study, key) & circular
        else:
            yield from _formula_unit(study, key, assumption, form.expression, place)


def _in_circles(study: Study) -> set[str]:
    """Assumptions whose formulas lead round in a circle, or from one to another."""
    uses = {
        key: set(references(assumption.distribution.expression))
        for key, assumption in study.assumptions.items()
        if isinstance(assumption.distribution, Formula)
    }
    used_by: dict[str, set[str]] = {key: set() for key in uses}
    for key, names in uses.items():
        for name in names & uses.keys():
            used_by[name].add(key)
    left = _with_more_to_come(uses, used_by, set(uses))
    return _with_more_to_come(used_by, uses, left)


def _with_more_to_come(
    uses: Mapping[str, set[str]], used_by: Mapping[str, set[str]], among: set[str]
) -> set[str]:
    """Those that do not come to an end when one follows what they use, and what that uses in turn."""
    waiting = {key: len(uses[key] & among) for key in among}
    ready = [key for key, count in waiting.items() if count == 0]
    while ready:
        done = ready.pop()
        del waiting[done]
        for user in used_by[done] & waiting.keys():
            waiting[user] -= 1
            if waiting[user] == 0:
                ready.append(user)
    return set(waiting)


def _formula_unit(
    study: Study, key: str, assumption: Assumption, expression: Expression, place: Place
) -> Iterator[Problem]:
    try:
        dimension = dimension_of(study, expression)
    except UnitMismatch as error:
        yield Problem(
            place,
            Text(
                f"formelen legger sammen ulike enheter: {error.text.nb}",
                f"the formula adds unlike units: {error.text['en']}",
            ),
            Text("Gjør enhetene like først.", "Make the units alike first."),
        )
        return
    if dimension != UNITS[assumption.unit].dimension:
        yield Problem(
            place,
            Text(
                f"formelen gir {in_words(dimension).nb}, ikke {assumption.unit}",
                f"the formula gives {in_words(dimension)['en']}, not {assumption.unit}",
            ),
            Text("Rett formelen eller enheten.", "Mend the formula or the unit."),
        )


def depends_on(study: Study, assumption: str) -> set[str]:
    """Every assumption that one is worked out from, near and far."""
    found: set[str] = set()
    pending = [assumption]
    while pending:
        form = study.assumptions[pending.pop()].distribution
        for name in references(form.expression) if isinstance(form, Formula) else ():
            if name not in found and name in study.assumptions:
                found.add(name)
                pending.append(name)
    return found


def dimension_of(study: Study, expression: Expression) -> Dimension:
    """The dimension of an expression; raises UnitMismatch where unlike quantities are added.

    A plain number in a formula has no unit, and zero fits anywhere.
    """
    match expression:
        case Constant():
            return NONE
        case Reference(name):
            return UNITS[study.assumptions[name].unit].dimension
        case Operation(sign, left, right):
            a, b = dimension_of(study, left), dimension_of(study, right)
            if sign == "*":
                return product(a, b)
            if sign == "/":
                return product(a, inverse(b))
            if a != b:
                raise UnitMismatch(a, sign, b)
            return a


def _price_years(study: Study) -> Iterator[Problem]:
    assignment = study.assignment
    series = study.index(assignment.index)
    if not series:
        yield Problem(
            study.place("study.yaml", "index"),
            Text(
                f"prisindeksen `{assignment.index}` finnes ikke",
                f"there is no price index `{assignment.index}`",
            ),
            Text(
                "Bruk `kpi`, eller skriv en egen under `indices`.",
                "Use `kpi`, or write your own under `indices`.",
            ),
        )
        return
    for key, assumption in study.assumptions.items():
        year = assumption.price_year
        if year is None or year == assignment.price_year:
            continue
        missing = next((y for y in (year, assignment.price_year) if y not in series), None)
        if missing is not None:
            yield Problem(
                place_of(study, key, "price_year"),
                Text(
                    f"prisindeksen `{assignment.index}` har ikke året {missing}",
                    f"the price index `{assignment.index}` has no figure for {missing}",
                ),
                Text(
                    "Skriv årets indeks under `indices` i study.yaml, eller bruk et annet års kroner.",
                    "Give the year's index under `indices` in study.yaml, or use another year's kroner.",
                ),
            )


def _correlations(study: Study) -> Iterator[Problem]:
    pairs: set[frozenset[str]] = set()
    sound = True
    for index, correlation in enumerate(study.correlations):
        fault = _fault(study, correlation, pairs)
        if fault is not None:
            sound = False
            yield Problem(study.place("assumptions.yaml", "correlations", index), *fault)
        pairs.add(frozenset(correlation.between))
    if sound and study.correlations and not _is_possible(study):
        yield Problem(
            study.place("assumptions.yaml", "correlations"),
            Text("samvariasjonene kan ikke gjelde samtidig", "the correlations cannot all hold at once"),
            Text("Gjør en eller flere av dem svakere.", "Make one or more of them weaker."),
        )


def _fault(study: Study, correlation: Correlation, pairs: set[frozenset[str]]) -> tuple[Text, Text] | None:
    """What is wrong with one correlation, and the remedy; `pairs` are those given before it."""
    a, b = correlation.between
    two = Text("La paret være to usikre forutsetninger.", "Let the pair be two uncertain assumptions.")
    if a == b:
        return Text(f"`{a}` samvarierer alltid med seg selv", f"`{a}` always moves with itself"), two
    if frozenset((a, b)) in pairs:
        return (
            Text(f"`{a}` og `{b}` er et par lenger opp også", f"`{a}` and `{b}` are a pair further up too"),
            Text("Oppgi hvert par én gang.", "Give each pair once."),
        )
    for name in (a, b):
        if isinstance(study.assumptions[name].distribution, Exact | Formula):
            return (
                Text(
                    f"`{name}` har ingen fordeling av sin egen å samvariere med",
                    f"`{name}` has no distribution of its own to correlate",
                ),
                two,
            )
    return None


def correlation_matrix(study: Study) -> tuple[tuple[str, ...], list[list[float]]]:
    """The correlated assumptions and their correlations on the normal scale of a Gaussian copula.

    A rank correlation ρ is 2·sin(πρ/6) between the normal scores (Pearson 1907; Iman and Conover 1982).
    """
    names = tuple(dict.fromkeys(name for c in study.correlations for name in c.between))
    matrix = [[float(i == j) for j in range(len(names))] for i in range(len(names))]
    for c in study.correlations:
        i, j = (names.index(name) for name in c.between)
        matrix[i][j] = matrix[j][i] = 2 * math.sin(math.pi * c.rank / 6)
    return names, matrix


def _is_possible(study: Study) -> bool:
    """Whether the correlation matrix is positive definite: its smallest eigenvalue clears rounding."""
    import numpy as np  # only a study with correlations needs it here

    return bool(np.linalg.eigvalsh(np.array(correlation_matrix(study)[1])).min() > 1e-9)
