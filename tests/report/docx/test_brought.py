"""What people edit in Word comes back to the study's texts, and what cannot come back is refused."""

import copy
import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx as library
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import example, given
from hypothesis import strategies as st
from tests.making import small
from tests.report.docx.conftest import Edit, Edited, Made

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
PROBLEM = "texts/problem.nb.md"
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


# What a text can have: sources, a claim, a heading, a figure with its range, and a link inside the report.
TEXT = """Innsatsen er delt [@ex-assignment]. Ingen vet hvor mange det gjelder.

Departementet mener at arbeidet ikke er samordnet{{holds: zero: admin.gaps = 1}}.

## Det vi ikke vet

Staten bruker {{today.total | range}} i året, se [kildene](#sources).
"""
Back = Callable[[Edit], dict[str, str]]


@pytest.fixture(scope="session")
def bound(ran: Mapping[str, Results]) -> Results:
    """The starter, with that as its problem."""
    study = ran["starter"].study
    return replace(ran["starter"], study=study.with_(texts={**study.texts, "problem.nb.md": TEXT}))


@pytest.fixture(scope="session")
def written(bound: Results) -> bytes:
    return docx(bound, report(bound), "nb")


@pytest.fixture
def back(bound: Results, written: bytes, tmp_path: Path) -> Back:
    """What an edit of its report in bokmål brings back."""

    def bring(edit: Edit) -> dict[str, str]:
        word = Edited(library.Document(io.BytesIO(written)))
        edit(word)
        path = tmp_path / "report.nb.docx"
        word.word.save(str(path))
        return brought_back(bound.study, word_file(path))

    return bring


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


# ---------------------------------------------------------------- words that are kept apart


def split(run: Any, at: int, *names: str) -> None:
    """Put elements between the letters of a run, as Shift+Enter and Tab do where the cursor is."""
    text = run.find(qn("w:t"))
    rest = OxmlElement("w:t")
    text.text, rest.text = text.text[:at], text.text[at:]
    for one in (text, rest):
        one.set(qn("xml:space"), "preserve")
    for one in (*(OxmlElement(name) for name in names), rest):
        run.append(one)


def new_run(word: Edited, text: str, *, strong: bool = False) -> Any:
    run = word.add_after(word.paragraphs(PROBLEM)[-1]).add_run(text)
    run.bold = strong
    return run._r


PLACES: dict[str, tuple[str, int, bool, str]] = {
    "in the middle": ("Ordetetter", 5, False, "Ordet{}etter"),
    "at the start": ("Ordet", 0, False, "{}Ordet"),
    "at the end": ("Ordet", 5, False, "Ordet{}"),
    "in bold": ("Ordetetter", 5, True, "**Ordet{}etter**"),
}
BREAKS = ("w:br", "w:tab", "w:cr", "w:ptab")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("name", BREAKS)
def test_a_break_or_a_tab_keeps_words_apart(back: Back, name: str, place: str) -> None:
    text, at, strong, told = PLACES[place]
    expected = told.format(" ").strip()
    assert back(lambda word: split(new_run(word, text, strong=strong), at, name)) == {
        PROBLEM: f"{TEXT}\n{expected}\n"
    }


@pytest.mark.parametrize("kind", ["page", "column", "textWrapping"])
def test_a_page_break_keeps_words_apart(back: Back, kind: str) -> None:
    def edit(word: Edited) -> None:
        run = new_run(word, "Ordetetter")
        split(run, 5, "w:br")
        run.find(qn("w:br")).set(qn("w:type"), kind)

    assert back(edit) == {PROBLEM: f"{TEXT}\nOrdet etter\n"}


@pytest.mark.parametrize("place", PLACES)
def test_a_hyphen_that_does_not_break_is_a_hyphen(back: Back, place: str) -> None:
    text, at, strong, told = PLACES[place]
    expected = told.format("-")
    assert back(lambda word: split(new_run(word, text, strong=strong), at, "w:noBreakHyphen")) == {
        PROBLEM: f"{TEXT}\n{expected}\n"
    }


@pytest.mark.parametrize(
    ("name", "told"), [*((name, " ") for name in BREAKS), ("w:noBreakHyphen", "-"), ("w:softHyphen", "")]
)
def test_a_break_and_a_hyphen_in_a_link_stay_in_it(back: Back, name: str, told: str) -> None:
    def edit(word: Edited) -> None:
        link = next(word.control(PROBLEM).iter(qn("w:hyperlink")))
        split(link.find(qn("w:r")), 3, name)

    expected = {PROBLEM: TEXT.replace("[kildene]", f"[kil{told}dene]")} if told else {}
    assert back(edit) == expected


