"""What people edit in Word comes back to the study's texts."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx as library
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.making import small
from tests.report.docx.conftest import PROBLEM, TEXT, Back, Edit, Edited, Made

from samvirke.cases import DEFAULT
from samvirke.errors import StudyError
from samvirke.language import LANGUAGES, Language
from samvirke.report.docx.brought import brought_back, rewritten
from samvirke.report.docx.file import docx
from samvirke.report.docx.opening import word_file
from samvirke.report.docx.units import Said, Unit, tidied, units
from samvirke.report.report import report
from samvirke.study.bindings import NotABinding
from samvirke.study.prose import binding_problems, stretches
from samvirke.uncertainty.results import Results

Save = Callable[[str, Language, Edit], Path]
ODD = """Overskrift
==========

Første avsnitt,
over to linjer.

1. ett
2. to

   mer om to

* tre *skrått*

> sitat


Siste.
"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["starter", DEFAULT])
def test_a_report_that_nobody_edited_changes_nothing(
    made: Made, ran: Mapping[str, Results], edited: Save, tmp_path: Path, name: str, language: Language
) -> None:
    path = tmp_path / "as-written.docx"
    path.write_bytes(made[name, language])
    file = word_file(path)
    assert {one.name for one in file.manifest.texts} == {
        f"texts/{one}" for one in ran[name].study.texts if one.endswith(f".{language}.md")
    }
    assert brought_back(ran[name].study, file) == {}
    saved = edited(name, language, lambda word: None)
    assert brought_back(ran[name].study, word_file(saved)) == {}


def test_an_edited_sentence_comes_back_and_the_rest_stays_to_the_letter(back: Back) -> None:
    def edit(word: Edited) -> None:
        run = word.paragraphs(PROBLEM)[1].runs[0]
        run.text = run.text.replace("Departementet mener", "Justisdepartementet mener")

    assert back(edit) == {PROBLEM: TEXT.replace("Departementet mener", "Justisdepartementet mener")}


def test_new_paragraphs_headings_and_points_come_back_as_markdown(back: Back) -> None:
    def edit(word: Edited) -> None:
        last = word.paragraphs(PROBLEM)[-1]
        heading = word.add_after(last, "Heading 2")
        heading.add_run("Det som er nytt")
        words = word.add_after(heading)
        words.add_run("Dette er ")
        words.add_run("viktig ").bold = True
        words.add_run("og ")
        words.add_run("nytt").italic = True
        words.add_run(", se 5 * 3 * 2.")
        first = word.add_after(words, "List Bullet")
        first.add_run("ett")
        word.add_after(first, "List Bullet").add_run("to")

    added = "\n## Det som er nytt\n\nDette er **viktig** og **nytt**, se 5 * 3 * 2.\n\n- ett\n- to\n"
    assert back(edit) == {PROBLEM: TEXT + added}


def test_a_figure_and_a_source_that_are_typed_in_word_are_bound(back: Back) -> None:
    def edit(word: Edited) -> None:
        word.add_after(word.paragraphs(PROBLEM)[-1]).add_run("Om lag {{ today.total }} [@ex-assignment].")

    assert back(edit) == {PROBLEM: TEXT + "\nOm lag {{today.total}} [@ex-assignment].\n"}


def test_a_source_that_is_typed_and_is_not_there_is_refused(back: Back) -> None:
    with pytest.raises(StudyError, match="there is no source `nobody`"):
        back(lambda word: word.add_after(word.paragraphs(PROBLEM)[-1]).add_run("Se [@nobody]."))


def test_a_paragraph_that_is_taken_away_is_gone_and_those_beside_it_stay(
    ran: Mapping[str, Results], edited: Save
) -> None:
    def edit(word: Edited) -> None:
        word.paragraphs("texts/measures.en.md")[1]._p.getparent().remove(
            word.paragraphs("texts/measures.en.md")[1]._p
        )

    study = ran["starter"].study
    paragraphs = study.texts["measures.en.md"].split("\n\n")
    expected = {"texts/measures.en.md": "\n\n".join([paragraphs[0], *paragraphs[2:]])}
    assert brought_back(study, word_file(edited("starter", "en", edit))) == expected


def test_a_figure_can_be_moved_with_its_sentence(back: Back) -> None:
    def edit(word: Edited) -> None:
        first, *_, last = word.paragraphs(PROBLEM)
        first._p.addprevious(last._p)

    *rest, last = TEXT.rstrip("\n").split("\n\n")
    assert back(edit) == {PROBLEM: "\n\n".join([last, *rest]) + "\n"}


def test_what_comes_back_reads_in_the_next_report_as_it_did_in_word(
    ran: Mapping[str, Results], edited: Save, tmp_path: Path
) -> None:
    def edit(word: Edited) -> None:
        word.paragraphs("texts/goals.nb.md")[0].add_run(" 1) Se *her*_ og [der] <nå>.").bold = True

    results = ran["starter"]
    path = edited("starter", "nb", edit)
    changed = brought_back(results.study, word_file(path))
    now = {name.removeprefix("texts/"): text for name, text in changed.items()}
    study = results.study.with_(texts={**results.study.texts, **now})
    again = replace(results, study=study)
    later = tmp_path / "later.docx"
    later.write_bytes(docx(again, report(again), "nb"))
    old, new = (Edited(opened(one)).paragraphs("texts/goals.nb.md") for one in (path, later))
    assert [one.text for one in old] == [one.text for one in new]
    assert brought_back(study, word_file(later)) == {}


def opened(path: Path) -> Any:
    return library.Document(str(path))


# ---------------------------------------------------------------- Markdown


def test_what_stands_between_units_and_how_they_begin_are_kept_where_something_else_changes() -> None:
    was = units(stretches(ODD))
    now = [Unit("list", (Said("TO"),)) if one.text == "to" else one for one in was]
    assert rewritten(ODD, now) == (ODD.replace("2. to", "2. TO"), ())


def test_a_heading_that_is_underlined_in_markdown_is_kept_until_it_is_edited() -> None:
    was = units(stretches(ODD))
    now = [Unit("heading", (Said("Ny"),)), *was[1:]]
    assert rewritten(ODD, now) == (ODD.replace("Overskrift\n==========", "## Ny"), ())


@given(
    st.lists(st.text(alphabet="ab1.-+#*_[]()<>`\\{}@| \u00a0&!~=", max_size=12), max_size=4), st.booleans()
)
@example(["{{}}"], False)
def test_words_typed_in_word_come_back_as_themselves_or_are_refused(typed: list[str], strong: bool) -> None:
    parts = [tidied([Said(one, strong)]) for one in typed]
    now = [Unit("paragraph", one) for one in parts if one]
    found, failed = rewritten("Et avsnitt.\n", now)
    if failed:
        return
    try:
        read = units(stretches(found))
    except NotABinding:  # braces that say nothing are refused where the text is read
        assert binding_problems(small().with_(texts={"problem.nb.md": found}))
    else:
        assert read == tuple(now)


@given(st.lists(st.tuples(st.text(alphabet="ab \u00a0{}@[]", max_size=8), st.booleans()), max_size=5))
def test_parts_that_are_tidied_are_tidy(given_parts: list[tuple[str, bool]]) -> None:
    once = tidied(Said(text, strong) for text, strong in given_parts)
    assert tidied(once) == once
