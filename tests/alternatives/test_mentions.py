"""What else names an actor, told anew when it becomes another or is gone; tried on the built-in study."""

import pytest
from tests.making import small

from samvirke.alternatives.mentions import replaced_by, taken_out
from samvirke.alternatives.parts import has_parts
from samvirke.alternatives.situation import Situation, renamed_record
from samvirke.cases import DEFAULT, built_in
from samvirke.quantities.expressions import references
from samvirke.study.organisation import Actor
from samvirke.study.reading import read_study
from samvirke.study.study import Study


@pytest.fixture(scope="module")
def before() -> Study:
    return read_study(built_in()[DEFAULT])


def pairs(study: Study) -> list[tuple[str, str]]:
    return [(one.sender, one.receiver) for one in study.pathways.sharing]


def met(study: Study) -> list[tuple[str, ...] | None]:
    return [point.by for person in study.pathways.persons.values() for point in person.way]


def ties(actor: Actor) -> tuple[str | None, tuple[str, ...], list[str]]:
    return actor.parent, actor.members, [host.actor for host in actor.hosts]


def test_what_two_may_tell_each_other_ends_with_either_of_them(before: Study) -> None:
    sender = pairs(before)[0][0]
    after = taken_out(Situation(before, before), sender).study
    assert pairs(after) == [pair for pair in pairs(before) if sender not in pair]
    assert len(pairs(after)) < len(pairs(before))


def test_what_two_may_tell_each_other_goes_on_under_the_new_name(before: Study) -> None:
    sender, receiver = pairs(before)[0]
    new = next(actor for pair in pairs(before) for actor in pair if actor not in (sender, receiver))
    after = replaced_by(Situation(before, before), (sender,), new).study
    told = [tuple(new if actor == sender else actor for actor in pair) for pair in pairs(before)]
    assert pairs(after) == [pair for pair in told if pair[0] != pair[1]]


def test_whoever_does_the_task_meets_a_person_when_those_named_are_gone(before: Study) -> None:
    named = next(by for by in met(before) if by is not None)
    situation = Situation(before, before)
    for actor in named:
        situation = taken_out(situation, actor)
    for was, now in zip(met(before), met(situation.study), strict=True):
        left = tuple(actor for actor in was or () if actor not in named)
        assert (now or None) == (left or None)


def named_by_others(study: Study) -> list[str]:
    """Everybody whom another names as its parent, a member or a possible host."""
    found: list[str] = []
    for actor in study.actors.values():
        parent, members, hosts = ties(actor)
        found += [one for one in (parent, *members, *hosts) if one is not None]
    return [one for one in dict.fromkeys(found) if one in study.actors]


def test_parents_members_and_possible_hosts_are_as_they_were_but_for_the_one_that_is_gone(
    before: Study,
) -> None:
    for gone in named_by_others(before):
        after = taken_out(Situation(before, before), gone).study
        assert before.actors.keys() - after.actors.keys() == {gone}
        for key, actor in after.actors.items():
            parent, members, hosts = ties(before.actors[key])
            expected = (
                None if parent == gone else parent,
                tuple(one for one in members if one != gone),
                [one for one in hosts if one != gone],
            )
            assert ties(actor) == expected, (gone, key)


def test_parents_members_and_possible_hosts_take_the_new_name(before: Study) -> None:
    for old in named_by_others(before):
        after = replaced_by(Situation(before, before), (old,), "new").study
        for key, actor in after.actors.items():
            parent, members, hosts = ties(before.actors[key])
            renamed = {"new" if one == old else one for one in (*members, *hosts)}
            now = ties(actor)
            assert {*now[1], *now[2]} == renamed, (old, key)
            assert now[0] == ("new" if parent == old else parent), (old, key)


def test_an_actor_has_parts_only_in_what_it_decides_or_does() -> None:
    study = small()
    assert has_parts(study, "centre")
    assert not has_parts(study, "prisons")
    assert not has_parts(study.with_(responsibilities={}), "centre")


def test_a_renamed_assumption_is_renamed_however_deep_it_lies_and_nothing_else_is_touched(
    before: Study,
) -> None:
    rows = before.spending
    name, row = next((min(references(r.fte)), r) for r in rows.values() if r.fte and references(r.fte))
    other = next(r for r in rows.values() if name not in references(r.yearly))
    told = renamed_record({"tuple": (other, row), "row": other}, {name: "new-name"})
    assert told["row"] is other
    assert told["tuple"][0] is other
    assert references(told["tuple"][1].fte) == {"new-name"}
    assert renamed_record((row, other), {"no-such": "new-name"}) == (row, other)
    untouched = {"tuple": (other,)}
    assert renamed_record(untouched, {name: "new-name"}) is untouched
