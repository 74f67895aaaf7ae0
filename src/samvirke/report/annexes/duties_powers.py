"""Section: duties that are held without the power to fulfil them, today and under each alternative."""

from __future__ import annotations

from samvirke.consequences.administration import administration
from samvirke.consequences.authority import powerless_duties
from samvirke.language import Text
from samvirke.report.document import Block, Cell, Column, Paragraph, Piece, Section, Table, Words, cell, words
from samvirke.report.words.naming import short_name, task_name
from samvirke.report.words.powers import kinds_told, none_of
from samvirke.report.words.references import basis
from samvirke.report.words.states import State, gathered, number_of, short_in, states
from samvirke.report.words.wording import names
from samvirke.study.authority import Lacking
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

HAS_POWERS = Text("har virkemidlene.", "has the powers.")
NOBODY = Text("ingen utfører oppgaven.", "nobody does the task.")


def duties_powers_section(results: Results) -> Section:
    """How many duties lack power in each state, which they are, and what the tasks ask for."""
    every = states(results)
    heading = Text("Plikter uten virkemidler", "Duties without the power to fulfil them")
    if not any(task.needs_power for task in results.study.tasks.values()):
        said = words(
            "Studien sier ikke hvilke virkemidler oppgavene krever.",
            "The study does not say which powers the tasks ask for.",
        )
        return Section("duties-powers", heading, (Paragraph((said,)),))
    blocks: tuple[Block, ...] = (_intro(), _counts(results, every))
    if any(powerless_duties(state.study) for state in every):
        blocks = (*blocks, _table(results, every))
    return Section("duties-powers", heading, (*blocks, _needed(results, every)))


def _intro() -> Paragraph:
    return Paragraph(
        (
            words(
                "En plikt holdes uten virkemidler når den som utfører en av oppgavene, ikke kan gjøre det "
                "oppgaven krever overfor noen av organene. Organer i samme etat, og de som står over eller "
                "under utføreren, regnes ikke med: der avgjør den felles lederen. Hva oppgavene krever, er "
                "vår vurdering og står i den andre tabellen.",
                "A duty is held without the power when whoever does one of its tasks cannot do what the task "
                "asks for towards some of the bodies. Bodies in the same agency, and those above or under "
                "the doer, are not counted: there the common leader decides. What the tasks ask for is our "
                "judgement and stands in the second table.",
            ),
        )
    )


def _counts(results: Results, every: tuple[State, ...]) -> Table:
    rows = tuple(
        (cell(state.heading), cell(number_of(results, state, "admin.powerless_duties"))) for state in every
    )
    columns = (
        Column(Text("Alternativ", "Alternative")),
        Column(Text("Plikter uten virkemidler", "Duties without power"), numeric=True),
    )
    return Table(Text("Hvor mange det er", "How many there are"), columns, rows)


def _table(results: Results, every: tuple[State, ...]) -> Table:
    """Each duty that lacks power in any state: what is lacking, and where."""
    lacking = {state.id: powerless_duties(state.study) for state in every}
    uncovered = {state.id: administration(state.study).uncovered_duties for state in every}
    rows = []
    for duty, record in results.study.duties.items():
        if any(duty in found for found in lacking.values()):
            told = []
            for state in every:
                if duty in lacking[state.id]:
                    told.append((state, _lacks(state.study, lacking[state.id][duty])))
                else:
                    bare = duty in uncovered[state.id]
                    told.append((state, (Words(NOBODY if bare else HAS_POWERS),)))
            rows.append((cell(record.text), Cell(gathered(told))))
    columns = (Column(Text("Plikt", "Duty")), Column(Text("Hva som mangler", "What is lacking")))
    caption = Text("Plikter uten virkemidler, og hva som mangler", "Duties without power: what is lacking")
    return Table(caption, columns, tuple(rows))


def _lacks(study: Study, lacks: tuple[Lacking, ...]) -> tuple[Piece, ...]:
    """Who cannot do what towards whom, the same doer and bodies told once."""
    gathered: dict[tuple[str, tuple[str, ...]], dict[str, Lacking]] = {}
    for one in lacks:
        gathered.setdefault((one.doer, one.over), {}).setdefault(one.kind, one)
    pieces: list[Piece] = []
    for (doer, over), kinds in gathered.items():
        who, whom = short_name(study, doer), names(short_name(study, body) for body in over)
        what = none_of(one.kind for one in kinds.values())
        pieces += [words(" ", " ")] if pieces else []
        pieces.append(
            words(
                f"{who.nb} kan ikke {what.nb} overfor {whom.nb}.",
                f"{who['en']} cannot {what['en']} towards {whom['en']}.",
            )
        )
    return tuple(pieces)


def _needed(results: Results, every: tuple[State, ...]) -> Table:
    study = results.study
    rows = tuple(
        (
            cell(task_name(study, key)),
            cell(kinds_told(needed.kinds)),
            cell(names(short_in(every, body) for body in needed.over)),
            Cell(basis(study, needed)),
        )
        for key, task in study.tasks.items()
        for needed in task.needs_power
    )
    columns = tuple(
        Column(Text(nb, en))
        for nb, en in (
            ("Oppgave", "Task"),
            ("Utføreren må kunne", "Its doer must be able to"),
            ("Overfor", "Towards"),
            ("Bygger på", "Rests on"),
        )
    )
    return Table(Text("Virkemidler oppgavene krever", "Powers that the tasks ask for"), columns, rows)
