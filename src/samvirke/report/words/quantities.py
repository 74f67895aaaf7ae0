"""How a quantity is told: its unit, what it may be, and the formula it is worked out by."""

from __future__ import annotations

from samvirke.alternatives.verbs.set_ import VERSION
from samvirke.language import NO_BREAK_SPACE, Language, Text, number
from samvirke.quantities.distributions import (
    Beta,
    Distribution,
    Exact,
    Formula,
    Metalog,
    Triangular,
    Uniform,
)
from samvirke.quantities.expressions import Constant, Expression, Operation, Reference
from samvirke.report.document import Piece, Words, words
from samvirke.report.words.wording import both, inside_sentence
from samvirke.study.assumptions import Assumption
from samvirke.study.study import Study

UNITS: dict[str, Text] = {
    "MNOK": Text("mill. kr", "NOK million"),
    "MNOK/yr": Text("mill. kr i året", "NOK million a year"),
    "NOK": Text("kr", "NOK"),
    "NOK/yr": Text("kr i året", "NOK a year"),
    "MNOK/FTE": Text("mill. kr per årsverk", "NOK million per work-year"),
    "NOK/FTE": Text("kr per årsverk", "NOK per work-year"),
    "FTE": Text("årsverk", "work-years"),
    "share": Text("andel", "share"),
    "factor": Text("faktor", "factor"),
    "hours": Text("timer", "hours"),
    "hours/yr": Text("timer i året", "hours a year"),
    "hours/FTE": Text("timer per årsverk", "hours per work-year"),
    "months": Text("måneder", "months"),
    "years": Text("år", "years"),
    "days": Text("dager", "days"),
    "probability": Text("sannsynlighet", "probability"),
    "count": Text("antall", "count"),
    "cases/yr": Text("saker i året", "cases a year"),
    "persons": Text("personer", "persons"),
    "persons/yr": Text("personer i året", "persons a year"),
}

ONE: dict[str, Text] = {  # where one of them has a name of its own
    "FTE": Text("årsverk", "work-year"),
    "hours": Text("time", "hour"),
    "hours/yr": Text("time i året", "hour a year"),
    "hours/FTE": Text("time per årsverk", "hour per work-year"),
    "months": Text("måned", "month"),
    "years": Text("år", "year"),
    "days": Text("dag", "day"),
    "cases/yr": Text("sak i året", "case a year"),
    "persons": both(lambda _: "person"),
    "persons/yr": Text("person i året", "person a year"),
}

CURRENCY = "NOK"


def unit_name(unit: str) -> Text:
    """A unit as it is read."""
    return UNITS.get(unit, Text(unit, unit))


def quantity(amount: Text, unit: str) -> Text:
    """An amount that is written already, with its unit; in English the currency stands before the number.

    >>> quantity(Text("1", "1"), "months").nb, quantity(Text("1,5", "1.5"), "months").nb
    ('1 måned', '1,5 måneder')
    """
    after = ONE.get(unit, unit_name(unit)) if amount.nb == "1" else unit_name(unit)
    if not after["en"].startswith(CURRENCY):
        return Text(f"{amount.nb} {after.nb}", f"{amount['en']} {after['en']}")
    rest = after["en"].removeprefix(CURRENCY)
    return Text(f"{amount.nb} {after.nb}", f"{CURRENCY}{NO_BREAK_SPACE}{amount['en']}{rest}")


def plain(value: float, language: Language) -> str:
    """A number with as many decimals as it was written with, at most three."""
    decimals = next((d for d in range(4) if abs(value - round(value, d)) < 1e-9), 3)
    return number(value, language, decimals)


def value_of(study: Study, one: Assumption) -> tuple[Piece, ...]:
    """What the quantity may be, with its unit and price year."""
    year = one.price_year
    prices = Text("", "") if year is None else Text(f", {year}-kroner", f", {year} prices")
    form = one.distribution
    if isinstance(form, Formula):
        unit = unit_name(one.unit)
        told = both(lambda g: f"; {unit[g]}{prices[g]}")
        return (*formula(study, form.expression), Words(told))
    value = quantity(_range(form), one.unit)
    return (Words(both(lambda g: f"{value[g]}{prices[g]}")),)


def _range(form: Distribution) -> Text:
    """The numbers a distribution is given by."""
    match form:
        case Metalog(p10=a, p50=b, p90=c) | Triangular(low=a, mode=b, high=c):
            return both(lambda g: " / ".join(plain(x, g) for x in (a, b, c)))
        case Uniform(low, high):
            return both(lambda g: f"{plain(low, g)} – {plain(high, g)}")
        case Beta(a, b, low, high):
            return both(
                lambda g: (
                    f"{plain(low, g)} – {plain(high, g)}, "
                    + ("betafordelt" if g == "nb" else "beta distribution")
                    + f" ({plain(a, g)}; {plain(b, g)})"
                )
            )
        case Exact(value):
            return both(lambda g: plain(value, g))
        case _:
            raise TypeError(type(form))


SIGNS = {"+": " + ", "-": " − ", "*": " × ", "/": " ÷ "}
BINDS = {"+": 1, "-": 1, "*": 2, "/": 2}


def formula(study: Study, expression: Expression, around: int = 0) -> tuple[Piece, ...]:
    """A formula with its assumptions by their names; parentheses where `around` binds as tightly."""
    match expression:
        case Constant(value):
            return (Words(both(lambda g: plain(value, g))),)
        case Reference(version):
            name = version.split(VERSION)[0]
            text = inside_sentence(study.assumptions[name].text)
            return (Words(text, f"#assumption-{name}"),)
        case Operation(sign, left, right):
            binds = BINDS[sign]
            inner = (
                *formula(study, left, binds),
                words(SIGNS[sign], SIGNS[sign]),
                *formula(study, right, binds + 1),
            )
            return inner if binds >= around else (words("(", "("), *inner, words(")", ")"))
