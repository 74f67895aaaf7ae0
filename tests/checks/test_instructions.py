"""UTR: what the instructions for official studies require."""

from collections.abc import Callable

import pytest

from samvirke.checks.finding import Finding
from samvirke.language import Text
from samvirke.study.alternative import Alternative
from samvirke.study.purposes import OptionCell, Options
from samvirke.study.study import Study

Ask = Callable[[str, Study], list[Finding]]
ASKED = ("problem", "goals", "measures", "principles", "effects", "recommendation", "conditions")


def alternatives(study: Study, *keys: str, note: Text | None = None) -> Study:
    """The study with alternatives of these names, none with changes; `zero` is the zero alternative."""
    name = Text("Navn", "Name")
    records = {
        key: Alternative(id=key, name=name, summary=name, zero=key == "zero", note=note) for key in keys
    }
    return study.with_(alternatives=records, options=Options())


@pytest.mark.parametrize(
    ("keys", "found"), [(("zero",), ["must"]), (("zero", "a"), ["must"]), (("zero", "a", "b"), [])]
)
def test_there_are_two_alternatives_besides_zero(
    study: Study, ask: Ask, keys: tuple[str, ...], found: list[str]
) -> None:
    assert [f.severity for f in ask("UTR101", alternatives(study, *keys))] == found


def test_one_is_milder_when_the_grid_says_why_the_others_fell(study: Study, ask: Ask) -> None:
    cell = OptionCell(at={}, dropped=Text("For dyrt.", "Too dear."))
    reasoned = alternatives(study, "zero", "a").with_(options=Options(cells=(cell,)))
    assert [f.severity for f in ask("UTR101", reasoned)] == ["note"]


def test_there_is_a_zero_alternative(study: Study, ask: Ask) -> None:
    assert [f.severity for f in ask("UTR102", alternatives(study, "a", "b"))] == ["must"]
    assert ask("UTR102", alternatives(study, "zero", "a")) == []


def test_an_empty_zero_says_what_was_looked_for(study: Study, ask: Ask) -> None:
    note = Text("Vi fant ingen vedtak.", "We found no decisions.")
    assert [f.severity for f in ask("UTR103", alternatives(study, "zero"))] == ["must"]
    assert ask("UTR103", alternatives(study, "zero", note=note)) == []


@pytest.mark.parametrize("name", ASKED)
def test_each_question_has_its_text_in_norwegian(study: Study, ask: Ask, name: str) -> None:
    written = {f"{one}.nb.md": "Tekst." for one in ASKED}
    assert ask("UTR104", study.with_(texts=written)) == []
    for absent in (
        {k: v for k, v in written.items() if k != f"{name}.nb.md"},
        {**written, f"{name}.nb.md": "\n"},
    ):
        found = ask("UTR104", study.with_(texts=absent))
        assert [f.place.file for f in found] == [f"texts/{name}.nb.md"]
