"""The goals of the assignment: the measure each is read from, today and under each alternative."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.report.document import Break, Cell, Column, Piece, Table, Words, cell, words
from samvirke.report.words.naming import alternative_name, figure_label
from samvirke.report.words.wording import inside_sentence, linked, told
from samvirke.study.assignment import Goal
from samvirke.uncertainty.results import Results


def goals_table(results: Results) -> Table:
    """Goals as rows, today and the alternatives as columns; goals without a measure are told apart."""
    study = results.study
    plans = (results.zero, *results.compared)
    rows: list[tuple[Cell, ...]] = []
    for goal in study.assignment.goals.values():
        measures = [m for m in goal.measures if results.figure(results.zero, m.figure) is not None]
        for number, measure in enumerate(measures):
            label = inside_sentence(figure_label(study, measure.figure))
            first: tuple[Piece, ...] = (Words(goal.text), Break()) if number == 0 else ()
            cells = [Cell((*first, Words(label)))]
            for name in plans:
                figure = results.figure(name, measure.figure)
                cells.append(cell(linked(figure, told(figure)) if figure else words("–", "–")))
            rows.append(tuple(cells))
    columns = (
        Column(Text("Mål, og hva det leses av", "Goal, and what it is read from")),
        *(Column(alternative_name(study, name), numeric=True) for name in plans),
    )
    return Table(Text("Målene", "The goals"), columns, tuple(rows), even=True)


def goals_without_measure(results: Results) -> tuple[tuple[Piece, ...], ...]:
    """One point for each goal that no figure of the run can be read as, with the study's own reason."""
    return tuple(
        (Words(goal.text, strong=True), words(". ", ". "), Words(goal.note))
        for goal in results.study.assignment.goals.values()
        if not _measured(results, goal) and goal.note is not None
    )


def _measured(results: Results, goal: Goal) -> bool:
    return any(results.figure(results.zero, m.figure) is not None for m in goal.measures)
