"""`assumptions.yaml`: every uncertain quantity, what it rests on, and who could answer it better."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Annotated, Literal

from pydantic import BaseModel, Field, model_validator

from samvirke.language import Text, short_number
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
from samvirke.quantities.expressions import Expression, FormulaError, parse_formula
from samvirke.quantities.units import UNITS
from samvirke.study.records import (
    AssumptionId,
    Frozen,
    Id,
    Number,
    Record,
    SourceId,
    StudyText,
    UnitName,
    Year,
    mistake,
)

WAYS = Text(
    "`value`, `p10`/`p50`/`p90`, `triangular`, `uniform`, `beta` og `formula`",
    "`value`, `p10`/`p50`/`p90`, `triangular`, `uniform`, `beta` and `formula`",
)

MAX_FORMULA = 500  # characters


class Bounds(Frozen):
    """The two ends of a uniform distribution."""

    low: Number = Field(description="the lowest value")
    high: Number = Field(description="the highest value")


class Peak(Bounds):
    """The two ends and the most likely value of a triangular distribution."""

    mode: Number = Field(description="the most likely value")


class Shape(Frozen):
    """The two parameters of a beta distribution."""

    a: Annotated[Number, Field(gt=0, le=1e6)] = Field(description="the first parameter, alpha")
    b: Annotated[Number, Field(gt=0, le=1e6)] = Field(description="the second parameter, beta")


class Spread(Frozen):
    """Exactly one way of saying what a quantity may be."""

    value: Number | None = Field(default=None, description="the value, when it is known")
    p10: Number | None = Field(default=None, description="one chance in ten of a lower value")
    p50: Number | None = Field(default=None, description="as likely to be lower as higher")
    p90: Number | None = Field(default=None, description="one chance in ten of a higher value")
    min: Number | None = Field(default=None, description="the least value that is possible")
    max: Number | None = Field(default=None, description="the greatest value that is possible")
    triangular: Peak | None = Field(default=None, description="lowest, most likely and highest value")
    uniform: Bounds | None = Field(default=None, description="every value between two bounds equally likely")
    beta: Shape | None = Field(default=None, description="a beta distribution between `min` and `max`")
    formula: Annotated[str, Field(max_length=MAX_FORMULA)] | None = Field(
        default=None, description="worked out from other assumptions, such as `salary * (1 + overhead)`"
    )

    @model_validator(mode="after")
    def _one_distribution(self) -> Spread:
        percentiles = (self.p10, self.p50, self.p90)
        forms = [self.value, self.triangular, self.uniform, self.beta, self.formula]
        given = sum(form is not None for form in forms) + any(p is not None for p in percentiles)
        if given == 0:
            raise mistake(
                "verdien mangler",
                "the value is missing",
                f"Skriv én av {WAYS.nb}.",
                f"Write one of {WAYS['en']}.",
            )
        if given > 1:
            raise mistake(
                f"verdien er oppgitt på {given} måter",
                f"the value is given in {given} ways",
                f"Behold bare én av {WAYS.nb}.",
                f"Keep just one of {WAYS['en']}.",
            )
        bounded = percentiles != (None, None, None) or self.beta is not None
        if not bounded and not self.min is self.max is None:
            raise mistake(
                "`min` og `max` hører bare til `p10`/`p50`/`p90` og `beta`",
                "`min` and `max` belong only to `p10`/`p50`/`p90` and `beta`",
                "Ta dem bort.",
                "Take them away.",
                "max" if self.min is None else "min",
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


@lru_cache(maxsize=10_000)
def _parsed(formula: str) -> Expression:
    try:
        return parse_formula(formula)
    except FormulaError as error:
        raise mistake(
            f"formelen kan ikke leses: {error.text.nb}",
            f"the formula cannot be read: {error.text['en']}",
            "Bruk id-er, tall, + − * / og parenteser, med mellomrom rundt tegnene.",
            "Use ids, numbers, + − * / and parentheses, with spaces round the signs.",
            "formula",
        ) from None


def _nb(value: float) -> str:
    return short_number(value, "nb")


def _possible(spread: Distribution) -> None:
    """Refuse a distribution that cannot exist."""
    match spread:
        case Uniform(low, high):
            if not low < high:
                raise mistake(
                    f"jevn fordeling fra {_nb(low)} til {_nb(high)} har ingen bredde",
                    f"uniform from {low:g} to {high:g} has no width",
                    "La `low` være mindre enn `high`.",
                    "Let `low` be less than `high`.",
                    "uniform",
                )
        case Triangular(low, mode, high):
            if not (low <= mode <= high and low < high):
                raise mistake(
                    f"trekantfordeling med lavest {_nb(low)}, mest sannsynlig {_nb(mode)} "
                    f"og høyest {_nb(high)}",
                    f"triangular with low {low:g}, mode {mode:g} and high {high:g}",
                    "Den mest sannsynlige verdien må ligge mellom den laveste og den høyeste.",
                    "The mode must lie between low and high.",
                    "triangular",
                )
        case Metalog():
            _possible_metalog(spread)
        case Beta(_, _, low, high):
            if not low < high:
                raise mistake(
                    f"betafordeling fra {_nb(low)} til {_nb(high)} har ingen bredde",
                    f"beta from {low:g} to {high:g} has no width",
                    "La `min` være mindre enn `max`.",
                    "Let `min` be less than `max`.",
                    "min",
                )
        case _:
            pass


def _possible_metalog(spread: Metalog) -> None:
    if spread.low is None:
        raise mistake(
            "`p10`, `p50` og `p90` uten `min` kan gi verdier under null",
            "`p10`, `p50` and `p90` without `min` can fall below zero",
            "Skriv `min: 0`, eller den minste verdien som er mulig.",
            "Write `min: 0`, or the least value that is possible.",
        )
    high = math.inf if spread.high is None else spread.high
    if not spread.low < spread.p10 < spread.p50 < spread.p90 < high:
        raise mistake(
            "`min`, `p10`, `p50`, `p90` og `max` stiger ikke",
            "`min`, `p10`, `p50`, `p90` and `max` do not rise",
            "Skriv dem i stigende rekkefølge, uten like verdier.",
            "Write them in rising order, none of them equal.",
            "p10",
        )
    if not is_feasible(spread):
        raise mistake(
            f"ingen glatt fordeling går gjennom {_nb(spread.p10)}, {_nb(spread.p50)} og {_nb(spread.p90)}",
            f"no smooth distribution passes through {spread.p10:g}, {spread.p50:g} and {spread.p90:g}",
            "Flytt `p50` nærmere midten av de to andre, eller bruk `triangular`.",
            "Move `p50` nearer the middle of the other two, or use `triangular`.",
            "p50",
        )


class NotUsed(Frozen):
    """Another value that somebody gives for the same quantity, and why it was not used."""

    value: Number
    source: SourceId = Field(description="an id in sources.yaml")
    why_not_used: StudyText = Field(description="why the value was not used")


class Assumption(Spread, Record):
    """A named quantity with its unit, its distribution, and who stands behind it."""

    id: Id
    text: StudyText = Field(description="what the quantity is")
    unit: UnitName
    price_year: Year | None = Field(default=None, description="whose year's kroner the amount is in")
    status: Literal["ours", "asked", "answered", "disputed"] = Field(
        default="ours",
        description="who stands behind the value: we alone, or somebody who was asked and has answered",
    )
    question: StudyText | None = Field(default=None, description="what we would ask whoever could answer")
    also: tuple[NotUsed, ...] = Field(
        default=(), description="other values for the same quantity that were not used"
    )

    @model_validator(mode="after")
    def _unit_and_price_year(self) -> Assumption:
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
                "price_year",
            )
        return self


class Correlation(Frozen):
    """Two assumptions that move together, by rank."""

    between: tuple[AssumptionId, AssumptionId] = Field(description="the two assumptions")
    # Two that always move together are one quantity, and the other a formula of it.
    rank: Annotated[Number, Field(gt=-1, lt=1)] = Field(description="rank correlation, between −1 and 1")
    reason: StudyText


class AssumptionFile(BaseModel):
    """The two keys of `assumptions.yaml`."""

    model_config = {"frozen": True, "extra": "forbid"}

    assumptions: dict[Id, Assumption] = Field(default_factory=dict, description="id → assumption")
    correlations: tuple[Correlation, ...] = Field(
        max_length=500, default=(), description="pairs of assumptions that move together"
    )
