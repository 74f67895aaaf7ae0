"""Studies in a format that was shipped earlier are read, and lifted without losing anything."""

from pathlib import Path

import pytest

from samvirke.study.folder import read_folder
from samvirke.study.migration.lifting import FORMAT, STEPS, format_of, lifted, steps_for
from samvirke.study.reading import read_study

STUDIES = Path(__file__).parent.parent / "studies"
OLD, NOW = STUDIES / "format-1", STUDIES / "tiny"


def texts(folder: Path) -> dict[str, str]:
    return read_folder(folder).texts


def test_there_is_a_step_for_every_format_and_a_study_in_each() -> None:
    assert len(STEPS) == FORMAT - 1
    assert [format_of(texts(STUDIES / f"format-{n}")) for n in range(1, FORMAT)] == list(range(1, FORMAT))


def test_a_study_of_an_older_format_is_read_as_the_same_study() -> None:
    old, now = read_study(OLD), read_study(NOW)
    assert old == now
    assert old.digest != now.digest


def test_a_lifted_folder_is_in_the_newest_format_and_lifting_it_again_changes_nothing() -> None:
    once = lifted(texts(OLD))
    assert format_of(once) == FORMAT
    assert steps_for(once) == ()
    assert lifted(once) == once


def test_lifting_adds_and_takes_away_no_line_and_keeps_every_comment() -> None:
    before, after = texts(OLD), lifted(texts(OLD))
    for name, text in before.items():
        old, new = text.splitlines(), after[name].splitlines()
        assert len(old) == len(new)
        assert [line for line in old if "#" in line] == [line for line in new if "#" in line]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("rests_on: admin.gaps", "figure: admin.gaps"),
        ("rests_on: Vår vurdering", "judgement: Vår vurdering"),
        ("rests_on: 'admin.gaps'  # a figure", "figure: 'admin.gaps'  # a figure"),
        ('"rests_on": {nb: Vår, en: Ours}', "judgement: {nb: Vår, en: Ours}"),
    ],
)
def test_what_an_answer_rests_on_is_a_figure_by_its_look_and_else_a_judgement(
    written: str, wanted: str
) -> None:
    old = f"answers:\n  lost:\n    how: rests_on in a text stays\n    {written}\n"
    found = lifted({"study.yaml": "format: 1\n", "alternatives/a.yaml": old})
    assert (
        found["alternatives/a.yaml"]
        == f"answers:\n  lost:\n    how: rests_on in a text stays\n    {wanted}\n"
    )


def test_answers_in_braces_windows_lines_and_a_mark_of_order_are_lifted_too() -> None:
    old = "\ufeffanswers: {lost: {degree: not, rests_on: admin.gaps, how: Nei}}\r\n"
    found = lifted({"study.yaml": "\ufeffformat: 1 # first\r\ntitle: x\r\n", "alternatives/a.yaml": old})
    assert found["alternatives/a.yaml"] == old.replace("rests_on", "figure")
    assert found["study.yaml"] == "\ufeffformat: 2 # first\r\ntitle: x\r\n"


@pytest.mark.parametrize(
    "spoilt",
    [
        "answers: [1, 2]\n",
        "answers: {a: {rests_on: [}}\n",
        "- a\n",
        "",
        "answers: {a: rests_on}\n",
        "a: &b 1\n",
    ],
)
def test_what_cannot_be_understood_is_left_as_it_is(spoilt: str) -> None:
    found = lifted({"study.yaml": "format: 1\n", "alternatives/a.yaml": spoilt})
    assert found["alternatives/a.yaml"] == spoilt


@pytest.mark.parametrize("head", ["format: 3\n", "format: 0\n", "format: 2\n", "title: x\n", "format: one\n"])
def test_a_format_that_is_not_an_older_one_is_left_to_reading(head: str) -> None:
    given = {"study.yaml": head, "alternatives/a.yaml": "answers: {a: {rests_on: x}}\n"}
    assert lifted(given) == given


@pytest.mark.parametrize(
    "head", ['"format": 1\n', "format:\n  1\n", "{format: 1, title: x}\n", "format: 1  # old\n"]
)
def test_a_format_is_read_as_yaml_however_it_is_written(head: str) -> None:
    given = {"study.yaml": head, "alternatives/a.yaml": "answers: {a: {rests_on: x}}\n"}
    assert format_of(given) == 1
    assert format_of(lifted(given)) == FORMAT


def test_a_text_that_looks_like_a_format_is_left_alone() -> None:
    head = 'recommendation_reason: "foo\nformat: 1\nbar"\nformat: 2\n'
    given = {"study.yaml": head, "alternatives/a.yaml": "answers: {a: {rests_on: x}}\n"}
    assert format_of(given) == FORMAT
    assert lifted(given) == given
