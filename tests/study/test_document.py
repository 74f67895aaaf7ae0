"""YAML 1.2: plain values are what the core schema says, and every field knows its line."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvirke.study.document import read_document

PLAIN_VALUES: tuple[tuple[str, object], ...] = (
    ("NO", "NO"), ("no", "no"), ("yes", "yes"), ("on", "on"), ("y", "y"), ("true", True), ("False", False),
    ("012", 12), ("-7", -7), ("+7", 7), ("12:30", "12:30"), ("1e3", 1000.0), (".5", 0.5), ("5.", 5.0),
    ("-1.5E-2", -0.015), ("~", None), ("null", None), ("", None), ("0x1F", "0x1F"), ("1_000", "1_000"),
    ("1,5", "1,5"), (".inf", ".inf"), (".nan", ".nan"), ("2021-03-01", "2021-03-01"), ("'12'", "12"),
    ('"null"', "null"), ("9" * 41, "9" * 41), ("=", "="), ("0o7", "0o7"), ("1e400", float("inf")),
)  # fmt: skip


@pytest.mark.parametrize(("text", "value"), PLAIN_VALUES)
def test_a_plain_value_is_read_as_yaml_1_2(text: str, value: object) -> None:
    found = read_document("x.yaml", f"a: {text}\n").data["a"]
    assert found == value
    assert type(found) is type(value)


def test_every_field_and_item_has_its_line() -> None:
    document = read_document(
        "x.yaml", "# first\na:\n  b: 1\n  c:\n    - x\n    - {d: 2}\n\n# on\ne: |\n  text\nf: 3\n"
    )
    lines = {".".join(map(str, path)): line for path, line in document.lines.items()}
    assert lines == {"": 2, "a": 2, "a.b": 3, "a.c": 4, "a.c.0": 5, "a.c.1": 6, "a.c.1.d": 6, "e": 9, "f": 11}
    assert document.place(("a", "c", 1, "missing", "deeper")).line == 6
    assert str(document.place(("f",))) == "x.yaml:11"


def test_byte_order_mark_and_windows_line_ends_are_read() -> None:
    document = read_document("x.yaml", "\ufeffa: 1\r\nb: text\r\n")
    assert document.data == {"a": 1, "b": "text"}
    assert document.lines[("b",)] == 2


def test_a_file_that_says_nothing_has_no_data_and_no_problem() -> None:
    for text in ("", "\n", "# only a remark\n", "---\n"):
        document = read_document("x.yaml", text)
        assert (document.data, document.problems) == (None, ())


@given(st.text(max_size=200) | st.text(alphabet="ab:-[]{}&*!|>'\"%@`#,? \n\t", max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    document = read_document("x.yaml", text)
    assert all(problem.text.en and problem.remedy.en for problem in document.problems)


CODES = ("\\e[31m", "\\x1b", "\\r", "\\0", "\\N", "\\u202e", "\\u2066", "\\u2069", "\\x7f")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("text", ['a: "A{}B"', '"A{}B": 1', '- a\n- ["A{}B"]'])
def test_the_code_of_a_control_character_is_refused_where_it_stands(text: str, code: str) -> None:
    (problem,) = read_document("x.yaml", text.format(code)).problems
    assert "control character" in problem.text["en"]
    assert problem.place.line == text.count("\n") + 1


def test_line_breaks_and_tabs_are_text() -> None:
    document = read_document("x.yaml", 'a: "A\\n\\tB"\r\nb: |\r\n  C\r\n  D\r\n')
    assert (document.data, document.problems) == ({"a": "A\n\tB", "b": "C\nD\n"}, ())


@pytest.mark.parametrize("letter", ["\u202a", "\u202e", "\u2066", "\u2069"])
def test_a_turn_in_the_direction_of_writing_is_refused(letter: str) -> None:
    (problem,) = read_document("x.yaml", f"a: 1\nb: A{letter}B\n").problems
    assert problem.place.line == 2


EXHAUSTING = (
    "[" * 1_000_000, "[\n" * 500_000, "- " * 500_000, "? " * 200_000, "{a: " * 300_000, "a: 1\n" * 300_000,
    "? " * 1_900_000, "? - a\n" * 600_000,
    "? [" + "a, " * 1_300_000 + "]", "b: 1\nb: [" + "a, " * 1_300_000,
    "%TAG !a! b\n" * 100_000, "&a " * 300_000, "\n".join(" " * n + "a:" for n in range(1500)),
)  # fmt: skip


@pytest.mark.parametrize("text", EXHAUSTING, ids=lambda text: repr(text[:5]))
def test_a_file_made_to_exhaust_the_reader_is_refused_soon(text: str) -> None:
    began = time.monotonic()
    assert read_document("x.yaml", text).problems
    assert time.monotonic() - began < 5
