"""Wide tables lie on turned pages of their own, and the rest of the report stands as it stood."""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import docx as library
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from tests.report.docx.conftest import Edited, Made, elements

from samvirke.cases import DEFAULT
from samvirke.language import LANGUAGES
from samvirke.report.document import Picture, Section, Table
from samvirke.report.docx.body import EMU_PER_TWIP
from samvirke.report.docx.brought import brought_back
from samvirke.report.docx.elements import element, read
from samvirke.report.docx.file import docx
from samvirke.report.docx.landscape import SHORT
from samvirke.report.docx.opening import word_file
from samvirke.report.docx.tables import WIDE
from samvirke.report.docx.template import agency_template, own_template
from samvirke.report.report import report
from samvirke.uncertainty.results import Results

SIDES = ("top", "right", "bottom", "left")


@dataclass
class Part:
    """A section of the file: its page, and what stands in it."""

    page: Any
    inside: list[Any]

    @property
    def size(self) -> tuple[int, int]:
        size = self.page.find(qn("w:pgSz"))
        return int(size.get(qn("w:w"))), int(size.get(qn("w:h")))

    @property
    def margins(self) -> tuple[int, ...]:
        found = self.page.find(qn("w:pgMar"))
        return tuple(int(found.get(qn(f"w:{side}"))) for side in SIDES)

    @property
    def lies(self) -> bool:
        return bool(self.page.find(qn("w:pgSz")).get(qn("w:orient")) == "landscape")

    @property
    def tables(self) -> list[list[int]]:
        """The widths of the columns of each table."""
        return [
            [int(column.get(qn("w:w"))) for column in one.iter(qn("w:gridCol"))]
            for one in self.inside
            if one.tag == qn("w:tbl")
        ]


def parts(word: Document) -> list[Part]:
    found, inside = [], list[Any]()
    for one in word.element.body:
        page = one if one.tag == qn("w:sectPr") else one.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")
        inside.append(one)
        if page is not None:
            found.append(Part(page, inside))
            inside = []
    assert inside == []
    return found


@pytest.fixture(scope="module")
def agencys(tmp_path_factory: pytest.TempPathFactory, ran: Mapping[str, Results]) -> bytes:
    """The report in a template whose page is its own: no margin is like another, and pages begin at 7."""
    word = library.Document(io.BytesIO(own_template()))
    page: Any = word.sections[0]
    page.page_width, page.page_height = Mm(200), Mm(280)
    page.top_margin, page.right_margin, page.bottom_margin, page.left_margin = Mm(31), Mm(17), Mm(29), Mm(23)
    page.gutter = Mm(5)
    page.header.paragraphs[0].text, page.footer.paragraphs[0].text = "Etaten", "Foten"
    numbering = read(element("pgNumType", start="7", fmt="lowerRoman"))
    page._sectPr.find(qn("w:pgMar")).addnext(numbering)
    path = tmp_path_factory.mktemp("agency") / "agency.docx"
    word.save(str(path))
    return docx(ran[DEFAULT], report(ran[DEFAULT]), "nb", agency_template(path))


@pytest.fixture
def in_agencys(agencys: bytes) -> Document:
    return library.Document(io.BytesIO(agencys))


@pytest.fixture(params=[*LANGUAGES, "agency"])
def word(request: pytest.FixtureRequest, made: Made, agencys: bytes) -> Document:
    content = agencys if request.param == "agency" else made[DEFAULT, request.param]
    return library.Document(io.BytesIO(content))


def test_wide_tables_and_only_they_lie_on_turned_pages(word: Document) -> None:
    for part in parts(word):
        assert part.lies == (part.size[0] > part.size[1])
        assert part.lies == any(len(one) >= WIDE for one in part.tables)
        assert all(len(one) >= WIDE for one in part.tables) or not part.lies
    assert sum(one.lies for one in parts(word)) > 1
    assert sum(map(len, (one.tables for one in parts(word)))) == len(list(elements(word, "w:tbl")))


def test_every_table_is_as_wide_as_the_page_it_is_on(word: Document) -> None:
    for part in parts(word):
        _, right, _, left = part.margins
        gutter = int(part.page.find(qn("w:pgMar")).get(qn("w:gutter"), "0"))
        room = part.size[0] - left - right - gutter
        for columns in part.tables:
            assert room - len(columns) <= sum(columns) <= room
            assert min(columns) > 0


def test_a_turned_page_has_the_same_size_and_margins_turned(in_agencys: Document) -> None:
    first, *rest = parts(in_agencys)
    top, right, bottom, left = first.margins
    gutter = int(first.page.find(qn("w:pgMar")).get(qn("w:gutter")))
    for part in rest:
        assert part.size == (first.size[::-1] if part.lies else first.size)
        assert part.margins == ((left + gutter, top, right, bottom) if part.lies else first.margins)


