"""What people do in Word that cannot come back is refused, with every reason."""

import copy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from tests.report.docx.conftest import PROBLEM, TEXT, Back, Edit, Edited, Made

from samvirke.cases import DEFAULT
from samvirke.errors import StudyError
from samvirke.report.docx.brought import brought_back
from samvirke.report.docx.opening import word_file
from samvirke.uncertainty.results import Results


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


def test_braces_that_say_nothing_are_told_with_their_text(back: Back) -> None:
    def edit(word: Edited) -> None:
        word.add_after(word.paragraphs(PROBLEM)[-1]).add_run("Om lag {{}} kroner.")

    with pytest.raises(StudyError) as caught:
        back(edit)
    (problem,) = caught.value.problems
    assert problem.place.file == PROBLEM
