"""Breaks, tabs and hyphens that people put between words in Word keep them apart in the study's texts."""

from typing import Any

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from tests.report.docx.conftest import PROBLEM, TEXT, Back, Edited


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
