"""The alternatives side by side: every question answered, and a table that the reader can narrow."""

import re
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.making import alternative, small
from tests.markup import Element, parsed

from samvirke.language import LANGUAGES, Language
from samvirke.report.annexes.figures import figures_annex
from samvirke.report.compare.headlines import headlines
from samvirke.report.document import Section, Table
from samvirke.report.report import report
from samvirke.report.sections.side_by_side import DONE_BY, MOST_CHOSEN, side_by_side
from samvirke.report.words.naming import alternative_name, short_name, task_name, years_looked_at
from samvirke.report.words.verdict import SHORT, verdict
from samvirke.report.writing.html import html
from samvirke.uncertainty.results import Results, run

AXE = Path(__file__).resolve().parents[1] / "vendor" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SECTION = "#side-by-side"
SOFT_HYPHEN = "\u00ad"
languages = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def section(results: Results) -> Section:
    return side_by_side(results)


@pytest.fixture(scope="module")
def table(section: Section) -> Table:
    (found,) = (block for block in section.blocks if isinstance(block, Table))
    return found


@pytest.fixture(scope="module")
def alone(results: Results, section: Section) -> Mapping[Language, str]:
    """Pages with the section and the figures that it leads to."""
    whole = report(results)
    document = replace(whole, body=(section,), annexes=(figures_annex(results, (*whole.front, section)),))
    return {language: html(document, language) for language in LANGUAGES}


def row(table: Table, question: str) -> list[str]:
    """The answers to a question, as they are told in bokmål."""
    (found,) = (cells for cells in table.rows if plain(cells[0].pieces[0].text.nb) == question)  # type: ignore[union-attr]
    return [plain(cell.pieces[0].text.nb) for cell in found[1:]]  # type: ignore[union-attr]


def plain(text: str) -> str:
    return text.replace(SOFT_HYPHEN, "")


def inside(page: str) -> Element:
    return parsed(page).by_id()["side-by-side"]


def test_there_is_a_column_for_today_and_for_each_alternative(results: Results, table: Table) -> None:
    names = [plain(column.heading.nb) for column in table.columns]
    assert names[1:] == [alternative_name(results.study, a).nb for a in (results.zero, *results.compared)]
    assert all(len(cells) == len(table.columns) for cells in table.rows)


def test_every_alternative_answers_every_question(results: Results, table: Table) -> None:
    asked = {plain(cells[0].pieces[0].text.nb) for cells in table.rows} - {DONE_BY.nb}  # type: ignore[union-attr]
    for name in results.plans:
        labels = {one.label.nb for one in headlines(results, name)}
        assert asked <= labels
    assert {"Innenfor dagens utgifter?", "Tilskuddene forvaltes av", "Utfordringer møtt"} <= asked


def test_the_verdicts_are_those_of_the_page(results: Results, table: Table) -> None:
    expected = [SHORT[verdict(results, a)].nb for a in (results.zero, *results.compared)]
    assert row(table, "Innenfor dagens utgifter?") == expected


def test_the_counts_are_the_figures_and_nothing_moves_today(results: Results, table: Table) -> None:
    moved, gaps = row(table, "Oppgaver som bytter hender"), row(table, "Oppgaver ingen utfører")
    for answers, key in ((moved, "admin.tasks_moved"), (gaps, "admin.gaps")):
        figures = [results.figure(name, key) for name in (results.zero, *results.compared)]
        assert answers == [f"{figure.expected:.0f}" for figure in figures if figure is not None]
    assert moved[0] == "0"
    assert any(answer != "0" for answer in moved)


def test_challenges_are_counted_by_the_answers_given(results: Results, table: Table) -> None:
    for name, told in zip((results.zero, *results.compared), row(table, "Utfordringer møtt"), strict=True):
        assert sum(map(int, re.findall(r"\d+", told))) == len(results.study.alternatives[name].answers)


def test_who_does_the_co_ordination_is_told_where_it_is_not_the_same_everywhere(
    results: Results, table: Table
) -> None:
    """Each task once, and in each column those who do it as the alternative leaves things."""
    finals = [results.plans[name].final for name in (results.zero, *results.compared)]
    told = {
        piece.text.nb: [cell.pieces[0].text.nb for cell in cells[1:]]  # type: ignore[union-attr]
        for cells in table.rows
        if cells[0].pieces[0].text == DONE_BY  # type: ignore[union-attr]
        for piece in cells[0].pieces[2::2]
    }
    assert len(told) > 1
    for key, task in results.study.tasks.items():
        doers = [final.responsibility(key).doers for final in finals]
        if task.area == "coordination":
            assert (task_name(results.study, key).nb in told) == (len({tuple(one) for one in doers}) > 1)
    for called, columns in told.items():
        (key,) = (one for one in results.study.tasks if task_name(results.study, one).nb == called)
        for final, column in zip(finals, columns, strict=True):
            doers_of_it = final.responsibility(key).doers
            assert all(short_name(final, one).nb in column for one in doers_of_it)
            assert (column == "ingen") == (not doers_of_it)


