"""`assumptions.yaml`: every uncertain quantity, what it rests on, and who could answer it better."""

from __future__ import annotations

import math
from typing import Annotated, Literal

from pydantic import BaseModel, Field, model_validator

from samvirke.quantities.distributions import (
    Beta,
    Distribution,
    Exact,
    Formula,
    Metalog,
    Triangular,
    Uniform,
    is_feasible,
)
from samvirke.quantities.expressions import FormulaError, parse_formula
from samvirke.quantities.units import UNITS
from samvirke.study.records import AssumptionId, Frozen, Id, Record, SourceId, StudyText, Year, mistake

Real = Annotated[float, Field(ge=-1e15, le=1e15)]


class Bounds(Frozen):
    """The two ends of a uniform distribution."""

    low: Real
    high: Real


class Peak(Bounds):
    """The two ends and the most likely value of a triangular distribution."""

    mode: Real


class Shape(Frozen):
    """The two parameters of a beta distribution."""

    a: Annotated[float, Field(gt=0, le=1e6)]
    b: Annotated[float, Field(gt=0, le=1e6)]


class Spread(Frozen):
    """Exactly one way of saying what a quantity may be."""

    value: Real | None = None
    p10: Real | None = None
    p50: Real | None = None
    p90: Real | None = None
    min: Real | None = None
    max: Real | None = None
    triangular: Peak | None = None
    uniform: Bounds | None = None
    beta: Shape | None = None
    formula: Annotated[str, Field(max_length=500)] | None = None

    @model_validator(mode="after")
    def _one_distribution(self) -> Spread:
        percentiles = (self.p10, self.p50, self.p90)
        forms = [self.value, self.triangular, self.uniform, self.beta, self.formula]
        given = sum(form is not None for form in forms) + any(p is not None for p in percentiles)
        if given != 1:
            raise mistake(
                f"{given} fordelinger er oppgitt; det skal være nøyaktig én",
                f"{given} distributions are given; there must be exactly one",
                "Oppgi bare én av `value`, `p10`/`p50`/`p90`, `triangular`, `uniform`, `beta` og `formula`.",
                "Give just one of `value`, `p10`/`p50`/`p90`, `triangular`, `uniform`, `beta` and `formula`.",
            )
        if any(p is not None for p in percentiles) and None in percentiles:
            raise mistake(
                "en av `p10`, `p50` og `p90` mangler",
                "one of `p10`, `p50` and `p90` is missing",
                "Oppgi alle tre.",
                "Give all three.",
            )
        _possible(self.distribution)
        return self

    @property
    def distribution(self) -> Distribution:
        """The distribution, in the assumption's own unit and price year."""
        if self.value is not None:
            return Exact(self.value)
        if self.triangular is not None:
            return Triangular(self.triangular.low, self.triangular.mode, self.triangular.high)
        if self.uniform is not None:
            return Uniform(self.uniform.low, self.uniform.high)
        if self.beta is not None:
            low = 0.0 if self.min is None else self.min
            return Beta(self.beta.a, self.beta.b, low, 1.0 if self.max is None else self.max)
        if self.formula is not None:
            return Formula(_parsed(self.formula))
        assert self.p10 is not None and self.p50 is not None and self.p90 is not None
        return Metalog(self.p10, self.p50, self.p90, self.min, self.max)


def _parsed(formula: str):  # type: ignore[no-untyped-def]
    try:
        return parse_formula(formula)
    except FormulaError as error:
        raise mistake(
            f"formelen kan ikke leses: {error}",
            f"the formula cannot be read: {error}",
            "Bruk id-er, tall, + − * / og parenteser, med mellomrom rundt minustegn.",
            "Use ids, numbers, + − * / and parentheses, with spaces round a minus sign.",
        ) from None


