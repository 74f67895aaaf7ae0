"""`study.yaml`: the assignment, what it asks for, its goals, and the years the study looks at."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from samvirke.quantities.expressions import Constant, Expression
from samvirke.study.bindings import Claim, NotABinding, claim
from samvirke.study.concerned import Concerned
from samvirke.study.migration.lifting import FORMAT
from samvirke.study.organisation import PowerKind
from samvirke.study.plus_minus import UNREAD, PlusMinus
from samvirke.study.records import (
    ActorId,
    ActorIds,
    AlternativeId,
    Day,
    Frozen,
    Id,
    Number,
    Quantity,
    Record,
    ShortText,
    StudyText,
    TaskId,
    Whole,
    Year,
    YesNo,
    mistake,
)
from samvirke.study.shown import shown

# Our judgement: the step of DFØ's co-ordination ladder that each kind of power makes possible (decision 52).
LADDER: dict[PowerKind, int] = {
    "inform": 1, "demand_reports": 1, "convene": 2, "advise_in_cases": 2, "set_procedures": 3, "escalate": 3,
    "decide_disputes": 4, "allocate_money": 4, "instruct": 4,
}  # fmt: skip


class Discounting(Frozen):
    """The discount staircase: real rates, how many years each lasts, and from when they are counted.

    Left out, it is that of the circular in force on the study's date; R-109/14 and R-109/21 have the same,
    as used by Kystverket's FRAM 3.5.
    """

    rates: tuple[Annotated[Number, Field(ge=0, le=0.2)], ...] = Field(
        default=(0.04, 0.03, 0.02), description="real rates per year, as fractions: 0.04 is 4 %"
    )
    years: tuple[Annotated[Whole, Field(ge=1, le=500)], ...] = Field(
        default=(40, 35), description="how many years each rate but the last is used"
    )
    origin: Literal["comparison_year", "first_year"] = Field(
        default="comparison_year", description="the year from which the years are counted"
    )


def _claim(value: object) -> object:
    try:
        return claim(f"holds: {value}")
    except NotABinding:
        raise mistake(
            f"`{shown(value)}` er ikke en påstand om et tall",
            f"`{shown(value)}` is not a claim about a figure",
            "Skriv `alternativ: figur >= 0.9`; `any` står for minst ett av alternativene.",
            "Write `alternative: figure >= 0.9`; `any` stands for at least one of the alternatives.",
        ) from None


def _format(value: object) -> object:
    """The format itself, or what to do about one that this version does not read."""
    if isinstance(value, int) and not isinstance(value, bool) and value > FORMAT:
        raise mistake(
            f"studien er i format {value}, som er nyere enn denne versjonen av Samvirke",
            f"the study is of format {value}, which is newer than this version of Samvirke",
            "Bruk en nyere versjon av Samvirke.",
            "Use a newer version of Samvirke.",
        )
    if value != FORMAT or isinstance(value, bool | float | str):
        raise mistake(
            f"`{shown(value)}` er ikke et format",
            f"`{shown(value)}` is not a format",
            f"Skriv `format: {FORMAT}`, eller `format: 1` for en eldre studie, og deretter `samvirke "
            "migrate`.",
            f"Write `format: {FORMAT}`, or `format: 1` for an older study, and then `samvirke migrate`.",
        )
    return value


def _ladder(value: object) -> object:
    """A study says only the steps that it sees otherwise."""
    return {**LADDER, **value} if isinstance(value, dict) else value


class Requirement(Record):
    """One thing the assignment asks for, and where the study meets it."""

    text: StudyText
    met_by: StudyText | None = Field(default=None, description="where in the study or the report it is met")
    holds: Annotated[Claim, BeforeValidator(_claim, json_schema_input_type=str)] | None = Field(
        default=None, description="what the figures must say for it to be met: `any: ceiling.strict >= 0.995`"
    )


class Measure(Frozen):
    """A figure that a goal is read from, and which way is better."""

    figure: str = Field(max_length=100, description="the name of a figure, such as `pathway.lost`")
    better: Literal["higher", "lower"] = Field(description="which way is better")


class Goal(Record):
    """What the assignment wants to achieve."""

    text: StudyText
    measures: tuple[Measure, ...] = Field(default=(), description="the figures the goal is read from")


def _alternative_or_none(value: object) -> object:
    return None if value == "none" else value


class Assignment(Record):
    """The commission behind a study, its rules for time and money, and its recommendation."""

    format: Annotated[Literal[2], BeforeValidator(_format, json_schema_input_type=Literal[2])] = Field(
        description="the version of the format of a study"
    )
    title: ShortText
    assignment: StudyText | None = Field(default=None, description="what was asked for, in short")
    commissioned: YesNo = Field(
        default=True,
        description="false for a study that nobody has asked for: `client` is then whoever would decide, "
        "`lead` and `participants` the bodies it is about, and the report says so",
    )
    client: ActorId = Field(description="who gave the assignment")
    lead: ActorId = Field(description="who leads the study")
    participants: ActorIds = Field(description="who takes part in the study")
    deadline: Day = Field(description="when the study is due")
    as_of: Day = Field(description="the date whose law, names and facts the study uses")
    base_year: Year = Field(description="the year that “today” is")
    first_year: Year = Field(description="the first year the study looks at")
    horizon: Whole = Field(ge=1, le=60, description="how many years the study looks ahead")
    price_year: Year = Field(description="the year whose kroner all amounts are told in")
    comparison_year: Year = Field(description="the year whose discount factor is 1")
    total_note: StudyText | None = Field(
        default=None, description="what a reader must know of how today's total was found"
    )
    index: str = Field(default="kpi", max_length=40, description="price index for money of other years")
    indices: dict[str, dict[Whole, Annotated[Number, Field(gt=0)]]] = Field(
        default_factory=dict, description="price indices of the study's own: name → year → index"
    )
    discounting: Discounting = Field(
        default=Discounting(), description="real discount rates and how long each lasts"
    )
    tax_cost: Annotated[Expression, Quantity("share", high=1.0)] = Field(
        default=Constant(0.2),
        description="what a krone of public money costs society beyond the krone itself",
    )
    hours_per_fte: Annotated[Expression, Quantity("hours/FTE", above_low=True)] = Field(
        description="working hours in a work-year"
    )
    areas: dict[Id, StudyText] = Field(
        default_factory=dict,
        description="areas of the study's own, in the order in which they are shown, besides the common ones",
    )
    coordination_task: TaskId | None = Field(
        default=None, description="the task whose doer is the co-ordinator"
    )
    ladder: Annotated[dict[PowerKind, Annotated[Whole, Field(ge=1, le=4)]], BeforeValidator(_ladder)] = Field(
        default=LADDER,
        description="kind of power → the step of the co-ordination ladder it makes possible, 1 to 4",
    )
    plus_minus: PlusMinus | None = Field(
        default=None, description="what importance and magnitude of effects together are told as"
    )
    requirements: dict[Id, Requirement] = Field(description="what the assignment asks for, one by one")
    goals: dict[Id, Goal] = Field(description="what the assignment wants to achieve")
    not_affected: dict[Concerned, StudyText] = Field(
        default_factory=dict,
        description="those whom the instructions name and no effect falls on, and why; or that nobody looked",
    )
    level: Literal["minimum", "simplified", "full"] = Field(
        description="how thorough the instructions for official studies require the study to be"
    )
    level_reason: StudyText = Field(description="why this level")
    recommendation: Annotated[
        AlternativeId | None,
        BeforeValidator(_alternative_or_none, json_schema_input_type=AlternativeId | Literal["none"]),
    ] = Field(description="the alternative that is recommended, or `none`")
    recommendation_reason: StudyText = Field(description="why it is recommended, or why none is")

    @property
    def years(self) -> range:
        """The calendar years the study looks at."""
        return range(self.first_year, self.first_year + self.horizon)

    @property
    def scale(self) -> PlusMinus:
        """The plus–minus scale: the study's own, or the one nobody has held against the printed matrix."""
        return self.plus_minus or UNREAD

    @model_validator(mode="after")
    def _order_of_years(self) -> Assignment:
        if self.first_year < self.base_year:
            raise mistake(
                f"første år ({self.first_year}) er før basisåret ({self.base_year})",
                f"the first year ({self.first_year}) is before the base year ({self.base_year})",
                "Sett `first_year` lik basisåret eller senere.",
                "Set `first_year` to the base year or later.",
                "first_year",
            )
        if len(self.discounting.years) + 1 != len(self.discounting.rates):
            raise mistake(
                "kalkulasjonsrenten har ikke ett trinn mer enn den har varigheter",
                "the discount rates are not one more than the durations",
                "Skriv én varighet for hver rente unntatt den siste, som gjelder videre.",
                "Write one duration for each rate but the last, which goes on.",
                "discounting",
            )
        return self
