"""`study.yaml`: the assignment, what it asks for, its goals, and the years the study looks at."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from samvirke.quantities.expressions import Constant, Expression
from samvirke.study.records import (
    ActorId,
    ActorIds,
    AlternativeId,
    Frozen,
    Id,
    Quantity,
    Record,
    StudyText,
    Year,
    mistake,
)


class Discounting(Frozen):
    """The discount staircase: real rates, how many years each lasts, and from when they are counted.

    Default: circular R-109/14 of the Ministry of Finance, as used by Kystverket's FRAM 3.5.
    """

    rates: tuple[Annotated[float, Field(ge=0, le=0.2)], ...] = (0.04, 0.03, 0.02)
    years: tuple[Annotated[int, Field(ge=1, le=500)], ...] = (40, 35)
    origin: Literal["comparison_year", "first_year"] = "comparison_year"


class Requirement(Record):
    """One thing the assignment asks for, and where the study meets it."""

    text: StudyText
    met_by: str | None = Field(default=None, max_length=200, description="a section, a figure or a rule code")


class Measure(Frozen):
    """A figure that a goal is read from, and which way is better."""

    figure: str = Field(max_length=100)
    better: Literal["higher", "lower"]


class Goal(Record):
    """What the assignment wants to achieve."""

    text: StudyText
    measures: tuple[Measure, ...] = ()


def _alternative_or_none(value: object) -> object:
    return None if value == "none" else value


class Assignment(Record):
    """The commission behind a study, its rules for time and money, and its recommendation."""

    format: Literal[1]
    title: StudyText
    assignment: StudyText | None = Field(default=None, description="what was asked for, in short")
    client: ActorId
    lead: ActorId
    participants: ActorIds
    deadline: datetime.date
    as_of: datetime.date
    base_year: Year = Field(description="the year that “today” is")
    first_year: Year
    horizon: int = Field(ge=1, le=60, description="how many years the study looks ahead")
    price_year: Year
    comparison_year: Year = Field(description="the year whose discount factor is 1")
    index: str = Field(default="kpi", max_length=40, description="price index for money of other years")
    indices: dict[str, dict[int, Annotated[float, Field(gt=0)]]] = Field(
        default_factory=dict, description="price indices of the study's own: name → year → index"
    )
    discounting: Discounting = Discounting()
    tax_cost: Annotated[Expression, Quantity("share", high=1.0)] = Constant(0.2)
    hours_per_fte: Annotated[Expression, Quantity("hours/FTE")]
    requirements: dict[Id, Requirement]
    goals: dict[Id, Goal]
    level: Literal["minimum", "simplified", "full"]
    level_reason: StudyText
    recommendation: Annotated[AlternativeId | None, BeforeValidator(_alternative_or_none)]
    recommendation_reason: StudyText

    @property
    def years(self) -> range:
        """The calendar years the study looks at."""
        return range(self.first_year, self.first_year + self.horizon)

    @model_validator(mode="after")
    def _order_of_years(self) -> Assignment:
        if self.first_year < self.base_year:
            raise mistake(
                f"første år ({self.first_year}) er før basisåret ({self.base_year})",
                f"the first year ({self.first_year}) is before the base year ({self.base_year})",
                "Sett `first_year` lik basisåret eller senere.",
                "Set `first_year` to the base year or later.",
            )
        if len(self.discounting.years) + 1 != len(self.discounting.rates):
            raise mistake(
                "kalkulasjonsrenten har ikke ett trinn mer enn den har varigheter",
                "the discount rates are not one more than the durations",
                "Skriv én varighet for hver rente unntatt den siste, som gjelder videre.",
                "Write one duration for each rate but the last, which goes on.",
            )
        return self
