"""`samvirke draw`: one picture into a file, or why there is none."""

from pathlib import Path

import pytest
from tests.cli.conftest import DRAWS, Command

from samvirke.cli import draw
from samvirke.errors import StudyError


def test_a_picture_is_drawn_by_its_name(samvirke: Command, tmp_path: Path) -> None:
    ran = samvirke("draw", "spending", *DRAWS)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (tmp_path / "spending.svg").read_text(encoding="utf-8").startswith("<svg")


def test_an_unknown_name_is_refused_before_anything_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise AssertionError("the study was worked out")

    monkeypatch.setattr(draw, "told_run", never)
    with pytest.raises(StudyError) as refused:
        draw.draw_picture("responsibilities-asistance", "trafficking", None, 64, 1)
    assert "`responsibilities-assistance`" in str(refused.value)


def test_a_known_picture_with_nothing_to_show_says_what_there_is(
    samvirke: Command, tiny: Path, tmp_path: Path
) -> None:
    ran = samvirke("draw", "options", "-s", tiny, *DRAWS)
    assert ran.returncode != 0
    assert "studien har ikke noe å vise i dette bildet" in ran.stderr
    assert "ranges" in ran.stderr
    assert not (tmp_path / "options.svg").exists()
