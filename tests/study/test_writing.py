"""Edits written back: the file is read as meant, and no other line is touched."""

import difflib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.study.overlays import TESTS, TINY

from samvirke.errors import StudyError
from samvirke.language import Text
from samvirke.quantities.months import Month
from samvirke.study.document import NOT_IN_VALUES, read_document
from samvirke.study.writing import REMOVED, edited

CASES = TESTS.parent / "src" / "samvirke" / "cases"
FILES = sorted([*TINY.rglob("*.yaml"), *CASES.rglob("*.yaml")])

ACTORS = """\
# Who there is.
desk:  # in Oslo
  name: {nb: Kontoret, en: The desk}
  kind: unit  # as of 2018
  parent: 'police'

# Voluntary.
shelter:
  name:
    nb: Krisehjelpen
  kind: ngo
  tags: [a, b]
  phones:
    - number: 12
      kind: day
    - number: 13  # at night
  # the end
"""


def changed_lines(before: str, after: str) -> list[str]:
    compared = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in compared if line[0] in "+-"]


def data(text: str) -> Any:
    document = read_document("x", text)
    assert document.problems == ()
    return document.data


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_file_without_edits_is_the_same_file(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert edited(text, {}) == text


NAME = "  name: {nb: Kontoret, en: The desk}"
DAY = ["-     - number: 12", "-       kind: day"]
EDITS: tuple[tuple[tuple[str | int, ...], object, list[str]], ...] = (
    (("desk", "kind"), "agency", ["-   kind: unit  # as of 2018", "+   kind: agency  # as of 2018"]),
    (("desk", "parent"), "kripos", ["-   parent: 'police'", "+   parent: 'kripos'"]),
    (("desk", "place"), "Oslo", ["+   place: Oslo"]),
    (("desk", "fte"), 3.5, ["+   fte: 3.5"]),
    (("desk", "start"), Month(2022, 1), ["+   start: 2022-01"]),
    (("desk", "note"), Text("Nei: ja", "No"), ["+   note:", '+     nb: "Nei: ja"', "+     en: No"]),
    (("desk", "name", "en"), "A, B", [f"- {NAME}", '+   name: {nb: Kontoret, en: "A, B"}']),
    (("desk", "name", "en"), REMOVED, [f"- {NAME}", "+   name: {nb: Kontoret}"]),
    (("shelter", "name", "en"), "The shelter", ["+     en: The shelter"]),
    (("shelter", "tags", 2), "c", ["-   tags: [a, b]", "+   tags: [a, b, c]"]),
    (("shelter", "tags", 0), REMOVED, ["-   tags: [a, b]", "+   tags: [b]"]),
    (
        ("shelter", "phones", 1, "number"),
        14,
        ["-     - number: 13  # at night", "+     - number: 14  # at night"],
    ),
    (("shelter", "phones", 2), {"number": 15}, ["+     - number: 15"]),
    (("shelter", "phones", 0), REMOVED, DAY),
    (("shelter", "phones", 0, "number"), REMOVED, [*DAY, "+     - kind: day"]),
    (("shelter",), REMOVED, ["- " + line for line in ACTORS.splitlines()[7:16]]),
    (("police",), {"kind": "agency"}, ["+ police:", "+   kind: agency"]),
    (("desk", "line", "chapter"), 440, ["+   line:", "+     chapter: 440"]),
)


@pytest.mark.parametrize(("path", "value", "lines"), EDITS)
def test_only_the_edited_lines_differ(path: tuple[str | int, ...], value: object, lines: list[str]) -> None:
    assert changed_lines(ACTORS, edited(ACTORS, {path: value})) == lines


ODD_TEXTS = (
    "NO", "012", "12:30", "1e3", ".5", "~", "yes", "", " x ", "a: b", "a #b", "- a", "true", "x\ny",
    "#", "2021-01", "it's", "\ufeff", "\ufeff0", "x\ufeff",
)  # fmt: skip


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_a_text_is_read_back_as_itself(text: str) -> None:
    assert data(edited("a: 1\n", {("a",): text})) == {"a": text}
    assert data(edited("a: 'q'\n", {("a",): text})) == {"a": text}
    assert data(edited("a: {b: 1}\n", {("a", "b"): text})) == {"a": {"b": text}}
    assert data(edited("a: [1]\n", {("a", 0): text})) == {"a": [text]}


def test_a_text_of_several_lines_becomes_a_block() -> None:
    assert edited("a: 1\n", {("b",): "One.\n\nTwo."}) == "a: 1\nb: |-\n  One.\n\n  Two.\n"


def test_edits_are_made_in_order() -> None:
    edits = {("a",): REMOVED, ("b",): {}, ("b", "c"): 1, ("b", "d"): [1, 2], ("b", "d", 1): 3}
    assert edited("a: 1\n", edits) == "b:\n  c: 1\n  d: [1, 3]\n"


def test_the_last_field_of_a_record_leaves_an_empty_record() -> None:
    assert edited("a:\n  b: 1\nc: 2\n", {("a", "b"): REMOVED}) == "a: {}\nc: 2\n"
    assert edited("a: 1\n", {("a",): REMOVED}) == "{}\n"
    assert edited("# what\n- a: 1\n  b: 2\n# end\n", {(0,): REMOVED}) == "# what\n[]\n# end\n"
    assert edited("# what\na: |\n  x\n\n# end\n", {("a",): REMOVED}) == "# what\n{}\n\n# end\n"
    assert edited("{}\n", {("a",): 1}) == "a: 1\n"
    assert edited("# nothing yet\n", {("a",): 1}) == "# nothing yet\na: 1\n"
    assert edited("# none\n[]\n", {(0,): {"a": 1}}) == "# none\n- a: 1\n"


def test_windows_line_ends_and_byte_order_mark_are_kept() -> None:
    assert edited("\ufeffa: 1\r\nb: 2\r\n", {("a",): 3}) == "\ufeffa: 3\r\nb: 2\r\n"


def test_a_text_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(StudyError):
        edited("a: 'x\n", {("a",): 1})


@pytest.mark.parametrize("value", ["A\x1b[31mB", "\x1b", "\u2028", "A\u202eB", {"A\x07": 1}, ["A\rB"]])
def test_control_characters_are_not_written(value: object) -> None:
    with pytest.raises(StudyError):
        edited("a: 1\n", {("a",): value})


@pytest.mark.parametrize("path", [("b",), ("a", 7), ("a", 0, "x")])
def test_what_is_not_there_cannot_be_removed(path: tuple[str | int, ...]) -> None:
    with pytest.raises(KeyError):
        edited("a: [1]\n", {path: REMOVED})


def paths_of(value: Any, stem: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The path of every field and item inside a value."""
    parts: dict[Any, Any] = dict(enumerate(value)) if isinstance(value, list) else {}
    parts = value if isinstance(value, dict) else parts
    below = [path for key, part in parts.items() for path in paths_of(part, (*stem, key))]
    return [*((*stem, key) for key in parts), *below]


TEXTS = {path: path.read_text(encoding="utf-8") for path in FILES}
LETTERS = st.characters().filter(lambda letter: not NOT_IN_VALUES.search(letter))
WORDS = st.text(LETTERS, min_size=1, max_size=8).filter(lambda word: word != "<<")
NUMBERS = st.integers(-(10**9), 10**9) | st.floats(allow_nan=False, allow_infinity=False)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(LETTERS, max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=300)
@given(st.data())
def test_any_edit_of_any_file_is_read_back_and_leaves_the_other_lines(drawn: st.DataObject) -> None:
    text = TEXTS[drawn.draw(st.sampled_from(FILES))]
    paths = paths_of(data(text))
    path = drawn.draw(st.sampled_from(paths)) if paths else (0,)
    if not paths or (isinstance(path[-1], str) and drawn.draw(st.booleans())):
        after = edited(text, {(*path[:-1], path[-1] if not paths else "new-field"): drawn.draw(VALUES)})
        assert not paths or sum(line[0] == "-" for line in changed_lines(text, after)) <= 1
    else:  # raises when it would not be read back as meant
        edited(text, {path: drawn.draw(st.just(REMOVED) | VALUES)})


@given(st.dictionaries(WORDS, VALUES, max_size=4))
@example({"a": {"b": []}})
@example({"\ufeff0": None})
def test_any_values_make_a_file_from_nothing(values: dict[str, Any]) -> None:
    text = "# new\n"
    for key, value in values.items():
        text = edited(text, {(key,): value})
    assert data(text) == (values or None)
