"""The timetable in the report: it says what was worked out, and plainly when a start is too early."""

import json
from collections.abc import Iterator

import pytest
from tests.making import Records, alternative, small

from samvirke.language import LANGUAGES, Language
from samvirke.report.document import Block, Break, Chart, Notice, Paragraph, Pieces, Section, Table
from samvirke.report.pictures.transition import transition
from samvirke.report.sections.transition import transition_section
from samvirke.report.words.activities import changes_told
from samvirke.report.words.changes import change_in_words
from samvirke.report.words.naming import short_name
from samvirke.report.words.steps import steps, whole_months
from samvirke.report.words.wording import month_name
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results, run

languages = pytest.mark.parametrize("language", LANGUAGES)
DURATIONS: Records = {
    "decision": 6, "hearing": 3, "regulation": 8, "law": 20, "agreement": 4, "instruction": 2,
    "employees": 6, "recruitment": 5, "handover": 3, "budget_lead": 8,
}  # fmt: skip
POWER: Records = {
    "verb": "empower", "holder": "centre", "over": ["children"], "given_by": "justice", "basis": "Brev",
    "power": "reports", "kind": "demand_reports",
}  # fmt: skip


def said(pieces: Pieces, language: Language) -> str:
    return "".join("\n" if isinstance(piece, Break) else piece.text[language] for piece in pieces)


def lines(table: Table, language: Language) -> list[list[str]]:
    return [[said(cell.pieces, language) for cell in row] for row in table.rows]


def of_kind(section: Section, kind: type[Block]) -> list[Block]:
    return [block for block in section.blocks if isinstance(block, kind)]


def tables(section: Section) -> Iterator[Table]:
    yield from (block for block in section.blocks if isinstance(block, Table))


def told(*changes: Records, study: Study | None = None) -> Section:
    study = study or small(transition={"durations": DURATIONS})
    results = run(study.with_(alternatives={"alt": alternative(*changes)}), draws=4)
    (section,) = transition_section(results).sections
    return section


def lead(section: Section, language: Language) -> str:
    first = section.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.lead
    return said(first.pieces, language)


def test_the_first_line_says_when_and_by_way_of_what() -> None:
    section = told({**POWER, "legal": "law"})
    assert lead(section, "nb").startswith("Kan ventes i kraft: juni 2023. I gjennomsnitt går det ")
    assert lead(section, "nb").endswith(
        "Det som avgjør når, er vedtak i saken, utkast til lov som gjelder justice, høring av lov "
        "som gjelder justice og proposisjon og lovvedtak som gjelder justice."
    )
    assert lead(section, "en").startswith("Can be expected in force: June 2023. On average it takes ")


def test_a_start_that_is_too_early_is_said_plainly_and_told_first() -> None:
    section = told({**POWER, "legal": "instruction"}, {**POWER, "power": "second", "kind": "instruct",
                                                       "legal": "law"})  # fmt: skip
    (notice,) = of_kind(section, Notice)
    assert isinstance(notice, Notice)
    assert notice.heading.nb == "Oppgitt start er for tidlig"
    assert said(notice.pieces, "nb").startswith("1 av 2 endringer starter tidligere enn det trolig er mulig.")
    _, changes = tables(section)
    assert [row[1] for row in lines(changes, "en")] == ["Too early: January 2022", "January 2022"]
    assert [row[2] for row in lines(changes, "en")] == ["June 2023", "September 2021"]


def test_starts_that_can_be_kept_are_said_to_be() -> None:
    section = told({**POWER, "legal": "instruction"})
    assert of_kind(section, Notice) == []
    second = section.blocks[1]
    assert isinstance(second, Paragraph)
    assert said(second.pieces, "nb").startswith("Hver endring for seg rekker trolig sin dato")


def test_each_step_says_who_after_what_when_and_how_long_it_can_wait() -> None:
    steps, _ = tables(told({**POWER, "legal": "instruction"}))
    assert lines(steps, "nb") == [
        ["Vedtak i saken", "justice", "Fristen", "januar – juni 2021", "Avgjør sluttdatoen; 4 måneder slakk"],
        ["Instruks eller tildelingsbrev", "justice", "Vedtak i saken", "juli – august 2021",
         "Avgjør sluttdatoen; 4 måneder slakk"],
    ]  # fmt: skip


