"""The brief: the first page and nothing else, on one sheet, for everyone, with nothing that is not there."""

import io
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from benchmarks.large_study import SMALL, Size, write_study
from playwright.sync_api import Page
from tests.making import contents
from tests.markup import parsed
from tests.tags import attributes, elements

from samvirke.cases import built_in
from samvirke.language import LANGUAGES, Language, Text, number
from samvirke.report.document import Block, Document, Paragraph, Table, Words, pieces_of
from samvirke.report.front.brief import MOST_ROWS, SHORT_NAMES, WHERE_FROM, brief, files
from samvirke.report.front.decision import TO_BE_DECIDED, decision
from samvirke.report.front.givers_table import givers_table
from samvirke.report.report import report
from samvirke.report.words.naming import alternative_name
from samvirke.report.writing.html import html
from samvirke.report.writing.typst import typst
from samvirke.study.reading import read_study
from samvirke.uncertainty.results import Results, run

AXE = Path(__file__).resolve().parents[1] / "vendor" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CASES = ("trafficking", "children-0-24")
languages = pytest.mark.parametrize("language", LANGUAGES)
cases = pytest.mark.parametrize("study", CASES)
Made = Mapping[str, tuple[Results, Document, Mapping[str, bytes]]]


@pytest.fixture(scope="module")
def made(results: Results) -> Made:
    """The first page, the brief as data and its files, of the two cases."""
    other = run(read_study(built_in()["children-0-24"]), draws=256)
    reports = {"trafficking": results, "children-0-24": other}
    return {name: (one, report(one), contents(files(one, report(one)))) for name, one in reports.items()}


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Results, Mapping[str, bytes]]:
    """A study with more alternatives than one sheet has room for, and many who pay."""
    folder = tmp_path_factory.mktemp("crowded")
    write_study(folder, Size(**{**vars(SMALL), "alternatives": 20}), 1)
    results = run(read_study(folder), draws=16)
    return results, contents(files(results, report(results)))


def told(document: Document) -> list[Words]:
    """Every stretch of text on the first page, in order."""
    blocks = (block for section in document.front for block in section.blocks)
    return [piece for block in blocks for piece in pieces_of(block) if isinstance(piece, Words)]


def is_names(block: Block) -> bool:
    return isinstance(block, Paragraph) and SHORT_NAMES in block.pieces


def without_names(document: Document) -> Document:
    """The brief without the paragraph that spells the short names out."""
    (page,) = document.front
    blocks = tuple(block for block in page.blocks if not is_names(block))
    assert len(blocks) == len(page.blocks) - 1
    return replace(document, front=(replace(page, blocks=blocks),))


