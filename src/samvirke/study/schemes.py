"""What a grant scheme is tied to in a study: its rows, its lines, who administers it, and the ministries."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.errors import Problem
from samvirke.language import Text
from samvirke.study.grants import GrantScheme
from samvirke.study.money import Spending
from samvirke.study.study import Study


def rows_of(study: Study, scheme: GrantScheme) -> tuple[Spending, ...]:
    """The grant rows of a scheme: those that its task administers."""
    return tuple(row for row in study.spending.values() if row.administered_by == scheme.task)


def lines_of(study: Study, scheme: GrantScheme) -> tuple[str, ...]:
    """The lines that pay the scheme: those of its rows, or those that it names when no row has one."""
    found = dict.fromkeys(row.line for row in rows_of(study, scheme) if row.line is not None)
    return tuple(found) or scheme.lines


def administrators(study: Study, scheme: GrantScheme) -> tuple[str, ...]:
    """Who decides or does the task that administers the scheme; those who decide first."""
    parts = study.responsibility(scheme.task)
    return tuple(dict.fromkeys((*parts.decides, *parts.doers)))


def deciding_agencies(study: Study, scheme: GrantScheme) -> frozenset[str]:
    """The agencies, or other bodies, that decide on the grants."""
    return frozenset(study.agency(actor) for actor in study.responsibility(scheme.task).decides)


def has_new_decider(before: Study, after: Study, scheme: GrantScheme) -> bool:
    """Whether somebody decides on the grants afterwards who is of no agency that did so before."""
    return bool(deciding_agencies(after, scheme) - deciding_agencies(before, scheme))


def ministry(study: Study, actor: str) -> str | None:
    """The ministry that an actor is, or belongs under; None for those that belong under none."""
    above = study.above(actor)
    return above[-1] if above and study.actors[above[-1]].kind == "ministry" else None


def foreign_ministries(study: Study, scheme: GrantScheme) -> tuple[tuple[str, str], ...]:
    """(administrator's ministry, line's ministry) wherever the two are not the same.

    Regulations on Financial Management in Central Government, 6.2.4: the ministries must then clarify the
    division of responsibility.
    """
    over = dict.fromkeys(ministry(study, actor) for actor in administrators(study, scheme))
    paying = dict.fromkeys(study.lines[line].ministry for line in lines_of(study, scheme))
    return tuple((one, other) for one in over for other in paying if one is not None and one != other)


def scheme_problems(study: Study) -> Iterator[Problem]:
    """Two schemes with one task between them: nobody could tell whose rows are whose."""
    first: dict[str, str] = {}
    for key, scheme in study.grant_schemes.items():
        if scheme.task in first:
            yield Problem(
                study.place("grant_schemes.yaml", key, "task"),
                Text(
                    f"`{scheme.task}` forvalter alt ordningen `{first[scheme.task]}`",
                    f"`{scheme.task}` already administers the scheme `{first[scheme.task]}`",
                ),
                Text("Gi hver ordning en egen oppgave.", "Give each scheme a task of its own."),
            )
        first.setdefault(scheme.task, key)
