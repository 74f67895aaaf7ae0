"""The section on budget and society: both are told, never in one sum, and what one must believe in words."""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.making import Records, alternative, quantity, small
from tests.report.test_transition import lines, said

from samvirke.language import LANGUAGES, Language
from samvirke.report.annexes.distribution import distribution_section
from samvirke.report.annexes.economics import economics_section
from samvirke.report.document import Paragraph, Points, Section, Table, Words, pieces_of
from samvirke.report.words.wording import anchor_of
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results, run

languages = pytest.mark.parametrize("language", LANGUAGES)
NEW_MONEY: Records = {"verb": "transfer", "from": "new-appropriation", "to": {"row": "other-grants"}}
LESS: Records = {"verb": "transfer", "from": {"row": "other-grants"}, "to": "recurring", "amount": 2}
POST: Records = {"verb": "staff", "unit": "patrol", "fte": 1}
FRAME: Records = {
    "verb": "transfer", "from": {"line": "labour-01"}, "to": "recurring", "amount": "as-needed",
}  # fmt: skip
GRANTS: Records = {**FRAME, "from": {"row": "other-grants"}}
FREE: Records = {"new_post": {"nok_per_fte": 0, "dip": 0, "months": 0}}


def ran(*changes: Records, study: Study | None = None, **fields: Any) -> Results:
    study = study or small(transition=FREE, study=fields)
    return run(study.with_(alternatives={"alt": alternative(*changes)}), draws=4)


def inner(section: Section, anchor: str) -> Section:
    return next(one for one in section.sections if one.anchor == f"economics-{anchor}")


def table(section: Section) -> Table:
    (found,) = (block for block in section.blocks if isinstance(block, Table))
    return found


def points(section: Section, language: Language) -> list[str]:
    (found,) = (block for block in section.blocks if isinstance(block, Points))
    return [said(item, language) for item in found.items]


def everything(section: Section) -> Iterator[Section]:
    yield section
    for one in section.sections:
        yield from everything(one)


def belief(*changes: Records, language: Language = "nb") -> str:
    (told,) = points(inner(economics_section(ran(*changes)), "break-even"), language)
    return told


def rule_line(language: Language, **fields: Any) -> str:
    section = inner(economics_section(ran(POST, **fields)), "rules")
    first = section.blocks[0]
    assert isinstance(first, Paragraph)
    return said(first.pieces, language)


def test_the_state_may_pay_nothing_more_and_society_still_pay() -> None:
    """A post of 1.0 from January 2022, paid from a frame outside: 3.6 in the comparison year, and no tax."""
    (row,) = lines(table(economics_section(ran(POST, FRAME))), "nb")
    assert row == ["alt", "0", "0", "−3,6", "0", "0"]


def test_new_money_costs_the_state_and_society_with_its_tax() -> None:
    (row,) = lines(table(economics_section(ran({**NEW_MONEY, "amount": 1}))), "en")
    assert row == ["alt", "+1.0", "0", "−4.4", "0", "−0.7"]


def test_the_columns_say_whether_they_are_budget_or_society() -> None:
    for language in LANGUAGES:
        heads = [one.heading[language] for one in table(economics_section(ran(POST))).columns]
        budget, society = ("Budsjett", "Samfunnet") if language == "nb" else ("Budget", "Society")
        assert [head.split(":")[0] for head in heads[1:4]] == [budget, budget, society]


def test_one_must_believe_that_effects_are_worth_what_is_paid() -> None:
    assert belief(POST, FRAME) == (
        "alt: Virkningene uten pris må være verdt minst 0,8 millioner kroner i året for at alternativet skal "
        "lønne seg."
    )
    assert belief(POST, FRAME, language="en") == (
        "alt: The effects without a price must be worth at least NOK 0.8 million a year for the alternative "
        "to pay."
    )


def test_a_saving_says_how_much_worse_things_may_be() -> None:
    told = belief(LESS)
    assert told.startswith(
        "alt: Alternativet sparer samfunnet for 1,9 millioner kroner i året. Det lønner seg "
    )
    assert "verdt minst" not in told


