"""A letter that the typeface lacks is an empty box on paper, and no reason to make no report."""

from pathlib import Path

import pytest

from samvirke.report.report import report
from samvirke.report.writing.letters import BOX, printable
from samvirke.report.writing.pdf import pdf
from samvirke.study.reading import read_study
from samvirke.uncertainty.results import run

SMALL = Path(__file__).parents[1] / "studies" / "small"


@pytest.mark.parametrize("letters", ["æøåÆØÅ – « » − × ½ é š ŧ", "a\u00adb\u200bc", "plain"])
def test_what_the_typeface_has_is_left_as_it_is(letters: str) -> None:
    assert printable(letters) == letters


@pytest.mark.parametrize("letter", ["漢", "😀", "ع", "\u0378", "\ue000"])
def test_what_it_lacks_is_a_box(letter: str) -> None:
    assert printable(f"a{letter}b") == f"a{BOX}b"


def test_a_name_in_letters_that_the_typeface_lacks_is_set_in_a_pdf(tmp_path: Path) -> None:
    pytest.importorskip("typst")
    for path in SMALL.rglob("*.yaml"):
        target = tmp_path / path.relative_to(SMALL)
        target.parent.mkdir(exist_ok=True)
        text = path.read_text(encoding="utf-8")
        target.write_text(text.replace("nb: Minst", 'nb: "漢字 😀"'), encoding="utf-8")
    results = run(read_study(tmp_path), draws=2)
    assert results.study.assignment.title.nb == "漢字 😀"
    assert pdf(report(results), "nb").startswith(b"%PDF-")
