"""The texts of a Word file that comes back, and what in it cannot come back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from samvirke.errors import Place, Problem
from samvirke.language import Text
from samvirke.report.docx.manifest import Held, HeldText
from samvirke.report.docx.opening import Element, WordFile
from samvirke.report.docx.said import HYPHEN, SPACES, TEXT, W, marks, passages, said, tag_of
from samvirke.report.docx.texts import short_tag
from samvirke.report.docx.units import Fixed, Kind, Part, Said, Unit, tidied
from samvirke.study.shown import shown

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
STRONG_STYLES = ("strong", "emphasis", "intense emphasis", "subtle emphasis")
LONGEST = 60  # letters of what is quoted in a message
# What people put into a text in Word, and a text of a study cannot hold.
NOT_TEXT: dict[str, Text] = {
    "tbl": Text("en tabell", "a table"),
    "drawing": Text("et bilde eller en figur", "a picture or a drawing"),
    "pict": Text("et bilde eller en figur", "a picture or a drawing"),
    "object": Text("et innsatt objekt", "an embedded object"),
    "footnoteReference": Text("en fotnote", "a footnote"),
    "endnoteReference": Text("en sluttnote", "an endnote"),
    "fldSimple": Text("et felt", "a field"),
    "fldChar": Text("et felt", "a field"),
    "altChunk": Text("et innsatt dokument", "an embedded document"),
    "sym": Text("et tegn fra en symbolskrift", "a character of a symbol font"),
    f"{M}oMath": Text("en formel", "an equation"),
    f"{M}oMathPara": Text("en formel", "an equation"),
    # How Word stores what older programs do not know: text boxes, shapes, emoji.
    f"{MC}AlternateContent": Text("en figur eller et spesialtegn", "a drawing or a special character"),
}
TRACKED = ("ins", "del", "moveFrom", "moveTo")
TRANSPARENT = ("smartTag", "customXml", "sdtContent", "dir", "bdo")


@dataclass
class Returned:
    """What a text says now, and what is wrong with it."""

    units: list[Unit] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def passages_edited(file: WordFile) -> Iterator[Problem]:
    """What has been changed outside the texts: the figures' sections are the study's, not Word's."""
    manifest = file.manifest
    tags = [short_tag(one.name) for one in manifest.texts]
    made = {one.bookmark: one for one in manifest.passages}
    found = {one.bookmark: one for one in passages(file.body, tags, made)}
    for bookmark, one in made.items():
        there = found.get(bookmark)
        now = marks(there.paragraphs) if there is not None else ()
        if there is None or now != one.marks:
            new = (
                [p for p, mark in zip(there.paragraphs, now, strict=True) if mark not in one.marks]
                if there
                else []
            )
            yield _edited(file, one.heading, new)
    notes = file.notes if file.notes is not None else ()
    known = set(manifest.notes)
    new = [text for note in notes if (text := said(note)) and not known.issuperset(marks([text]))]
    if new:
        yield _edited(file, "", new)


def _edited(file: WordFile, heading: str, new: list[str]) -> Problem:
    where = (
        Text(f"«{heading}»", f"“{heading}”")
        if heading
        else Text("tekst utenfor avsnittene", "text outside the sections")
    )
    # The number of a caption is a field and left out: without this, “Table . Goals”.
    first = shown(new[0].replace(" . ", ". "), LONGEST) if new else ""
    quote = Text(f": «{first}»", f": “{first}”") if new else Text("", "")
    text = Text(
        f"{where.nb} er endret utenfor tekstfeltene{quote.nb}",
        f"{where['en']} was changed outside the text fields{quote['en']}",
    )
    remedy = Text(
        "Det som står der, kommer fra studien: gjør om endringen i Word, og endre studien i stedet.",
        "What stands there comes from the study: undo the change in Word, and change the study instead.",
    )
    return Problem(Place(shown(file.path, 200), None, heading), text, remedy)


def controls_lost(file: WordFile) -> Problem | None:
    """The texts whose controls are not there, or are there more than once, if any."""
    lost = [one.name for one in file.manifest.texts if len(_controls(file, one)) != 1]
    if not lost:
        return None
    first, count = lost[0], len(lost)
    text = Text(
        f"{count} tekstfelt er borte eller står flere ganger, først `{first}`",
        f"text fields are gone or are there several times: {count}, the first `{first}`",
    )
    remedy = Text(
        "Rediger en ny kopi av rapporten i Word, innenfor feltene. Andre programmer, som LibreOffice, kan "
        "fjerne feltene når de lagrer.",
        "Edit a new copy of the report in Word, inside the fields. Other programs, such as LibreOffice, may "
        "take the fields away when they save.",
    )
    return Problem(Place(shown(file.path, 200)), text, remedy)


def _controls(file: WordFile, one: HeldText) -> list[Element]:
    tag = short_tag(one.name)
    return [control for control in file.body.iter(f"{W}sdt") if tag_of(control) == tag]


def returned(file: WordFile, one: HeldText) -> Returned:
    """A text as it stands in the file, where its control is."""
    reader = _Reader(file, one)
    for control in _controls(file, one):
        content = control.find(f"{W}sdtContent")
        reader.blocks(content if content is not None else ())
    reader.missing()
    return reader.found


