"""The study as the changes so far have made it, and the sentences that say why a change cannot be made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel

from samvirke.language import Text
from samvirke.quantities.expressions import (
    Constant,
    Expression,
    Operation,
    Reference,
    references,
    replaced,
)
from samvirke.study.money import Spending, Transition
from samvirke.study.organisation import Actor, Responsibility, Task
from samvirke.study.study import Study
from samvirke.study.suggestion import did_you_mean


class ChangeError(Exception):
    """A change that cannot be made; the plan adds where it stands."""

    def __init__(self, text: Text, remedy: Text, field: str = "") -> None:
        self.text, self.remedy, self.field = text, remedy, field
        super().__init__(text["en"])


@dataclass(frozen=True)
class Situation:
    """One point in time: the study, and what earlier changes have made of ids and assumptions."""

    study: Study
    today: Study  # as no change has touched it
    became: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # old id → (new id, change)
    versions: Mapping[str, str] = field(default_factory=dict)  # assumption → its name since a `set`

    def with_(self, **maps: Any) -> Situation:
        """The same situation with some of the study's maps replaced."""
        return replace(self, study=self.study.with_(**maps))

    def now(self, expression: Expression) -> Expression:
        """An amount written in a change, told with the assumptions as they now stand."""
        return replaced(expression, self.versions)

    def actor(self, key: str, field: str) -> Actor:
        """An actor by id; raises ChangeError when there is none, or when it is only thought of."""
        found = self.study.actors.get(key)
        if found is None:
            raise self.unknown(key, field, self.study.actors, Text("en aktør", "an actor"))
        if not found.exists:
            raise ChangeError(
                Text(f"`{key}` finnes ikke ennå", f"`{key}` does not exist yet"),
                Text("Opprett den først med `establish`.", "Make it first with `establish`."),
                field,
            )
        return found

    def task(self, key: str, field: str = "task") -> Task:
        """A task by id; raises ChangeError when there is none."""
        found = self.study.tasks.get(key)
        if found is None:
            raise self.unknown(key, field, self.study.tasks, Text("en oppgave", "a task"))
        return found

    def row(self, key: str, field: str = "row") -> Spending:
        """A spending row by id; raises ChangeError when there is none."""
        found = self.study.spending.get(key)
        if found is None:
            raise self.unknown(key, field, self.study.spending, Text("en utgiftsrad", "a spending row"))
        return found

    def operating_line(self, actor: str, field: str) -> str:
        """The line that pays an actor's operations; raises ChangeError when it has none."""
        line = self.study.operating_line(actor)
        if line is None:
            raise ChangeError(
                Text(f"`{actor}` har ingen driftspost", f"`{actor}` has no operating line"),
                Text(
                    f"Skriv `operating_line` for `{actor}` eller for et organ over i actors.yaml.",
                    f"Give `operating_line` for `{actor}`, or for a body above it, in actors.yaml.",
                ),
                field,
            )
        return line

    def transition(self) -> Transition:
        """What things cost once; raises ChangeError when the study does not say."""
        if self.study.transition is None:
            raise ChangeError(
                Text("studien har ingen transition.yaml", "the study has no transition.yaml"),
                Text(
                    "Lag den; `samvirke new` skriver en med standardverdier.",
                    "Make it; `samvirke new` writes one with defaults.",
                ),
            )
        return self.study.transition

    def mentioning(self, name: str, ids: Iterable[str]) -> tuple[str, ...]:
        """The records of a map that may mention one of these: those that did today, and those changed since.

        So that a change to a few of many thousand records need not look through them all.
        """
        now, today = getattr(self.study, name), getattr(self.today, name)
        mentions = self.today.mentions[name]
        known = frozenset[str]().union(*(mentions.get(one, ()) for one in ids))
        if now is today:
            return tuple(key for key in now if key in known) if known else ()
        return tuple(key for key, record in now.items() if key in known or record is not today.get(key))

    def with_row(self, *rows: Spending) -> Situation:
        """The same situation with spending rows added or replaced."""
        return self.with_(spending={**self.study.spending, **{row.id: row for row in rows}})

    def with_responsibility(self, task: str, responsibility: Responsibility) -> Situation:
        """The same situation with who does what in one task replaced."""
        return self.with_(responsibilities={**self.study.responsibilities, task: responsibility})

    def rows_of(self, actors: Iterable[str]) -> tuple[Spending, ...]:
        """The spending rows of these actors, in file order."""
        wanted = set(actors)
        return tuple(row for row in self.study.spending.values() if row.actor in wanted)

    def unknown(self, key: str, field: str, known: Iterable[str], kind: Text) -> ChangeError:
        """The error of an id that is not, or no longer, that of a known thing."""
        if key in self.became:
            new, change = self.became[key]
            return ChangeError(
                Text(
                    f"`{key}` ble til `{new}` i endringen `{change}`",
                    f"`{key}` became `{new}` in change `{change}`",
                ),
                Text(f"Skriv `{new}`.", f"Write `{new}`."),
                field,
            )
        return ChangeError(
            Text(
                f"`{key}` er ikke {kind.nb} på dette tidspunktet",
                f"`{key}` is not {kind['en']} at this point",
            ),
            did_you_mean(
                key,
                tuple(known),
                Text("Rett id-en, eller opprett det først.", "Mend the id, or make it first."),
            ),
            field,
        )


def nothing_changes(nb: str, en: str, field: str = "") -> ChangeError:
    """The error of a change that leaves everything as it was."""
    return ChangeError(
        Text(f"endringen endrer ingenting: {nb}", f"the change changes nothing: {en}"),
        Text("Ta den bort, eller rett den.", "Take it away, or mend it."),
        field,
    )


def renamed_record(record: Any, names: Mapping[str, str]) -> Any:
    """The record with assumptions renamed in every quantity; the very same when it uses none of them."""
    if isinstance(record, BaseModel):
        fields = {name: getattr(record, name) for name in type(record).model_fields}
        new = {name: renamed_record(value, names) for name, value in fields.items()}
        changed = {name: value for name, value in new.items() if value is not fields[name]}
        return record.model_copy(update=changed) if changed else record
    if isinstance(record, Mapping):
        told = {key: renamed_record(value, names) for key, value in record.items()}
        return told if any(told[key] is not record[key] for key in told) else record
    if isinstance(record, tuple):
        each = tuple(renamed_record(value, names) for value in record)
        return each if any(new is not old for new, old in zip(each, record, strict=True)) else record
    if isinstance(record, Constant | Reference | Operation) and references(record) & names.keys():
        return replaced(record, names)
    return record