def test_what_services_give_up_is_never_hidden_by_a_price_of_nothing() -> None:
    """A post paid from grants costs nothing, but the services that fall away cost 0.8 a year."""
    told = belief(POST, GRANTS)
    assert told.startswith("alt: Det som har en pris, går omtrent opp i opp: 0 millioner kroner i året.")
    assert told.endswith(
        "Er det som faller bort, verdt det det koster, er grensen 0,8 millioner kroner i året."
    )
    assert "faller bort" not in belief(POST, FRAME)


def test_grants_that_become_posts_are_lost_to_organisations() -> None:
    (row,) = lines(table(distribution_section(ran(POST, GRANTS)).sections[-1]), "nb")
    assert row == ["alt", "0", "0", "−3,6", "3,6"]


def test_more_years_stand_beside_the_studys_own() -> None:
    found = table(inner(economics_section(ran(POST, FRAME)), "longer"))
    assert [one.heading.nb for one in found.columns[1:4]] == [
        f"Netto nåverdi, {years} år" for years in (5, 10, 20)
    ]
    assert lines(found, "nb") == [["alt", "−3,6", "−7,4", "−13,1", "0,8", "0,9", "0,9"]]
    long = economics_section(ran(POST, FRAME, horizon=25))
    assert "economics-longer" not in [one.anchor for one in long.sections]


def test_rules_rate_years_prices_and_tax_stand_in_a_line() -> None:
    told = rule_line("nb")
    for expected in (
        "rundskriv R-109/14", "4 prosent i 40 år, 3 prosent i 35 år og 2 prosent deretter",
        "regnet fra sammenligningsåret", "2021–2025", "sammenligningsåret 2021", "2020-kroner", "20 øre",
        "https://",
    ):  # fmt: skip
        assert expected in told
    assert "egne renter" not in told
    assert "4 per cent for 40 years, 3 per cent for 35 years and 2 per cent after that" in rule_line("en")


def test_a_later_study_names_the_later_rules_and_one_with_its_own_rates_says_so() -> None:
    later: dict[str, Any] = {"as_of": "2022-01-01", "deadline": "2022-01-01"}
    assert "rundskriv R-109/21" in rule_line("nb", **later)
    own = rule_line("nb", discounting={"rates": [0.045], "years": []}, tax_cost=0.1)
    assert "Kalkulasjonsrente: 4,5 prosent, regnet" in own
    assert "10 øre" in own
    assert own.endswith("Studien bruker egne renter.")


def test_an_assumed_tax_cost_leads_to_its_assumption() -> None:
    assumed = {"tax": quantity("share", value=0.25)}
    study = small(transition=FREE, study={"tax_cost": "tax"}, assumptions={"assumptions": assumed})
    first = inner(economics_section(ran(POST, study=study)), "rules").blocks[0]
    assert isinstance(first, Paragraph)
    leads = [
        piece for piece in first.pieces if isinstance(piece, Words) and piece.target == "#assumption-tax"
    ]
    assert [piece.text.nb for piece in leads] == ["25 øre"]


def test_a_study_without_alternatives_to_compare_says_so() -> None:
    section = economics_section(run(small(), draws=4))
    (only,) = section.blocks
    assert isinstance(only, Paragraph)
    assert "ingen alternativer" in said(only.pieces, "nb")
    assert section.sections == ()


def test_figures_lead_to_what_they_rest_on(results: Results) -> None:
    targets = {f"#{anchor_of(figure)}" for figure in results.figures.values()}
    shown = [
        piece.target
        for section in everything(economics_section(results))
        for block in section.blocks
        for piece in pieces_of(block)
        if isinstance(piece, Words) and (piece.target or "").startswith("#figure-")
    ]
    assert len(shown) > 40
    assert set(shown) <= targets


@languages
def test_the_section_is_told_whole_in_both_languages(results: Results, language: Language) -> None:
    for section in everything(economics_section(results)):
        for block in section.blocks:
            for piece in pieces_of(block):
                assert not (isinstance(piece, Words) and piece.text.lacks(language))
            if isinstance(block, Table):
                assert len({len(row) for row in block.rows} | {len(block.columns)}) == 1


def test_every_compared_alternative_has_a_row_and_a_threshold(results: Results) -> None:
    section = economics_section(results)
    assert len(table(section).rows) == len(results.compared)
    assert len(points(inner(section, "break-even"), "nb")) == len(results.compared)
