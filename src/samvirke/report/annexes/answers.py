"""Annex: how each challenge is met, alternative by alternative, and what the answer rests on."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.alternatives.plan import Plan
from samvirke.language import Text
from samvirke.report.document import (
    Break,
    Cell,
    Column,
    Paragraph,
    Piece,
    Section,
    Table,
    Words,
    cell,
    lines,
    words,
)
from samvirke.report.words.degrees import DEGREE_TONES, DEGREES
from samvirke.report.words.naming import figure_called, with_names
from samvirke.report.words.wording import capital, inside_sentence
from samvirke.study.alternative import Alternative, ChallengeAnswer
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

COLUMNS = (
    Column(Text("Alternativ", "Alternative")),
    Column(Text("Møtt", "Met")),
    Column(Text("Hvordan", "How")),
    Column(Text("Bygger på", "Rests on")),
)


def answers_annex(results: Results) -> Section:
    """A table for each challenge; alternatives that answer it alike are told in one row."""
    study = results.study
    tables = tuple(table for key in study.challenges if (table := _table(results, key)).rows)
    intro = words(
        "Svarene er studiens egne. Et alternativ som ikke møter noen av utfordringene, er ikke med.",
        "The answers are the study's own. An alternative that meets none of the challenges is left out.",
    )
    heading = Text("Hvordan utfordringene blir møtt", "How the challenges are met")
    return Section("answers", heading, (Paragraph((intro,)), *tables))


def has_answers(study: Study) -> bool:
    """Whether there is anything for the annex to tell."""
    return any(one.answers for one in _answering(study))


def _answering(study: Study) -> list[Alternative]:
    return [one for one in study.alternatives.values() if not meets_none(one)]


def meets_none(one: Alternative) -> bool:
    """Whether an alternative has answered challenges and meets none of them."""
    return bool(one.answers) and all(answer.degree == "not" for answer in one.answers.values())


def answer_anchor(challenge: str) -> str:
    """The anchor of the table that tells how a challenge is met."""
    return f"answers-{challenge}"


def _table(results: Results, challenge: str) -> Table:
    study = results.study
    alike: dict[ChallengeAnswer, list[Alternative]] = {}
    for one in _answering(study):
        if challenge in one.answers:
            alike.setdefault(one.answers[challenge], []).append(one)
    rows = tuple(
        (
            Cell(lines(one.name for one in those), anchor=None if number else answer_anchor(challenge)),
            cell(capital(DEGREES[answer.degree]), tone=DEGREE_TONES[answer.degree]),
            cell(answer.how),
            Cell(tuple(_rests_on(results.plans[those[0].id], answer))),
        )
        for number, (answer, those) in enumerate(alike.items())
    )
    return Table(study.challenges[challenge].text, COLUMNS, rows)


def _rests_on(plan: Plan, answer: ChallengeAnswer) -> Iterator[Piece]:
    """The figure by what it is called, and the judgement in its own words."""
    if answer.figure is not None:
        label = inside_sentence(figure_called(with_names(plan), answer.figure))
        yield words(f"Avledet: {label.nb}", f"Derived: {label['en']}")
    if answer.judgement is not None:
        yield from (Break(),) if answer.figure is not None else ()
        yield Words(answer.judgement)
