"""The PDF as somebody who hears it read meets it, and as an archive keeps it."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pytest
from tests.making import alternative, small
from tests.tags import attributes, elements

from samvirke.language import Language, Text
from samvirke.report.annexes.evidence import sources_annex
from samvirke.report.document import Paragraph, Section, Words, pieces_of
from samvirke.report.report import report
from samvirke.report.words.references import SAME_SOURCE, sources
from samvirke.report.writing.pdf import pdf
from samvirke.report.writing.typst import typst
from samvirke.study.sources import Source
from samvirke.uncertainty.results import Results, run

SAID = Text("Noe.", "Something.")
MOVED = {"verb": "move", "unit": "centre", "to": "children"}
LANGUAGES: tuple[Language, ...] = ("nb", "en")


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


@pytest.fixture(scope="module")
def made() -> dict[Language, bytes]:
    study = small(study={"title": {"nb": "En liten innsats", "en": "A small effort"}})
    document = report(run(study.with_(alternatives={"moved": alternative(MOVED, key="moved")}), draws=8))
    return {language: pdf(document, language) for language in LANGUAGES}


@pytest.fixture(scope="module")
def file(made: dict[Language, bytes], language: Language) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(made[language])) as opened:
        yield opened


def test_it_says_its_language_its_title_and_that_it_is_tagged(file: pikepdf.Pdf, language: Language) -> None:
    assert str(file.Root.Lang) == {"nb": "nb-NO", "en": "en-GB"}[language]
    assert bool(file.Root.MarkInfo.Marked)
    assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
    title = {"nb": "En liten innsats", "en": "A small effort"}[language]
    with file.open_metadata() as told:
        assert told["dc:title"] == title


def test_it_claims_to_be_accessible_and_fit_for_an_archive(file: pikepdf.Pdf) -> None:
    with file.open_metadata() as told:
        assert told["pdfuaid:part"] == "1"
        assert (told["pdfaid:part"], told["pdfaid:conformance"]) == ("2", "A")


def test_headings_go_down_one_level_at_a_time(file: pikepdf.Pdf) -> None:
    levels = [int(role[1:]) for role, _ in elements(file) if role[:1] == "H" and role[1:].isdigit()]
    assert levels
    assert levels[0] == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


def test_every_table_has_heading_cells_that_say_what_they_head(file: pikepdf.Pdf) -> None:
    tables = [one for role, one in elements(file) if role == "Table"]
    heads = [one for role, one in elements(file) if role == "TH"]
    assert tables
    assert len(heads) >= len(tables)
    scopes = {str(attribute.Scope) for one in heads for attribute in attributes(one) if "/Scope" in attribute}
    assert scopes == {"/Column"}


def test_every_picture_is_told_in_words(file: pikepdf.Pdf) -> None:
    pictures = [one for role, one in elements(file) if role == "Figure"]
    assert pictures
    assert all(len(str(one.get("/Alt", ""))) > 20 for one in pictures)


def test_every_typeface_is_in_the_file(file: pikepdf.Pdf) -> None:
    records = [one for one in file.objects if isinstance(one, pikepdf.Dictionary)]
    fonts = [one for one in records if one.get("/Type") == "/FontDescriptor"]
    assert fonts
    for one in fonts:
        assert {"/FontFile2", "/FontFile3"} & set(one.keys())
        assert "SourceSans3" in str(one.FontName)


def test_the_same_study_gives_the_same_bytes(made: dict[Language, bytes]) -> None:
    study = small(study={"title": {"nb": "En liten innsats", "en": "A small effort"}})
    document = report(run(study.with_(alternatives={"moved": alternative(MOVED, key="moved")}), draws=8))
    assert pdf(document, "nb") == made["nb"]


def test_a_text_of_the_study_is_never_read_as_markup() -> None:
    """Signs that mean something to the typesetter stand as they are written."""
    signs = '#panic("x") $a$ *b* _c_ `d` <e> @f \\ " ]] // /* = - +'
    document = report(run(small(study={"title": signs}), draws=4))
    with pikepdf.open(io.BytesIO(pdf(document, "nb"))) as opened, opened.open_metadata() as told:
        assert told["dc:title"] == signs


def test_a_word_without_end_is_broken_and_kept_in_the_archive() -> None:
    """A file for the archive may hold no string of more than 32,767 letters."""
    document = report(run(small(), draws=4))
    endless = Paragraph((Words(Text("x" * 40_000, "y" * 40_000)),))
    front = replace(document.front[0], blocks=(endless,))
    with pikepdf.open(io.BytesIO(pdf(replace(document, front=(front,)), "en"))) as opened:
        with opened.open_metadata() as told:
            assert told["pdfaid:part"] == "2"
        assert len(opened.pages) > 5


def test_a_title_of_one_long_word_is_broken_and_said_whole() -> None:
    title = "A" + "bcdefghij" * 20
    document = report(run(small(study={"title": {"nb": title, "en": title[::-1]}}), draws=8))
    source, _ = typst(document, "nb")
    (shown,) = set(re.findall(r'#show: report.with\(title: "([^"]*)"', source))
    assert max(map(len, shown.split("\u200b"))) <= 34
    with pikepdf.open(io.BytesIO(pdf(document, "nb"))) as opened:
        assert opened.docinfo["/Title"] == title


def test_print_names_a_source_once_where_no_link_tells_its_statements_apart(results: Results) -> None:
    document = report(results)
    told = [piece for one in document.annexes for block in one.blocks for piece in pieces_of(block)]
    assert any(isinstance(one, Words) and one.text == SAME_SOURCE for one in told)
    for language in LANGUAGES:
        source, _ = typst(document, language)
        annexes = source.partition(f") <{document.annexes[0].anchor}>")[2]
        assert annexes
        assert f'"{SAME_SOURCE[language]}"' not in annexes


def test_a_source_is_told_again_only_where_its_note_says_something_else() -> None:
    one = Source(id="a", title="Avis", publisher="Avisen", date="2019", retrieved="2020", says=SAID)
    other = one.model_copy(update={"id": "b"})
    elsewhere = one.model_copy(update={"id": "c", "section": "side 4"})
    study = small().with_(sources={each.id: each for each in (one, other, elsewhere)})
    annex = sources_annex(study)
    document = report(run(study, draws=8))
    for ids, times in ((("a", "b"), 0), (("a", "c"), 1)):
        only = Section("only", Text("Bare", "Only"), (Paragraph(sources(study, ids)),))
        source, _ = typst(replace(document, front=(), body=(only,), annexes=(annex,)), "nb")
        assert source.count(f'"{SAME_SOURCE.nb}"') == times
