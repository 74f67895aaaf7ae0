"""The report in Word opened by another program: LibreOffice reads every word that stands in it."""

import re
import shutil
import subprocess
from pathlib import Path

import docx as library
import pytest
from docx.oxml.ns import qn
from tests.making import contents
from tests.spreadsheet.office import office_path

from samvirke.cases import built_in
from samvirke.language import LANGUAGES
from samvirke.report.docx.file import files
from samvirke.report.docx.said import said
from samvirke.report.report import report
from samvirke.study.reading import read_study
from samvirke.uncertainty.results import run

pytestmark = pytest.mark.office
LETTERS = re.compile(r"[^\W\d_]+")  # numbers of notes stand close to words
AS_TEXT = "txt:Text (encoded):UTF8"


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The starter's report in both languages, with what LibreOffice reads in them."""
    folder = tmp_path_factory.mktemp("word")
    results = run(read_study(built_in()["starter"]), draws=64)
    for name, content in contents(files(results, report(results))).items():
        (folder / name).write_bytes(content)
    program = office_path()
    assert program is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    names = [str(folder / f"report.{language}.docx") for language in LANGUAGES]
    command = [
        program,
        profile,
        "--headless",
        "--norestore",
        "--convert-to",
        AS_TEXT,
        "--outdir",
        str(folder),
    ]
    subprocess.run([*command, *names], check=True, capture_output=True, timeout=300)
    shutil.rmtree(folder / "profile")
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_libreoffice_reads_every_paragraph_of_the_report_in_its_order(read: Path, language: str) -> None:
    word = library.Document(str(read / f"report.{language}.docx"))
    expected = [said(one) for one in word.element.body.iter(qn("w:p")) if said(one)]
    text = (read / f"report.{language}.txt").read_text(encoding="utf-8-sig")
    found = iter(LETTERS.findall(text.replace("\u00ad", "")))
    for paragraph in expected:  # a word that is not there uses up the rest, so that the paragraph is told
        assert [word for word in LETTERS.findall(paragraph) if word not in found] == [], paragraph
