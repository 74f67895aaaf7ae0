"""`alternatives/*.yaml` and `packages.yaml`: changes to today's study, and how they meet the challenges."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from samvirke.study.assumptions import Assumption
from samvirke.study.changes import AnyChange
from samvirke.study.records import (
    ActorId,
    ChallengeId,
    Frozen,
    Id,
    Named,
    PackageIds,
    Record,
    ShortText,
    SourceIds,
    StudyText,
    YesNo,
    mistake,
)

Degree = Literal["wholly", "partly", "not", "worse"]


class ChallengeAnswer(Frozen):
    """How far an alternative meets a challenge, and the figure or judgement this rests on."""

    degree: Degree = Field(description="how far the challenge is met")
    how: StudyText = Field(description="how it is met, in words")
    figure: str | None = Field(
        default=None, max_length=100, description="the name of the figure it is read from, if any"
    )
    judgement: StudyText | None = Field(
        default=None, description="our judgement in words, where no figure shows it"
    )

    @model_validator(mode="after")
    def _rests_on_something(self) -> ChallengeAnswer:
        if self.figure is None and self.judgement is None:
            raise mistake(
                "svaret bygger ikke på noe",
                "the answer rests on nothing",
                "Skriv navnet på et tall i `figure`, eller en vurdering i `judgement`.",
                "Give the name of a figure in `figure`, or a judgement in `judgement`.",
            )
        return self


class GrantAdministrator(Frozen):
    """Who administers the grant scheme under the alternative: always said, also when nothing changes."""

    actor: Id
    reason: StudyText
    appeal_body: Id | None = Field(
        default=None, description="who hears appeals, where the decider is a new one"
    )
    responsibility: StudyText | None = Field(
        default=None,
        description="how two ministries divide the responsibility, where the administrator is not the line's",
    )
    running_grants: StudyText | None = Field(
        default=None,
        description="what is done with grants already given, where the administrator is a new one",
    )


class WeighedHost(Frozen):
    """A host that was weighed for the unit, with what speaks for it and against it."""

    actor: ActorId
    favour: StudyText = Field(alias="for", description="what speaks for this host")
    against: StudyText = Field(description="what speaks against it")
    source: SourceIds = Field(default=(), description="one or more ids in sources.yaml")


MAX_CHANGES = 1000  # of one alternative; planning compares each with those before it


def _in_order(changes: tuple[AnyChange, ...]) -> None:
    """Refuse changes that stand twice, or before one that starts later."""
    seen: set[str] = set()
    for number, (before, change) in enumerate(zip((None, *changes), changes, strict=False)):
        if change.id in seen:
            raise mistake(
                f"endringen `{change.id}` står to ganger",
                f"the change `{change.id}` stands twice",
                "Gi hver endring sin egen id.",
                "Give each change an id of its own.",
                *("changes", number, "id"),
            )
        seen.add(change.id)
        if before is not None and change.start < before.start:
            raise mistake(
                f"`{change.id}` starter {change.start}, før endringen foran ({before.start})",
                f"`{change.id}` starts {change.start}, before the change ahead of it ({before.start})",
                "Skriv endringene i den rekkefølgen de starter.",
                "Write the changes in the order in which they start.",
                *("changes", number, "start"),
            )


class Package(Named):
    """Changes that belong together and are part of several alternatives."""

    name: ShortText
    text: StudyText = Field(description="what the changes do together, in a few sentences")
    changes: tuple[AnyChange, ...] = Field(
        min_length=1, max_length=MAX_CHANGES, description="what is done, in the order in which it starts"
    )

    @model_validator(mode="after")
    def _changes_in_order(self) -> Package:
        _in_order(self.changes)
        return self


class Alternative(Record):
    """A list of changes with reasons; the zero alternative is written the same way."""

    id: Id
    name: ShortText
    summary: StudyText = Field(description="what the alternative is, in a few sentences")
    zero: YesNo = Field(
        default=False, description="today with policy already adopted; every other alternative is built on it"
    )
    at: dict[Id, Id] = Field(default_factory=dict, description="its cell in the grid of options")
    grant_administrator: GrantAdministrator | None = Field(
        default=None, description="who administers the grants under the alternative"
    )
    answers: dict[ChallengeId, ChallengeAnswer] = Field(
        default_factory=dict, description="challenge → how the alternative meets it"
    )
    weighed: tuple[WeighedHost, ...] = Field(
        default=(), description="the hosts that were weighed for the unit"
    )
    includes: PackageIds = Field(
        default=(), description="packages whose changes are part of it, made before its own of the same month"
    )
    changes: tuple[AnyChange, ...] = Field(
        max_length=MAX_CHANGES, default=(), description="what is done, in the order in which it starts"
    )
    assumptions: dict[Id, Assumption] = Field(
        default_factory=dict, description="assumptions that only this alternative needs"
    )

    @model_validator(mode="after")
    def _changes_in_order(self) -> Alternative:
        _in_order(self.changes)
        return self

    @model_validator(mode="after")
    def _packages_once(self) -> Alternative:
        twice = next((key for key in self.includes if self.includes.count(key) > 1), None)
        if twice is not None:
            raise mistake(
                f"pakken `{twice}` er tatt med to ganger",
                f"the package `{twice}` is included twice",
                "Ta bort den ene.",
                "Take one away.",
                "includes",
            )
        return self

    @model_validator(mode="after")
    def _zero_follows_decisions(self) -> Alternative:
        if self.zero and self.includes:
            raise mistake(
                "nullalternativet kan ikke bygge på en pakke",
                "the zero alternative cannot include a package",
                "Skriv endringene i nullalternativet selv, med vedtaket i `adopted`.",
                "Write the changes in the zero alternative itself, with the decision in `adopted`.",
                "includes",
            )
        for number, change in enumerate(self.changes):
            if self.zero and change.adopted is None:
                raise mistake(
                    f"`{change.id}` i nullalternativet sier ikke hvilket vedtak den følger av",
                    f"`{change.id}` in the zero alternative does not name the decision behind it",
                    "Skriv kilden til vedtaket i `adopted`, eller flytt endringen til et annet alternativ.",
                    "Give the decision's source in `adopted`, or move the change to another alternative.",
                    *("changes", number),
                )
        return self
