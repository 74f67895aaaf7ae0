"""Pictures: what each body has to spend, and on which items, today and when an alternative is in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from samvirke.language import Text
from samvirke.report.document import Picture
from samvirke.report.pictures.chart import chart
from samvirke.report.pictures.matrix import Meeting, matrix
from samvirke.report.words.naming import line_name, short_name
from samvirke.report.words.states import State, name_in, states
from samvirke.report.words.wording import SMALL, both, millions
from samvirke.study.money import Spending
from samvirke.uncertainty.results import Results

BY_BODY = Text(
    "Hva hvert organ har å bruke, i dag og i alternativene", "What each body has to spend, today and after"
)
BY_LINE = Text(
    "Hva som brukes av hver post, i dag og i alternativene", "What is spent from each item, today and after"
)


def spending(results: Results) -> Picture | None:
    """The bodies whose money some alternative changes, against the states; nothing when none does."""
    every = states(results)
    actors = (row.actor for row in _rows(every))
    meetings = tuple(_meetings(results, "actor", actors, lambda one: name_in(every, one)))
    if not meetings:
        return None
    year, count = results.study.assignment.years[-1], len({one.row for one in meetings})
    alt = Text(
        f"En matrise med {count} organer nedover, og i dag og alternativene bortover: hva organet har å "
        f"bruke på innsatsen i {year}, i millioner kroner. Mer enn i dag er blått, mindre er oransje. "
        "Forskjellene står i vedlegget om fordeling.",
        f"A matrix with {count} bodies down, and today and the alternatives across: what the body has to "
        f"spend on the effort in {year}, in NOK million. More than today is blue, less is orange. The "
        "differences stand in the annex on distribution.",
    )
    return _picture("spending", BY_BODY, year, alt, meetings)


def spending_by_line(results: Results) -> Picture | None:
    """The items from which some alternative spends more or less, against the states; nothing if none."""
    every = states(results)
    lines = (row.line for row in _rows(every) if row.line)
    meetings = tuple(_meetings(results, "line", lines, lambda one: _item(results, one)))
    if not meetings:
        return None
    year, count = results.study.assignment.years[-1], len({one.row for one in meetings})
    alt = Text(
        f"En matrise med {count} budsjettposter nedover, og i dag og alternativene bortover: hva som brukes "
        f"av posten på innsatsen i {year}, i millioner kroner. Mer enn i dag er blått, mindre er oransje. "
        "Endringene på hver post står i tabellene over budsjettet.",
        f"A matrix with {count} budget items down, and today and the alternatives across: what is spent from "
        f"the item on the effort in {year}, in NOK million. More than today is blue, less is orange. The "
        "changes of each item stand in the tables of the budget.",
    )
    return _picture("spending-lines", BY_LINE, year, alt, meetings)


def _rows(every: tuple[State, ...]) -> Iterator[Spending]:
    """The effort's spending rows in every state."""
    return (row for state in every for row in state.study.spending.values() if row.in_effort)


def _picture(name: str, caption: Text, year: int, alt: Text, meetings: tuple[Meeting, ...]) -> Picture:
    told = Text(
        f"{caption.nb}: millioner kroner i {year} (mer enn i dag er blått, mindre er oransje)",
        f"{caption['en']}: NOK million in {year} (more than today is blue, less is orange)",
    )
    return Picture(name, told, alt, chart(lambda language: matrix(meetings, language)))


def _meetings(
    results: Results, kind: str, keys: Iterator[str], name: Callable[[str], Text]
) -> Iterator[Meeting]:
    """What is spent by each body or from each item in every state, where it is not the same in all."""
    last, every = results.study.assignment.years[-1], states(results)
    for key in dict.fromkeys(keys):
        amounts = [_amount(results, state, f"expenditure.{kind}.{key}.{last}") for state in every]
        if max(amounts) - min(amounts) >= SMALL:
            for state, amount in zip(every, amounts, strict=True):
                more = amount - amounts[0]
                tone = "plain" if abs(more) < SMALL else "doubt" if more > 0 else "bad"
                yield Meeting(name(key), state.heading, _told(amount), tone)


def _item(results: Results, line: str) -> Text:
    """Chapter and item, with who holds it."""
    record = results.study.lines[line]
    called, holder = line_name(record), short_name(results.study, record.holder)
    return both(lambda g: f"{called[g]} ({holder[g]})")


def _amount(results: Results, state: State, name: str) -> float:
    figure = results.figure(state.id, name)
    return 0.0 if figure is None else figure.expected


def _told(amount: float) -> Text:
    return both(lambda language: millions(amount, language))