def test_breaks_and_spaces_beside_one_another_are_one_space(back: Back) -> None:
    def edit(word: Edited) -> None:
        split(new_run(word, "Ordet  etter"), 6, "w:br", "w:tab", "w:br")

    assert back(edit) == {PROBLEM: f"{TEXT}\nOrdet etter\n"}


def test_a_break_between_bold_and_plain_words_is_one_space(back: Back) -> None:
    def edit(word: Edited) -> None:
        paragraph = word.add_after(word.paragraphs(PROBLEM)[-1])
        strong = paragraph.add_run("Viktig ")
        strong.bold = True
        strong.add_break()
        paragraph.add_run(" nok")

    assert back(edit) == {PROBLEM: f"{TEXT}\n**Viktig** nok\n"}


def test_a_soft_line_break_alone_is_no_paragraph(back: Back) -> None:
    assert back(lambda word: new_run(word, "").append(OxmlElement("w:br"))) == {}


# ---------------------------------------------------------------- what is refused


def remove(element: Any) -> None:
    element.getparent().remove(element)


def overwrite(element: Any) -> None:
    next(element.iter(qn("w:t"))).text = "hundre millioner"


def put_in(word: Edited, name: str) -> None:
    run = OxmlElement("w:r")
    run.append(OxmlElement(name))
    word.paragraphs(PROBLEM)[0]._p.append(run)


def put_emoji_in(word: Edited) -> None:
    run = word.paragraphs(PROBLEM)[0].runs[0]._r
    run.append(
        run.makeelement("{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent")
    )


def track(word: Edited) -> None:
    paragraph = word.paragraphs(PROBLEM)[0]
    inserted = OxmlElement("w:ins")
    inserted.append(copy.deepcopy(paragraph.runs[0]._r))
    paragraph._p.append(inserted)


def cell_of(word: Edited) -> Any:
    return word.word.tables[0].rows[1].cells[1].paragraphs[0]


def figure(word: Edited) -> Any:
    return next(
        one for one in word.held(PROBLEM) if "millioner" in "".join(t.text or "" for t in one.iter(qn("w:t")))
    )


def double(word: Edited) -> None:
    control = word.control(PROBLEM).getparent()
    control.addnext(copy.deepcopy(control))


def lose_claim(word: Edited) -> None:
    hidden = f".//{qn('w:vanish')}"
    remove(next(one for one in word.held(PROBLEM) if one.find(hidden) is not None))


def insert_table(word: Edited) -> None:
    word.paragraphs(PROBLEM)[0]._p.addnext(copy.deepcopy(word.word.tables[0]._tbl))


def mend_heading(word: Edited) -> None:
    next(one for one in word.word.paragraphs if one.text == "Målene").add_run(" våre")


REFUSED: dict[str, tuple[Edit, str]] = {
    "a figure that is gone": (
        lambda word: remove(figure(word)),
        r"`{{today.total \| range}}` is gone from `texts/problem.nb.md`",
    ),
    "a claim that is gone": (lose_claim, "`{{holds: zero: admin.gaps = 1}}` is gone from"),
    "a source that is gone": (
        lambda word: remove(word.held(PROBLEM)[0]),
        r"`\[@ex-assignment\]` is gone from",
    ),
    "a figure that is written over": (
        lambda word: overwrite(figure(word)),
        "was written over: “.*” became “hundre mil",
    ),
    "a table": (insert_table, "a table, which cannot be brought back"),
    "a picture": (lambda word: put_in(word, "w:drawing"), "a picture or a drawing, which cannot"),
    "a character of a symbol font": (
        lambda word: put_in(word, "w:sym"),
        "a character of a symbol font, which cannot",
    ),
    "an equation": (
        lambda word: word.paragraphs(PROBLEM)[0]._p.append(OxmlElement("m:oMath")),
        "an equation, which cannot",
    ),
    "an emoji": (put_emoji_in, "a drawing or a special character, which cannot"),
    "a footnote": (lambda word: put_in(word, "w:footnoteReference"), "a footnote, which cannot"),
    "tracked changes": (track, "has tracked changes"),
    "a figure in a table": (
        lambda word: cell_of(word).add_run("9"),
        "“Kort fortalt” was changed outside the text fields",
    ),
    "a heading outside": (mend_heading, "“Målene” was changed outside the text fields: “Målene våre”"),
    "a paragraph outside": (
        lambda word: word.word.add_paragraph("Et tillegg"),
        "was changed outside the text fields: “Et tillegg”",
    ),
    "a table that is gone": (
        lambda word: remove(word.word.tables[1]._tbl),
        "“Kort fortalt” was changed outside the text fields",
    ),
    "a field that is gone": (
        lambda word: remove(word.control(PROBLEM).getparent()),
        "text fields are gone .*: 1, the first `texts/problem.nb.md`",
    ),
    "a field that is there twice": (double, "several times: 1, the first `texts/problem.nb.md`"),
}