def sheets(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


@cases
def test_it_says_all_that_the_first_page_says_and_in_the_same_order(made: Made, study: str) -> None:
    results, document, _ = made[study]
    page = [(one.text, one.strong) for one in told(document) if not one.onward]
    alone = [(one.text, one.strong) for one in told(without_names(brief(results, document)))]
    assert alone[: len(page)] == page
    assert len(page) > 50


@cases
def test_what_it_says_besides_is_where_it_is_from_and_names_in_full(made: Made, study: str) -> None:
    results, document, _ = made[study]
    page = [one for one in told(document) if not one.onward]
    alone = brief(results, document)
    (where_from,) = told(without_names(alone))[len(page) :]
    assert where_from.text == WHERE_FROM
    (block,) = (block for block in alone.front[0].blocks if is_names(block))
    names = [piece for piece in pieces_of(block) if isinstance(piece, Words)]
    known = [actor.name for plan in results.plans.values() for actor in plan.final.actors.values()]
    for language in LANGUAGES:
        listed = "".join(one.text[language] for one in names)
        in_full = listed.partition(": ")[2].removesuffix(".").split("; ")
        assert set(in_full) <= {name[language] for name in known}
        assert len(in_full) >= 2


@cases
@languages
def test_the_short_names_are_spelt_out_before_the_tables_that_use_them(
    made: Made, study: str, language: Language
) -> None:
    results, document, _ = made[study]
    blocks = brief(results, document).front[0].blocks
    names = next(place for place, block in enumerate(blocks) if is_names(block))
    assert isinstance(blocks[names - 1], Paragraph)
    assert names < next(place for place, block in enumerate(blocks) if isinstance(block, Table))


@cases
@languages
def test_it_ends_in_what_is_to_be_decided_in_the_studys_own_words(
    made: Made, study: str, language: Language
) -> None:
    results, document, _ = made[study]
    *_, last, where_from = brief(results, document).front[0].blocks
    assert [piece.text for piece in pieces_of(where_from) if isinstance(piece, Words)] == [WHERE_FROM]
    said = "".join(piece.text[language] for piece in pieces_of(last) if isinstance(piece, Words))
    assert said.startswith(TO_BE_DECIDED.text[language])
    assert results.study.assignment.recommendation_reason[language] in said


def test_of_a_recommended_alternative_only_its_own_decisions_are_told(results: Results) -> None:
    """Those that it needs, and no other; and that it is recommended."""
    for name in results.compared:
        study = results.study
        chosen = study.assignment.model_copy(update={"recommendation": name})
        (paragraph,) = decision(replace(results, study=study.with_(assignment=chosen)))
        said = "".join(piece.text.nb for piece in paragraph.pieces if isinstance(piece, Words))
        assert alternative_name(study, name).nb in said
        kinds = {one.kind for one in results.plans[name].obligations}
        for kind, called in (("law", "lovendring"), ("appropriation", "vedtak i Stortinget om bevilgning")):
            assert (kind in kinds) == (called in said)


@pytest.mark.parametrize("years", [(2021, 2022), (2023,)])
def test_years_that_tell_the_same_share_a_column_and_years_of_nothing_are_named(
    results: Results, years: tuple[int, ...]
) -> None:
    """With what is given moved between years: each year is in a heading or in the caption, and once."""
    empty = tuple(str(year) for year in years)
    changed = {
        key: replace(one, expected=0.0, p10=0.0, p90=0.0)
        if key[1].startswith("funding.") and key[1].endswith(empty)
        else one
        for key, one in results.figures.items()
    }
    (table,) = givers_table(replace(results, figures=changed))
    told_as = " ".join([table.caption.nb, *(column.heading.nb for column in table.columns)])
    for year in results.study.assignment.years:
        assert len(re.findall(rf"{year}", told_as)) <= 1
    first, last = years[0], years[-1]
    spelt = f"{first}–{last}" if first != last else f"{first}"
    assert spelt in table.caption.nb
    assert all(len(row) == len(table.columns) for row in table.rows)


@cases
@languages
def test_every_abbreviation_on_it_is_spelt_out_there(made: Made, study: str, language: Language) -> None:
    results, document, _ = made[study]
    page = brief(results, document)
    whole = " ".join([page.subtitle[language], *(one.text[language] for one in told(page))])
    for actor in results.study.actors.values():
        found = re.search(r"\(([A-ZÆØÅ]\w+)\)", actor.name[language])
        if found and re.search(rf"\b{found[1]}\b", whole):
            assert f"({found[1]})" in whole


@cases
@languages
def test_nothing_leads_to_what_is_not_there(made: Made, study: str, language: Language) -> None:
    page = parsed(made[study][2][f"brief.{language}.html"].decode())
    inside = {target[1:] for target in page.targets() if target.startswith("#")}
    assert inside <= set(page.by_id())
    assert [target for target in page.targets() if not target.startswith("#")] == [
        f"brief.{'en' if language == 'nb' else 'nb'}.html"
    ]
    assert not re.search(r"\b(Se|See) ", str(next(iter(page.all("main"))).text))
    assert not list(page.all("nav"))


@cases
@languages
def test_it_says_which_report_it_belongs_to(made: Made, study: str, language: Language) -> None:
    results, document, files_of_it = made[study]
    footer = next(parsed(files_of_it[f"brief.{language}.html"].decode()).all("footer")).text
    source, _ = typst(brief(results, document), language)
    made_by = results.provenance
    digest, draws = made_by.study[:16], number(made_by.draws, language)
    for one in (made_by.version, str(made_by.seed), draws, digest):
        assert one in footer
        assert one in source


@cases
@languages
def test_it_is_one_sheet(made: Made, study: str, language: Language) -> None:
    assert sheets(made[study][2][f"brief.{language}.pdf"]) == 1


@cases
@languages
def test_the_pdf_is_for_everyone_and_for_the_archive(made: Made, study: str, language: Language) -> None:
    results, _, files_of_it = made[study]
    with pikepdf.open(io.BytesIO(files_of_it[f"brief.{language}.pdf"])) as file:
        assert str(file.Root.Lang) == {"nb": "nb-NO", "en": "en-GB"}[language]
        assert bool(file.Root.MarkInfo.Marked)
        with file.open_metadata() as said:
            assert said["dc:title"] == results.study.assignment.title[language]
            assert said["pdfuaid:part"] == "1"
            assert (said["pdfaid:part"], said["pdfaid:conformance"]) == ("2", "A")
        roles = [role for role, _ in elements(file)]
        assert [role for role in roles if re.fullmatch(r"H\d", role)] == ["H1"]
        assert roles.count("Table") == roles.count("THead") == roles.count("Caption") == 2
        heads = [one for role, one in elements(file) if role == "TH"]
        scopes = [str(found.Scope) for one in heads for found in attributes(one) if "/Scope" in found]
        assert scopes == ["/Column"] * len(heads)


def test_the_same_run_gives_the_same_bytes(made: Made) -> None:
    results, document, files_of_it = made["children-0-24"]
    assert contents(files(results, document)) == files_of_it


@languages
def test_where_one_sheet_is_too_small_no_alternative_is_left_out(
    crowded: tuple[Results, Mapping[str, bytes]], language: Language
) -> None:
    results, made_of_it = crowded
    page = parsed(made_of_it[f"brief.{language}.html"].decode())
    first = next(page.all("table"))
    rows = [row.under("th")[0].text for row in next(first.all("tbody")).under("tr")]
    assert len(rows) == len(results.compared) > MOST_ROWS - 1
    for name, row in zip(results.compared, rows, strict=True):
        assert row.startswith(alternative_name(results.study, name)[language])
    assert 2 <= sheets(made_of_it[f"brief.{language}.pdf"]) <= 4


@languages
def test_a_table_that_is_too_long_is_said_to_be_left_out_with_how_long_it_is(
    crowded: tuple[Results, Mapping[str, bytes]], language: Language
) -> None:
    results, made_of_it = crowded
    tables = [one for one in report(results).front[0].blocks if isinstance(one, Table)]
    assert len(tables) == 2
    assert len(tables[1].rows) > MOST_ROWS
    page = parsed(made_of_it[f"brief.{language}.html"].decode())
    assert len(list(page.all("table"))) == 1
    paragraphs = [one.text for one in page.all("p")]
    (said,) = (one for one in paragraphs if one.startswith(tables[1].caption[language]))
    assert str(len(tables[1].rows)) in said


@pytest.fixture
def shown(page: Page, made: Made, tmp_path: Path, study: str, language: Language) -> Page:
    for name, content in made[study][2].items():
        (tmp_path / name).write_bytes(content)
    page.goto((tmp_path / f"brief.{language}.html").as_uri())
    return page


@pytest.mark.browser
@cases
@languages
@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_is_open_to_everyone(shown: Page, width: int) -> None:
    shown.set_viewport_size({"width": width, "height": 900})
    shown.evaluate(AXE.read_text(encoding="utf-8"))
    found = shown.evaluate("tags => axe.run({runOnly: tags})", TAGS)
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found["violations"]] == []
    assert shown.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.browser
