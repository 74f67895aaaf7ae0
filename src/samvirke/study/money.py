"""Budget lines, what is spent on the effort, what a change costs once, and how long it takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from samvirke.language import short_number
from samvirke.quantities.expressions import ONE, Constant, Expression, times
from samvirke.quantities.prices import factor_of
from samvirke.study.records import (
    ActorId,
    Frozen,
    Id,
    LineId,
    Link,
    Named,
    Number,
    Quantity,
    Record,
    Share,
    ShortText,
    Starts,
    StudyText,
    TaskId,
    Whole,
    Year,
    YesNo,
    mistake,
)

FUNDED_ELSEWHERE = ("municipal", "own")
MoneyPerYear = Annotated[Expression, Quantity("MNOK/yr")]
MoneyPerFte = Annotated[Expression, Quantity("MNOK/FTE")]
Money = Annotated[Expression, Quantity("NOK")]
Fte = Annotated[Expression, Quantity("FTE")]


class Appropriation(Frozen):
    """Money voted to a whole line in one year; MNOK, in that year's kroner."""

    amount: Annotated[Number, Field(ge=0, le=1e9)] = Field(description="million kroner")
    year: Year = Field(description="the year it was voted for")


class Line(Named):
    """A chapter and item of the state budget."""

    chapter: Annotated[Whole, Field(ge=1, le=9999)] = Field(description="the chapter of the state budget")
    item: Annotated[Whole, Field(ge=1, le=99)] = Field(description="the item of the chapter")
    text: StudyText | None = None
    side: Literal["expenditure", "income"] = Field(
        default="expenditure", description="whether it is expenditure or income"
    )
    ministry: ActorId = Field(description="the ministry whose budget it is in")
    holder: ActorId = Field(description="the actor that disposes of it")
    appropriation: Appropriation | None = Field(default=None, description="what the whole line was voted")
    keyword: StudyText | None = Field(
        default=None, description="the budget's own word for the line, such as `kan overføres`"
    )

    @property
    def is_transfer(self) -> bool:
        """Whether the item is for transfers to others (items 50 to 89)."""
        return 50 <= self.item <= 89

    def voted(self, price_year: int, index: Mapping[int, float]) -> float | None:
        """What the whole line was voted, in kroner of a year by a price index; None where it is not known."""
        given = self.appropriation
        if given is None or (given.year != price_year and not {given.year, price_year} <= index.keys()):
            return None
        return given.amount * 1e6 * factor_of(index, given.year, price_year)

    @property
    def label(self) -> str:
        """Chapter and item as budget documents write them."""
        return f"{self.chapter}.{self.item:02d}"


def _shares(value: object) -> object:
    return {value: 1.0} if isinstance(value, str) else value


