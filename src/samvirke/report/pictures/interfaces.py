"""Picture: the bodies that get more or fewer tasks in which the one decides what the other does."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.consequences.interfaces import Pair
from samvirke.consequences.interfaces import interfaces as found_in
from samvirke.language import Text
from samvirke.report.document import Picture
from samvirke.report.pictures.chart import chart
from samvirke.report.pictures.key import Key, Meaning
from samvirke.report.pictures.matrix import MOST_LINES, Line, Tones, changes, changing, matrix
from samvirke.report.words.states import State, short_in, states, than_before
from samvirke.report.words.wording import both
from samvirke.uncertainty.results import Results

NAME = "interfaces"
CAPTION = Text(
    "Par av organer der antallet oppgaver som det ene avgjør og det andre utfører, endres",
    "Pairs of bodies in which the number of tasks that the one decides and the other does, changes",
)
TONES: Tones = ("doubt", "bad")


@dataclass(frozen=True, slots=True)
class Shared:
    """How many tasks a pair of bodies meet in, in every state, the first first."""

    pair: Pair
    counts: tuple[int, ...]

    @property
    def change(self) -> int:
        """How much it changes, all states taken together."""
        return sum(abs(count - self.counts[0]) for count in self.counts)


def interfaces(results: Results) -> Picture | None:
    """The pairs that some alternative changes, against the states; nothing where none is changed."""
    every = states(results)
    pairs = shared(every)
    changed = [one for one in pairs if one.change]
    if not changed:
        return None
    shown = changed[:MOST_LINES]
    lines = [_line(every, one) for one in shown]
    heads, key = [state.heading for state in every], _key(every)
    told = _told(pairs, len(shown))
    caption = Text(f"{CAPTION.nb}. {told.nb}", f"{CAPTION['en']}. {told['en']}")
    alt = _alt(every, shown, told)
    return Picture(NAME, caption, alt, chart(lambda language: matrix(heads, lines, language, key)))


def shared(every: tuple[State, ...]) -> tuple[Shared, ...]:
    """Every pair that meets in some state; most changed first, those that change alike together."""
    found = tuple(found_in(state.study).between for state in every)
    pairs = dict.fromkeys(pair for one in found for pair in one)
    each = (Shared(pair, tuple(len(one.get(pair, ())) for one in found)) for pair in pairs)
    return tuple(sorted(each, key=lambda one: (-one.change, one.counts)))


def _line(every: tuple[State, ...], one: Shared) -> Line:
    first, second = (short_in(every, body) for body in one.pair)
    marks = (changing(count - one.counts[0], Text(str(count), str(count)), TONES) for count in one.counts)
    return Line(both(lambda g: f"{first[g]} – {second[g]}"), tuple(marks))


def _key(every: tuple[State, ...]) -> Key:
    than = than_before(every)
    tasks = Meaning(Text("oppgaver som paret møtes i", "tasks that the pair meet in"), Text("1", "1"))
    more, fewer = (
        Text(f"flere {than.nb}", f"more {than['en']}"),
        Text(f"færre {than.nb}", f"fewer {than['en']}"),
    )
    return (tasks, *changes(more, fewer, TONES))


def _told(pairs: tuple[Shared, ...], shown: int) -> Text:
    """How many pairs there are that do not change, and whether some that do are not shown."""
    same = [one.counts[0] for one in pairs if not one.change]
    changed = len(pairs) - len(same)
    fewer = Text(
        f"{shown} av de {changed} parene som endres, er tegnet: de som endres mest. ",
        f"{shown} of the {changed} pairs that change are drawn: those that change most. ",
    )
    said = Text(
        f"Par som er like i alle: {len(same)}{_span(same, 'oppgaver i hvert')}. En enhet regnes med organet "
        "den er en del av. Bare oppgavene i ansvarskartet er regnet med, ikke styringen av etatene.",
        f"Pairs that are the same in all: {len(same)}{_span(same, 'tasks in each')}. A unit is counted with "
        "the body it is part of. Only tasks in the responsibility map are counted, not the steering of "
        "agencies.",
    )
    return said if changed == shown else Text(f"{fewer.nb}{said.nb}", f"{fewer['en']}{said['en']}")


def _span(counts: list[int], told: str) -> str:
    if not counts:
        return ""
    low, high = min(counts), max(counts)
    return f" ({told}: {low if low == high else f'{low}–{high}'})"


def _alt(every: tuple[State, ...], shown: list[Shared], told: Text) -> Text:
    """How many of the pairs get more and fewer tasks in each alternative."""
    each = both(lambda g: "; ".join(_counted(s.heading, n, shown)[g] for n, s in enumerate(every) if n))
    return Text(
        f"En matrise med {len(shown)} par av organer nedover, og i dag og alternativene bortover, med antall "
        f"oppgaver som det ene avgjør og det andre utfører. {each.nb}. {told.nb}",
        f"A matrix with {len(shown)} pairs of bodies down, and today and the alternatives across, with how "
        f"many tasks the one decides and the other does. {each['en']}. {told['en']}",
    )


def _counted(heading: Text, state: int, shown: list[Shared]) -> Text:
    more = sum(one.counts[state] > one.counts[0] for one in shown)
    fewer = sum(one.counts[state] < one.counts[0] for one in shown)
    return Text(
        f"{heading.nb}: par med flere {more}, med færre {fewer}",
        f"{heading['en']}: pairs with more {more}, with fewer {fewer}",
    )
