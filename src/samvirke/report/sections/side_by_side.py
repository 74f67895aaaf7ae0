"""The alternatives side by side: one row for each question, one column for each alternative, today first."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.report.compare.headlines import NONE, Headline, headlines
from samvirke.report.compare.two_alternatives import placements
from samvirke.report.document import Break, Cell, Column, Section, Table, Words, cell, lines, words
from samvirke.report.words.naming import alternative_name, short_name
from samvirke.report.words.wording import linked
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

CHOOSE = Text("Hvilke vil du sammenligne?", "Which do you want to compare?")
MOST_CHOSEN = 16  # the style sheet can hide as many columns
DONE_BY = Text("Hvem som utfører:", "Who does:")
MISSING = Cell((words("–", "–"),))
ONLY_WHEN_SOMETHING = ("funding.open",)  # a row of nothing but nothing is left out of these


def side_by_side(results: Results) -> Section:
    """Every alternative, the zero alternative too, answering the same questions in one table."""
    columns = (results.zero, *results.compared)
    answers = {name: {one.label: one for one in headlines(results, name)} for name in columns}
    questions = dict.fromkeys(label for of_one in answers.values() for label in of_one)
    rows = []
    for question in questions:
        found = [answers[name].get(question) for name in columns]
        if _says_something(found):
            cells = (_answer(results, one, name) for one, name in zip(found, columns, strict=True))
            rows.append((cell(question), *cells))
    if len(columns) <= MOST_CHOSEN:
        rows += _placed(results, columns)
    table = Table(
        Text("Alternativene, spørsmål for spørsmål", "The alternatives, question by question"),
        (
            Column(Text("Spørsmål", "Question")),
            *(Column(alternative_name(results.study, name)) for name in columns),
        ),
        tuple(rows),
        cards=False,
        note=Text(
            "Forventet verdi; i parentes ti- og nittiprosentverdien. Tallet på oppgaver og plikter gjelder "
            "når alt er på plass.",
            "Expected value; in brackets the 10th and 90th percentiles. Counts of tasks and duties are as "
            "once everything is in place.",
        ),
        choose=CHOOSE if len(columns) <= MOST_CHOSEN else None,
    )
    return Section(
        "side-by-side", Text("Alternativene side om side", "The alternatives side by side"), (table,)
    )


def _placed(results: Results, columns: tuple[str, ...]) -> list[tuple[Cell, ...]]:
    """Who does the tasks of co-ordination that are not done by the same everywhere."""
    return [
        (Cell((words(DONE_BY), Break(), *lines(tasks))), *(cell(one) for one in doers))
        for doers, tasks in placements(results, columns, _in_short).items()
    ]


def _in_short(study: Study, actor: str) -> Text:
    """An actor's short name, with the agency it is part of when it is a unit."""
    name, host = short_name(study, actor), study.agency(actor)
    if host == actor or host not in study.actors:
        return name
    behind = short_name(study, host)
    return Text(f"{name.nb} i {behind.nb}", f"{name['en']} in {behind['en']}")


def _says_something(found: list[Headline | None]) -> bool:
    figures = [one.figure for one in found if one is not None and one.figure is not None]
    if not any(figure.name in ONLY_WHEN_SOMETHING for figure in figures):
        return True
    return any(one is not None and one.answer != NONE for one in found)


def _answer(results: Results, one: Headline | None, name: str) -> Cell:
    if one is None:
        return MISSING
    answer = one.answer
    if one.figure is not None:
        return Cell((linked(one.figure, answer),), one.tone, amount=one.figure.expected)
    if one.of_its_own and name in results.study.alternatives:
        return Cell((Words(answer, f"#alternative-{name}"),), one.tone)
    return Cell((Words(answer, strong=one.tone != "plain"),), one.tone)
