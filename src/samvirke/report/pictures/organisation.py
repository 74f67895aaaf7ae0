"""Pictures: who belongs to whom, and what each alternative makes, moves and ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from samvirke.alternatives.plan import Plan
from samvirke.language import Text
from samvirke.report.document import Picture
from samvirke.report.pictures.chart import chart
from samvirke.report.pictures.tree import Branch, trees
from samvirke.report.words.naming import actor_name, short_name
from samvirke.report.words.sectors import OTHER_SECTORS, sector
from samvirke.report.words.states import State, name_in, short_in, states
from samvirke.report.words.wording import both, names
from samvirke.study.organisation import Part
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

NEW, GONE = Text("ny", "new"), Text("borte", "gone")


@dataclass(frozen=True, slots=True)
class Placing:
    """A body that belongs elsewhere than in the first state, is new in this one, or is gone from it.

    One that is gone because it became part of another says which in `became`.
    """

    actor: str
    was: str | None
    belongs: str | None
    mark: str
    became: str | None = None


def organisations(results: Results) -> tuple[Picture, ...]:
    """The whole organisation as it is, and what the alternatives do to it, where they do something."""
    return tuple(one for one in (organisation(results), changed_organisation(results)) if one is not None)


def organisation(results: Results) -> Picture | None:
    """Everybody with a part in a task, below those they belong to; nothing where nobody has one."""
    first = states(results)[0]
    study = first.study
    shown = _shown(study)
    if not shown:
        return None
    groups = tuple(_groups(study, shown))
    when = _when(first)
    caption = Text(f"Hvem som hører under hvem {when.nb}", f"Who belongs to whom {when['en']}")
    below = sum(study.actors[actor].parent is not None for actor in shown)
    alt = Text(
        f"{len(shown)} organer som har en rolle i innsatsen, eller har et slikt organ under seg. {below} av "
        "dem hører under et annet og står innrykket under det. Hvem som har hvilken rolle, står i tabellene.",
        f"{len(shown)} bodies that have a part in the effort, or such a body below them. {below} of them "
        "belong to another and stand indented below it. Who has which part stands in the tables.",
    )
    return Picture("organisation", caption, alt, chart(lambda language: trees(groups, language)))


def changed_organisation(results: Results) -> Picture | None:
    """For each alternative that makes, moves or ends a body: these, and where they were and are."""
    every = states(results)
    told = [(state, moved) for state in every[1:] if (moved := placings(every[0].study, state.plan))]
    if not told:
        return None
    panels = tuple(
        Branch(state.heading, tuple(_around(every[0].study, state.study, moved))) for state, moved in told
    )
    when = _when(every[0])
    caption = Text(
        f"Hva alternativene endrer i hvem som hører under hvem, mot {when.nb}",
        f"What the alternatives change in who belongs to whom, against {when['en']}",
    )
    same = _unchanged(every, [state for state, _ in told])
    if same is not None:
        caption = Text(f"{caption.nb}. {same.nb}", f"{caption['en']}. {same['en']}")
    drawing = chart(lambda language: trees(panels, language))
    return Picture("organisation-after", caption, _alt(every, told), drawing)


def placings(before: Study, plan: Plan) -> tuple[Placing, ...]:
    """What is new, gone or belongs elsewhere, in file order; what is only thought of is not there yet."""
    found: list[Placing] = []
    after = plan.final
    for actor in dict.fromkeys((*before.actors, *after.actors)):
        was, now = (study.actors.get(actor) for study in (before, after))
        was, now = (one if one is not None and one.exists else None for one in (was, now))
        if was is None and now is not None:
            found.append(Placing(actor, None, now.parent, "new"))
        elif was is not None and now is None:
            found.append(Placing(actor, was.parent, None, "gone", plan.became.get(actor)))
        elif was is not None and now is not None and was.parent != now.parent:
            found.append(Placing(actor, was.parent, now.parent, "here"))
    return tuple(found)


def _when(first: State) -> Text:
    return (
        Text("i dag", "today") if first.unchanged else Text("i nullalternativet", "in the zero alternative")
    )


def _shown(study: Study) -> tuple[str, ...]:
    """Whoever has a part in a task, and all above them, in file order."""
    with_part = {
        actor
        for task in study.tasks
        for part in get_args(Part)
        for actor in study.responsibility(task).of(part)
    }
    kept = {above for actor in with_part for above in study.above(actor) if study.actors[above].exists}
    return tuple(actor for actor in study.actors if actor in kept)


def _groups(study: Study, shown: tuple[str, ...]) -> Iterator[Branch]:
    """A tree for each ministry, and those that are below no ministry gathered by what they are."""
    for actor in shown:
        if study.actors[actor].kind == "ministry":
            yield _whole(study, shown, actor)
    for key, called in OTHER_SECTORS.items():
        tops = [a for a in shown if study.actors[a].parent not in shown and sector(study, a) == key]
        if tops:
            yield Branch(called, tuple(_whole(study, shown, top) for top in tops))


def _whole(study: Study, shown: tuple[str, ...], actor: str) -> Branch:
    below = tuple(_whole(study, shown, one) for one in shown if study.actors[one].parent == actor)
    return Branch(actor_name(study, actor), below)


def _around(before: Study, after: Study, moved: tuple[Placing, ...]) -> Iterator[Branch]:
    """The bodies that are changed, below all that they belonged to and belong to."""
    paths: dict[tuple[str, ...], tuple[str, Text | None]] = {}
    for one in moved:
        if one.mark != "new":
            place = "gone" if one.mark == "gone" else "there"
            paths[tuple(reversed(before.above(one.actor)))] = (place, _said(after, one, place))
        if one.mark != "gone":
            paths[tuple(reversed(after.above(one.actor)))] = (one.mark, _said(before, one, one.mark))
    return _below((), paths, before, after)


def _said(other: Study, one: Placing, place: str) -> Text:
    """The word for what has happened to a body, with where it went or came from."""
    if place == "here" and one.was is not None:
        return Text(
            f"flyttet hit fra {short_name(other, one.was).nb}",
            f"moved here from {short_name(other, one.was)['en']}",
        )
    if place == "there" and one.belongs is not None:
        return Text(
            f"flyttes til {short_name(other, one.belongs).nb}",
            f"moves to {short_name(other, one.belongs)['en']}",
        )
    if one.became is not None:
        whole = actor_name(other, one.became)
        return Text(f"blir del av: {whole.nb}", f"becomes part of: {whole['en']}")
    return NEW if place in ("new", "here") else GONE


def _below(
    path: tuple[str, ...], paths: dict[tuple[str, ...], tuple[str, Text | None]], before: Study, after: Study
) -> Iterator[Branch]:
    """The branches below a path, each once, in the order of the two studies."""
    depth = len(path)
    nexts = {one[depth] for one in paths if len(one) > depth and one[:depth] == path}
    for actor in dict.fromkeys((*before.actors, *after.actors)):
        if actor in nexts:
            own = (*path, actor)
            mark, remark = paths.get(own, ("", None))
            name = actor_name(after if actor in after.actors else before, actor)
            yield Branch(name, tuple(_below(own, paths, before, after)), mark, remark)


def _alt(every: tuple[State, ...], told: list[tuple[State, tuple[Placing, ...]]]) -> Text:
    """What is new, moved and gone in each alternative; the caption says which change nothing."""
    each = [_told(every, state, moved) for state, moved in told]
    return both(lambda language: " ".join(one[language] for one in each))


def _unchanged(every: tuple[State, ...], changed: list[State]) -> Text | None:
    rest = names(state.heading for state in every[1:] if state not in changed)
    return Text(f"Ingen endring: {rest.nb}", f"No change: {rest['en']}") if rest.nb else None


def _told(every: tuple[State, ...], state: State, moved: tuple[Placing, ...]) -> Text:
    said = [_one_told(every, one) for one in moved]
    return both(lambda g: f"{state.heading[g]}: {'; '.join(one[g] for one in said)}.")


def _one_told(every: tuple[State, ...], one: Placing) -> Text:
    name = name_in(every, one.actor)
    was, now = (None if a is None else short_in(every, a) for a in (one.was, one.belongs))
    if one.became is not None:
        whole = name_in(every, one.became)
        return Text(f"{name.nb} blir del av {whole.nb}", f"{name['en']} becomes part of {whole['en']}")
    if one.mark == "gone":
        return Text(f"{name.nb} er borte", f"{name['en']} is gone")
    if one.mark == "new":
        under = Text("", "") if now is None else Text(f", under {now.nb}", f", placed under {now['en']}")
        return Text(f"{name.nb} er ny{under.nb}", f"{name['en']} is new{under['en']}")
    out = Text("", "") if was is None else Text(f" fra {was.nb}", f" from {was['en']}")
    into = Text("", "") if now is None else Text(f" til {now.nb}", f" to {now['en']}")
    return Text(f"{name.nb} flyttes{out.nb}{into.nb}", f"{name['en']} moves{out['en']}{into['en']}")
