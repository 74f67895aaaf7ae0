"""Half a page on the grant scheme, and all that is known of it in an annex."""

from dataclasses import replace
from typing import get_args

import pytest
from tests.report.test_organisation_sections import said, tables

from samvirke.cases import built_in
from samvirke.language import LANGUAGES, Text
from samvirke.report.annexes.grants import grants_annex
from samvirke.report.document import Points, Section, Words, pieces_of
from samvirke.report.report import report
from samvirke.report.sections.body import body
from samvirke.report.sections.grants import grant_schemes_in_short
from samvirke.report.words.grants import NOT_KNOWN, WHAT
from samvirke.report.words.naming import short_name
from samvirke.report.words.references import source_label
from samvirke.report.words.states import short_in, states
from samvirke.report.words.wording import anchor_of, capital
from samvirke.study.grants import Element, GrantScheme
from samvirke.study.reading import read_study
from samvirke.study.schemes import administrators, foreign_ministries, has_new_decider
from samvirke.uncertainty.results import Results, run

SCHEME = "trafficking-and-prostitution-grants"


@pytest.fixture(scope="module")
def starter() -> Results:
    return run(read_study(built_in()["starter"]), draws=64)


@pytest.fixture(scope="module")
def half_page(results: Results) -> Section:
    (section,) = grant_schemes_in_short(results)
    return section


@pytest.fixture(scope="module")
def scheme(results: Results) -> GrantScheme:
    return results.study.grant_schemes[SCHEME]


def words_of(section: Section, language: str = "nb") -> str:
    """Everything a section says outside its tables."""
    pieces = (piece for block in section.blocks for piece in pieces_of(block))
    return "".join(piece.text[language] for piece in pieces if isinstance(piece, Words))  # type: ignore[index]


def with_scheme(results: Results, **fields: object) -> Results:
    """The results of the same study with the scheme told in another way."""
    told = results.study.grant_schemes[SCHEME].model_copy(update=fields)
    return replace(results, study=results.study.with_(grant_schemes={SCHEME: told}))


def test_the_half_page_stands_among_the_effects_and_the_record_among_the_annexes(results: Results) -> None:
    effects = next(one for one in body(results) if one.anchor == "question-4")
    assert f"grants-{SCHEME}" in [one.anchor for one in effects.sections]
    assert "grant-schemes" in [one.anchor for one in report(results).annexes]


def test_a_study_without_schemes_says_nothing_of_them(results: Results) -> None:
    none = replace(results, study=results.study.with_(grant_schemes={}))
    assert grant_schemes_in_short(none) == ()
    assert "grant-schemes" not in [one.anchor for one in report(none).annexes]


def test_two_schemes_are_told_apart_by_their_names(starter: Results) -> None:
    (scheme,) = starter.study.grant_schemes.values()
    other = GrantScheme(id="other", name=Text("Andre tilskudd", "Other grants"), task="courses")
    two = starter.study.with_(grant_schemes={scheme.id: scheme, "other": other})
    sections = grant_schemes_in_short(run(two, draws=64))
    assert [one.heading for one in sections] == [scheme.name, other.name]
    assert "hvilken post" in words_of(sections[1]).lower()


def test_each_weakness_stands_with_who_said_it_or_as_our_own(
    results: Results, half_page: Section, scheme: GrantScheme
) -> None:
    points = [block for block in half_page.blocks if isinstance(block, Points)][-1]
    for weakness, pieces in zip(scheme.weaknesses, points.items, strict=True):
        told = "".join(piece.text.nb for piece in pieces if isinstance(piece, Words))
        assert told.startswith(weakness.text.nb)
        labels = [source_label(results.study, one).nb for one in weakness.said_by]
        assert labels or weakness.judgement is not None
        assert all(label in told for label in labels)
        assert weakness.judgement is None or weakness.judgement.nb in told


def test_what_is_not_known_is_just_what_the_study_leaves_out(half_page: Section, scheme: GrantScheme) -> None:
    for language in LANGUAGES:
        start = {"nb": "Ikke kjent: ", "en": "Not known: "}[language]
        told = words_of(half_page, language).split(start)[1]
        listed = {name for name, what in WHAT.items() if what[language] in told}
        assert listed == {name for name in WHAT if not scheme.has(name)}
        assert all(one.text[language] in told for one in scheme.not_known)


