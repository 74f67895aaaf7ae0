"""A figure that is being explained, with the plan and the changes behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from samvirke.alternatives.plan import Plan
from samvirke.consequences.interfaces import Interfaces, interfaces
from samvirke.language import Text
from samvirke.provenance import Figure
from samvirke.report.words.naming import figure_label, with_names
from samvirke.study.study import Study, Written
from samvirke.uncertainty.results import Results

Changes = Mapping[str, tuple[Plan, Written]]


@dataclass(frozen=True)
class Background:
    """What is behind every figure of one alternative, each thing worked out once."""

    results: Results
    alternative: str

    @property
    def plan(self) -> Plan:
        """The alternative laid out in time."""
        return self.results.plans[self.alternative]

    @cached_property
    def changes(self) -> Changes:
        """Zero's changes and the alternative's by id, with the plan they are of."""
        found: dict[str, tuple[Plan, Written]] = {}
        study = self.results.study
        for owner in dict.fromkeys((self.results.zero, self.alternative)):
            if owner in study.alternatives:
                plan = self.results.plans[owner]
                found |= {written.change.id: (plan, written) for written in study.changes(owner)}
        return found

    @cached_property
    def written(self) -> tuple[Written, ...]:
        """The changes alone."""
        return tuple(written for _, written in self.changes.values())

    @cached_property
    def in_force(self) -> frozenset[str]:
        """The changes that are in force at some time in the plan."""
        return frozenset(change for phase in self.plan.phases for change in phase.changes)

    @cached_property
    def meetings(self) -> Interfaces:
        """The bodies that meet in the end."""
        return interfaces(self.plan.final)

    @cached_property
    def named(self) -> Study:
        """Today's study with the names of what the alternative makes too."""
        return with_names(self.plan)

    def called(self, name: str) -> Text:
        """What a figure of the alternative is called."""
        return figure_label(self.named, name)

    def touching(self, task: str, actors: Iterable[str]) -> tuple[str, ...]:
        """The changes about a task, or about a unit among these that has or had a part in it, in order."""
        found = {*self._by_task.get(task, ())}.union(*(self._by_unit.get(actor, ()) for actor in actors))
        return tuple(self._ids[number] for number in sorted(found))

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(self.changes)

    @cached_property
    def _by_task(self) -> Mapping[str, list[int]]:
        """The changes of who has which part in each task, by their place in the order."""
        found: dict[str, list[int]] = {}
        for number, written in enumerate(self.written):
            change = written.change
            if change.verb in ("assign", "release", "move") and change.task is not None:
                found.setdefault(change.task, []).append(number)
        return found

    @cached_property
    def _by_unit(self) -> Mapping[str, list[int]]:
        """The changes that each unit is moved, merged or closed by, by their place in the order."""
        found: dict[str, list[int]] = {}
        for number, written in enumerate(self.written):
            change = written.change
            if change.verb in ("move", "merge", "close"):
                units = change.units if change.verb == "merge" else (change.unit,)
                for unit in units:  # a task that moves has none
                    if unit is not None:
                        found.setdefault(unit, []).append(number)
        return found


@dataclass(frozen=True)
class Explained:
    """A figure, what is behind it, and the alternative as which the organisation is told: mostly its own."""

    figure: Figure
    behind: Backgrounds
    background: Background
    seen: Background

    @property
    def results(self) -> Results:
        """The run that the figure is of."""
        return self.behind.results

    @property
    def plan(self) -> Plan:
        """The plan that the organisation is told by."""
        return self.seen.plan

    @property
    def changes(self) -> Changes:
        """Zero's changes and the alternative's by id, with the plan they are of."""
        return self.background.changes

    @property
    def study(self) -> Study:
        """The study as the changes leave it."""
        return self.plan.final

    @property
    def meetings(self) -> Interfaces:
        """The bodies that meet in the end."""
        return self.seen.meetings

    @property
    def label(self) -> Text:
        """What the figure is called."""
        return self.called(self.figure.name)

    def called(self, name: str) -> Text:
        """What a figure of the same alternative is called."""
        return self.background.called(name)

    @property
    def written(self) -> tuple[Written, ...]:
        """The changes alone."""
        return self.background.written

    def as_in_zero(self) -> Explained:
        """The same figure, with the organisation told as the zero alternative leaves it."""
        return replace(self, seen=self.behind.of(self.results.zero))


@dataclass(frozen=True)
class Backgrounds:
    """What is behind the figures of a run; to be kept for as long as figures are explained."""

    results: Results

    @cached_property
    def _each(self) -> Mapping[str, Background]:
        return {name: Background(self.results, name) for name in self.results.plans}

    def of(self, alternative: str) -> Background:
        """What is behind the figures of one alternative."""
        return self._each[alternative]

    def explained(self, figure: Figure) -> Explained:
        """What is needed to explain a figure."""
        background = self.of(figure.alternative)
        return Explained(figure, self, background, background)