class Spending(Named):
    """Money that an actor spends on tasks of the effort, from one line or another means."""

    name: ShortText | None = None
    actor: ActorId = Field(description="who spends it; for grants, the recipient")
    tasks: Annotated[
        dict[TaskId, Share], BeforeValidator(_shares, json_schema_input_type=TaskId | dict[TaskId, Share])
    ] = Field(description="what it is for: a task, or task → share")
    line: LineId | None = Field(default=None, description="the budget line that pays")
    funded_by: Annotated[Id, Link("funding")] | None = Field(
        default=None, description="what else pays: a grant row, `municipal` or `own`"
    )
    kind: Literal["personnel", "operations", "grant", "purchase", "investment"] = Field(
        description="what the money is spent on"
    )
    amount: MoneyPerYear | None = Field(default=None, description="what the row costs a year")
    fte: Fte | None = Field(default=None, description="work-years")
    cost_per_fte: MoneyPerFte | None = Field(
        default=None, description="what one work-year costs, all included"
    )
    from_month: Starts | None = Field(
        default=None, alias="from", description="the first month the row runs, when it has not always"
    )
    until: Starts | None = Field(default=None, description="the first month in which the row no longer runs")
    per: Annotated[Id, Link("step")] | None = Field(
        default=None,
        description="the step or exit whose persons the amount is counted per; it is then kroner a person",
    )
    administered_by: TaskId | None = Field(default=None, description="the task that administers the grant")
    buys: Literal["services", "income"] = Field(
        default="services", description="whether a grant buys services, or is income to somebody"
    )
    one_off: YesNo = Field(default=False, description="paid once, not each year")
    life: Annotated[Expression, Quantity("years", above_low=True)] | None = Field(
        default=None, description="how many years what an investment buys can be used"
    )
    ordinary: YesNo = Field(
        default=False, description="an agency's ordinary case work: shown beside, not in today's total"
    )

    @property
    def yearly(self) -> Expression:
        """What the row costs a year, in kroner of the study's price year."""
        if self.amount is not None:
            return self.amount
        assert self.fte is not None and self.cost_per_fte is not None
        return times(self.fte, self.cost_per_fte)

    @property
    def in_effort(self) -> bool:
        """Whether the row is state money spent on the effort itself, not on ordinary case work."""
        return self.line is not None and not self.ordinary

    @property
    def counts(self) -> bool:
        """Whether the row belongs to today's total: state money of the effort that recurs (decision 9)."""
        return self.in_effort and not self.one_off

    @model_validator(mode="after")
    def _whole(self) -> Spending:
        self._refuse_amounts()
        self._refuse_kind_or_months()
        self._refuse_shares()
        return self

    def _refuse_amounts(self) -> None:
        """Who pays, and how much, are each told in one way."""
        if (self.line is None) == (self.funded_by is None):
            raise mistake(
                "raden må ha enten `line` eller `funded_by`, og ikke begge",
                "the row must have either `line` or `funded_by`, and not both",
                "Skriv budsjettposten i `line`, eller hvem som ellers betaler i `funded_by`.",
                "Give the budget line in `line`, or whoever else pays in `funded_by`.",
            )
        if (self.amount is None) == (self.cost_per_fte is None):
            raise mistake(
                "raden må ha enten `amount` eller `fte` med `cost_per_fte`",
                "the row must have either `amount` or `fte` with `cost_per_fte`",
                "Skriv beløpet per år, eller årsverkene og hva ett årsverk koster.",
                "Give the amount per year, or the work-years and what one of them costs.",
            )
        if self.cost_per_fte is not None and self.fte is None:
            raise mistake(
                "`cost_per_fte` står uten `fte`",
                "`cost_per_fte` stands without `fte`",
                "Skriv antallet årsverk i `fte`.",
                "Give the number of work-years in `fte`.",
                "cost_per_fte",
            )
        if self.per is not None:
            raise mistake(
                "beløp per person kan ikke regnes ut ennå",
                "an amount per person cannot be worked out yet",
                "Ta bort `per`, og skriv beløpet i millioner kroner i året.",
                "Take `per` away, and give the amount in NOK million a year.",
                "per",
            )

    def _refuse_kind_or_months(self) -> None:
        """What a grant must have, and what only an investment has; and months in their order."""
        if self.kind == "grant" and self.administered_by is None:
            raise mistake(
                "et tilskudd mangler `administered_by`",
                "a grant has no `administered_by`",
                "Skriv oppgaven som forvalter tilskuddet.",
                "Name the task that administers the grant.",
            )
        if self.life is not None and self.kind != "investment":
            raise mistake(
                "`life` gjelder bare investeringer",
                "`life` is only for investments",
                "Ta bort `life`, eller skriv `kind: investment`.",
                "Take `life` away, or write `kind: investment`.",
                "life",
            )
        if self.from_month and self.until and self.until <= self.from_month:
            raise mistake(
                "`until` er ikke etter `from`",
                "`until` is not after `from`",
                "`until` er den første måneden raden ikke gjelder lenger.",
                "`until` is the first month in which the row no longer runs.",
                "until",
            )

    def _refuse_shares(self) -> None:
        """The shares of the tasks are the whole row."""
        plain = [share.value for share in self.tasks.values() if isinstance(share, Constant)]
        if not self.tasks or (len(plain) == len(self.tasks) and abs(sum(plain) - 1) > 1e-6):
            raise mistake(
                f"andelene av oppgavene blir {short_number(sum(plain), 'nb')}, ikke 1",
                f"the shares of the tasks add to {sum(plain):g}, not 1",
                "La andelene bli 1 til sammen.",
                "Let the shares add to 1.",
                "tasks",
            )


