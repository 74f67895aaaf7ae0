"""The states of the organisation that the report holds against each other: today, and each alternative."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from samvirke.alternatives.plan import Plan
from samvirke.language import Text
from samvirke.provenance import Figure
from samvirke.report.document import Break, Column, Piece, Pieces, Words, words
from samvirke.report.words.naming import actor_name, alternative_name, short_name
from samvirke.report.words.wording import linked, names, told
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results


@dataclass(frozen=True, slots=True)
class State:
    """One column of a comparison: its heading, and the organisation when all of the plan is in place."""

    id: str
    heading: Text
    plan: Plan

    @property
    def study(self) -> Study:
        """The study as the plan leaves it."""
        return self.plan.final

    @property
    def unchanged(self) -> bool:
        """Whether nothing is changed in it."""
        return not any(phase.changes for phase in self.plan.phases)


def states(results: Results) -> tuple[State, ...]:
    """The zero alternative first, called today where it changes nothing, and then every other."""
    own = State(results.zero, alternative_name(results.study, results.zero), results.plans[results.zero])
    first = replace(own, heading=Text("I dag", "Today")) if own.unchanged else own
    others = (State(n, alternative_name(results.study, n), results.plans[n]) for n in results.compared)
    return (first, *others)


def heads(first: Text, every: tuple[State, ...]) -> tuple[Column, ...]:
    """The headings of a table with one column for each state."""
    return (Column(first), *(Column(state.heading) for state in every))


def name_in(every: tuple[State, ...], actor: str) -> Text:
    """An actor's name in the first state that has it."""
    return actor_name(_where(every, actor), actor)


def short_in(every: tuple[State, ...], actor: str) -> Text:
    """An actor's short name in the first state that has it."""
    return short_name(_where(every, actor), actor)


def number_of(results: Results, state: State, figure: str, tell: Callable[[Figure], Text] = told) -> Words:
    """A figure of the state, leading to what it rests on; a dash where there is none."""
    found = results.figure(state.id, figure)
    return words("–", "–") if found is None else linked(found, tell(found))


def gathered(told: Iterable[tuple[State, Pieces]]) -> tuple[Piece, ...]:
    """What is said of each state, one line for all states of which the same is said."""
    alike: dict[Pieces, list[Text]] = {}
    for state, said in told:
        alike.setdefault(said, []).append(state.heading)
    found: list[Piece] = []
    for said, headings in alike.items():
        found += [Break()] if found else []
        found += [Words(names(headings), None, True), words(": ", ": "), *said]
    return tuple(found)


def as_before(every: tuple[State, ...]) -> Text:
    """What is said of a thing that is as in the first state."""
    if every[0].unchanged:
        return Text("som i dag", "as today")
    return Text("som i nullalternativet", "as in the zero alternative")


def in_first(every: tuple[State, ...]) -> Text:
    """When or where something is as in the first state."""
    return (
        Text("i dag", "today")
        if every[0].unchanged
        else Text("i nullalternativet", "in the zero alternative")
    )


def than_before(every: tuple[State, ...]) -> Text:
    """What a state is held against, in a comparison: “more than today”."""
    if every[0].unchanged:
        return Text("enn i dag", "than today")
    return Text("enn i nullalternativet", "than in the zero alternative")


def _where(every: tuple[State, ...], actor: str) -> Study:
    """The first state that has the actor; today's study for one that even the zero alternative ends."""
    return next((state.study for state in every if actor in state.study.actors), every[0].plan.today)
