"""The whole study as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from samvirke.errors import Place
from samvirke.quantities.expressions import Expression
from samvirke.quantities.months import Month, year_span
from samvirke.quantities.prices import INDICES
from samvirke.study.alternative import Alternative, Package
from samvirke.study.assignment import Assignment
from samvirke.study.assumptions import Assumption, Correlation
from samvirke.study.document import Document
from samvirke.study.grants import GrantScheme
from samvirke.study.involvement import Excuse, Involved
from samvirke.study.money import Line, Spending, Transition
from samvirke.study.organisation import Actor, Duty, Power, Responsibility, Separation, Task
from samvirke.study.pathways import NonPricedEffect, Observation, Pathways
from samvirke.study.purposes import Challenge, Options
from samvirke.study.sources import Source
from samvirke.study.walking import mentioned_in

NOBODY = Responsibility()
# The maps that changes may have to tell anew, because their records mention an actor or an assumption.
MENTIONING = ("actors", "tasks", "responsibilities", "powers", "duties", "spending")


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two actors that work together in a stated form; made by `agree`, never written in a file."""

    parties: frozenset[str]
    form: str


@dataclass(frozen=True, slots=True)
class Written:
    """A change that is part of an alternative, and where it is written: its own file, or a package."""

    file: str
    path: tuple[str | int, ...]
    change: Any
    package: str | None = None


@dataclass(frozen=True)
class Study:
    """Everything a study folder says, at one point in time.

    Maps go from id to record and keep the order of the files. A changed study is a new `Study`.
    """

    assignment: Assignment
    sources: Mapping[str, Source]
    assumptions: Mapping[str, Assumption]
    correlations: tuple[Correlation, ...]
    actors: Mapping[str, Actor]
    tasks: Mapping[str, Task]
    responsibilities: Mapping[str, Responsibility]
    powers: Mapping[str, Power]
    duties: Mapping[str, Duty]
    rules: Mapping[str, Separation]
    challenges: Mapping[str, Challenge]
    options: Options
    lines: Mapping[str, Line]
    spending: Mapping[str, Spending]
    grant_schemes: Mapping[str, GrantScheme]
    transition: Transition | None
    pathways: Pathways
    observations: Mapping[str, Observation]
    effects: Mapping[str, NonPricedEffect]
    involvement: Mapping[str, Involved]
    excuses: tuple[Excuse, ...]
    texts: Mapping[str, str]
    packages: Mapping[str, Package]
    alternatives: Mapping[str, Alternative]
    agreements: tuple[Agreement, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict, compare=False, repr=False)
    digest: str = field(default="", compare=False)

    def with_(self, **changes: Any) -> Study:
        """The same study with some of its maps replaced."""
        return replace(self, **changes)

    def place(self, file: str, *path: str | int) -> Place:
        """Where a field of the study stands."""
        document = self.documents.get(file)
        return document.place(path) if document else Place(file, None, ".".join(map(str, path)))

    @property
    def start(self) -> Month:
        """The first month the study looks at."""
        return year_span(self.assignment.first_year)[0]

    @property
    def end(self) -> Month:
        """The month after the last one the study looks at."""
        return year_span(self.assignment.years[-1])[1]

    @property
    def zero(self) -> Alternative | None:
        """The zero alternative, when the study has written one."""
        return next((a for a in self.alternatives.values() if a.zero), None)

    @cached_property
    def titles_by_publisher_and_year(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """What each publisher has put out in a year, in the order of the file."""
        found: dict[tuple[str, str], dict[str, None]] = {}
        for source in self.sources.values():
            found.setdefault((source.publisher, source.date[:4]), {})[source.title] = None
        return {key: tuple(titles) for key, titles in found.items()}

    @cached_property
    def mentions(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """Map → id of an actor, an assumption or another thing → the records of the map that mention it."""
        found: dict[str, dict[str, set[str]]] = {name: {} for name in MENTIONING}
        for name, mentions in found.items():
            for key, record in getattr(self, name).items():
                for one in mentioned_in(record):
                    mentions.setdefault(one, set()).add(key)
        return {
            name: {one: frozenset(keys) for one, keys in mentions.items()} for name, mentions in found.items()
        }

    @cached_property
    def yearly(self) -> Mapping[str, Expression]:
        """What each spending row costs a year, in kroner of the study's price year."""
        return {key: row.yearly for key, row in self.spending.items()}

    def changes(self, alternative: str) -> tuple[Written, ...]:
        """Everything that an alternative changes, in the order in which it starts."""
        return self.written(self.alternatives[alternative])

    def written(self, alternative: Alternative) -> tuple[Written, ...]:
        """The same of an alternative that need not be the study's own; packages first in the same month."""
        found = [
            Written("packages.yaml", (key, "changes", number), change, key)
            for key in alternative.includes
            for number, change in enumerate(self.packages[key].changes)
        ]
        own = f"alternatives/{alternative.id}.yaml"
        found += [Written(own, ("changes", n), change) for n, change in enumerate(alternative.changes)]
        return tuple(sorted(found, key=lambda written: written.change.start))

    def index(self, name: str) -> Mapping[int, float]:
        """A price index by name; the study's own figures go before the built-in ones."""
        return {**INDICES.get(name, {}), **self.assignment.indices.get(name, {})}

    @property
    def has_grants(self) -> bool:
        """Whether the effort has grants, or a task of administering them."""
        pays = any(row.kind == "grant" for row in self.spending.values())
        return pays or any(task.area == "grants" for task in self.tasks.values())

    def responsibility(self, task: str) -> Responsibility:
        """Who has which part in a task; nobody when the study does not say."""
        return self.responsibilities.get(task, NOBODY)

    def above(self, actor: str) -> tuple[str, ...]:
        """The actor and everything it belongs to, nearest first."""
        found: list[str] = []
        current: str | None = actor
        while current is not None and current in self.actors and current not in found:
            found.append(current)
            current = self.actors[current].parent
        return tuple(found)

    def under(self, actor: str) -> tuple[str, ...]:
        """The actor and every actor below it, in file order."""
        below: dict[str, list[str]] = {}
        for key, other in self.actors.items():
            if other.parent is not None:
                below.setdefault(other.parent, []).append(key)
        found, pending = {actor}, [actor]
        while pending:
            new = [key for key in below.get(pending.pop(), ()) if key not in found]
            found.update(new)
            pending.extend(new)
        return tuple(key for key in self.actors if key in found)

    def agency(self, actor: str) -> str:
        """The nearest actor, itself or above, that is not a unit."""
        chain = self.above(actor)
        return next((a for a in chain if self.actors[a].kind != "unit"), chain[-1] if chain else actor)

    def operating_line(self, actor: str) -> str | None:
        """The operating line an actor's staff is paid from: its own, or the nearest above."""
        return next((line for a in self.above(actor) if (line := self.actors[a].operating_line)), None)

    def grant_line(self, actor: str) -> str | None:
        """The line an actor pays grants from: its own, or the nearest above."""
        return next((line for a in self.above(actor) if (line := self.actors[a].grant_line)), None)

    def payer(self, row: Spending) -> str | None:
        """Who pays a spending row: the holder of its line, or of the grant behind it."""
        if row.line is not None:
            return self.lines[row.line].holder
        behind = self.spending.get(row.funded_by or "")
        return self.payer(behind) if behind is not None else row.actor
