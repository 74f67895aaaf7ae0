"""Budget lines, what is spent on the effort, and what a change costs once."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from samvirke.quantities.expressions import ONE, Constant, Expression, times
from samvirke.study.records import (
    ActorId,
    Frozen,
    Id,
    LineId,
    Link,
    Named,
    Quantity,
    Record,
    Share,
    Starts,
    StudyText,
    TaskId,
    Year,
    mistake,
)

FUNDED_ELSEWHERE = ("municipal", "own")
MoneyPerYear = Annotated[Expression, Quantity("MNOK/yr")]
MoneyPerFte = Annotated[Expression, Quantity("MNOK/FTE")]
Money = Annotated[Expression, Quantity("NOK")]
Fte = Annotated[Expression, Quantity("FTE")]


class Appropriation(Frozen):
    """Money voted to a whole line in one year; MNOK, in that year's kroner."""

    amount: Annotated[float, Field(ge=0, le=1e9)]
    year: Year


class Line(Named):
    """A chapter and item of the state budget."""

    chapter: Annotated[int, Field(ge=1, le=9999)]
    item: Annotated[int, Field(ge=1, le=99)]
    text: StudyText | None = None
    side: Literal["expenditure", "income"] = "expenditure"
    ministry: ActorId
    holder: ActorId
    appropriation: Appropriation | None = None
    keyword: StudyText | None = None

    @property
    def is_transfer(self) -> bool:
        """Whether the item is for transfers to others (items 50 to 89)."""
        return 50 <= self.item <= 89

    @property
    def label(self) -> str:
        """Chapter and item as budget documents write them."""
        return f"{self.chapter}.{self.item:02d}"


def _shares(value: object) -> object:
    return {value: 1.0} if isinstance(value, str) else value


class Spending(Named):
    """Money that an actor spends on tasks of the effort, from one line or another means."""

    name: StudyText | None = None
    actor: ActorId
    tasks: Annotated[dict[TaskId, Share], BeforeValidator(_shares)]
    line: LineId | None = None
    funded_by: Annotated[Id, Link("funding")] | None = None
    kind: Literal["personnel", "operations", "grant", "purchase", "investment"]
    amount: MoneyPerYear | None = None
    fte: Fte | None = None
    cost_per_fte: MoneyPerFte | None = None
    from_month: Starts | None = Field(default=None, alias="from")
    until: Starts | None = None
    per: Annotated[Id, Link("step")] | None = None
    administered_by: TaskId | None = None
    buys: Literal["services", "income"] = "services"
    one_off: bool = False
    ordinary: bool = Field(
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
            )
        if self.kind == "grant" and self.administered_by is None:
            raise mistake(
                "et tilskudd mangler `administered_by`",
                "a grant has no `administered_by`",
                "Skriv oppgaven som forvalter tilskuddet.",
                "Name the task that administers the grant.",
            )
        if self.from_month and self.until and self.until <= self.from_month:
            raise mistake(
                "`until` er ikke etter `from`",
                "`until` is not after `from`",
                "`until` er den første måneden raden ikke gjelder lenger.",
                "`until` is the first month in which the row no longer runs.",
            )
        plain = [share.value for share in self.tasks.values() if isinstance(share, Constant)]
        if not self.tasks or (len(plain) == len(self.tasks) and abs(sum(plain) - 1) > 1e-6):
            raise mistake(
                f"andelene av oppgavene blir {sum(plain):g}, ikke 1",
                f"the shares of the tasks add to {sum(plain):g}, not 1",
                "La andelene bli 1 til sammen.",
                "Let the shares add to 1.",
            )
        return self


class PerFte(Frozen):
    """What it costs once, for each work-year, to change where people belong."""

    nok_per_fte: Annotated[Expression, Quantity("NOK/FTE")]
    dip: Share
    months: Annotated[Expression, Quantity("months")]
    staff_loss: Share | None = None


class AgreementForm(Frozen):
    """What an agreement costs its parties, and what it does to hand-offs between them."""

    hours_per_party_year: Annotated[Expression, Quantity("hours/yr")]
    delay: Annotated[Expression, Quantity("factor")] = ONE
    loss: Annotated[Expression, Quantity("factor")] = ONE
    rework: Annotated[Expression, Quantity("factor")] = ONE


class Agreements(Frozen):
    """The forms an agreement can have."""

    agreement: AgreementForm
    joint_team: AgreementForm
    shared_premises: AgreementForm


class Transition(Record):
    """What a move, a merger, a new post or a new rule costs once."""

    no_move: PerFte
    new_host: PerFte
    geographic: PerFte
    new_post: PerFte
    new_agency: Money
    scheme_setup: Money
    legal_change: Money
    agreement: Agreements
    overhead_follows: Share = ONE
    ex_ante_factor: Annotated[Expression, Quantity("factor")] = ONE