def _possible(spread: Distribution) -> None:
    """Refuse a distribution that cannot exist."""
    match spread:
        case Uniform(low, high):
            if not low < high:
                raise mistake(
                    f"jevn fordeling fra {low:g} til {high:g} har ingen bredde",
                    f"uniform from {low:g} to {high:g} has no width",
                    "La `low` være mindre enn `high`.",
                    "Let `low` be less than `high`.",
                )
        case Triangular(low, mode, high):
            if not (low <= mode <= high and low < high):
                raise mistake(
                    f"trekantfordeling med lavest {low:g}, mest sannsynlig {mode:g} og høyest {high:g}",
                    f"triangular with low {low:g}, mode {mode:g} and high {high:g}",
                    "Den mest sannsynlige verdien må ligge mellom den laveste og den høyeste.",
                    "The mode must lie between low and high.",
                )
        case Metalog():
            _possible_metalog(spread)
        case Beta(_, _, low, high):
            if not low < high:
                raise mistake(
                    f"betafordeling fra {low:g} til {high:g} har ingen bredde",
                    f"beta from {low:g} to {high:g} has no width",
                    "La `min` være mindre enn `max`.",
                    "Let `min` be less than `max`.",
                )
        case _:
            pass


def _possible_metalog(spread: Metalog) -> None:
    low = -math.inf if spread.low is None else spread.low
    high = math.inf if spread.high is None else spread.high
    if not low < spread.p10 < spread.p50 < spread.p90 < high:
        raise mistake(
            "`min`, `p10`, `p50`, `p90` og `max` stiger ikke",
            "`min`, `p10`, `p50`, `p90` and `max` do not rise",
            "Skriv dem i stigende rekkefølge, uten like verdier.",
            "Write them in rising order, none of them equal.",
        )
    if not is_feasible(spread):
        raise mistake(
            f"ingen glatt fordeling går gjennom {spread.p10:g}, {spread.p50:g} og {spread.p90:g}",
            f"no smooth distribution passes through {spread.p10:g}, {spread.p50:g} and {spread.p90:g}",
            "Flytt `p50` nærmere midten av de to andre, eller bruk `triangular`.",
            "Move `p50` nearer the middle of the other two, or use `triangular`.",
        )


class NotUsed(Frozen):
    """Another value that somebody gives for the same quantity, and why it was not used."""

    value: Real
    source: SourceId
    why_not_used: StudyText


class Assumption(Spread, Record):
    """A named quantity with its unit, its distribution, and who stands behind it."""

    id: Id
    text: StudyText = Field(description="what the quantity is")
    unit: str
    price_year: Year | None = None
    status: Literal["ours", "asked", "answered", "disputed"] = "ours"
    question: StudyText | None = Field(default=None, description="what we would ask whoever could answer")
    also: tuple[NotUsed, ...] = ()

    @model_validator(mode="after")
    def _unit_and_price_year(self) -> Assumption:
        if self.unit not in UNITS:
            known = ", ".join(UNITS)
            raise mistake(
                f"enheten `{self.unit[:20]}` finnes ikke",
                f"there is no unit `{self.unit[:20]}`",
                f"Bruk en av disse: {known}.",
                f"Use one of these: {known}.",
            )
        is_money = UNITS[self.unit].is_money
        if is_money and self.price_year is None and self.formula is None:
            raise mistake(
                "et kronebeløp mangler prisår",
                "an amount of money has no price year",
                "Skriv hvilket års kroner det er i `price_year`.",
                "Say which year's kroner it is in `price_year`.",
            )
        if self.price_year is not None and (not is_money or self.formula is not None):
            raise mistake(
                "prisår hører bare til kronebeløp som ikke er regnet ut av andre",
                "a price year belongs only to money that is not worked out from others",
                "Ta bort `price_year`.",
                "Take `price_year` away.",
            )
        if isinstance(self.distribution, Metalog) and self.min is None:
            raise mistake(
                "`p10`, `p50` og `p90` uten `min` kan gi verdier under null",
                "`p10`, `p50` and `p90` without `min` can fall below zero",
                "Skriv `min: 0`, eller den minste verdien som er mulig.",
                "Write `min: 0`, or the least value that is possible.",
            )
        return self


class Correlation(Frozen):
    """Two assumptions that move together, by rank."""

    between: tuple[AssumptionId, AssumptionId]
    rank: Annotated[float, Field(ge=-1, le=1)]
    reason: StudyText


class AssumptionFile(BaseModel):
    """The two keys of `assumptions.yaml`."""

    model_config = {"frozen": True, "extra": "forbid"}

    assumptions: dict[Id, Assumption] = {}
    correlations: tuple[Correlation, ...] = ()
