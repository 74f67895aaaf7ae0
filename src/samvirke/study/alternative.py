"""`alternatives/*.yaml`: changes to today's study, how they meet the challenges, and why."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from samvirke.study.assumptions import Assumption
from samvirke.study.changes import AnyChange
from samvirke.study.records import ActorId, ChallengeId, Frozen, Id, Record, SourceIds, StudyText, mistake


class ChallengeAnswer(Frozen):
    """How far an alternative meets a challenge, and the figure or judgement this rests on."""

    degree: Literal["wholly", "partly", "not", "worse"]
    how: StudyText
    rests_on: StudyText


class GrantAdministrator(Frozen):
    """Who administers the grant scheme under the alternative: always said, also when nothing changes."""

    actor: Id
    reason: StudyText


class WeighedHost(Frozen):
    """A host that was weighed for the unit, with what speaks for it and against it."""

    actor: ActorId
    favour: StudyText = Field(alias="for")
    against: StudyText
    source: SourceIds = ()


class Alternative(Record):
    """A list of changes with reasons; the zero alternative is written the same way."""

    id: Id
    name: StudyText
    summary: StudyText
    zero: bool = False
    at: dict[Id, Id] = Field(default_factory=dict, description="its cell in the grid of options")
    grant_administrator: GrantAdministrator | None = None
    answers: dict[ChallengeId, ChallengeAnswer] = Field(default_factory=dict)
    weighed: tuple[WeighedHost, ...] = ()
    changes: tuple[AnyChange, ...] = ()
    assumptions: dict[Id, Assumption] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _changes_in_order(self) -> Alternative:
        seen: set[str] = set()
        for before, change in zip((None, *self.changes), self.changes, strict=False):
            if change.id in seen:
                raise mistake(
                    f"endringen `{change.id}` står to ganger",
                    f"the change `{change.id}` stands twice",
                    "Gi hver endring sin egen id.",
                    "Give each change an id of its own.",
                )
            seen.add(change.id)
            if before is not None and change.start < before.start:
                raise mistake(
                    f"`{change.id}` starter {change.start}, før endringen foran ({before.start})",
                    f"`{change.id}` starts {change.start}, before the change ahead of it ({before.start})",
                    "Skriv endringene i den rekkefølgen de starter.",
                    "Write the changes in the order in which they start.",
                )
            if self.zero and change.adopted is None:
                raise mistake(
                    f"`{change.id}` i nullalternativet sier ikke hvilket vedtak den følger av",
                    f"`{change.id}` in the zero alternative does not name the decision behind it",
                    "Skriv kilden til vedtaket i `adopted`, eller flytt endringen til et annet alternativ.",
                    "Give the source of the decision in `adopted`, or move the change to another alternative.",
                )
        return self
