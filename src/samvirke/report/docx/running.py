"""What stands at the top and the foot of every page but the first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn

from samvirke.report.docx.body import Writer
from samvirke.report.docx.elements import element, field, paragraph, read, run
from samvirke.report.writing.edition import KIND, PAGE_OF

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

TITLE = "TITLE"  # the field that shows the title of the document


def set_lines(word: WordDocument, writer: Writer) -> None:
    """The running lines of our own template; an agency's has its own."""
    language, first = writer.language, word.sections[0]  # those after it are linked to it
    to_margin = element("ptab", relativeTo="margin", alignment="right", leader="none")
    top = [field(TITLE, [run("")]), element("r", to_margin), run(KIND[language])]
    foot = [field("PAGE", [run("2")]), run(f" {PAGE_OF[language]} "), field("NUMPAGES", [run("2")])]
    for line, style, said in ((first.header, "Header", top), (first.footer, "Footer", foot)):
        line.is_linked_to_previous = False
        holder: Any = line._element
        for child in list(holder):
            holder.remove(child)
        holder.append(read(paragraph(writer.styles[style], said)))


def set_title(word: WordDocument, title: str) -> None:
    """Let the fields for the title show this one, in whatever lines the template has."""
    for relation in word.part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")):
            line: Any = relation.target_part
            for one in line.element.iter(qn("w:p")):
                _show(one, title)


def _show(line: Any, title: str) -> None:
    """Word writes a field as one element, or as what stands between three marks."""
    simple = [one for one in line.iter(qn("w:fldSimple")) if _is_title(one.get(qn("w:instr")))]
    shown = [[text for one in simple for text in one.iter(qn("w:t"))], *_between_marks(line)]
    for texts in shown:
        for number, text in enumerate(texts):
            text.text = "" if number else title
    for one in simple:
        if next(one.iter(qn("w:t")), None) is None:
            one.append(read(run(title)))


def _between_marks(line: Any) -> list[list[Any]]:
    found: list[list[Any]] = []
    instruction, shows = "", False
    for one in line.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:t")):
        if one.tag == qn("w:instrText"):
            instruction += one.text or ""
        elif one.tag == qn("w:fldChar"):
            kind = one.get(qn("w:fldCharType"))
            shows = kind == "separate" and _is_title(instruction)
            if shows:
                found.append([])
            instruction = "" if kind == "end" else instruction
        elif shows:
            found[-1].append(one)
    return found


def _is_title(instruction: str) -> bool:
    return instruction.split()[:1] == [TITLE]
