"""The Word file: its styles, captions, contents, notes and links, and the same bytes every time."""

import io
import re
import zipfile
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import docx as library
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from tests.making import small
from tests.report.docx.conftest import Made, elements

from samvirke.cases import DEFAULT
from samvirke.language import LANGUAGES, Language
from samvirke.report.document import Cell, Section, Table, Words
from samvirke.report.docx.file import docx
from samvirke.report.docx.template import STYLES
from samvirke.report.report import report
from samvirke.report.writing.edition import Edition, edition
from samvirke.uncertainty.results import Results, run

CASES = [(name, language) for name in ("starter", DEFAULT) for language in LANGUAGES]
LABELS = {"nb": ("Tabell", "Figur"), "en": ("Table", "Figure")}
LONGEST_NAME, LONGEST_BOOKMARK = 64, 40  # letters, of a control and of a bookmark, that Word takes


@pytest.fixture(params=CASES, ids="-".join)
def case(request: pytest.FixtureRequest) -> tuple[str, Language]:
    found: tuple[str, Language] = request.param
    return found


@pytest.fixture
def word(made: Made, case: tuple[str, Language]) -> Document:
    return library.Document(io.BytesIO(made[case]))


@pytest.fixture
def printed(ran: Mapping[str, Results], case: tuple[str, Language]) -> Edition:
    return edition(report(ran[case[0]]))


def inside(sections: tuple[Section, ...]) -> list[Section]:
    return [one for section in sections for one in (section, *inside(section.sections))]