@cases
@languages
def test_the_page_is_printed_on_one_sheet(shown: Page) -> None:
    assert sheets(shown.pdf(prefer_css_page_size=True)) == 1


@pytest.mark.browser
@cases
@languages
def test_the_brief_in_the_other_language_is_one_click_away(shown: Page, language: Language) -> None:
    other = "en" if language == "nb" else "nb"
    shown.locator("header a").click()
    shown.wait_for_url(f"**/brief.{other}.html")
    assert shown.locator("html").get_attribute("lang") == other


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_a_title_that_is_one_long_word_stays_on_the_page(
    page: Page, results: Results, tmp_path: Path, width: int
) -> None:
    document = replace(report(results), title=Text("Samordning" * 20, "Coordination" * 20))
    path = tmp_path / "brief.nb.html"
    path.write_text(html(brief(results, document), "nb", name="brief"), encoding="utf-8")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == width


@languages
def test_who_pays_when_says_how_likely_the_dates_are(results: Results, language: Language) -> None:
    (table,) = givers_table(results)
    named = {row[0].pieces[0].text.nb for row in table.rows}  # type: ignore[union-attr]
    paying = [name for name in results.compared if alternative_name(results.study, name).nb in named]
    chances = [results.figures[name, "transition.chance", False].expected for name in paying]
    said = [int(one) for one in re.findall(r"(\d+)\W?%", table.caption[language])]
    assert said == [round(100 * min(chances)), round(100 * max(chances))]
    undated = {key: one for key, one in results.figures.items() if key[1] != "transition.chance"}
    (table,) = givers_table(replace(results, figures=undated))
    assert "%" not in table.caption[language]
