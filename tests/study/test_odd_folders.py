"""Folders that cannot be kept as ordinary files: links, things that are not files, and too much of it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.study.overlays import TINY

from samvirke.errors import StudyError
from samvirke.study.folder import (
    MAX_ALTERNATIVES,
    MAX_BRACKETS,
    MAX_BYTES,
    MAX_FILE_BYTES,
    MAX_FILES,
    MAX_LINES,
    MAX_TEXT_BYTES,
)
from samvirke.study.reading import MAX_PROBLEMS, read_study


def link_out_of_the_folder(study: Path) -> None:
    (study / "lines.yaml").unlink()
    (study / "lines.yaml").symlink_to(TINY / "lines.yaml")


def folder_named_like_a_file(study: Path) -> None:
    (study / "lines.yaml").unlink()
    (study / "lines.yaml").mkdir()


def pipe_named_like_a_file(study: Path) -> None:
    (study / "lines.yaml").unlink()
    os.mkfifo(study / "lines.yaml")


def file_that_may_not_be_read(study: Path) -> None:
    (study / "lines.yaml").chmod(0)


def huge_file(study: Path) -> None:
    (study / "lines.yaml").write_bytes(b"#" * (MAX_FILE_BYTES + 1))


def too_many_files(study: Path) -> None:
    for number in range(MAX_FILES + 1):
        (study / "texts" / f"text{number}.nb.md").touch()


def too_much_in_all(study: Path) -> None:
    for number in range(MAX_BYTES // MAX_TEXT_BYTES + 2):
        (study / "texts" / f"text{number}.nb.md").write_bytes(b"." * MAX_TEXT_BYTES)


def text_too_long(study: Path) -> None:
    (study / "texts" / "problem.nb.md").write_bytes(b"_a_ " * (MAX_TEXT_BYTES // 4 + 1))


def text_of_brackets(study: Path) -> None:
    (study / "texts" / "problem.nb.md").write_text("[\n" * (MAX_BRACKETS + 1))


def text_of_lines(study: Path) -> None:
    (study / "texts" / "problem.nb.md").write_text("- a\n" * (MAX_LINES + 1))


def too_many_alternatives(study: Path) -> None:
    for number in range(MAX_ALTERNATIVES):
        shutil.copy(study / "alternatives" / "one-more.yaml", study / "alternatives" / f"more-{number}.yaml")


def required_file_missing(study: Path) -> None:
    (study / "actors.yaml").unlink()


def no_folder_at_all(study: Path) -> None:
    shutil.rmtree(study)


def very_many_repeated_keys(study: Path) -> None:
    (study / "sources.yaml").write_text("budget: {}\n" * 1000)


def very_many_wrong_records(study: Path) -> None:
    (study / "lines.yaml").write_text("".join(f"line-{number}: {{}}\n" for number in range(1000)))


ODD: tuple[tuple[Callable[[Path], None], str, str], ...] = (
    (
        link_out_of_the_folder,
        "lines.yaml: symbolic links are not followed",
        "Put the file itself in the folder.",
    ),
    (folder_named_like_a_file, "lines.yaml: this is not an ordinary file", "put a file of this name here."),
    (pipe_named_like_a_file, "lines.yaml: this is not an ordinary file", "put a file of this name here."),
    (file_that_may_not_be_read, "lines.yaml: the file or folder cannot be read", "you have access to it."),
    (huge_file, "lines.yaml: the file is too large", "at most 4 MB."),
    (too_many_files, ".: the folder has more than 500 files or 20 MB", "Take away what does not belong"),
    (too_much_in_all, ".: the folder has more than 500 files or 20 MB", "Take away what does not belong"),
    (text_too_long, "texts/problem.nb.md: the text is too long", "Split it, or make it shorter."),
    (
        text_of_brackets,
        "texts/problem.nb.md: the text has more than 2,000 square brackets",
        "take away the brackets that are neither sources nor links",
    ),
    (
        text_of_lines,
        "texts/problem.nb.md: the text has more than 5,000 lines",
        "write it in fewer paragraphs",
    ),
    (
        too_many_alternatives,
        "alternatives/: the study has more than 100 alternatives",
        "Merge those that are alike.",
    ),
    (
        required_file_missing,
        "actors.yaml: the file is missing",
        "Make it, or begin with `samvirke new FOLDER`.",
    ),
    (no_folder_at_all, "is not a folder", "Give the folder that holds study.yaml."),
    (very_many_repeated_keys, "the file has more mistakes than are shown here", "Mend these first"),
    (very_many_wrong_records, "the file has more mistakes than are shown here", "Mend these first"),
)


def odd_message(spoil: Callable[[Path], None], folder: Path) -> StudyError:
    """What reading the tiny study says after `spoil` has been at it."""
    shutil.copytree(TINY, folder)
    spoil(folder)
    with pytest.raises(StudyError) as caught:
        read_study(folder)
    return caught.value


@pytest.mark.parametrize(("spoil", "text", "remedy"), ODD, ids=[odd[0].__name__ for odd in ODD])
def test_an_odd_folder_is_refused_in_words(
    spoil: Callable[[Path], None], text: str, remedy: str, tmp_path: Path
) -> None:
    if spoil is file_that_may_not_be_read and os.geteuid() == 0:
        pytest.skip("nothing is closed to the superuser")
    error = odd_message(spoil, tmp_path / "study")
    assert text in str(error)
    assert remedy in str(error)
    assert sum(problem.place.file == "lines.yaml" for problem in error.problems) <= MAX_PROBLEMS + 1


def test_what_is_not_part_of_the_study_is_left_alone(tmp_path: Path) -> None:
    study = tmp_path / "study"
    shutil.copytree(TINY, study)
    (study / ".git").mkdir()
    (study / "~$notat.docx").write_bytes(b"\xff\xfe")
    (study / "lines.yaml~").write_bytes(b"\xff\xfe")
    (study / "utkast.docx").write_bytes(b"\xff\xfe")
    (study / "papers").mkdir()
    assert read_study(study).digest == read_study(TINY).digest


def test_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    study = tmp_path / "study"
    shutil.copytree(TINY, study)
    for path in study.rglob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_study(study) == read_study(TINY)
    assert read_study(study).digest == read_study(TINY).digest


def test_everything_wrong_in_all_files_is_told_at_once(tmp_path: Path) -> None:
    study = tmp_path / "study"
    shutil.copytree(TINY, study)
    for name in ("lines.yaml", "actors.yaml", "alternatives/moved.yaml"):
        path = study / name
        path.write_text(path.read_text(encoding="utf-8") + "surplus: 1\n", encoding="utf-8")
    with pytest.raises(StudyError) as caught:
        read_study(study)
    assert {p.place.file for p in caught.value.problems} == {
        "lines.yaml",
        "actors.yaml",
        "alternatives/moved.yaml",
    }
