"""What a report can be written as, and what is said of formats that are not there."""

from pathlib import Path

import pytest
from tests.making import small

from samvirke.errors import StudyError
from samvirke.report.formats import FORMATS, Format, asked_for
from samvirke.report.output import rendered
from samvirke.uncertainty.results import run

ROOT = Path(__file__).resolve().parents[2]
DATA = {"results.json", "figures.csv"}


def test_all_is_every_format_and_a_list_is_those_that_are_named_once() -> None:
    assert asked_for("all") == FORMATS
    assert [one.name for one in asked_for(" HTML, html ,")] == ["html"]


@pytest.mark.parametrize("written", ["", ",", "odt", "html,odt"])
def test_what_is_no_format_is_refused_with_those_there_are(written: str) -> None:
    with pytest.raises(StudyError, match="this is not a format") as caught:
        asked_for(written)
    assert "html" in caught.value.problems[0].remedy["en"]


def test_a_format_that_is_not_installed_is_left_out_and_the_figures_are_written_all_the_same() -> None:
    missing = Format("odt", "nowhere", ("a_library_that_is_not_there",))
    assert not missing.installed
    assert set(rendered(run(small(), draws=4), [missing])) == DATA


def test_a_format_knows_what_its_files_are_called() -> None:
    """By these names the files of an earlier run are taken away when the format is not written again."""
    results = run(small(), draws=4)
    for one in FORMATS:
        if one.installed:
            assert set(rendered(results, [one])) - DATA == set(one.names)


def test_the_command_says_which_formats_there_are() -> None:
    told = " ".join((ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8").split())
    assert f"{', '.join(one.name for one in FORMATS)}, or all" in told


def test_a_name_beside_all_is_looked_at_too() -> None:
    with pytest.raises(StudyError, match="this is not a format"):
        asked_for("all,bogus")
