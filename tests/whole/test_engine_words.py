"""The engine knows no field: what is particular to one study stands in the study."""

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "samvirke"
# Words of the first case's field. The police are not among them: the invented study in which the examples on
# the rules' pages are tried has them.
FIELD = re.compile(
    r"(?i:traffick|menneskehandel|\bvictim|\bofret?\b|\boffer for\b|prostitu|utlending|\basyl)"
    r"|\bKOM\b|\bkom-|unit: kom\b|\bROSA\b|\bPOD\b|\bUDI\b|\bIMDi\b|\bBufdir\b|\bNAV\b"
)
# Sources of rules that hold for the whole state may be published anywhere.
ADDRESS = re.compile(r"https?://\S+")
FILES = sorted(
    path
    for path in SOURCE.rglob("*")
    if path.suffix in {".py", ".j2", ".css", ".js", ".html"} and "cases" not in path.relative_to(SOURCE).parts
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_file_of_the_engine_has_a_word_from_the_field_of_a_case(path: Path) -> None:
    text = ADDRESS.sub("", path.read_text(encoding="utf-8"))
    assert [found.group(0) for found in FIELD.finditer(text)] == []


def test_the_words_would_be_found_where_they_belong() -> None:
    case = SOURCE / "cases" / "trafficking" / "study.yaml"
    assert len(set(FIELD.findall(case.read_text(encoding="utf-8")))) > 3
