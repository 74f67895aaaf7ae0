"""What must hold of every study that comes with Samvirke, whatever its field."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from tests.markup import Element, parsed

from samvirke.cases import built_in
from samvirke.checks.registry import check
from samvirke.language import LANGUAGES, Language
from samvirke.report.output import rendered
from samvirke.study.reading import read_study
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results, run

ROOT = Path(__file__).resolve().parents[2]
SECOND = "children-0-24"
every_case = pytest.mark.parametrize("case", list(built_in()))
languages = pytest.mark.parametrize("language", LANGUAGES)


@dataclass(frozen=True)
class Made:
    """One run of a case with few draws, and the pages made of it."""

    study: Study
    results: Results
    pages: dict[Language, Element]


@cache
def made(case: str) -> Made:
    study = read_study(built_in()[case])
    results = run(study, draws=256)
    files = rendered(results)
    pages = {one: parsed(files[f"report.{one}.html"].decode()) for one in LANGUAGES}
    return Made(study, results, pages)


def page(case: str, language: Language) -> Element:
    return made(case).pages[language]


def cells(row: Element) -> list[str]:
    return [cell.text.strip() for cell in row.under("th", "td")]


def tables(tree: Element) -> Iterator[tuple[str, list[str], list[list[str]]]]:
    """Every table: its name, its headings, and its rows."""
    for table in tree.all("table"):
        caption = next((one.text.strip() for one in table.all("caption")), "")
        head = next((cells(row) for part in table.all("thead") for row in part.all("tr")), [])
        yield caption, head, [cells(row) for part in table.all("tbody") for row in part.all("tr")]


def names(study: Study) -> set[str]:
    return {text for actor in study.actors.values() for text in (actor.name.nb, actor.name["en"])}


@every_case
def test_nothing_must_be_mended(case: str) -> None:
    findings = check(made(case).study).findings
    assert [f for f in findings if f.severity == "must"] == []


@every_case
def test_a_run_finds_nothing_that_must_be_mended(case: str) -> None:
    """But for dates that cannot be kept with 256 draws as with more; claims in the texts hold."""
    grave = [f for f in made(case).results.findings if f.severity == "must"]
    assert [f for f in grave if f.code != "TRN901"] == []


@every_case
@languages
def test_every_table_has_rows_and_every_row_all_its_cells(case: str, language: Language) -> None:
    found = list(tables(page(case, language)))
    assert found
    for caption, head, rows in found:
        assert head, caption
        assert rows, caption
        assert {len(row) for row in rows} == {len(head)}, caption


@every_case
@languages
def test_no_section_is_a_heading_alone(case: str, language: Language) -> None:
    for section in page(case, language).all("section"):
        heading = next((one.text for one in section.all("h1", "h2", "h3", "h4")), "")
        assert section.text.replace(heading, "", 1).strip(), heading


@every_case
@languages
def test_what_is_told_has_a_name_in_words_and_not_the_id_of_a_file(case: str, language: Language) -> None:
    study = made(case).study
    ids = {key for key in (*study.actors, *study.tasks, *study.spending, *study.alternatives) if "-" in key}
    for caption, _, rows in tables(page(case, language)):
        for row in rows:
            assert ids.isdisjoint(row), (caption, row)


@every_case
@languages
def test_every_figure_that_a_text_binds_is_printed(case: str, language: Language) -> None:
    text = page(case, language).text
    assert "{{" not in text
    assert "nan" not in {word.strip(".,;:()") for word in text.split()}


@every_case
@languages
def test_nothing_is_told_of_the_bodies_of_another_case(case: str, language: Language) -> None:
    own = names(made(case).study)
    text = page(case, language).text
    for other in built_in():
        foreign = {name for name in names(read_study(built_in()[other])) - own if len(name) > 20}
        assert other == case or foreign
        assert [
            name for name in sorted(foreign) if name in text and not any(name in one for one in own)
        ] == []


@every_case
def test_the_page_is_the_same_study_in_both_languages(case: str) -> None:
    nb, en = (list(tables(page(case, language))) for language in LANGUAGES)
    assert [(len(head), len(rows)) for _, head, rows in nb] == [
        (len(head), len(rows)) for _, head, rows in en
    ]


@every_case
def test_the_documentation_names_the_case(case: str) -> None:
    assert f"`{case}`" in (ROOT / "docs" / "README.md").read_text(encoding="utf-8")


@every_case
def test_every_source_says_what_it_says(case: str) -> None:
    assert [s.id for s in made(case).study.sources.values() if s.says is None] == []


@languages
def test_a_study_without_grants_has_nothing_of_them_on_its_first_page(language: Language) -> None:
    assert not made(SECOND).study.has_grants
    front = page(SECOND, language).by_id()["page"].text.lower()
    word = {"nb": "tilskudd", "en": "grant"}[language]
    assert word not in front
    heads = [head for caption, row, _ in tables(page(SECOND, language)) for head in row]
    assert not [head for head in heads if word in head.lower()]
    assert any(word in page("starter", language).by_id()["page"].text.lower() for _ in "x")


@languages
def test_a_study_that_nobody_asked_for_says_so_and_names_no_client(language: Language) -> None:
    assert not made(SECOND).study.assignment.commissioned
    text = page(SECOND, language).text
    says, never = {
        "nb": (
            "Ingen har bedt om denne utredningen",
            ("Oppdrag fra", "utredningens frist", "krav i oppdraget"),
        ),
        "en": ("Nobody has asked for this study", ("Assignment by", "study's deadline", "requirements met")),
    }[language]
    assert says in page(SECOND, language).by_id()["page"].text
    assert [words for words in never if words in text] == []
    assert all(words in page("starter", language).text for words in never)


@languages
def test_what_the_zero_alternative_ends_is_told_as_it_is_today(language: Language) -> None:
    """The programme's secretariat is there today, and gone in the zero alternative."""
    results = made(SECOND).results
    secretariat = made(SECOND).study.actors["secretariat"].name[language]
    assert "secretariat" not in results.plans["zero"].final.actors
    assert secretariat in page(SECOND, language).by_id()["organisation"].text


def test_what_zero_frees_is_not_told_as_paid_by_an_alternative() -> None:
    results = made(SECOND).results
    for name in results.compared:
        total = results.figure(name, "one_off.total")
        added, zero = results.added(name, "one_off.total"), results.figure("zero", "one_off.total")
        assert total is not None
        assert added is not None
        assert zero is not None
        assert zero.expected > 0
        assert added.expected == pytest.approx(total.expected - zero.expected, abs=0.002)  # three decimals
        freed = results.added(name, "funding.given_up.secretariat-staff.2023")
        assert freed is not None
        assert freed.expected == 0


def test_the_data_of_the_second_case_have_every_alternative() -> None:
    content = json.loads(rendered(made(SECOND).results)["results.json"])
    assert {one["alternative"] for one in content["figures"]} == set(made(SECOND).study.alternatives)
