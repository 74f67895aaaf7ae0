"""What the assignment asks for, and whether the study meets it."""

from __future__ import annotations

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
    words,
)
from samvirke.report.words.references import sources
from samvirke.study.assignment import Assignment, Requirement
from samvirke.uncertainty.claims import holds
from samvirke.uncertainty.results import Results

# The three levels of the guide to the instructions for official studies (DFØ, utredningsinstruksen 2-2).
LEVELS: dict[str, Text] = {
    "minimum": Text("minimumsanalyse", "minimum analysis"),
    "simplified": Text("forenklet analyse", "simplified analysis"),
    "full": Text("samfunnsøkonomisk analyse", "full economic analysis"),
}


def met(results: Results, requirement: Requirement) -> bool:
    """Whether the study says where the requirement is met, and its figures do not say otherwise."""
    if requirement.met_by is None:
        return False
    return requirement.holds is None or bool(holds(requirement.holds, results.figures, results.zero))


def unmet(results: Results) -> tuple[Requirement, ...]:
    """The requirements that are not met."""
    return tuple(one for one in results.study.assignment.requirements.values() if not met(results, one))


def requirements_section(results: Results) -> Section:
    """Each requirement, whether it is met, and where; only how thorough the study is when there are none."""
    if not results.study.assignment.requirements:
        heading = Text("Hvor grundig utredningen er", "How thorough the study is")
        return Section("requirements", heading, (_level(results.study.assignment),))
    rows = []
    for requirement in results.study.assignment.requirements.values():
        where: list[Piece] = []
        if requirement.note is not None:
            where += [Words(requirement.note), Break()]
        if requirement.met_by is not None:
            where += [Words(requirement.met_by), Break()]
        where += sources(results.study, requirement.source)
        rows.append((cell(requirement.text), _status(results, requirement), Cell(tuple(where))))
    columns = (
        Column(Text("Krav i oppdraget", "Requirement of the assignment")),
        Column(Text("Oppfylt?", "Met?")),
        Column(Text("Hvor, eller hvorfor ikke", "Where, or why not")),
    )
    return Section(
        "requirements",
        Text("Kravene i oppdraget", "The requirements of the assignment"),
        (
            _level(results.study.assignment),
            Table(
                Text("Kravene og hvor de er møtt", "The requirements and where they are met"),
                columns,
                tuple(rows),
            ),
        ),
    )


def _level(assignment: Assignment) -> Paragraph:
    """How thorough the study must be, and why."""
    level = LEVELS[assignment.level]
    return Paragraph(
        (
            words(f"Omfang: {level.nb}.", f"Thoroughness: {level['en']}.", strong=True),
            words(" ", " "),
            Words(assignment.level_reason),
        )
    )


def _status(results: Results, requirement: Requirement) -> Cell:
    if met(results, requirement):
        return cell(words("Ja", "Yes"), tone="good")
    return cell(words("Nei", "No"), tone="bad")
