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
    Number,
    Quantity,
    Record,
    Share,
    ShortText,
    SourceId,
    Starts,
    StudyText,
    YesNo,
    mistake,
)

# Ids inside a change may be of things that the alternative itself makes, so they are looked up when the
# change is applied, not when the file is read.
Ids = Annotated[
    tuple[Id, ...],
    BeforeValidator(lambda v: (v,) if isinstance(v, str) else v, json_schema_input_type=Id | tuple[Id, ...]),
]
AmountPerYear = Annotated[Expression, Quantity("MNOK/yr")]
ChangeInFte = Annotated[Expression, Quantity("FTE", low=None)]
TaskShares = Annotated[
    dict[Id, Share],
    BeforeValidator(
        lambda v: {v: 1.0} if isinstance(v, str) else v, json_schema_input_type=Id | dict[Id, Share]
    ),
]


class StopCriterion(Frozen):
    """When a pilot should end early: a figure and the value it must not pass."""

    figure: str = Field(max_length=100, description="the name of a figure")
    threshold: Number = Field(description="the value it must not pass")


class Change(Record):
    """What every change has: its id, when it starts, and why it is made."""

    id: Id = Field(description="the id of the change, its own within the alternative")
    start: Starts = Field(description="the month from whose first day the change is in force")
    until: Starts | None = Field(
        default=None, description="the first month in which it is no longer in force"
    )
    reason: StudyText
    adopted: SourceId | None = Field(
        default=None, description="the decision, when the change is adopted policy"
    )
    instead_of: Id | None = Field(
        default=None, description="a change of the zero alternative that this replaces"
    )
    stop_criteria: tuple[StopCriterion, ...] = Field(default=(), description="when a pilot should end early")

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Change:
        if self.until is not None and self.until <= self.start:
            raise mistake(
                "`until` er ikke etter `start`",
                "`until` is not after `start`",
                "`until` er den første måneden endringen ikke gjelder lenger.",
                "`until` is the first month in which the change is no longer in force.",
                "until",
            )
        return self


class NewUnit(Frozen):
    """A unit or an agency that a change makes."""

    id: Id = Field(description="the id of what is made")
    name: ShortText
    kind: ActorKind = Field(default="unit", description="`unit` or `agency`")
    parent: Id = Field(description="what it belongs to")
    place: StudyText = Field(description="the town it sits in")
    operating_line: Annotated[Id, Link("line")] | None = Field(
        default=None, description="the line its staff and running costs are paid from"
    )
    grant_line: Annotated[Id, Link("line")] | None = Field(
        default=None, description="the line it pays grants from"
    )


class Establish(Change):
    """Make a unit or an agency; staff and tasks come by changes of their own."""

    verb: Literal["establish"]
    unit: NewUnit


class Close(Change):
    """End a unit; its tasks and rows go to others, or end."""

    verb: Literal["close"]
    unit: Id
    tasks_to: Id | None = Field(default=None, description="who takes over the unit's parts in tasks")
    rows_to: Id | None = Field(
        default=None, description="who takes over the unit's spending; without it the spending ends"
    )


class Move(Change):
    """Move a unit to another host, or a task to another actor."""

    verb: Literal["move"]
    unit: Id | None = None
    task: Id | None = None
    to: Id = Field(description="the new host, or the new actor of the task")
    sender: Id | None = Field(default=None, alias="from", description="who has the task today")
    place: StudyText | None = Field(default=None, description="the new town, when it changes")
    parts: tuple[Literal["does", "decides"], ...] = Field(
        default=(), description="which parts in the task move"
    )
    staff: Literal["follows", "stays"] | None = Field(
        default=None, description="whether the work-years spent on the task follow or stay"
    )
    money: Literal["all", "follows", "stays"] | None = Field(
        default=None,
        description="of a unit: `all` moves rows on other lines too; of a task: whether its grants follow",
    )

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
                "Skriv hvem den flyttes fra, hvilke roller, og `follows` eller `stays` for årsverkene.",
                "Say whom it moves from, which parts, and `follows` or `stays` for the staff.",
            )
        if (self.task is not None and self.money == "all") or (
            self.unit and self.money in ("follows", "stays")
        ):
            raise mistake(
                f"`money: {self.money}` passer ikke her",
                f"`money: {self.money}` does not fit here",
                "Bruk `all` når en enhet flyttes, `follows` eller `stays` når en oppgave flyttes.",
                "Use `all` when a unit moves, `follows` or `stays` when a task moves.",
                "money",
            )
        return self


class MergedUnit(Frozen):
    """The unit that several become."""

    id: Id = Field(description="the id of the new unit")
    name: ShortText
    parent: Id = Field(description="what the new unit belongs to")
    place: StudyText = Field(description="the town it sits in")


class Merge(Change):
    """Make one unit of several."""

    verb: Literal["merge"]
    units: Annotated[tuple[Id, ...], Field(min_length=2)] = Field(description="the units that become one")
    into: MergedUnit = Field(description="the unit they become")


