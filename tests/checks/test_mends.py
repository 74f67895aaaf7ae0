"""Mends change what they say they change, and only the rules that say so have one."""

import inspect

import pytest

from samvirke.checks.mend import Mend, mended
from samvirke.checks.registry import all_rules
from samvirke.checks.rule import Rule
from samvirke.language import LANGUAGES, Text
from samvirke.study.writing import REMOVED

LIST = "# head\n- a: 1\n- b: 2  # why\n- c: 3\n# end\n"


def taken(file: str, *numbers: int) -> Mend:
    return Mend(file, tuple(((number,), REMOVED) for number in numbers), Text("tas bort", "is taken away"))


def test_items_of_a_list_are_counted_as_the_file_stands() -> None:
    """Taking the first away first would make the third the second."""
    assert mended({"x": LIST}, [taken("x", 0), taken("x", 2)]) == {"x": "# head\n- b: 2  # why\n# end\n"}
    assert mended({"x": LIST}, [taken("x", 2, 0)]) == {"x": "# head\n- b: 2  # why\n# end\n"}


def test_more_than_nine_items_are_taken_from_the_end() -> None:
    text = "".join(f"- {number}\n" for number in range(12))
    assert mended({"x": text}, [taken("x", 2, 10)])["x"].split("\n- ") == [
        "- 0", "1", "3", "4", "5", "6", "7", "8", "9", "11\n",
    ]  # fmt: skip


def test_a_list_from_which_all_is_taken_keeps_its_comments() -> None:
    assert mended({"x": LIST}, [taken("x", 0, 1, 2)]) == {"x": "# head\n[]\n# end\n"}


def test_files_that_no_mend_is_about_are_left_out() -> None:
    assert list(mended({"x": LIST, "y": "- 1\n- 2\n"}, [taken("y", 0)])) == ["y"]


@pytest.mark.parametrize("one", all_rules(), ids=lambda one: str(one.code))
def test_a_rule_mends_just_when_its_page_says_how(one: Rule) -> None:
    assert ("mend=" in inspect.getsource(type(one))) == (one.mend is not None)
    if one.mend is not None:
        for language in LANGUAGES:
            assert not one.mend.lacks(language)
            assert one.mend[language].endswith(".")
