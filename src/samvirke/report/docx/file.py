"""The report as a Word file: in a template's styles, with contents, captions, notes and texts to edit."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from samvirke.language import LANGUAGES, Language
from samvirke.report.document import Document
from samvirke.report.docx.body import DOTS_PER_INCH, EMU_PER_TWIP, Writer, section
from samvirke.report.docx.elements import (
    LANGUAGE_TAGS,
    Element,
    Markup,
    element,
    field,
    of,
    paragraph,
    read,
    run,
    to_place,
    words,
)
from samvirke.report.docx.landscape import with_sections
from samvirke.report.docx.manifest import NAMESPACE, HeldPassage, Manifest, to_xml
from samvirke.report.docx.notes import Notes, said_of_sources
from samvirke.report.docx.running import set_lines, set_title
from samvirke.report.docx.said import GALLERY, marks, passages
from samvirke.report.docx.template import lend_styles, opened_template, own_template, style_ids
from samvirke.report.docx.texts import short_tag
from samvirke.report.docx.zipped import zipped
from samvirke.report.writing.drawing import pngs, svg
from samvirke.report.writing.edition import CONTENTS, KIND, Edition, anchors, edition, pictures
from samvirke.report.writing.made import made_with
from samvirke.uncertainty.results import Results

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

# Of a template's body nothing is kept, and so nothing that it led to.
FORGOTTEN = ("image", "hyperlink", "footnotes", "comments", "commentsExtended", "commentsIds", "people")
ITEM = "{6B9D5D62-1A0C-4F3A-9B57-2C3E1F0A7D11}"  # Word wants an id for each part of others' data
LINES = ("w:headerReference", "w:footerReference")
DEPTH_OF_CONTENTS = 2
LONGEST_PROPERTY = 255  # letters that Office takes


def files(
    results: Results, document: Document, template: bytes | None = None
) -> dict[str, Callable[[], bytes]]:
    """The report in bokmål and in English, in the styles of a template."""
    drawn = tuple(pictures(edition(document).parts))
    for language in LANGUAGES:
        for picture in drawn:
            svg.ahead(picture, language)
        pngs.ahead(drawn, language, DOTS_PER_INCH)
    return {
        f"report.{language}.docx": partial(docx, results, document, language, template)
        for language in LANGUAGES
    }


def docx(results: Results, document: Document, language: Language, template: bytes | None = None) -> bytes:
    """The report in one language."""
    word = _emptied(own_template() if template is None else template)
    printing = edition(document)
    names = {anchor: f"_S{number}" for number, anchor in enumerate(dict.fromkeys(anchors(printing.parts)), 1)}
    styles = style_ids(word)
    notes = Notes(said_of_sources(document, language), styles["Footnote Text"], styles["Footnote Reference"])
    writer = Writer(language, results, word, styles, *_room(word), names, notes, _drawn(printing, language))
    body = [
        *(made for one in printing.front for made in section(one, 1, writer, notes=True, new_page=True)),
        *_parts(printing.body, writer, notes=True),
        *_parts(printing.annexes, writer, notes=False),
    ]
    place: Any = word.element.body
    whole = (*map(read, (*_first_page(document, writer), _contents(writer))), *body)
    for made in list(with_sections(whole, writer)):
        place.sectPr.addprevious(made)
    if template is None:
        set_lines(word, writer)
    set_title(word, document.title[language])
    _set_language(word, language)
    _add_part(word, "/word/footnotes.xml", "footnotes", "footnotes", notes.part())
    _add_manifest(word, _manifest(results, writer))
    _set_properties(word, document, language)
    return _repeatable(word)


def _drawn(printing: Edition, language: Language) -> dict[str, bytes]:
    """The pictures as PNG, by name."""
    drawn = tuple(pictures(printing.parts))
    made = pngs(drawn, language, DOTS_PER_INCH)
    return {one.name: png for one, png in zip(drawn, made, strict=True)}


def _parts(parts: Iterable[Any], writer: Writer, *, notes: bool) -> Iterator[Element]:
    for number, one in enumerate(parts):
        yield from section(one, 1, writer, notes=notes, new_page=number == 0)


def _emptied(template: bytes) -> WordDocument:
    """A template without its words."""
    word = opened_template(template)
    lend_styles(word)
    body: Any = word.element.body
    body.get_or_add_sectPr()
    forgotten = [key for key, one in word.part.rels.items() if _kind(one) in FORGOTTEN]
    ours = [key for key, one in word.part.rels.items() if _is_manifest(one)]
    # A report has its running lines and upright pages in its first section; of others' the last one is for
    # what follows.
    page = _with_lines([one._sectPr for one in word.sections][: 1 if ours else None])
    for child in list(body):
        body.remove(child)
    body.append(page)
    for key in (*forgotten, *ours):
        word.part.rels.pop(key)
    return word


def _with_lines(pages: list[Any]) -> Any:
    """The last of some sections, with the running lines that it takes from those before it."""
    from docx.oxml.ns import qn

    *before, last = pages
    for page in reversed(before):
        known = {(one.tag, one.type_) for one in last.iterchildren(*map(qn, LINES))}
        found = page.iterchildren(*map(qn, LINES))
        for one in [one for one in found if (one.tag, one.type_) not in known]:
            last.insert(0, one)
    return last


def _kind(relation: Any) -> str:
    return str(relation.reltype).rpartition("/")[2]


def _is_manifest(relation: Any) -> bool:
    return _kind(relation) == "customXml" and NAMESPACE.encode() in relation.target_part.blob


def _room(word: WordDocument) -> tuple[int, int]:
    """The twips between the margins of a page, across and down."""
    last: Any = word.sections[-1]
    wide = last.page_width - last.left_margin - last.right_margin - (last.gutter or 0)
    high = last.page_height - last.top_margin - last.bottom_margin
    return int(wide) // EMU_PER_TWIP, int(high) // EMU_PER_TWIP


def _first_page(document: Document, writer: Writer) -> Iterator[Markup]:
    styles, language = writer.styles, writer.language
    yield paragraph(styles["Title"], [writer.plain(document.title)])
    yield paragraph(styles["Subtitle"], [run(KIND[language])])
    yield paragraph(styles["Subtitle"], [writer.plain(document.subtitle)])
    yield paragraph(styles["Table Note"], [run(made_with(document)[language])])


def _contents(writer: Writer) -> Markup:
    """The list of contents as a field, filled in but for the numbers of pages, which only Word can know."""
    entries = [one for one in writer.contents if one[0] <= DEPTH_OF_CONTENTS]
    instruction = f' TOC \\o "1-{DEPTH_OF_CONTENTS}" \\h \\z \\u '
    begin = element("fldChar", fldCharType="begin", dirty="true")
    start = [
        element("r", begin),
        element("r", words("instrText", instruction)),
        element("r", element("fldChar", fldCharType="separate")),
    ]
    lines = []
    for number, (level, said, bookmark) in enumerate(entries):
        page = field(f"PAGEREF {bookmark} \\h", [run("")])
        entry = to_place(bookmark, [run(said), element("r", element("tab")), page])
        lines.append(paragraph(writer.styles[f"TOC {level}"], [*(start if number == 0 else ()), entry]))
    end = paragraph(writer.styles["Table Note"], [element("r", element("fldChar", fldCharType="end"))])
    heading = paragraph(writer.styles["TOC Heading"], [run(CONTENTS[writer.language])])
    gallery = element("docPartObj", of("docPartGallery", GALLERY), element("docPartUnique"))
    properties = element("sdtPr", of("id", next(writer.numbers)), gallery)
    return element("sdt", properties, element("sdtContent", heading, *lines, end))


def _set_language(word: WordDocument, language: Language) -> None:
    """The language of the whole, whatever the template was written in."""
    from docx.oxml.ns import qn

    styles: Any = word.styles.element
    for lang in list(styles.iter(qn("w:lang"))):
        lang.getparent().remove(lang)
    defaults = styles.find(qn("w:docDefaults"))
    if defaults is None:
        defaults = read(element("docDefaults"))
        styles.insert(0, defaults)
    for name in ("rPrDefault", "rPr"):
        inner = defaults.find(qn(f"w:{name}"))
        if inner is None:
            inner = read(element(name))
            defaults.insert(0, inner)
        defaults = inner
    defaults.append(read(of("lang", LANGUAGE_TAGS[language])))


def _manifest(results: Results, writer: Writer) -> Manifest:
    tags = [short_tag(one.name) for one in writer.texts]
    starts = {name for _, _, name in writer.contents}
    outside = passages(writer.word.element.body, tags, starts)
    run = results.provenance
    return Manifest(
        writer.language,
        run.version,
        run.seed,
        run.draws,
        run.study,
        tuple(writer.texts),
        tuple(HeldPassage(one.bookmark, one.heading, marks(one.paragraphs)) for one in outside),
        marks(" ".join(said.split()) for said in writer.notes.written),
        writer.places,
    )


def _add_part(word: WordDocument, name: str, kind: str, content_type: str, content: bytes) -> Any:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    from samvirke.report.docx.template import OFFICE, WORD

    part = Part(PackURI(name), f"{WORD}.{content_type}+xml", content, word.part.package)
    word.part.relate_to(part, f"{OFFICE}/{kind}")
    return part


def _add_manifest(word: WordDocument, manifest: Manifest) -> None:
    """The manifest as a part of others' data, under a number that the template has not used."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    from samvirke.report.docx.template import OFFICE

    used = {str(one.partname) for one in word.part.package.iter_parts()}
    number = next(n for n in range(1, len(used) + 2) if f"/customXml/item{n}.xml" not in used)
    package = word.part.package
    part = Part(PackURI(f"/customXml/item{number}.xml"), "application/xml", to_xml(manifest), package)
    properties = (
        '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n'
        f'<ds:datastoreItem ds:itemID="{ITEM}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    about = Part(PackURI(f"/customXml/itemProps{number}.xml"), kind, properties.encode(), package)
    part.relate_to(about, f"{OFFICE}/customXmlProps")
    word.part.relate_to(part, f"{OFFICE}/customXml")


def _set_properties(word: WordDocument, document: Document, language: Language) -> None:
    """Title, language and maker, and no time: the same study gives the same bytes."""
    about: Any = word.core_properties
    for child in list(about._element):
        about._element.remove(child)
    about.title, about.author, about.language = (
        document.title[language][:255],
        "Samvirke",
        LANGUAGE_TAGS[language],
    )


def _repeatable(word: WordDocument) -> bytes:
    out = io.BytesIO()
    word.save(out)
    with zipfile.ZipFile(out) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})