def test_unfunded_needs_have_a_row_only_when_there_are_some(table: Table) -> None:
    assert not any("Udekket" in cells[0].pieces[0].text.nb for cells in table.rows)  # type: ignore[union-attr]
    one_more = alternative({"verb": "staff", "unit": "centre", "fte": 1})
    needy = small().with_(alternatives={"alt": one_more})
    (found,) = (b for b in side_by_side(run(needy, draws=2)).blocks if isinstance(b, Table))
    today, more = row(found, f"Udekket i alt, {years_looked_at(needy)}, mill. kr")
    assert today == "0"
    assert float(more.replace(",", ".")) > 1


def test_a_study_without_alternatives_has_a_column_for_today() -> None:
    (table,) = (b for b in side_by_side(run(small(), draws=2)).blocks if isinstance(b, Table))
    assert len(table.columns) == 2
    assert row(table, "Tilskuddene forvaltes av") == ["Ikke sagt"]


@languages
def test_each_column_has_a_ticked_box_with_its_name(
    alone: Mapping[Language, str], language: Language
) -> None:
    found = inside(alone[language])
    (fieldset,) = found.all("fieldset")
    assert fieldset.under()[0].tag == "legend"
    labels = list(fieldset.all("label"))
    heads = [head.text for head in found.all("th") if head["scope"] == "col"]
    assert [label.text.strip() for label in labels] == [plain(head) for head in heads[1:]]
    boxes = [box for label in labels for box in label.all("input")]
    assert len(boxes) == len(labels)
    assert all(box["type"] == "checkbox" and "checked" in box.attributes for box in boxes)
    assert not list(found.all("script"))


@languages
def test_each_box_hides_its_own_column_and_no_other(
    alone: Mapping[Language, str], language: Language
) -> None:
    (style,) = parsed(alone[language]).all("style")
    hides = re.findall(r"\.side-by-side:has\(\.show-(\d+):not\(:checked\)\) \.column-(\d+)\b", style.text)
    assert hides == [(str(number), str(number)) for number in range(1, MOST_CHOSEN + 1)]
    found = inside(alone[language])
    for cells in found.all("tr"):
        classes = [
            next((c for c in cell["class"].split() if c.startswith("column-")), "") for cell in cells.under()
        ]
        assert classes == ["", *(f"column-{n}" for n in range(1, len(classes)))]


def test_other_tables_have_no_boxes(pages: Mapping[str, Element]) -> None:
    boxes = [box for table in pages["nb"].all("table") for box in table.all("input")]
    assert boxes == []


@languages
def test_every_link_of_the_section_leads_to_a_figure_or_an_alternative(
    alone: Mapping[Language, str], language: Language
) -> None:
    targets = inside(alone[language]).targets()
    assert len(targets) > 50
    ids = parsed(alone[language]).by_id()
    assert {t for t in targets if t[1:] not in ids and not t.startswith("#alternative-")} == set()


