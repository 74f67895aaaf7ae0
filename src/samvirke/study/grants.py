"""`grant_schemes.yaml`: what the rules of a grant scheme say, how it is run, and what is criticised.

Almost every field may be left out, and then it is not known. What the rules are known not to have is named in
`lacks`, so that what nobody has looked up is never told as a fault of the scheme.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from samvirke.language import Text
from samvirke.study.money import MoneyPerYear
from samvirke.study.records import (
    ActorId,
    LineId,
    Named,
    Record,
    ShortText,
    SourceIds,
    StudyText,
    TaskId,
    Year,
    YesNo,
    many,
    mistake,
)

# Regulations on Financial Management, 6.2.1 a-d, and the body that hears appeals. What (e) asks, evaluation,
# is only to be considered, and no scheme lacks it.
Element = Literal[
    "goal", "target_group", "achievement_criteria", "award_criteria", "follow_up", "appeal_body"
]
Measured = Literal["user", "society", "activity"]


def _stated(value: object) -> object:
    """A bare text where a text with sources could stand."""
    bare = isinstance(value, str | Text) or (
        isinstance(value, dict) and not value.keys().isdisjoint(("nb", "en"))
    )
    return {"text": value} if bare else value


class Statement(Record):
    """Something that is said of a scheme, with what that rests on; a bare text is one without sources."""

    text: StudyText


Stated = Annotated[Statement, BeforeValidator(_stated, json_schema_input_type=StudyText | Statement)]


class Event(Statement):
    """What happened to the scheme in a year."""

    year: Year = Field(description="when it happened")


class Criterion(Statement):
    """One criterion of goal achievement."""

    measures: Measured | None = Field(
        default=None, description="what it measures: effect for users, effect for society, or activity only"
    )


class SchemeRules(Record):
    """What is known of the rules themselves."""

    text: StudyText | None = None
    published: YesNo | None = Field(default=None, description="whether anybody can read them")
    regulation: YesNo | None = Field(default=None, description="whether they are a regulation (forskrift)")


class Announcement(Statement):
    """How the grants are announced."""

    award_criteria: YesNo | None = Field(
        default=None, description="whether the award criteria stand in the announcement"
    )


class Reporting(Statement):
    """What recipients must report."""

    achievement: YesNo | None = Field(
        default=None, description="whether they must report on the criteria of goal achievement"
    )


class Weakness(Record):
    """Something that is wrong with the scheme, and who said so."""

    text: StudyText
    said_by: SourceIds = Field(default=(), description="who said so; ids in sources.yaml")

    @model_validator(mode="after")
    def _said_by_somebody(self) -> Weakness:
        if not self.said_by and self.judgement is None:
            raise mistake(
                "en svakhet har verken `said_by` eller `judgement`",
                "a weakness has neither `said_by` nor `judgement`",
                "Skriv kilden i `said_by`, eller si i `judgement` at det er vår vurdering, og hvorfor.",
                "Give the source in `said_by`, or say in `judgement` that it is our own, and why.",
            )
        return self


def _several(value: object) -> object:
    """One statement where a list of them could stand."""
    return value if isinstance(value, list | tuple) else (value,)


class GrantScheme(Named):
    """A grant scheme: who runs it follows from the task that administers it, and its money from the rows."""

    name: ShortText
    task: TaskId = Field(description="the task that administers it; the `administered_by` of its grant rows")
    lines: Annotated[
        tuple[LineId, ...], BeforeValidator(many, json_schema_input_type=LineId | tuple[LineId, ...])
    ] = Field(default=(), description="the lines it is paid from, where no grant row says so")
    history: tuple[Event, ...] = Field(default=(), description="how the scheme came to be as it is")
    goal: Stated | None = Field(default=None, description="the state that is wanted for the target group")
    target_group: Stated | None = Field(default=None, description="those whom the scheme is for in the end")
    recipients: Stated | None = Field(default=None, description="those who can receive grants")
    achievement_criteria: tuple[Criterion, ...] = Field(
        default=(), description="how one is to see whether the goal is reached"
    )
    award_criteria: Annotated[
        tuple[Stated, ...],
        BeforeValidator(_several, json_schema_input_type=StudyText | Statement | tuple[Stated, ...]),
    ] = Field(default=(), description="who gets how much, and for what")
    follow_up: Stated | None = Field(default=None, description="follow-up and control of recipients")
    evaluation: Stated | None = Field(default=None, description="when and how the scheme is evaluated")
    rules: SchemeRules | None = Field(default=None, description="what is known of the rules themselves")
    announcement: (
        Annotated[Announcement, BeforeValidator(_stated, json_schema_input_type=StudyText | Announcement)]
        | None
    ) = Field(default=None, description="how the grants are announced, and whom that reaches")
    appeal_body: ActorId | None = Field(default=None, description="who hears appeals today")
    impartiality: Stated | None = Field(
        default=None, description="how impartiality is seen to when applications are handled"
    )
    reporting: (
        Annotated[Reporting, BeforeValidator(_stated, json_schema_input_type=StudyText | Reporting)] | None
    ) = Field(default=None, description="what recipients must report, and when")
    administrative_cost: MoneyPerYear | None = Field(
        default=None, description="what it costs to administer the scheme in a year"
    )
    responsibility: Stated | None = Field(
        default=None,
        description="how two ministries divide the responsibility, where the administrator is not the line's",
    )
    lacks: tuple[Element, ...] = Field(
        default=(), description="what the rules are known not to have; what is merely left out is not known"
    )
    weaknesses: tuple[Weakness, ...] = Field(default=(), description="what is wrong with it, and who said so")
    not_known: tuple[Stated, ...] = Field(
        default=(), description="what else is not known of it, that the reader should know is not"
    )

    @model_validator(mode="after")
    def _lacks_what_it_has_not(self) -> GrantScheme:
        both = next((name for name in self.lacks if self.has(name)), None)
        if both is not None:
            raise mistake(
                f"`{both}` er oppgitt, og står likevel under `lacks`",
                f"`{both}` is given, and yet stands under `lacks`",
                "Ta det bort fra ett av stedene.",
                "Take it away from one of the two.",
                "lacks",
            )
        return self

    def has(self, name: str) -> bool:
        """Whether a field is given."""
        value: Any = getattr(self, name)
        return value is not None and value != ()
