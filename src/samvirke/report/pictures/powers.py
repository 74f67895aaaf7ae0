"""Picture: the step of the co-ordination ladder that is possible towards each body."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.consequences.authority import authority, counted_bodies
from samvirke.language import Text
from samvirke.report.document import Picture
from samvirke.report.pictures.chart import chart
from samvirke.report.pictures.matrix import Meeting, matrix
from samvirke.report.words.states import name_in, states
from samvirke.study.authority import coordinators
from samvirke.uncertainty.results import Results

CAPTION = Text(
    "Trinnet på samordningstrappen som er mulig overfor hvert organ",
    "The step on the co-ordination ladder that is possible towards each body",
)
ALT = Text(
    "En matrise med organene nedover, og i dag og alternativene bortover. Trinn 1 er lavest og 4 høyest; de "
    "trinnene som er høyere enn i dag, er framhevet. De samme trinnene står i tabellen.",
    "A matrix with the bodies down, and today and the alternatives across. Step 1 is lowest and 4 highest; "
    "steps that are higher than today stand out. The same steps stand in the table.",
)
NONE, NOT_THERE = Text("ingen", "none"), Text("–", "–")


def powers(results: Results) -> Picture | None:
    """Bodies against states; nothing where no task makes anybody the co-ordinator."""
    if results.study.assignment.coordination_task is None:
        return None
    meetings = tuple(_meetings(results))
    return Picture("powers", CAPTION, ALT, chart(lambda g: matrix(meetings, g))) if meetings else None


def _meetings(results: Results) -> Iterator[Meeting]:
    every = states(results)
    for body in dict.fromkeys(body for state in every for body in counted_bodies(state.plan)):
        today = authority(every[0].study, body).step
        for state in every:
            there = body in state.study.actors and body not in coordinators(state.study)
            now = authority(state.study, body).step if there else None
            sign = NOT_THERE if now is None else Text(str(now), str(now)) if now else NONE
            tone = "plain" if now is None or now == today else "good" if now > today else "bad"
            yield Meeting(name_in(every, body), state.heading, sign, tone)