class Assign(Change):
    """Give an actor a part in a task; nobody and no money moves."""

    verb: Literal["assign"]
    task: Id
    actor: Id
    part: Part = Field(description="the part that is given")
    share: Share | None = Field(default=None, description="the actor's share of the task, when several do it")
    groups: tuple[Id, ...] = Field(
        default=(), alias="for", description="the groups it does the task for, when not for all"
    )
    legal: LegalStep = Field(default="none", description="what must be changed in law first")


class Release(Change):
    """Take a part in a task from an actor; nobody and no money moves."""

    verb: Literal["release"]
    task: Id
    actor: Id
    part: Part = Field(description="the part that is taken away")
    legal: LegalStep = Field(default="none", description="what must be changed in law first")


class End(Frozen):
    """One end of a transfer: a spending row, a new one, or a line outside the effort."""

    row: Id | None = Field(default=None, description="a spending row")
    new_row: Spending | None = Field(default=None, description="a spending row that the transfer makes")
    line: Annotated[Id, Link("line")] | None = Field(
        default=None, description="a budget line, for money outside the effort"
    )

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
    sender: Literal["new-appropriation"] | End = Field(alias="from", description="where the money comes from")
    to: Literal["one-off", "recurring"] | End = Field(
        description="where it goes: a row, a line, or what other changes need once or each year"
    )
    amount: Annotated[
        Literal["as-needed"] | AmountPerYear,
        BeforeValidator(_needed, json_schema_input_type=Literal["as-needed"] | AmountPerYear),
    ] = Field(description="how much a year, or as much as is needed")

    @model_validator(mode="after")
    def _possible_ends(self) -> Transfer:
        if isinstance(self.sender, End) and self.sender.new_row is not None:
            raise mistake(
                "en overføring kan ikke komme fra en rad som ikke finnes ennå",
                "a transfer cannot come from a row that does not exist yet",
                "Skriv `row`, `line` eller `new-appropriation` under `from`.",
                "Write `row`, `line` or `new-appropriation` under `from`.",
                "from",
            )
        if self.amount == "as-needed" and isinstance(self.to, End):
            raise mistake(
                "`as-needed` gjelder bare overføringer til `one-off` eller `recurring`",
                "`as-needed` is only for transfers to `one-off` or `recurring`",
                "Skriv et beløp, eller la overføringen dekke et behov.",
                "Write an amount, or let the transfer meet a need.",
                "amount",
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
    row: Id | None = Field(default=None, description="the spending row, when the unit has several")
    new_row: Id | None = Field(default=None, description="the id of a new row for the work-years")
    fte: Annotated[
        Literal["all"] | ChangeInFte | None,
        BeforeValidator(
            lambda v: v if v in ("all", None) else Quantity("FTE", low=None).read(v),
            json_schema_input_type=Literal["all"] | ChangeInFte | None,
        ),
    ] = Field(
        default=None, description="work-years more (or fewer, with a minus), or `all` to take them all away"
    )
    share: Annotated[Expression, Quantity("share", low=-1.0, high=10.0)] | None = Field(
        default=None, description="the same as a share of the row's work-years"
    )
    cost_per_fte: MoneyPerFte | None = Field(
        default=None, description="what a work-year in the new row costs"
    )
    tasks: TaskShares | None = Field(
        default=None, description="what the work-years are for: a task, or task → share"
    )
    line: Annotated[Id, Link("line")] | None = Field(
        default=None, description="the line of the new row, when not the unit's own"
    )
    by: Literal["vacancy"] | None = Field(
        default=None,
        description="`vacancy`: posts that fall empty are not filled, so that nobody is redundant",
    )

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
    between: tuple[Id, Id] = Field(description="the two actors")
    form: Literal["agreement", "joint_team", "shared_premises"] = Field(
        description="how closely they work together"
    )
    absorbed: YesNo = Field(default=False, description="the hours are found within existing staff")


class Empower(Change):
    """Give an actor a power towards others."""

    verb: Literal["empower"]
    power: Id = Field(description="the id of the new power")
    holder: Id = Field(description="who gets the power")
    over: Annotated[Literal["all"] | Ids, Field(union_mode="left_to_right")] = Field(
        description="towards whom: actors, or `all`"
    )
    kind: PowerKind = Field(description="what the power allows")
    given_by: Id = Field(description="who gives the power")
    basis: StudyText = Field(description="what the power is based on")
    legal: LegalStep = Field(description="what must be changed in law first")
    task: Id | None = Field(default=None, description="the task it serves")


class Withdraw(Change):
    """Take a power away."""

    verb: Literal["withdraw"]
    power: Id = Field(description="the id of the power")
    legal: LegalStep = Field(default="none", description="what must be changed in law first")


class Set(Change):
    """Let an assumption be something else from now on: believed, not derived."""

    verb: Literal["set"]
    assumption: AssumptionId = Field(description="the id of the assumption")
    to: Annotated[
        Spread,
        BeforeValidator(
            lambda v: v if isinstance(v, dict | Spread) else {"value": v},
            json_schema_input_type=Number | Spread,
        ),
    ] = Field(description="its new value or distribution, in the same unit")


AnyChange = Annotated[
    Establish | Close | Move | Merge | Assign | Release | Transfer | Staff | Agree | Empower | Withdraw | Set,
    Field(discriminator="verb"),
]