def test_what_the_rules_lack_is_told_apart_from_what_is_not_known(results: Results) -> None:
    (section,) = grant_schemes_in_short(with_scheme(results, lacks=("goal", "appeal_body")))
    told = words_of(section)
    assert "Mangler i regelverket: målet og hvem som behandler klager." in told
    assert "målet" not in told.split("Ikke kjent: ")[1].split(";")[0]


def test_every_element_that_can_be_lacking_has_a_name() -> None:
    assert set(get_args(Element)) <= set(WHAT)


def test_each_alternative_is_in_one_row_as_its_plan_leaves_the_scheme(
    results: Results, half_page: Section, scheme: GrantScheme
) -> None:
    (table,) = tables(half_page)
    every = states(results)
    for state in every:
        (row,) = [row for row in table.rows if state.heading.nb in said(row[0])]
        _, run_by, _, appeals, ministries, turned = (said(one) for one in row)
        assert all(short_in((state, *every), one).nb in run_by for one in administrators(state.study, scheme))
        chosen = results.study.alternatives[state.id].grant_administrator
        assert chosen is not None
        new = has_new_decider(every[0].study, state.study, scheme)
        assert new == (chosen.appeal_body is not None)
        proposed = chosen.appeal_body
        told = f"{short_name(state.study, proposed).nb} (forslag)" if proposed else NOT_KNOWN.nb
        assert appeals == told
        assert ministries.startswith("Ja") == bool(foreign_ministries(state.study, scheme))
        figure = results.figure(state.id, "funding.grants_to_operations")
        assert (turned == "Ingen") == (figure is None or figure.expected < 0.05)


def test_the_grants_that_become_operations_lead_to_what_they_rest_on(
    results: Results, half_page: Section
) -> None:
    (table,) = tables(half_page)
    targets = {piece.target for row in table.rows for piece in row[-1].pieces if isinstance(piece, Words)}
    figures = {
        f"#{anchor_of(figure)}"
        for name in results.compared
        if (figure := results.figure(name, "funding.grants_to_operations")) is not None
        and figure.expected >= 0.05
    }
    assert figures
    assert targets - {None} == figures


def test_an_alternative_that_does_not_say_who_hears_appeals_is_shown_not_to(results: Results) -> None:
    name = "joint-unit-bufdir"
    one = results.study.alternatives[name]
    assert one.grant_administrator is not None
    silent = one.grant_administrator.model_copy(update={"appeal_body": None, "responsibility": None})
    changed = results.study.with_(
        alternatives={
            **results.study.alternatives,
            name: one.model_copy(update={"grant_administrator": silent}),
        }
    )
    (section,) = grant_schemes_in_short(replace(results, study=changed))
    (table,) = tables(section)
    (row,) = [row for row in table.rows if one.name.nb in said(row[0])]
    assert (said(row[3]), row[3].tone) == ("Ikke sagt", "bad")
    assert "ikke sagt hvordan" in said(row[4])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_annex_has_a_row_for_all_that_rules_are_to_have(
    results: Results, scheme: GrantScheme, language: str
) -> None:
    record = next(tables(grants_annex(results)))
    told = {said(row[0], language): said(row[1], language) for row in record.rows}
    assert list(told) == [capital(what)[language] for what in WHAT.values()]  # type: ignore[index]
    for name, what in WHAT.items():
        unknown = told[capital(what)[language]] == NOT_KNOWN[language]  # type: ignore[index]
        assert unknown != scheme.has(name)


def test_what_a_row_of_the_annex_says_rests_on_something(results: Results, starter: Results) -> None:
    for one in (results, starter):
        record = next(tables(grants_annex(one)))
        known = [row for row in record.rows if row[1].tone == "plain"]
        assert known
        assert all(said(row[2]) for row in known)


def test_yes_and_no_and_kroner_are_told_in_words(starter: Results) -> None:
    record = next(tables(grants_annex(starter)))
    told = {said(row[0]): said(row[1]) for row in record.rows}
    assert told["Hva forvaltningen koster"] == "0,4 mill. kr i året"
    assert told["Hva slags regelverk ordningen har"] == "Offentliggjort: ja.\nForskrift: ja."
    assert "Måler bare aktivitet" in told["Kriteriene for måloppnåelse"]
    assert told["Hvem som behandler klager"] == "Regjeringen i eksempelet"
