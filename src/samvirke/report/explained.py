"""A figure that is being explained, with the plan and the changes behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from samvirke.alternatives.plan import Plan
from samvirke.consequences.interfaces import Interfaces, interfaces
from samvirke.language import Text
from samvirke.provenance import Figure
from samvirke.report.naming import figure_label
from samvirke.study.study import Study, Written
from samvirke.uncertainty.results import Results


@dataclass(frozen=True)
class Explained:
    """A figure and its plan; `changes` are zero's and the alternative's by id, with the plan they are of."""

    results: Results
    figure: Figure
    plan: Plan
    changes: Mapping[str, tuple[Plan, Written]]

    @property
    def study(self) -> Study:
        """The study as the changes leave it."""
        return self.plan.final

    @cached_property
    def meetings(self) -> Interfaces:
        """The bodies that meet in the end; asked of every pair of them, so worked out once."""
        return interfaces(self.plan.final)

    @property
    def label(self) -> Text:
        """What the figure is called."""
        return self.called(self.figure.name)

    def called(self, name: str) -> Text:
        """What a figure of the same alternative is called."""
        return label_in(self.results, self.figure.alternative, name)

    @property
    def written(self) -> tuple[Written, ...]:
        """The changes alone."""
        return tuple(written for _, written in self.changes.values())


def label_in(results: Results, alternative: str, name: str) -> Text:
    """What a figure is called, with the names of what the alternative makes too."""
    today, final = results.study, results.plans[alternative].final
    actors, spending = {**final.actors, **today.actors}, {**final.spending, **today.spending}
    return figure_label(today.with_(actors=actors, spending=spending), name)


def explained(results: Results, figure: Figure) -> Explained:
    """What is needed to explain a figure."""
    changes: dict[str, tuple[Plan, Written]] = {}
    for owner in dict.fromkeys((results.zero, figure.alternative)):
        if owner in results.study.alternatives:
            plan = results.plans[owner]
            changes |= {written.change.id: (plan, written) for written in results.study.changes(owner)}
    return Explained(results, figure, results.plans[figure.alternative], changes)
