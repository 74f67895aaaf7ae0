"""`samvirke texts import`: what was edited in Word is shown first, and written when that is asked for."""

from pathlib import Path

import docx as library
import pytest
from docx.text.paragraph import Paragraph
from tests.cli.conftest import DRAWS, Command

GOALS = "texts/goals.en.md"
NOT_READ = "Changes in headers, footers and the alternative texts of pictures are not read.\n"


@pytest.fixture
def edited(samvirke: Command, tmp_path: Path) -> Path:
    """A report of a study of one's own, with a sentence edited in Word."""
    assert samvirke("new", "mine").returncode == 0
    ran = samvirke("run", "mine", "-o", "out", "--formats", "docx", *DRAWS)
    assert ran.returncode == 0, ran.stderr
    path = tmp_path / "out" / "report.en.docx"
    word = library.Document(str(path))
    paragraphs = (Paragraph(one, None) for one in word.element.body.iter() if one.tag.endswith("}p"))  # type: ignore[arg-type]
    paragraph = next(one for one in paragraphs if one.text.startswith("Every task is to have"))
    paragraph.runs[0].text = paragraph.runs[0].text.replace("Every task", "Each and every task")
    word.save(str(path))
    return path


def test_what_was_edited_is_shown_and_then_written_and_once_only(
    samvirke: Command, tmp_path: Path, edited: Path
) -> None:
    file = tmp_path / "mine" / GOALS
    as_lf = file.read_text(encoding="utf-8")
    file.write_bytes(as_lf.replace("\n", "\r\n").encode())
    before = file.read_bytes()

    shown = samvirke("texts", "import", edited, "--study", "mine", "-l", "en")
    assert shown.returncode == 0, shown.stderr
    assert "+Each and every task is to have" in shown.stdout
    assert "Nothing was written." in shown.stdout
    assert shown.stdout.endswith(NOT_READ)
    assert file.read_bytes() == before

    written = samvirke("texts", "import", edited, "--study", "mine", "--write", "-l", "en")
    assert written.returncode == 0, written.stderr
    assert "1 text was written." in written.stdout
    assert written.stdout.endswith(NOT_READ)
    assert file.read_bytes() == before.replace(b"Every task", b"Each and every task")

    again = samvirke("texts", "import", edited, "--study", "mine", "--write", "-l", "en")
    assert again.returncode == 2
    assert f"`{GOALS}` was changed in the study after the report was made" in again.stderr
    assert again.stdout == ""


def test_a_change_in_a_footer_is_told_to_be_none_of_what_comes_back(
    samvirke: Command, tmp_path: Path
) -> None:
    assert samvirke("run", "starter", "-o", "out", "--formats", "docx", *DRAWS).returncode == 0
    path = tmp_path / "out" / "report.en.docx"
    word = library.Document(str(path))
    word.sections[0].footer.paragraphs[0].add_run("Draft")
    word.save(str(path))
    shown = samvirke("texts", "import", path, "--study", "starter", "-l", "en")
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith("None of the texts were edited.\nOnly the study's own texts come back.")
    assert shown.stdout.endswith(NOT_READ)


def test_a_built_in_study_is_not_written_in_and_a_file_that_is_no_report_is_told_so(
    samvirke: Command, edited: Path, tmp_path: Path
) -> None:
    refused = samvirke("texts", "import", edited, "--study", "starter", "--write", "-l", "en")
    assert refused.returncode == 2
    assert "samvirke new FOLDER --from starter" in refused.stderr
    plain = tmp_path / "letter.docx"
    library.Document().save(str(plain))
    foreign = samvirke("texts", "import", plain, "--study", "mine", "-l", "en")
    assert foreign.returncode == 2
    assert "no report from Samvirke" in foreign.stderr


def test_a_template_that_lacks_styles_is_refused_before_anything_is_worked_out(
    samvirke: Command, tmp_path: Path
) -> None:
    library.Document().save(str(tmp_path / "agency.docx"))
    ran = samvirke("run", "starter", "-o", "out", "--word-template", "agency.docx", "-l", "en")
    assert ran.returncode == 2
    assert "the template lacks the styles" in ran.stderr
    assert not (tmp_path / "out").exists()