@pytest.mark.browser
@languages
@pytest.mark.parametrize("width", [1280, 390])
def test_the_reader_ticks_by_keyboard_what_to_see(
    page: Page, alone: Mapping[Language, str], language: Language, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.set_content(alone[language])
    heads, boxes = page.locator(f"{SECTION} thead th"), page.locator(f"{SECTION} fieldset input")
    count = boxes.count()
    assert heads.locator("visible=true").count() == count + 1
    boxes.first.focus()
    for _ in range(count - 2):
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
    shown = 4 if width > 390 else 3  # with the difference, where there is room for it
    assert heads.locator("visible=true").count() == shown
    assert page.locator(f"{SECTION} tbody tr").first.locator("> *").locator("visible=true").count() == shown
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    beyond = page.locator(f"{SECTION} .table").evaluate("box => box.scrollWidth - box.clientWidth")
    assert beyond <= 0  # two alternatives fit without scrolling, also on a telephone
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    assert heads.locator("visible=true").count() == 4


@pytest.mark.browser
@languages
@pytest.mark.parametrize("width", [1280, 390])
def test_the_section_is_open_to_everyone(
    page: Page, alone: Mapping[Language, str], language: Language, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.set_content(alone[language])
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run('#side-by-side', {runOnly: tags})", TAGS)
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found["violations"]] == []
    assert len(found["passes"]) > 10


@pytest.mark.browser
def test_on_paper_the_boxes_are_gone_and_what_is_not_ticked_too(
    page: Page, alone: Mapping[Language, str]
) -> None:
    page.set_content(alone["nb"])
    page.locator(f"{SECTION} fieldset input").first.uncheck()
    ticked = page.locator(f"{SECTION} fieldset input:checked").count()
    page.emulate_media(media="print")
    assert not page.locator(f"{SECTION} fieldset").is_visible()
    assert page.locator(f"{SECTION} thead th").locator("visible=true").count() == ticked + 1


@pytest.mark.browser
@languages
@pytest.mark.parametrize("width", [1280, 390])
def test_two_are_chosen_and_only_what_differs_is_shown(
    page: Page, alone: Mapping[Language, str], language: Language, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.set_content(alone[language])
    first, second = (page.locator(f"{SECTION} select").nth(number) for number in range(2))
    heads = page.locator(f"{SECTION} thead th")
    names = [plain(name) for name in heads.locator("visible=true").all_inner_texts()][1:]
    assert first.locator("option").all_inner_texts()[1:] == names
    first.select_option(label=names[2])
    assert heads.locator("visible=true").count() == len(names) + 1, "one is no pair"
    second.select_option(label=names[4])
    seen = [plain(name) for name in heads.locator("visible=true").all_inner_texts()][1:]
    assert seen == [names[2], names[4], *([f"{names[4]} minus {names[2]}"] if width > 390 else [])]
    rows = page.locator(f"{SECTION} tbody tr")
    whole = rows.count()
    alike = sum(row[2 + 1] == row[4 + 1] for row in _answers(page))  # the question stands first
    assert 0 < alike < whole
    assert rows.locator("visible=true").count() == whole
    page.locator(f"{SECTION} .two input").check()
    assert rows.locator("visible=true").count() == whole - alike
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("tags => axe.run('#side-by-side', {runOnly: tags})", TAGS)
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found["violations"]] == []
    second.select_option(index=0)
    assert heads.locator("visible=true").count() == len(names) + 1


def _answers(page: Page) -> list[list[str]]:
    """The texts of every row, shown or not."""
    found: list[list[str]] = page.locator(f"{SECTION} tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"
    )
    return found


@pytest.mark.browser
def test_ticks_and_choices_say_the_same(page: Page, alone: Mapping[Language, str]) -> None:
    page.set_content(alone["en"])
    pair = [page.locator(f"{SECTION} select").nth(number) for number in range(2)]
    boxes = page.locator(f"{SECTION} fieldset input")
    for number in range(2, boxes.count()):
        boxes.nth(number).uncheck()
    assert [select.input_value() for select in pair] == ["0", "1"]
    boxes.nth(3).check()
    assert [select.input_value() for select in pair] == ["", ""]
    pair[0].select_option("4")
    pair[1].select_option("2")
    assert [number for number in range(boxes.count()) if boxes.nth(number).is_checked()] == [2, 4]


@pytest.mark.browser
@languages
def test_the_difference_of_two_is_that_of_their_figures(
    page: Page, alone: Mapping[Language, str], results: Results, language: Language
) -> None:
    page.set_content(alone[language])
    pair = [page.locator(f"{SECTION} select").nth(number) for number in range(2)]
    columns = (results.zero, *results.compared)
    first, second = columns.index("core-group"), columns.index("referral-mechanism-regional")
    for select, chosen in zip(pair, (first, second), strict=True):
        select.select_option(str(chosen))
    told = {plain(cells[0]): cells[-1] for cells in _answers(page)}
    figures = [
        {one.label[language]: one.figure for one in headlines(results, columns[n])} for n in (first, second)
    ]
    for question, one in figures[0].items():
        other = figures[1].get(question)
        if one is None or other is None or plain(question) not in told:
            assert told.get(plain(question), "") == ""
        else:
            written = told[plain(question)].replace("−", "-").replace("\u00a0", "")
            apart = float(written.replace(",", ".") if language == "nb" else written.replace(",", ""))
            assert apart == pytest.approx(other.expected - one.expected, abs=0.051)
    assert sum(difference != "" for difference in told.values()) > 5


@pytest.mark.browser
@languages
def test_one_alone_and_the_same_twice_are_told_of(
    page: Page, alone: Mapping[Language, str], language: Language
) -> None:
    page.set_content(alone[language])
    first, second = (page.locator(f"{SECTION} select").nth(number) for number in range(2))
    said = page.locator(f"{SECTION} .said")
    assert said.inner_text() == ""
    first.select_option("2")
    assert said.inner_text() == said.get_attribute("data-one")
    second.select_option("2")
    assert said.inner_text() == said.get_attribute("data-same")
    second.select_option("3")
    assert said.inner_text() == ""


@pytest.mark.browser
def test_without_a_script_there_is_no_choice_that_does_nothing(
    browser: Browser, alone: Mapping[Language, str]
) -> None:
    with closing(browser.new_context(java_script_enabled=False)) as context:
        page = context.new_page()
        page.set_content(alone["nb"])
        assert not page.locator(f"{SECTION} .two").is_visible()
        boxes, heads = page.locator(f"{SECTION} fieldset input"), page.locator(f"{SECTION} thead th")
        boxes.first.uncheck()
        assert heads.locator("visible=true").count() == boxes.count()
