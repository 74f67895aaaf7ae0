"""Picture: what each body has to spend, today and when an alternative is in place."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.language import Text
from samvirke.report.document import Picture
from samvirke.report.pictures.chart import chart
from samvirke.report.pictures.matrix import Meeting, matrix
from samvirke.report.words.states import State, name_in, states
from samvirke.report.words.wording import SMALL, both, millions
from samvirke.uncertainty.results import Results

CAPTION = Text(
    "Hva hvert organ har å bruke, i dag og i alternativene", "What each body has to spend, today and after"
)


def spending(results: Results) -> Picture | None:
    """The bodies whose money some alternative changes, against the states; nothing when none does."""
    meetings = tuple(_meetings(results))
    if not meetings:
        return None
    last = results.study.assignment.years[-1]
    count = len({one.row for one in meetings})
    alt = Text(
        f"En matrise med {count} organer nedover, og i dag og alternativene bortover: hva organet har å "
        f"bruke på innsatsen i {last}, i millioner kroner. Mer enn i dag er blått, mindre er oransje. "
        "Forskjellene står i vedlegget om fordeling.",
        f"A matrix with {count} bodies down, and today and the alternatives across: what the body has to "
        f"spend on the effort in {last}, in NOK million. More than today is blue, less is orange. The "
        "differences stand in the annex on distribution.",
    )
    caption = Text(f"{CAPTION.nb}: millioner kroner i {last}", f"{CAPTION['en']}: NOK million in {last}")
    return Picture("spending", caption, alt, chart(lambda language: matrix(meetings, language)))


def _meetings(results: Results) -> Iterator[Meeting]:
    last, every = results.study.assignment.years[-1], states(results)
    spent = (row.actor for state in every for row in state.study.spending.values() if row.in_effort)
    for actor in dict.fromkeys(spent):
        amounts = [_amount(results, state, actor, last) for state in every]
        if max(amounts) - min(amounts) >= SMALL:
            for state, amount in zip(every, amounts, strict=True):
                more = amount - amounts[0]
                tone = "plain" if abs(more) < SMALL else "doubt" if more > 0 else "bad"
                yield Meeting(name_in(every, actor), state.heading, _told(amount), tone)


def _amount(results: Results, state: State, actor: str, year: int) -> float:
    figure = results.figure(state.id, f"expenditure.actor.{actor}.{year}")
    return 0.0 if figure is None else figure.expected


def _told(amount: float) -> Text:
    return both(lambda language: millions(amount, language))
