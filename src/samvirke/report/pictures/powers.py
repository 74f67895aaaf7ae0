"""Picture: the step of the co-ordination ladder that is possible towards each body."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.consequences.authority import authority, counted_bodies
from samvirke.language import Text
from samvirke.report.document import Picture
from samvirke.report.pictures.chart import chart
from samvirke.report.pictures.key import Key, Meaning
from samvirke.report.pictures.matrix import Line, Mark, Tones, changes, changing, matrix
from samvirke.report.words.states import State, name_in, states, than_before
from samvirke.study.authority import coordinators
from samvirke.uncertainty.results import Results

NAME = "powers"
CAPTION = Text(
    "Trinnet på samordningstrappen som er mulig overfor hvert organ",
    "The step on the co-ordination ladder that is possible towards each body",
)
ALT = Text(
    "En matrise med organene nedover, og i dag og alternativene bortover. Trinn 1 er lavest og 4 høyest; de "
    "trinnene som er høyere eller lavere enn i dag, har en pil. De samme trinnene står i tabellen.",
    "A matrix with the bodies down, and today and the alternatives across. Step 1 is lowest and 4 highest; "
    "steps that are higher or lower than today have an arrow. The same steps stand in the table.",
)
NONE, NOT_THERE = Text("ingen", "none"), Text("–", "–")
TONES: Tones = ("good", "bad")


def powers(results: Results) -> Picture | None:
    """Bodies against states; nothing where no task makes anybody the co-ordinator."""
    if results.study.assignment.coordination_task is None:
        return None
    every = states(results)
    bodies = dict.fromkeys(body for state in every for body in counted_bodies(state.plan))
    lines = [Line(name_in(every, body), tuple(_marks(every, body))) for body in bodies]
    if not lines:
        return None
    heads = [state.heading for state in every]
    return Picture(NAME, CAPTION, ALT, chart(lambda g: matrix(heads, lines, g, _key(every))))


def _marks(every: tuple[State, ...], body: str) -> Iterator[Mark]:
    first = authority(every[0].study, body).step
    for state in every:
        there = body in state.study.actors and body not in coordinators(state.study)
        step = authority(state.study, body).step if there else None
        told = NOT_THERE if step is None else Text(str(step), str(step)) if step else NONE
        yield changing(0 if step is None else step - first, told, TONES)


def _key(every: tuple[State, ...]) -> Key:
    than = than_before(every)
    higher = Text(f"høyere trinn {than.nb}", f"a higher step {than['en']}")
    lower = Text(f"lavere trinn {than.nb}", f"a lower step {than['en']}")
    away = Text("organet samordner selv, eller finnes ikke", "the body co-ordinates itself, or is not there")
    return (*changes(higher, lower, TONES), Meaning(away, NOT_THERE))