@dataclass
class _Reader:
    """Reads one text; `seen` are the controls in it that Word must not change."""

    file: WordFile
    text: HeldText
    found: Returned = field(default_factory=Returned)
    seen: list[str] = field(default_factory=list)

    def refuse(self, text: Text, remedy: Text) -> None:
        self.found.problems.append(
            Problem(Place(shown(self.file.path, 200), None, self.text.name), text, remedy)
        )

    def blocks(self, parent: Element | tuple[()]) -> None:
        for child in parent:
            name = child.tag.removeprefix(W)
            if name == "p":
                self.paragraph(child)
            elif name == "sdt":
                content = child.find(f"{W}sdtContent")
                self.blocks(content if content is not None else ())
            elif name in TRANSPARENT:
                self.blocks(child)
            elif name in TRACKED:
                self.tracked()
            elif name in NOT_TEXT:
                self.not_text(name)

    def paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find(f"{W}pPr")
        if properties is not None and any(
            properties.find(f"{W}rPr/{W}{name}") is not None for name in TRACKED
        ):
            self.tracked()
        parts = tidied(self.parts(paragraph))
        if parts:
            self.found.units.append(Unit(self.kind(properties), parts))

    def kind(self, properties: Element | None) -> Kind:
        style = self.style(properties, "pStyle")
        if style.startswith("heading "):
            return "heading"
        numbered = properties is not None and properties.find(f"{W}numPr/{W}numId") is not None
        return "list" if style.startswith("list ") or numbered else "paragraph"

    def style(self, properties: Element | None, name: str) -> str:
        found = properties.find(f"{W}{name}") if properties is not None else None
        return "" if found is None else self.file.styles.get(found.get(f"{W}val", ""), "")

    def parts(self, parent: Element, target: str | None = None) -> Iterator[Part]:
        for child in parent:
            name = child.tag.removeprefix(W)
            if name == "r":
                yield from self.run(child, target)
            elif name == "hyperlink":
                yield from self.parts(child, self.target(child))
            elif name == "sdt":
                yield from self.control(child)
            elif name in TRACKED:
                self.tracked()
            elif name in TRANSPARENT:
                yield from self.parts(child, target)
            elif name in NOT_TEXT:
                self.not_text(name)

    def run(self, run: Element, target: str | None) -> Iterator[Part]:
        words = []
        for child in run:
            name = child.tag.removeprefix(W)
            if child.tag == TEXT:
                words.append(child.text or "")
            elif child.tag in SPACES:
                words.append(" ")
            elif child.tag == HYPHEN:
                words.append("-")
            elif name in NOT_TEXT:
                self.not_text(name)
        if words:
            yield Said("".join(words), target is None and self.strong(run.find(f"{W}rPr")), target)

    def strong(self, properties: Element | None) -> bool:
        if properties is None:
            return False
        if self.style(properties, "rStyle") in STRONG_STYLES:
            return True
        marked = (properties.find(f"{W}{name}") for name in ("b", "i"))
        return any(one is not None and one.get(f"{W}val", "1") not in ("0", "false", "off") for one in marked)

    def target(self, link: Element) -> str | None:
        address, bookmark = link.get(f"{R}id"), link.get(f"{W}anchor")
        if address is not None and address in self.file.links:
            return self.file.links[address] + (f"#{bookmark}" if bookmark else "")
        place = self.file.manifest.places.get(bookmark or "")
        if place is None:
            text = Text(
                f"en lenke i `{self.text.name}` leder ingen steder",
                f"a link in `{self.text.name}` leads nowhere",
            )
            remedy = Text(
                "Ta den bort, eller gi den en nettadresse.", "Take it away, or give it a web address."
            )
            self.refuse(text, remedy)
            return None
        return f"#{place}"

    def control(self, control: Element) -> Iterator[Part]:
        tag = tag_of(control)
        one = next((one for one in self.text.held if one.tag == tag), None)
        if one is None:
            content = control.find(f"{W}sdtContent")
            yield from self.parts(content) if content is not None else ()
            return
        self.seen.append(one.tag)
        now = said(control)
        if now != one.printed:
            self.altered(one, now)
        yield Fixed(one.written)

    def altered(self, one: Held, now: str) -> None:
        name, before, after = self.text.name, shown(one.printed), shown(now)
        text = Text(
            f"`{one.written}` i `{name}` er skrevet over: «{before}» er blitt «{after}»",
            f"`{one.written}` in `{name}` was written over: “{before}” became “{after}”",
        )
        remedy = Text(
            "Gjør om endringen i Word. Tallet selv endres i studien.",
            "Undo the change in Word. The figure itself is changed in the study.",
        )
        self.refuse(text, remedy)

    def missing(self) -> None:
        """Bindings that are gone: a sentence may not lose the figure, claim or source that it stands on."""
        for one in self.text.held:
            if one.tag not in self.seen:
                name = self.text.name
                text = Text(
                    f"`{one.written}` er borte fra `{self.text.name}`",
                    f"`{one.written}` is gone from `{self.text.name}`",
                )
                remedy = Text(
                    f"Sett det inn igjen i Word, eller ta det bort i {name} og kjør `samvirke run` på nytt.",
                    f"Put it back in Word, or take it away in {name} and run `samvirke run` again.",
                )
                self.refuse(text, remedy)

    def tracked(self) -> None:
        text = Text(f"`{self.text.name}` har sporede endringer", f"`{self.text.name}` has tracked changes")
        remedy = Text("Godta eller avvis dem i Word, og lagre.", "Accept or reject them in Word, and save.")
        self.refuse(text, remedy)

    def not_text(self, name: str) -> None:
        what = NOT_TEXT[name]
        text = Text(
            f"`{self.text.name}` har fått {what.nb}, som ikke kan hentes tilbake",
            f"`{self.text.name}` has been given {what['en']}, which cannot be brought back",
        )
        remedy = Text(
            "Ta det bort i Word, eller skriv det som vanlig tekst. Kilder skrives som [@kilde].",
            "Take it away in Word, or write it as ordinary text. Sources are written [@source].",
        )
        self.refuse(text, remedy)
