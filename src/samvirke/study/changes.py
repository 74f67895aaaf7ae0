"""The verbs an alternative is written in. What each does is in `samvirke.alternatives.verbs`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, model_validator

from samvirke.quantities.expressions import Expression
from samvirke.study.assumptions import Spread
from samvirke.study.money import MoneyPerFte, Spending
from samvirke.study.organisation import ActorKind, LegalStep, Part, PowerKind
from samvirke.study.records import (
    AssumptionId,
    Frozen,
    Id,
    Link,
    Quantity,
    Record,
    Share,
    SourceId,
    Starts,
    StudyText,
    mistake,
)

# Ids inside a change may be of things that the alternative itself makes, so they are looked up when the
# change is applied, not when the file is read.
Ids = Annotated[tuple[Id, ...], BeforeValidator(lambda v: (v,) if isinstance(v, str) else v)]


class StopCriterion(Frozen):
    """When a pilot should end early: a figure and the value it must not pass."""

    figure: str = Field(max_length=100)
    threshold: float


class Change(Record):
    """What every change has: its id, when it starts, and why it is made."""

    id: Id
    start: Starts
    until: Starts | None = None
    reason: StudyText
    adopted: SourceId | None = Field(
        default=None, description="the decision, when the change is adopted policy"
    )
    instead_of: Id | None = Field(
        default=None, description="a change of the zero alternative that this replaces"
    )
    stop_criteria: tuple[StopCriterion, ...] = ()

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Change:
        if self.until is not None and self.until <= self.start:
            raise mistake(
                "`until` er ikke etter `start`",
                "`until` is not after `start`",
                "`until` er den første måneden endringen ikke gjelder lenger.",
                "`until` is the first month in which the change is no longer in force.",
            )
        return self


class NewUnit(Frozen):
    """A unit or an agency that a change makes."""

    id: Id
    name: StudyText
    kind: Annotated[ActorKind, Field()] = "unit"
    parent: Id
    place: StudyText
    operating_line: Annotated[Id, Link("line")] | None = None
    grant_line: Annotated[Id, Link("line")] | None = None


class Establish(Change):
    """Make a unit or an agency; staff and tasks come by changes of their own."""

    verb: Literal["establish"]
    unit: NewUnit


class Close(Change):
    """End a unit; its tasks and rows go to others, or end."""

    verb: Literal["close"]
    unit: Id
    tasks_to: Id | None = None
    rows_to: Id | None = None


class Move(Change):
    """Move a unit to another host, or a task to another actor."""

    verb: Literal["move"]
    unit: Id | None = None
    task: Id | None = None
    to: Id
    sender: Id | None = Field(default=None, alias="from")
    place: StudyText | None = None
    parts: tuple[Literal["does", "decides"], ...] = ()
    staff: Literal["follows", "stays"] | None = None
    money: Literal["all", "follows", "stays"] | None = None

    @model_validator(mode="after")
    def _unit_or_task(self) -> Move:
        if (self.unit is None) == (self.task is None):
            raise mistake(
                "`move` flytter enten en enhet eller en oppgave",
                "`move` moves either a unit or a task",
                "Skriv enten `unit` eller `task`.",
                "Write either `unit` or `task`.",
            )
        if self.task is not None and (self.sender is None or not self.parts or self.staff is None):
            raise mistake(
                "en oppgave som flyttes, trenger `from`, `parts` og `staff`",
                "a task that moves needs `from`, `parts` and `staff`",
                "Skriv hvem den flyttes fra, hvilke roller, og om årsverkene følger (`follows`) eller blir (`stays`).",
                "Say whom it moves from, which parts, and whether the staff `follows` or `stays`.",
            )
        if (self.task is not None and self.money == "all") or (
            self.unit and self.money in ("follows", "stays")
        ):
            raise mistake(
                f"`money: {self.money}` passer ikke her",
                f"`money: {self.money}` does not fit here",
                "Bruk `all` når en enhet flyttes, `follows` eller `stays` når en oppgave flyttes.",
                "Use `all` when a unit moves, `follows` or `stays` when a task moves.",
            )
        return self


class MergedUnit(Frozen):
    """The unit that several become."""

    id: Id
    name: StudyText
    parent: Id
    place: StudyText


class Merge(Change):
    """Make one unit of several."""

    verb: Literal["merge"]
    units: Annotated[tuple[Id, ...], Field(min_length=2)]
    into: MergedUnit


class Assign(Change):
    """Give an actor a part in a task; nobody and no money moves."""

    verb: Literal["assign"]
    task: Id
    actor: Id
    part: Part
    share: Share | None = None
    groups: tuple[Id, ...] = Field(default=(), alias="for")
    legal: LegalStep = "none"


class Release(Change):
    """Take a part in a task from an actor; nobody and no money moves."""

    verb: Literal["release"]
    task: Id
    actor: Id
    part: Part
    legal: LegalStep = "none"


class End(Frozen):
    """One end of a transfer: a spending row, a new one, or a line outside the effort."""

    row: Id | None = None
    new_row: Spending | None = None
    line: Annotated[Id, Link("line")] | None = None

    @model_validator(mode="after")
    def _one_end(self) -> End:
        if sum(end is not None for end in (self.row, self.new_row, self.line)) != 1:
            raise mistake(
                "en ende av en overføring er nøyaktig én av `row`, `new_row` og `line`",
                "an end of a transfer is exactly one of `row`, `new_row` and `line`",
                "Skriv raden, en ny rad, eller en post utenfor innsatsen.",
                "Name the row, a new row, or a line outside the effort.",
            )
        return self


def _needed(value: object) -> object:
    return value if value == "as-needed" else Quantity("MNOK/yr").read(value)


class Transfer(Change):
    """Move money from one end to another, each year for as long as the change is in force."""

    verb: Literal["transfer"]
    sender: Literal["new-appropriation"] | End = Field(alias="from")
    to: Literal["one-off", "recurring"] | End
    amount: Annotated[
        Literal["as-needed"] | Annotated[Expression, Quantity("MNOK/yr")], BeforeValidator(_needed)
    ]

    @model_validator(mode="after")
    def _possible_ends(self) -> Transfer:
        if isinstance(self.sender, End) and self.sender.new_row is not None:
            raise mistake(
                "en overføring kan ikke komme fra en rad som ikke finnes ennå",
                "a transfer cannot come from a row that does not exist yet",
                "Skriv `row`, `line` eller `new-appropriation` under `from`.",
                "Write `row`, `line` or `new-appropriation` under `from`.",
            )
        if self.amount == "as-needed" and isinstance(self.to, End):
            raise mistake(
                "`as-needed` gjelder bare overføringer til `one-off` eller `recurring`",
                "`as-needed` is only for transfers to `one-off` or `recurring`",
                "Skriv et beløp, eller la overføringen dekke et behov.",
                "Write an amount, or let the transfer meet a need.",
            )
        bare = isinstance(self.sender, End) and self.sender.line and isinstance(self.to, End) and self.to.line
        if bare or (self.sender == "new-appropriation" and isinstance(self.to, End) and self.to.line):
            raise mistake(
                "en overføring mellom to poster utenfor innsatsen hører ikke til studien",
                "a transfer between two lines outside the effort is not part of the study",
                "La minst én ende være en rad i spending.yaml.",
                "Let at least one end be a row of spending.yaml.",
            )
        return self


class Staff(Change):
    """Add or take away work-years; the money follows on the row's line."""

    verb: Literal["staff"]
    unit: Id | None = None
    row: Id | None = None
    new_row: Id | None = None
    fte: Annotated[
        Literal["all"] | Annotated[Expression, Quantity("FTE", low=None)] | None,
        BeforeValidator(lambda v: v if v in ("all", None) else Quantity("FTE", low=None).read(v)),
    ] = None
    share: Annotated[Expression, Quantity("share", low=-1.0, high=10.0)] | None = None
    cost_per_fte: MoneyPerFte | None = None
    tasks: (
        Annotated[dict[Id, Share], BeforeValidator(lambda v: {v: 1.0} if isinstance(v, str) else v)] | None
    ) = None
    line: Annotated[Id, Link("line")] | None = None
    by: Literal["vacancy"] | None = None

    @model_validator(mode="after")
    def _whom_and_how_many(self) -> Staff:
        if (self.unit is None) == (self.row is None):
            raise mistake(
                "`staff` trenger enten `unit` eller `row`",
                "`staff` needs either `unit` or `row`",
                "Skriv enheten, eller raden når enheten har flere.",
                "Name the unit, or the row when the unit has several.",
            )
        if (self.fte is None) == (self.share is None):
            raise mistake(
                "`staff` trenger enten `fte` eller `share`",
                "`staff` needs either `fte` or `share`",
                "Skriv hvor mange årsverk, eller hvilken andel av radens årsverk.",
                "Say how many work-years, or what share of the row's.",
            )
        if self.new_row is not None and not (self.unit and self.cost_per_fte and self.tasks):
            raise mistake(
                "en ny rad trenger `unit`, `cost_per_fte` og `tasks`",
                "a new row needs `unit`, `cost_per_fte` and `tasks`",
                "Skriv hvem som får årsverkene, hva de koster, og hva de skal gjøre.",
                "Say who gets the work-years, what they cost and what they are for.",
            )
        return self


class Agree(Change):
    """Two actors agree to work together in a stated form."""

    verb: Literal["agree"]
    between: tuple[Id, Id]
    form: Literal["agreement", "joint_team", "shared_premises"]
    absorbed: bool = Field(default=False, description="the hours are found within existing staff")


class Empower(Change):
    """Give an actor a power towards others."""

    verb: Literal["empower"]
    power: Id
    holder: Id
    over: Annotated[Literal["all"] | Ids, Field()]
    kind: PowerKind
    given_by: Id
    basis: StudyText
    legal: LegalStep
    task: Id | None = None


class Withdraw(Change):
    """Take a power away."""

    verb: Literal["withdraw"]
    power: Id
    legal: LegalStep = "none"


class Set(Change):
    """Let an assumption be something else from now on: believed, not derived."""

    verb: Literal["set"]
    assumption: AssumptionId
    to: Annotated[Spread, BeforeValidator(lambda v: v if isinstance(v, dict | Spread) else {"value": v})]


AnyChange = Annotated[
    Establish | Close | Move | Merge | Assign | Release | Transfer | Staff | Agree | Empower | Withdraw | Set,
    Field(discriminator="verb"),
]
