"""The sections on authority, duties, interfaces, those affected, stakes, obligations and responsibility."""

import re
from collections.abc import Callable, Iterator

import pytest
from tests.making import small

from samvirke.cases import built_in
from samvirke.consequences.administration import administration
from samvirke.consequences.affected import affected
from samvirke.consequences.authority import authority, bodies_under_power, counted_bodies, powerless_duties
from samvirke.consequences.interfaces import interfaces
from samvirke.consequences.rules import rules_to_make
from samvirke.consequences.stakes import stakeholders, stakes
from samvirke.report.annexes.duties_powers import duties_powers_section
from samvirke.report.annexes.interfaces import interfaces_section
from samvirke.report.annexes.obligations import employees_section, obligations_section
from samvirke.report.annexes.responsibility_map import responsibility_map
from samvirke.report.document import Break, Cell, Picture, Section, Table, Words, pieces_of
from samvirke.report.report import report
from samvirke.report.sections.affected import affected_section
from samvirke.report.sections.authority import authority_section
from samvirke.report.sections.stakes import MORE_TASKS, stakes_section
from samvirke.report.words.naming import actor_name, short_name, task_name
from samvirke.report.words.responsibility import LETTERS
from samvirke.report.words.states import name_in, states
from samvirke.report.words.wording import anchor_of
from samvirke.report.writing.edition import edition
from samvirke.study.authority import coordinators
from samvirke.study.reading import read_study
from samvirke.uncertainty.results import Results, run

Make = Callable[[Results], Section]
SECTIONS: tuple[Make, ...] = (
    authority_section,
    duties_powers_section,
    interfaces_section,
    affected_section,
    stakes_section,
    obligations_section,
    employees_section,
    responsibility_map,
)
each = pytest.mark.parametrize("make", SECTIONS, ids=lambda make: make.__name__)


@pytest.fixture(scope="module")
def starter() -> Results:
    return run(read_study(built_in()["starter"]), draws=64)


def tables(section: Section) -> Iterator[Table]:
    yield from (block for block in section.blocks if isinstance(block, Table))
    for inner in section.sections:
        yield from tables(inner)


def said(cell: Cell, language: str = "nb") -> str:
    """What a cell says; a new line between its lines."""
    return "".join(
        "\n" if isinstance(piece, Break) else piece.text[language]  # type: ignore[index]
        for piece in cell.pieces
    )


def whole(section: Section) -> Iterator[Words]:
    for block in section.blocks:
        yield from (piece for piece in pieces_of(block) if isinstance(piece, Words))
    for inner in section.sections:
        yield from whole(inner)


def table(section: Section, caption: str) -> Table:
    (found,) = (one for one in tables(section) if caption in one.caption.nb)
    return found


@each
def test_every_row_has_a_cell_for_each_column(make: Make, results: Results, starter: Results) -> None:
    for made in (make(results), make(starter)):
        for one in tables(made):
            assert one.rows
            assert {len(row) for row in one.rows} == {len(one.columns)}


@each
def test_everything_is_said_in_both_languages(make: Make, results: Results) -> None:
    section = make(results)
    texts = [piece.text for piece in whole(section)] + [c.heading for t in tables(section) for c in t.columns]
    assert texts
    assert not [text for text in texts if text.lacks("en")]


@each
def test_every_link_to_a_figure_is_to_one_of_the_run(make: Make, results: Results) -> None:
    known = {f"#{anchor_of(figure)}" for figure in results.figures.values()}
    targets = {w.target for w in whole(make(results)) if w.target and w.target.startswith("#figure-")}
    assert targets <= known


@each
def test_nobody_is_called_by_an_id(make: Make, results: Results) -> None:
    ids = set(results.study.actors) | {key for p in results.plans.values() for key in p.final.actors}
    told = re.compile(r"(?<![\w-])(" + "|".join(sorted(ids)) + r")(?![\w-])")
    wrong = {found[1] for piece in whole(make(results)) for found in told.finditer(piece.text.nb)}
    own_words = " ".join(actor.name.nb for actor in results.study.actors.values()).split()
    assert wrong - set(own_words) == set()


def test_the_matrix_has_every_body_under_power_in_each_state(results: Results) -> None:
    every = states(results)
    matrix = table(authority_section(results), "Hva samordneren kan gjøre overfor hvert organ")
    first = " ".join(said(row[0]) for row in matrix.rows)
    for state in every:
        for body in bodies_under_power(state.plan):
            co_ordinates_always = all(body in coordinators(s.study) for s in every if body in s.study.actors)
            assert co_ordinates_always or name_in(every, body).nb in first


