"""The body of the report: the six questions of the instructions for official studies, one by one."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.report.document import Block, Paragraph, Points, Section, Words, words
from samvirke.report.sections.affected import affected_in_short
from samvirke.report.sections.authority import authority_in_short
from samvirke.report.sections.beliefs import beliefs_section
from samvirke.report.sections.challenges import challenges_matrix, challenges_table
from samvirke.report.sections.effects import effects_matrix
from samvirke.report.sections.goals import goals_table, goals_without_measure
from samvirke.report.sections.grants import grant_schemes_in_short
from samvirke.report.sections.options import how_many, options_matrix
from samvirke.report.sections.prose import texts
from samvirke.report.sections.separations import separations
from samvirke.report.sections.side_by_side import side_by_side
from samvirke.report.sections.stakes import stakes_section
from samvirke.report.sections.transition import timetable
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.wording import quoted
from samvirke.uncertainty.results import Results


def body(results: Results) -> tuple[Section, ...]:
    """The six sections, in the order of the instructions."""
    return (
        _problem(results),
        _measures(results),
        _principles(results),
        _effects(results),
        _recommendation(results),
        _conditions(results),
    )


def _question(number: int, nb: str, en: str) -> tuple[str, Text]:
    return f"question-{number}", Text(f"{number}. {nb}", f"{number}. {en}")


def _problem(results: Results) -> Section:
    study = results.study
    blocks: list[Block] = [*texts(results, "problem"), challenges_table(study)]
    without = goals_without_measure(results)
    aims: list[Block] = [*texts(results, "goals"), goals_table(results)]
    if without:
        aims += [
            Paragraph((words("Mål uten tall:", "Goals without a figure:", strong=True),)),
            Points(without),
        ]
    goals = Section("goals", Text("Målene", "The goals"), tuple(aims))
    return Section(
        *_question(
            1, "Hva er problemet, og hva vil vi oppnå?", "What is the problem, and what is to be achieved?"
        ),
        tuple(blocks),
        (goals,),
    )


def _measures(results: Results) -> Section:
    study = results.study
    considered: tuple[Section, ...] = ()
    if len(study.options.dimensions) > 1:
        more = words("Se grunnene", "See the reasons", "#options")
        told = Paragraph((Words(how_many(study)), words(" ", " "), more, words(".", ".")))
        heading = Text("Hva som er vurdert", "What was considered")
        considered = (Section("considered", heading, (told, options_matrix(study))),)
    return Section(
        *_question(2, "Hvilke tiltak er relevante?", "Which measures are relevant?"),
        texts(results, "measures"),
        (
            *(_in_short(results, name) for name in results.compared),
            *considered,
        ),
    )


def _in_short(results: Results, name: str) -> Section:
    """An alternative in a paragraph, with the text that is written about it, if any."""
    one = results.study.alternatives[name]
    more = words("Se alle endringene", "See all the changes", f"#alternative-{name}")
    summary = Paragraph((Words(one.summary), words(" ", " "), more, words(".", ".")))
    return Section(f"short-{name}", one.name, (summary, *texts(results, name)))


def _principles(results: Results) -> Section:
    study = results.study
    rules = separations(results) if study.rules else ()
    return Section(
        *_question(
            3, "Hvilke prinsipielle spørsmål reiser tiltakene?", "Which questions of principle do they raise?"
        ),
        (*texts(results, "principles"), *rules),
    )


def _effects(results: Results) -> Section:
    has_coordinator = results.study.assignment.coordination_task is not None
    authority = (authority_in_short(results),) if has_coordinator else ()
    matrix: tuple[Block, ...] = (effects_matrix(results),) if results.study.effects else ()
    challenges = (challenges_matrix(results),) if results.study.challenges else ()
    return Section(
        *_question(
            4,
            "Hva er de positive og negative virkningene, hvor varige er de, og hvem blir berørt?",
            "What are the positive and negative effects, how lasting are they, and who is affected?",
        ),
        texts(results, "effects"),
        (
            Section("challenges-met", Text("Utfordringene", "The challenges"), challenges),
            Section("effects-matrix", Text("Virkninger uten pris", "Effects without a price"), matrix),
            *authority,
            *grant_schemes_in_short(results),
            stakes_section(results),
            affected_in_short(results),
            side_by_side(results),
        ),
    )


def _recommendation(results: Results) -> Section:
    assignment = results.study.assignment
    if assignment.recommendation is None:
        chosen = Text("Utredningen anbefaler ingen av alternativene ennå.", "The study recommends none yet.")
    else:
        name = quoted(alternative_name(results.study, assignment.recommendation))
        chosen = Text(f"Utredningen anbefaler {name.nb}.", f"The study recommends {name['en']}.")
    reason = Paragraph((Words(chosen, strong=True), words(" ", " "), Words(assignment.recommendation_reason)))
    return Section(
        *_question(5, "Hvilket tiltak anbefales, og hvorfor?", "Which measure is recommended, and why?"),
        (reason, *texts(results, "recommendation")),
        beliefs_section(results),
    )


def _conditions(results: Results) -> Section:
    return Section(
        *_question(
            6,
            "Hva er forutsetningene for en vellykket gjennomføring?",
            "What are the conditions for success?",
        ),
        (*texts(results, "conditions"), *((timetable(results),) if results.schedules else ())),
    )