class PerFte(Frozen):
    """What it costs once, for each work-year, to change where people belong."""

    nok_per_fte: Annotated[Expression, Quantity("NOK/FTE")] = Field(description="one-off cost per work-year")
    dip: Share = Field(description="the share of the work that is lost at first")
    months: Annotated[Expression, Quantity("months")] = Field(
        description="how long it takes until the work is back where it was"
    )
    staff_loss: Share | None = Field(default=None, description="the share of the staff that leaves")


class AgreementForm(Frozen):
    """What an agreement costs its parties, and what it does to hand-offs between them."""

    hours_per_party_year: Annotated[Expression, Quantity("hours/yr")] = Field(
        description="working hours each party spends on it a year"
    )
    delay: Annotated[Expression, Quantity("factor")] = Field(
        default=ONE, description="factor on the days lost in a hand-off"
    )
    loss: Annotated[Expression, Quantity("factor")] = Field(
        default=ONE, description="factor on the chance of losing the person"
    )
    rework: Annotated[Expression, Quantity("factor")] = Field(
        default=ONE, description="factor on the chance of being sent back"
    )


class Agreements(Frozen):
    """The forms an agreement can have."""

    agreement: AgreementForm = Field(description="a written agreement")
    joint_team: AgreementForm = Field(description="a joint team")
    shared_premises: AgreementForm = Field(description="shared premises")


Months = Annotated[Expression, Quantity("months")]


class Durations(Record):
    """How long it takes until a change can be in force, step by step."""

    decision: Months = Field(description="from the study's deadline until it is decided what to do")
    hearing: Months = Field(description="a public hearing of a law or a regulation")
    regulation: Months = Field(description="drafting and adopting a regulation, the hearing apart")
    law: Months = Field(description="drafting a law and taking it through the Storting, the hearing apart")
    before_hearing: Share = Field(
        default=Constant(0.5),
        description="the share of the work on a law or a regulation that comes before its hearing",
    )
    agreement: Months = Field(description="an agreement between ministries or other bodies")
    instruction: Months = Field(description="an instruction or a letter of allocation")
    employees: Months = Field(
        description="information, talks with the unions and an agreement on reorganisation"
    )
    recruitment: Months = Field(description="filling a new post")
    handover: Months = Field(description="handing over files, systems and grants in progress")
    budget_lead: Months = Field(
        description="how long before 1 January a change between chapters must be decided to be in the budget"
    )


class Transition(Record):
    """What a move, a merger, a new post or a new rule costs once, and how long it takes."""

    no_move: PerFte = Field(description="per work-year that changes neither town nor employer")
    new_host: PerFte = Field(description="per work-year that changes employer")
    geographic: PerFte = Field(description="per work-year that changes town")
    new_post: PerFte = Field(description="per new post")
    new_agency: Money = Field(description="setting up an agency")
    scheme_setup: Money = Field(description="setting up a grant scheme with a new administrator")
    legal_change: Money = Field(description="making a law or a regulation")
    agreement: Agreements = Field(description="what each form of agreement costs and does")
    overhead_follows: Share = Field(
        default=ONE, description="the share of a work-year's cost that the old host can shed"
    )
    ex_ante_factor: Annotated[Expression, Quantity("factor")] = Field(
        default=ONE, description="what estimates made beforehand are multiplied with"
    )
    durations: Durations | None = Field(
        default=None, description="how long it takes until a change can be in force"
    )