def test_the_matrix_says_the_step_that_the_figure_says(results: Results) -> None:
    every = states(results)
    matrix = table(authority_section(results), "Hva samordneren kan gjøre overfor hvert organ")
    rows = {said(row[0]): row[1:] for row in matrix.rows}
    checked = 0
    for body in counted_bodies(every[0].plan):
        row = rows.get(actor_name(results.study, body).nb)
        if row is None:
            continue
        for state, cell in zip(every, row, strict=True):
            figure = results.figure(state.id, f"admin.ladder.{body}")
            assert figure is not None
            step = "Ingen" if not figure.expected else f"Trinn {figure.expected:.0f}"
            assert said(cell).split("\n")[0] == step
            checked += 1
    assert checked >= 6 * len(every)


def test_a_higher_step_than_today_is_marked_in_words_and_in_colour(results: Results) -> None:
    every = states(results)
    matrix = table(authority_section(results), "Hva samordneren kan gjøre overfor hvert organ")
    marked = 0
    for row in matrix.rows:
        for cell in row[2:]:
            if cell.tone == "good":
                assert "nytt:" in said(cell)
                marked += 1
    assert marked
    rows = {said(row[0]): row[1:] for row in matrix.rows}
    for body in counted_bodies(every[0].plan):
        before = authority(every[0].study, body).step
        for state, one in zip(every, rows[actor_name(results.study, body).nb], strict=True):
            assert (one.tone == "good") == (authority(state.study, body).step > before)


def test_duties_without_power_are_told_for_the_states_in_which_they_are_so(results: Results) -> None:
    section = duties_powers_section(results)
    lacking = table(section, "og hva som mangler")
    rows = {said(row[0]): said(row[1]) for row in lacking.rows}
    for state in states(results):
        for duty in powerless_duties(state.study):
            lines = rows[results.study.duties[duty].text.nb].split("\n")
            (line,) = (one for one in lines if state.heading.nb in one.split(":")[0])
            assert "kan ikke" in line
    counts = {said(row[0]): said(row[1]) for row in table(section, "Hvor mange").rows}
    assert counts == {s.heading.nb: str(len(powerless_duties(s.study))) for s in states(results)}


def test_new_and_gone_interfaces_make_up_the_difference_in_number(results: Results) -> None:
    every = states(results)
    section = interfaces_section(results)
    today = len(interfaces(every[0].study).between)
    told = {said(row[0]): [_number(said(cell)) for cell in row[1:]] for row in table(section, "Nye").rows}
    for state in every[1:]:
        new, gone = told.get(state.heading.nb, [0, 0])
        assert today + new - gone == len(interfaces(state.study).between)


def _number(text: str) -> int:
    return 0 if text == "Ingen" else int(text.split(":")[0])


def test_everybody_affected_stands_once_touched_or_not(results: Results) -> None:
    section = affected_section(results)
    (touched,) = tables(section)
    rest = "".join(piece.text.nb for piece in pieces_of(section.blocks[-1]) if isinstance(piece, Words))
    every = states(results)
    in_table = [said(row[0]) for row in touched.rows]
    for state in every:
        for one in affected(state.plan):
            name = name_in(every, one.actor).nb
            assert (name in in_table) != (name in rest)
            assert not one.touched or name in in_table


def test_the_lead_stands_first_and_a_moved_unit_is_its_loss(results: Results) -> None:
    section = stakes_section(results)
    first = next(tables(section))
    lead = results.study.assignment.lead
    assert actor_name(results.study, lead).nb in first.caption.nb
    task = task_name(results.study, "national-coordination").nb
    for row, state in zip(first.rows, states(results)[1:], strict=True):
        leaves = lead not in state.study.above(coordinators(state.study)[0])
        assert (f"«{task}»" in said(row[1]) and "Mister" in said(row[1])) == leaves


def test_what_a_participant_gains_and_loses_is_said_in_words(results: Results) -> None:
    short = table(stakes_section(results), "de andre deltakerne")
    compared = [s for s in states(results) if any(phase.changes for phase in s.plan.phases)]
    lead = results.study.assignment.lead
    bodies = [body for body in stakeholders(results.study) if body != lead]
    seen = set()
    for row, body in zip(short.rows, bodies, strict=True):
        for told, state in zip(row[1:], compared, strict=True):
            kinds = len(stakes(state.plan, body).kinds_over_it.gained)
            lines = said(told).split("\n")
            wanted = f"{kinds} nye virkemidler over organet"
            assert (wanted in lines) == (kinds > 1)
            seen.add(kinds)
            assert not [
                line for line in lines if re.search("^(Over seg|Virkemidler|Oppgaver|Plikter) ", line)
            ]
    assert len(seen) > 1


@pytest.mark.parametrize(
    ("count", "nb", "en"),
    [(1, "Én oppgave til", "1 more task"), (3, "3 oppgaver til", "3 more tasks")],
)
def test_one_and_several_are_told_each_in_its_form(count: int, nb: str, en: str) -> None:
    told = MORE_TASKS.of(count)
    assert (told.nb, told["en"]) == (nb, en)


