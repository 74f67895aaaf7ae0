"""Picture: what each alternative makes, moves and ends, and who gets or loses tasks by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from samvirke.alternatives.plan import Plan
from samvirke.language import MINUS, Text
from samvirke.report.document import Picture
from samvirke.report.pictures.chart import chart
from samvirke.report.pictures.key import Meaning
from samvirke.report.pictures.tree import FILLS, Branch, trees
from samvirke.report.words.naming import actor_name, short_name
from samvirke.report.words.states import State, in_first, name_in, short_in, states
from samvirke.report.words.wording import both, names
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

NAME = "organisation-after"
NEW, GONE = Text("ny", "new"), Text("borte", "gone")
SHARED = Text("Felles for alle alternativene", "Common to all the alternatives")
NO_MORE, NO_CHANGE = Text("Ikke noe mer", "Nothing more"), Text("Ingen endring", "No change")
KEY = (
    Meaning(Text("ny, eller flyttet hit", "new, or moved here"), fill=FILLS["new"]),
    Meaning(Text("borte, eller flyttet herfra", "gone, or moved from here"), fill=FILLS["gone"], dashed=True),
    Meaning(
        Text("oppgaver som organet får og mister", "tasks that the body gets and loses"),
        Text(f"+2 {MINUS}1", f"+2 {MINUS}1"),
    ),
    Meaning(
        Text(
            "En oppgave regnes for et organ når det avgjør eller utfører den.",
            "A task counts for a body that decides or does it.",
        )
    ),
)
Path = tuple[str, ...]  # a body and all above it, the highest first


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


@dataclass(frozen=True, slots=True)
class Tasks:
    """How many tasks a body gets and loses, of those that it decides or does."""

    gets: int
    loses: int

    @property
    def told(self) -> str:
        """Both numbers with their signs, without one that is nothing."""
        signs = (f"+{self.gets}" if self.gets else "", f"{MINUS}{self.loses}" if self.loses else "")
        return " ".join(sign for sign in signs if sign)


@dataclass(frozen=True, slots=True)
class Changed:
    """All that one alternative changes in who belongs to whom and who has which tasks."""

    state: State
    moved: tuple[Placing, ...]
    tasks: Mapping[str, Tasks]


def changed_organisation(results: Results) -> Picture | None:
    """For each alternative: who is new, moves, ends, or gets or loses tasks, and where they were and are."""
    every = states(results)
    shared, own = _parted(tuple(_changed(every)))
    told = [one for one in own if one.moved or one.tasks]
    if not told and not shared:
        return None
    before = every[0].study
    panels = [Branch(one.state.heading, tuple(_around(before, one)), heading=True) for one in told]
    alts = [_told(every, one.state.heading, one.moved, one.tasks) for one in told]
    if shared:
        common = Changed(every[-1], (), shared)
        panels.insert(0, Branch(SHARED, tuple(_around(before, common)), heading=True))
        alts.insert(0, _told(every, SHARED, (), shared))
    where = in_first(every)
    caption = Text(
        f"Hvem som er nye, flyttes, er borte, eller får eller mister oppgaver, mot {where.nb}",
        f"Who is new, moves, is gone, or gets or loses tasks, against {where['en']}",
    )
    rest = names(one.state.heading for one in own if one not in told)
    if rest.nb:
        no_more = NO_MORE if shared else NO_CHANGE
        caption = Text(
            f"{caption.nb}. {no_more.nb}: {rest.nb}", f"{caption['en']}. {no_more['en']}: {rest['en']}"
        )
    alt = both(lambda language: " ".join(one[language] for one in alts))
    return Picture(NAME, caption, alt, chart(lambda language: trees(panels, language, KEY)))


def _changed(every: tuple[State, ...]) -> Iterator[Changed]:
    """What each alternative changes."""
    before = every[0].study
    for state in every[1:]:
        yield Changed(state, placings(before, state.plan), tasks(before, state.study))


def _parted(found: tuple[Changed, ...]) -> tuple[Mapping[str, Tasks], tuple[Changed, ...]]:
    """The tasks that the same bodies get and lose in all of several alternatives, and the rest of each."""
    moved = {placing.actor for one in found for placing in one.moved}
    shared: Mapping[str, Tasks] = {}
    if len(found) > 1:
        shared = {
            actor: own
            for actor, own in found[0].tasks.items()
            if actor not in moved and all(one.tasks.get(actor) == own for one in found)
        }
    rest = (replace(one, tasks={a: own for a, own in one.tasks.items() if a not in shared}) for one in found)
    return shared, tuple(rest)


def tasks(before: Study, after: Study) -> dict[str, Tasks]:
    """Whoever gets or loses tasks that they decide or do, in file order."""
    was, now = _in_hand(before), _in_hand(after)
    each = {
        actor: Tasks(len(now[actor] - was[actor]), len(was[actor] - now[actor]))
        for actor in dict.fromkeys((*before.actors, *after.actors))
    }
    return {actor: one for actor, one in each.items() if one.gets or one.loses}


def _in_hand(study: Study) -> defaultdict[str, set[str]]:
    """The tasks that each body decides or does."""
    found = defaultdict[str, set[str]](set)
    for task in study.tasks:
        own = study.responsibility(task)
        for actor in (*own.decides, *own.doers):
            found[actor].add(task)
    return found


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


def _around(before: Study, changed: Changed) -> Iterator[Branch]:
    """The bodies that are changed, below all that they belonged to and belong to."""
    after, tasks = changed.state.study, changed.tasks
    paths: dict[Path, Branch] = {}
    for actor in tasks:  # those that are moved too are told more of below
        study = after if actor in after.actors else before
        paths[_path(study, actor)] = Branch(actor_name(study, actor), sign=tasks[actor].told)
    for one in changed.moved:
        sign = tasks[one.actor].told if one.actor in tasks else ""
        if one.mark != "new":
            mark = "gone" if one.mark == "gone" else "there"
            name, left = actor_name(before, one.actor), sign if mark == "gone" else ""
            paths[_path(before, one.actor)] = Branch(name, (), mark, _said(after, one, mark), left)
        if one.mark != "gone":
            name = actor_name(after, one.actor)
            paths[_path(after, one.actor)] = Branch(name, (), one.mark, _said(before, one, one.mark), sign)
    return _below((), paths, before, after)


def _path(study: Study, actor: str) -> Path:
    return tuple(reversed(study.above(actor)))


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


def _below(path: Path, paths: Mapping[Path, Branch], before: Study, after: Study) -> Iterator[Branch]:
    """The branches below a path, each once, in the order of the two studies."""
    depth = len(path)
    nexts = {one[depth] for one in paths if len(one) > depth and one[:depth] == path}
    for actor in dict.fromkeys((*before.actors, *after.actors)):
        if actor in nexts:
            own = (*path, actor)
            named = Branch(actor_name(after if actor in after.actors else before, actor))
            yield replace(paths.get(own, named), branches=tuple(_below(own, paths, before, after)))


def _told(
    every: tuple[State, ...], heading: Text, moved: tuple[Placing, ...], tasks: Mapping[str, Tasks]
) -> Text:
    """What is new, moved and gone, and who gets and loses how many tasks."""
    said = [_one_told(every, one) for one in moved]
    counted = [_counted(short_in(every, actor), one) for actor, one in tasks.items()]
    if counted:
        each = both(lambda g: ", ".join(one[g] for one in counted))
        said.append(Text(f"oppgaver: {each.nb}", f"tasks: {each['en']}"))
    return both(lambda g: f"{heading[g]}: {'; '.join(one[g] for one in said)}.")


def _counted(name: Text, own: Tasks) -> Text:
    return Text(f"{name.nb} {own.told}", f"{name['en']} {own.told}")


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
