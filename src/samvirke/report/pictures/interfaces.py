"""Picture: how many tasks two bodies meet in, today and in the alternatives."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.consequences.interfaces import Interfaces, Pair
from samvirke.consequences.interfaces import interfaces as found_in
from samvirke.language import Language, Text
from samvirke.report.document import Picture
from samvirke.report.pictures.chart import Specification, chart
from samvirke.report.pictures.grid import Row, Sign, grid
from samvirke.report.words.states import State, short_in, states
from samvirke.report.words.wording import both
from samvirke.uncertainty.results import Results

CAPTION = Text(
    "Hvor mange oppgaver det ene organet avgjør og det andre utfører; «4→0–6» er 4 i dag og mellom 0 og 6 i "
    "alternativene",
    "How many tasks the one body decides and the other does; “4→0–6” is 4 today and between 0 and 6 in the "
    "alternatives",
)
COLUMN = 44

Hubs = dict[str, tuple[str, ...]]


def interfaces(results: Results) -> Picture | None:
    """Those who decide across, whoever does what they decide down; nothing where no bodies meet."""
    every = states(results)
    found = tuple(found_in(state.study) for state in every)
    pairs = tuple(dict.fromkeys(pair for one in found for pair in one.between))
    if not pairs:
        return None
    hubs = gathered_by(pairs)
    return Picture("interfaces", CAPTION, _alt(every, found), chart(lambda g: _drawn(every, found, hubs, g)))


def gathered_by(pairs: tuple[Pair, ...]) -> Hubs:
    """As few bodies as it takes, roughly, for each pair to stand once: body → those it meets."""
    left, hubs = list(pairs), Hubs()
    while left:
        ends = [end for pair in left for end in pair]
        hub = max(dict.fromkeys(ends), key=ends.count)
        hubs[hub] = tuple(b if a == hub else a for a, b in left if hub in (a, b))
        left = [pair for pair in left if hub not in pair]
    return hubs


def _drawn(every: tuple[State, ...], found: tuple[Interfaces, ...], hubs: Hubs, g: Language) -> Specification:
    order = dict.fromkeys(actor for state in every for actor in state.study.actors)
    met = [actor for actor in order if any(actor in others for others in hubs.values())]
    columns = tuple(short_in(every, hub)[g] for hub in hubs)
    rows = tuple(Row(short_in(every, one)[g], tuple(_signs(found, one, hubs))) for one in met)
    return grid(columns, rows, g, COLUMN)


def _signs(found: tuple[Interfaces, ...], other: str, hubs: Hubs) -> Iterator[Sign]:
    for hub, others in hubs.items():
        yield _sign([_tasks(one, hub, other) for one in found]) if other in others else Sign()


def _tasks(found: Interfaces, one: str, other: str) -> int:
    return len(found.between.get((one, other), found.between.get((other, one), ())))


def _sign(counts: list[int]) -> Sign:
    """Tasks in the first state, and the fewest and most in the others where they differ from it."""
    first, low, high = counts[0], min(counts[1:], default=counts[0]), max(counts[1:], default=counts[0])
    if low == high == first:
        return Sign(str(first))
    return Sign(f"{first}→{low}" if low == high else f"{first}→{low}–{high}", "doubt")


def _alt(every: tuple[State, ...], found: tuple[Interfaces, ...]) -> Text:
    """How many pairs there are in each state, and how the signs are read."""
    each = both(
        lambda g: "; ".join(f"{s.heading[g]} {len(f.between)}" for s, f in zip(every, found, strict=True))
    )
    return Text(
        "En matrise der to organer møtes i en rute når det ene avgjør noe som det andre utfører. Tallet er "
        "antall oppgaver; etter en pil står det laveste og høyeste antallet i alternativene, der det endres. "
        f"Par av organer: {each.nb}.",
        "A matrix in which two bodies meet in a square when the one decides something that the other does. "
        "The number is that of tasks; after an arrow stand the fewest and most in the alternatives, where it "
        f"changes. Pairs of bodies: {each['en']}.",
    )
