"""SECURITY.md says what the code does: its limits are the code's, and what it says is refused is refused."""

import re
from pathlib import Path

import pytest
from tests.study.overlays import TINY, laid_over, problems_of

from samvirke.cli import application
from samvirke.report.output import rendered
from samvirke.study import alternative, assumptions, document, folder, records
from samvirke.study.reading import read_study
from samvirke.uncertainty import draws
from samvirke.uncertainty.results import run

PAGE = (Path(__file__).resolve().parents[2] / "SECURITY.md").read_text(encoding="utf-8")
LIMITS = {
    "files in a study": folder.MAX_FILES,
    "a file": folder.MAX_FILE_BYTES,
    "a text in `texts/`": folder.MAX_TEXT_BYTES,
    "square brackets in a text": folder.MAX_BRACKETS,
    "lines of a text": folder.MAX_LINES,
    "all files": folder.MAX_BYTES,
    "values in a YAML file": document.MAX_NODES,
    "levels in a YAML file": document.MAX_DEPTH,
    "digits of a number": document.MAX_DIGITS,
    "alternatives": folder.MAX_ALTERNATIVES,
    "changes of an alternative": alternative.MAX_CHANGES,
    "characters of a text in YAML": records.MAX_TEXT,
    "characters of a name": records.MAX_NAME,
    "characters of an id": records.LONGEST_ID,
    "characters of a formula": assumptions.MAX_FORMULA,
    "a quantity in any draw": draws.LARGEST,
    "draws": 1 << 20,
}


def test_the_limits_that_are_stated_are_those_of_the_code() -> None:
    table = PAGE.split("## Limits")[1].split("\n## ")[0]
    stated = dict(re.findall(r"^\| (.+?) \| ([\d,e]+).*\|$", table, flags=re.MULTILINE))
    assert {what: float(number.replace(",", "")) for what, number in stated.items()} == LIMITS


def test_the_most_draws_are_those_of_the_command() -> None:
    assert LIMITS["draws"] == 1 << 20
    assert "max=1 << 20" in Path(application.__file__).read_text("utf-8")


@pytest.mark.parametrize(
    "name",
    ["tag", "anchor", "alias", "merge-key", "directive", "several-documents", "key-stands-twice",
     "field-misspelt", "id-with-capitals", "control-character", "direction-of-writing-turned",
     "file-not-in-utf-8", "number-that-is-not-finite"],
)  # fmt: skip
def test_what_is_said_to_be_refused_is_refused(name: str, tmp_path: Path) -> None:
    assert problems_of(laid_over(name, tmp_path / "study"))


def test_what_a_text_says_is_never_run_by_a_browser(tmp_path: Path) -> None:
    study = laid_over("tag", tmp_path / "study")  # any copy will do, once its mistake is taken away
    for path in study.rglob("*.yaml"):
        good = TINY / path.relative_to(study)
        path.write_bytes(good.read_bytes()) if good.exists() else path.unlink()
    attack = (
        "<script>alert(1)</script> [a](javascript:alert(1)) [b](data:text/html,x) <img src=x onerror=y>\n"
    )
    for language in ("nb", "en"):
        (study / "texts" / f"problem.{language}.md").write_text(attack, encoding="utf-8")
    files = rendered(run(read_study(study), draws=2))
    page = files["report.nb.html"].decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert not re.search(r'(href|src)="(javascript|data|vbscript):', page)