def test_every_law_and_regulation_that_is_counted_is_listed(results: Results) -> None:
    section = obligations_section(results)
    for state in states(results)[1:]:
        wanted = {one.kind for one in rules_to_make(state.plan)}
        (own,) = (inner for inner in section.sections if inner.anchor == f"obligations-{state.id}")
        listed = {said(row[0]) for one in tables(own) for row in one.rows}
        assert ("Lovendring" in listed) == ("law" in wanted)
        assert ("Ny eller endret forskrift" in listed) == ("regulation" in wanted)


def test_laws_and_regulations_are_counted_alike_in_the_figure_the_table_and_the_timetable(
    results: Results,
) -> None:
    rows = {said(row[0]): row for row in next(tables(obligations_section(results))).rows}
    for state in states(results)[1:]:
        counted = results.figure(state.id, "admin.legal_changes")
        assert counted is not None
        timings = results.schedules[state.id].timings
        assert sum(one.activity.kind == "adoption" for one in timings) == counted.expected
        assert said(rows[state.heading.nb][1]) == f"{counted.expected:.0f}"


def test_steps_towards_employees_stand_for_alternatives_that_move_people(results: Results) -> None:
    section = employees_section(results)
    steps = table(section, "Steg overfor de ansatte")
    transfer = next(row for row in steps.rows if "virksomhetsoverdragelse" in said(row[0]))
    for state in states(results)[1:]:
        moved = results.figure(state.id, "admin.fte_moved")
        assert moved is not None
        assert (state.heading.nb in said(transfer[2])) == (moved.expected > 0)
    assert "Ikke bekreftet" in said(transfer[1])


def test_the_map_names_everybody_with_a_part_once_for_each_part(results: Results) -> None:
    study = results.plans[results.zero].final
    rows = {said(row[0]): row for one in tables(responsibility_map(results)) for row in one.rows}
    for key in study.tasks:
        row = rows[task_name(study, key).nb]
        told = [line for cell in row[1:-1] for line in said(cell).split("\n") if line]
        for part, (letter, _) in LETTERS.items():
            names = [n for line in told if line.startswith(f"{letter.nb} ") for n in line[2:].split(", ")]
            wanted = [short_name(study, actor).nb for actor in study.responsibility(key).of(part)]
            assert sorted(names) == sorted(wanted)


def test_the_map_marks_gaps_in_words_and_in_colour(results: Results) -> None:
    study = results.plans[results.zero].final
    state = administration(study)
    rows = {said(row[0]): row for one in tables(responsibility_map(results)) for row in one.rows}
    for key in study.tasks:
        last = rows[task_name(study, key).nb][-1]
        assert ("ingen utfører" in said(last).lower()) == (key in state.gaps)
        assert ("ingen avgjør" in said(last).lower()) == (key in state.undecided)
        assert ("flere avgjør" in said(last).lower()) == (key in state.contested)
        assert (last.tone == "bad") == (key in (*state.gaps, *state.undecided))


def test_the_map_of_an_alternative_has_its_own_place(results: Results) -> None:
    (first, *_) = results.compared
    section = responsibility_map(results, first)
    assert section.anchor == f"responsibility-map-{first}"
    assert section.blocks != responsibility_map(results).blocks


def test_a_study_without_a_co_ordinator_says_so(starter: Results) -> None:
    without = starter.study.with_(
        assignment=starter.study.assignment.model_copy(update={"coordination_task": None})
    )
    section = authority_section(run(without, draws=8))
    assert not list(tables(section))
    assert "samordner" in next(whole(section)).text.nb


def test_print_has_the_pictures_of_the_map_and_who_is_asked_and_told_stands_before(results: Results) -> None:
    document = report(results)
    printed = {one.anchor: one for one in edition(document).annexes}
    on_screen = {one.anchor: one for one in document.annexes}
    tables = [one for one in on_screen["responsibility-map"].blocks if isinstance(one, Table)]
    assert tables
    assert not any(isinstance(one, Table) for one in printed["responsibility-map"].blocks)
    assert any(isinstance(one, Picture) for one in printed["responsibility-map"].blocks)
    said = " ".join(
        piece.text.nb
        for area in printed["organisation"].sections
        for block in area.blocks
        for piece in pieces_of(block)
        if isinstance(piece, Words)
    )
    study = results.plans[results.zero].today
    for part, heading in (("consulted", "Rådspørres"), ("informed", "Orienteres")):
        having = [task for task in study.tasks if study.responsibility(task).of(part)]  # type: ignore[arg-type]
        assert said.count(f"{heading}: ") == len(having) > 0


def test_a_map_without_pictures_is_printed_as_tables() -> None:
    study = small()
    one_in_each = {task.area: key for key, task in study.tasks.items()}
    tasks = {key: study.tasks[key] for key in one_in_each.values()}
    document = report(run(study.with_(tasks=tasks), draws=8))
    (annex,) = (one for one in edition(document).annexes if one.anchor == "responsibility-map")
    assert not any(isinstance(one, Picture) for one in annex.blocks)
    assert any(isinstance(one, Table) for one in annex.blocks)
