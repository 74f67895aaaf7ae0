"""What is wrong today, who said so, and how far each alternative meets it."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.report.annexes.answers import answer_anchor, meets_none
from samvirke.report.document import Cell, Column, Table, Words, cell, words
from samvirke.report.words.degrees import DEGREE_TONES, DEGREES
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.references import sources
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results


def challenges_table(study: Study) -> Table:
    """Each challenge with whom it concerns, the goal it stands in the way of, and who said so."""
    goals = study.assignment.goals
    rows = []
    for challenge in study.challenges.values():
        goal = goals[challenge.goal].text if challenge.goal is not None else Text("", "")
        group = challenge.group or Text("", "")
        rows.append((cell(challenge.text), cell(group), cell(goal), Cell(sources(study, challenge.said_by))))
    columns = (
        Column(Text("Utfordring", "Challenge")),
        Column(Text("Gjelder", "Concerns")),
        Column(Text("Står i veien for", "Stands in the way of")),
        Column(Text("Hvem har sagt det", "Who has said so")),
    )
    return Table(Text("Utfordringene i dag", "The challenges today"), columns, tuple(rows))


def challenges_matrix(results: Results) -> Table:
    """Challenges as rows, alternatives as columns: how far each is met, by the alternative's own answer."""
    study = results.study
    rows = []
    for key, challenge in study.challenges.items():
        cells = [cell(challenge.text)]
        for name in results.compared:
            answer = study.alternatives[name].answers.get(key)
            if answer is None:
                cells.append(cell(words("ikke sagt", "not said"), tone="bad"))
            else:
                told = Words(DEGREES[answer.degree], f"#{_reason(study, key, name)}")
                cells.append(cell(told, tone=DEGREE_TONES[answer.degree]))
        rows.append(tuple(cells))
    columns = (
        Column(Text("Utfordring", "Challenge")),
        *(Column(alternative_name(study, name)) for name in results.compared),
    )
    return Table(
        Text(
            "Hvor langt hvert alternativ møter utfordringene", "How far each alternative meets the challenges"
        ),
        columns,
        tuple(rows),
        even=True,
        note=Text(
            "Svarene er studiens egne og står med begrunnelse i et eget vedlegg. De er vurderinger, "
            "der ikke et tall er nevnt.",
            "The answers are the study's own and stand with their reasons in an annex. They are "
            "judgements where no figure is named.",
        ),
    )


def _reason(study: Study, challenge: str, name: str) -> str:
    """Where the report gives the reason for an answer."""
    none = meets_none(study.alternatives[name])
    return f"alternative-{name}" if none else answer_anchor(challenge)
