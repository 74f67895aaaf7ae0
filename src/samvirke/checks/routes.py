"""Where people can get to: the routes of a group, as far as any of its shares can be more than nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from samvirke.quantities.expressions import ZERO
from samvirke.study.handing import going_on
from samvirke.study.study import Study


def onward(study: Study, group: str) -> Mapping[str, tuple[str, ...]]:
    """Step → the steps and exits that somebody of the group can go to from it."""
    routes = study.pathways.routes.get(group, {})
    return {
        step: tuple(target for target, share in targets.items() if share != ZERO)
        for step, targets in routes.items()
    }


def reached(study: Study, group: str) -> tuple[str, ...]:
    """The steps and exits that somebody of the group can come to, in the order in which they are met."""
    return _from(onward(study, group), (study.pathways.groups[group].enters,))


def leads_out(study: Study, group: str) -> frozenset[str]:
    """The steps from which somebody of the group can come to an exit, or to a step with no way on."""
    ways = onward(study, group)
    back: dict[str, list[str]] = {}
    for step, targets in ways.items():
        for target in targets:
            back.setdefault(target, []).append(step)
    ends = [target for target in back if target not in ways]
    return frozenset(_from(back, ends))


def performers(study: Study, group: str, step: str) -> tuple[str, ...]:
    """Those who do the task of a step for a group."""
    does = study.responsibility(study.pathways.steps[step].task).does
    return tuple(doer.actor for doer in does if not doer.groups or group in doer.groups)


def on_routes(study: Study) -> Iterator[tuple[str, str]]:
    """Every pair of bodies in different agencies where one hands somebody over to the other on a route."""
    steps = study.pathways.steps
    for group in study.pathways.groups:
        ways = onward(study, group)
        for step in reached(study, group):
            givers = performers(study, group, step) if step in steps else ()
            known = {study.agency(giver) for giver in givers}
            for then in ways.get(step, ()):
                takers = performers(study, group, then) if then in steps else ()
                yield from ((a, b) for a in givers for b in takers if study.agency(b) not in known)


def handed_over(study: Study) -> tuple[tuple[str, str], ...]:
    """Who hands over to whom, on the ways of persons and on the routes of groups; each pair once."""
    found: dict[tuple[str, str], None] = {}
    for person in study.pathways.persons.values():
        for number in range(len(person.way)):
            found.update(dict.fromkeys(going_on(study, person.way, number)[1]))
    found.update(dict.fromkeys(on_routes(study)))
    return tuple(found)


def _from(ways: Mapping[str, Iterable[str]], starts: Iterable[str]) -> tuple[str, ...]:
    found = dict.fromkeys(starts)
    pending = list(found)
    while pending:
        for target in ways.get(pending.pop(), ()):
            if target not in found:
                found[target] = None
                pending.append(target)
    return tuple(found)
