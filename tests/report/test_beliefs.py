"""What one must believe, as the report tells it."""

from tests.making import small
from tests.uncertainty.test_beliefs import EVEN, believed, posts

from samvirke.language import Language
from samvirke.report.annexes.sensitivity import sensitivity_section
from samvirke.report.document import Cell, Document, Section, Table, Words, pieces_of
from samvirke.report.report import report
from samvirke.report.sections.beliefs import beliefs_section
from samvirke.report.words.turns import about
from samvirke.uncertainty.results import Results, run


def plain(section: Section, language: Language) -> str:
    pieces = (piece for block in section.blocks for piece in pieces_of(block))
    told = " ".join(piece.text[language] for piece in pieces if isinstance(piece, Words))
    return " ".join([told, *(plain(inner, language) for inner in section.sections)])


def dear_and_plain() -> Results:
    return believed({"dear": posts("a", "price"), "plain": posts("b", 1.0)}, price=EVEN)


def test_the_one_that_costs_least_comes_first_and_the_other_is_held_against_it() -> None:
    (section,) = beliefs_section(dear_and_plain())
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    told = [[said(one, "nb") for one in row] for row in table.rows]
    assert [row[0] for row in told] == ["plain", "dear"]
    assert told[1][5] == "0,2 mer enn plain"
    assert said(table.rows[1][5], "en") == "0.2 more than plain"


def said(one: Cell, language: Language) -> str:
    return "".join(piece.text[language] for piece in one.pieces if isinstance(piece, Words))


def test_a_turning_point_says_its_value_what_is_taken_and_how_likely_it_is() -> None:
    (section,) = beliefs_section(dear_and_plain())
    assert (
        "noe  under 1 mill. kr per årsverk (regnet med 1,2 mill. kr per årsverk; 25\u00a0% sjanse)"
        in plain(section, "nb")
    )
    told = "below NOK\u00a01 million per work-year (taken as NOK\u00a01.2 million per work-year; 25% chance)"
    assert told in plain(section, "en")


def test_what_nothing_turns_is_told_as_firm_with_the_share_of_draws_it_holds_in() -> None:
    results = believed({"dear": posts("a", "price"), "dearer": posts("b", 5)}, price=EVEN)
    (section,) = sensitivity_section(results)
    assert "“dear” costs society less than “dearer”  ( 100% )" in plain(section, "en")


def test_alternatives_that_change_places_are_named() -> None:
    skewed = {"triangular": {"low": 0.9, "mode": 0.9, "high": 2.0}}
    results = believed({"skewed": posts("a", "price"), "rival": posts("b", 1.29)}, price=skewed)
    (section,) = beliefs_section(results)
    assert "Når alle spenn dobles, bytter «skewed» og «rival» plass." in plain(section, "nb")


def test_a_study_without_alternatives_has_no_such_sections() -> None:
    made: Document = report(run(small(), draws=4))
    anchors = {
        inner.anchor for section in (*made.body, *made.annexes) for inner in (section, *section.sections)
    }
    assert anchors & {"beliefs", "sensitivity"} == set()


def test_turning_points_are_told_to_two_digits() -> None:
    assert [about(value, "nb") for value in (705678.0, 0.5471, 12.34, -3.51, 0.0)] == [
        "710\u00a0000", "0,55", "12", "−3,5", "0",
    ]  # fmt: skip