def test_alike_steps_of_several_bodies_are_one_row() -> None:
    other: Records = {**POWER, "power": "second", "kind": "instruct", "given_by": "family"}
    steps, _ = tables(told({**POWER, "legal": "law"}, {**POWER, "power": "p", "kind": "inform",
                           "legal": "instruction"}, {**other, "legal": "instruction"}))  # fmt: skip
    rows = [row for row in lines(steps, "en") if row[0] == "Instruction or letter of allocation"]
    assert [row[1] for row in rows] == ["justice and family"]


def test_rules_of_one_body_from_different_months_are_told_apart() -> None:
    second: Records = {**POWER, "power": "second", "kind": "instruct", "legal": "law", "start": "2023-01"}
    steps, _ = tables(told({**POWER, "legal": "law"}, second))
    assert [row[0] for row in lines(steps, "en") if row[0].startswith("Draft")] == [
        "Draft of a law on justice from January 2022",
        "Draft of a law on justice from January 2023",
    ]


def test_a_study_without_durations_says_that_nothing_is_known() -> None:
    results = run(small().with_(alternatives={"alt": alternative({**POWER, "legal": "law"})}), draws=4)
    section = transition_section(results)
    assert section.sections == ()
    (only,) = section.blocks
    assert isinstance(only, Paragraph)
    assert said(only.pieces, "nb") == "Studien sier ikke hvor lang tid overgangen tar."


@pytest.mark.parametrize(("slack", "months"), [(4.0, 4), (3.9999999, 4), (0.9, 0), (-0.1, -1), (-1.0, -1)])
def test_a_little_too_late_is_a_month_too_late(slack: float, months: int) -> None:
    assert whole_months(slack) == months


@languages
def test_every_alternative_of_the_built_in_study_has_its_timetable(
    results: Results, language: Language
) -> None:
    section = transition_section(results)
    assert [part.anchor for part in section.sections] == [f"transition-{name}" for name in results.compared]
    for name, part in zip(results.compared, section.sections, strict=True):
        timed = results.schedules[name]
        assert timed.earliest is not None
        assert month_name(timed.earliest)[language] in lead(part, language)
        steps, changes = tables(part)
        critical = {"nb": "Avgjør sluttdatoen", "en": "Settles the end date"}[language]
        told_critical = sum(row[4].startswith(critical) for row in lines(steps, language))
        # Alike steps share a row, and what puts changes in force stands in the other table.
        assert 1 <= told_critical <= len(timed.path) - 1
        late = {"nb": "For tidlig", "en": "Too early"}[language]
        told_late = sum(row[0].count("\n") + 1 for row in lines(changes, language) if row[1].startswith(late))
        figure = results.figure(name, "transition.late")
        assert figure is not None
        assert told_late == figure.expected


def test_the_picture_has_the_rows_of_the_table_of_steps(results: Results) -> None:
    sections = {one.anchor: one for one in transition_section(results).sections}
    for name in results.compared:
        picture, drawn = transition(name, results), steps(results.plans[name], results.schedules[name])
        assert picture is not None
        assert isinstance(picture.drawing, Chart)
        blocks = sections[f"transition-{name}"].blocks
        table = next(block for block in blocks if isinstance(block, Table))
        bars = json.loads(picture.drawing.nb)["data"]["values"]
        assert len(table.rows) == len(drawn) == len(bars)
        assert f" {len(drawn)} steg " in picture.alt.nb
        assert blocks.index(picture) < blocks.index(table)


def test_changes_of_shared_steps_are_told_by_the_names_of_the_steps(results: Results) -> None:
    plan = results.plans["core-group"]
    shared = [one.written for one in plan.changes if one.written.package == "one-plan-for-courses"]
    own = [one.written for one in plan.changes if one.written.package is None]
    several = tuple(one.change.id for one in shared)
    assert changes_told(plan, several).nb == "6 endringer i grepet «Én plan for kompetansearbeidet»"
    mixed = changes_told(plan, (own[0].change.id, own[1].change.id, *several))
    first = change_in_words(plan, own[0], short_name)
    assert mixed["en"].startswith(f"{first['en']}, and 1 more change; 6 changes in the step “")
    assert changes_told(plan, several[:1]) == change_in_words(plan, shared[0], short_name)