def style_of(paragraph: Any) -> str:
    return str(paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val")))


def words_of(element: Any) -> str:
    return "".join(one.text or "" for one in element.iter(qn("w:t")))


def words_outside_fields(element: Any) -> str:
    return "".join(
        one.text or ""
        for one in element.iter(qn("w:t"))
        if one.getparent().getparent().tag != qn("w:fldSimple")
    )


def told(cell: Cell, language: Language) -> str:
    words = "".join(piece.text[language] for piece in cell.pieces if isinstance(piece, Words))
    return words.replace("\u00ad", "")


def test_every_printed_heading_stands_in_its_order_under_a_style_of_its_level(
    word: Document, printed: Edition, case: tuple[str, Language]
) -> None:
    expected = [one.heading[case[1]] for one in inside(printed.parts)]
    headings = [one for one in elements(word, "w:p") if style_of(one).startswith("Heading")]
    found = iter([words_of(one) for one in headings])
    assert [told for told in expected if told not in found] == []
    levels = [int(style_of(one)[-1]) for one in headings]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_numbered_caption_a_repeated_header_row_and_the_words_of_its_cells(
    word: Document, printed: Edition, case: tuple[str, Language]
) -> None:
    language = case[1]
    expected = [one for part in inside(printed.parts) for one in part.blocks if isinstance(one, Table)]
    tables = list(elements(word, "w:tbl"))
    assert len(tables) == len(expected)
    for number, (table, one) in enumerate(zip(tables, expected, strict=True), 1):
        caption = table.getprevious()
        assert style_of(caption) == "Caption"
        assert words_of(caption) == f"{LABELS[language][0]} {number}. {one.caption[language]}"
        assert caption.find(qn("w:fldSimple")).get(qn("w:instr")).split()[0] == "SEQ"
        head, *rows = table.findall(qn("w:tr"))
        assert head.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert len(rows) == len(one.rows)
        assert {len(row.findall(qn("w:tc"))) for row in (head, *rows)} == {len(one.columns)}
        first = [words_outside_fields(row.find(qn("w:tc"))) for row in rows]
        plain = [told(row[0], language) for row in one.rows]
        assert first == plain


def test_a_table_begins_with_two_rows_on_a_page_and_ends_with_its_note(word: Document) -> None:
    noted = 0
    for table in elements(word, "w:tbl"):
        rows = [all(keeps(one) for one in row.iter(qn("w:p"))) for row in table.iter(qn("w:tr"))]
        after = table.getnext()
        note = after is not None and after.tag == qn("w:p") and style_of(after) == "TableNote"
        noted += note
        assert rows[:2] == [True] * len(rows[:2])
        assert rows[-1] == (note or len(rows) <= 2)
        assert not any(rows[2:-1])
    assert noted


def keeps(paragraph: Any) -> bool:
    return paragraph.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def test_every_picture_is_told_by_its_words_and_fits_the_page(
    word: Document, case: tuple[str, Language]
) -> None:
    pictures = list(elements(word, "wp:inline"))
    assert pictures
    assert all(len(one.docPr.get("descr")) > 20 for one in pictures)
    last: Any = word.sections[-1]
    assert all(one.extent.cx <= last.page_width - last.left_margin - last.right_margin for one in pictures)
    assert all(one.extent.cy <= last.page_height - last.top_margin - last.bottom_margin for one in pictures)
    assert {one.get(side) for one in pictures for side in ("distL", "distR", "distT", "distB")} == {"0"}
    captions = [words_of(one) for one in elements(word, "w:p") if style_of(one) == "Caption"]
    label = LABELS[case[1]][1]
    assert [one.split(".")[0] for one in captions if one.startswith(label)] == [
        f"{label} {number}" for number in range(1, len(pictures) + 1)
    ]


def test_every_link_leads_to_a_bookmark_and_the_contents_are_the_headings(word: Document) -> None:
    marks = list(elements(word, "w:bookmarkStart"))
    names = [one.get(qn("w:name")) for one in marks]
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= LONGEST_BOOKMARK
    ids = [one.get(qn("w:id")) for one in marks]
    assert sorted(ids) == sorted(one.get(qn("w:id")) for one in elements(word, "w:bookmarkEnd"))
    assert len(set(ids)) == len(ids)
    led = {one.get(qn("w:anchor")) for one in elements(word, "w:hyperlink")} - {None}
    assert led <= set(names)
    listed = [words_of(one) for one in elements(word, "w:p") if re.fullmatch("TOC[12]", style_of(one))]
    headings = [words_of(one) for one in elements(word, "w:p") if re.fullmatch("Heading[12]", style_of(one))]
    assert listed == headings


def test_controls_have_names_that_word_can_hold_and_ids_of_their_own(word: Document) -> None:
    ids = [one.get(qn("w:val")) for one in elements(word, "w:id")]
    assert len(set(ids)) == len(ids)
    named = [one.get(qn("w:val")) for kind in ("w:tag", "w:alias") for one in elements(word, kind)]
    assert max(map(len, named)) <= LONGEST_NAME


def test_a_note_tells_of_each_source_once(made: Made, case: tuple[str, Language], word: Document) -> None:
    marks = [int(one.get(qn("w:id"))) for one in elements(word, "w:footnoteReference")]
    assert marks == list(range(1, len(marks) + 1))
    with zipfile.ZipFile(io.BytesIO(made[case])) as archive:
        notes = archive.read("word/footnotes.xml").decode()
    told = re.findall(r"<w:footnote [^>]*>.*?</w:footnote>", notes, re.DOTALL)
    texts = ["".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", one)) for one in told]
    assert len(texts) == len(marks) + 2  # and the two lines that stand above notes
    assert len(set(texts[2:])) == len(marks)


def test_the_file_says_its_language_and_title_and_no_time(
    made: Made, ran: Mapping[str, Results], case: tuple[str, Language], word: Document
) -> None:
    name, language = case
    with zipfile.ZipFile(io.BytesIO(made[case])) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None
        core = archive.read("docProps/core.xml").decode()
    assert "dcterms" not in re.sub(r'xmlns:\w+="[^"]*"', "", core)
    tag = {"nb": "nb-NO", "en": "en-GB"}[language]
    assert word.core_properties.language == tag
    assert word.core_properties.title == ran[name].study.assignment.title[language]
    styles: Any = word.styles.element
    assert [one.get(qn("w:val")) for one in styles.iter(qn("w:lang"))] == [tag]


def test_the_same_results_give_the_same_bytes(ran: Mapping[str, Results], made: Made) -> None:
    results = ran["starter"]
    assert docx(results, report(results), "nb") == made["starter", "nb"]


def test_words_in_bokmaal_in_the_english_report_are_marked_as_such() -> None:
    results = run(small(), draws=4)
    word = library.Document(io.BytesIO(docx(results, report(results), "en")))
    marked = f"{qn('w:rPr')}/{qn('w:lang')}"
    found = {words_of(one): one.find(marked) for one in elements(word, "w:r")}
    assert found["En liten innsats"].get(qn("w:val")) == "nb-NO"
    assert found["Study"] is None


def test_every_paragraph_is_in_a_style_that_a_template_can_set(word: Document) -> None:
    known = {one.style_id: one.name for one in word.styles}
    used = {known[style_of(one)].lower() for one in elements(word, "w:p")}
    assert used <= {name.lower() for name in STYLES}
