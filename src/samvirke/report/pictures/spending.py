"""Pictures: what each body has to spend, and on which items, today and when an alternative is in place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from samvirke.language import Language, Text
from samvirke.report.document import Picture
from samvirke.report.pictures.chart import chart
from samvirke.report.pictures.key import Key, Meaning
from samvirke.report.pictures.matrix import MOST_LINES, Line, Mark, Tones, changes, changing, matrix
from samvirke.report.words.naming import item_name
from samvirke.report.words.states import State, name_in, states, than_before
from samvirke.report.words.wording import SMALL, both, millions
from samvirke.study.money import Spending
from samvirke.uncertainty.results import Results

BY_BODY, BY_LINE = "spending", "spending-lines"
OF_BODIES = Text(
    "Hva hvert organ har å bruke av det som er med i totalen, i dag og i alternativene",
    "What each body has to spend of what is in the total, today and after",
)
OF_ITEMS = Text(
    "Hva som brukes av hver post, i dag og i alternativene", "What is spent from each item, today and after"
)
TOTAL = Text("Hele innsatsen", "The whole effort")
TONES: Tones = ("doubt", "bad")


@dataclass(frozen=True, slots=True)
class Spent:
    """What is spent by one body or from one item in every state, the first first."""

    name: Text
    amounts: tuple[float, ...]

    @property
    def most(self) -> float:
        """How far it gets from what it is in the first state."""
        return max(abs(amount - self.amounts[0]) for amount in self.amounts)


def spending(results: Results) -> Picture | None:
    """The bodies whose money some alternative changes, against the states; nothing when none does."""
    every = states(results)
    actors = (row.actor for row in _rows(every))
    found = _changed(results, "actor", actors, lambda one: name_in(every, one))
    year = results.study.assignment.years[-1]
    told = Text(
        "organer nedover, og i dag og alternativene bortover: hva organet har å bruke på innsatsen i "
        f"{year}, i millioner kroner. Forskjellene står i vedlegget om fordeling.",
        f"bodies down, and today and the alternatives across: what the body has to spend on the effort in "
        f"{year}, in NOK million. The differences stand in the annex on distribution.",
    )
    return _picture(results, BY_BODY, OF_BODIES, told, found)


def spending_by_line(results: Results) -> Picture | None:
    """The items from which some alternative spends more or less, against the states; nothing if none."""
    every = states(results)
    lines = (row.line for row in _rows(every) if row.line)
    found = _changed(results, "line", lines, lambda one: item_name(results.study, one))
    year = results.study.assignment.years[-1]
    told = Text(
        "budsjettposter nedover, og i dag og alternativene bortover: hva som brukes av posten på innsatsen i "
        f"{year}, i millioner kroner. Endringene på hver post står i tabellene over budsjettet.",
        "budget items down, and today and the alternatives across: what is spent from the item on the effort "
        f"in {year}, in NOK million. The changes of each item stand in the tables of the budget.",
    )
    return _picture(results, BY_LINE, OF_ITEMS, told, found)


def _rows(every: tuple[State, ...]) -> Iterator[Spending]:
    """The effort's spending rows in every state."""
    return (row for state in every for row in state.study.spending.values() if row.in_effort)


def _picture(
    results: Results, name: str, caption: Text, told: Text, found: tuple[Spent, ...]
) -> Picture | None:
    """Those that change, most first, and the whole effort, which those that do not change are part of too."""
    if not found:
        return None
    every, year = states(results), results.study.assignment.years[-1]
    shown = found[:MOST_LINES]
    whole = Spent(TOTAL, tuple(_amount(results, state, f"expenditure.total.{year}") for state in every))
    lines = [*map(_line, shown), _line(whole, strong=True)]
    fewer = Text(
        f" {len(shown)} av de {len(found)} som endres, er tegnet: de som endres mest.",
        f" {len(shown)} of the {len(found)} that change are drawn: those that change most.",
    )
    same = Text(
        "De som ikke endres, står ikke for seg, men er med i summen for hele innsatsen. Tallene er avrundet.",
        "Those that do not change have no line, but are part of the sum for the whole effort. Figures are "
        "rounded.",
    )
    if len(found) > len(shown):
        same = Text(f"{same.nb}{fewer.nb}", f"{same['en']}{fewer['en']}")
    headed = Text(
        f"{caption.nb}: millioner kroner i {year}. {same.nb}",
        f"{caption['en']}: NOK million in {year}. {same['en']}",
    )
    amounts = both(lambda g: "; ".join(_told(whole, s, n, g) for n, s in enumerate(every)))
    alt = Text(
        f"En matrise med {len(shown)} {told.nb} {same.nb} Hele innsatsen: {amounts.nb}.",
        f"A matrix with {len(shown)} {told['en']} {same['en']} The whole effort: {amounts['en']}.",
    )
    heads, key = [state.heading for state in every], _key(every, year)
    return Picture(name, headed, alt, chart(lambda language: matrix(heads, lines, language, key)))


def _key(every: tuple[State, ...], year: int) -> Key:
    than = than_before(every)
    unit = Meaning(Text(f"mill. kr i {year}", f"NOK million in {year}"), Text("1,0", "1.0"))
    more = Text(f"mer {than.nb}", f"more {than['en']}")
    less = Text(f"mindre {than.nb}", f"less {than['en']}")
    return (unit, *changes(more, less, TONES))


def _changed(
    results: Results, kind: str, keys: Iterable[str], name: Callable[[str], Text]
) -> tuple[Spent, ...]:
    """What is spent by each body or from each item, where it is not the same in all; most changed first."""
    last, every = results.study.assignment.years[-1], states(results)
    each = (
        Spent(
            name(key), tuple(_amount(results, state, f"expenditure.{kind}.{key}.{last}") for state in every)
        )
        for key in dict.fromkeys(keys)
    )
    return tuple(sorted((one for one in each if one.most >= SMALL), key=lambda one: -round(one.most, 6)))


def _line(spent: Spent, *, strong: bool = False) -> Line:
    return Line(spent.name, tuple(_mark(amount, spent.amounts[0]) for amount in spent.amounts), strong)


def _mark(amount: float, first: float) -> Mark:
    more = amount - first
    return changing(0 if abs(more) < SMALL else more, both(lambda g: millions(amount, g)), TONES)


def _told(whole: Spent, state: State, number: int, language: Language) -> str:
    return f"{state.heading[language]} {millions(whole.amounts[number], language)}"


def _amount(results: Results, state: State, name: str) -> float:
    figure = results.figure(state.id, name)
    return 0.0 if figure is None else figure.expected
