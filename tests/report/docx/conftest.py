"""The two built-in studies as Word files, and ways of editing them as people do in Word."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import docx as library
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from samvirke.cases import DEFAULT, built_in
from samvirke.language import LANGUAGES, Language
from samvirke.report.docx.brought import brought_back
from samvirke.report.docx.file import docx
from samvirke.report.docx.opening import word_file
from samvirke.report.report import report
from samvirke.study.reading import read_study
from samvirke.uncertainty.results import Results, run

DRAWS = 64
Made = Mapping[tuple[str, Language], bytes]
Edit = Callable[["Edited"], object]
Back = Callable[[Edit], dict[str, str]]
PROBLEM = "texts/problem.nb.md"
# What a text can have: sources, a claim, a heading, a figure with its range, and a link inside the report.
TEXT = """Innsatsen er delt [@ex-assignment]. Ingen vet hvor mange det gjelder.

Departementet mener at arbeidet ikke er samordnet{{holds: zero: admin.gaps = 1}}.

## Det vi ikke vet

Staten bruker {{today.total | range}} i året, se [kildene](#sources).
"""


@pytest.fixture(scope="session")
def ran() -> Mapping[str, Results]:
    return {name: run(read_study(built_in()[name]), draws=DRAWS) for name in ("starter", DEFAULT)}


@pytest.fixture(scope="session")
def made(ran: Mapping[str, Results]) -> Made:
    """Each study's report as a Word file in each language."""
    documents = {name: report(results) for name, results in ran.items()}
    return {
        (name, language): docx(ran[name], documents[name], language) for name in ran for language in LANGUAGES
    }


@dataclass
class Edited:
    """A Word file in somebody's hands."""

    word: Document

    def control(self, tag: str) -> Any:
        """The content of a control."""
        for found in self.word.element.body.iter(qn("w:sdt")):
            marked = found.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
            if marked is not None and marked.get(qn("w:val")) == tag:
                return found.find(qn("w:sdtContent"))
        raise AssertionError(f"no control {tag}")

    def paragraphs(self, tag: str) -> list[Paragraph]:
        part: Any = self.word.part
        return [Paragraph(one, part) for one in self.control(tag).findall(qn("w:p"))]

    def held(self, tag: str) -> list[Any]:
        """The controls inside a text that are locked."""
        return list(self.control(tag).iter(qn("w:sdt")))

    def add_after(self, paragraph: Paragraph, style: str = "Body Text") -> Paragraph:
        """A new paragraph, as Enter makes one."""
        new = Paragraph(OxmlElement("w:p"), paragraph._parent)
        paragraph._p.addnext(new._p)
        new.style = self.word.styles[style]
        return new


@pytest.fixture
def edited(made: Made, tmp_path: Path) -> Callable[[str, Language, Edit], Path]:
    """Saves a study's report after an edit."""

    def save(name: str, language: Language, edit: Edit) -> Path:
        word = library.Document(io.BytesIO(made[name, language]))
        edit(Edited(word))
        path = tmp_path / f"report.{language}.docx"
        word.save(str(path))
        return path

    return save


def elements(word: Document, name: str) -> Iterator[Any]:
    """Every element of a kind in the body."""
    yield from word.element.body.iter(qn(name))


@pytest.fixture(scope="session")
def bound(ran: Mapping[str, Results]) -> Results:
    """The starter, with that as its problem."""
    study = ran["starter"].study
    return replace(ran["starter"], study=study.with_(texts={**study.texts, "problem.nb.md": TEXT}))


@pytest.fixture(scope="session")
def written(bound: Results) -> bytes:
    return docx(bound, report(bound), "nb")


@pytest.fixture
def back(bound: Results, written: bytes, tmp_path: Path) -> Back:
    """What an edit of its report in bokmål brings back."""

    def bring(edit: Edit) -> dict[str, str]:
        word = Edited(library.Document(io.BytesIO(written)))
        edit(word)
        path = tmp_path / "report.nb.docx"
        word.word.save(str(path))
        return brought_back(bound.study, word_file(path))

    return bring