def test_running_lines_and_numbers_of_pages_go_on(word: Document) -> None:
    first, *rest = word.sections
    assert first.different_first_page_header_footer
    assert not first.header.is_linked_to_previous
    for one in rest:
        assert one.header.is_linked_to_previous
        assert one.footer.is_linked_to_previous
        assert not one.different_first_page_header_footer
        assert next(one._sectPr.iter(qn("w:type")), None) is None  # a section begins on a new page
        numbering = one._sectPr.find(qn("w:pgNumType"))
        assert numbering is None or numbering.get(qn("w:start")) is None


def test_pages_are_numbered_in_the_way_of_the_template(in_agencys: Document) -> None:
    found = [one.page.find(qn("w:pgNumType")) for one in parts(in_agencys)]
    assert {one.get(qn("w:fmt")) for one in found} == {"lowerRoman"}
    assert [one.get(qn("w:start")) for one in found] == ["7", *(None for _ in found[1:])]


def styles(part: Part) -> Iterator[str]:
    for one in part.inside:
        style = one.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        yield style.get(qn("w:val")) if style is not None else one.tag.rpartition("}")[2]


def test_captions_headings_and_notes_stand_with_their_table(word: Document) -> None:
    for part in parts(word):
        found = [one for one in styles(part) if one != "sectPr"]
        assert not found[-1].startswith(("Heading", "Caption"))
        assert found[0] != "TableNote"
        if part.lies:
            assert "sdt" not in found
            assert all(before == "Caption" for before, one in pairwise(found) if one == "tbl")


def test_neighbours_share_their_pages(word: Document) -> None:
    found = [one.lies for one in parts(word)]
    assert max(len(list(same)) for _, same in groupby(found)) == 1
    assert max(len(one.tables) for one in parts(word) if one.lies) > 1
    for part in parts(word):  # what stands upright between two is worth a page
        assert part.lies or letters(part) > SHORT or set(styles(part)) & {"tbl", "sdt"} or pictures(part)


def test_a_picture_that_is_not_too_high_shares_the_pages_of_the_tables_around_it(
    ran: Mapping[str, Results],
) -> None:
    document = report(ran[DEFAULT])
    every = [block for one in sections(document.annexes) for block in one.blocks]
    wide = next(one for one in every if isinstance(one, Table) and len(one.columns) >= WIDE)
    drawn = [one for one in every if isinstance(one, Picture)]
    found: list[bool] = []
    for picture in drawn:
        if {True, False} == set(found):
            break
        annex = Section("a", document.annexes[0].heading, (wide, picture, wide))
        only = replace(document, front=(), body=(), annexes=(annex,))
        lying = [
            one for one in parts(library.Document(io.BytesIO(docx(ran[DEFAULT], only, "nb")))) if one.lies
        ]
        (shown,) = pictures(lying[0]) if len(lying) == 1 else [None]
        if shown is not None:
            room = Mm(210) - sum(lying[0].margins[0::2]) * EMU_PER_TWIP
            assert shown.extent.cy < room
        found.append(shown is not None)
    assert {True, False} == set(found)  # one was too high, and one was not


def sections(every: Iterable[Section]) -> Iterator[Section]:
    for one in every:
        yield one
        yield from sections(one.sections)


def letters(part: Part) -> int:
    return sum(len(one.text or "") for inside in part.inside for one in inside.iter(qn("w:t")))


def pictures(part: Part) -> list[Any]:
    return [found for one in part.inside for found in one.iter(qn("wp:inline"))]


def test_no_control_holds_the_end_of_a_section(word: Document) -> None:
    pages = list(elements(word, "w:sectPr"))
    assert len(pages) == len(parts(word))
    for one in pages:
        assert not any(above.tag == qn("w:sdt") for above in one.iterancestors())


def test_a_report_in_short_tables_is_one_section(made: Made) -> None:
    word = library.Document(io.BytesIO(made["starter", "nb"]))
    widest = max(len(list(one.iter(qn("w:gridCol")))) for one in elements(word, "w:tbl"))
    assert (len(parts(word)) > 1) == (widest >= WIDE)


def test_a_report_with_turned_pages_is_a_template_for_the_next(
    in_agencys: Document, tmp_path: Path, ran: Mapping[str, Results]
) -> None:
    in_agencys.save(str(tmp_path / "report.docx"))
    template = agency_template(tmp_path / "report.docx")
    again = library.Document(io.BytesIO(docx(ran["starter"], report(ran["starter"]), "nb", template)))
    first, before = again.sections[0], in_agencys.sections[0]
    assert (first.page_width, first.page_height) == (before.page_width, before.page_height)
    assert first.footer.paragraphs[0].text == "Foten"
    assert first.different_first_page_header_footer


def test_texts_come_back_from_among_turned_pages(
    in_agencys: Document, tmp_path: Path, ran: Mapping[str, Results]
) -> None:
    path, study = tmp_path / "edited.docx", ran[DEFAULT].study
    in_agencys.save(str(path))
    assert brought_back(study, word_file(path)) == {}
    added = Edited(in_agencys).paragraphs("texts/problem.nb.md")[1].add_run(" Et ord til.")
    in_agencys.save(str(path))
    assert added.text.strip() in brought_back(study, word_file(path))["texts/problem.nb.md"]
