"""Reports on studies unlike the built-in one: without numbers, with strange names, in bokmål only."""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.making import SPENDING, alternative, assumed, quantity, small
from tests.markup import Element, parsed

from samvirke.language import LANGUAGES, Language, Text
from samvirke.report.formats import asked_for
from samvirke.report.output import rendered
from samvirke.report.report import report
from samvirke.report.writing.html import html, script
from samvirke.study.sources import Source
from samvirke.study.study import Study
from samvirke.uncertainty.results import run

languages = pytest.mark.parametrize("language", LANGUAGES)
EVIL = "<script>alert(\"x\")</script> & 'q' <b>{{ 7*7 }}</b>"


def page_of(study: Study, language: Language) -> Element:
    return parsed(html(report(run(study, draws=16)), language))


def with_alternatives(study: Study, *changes: Any, **fields: Any) -> Study:
    zero = alternative(key="zero", zero=True)
    other = alternative(*changes).model_copy(update=fields)
    return study.with_(alternatives={"zero": zero, "alt": other})


def names_of_tables(tree: Element) -> Iterator[str]:
    return (caption.text for caption in tree.all("caption"))


@languages
def test_a_study_without_a_single_number_still_gets_a_report(language: Language) -> None:
    study = small(spending=dict.fromkeys(SPENDING))
    assert not study.spending
    assert not study.assumptions
    tree = page_of(study, language)
    inside = {target[1:] for target in tree.targets() if target.startswith("#")}
    assert inside <= set(tree.by_id())
    assert "nan" not in {word.strip(".,()") for word in tree.text.lower().split()}


def test_an_alternative_in_a_study_without_numbers_is_described_all_the_same() -> None:
    study = small(spending=dict.fromkeys(SPENDING))
    move = {"verb": "assign", "task": "guidance", "part": "does", "actor": "police"}
    text = page_of(with_alternatives(study, move), "en").by_id()["alternative-alt"].text
    assert "guidance" in text
    assert "Derfor" in text


def evil() -> Study:
    """A study in which everything that has a name is called something nasty."""
    study = small(
        study={"title": EVIL},
        actors={"police": {"name": EVIL, "kind": "agency", "parent": "justice", "operating_line": "police-01",
                           "grant_line": "police-70"}},
        sources={"report": {"title": EVIL, "publisher": EVIL, "date": "2019", "retrieved": "2020-01-01",
                            "address": "javascript:alert(1)", "says": EVIL}},
        assumptions=assumed(price={**quantity("NOK/FTE", value=100_000), "text": EVIL, "source": ["report"]}),
    )  # fmt: skip
    return with_alternatives(study, name=Text(EVIL, EVIL), summary=Text(EVIL, EVIL))


@languages
def test_names_of_a_study_are_text_and_never_markup(language: Language) -> None:
    study = evil()
    own = f"<script>{script()}</script>"
    source = html(report(run(study, draws=16)), language).replace(own, "")
    tree = parsed(source)
    assert "<script" not in source
    assert "49" not in tree.by_id()["page-heading"].text
    assert not list(tree.all("script", "b"))
    assert tree.by_id()["page-heading"].text == EVIL
    assert tree.by_id()["alternative-alt"].under("h3")[0].text == EVIL
    assert EVIL in tree.by_id()["sources"].text


@languages
def test_a_source_can_only_lead_to_the_web(language: Language) -> None:
    targets = page_of(evil(), language).targets()
    assert [t for t in targets if not t.startswith(("#", "report.", "http://", "https://"))] == []


def test_a_source_without_an_address_is_no_link() -> None:
    study = small()
    source = Source.model_validate(
        {"id": "print", "title": "Trykt", "publisher": "Forlaget", "date": "1999", "retrieved": "2020"}
    )
    sources = page_of(study.with_(sources={"print": source}), "nb").by_id()["sources"]
    assert "Trykt" in sources.text
    assert sources.targets() == []


def test_bokmal_in_the_english_page_is_marked_as_bokmal() -> None:
    """So that a screen reader reads it with the right voice."""
    marked = "Bare på bokmål"
    study = small(study={"title": f"{marked}: tittel"})
    study = with_alternatives(study, name=Text(f"{marked}: navn"), summary=Text(f"{marked}: sammendrag"))
    body = next(page_of(study, "en").all("body"))
    for figure in body.all("figure"):
        figure.content.clear()  # a picture is heard by its alternative text, which has one language
    runs = [(text, language) for text, language in body.runs() if text.startswith(marked)]
    assert {text for text, _ in runs} >= {f"{marked}: {what}" for what in ("tittel", "navn", "sammendrag")}
    assert [text for text, language in runs if language != "nb"] == []
    assert any(language == "nb" for _, language in runs)


def test_nothing_is_marked_as_foreign_where_the_study_has_both_languages() -> None:
    study = small()
    nb = page_of(study, "nb")
    assert {one["lang"] for one in nb.all() if one["lang"]} == {"nb", "en"}  # the page, and the other page
    assert sum(one["lang"] == "en" for one in nb.all()) == 1


def test_a_study_of_something_else_is_not_told_the_built_in_one() -> None:
    """Words about one effort belong in its study, not in the report on any."""
    for language in LANGUAGES:
        told = page_of(with_alternatives(small()), language).text.lower()
        for word in ("veiledningsfunksjon", "guidance function", "menneskehandel", "trafficking", "2018"):
            assert word not in told


def test_one_study_gives_the_same_files_every_time() -> None:
    study = with_alternatives(small())
    assert rendered(run(study, draws=16), asked_for("html")) == rendered(
        run(study, draws=16), asked_for("html")
    )