@pytest.mark.parametrize("edit", REFUSED)
def test_an_edit_that_cannot_come_back_is_refused_with_its_reason(back: Back, edit: str) -> None:
    change, said = REFUSED[edit]
    with pytest.raises(StudyError, match=said) as caught:
        back(change)
    assert all(one.place.file.endswith("report.nb.docx") for one in caught.value.problems)


def test_a_text_that_the_study_has_changed_since_is_not_written_over(
    bound: Results, written: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(written)
    later = bound.study.with_(texts={**bound.study.texts, "problem.nb.md": f"{TEXT}\nMer.\n"})
    with pytest.raises(StudyError, match=r"`texts/problem.nb.md` was changed in the study") as caught:
        brought_back(later, word_file(path))
    assert len(caught.value.problems) == 1


def test_a_report_of_another_study_is_told_once(
    ran: Mapping[str, Results], made: Made, tmp_path: Path
) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(made[DEFAULT, "en"])
    with pytest.raises(StudyError, match="made from another study, or all its texts have changed") as caught:
        brought_back(ran["starter"].study, word_file(path))
    assert len(caught.value.problems) == 1


def test_a_report_is_that_of_the_study_as_long_as_one_text_is_as_it_was(
    ran: Mapping[str, Results], made: Made, tmp_path: Path
) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(made["starter", "en"])
    study, file = ran["starter"].study, word_file(path)
    later = {name: f"{text}\nMore.\n" for name, text in study.texts.items()}
    with pytest.raises(StudyError, match="made from another study, or all its texts") as caught:
        brought_back(study.with_(texts=later), file)
    assert len(caught.value.problems) == 1
    later["goals.en.md"] = study.texts["goals.en.md"]
    with pytest.raises(StudyError, match="was changed in the study after the report was made") as caught:
        brought_back(study.with_(texts=later), file)
    assert {one.place.field for one in caught.value.problems} == {
        one.name for one in file.manifest.texts if one.name != "texts/goals.en.md"
    }


def test_a_caption_that_was_edited_is_quoted_without_a_hole_where_its_number_was(back: Back) -> None:
    def edit(word: Edited) -> None:
        caption = word.word.styles["Caption"]
        next(one for one in word.word.paragraphs if one.style == caption).add_run(" i dag")

    with pytest.raises(StudyError, match=r"outside the text fields: “(Tabell|Figur)\. \S") as caught:
        back(edit)
    (problem,) = caught.value.problems
    assert " ." not in problem.text["nb"]


def test_every_reason_is_told_at_once(back: Back) -> None:
    def edit(word: Edited) -> None:
        cell_of(word).add_run("9")
        remove(figure(word))
        put_in(word, "w:drawing")

    with pytest.raises(StudyError) as caught:
        back(edit)
    assert len(caught.value.problems) == 3


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


def test_braces_that_say_nothing_are_told_with_their_text(back: Back) -> None:
    def edit(word: Edited) -> None:
        word.add_after(word.paragraphs(PROBLEM)[-1]).add_run("Om lag {{}} kroner.")

    with pytest.raises(StudyError) as caught:
        back(edit)
    (problem,) = caught.value.problems
    assert problem.place.file == PROBLEM


@given(st.lists(st.tuples(st.text(alphabet="ab \u00a0{}@[]", max_size=8), st.booleans()), max_size=5))
def test_parts_that_are_tidied_are_tidy(given_parts: list[tuple[str, bool]]) -> None:
    once = tidied(Said(text, strong) for text, strong in given_parts)
    assert tidied(once) == once
