"""An agency's own template gives the report its look, and what it lacks is told at once."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx as library
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Pt
from tests.report.docx.conftest import Made, elements

from samvirke.errors import StudyError
from samvirke.report.docx.file import docx
from samvirke.report.docx.opening import word_file
from samvirke.report.docx.template import LENT, STYLES, agency_template, own_template, style_ids
from samvirke.report.formats import FORMATS, asked_for, in_template
from samvirke.report.report import report
from samvirke.uncertainty.results import Results

MAIN = b"wordprocessingml.document.main+xml"


def ours() -> Document:
    return library.Document(io.BytesIO(own_template()))


def saved(word: Document, path: Path) -> Path:
    word.save(str(path))
    return path


def test_our_own_template_has_every_style_that_the_report_is_written_in() -> None:
    assert set(style_ids(ours())) == set(STYLES)


def test_the_styles_that_a_template_lacks_are_told_all_at_once(tmp_path: Path) -> None:
    word = ours()
    for name in ("Lead", "Notice", "Report Table"):
        word.styles[name].delete()
    with pytest.raises(StudyError, match="lacks the styles Lead, Notice, Report Table"):
        agency_template(saved(word, tmp_path / "agency.docx"))


def test_a_plain_document_of_another_maker_is_told_what_to_add(tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="Lead, Notice, Table Text, Table Text Small, Table Note"):
        agency_template(saved(library.Document(), tmp_path / "agency.docx"))


def test_words_own_styles_that_a_template_has_not_used_are_lent_from_ours(
    tmp_path: Path, ran: Mapping[str, Results]
) -> None:
    word = ours()
    for name, key in style_ids(word).items():
        if name in LENT:
            word.styles.element.remove(word.styles.element.get_by_id(key))
    made = docx(
        ran["starter"], report(ran["starter"]), "nb", agency_template(saved(word, tmp_path / "a.docx"))
    )
    assert set(style_ids(library.Document(io.BytesIO(made)))) == set(STYLES)


def test_the_report_is_written_in_the_agencys_styles_margins_and_running_lines(
    tmp_path: Path, ran: Mapping[str, Results]
) -> None:
    word = ours()
    word.styles["Heading 1"].font.name = "Georgia"
    word.sections[0].left_margin = Pt(100)
    word.sections[0].footer.paragraphs[0].text = "Etaten"
    word.add_paragraph("Veiledning i malen")
    path = saved(word, tmp_path / "agency.docx")
    results = ran["starter"]
    made = docx(results, report(results), "en", agency_template(path))
    found = library.Document(io.BytesIO(made))
    assert found.styles["Heading 1"].font.name == "Georgia"
    assert found.sections[0].left_margin == Pt(100)
    assert found.sections[0].footer.paragraphs[0].text == "Etaten"
    assert "Veiledning i malen" not in [one.text for one in found.paragraphs]
    last: Any = found.sections[0]
    room = (last.page_width - last.left_margin - last.right_margin) // 635
    for table in elements(found, "w:tbl"):
        assert sum(int(one.get(qn("w:w"))) for one in table.iter(qn("w:gridCol"))) <= room


def test_running_lines_that_a_templates_last_section_takes_from_the_one_before_are_kept(
    tmp_path: Path, ran: Mapping[str, Results]
) -> None:
    word = ours()
    word.sections[0].header.paragraphs[0].text, word.sections[0].footer.paragraphs[0].text = "Etaten", "Foten"
    assert word.add_section().header.is_linked_to_previous
    word.sections[1].footer.paragraphs[0].text = "Den siste"
    results = ran["starter"]
    template = agency_template(saved(word, tmp_path / "agency.docx"))
    first = library.Document(io.BytesIO(docx(results, report(results), "nb", template))).sections[0]
    assert first.header.paragraphs[0].text == "Etaten"
    assert first.footer.paragraphs[0].text == "Den siste"


COMPLEX = """<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TITLE \\* MERGEFORMAT </w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Old </w:t></w:r><w:r><w:t>title</w:t></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> – Etaten</w:t></w:r></w:p>"""


def test_a_field_for_the_title_in_a_template_shows_the_title_of_the_study(
    tmp_path: Path, ran: Mapping[str, Results]
) -> None:
    word = ours()
    line = word.sections[0].header
    line.is_linked_to_previous = False
    line._element.append(parse_xml(COMPLEX))
    results = ran["starter"]
    template = agency_template(saved(word, tmp_path / "agency.docx"))
    found = library.Document(io.BytesIO(docx(results, report(results), "nb", template)))
    shown = "".join(one.text for one in found.sections[0].header.paragraphs)
    assert shown.strip() == f"{results.study.assignment.title.nb} – Etaten"


def test_a_template_of_words_own_kind_is_a_template(tmp_path: Path) -> None:
    path = tmp_path / "agency.dotx"
    with zipfile.ZipFile(io.BytesIO(own_template())) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(MAIN, MAIN.replace(b"document.main", b"template.main")))
    assert MAIN in zipfile.ZipFile(io.BytesIO(agency_template(path))).read("[Content_Types].xml")


def test_a_report_is_a_template_for_the_next_one_and_leaves_nothing_of_its_own(
    made: Made, ran: Mapping[str, Results], tmp_path: Path
) -> None:
    path = tmp_path / "old.docx"
    path.write_bytes(made["trafficking", "nb"])
    results = ran["starter"]
    again = tmp_path / "new.docx"
    again.write_bytes(docx(results, report(results), "nb", agency_template(path)))
    with zipfile.ZipFile(again) as archive:
        names = archive.namelist()
        whole = b"".join(archive.read(name) for name in names)
    assert len(names) == len(set(names))
    assert b"menneskehandel" not in whole
    assert word_file(again).manifest.study == results.provenance.study


def test_a_template_that_nothing_would_use_is_refused(tmp_path: Path) -> None:
    path = saved(ours(), tmp_path / "agency.docx")
    with pytest.raises(StudyError, match="not written as docx"):
        in_template(asked_for("html"), path)
    used = {one.name for one in in_template(FORMATS, path) if one.template is not None}
    assert used == {"docx"}
