"""The study's own texts in the Word file: each in a content control, so that it can be brought back.

Inside it, what the engine prints (figures, claims and sources) stands in controls that are locked, each with
what is written in the study in its place.
"""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.language import Language
from samvirke.report.docx.body import DEEPEST, Writer
from samvirke.report.docx.elements import LANGUAGE_TAGS, Markup, control, paragraph, read, run
from samvirke.report.docx.manifest import Held, HeldText, digest_of
from samvirke.report.docx.said import said
from samvirke.report.sections.prose import read_in, span_pieces
from samvirke.study.bindings import Binding, as_written
from samvirke.study.prose import Linked, Plain, Spans, Stretch

DELETABLE, FIXED = "sdtLocked", "sdtContentLocked"
CLAIM = "✓"  # hidden: a claim prints nothing
STYLES = {"paragraph": "Body Text", "list": "List Bullet"}


def text_control(name: str, level: int, writer: Writer) -> Markup:
    """A text of the study as a control that people may write in but not delete."""
    language, stretches = read_in(writer.results.study, name, writer.language)
    held: list[Held] = []
    inner = [one for stretch in stretches for one in _stretch(stretch, level, language, writer, held)]
    path = f"texts/{name}.{language}.md"
    source = writer.results.study.texts[f"{name}.{language}.md"]
    writer.texts.append(HeldText(path, digest_of(source), tuple(held)))
    return control(path, short_tag(path), next(writer.numbers), DELETABLE, inner)


def short_tag(path: str) -> str:
    """A tag of at most 64 letters, which is what Word can hold, that tells texts apart."""
    return path if len(path) <= 64 else f"{path[:55]}-{digest_of(path)[:8]}"


def _stretch(
    stretch: Stretch, level: int, language: Language, writer: Writer, held: list[Held]
) -> Iterator[Markup]:
    for spans in stretch.items:
        made = list(_spans(spans, language, writer, held))
        if stretch.kind == "heading":
            words = "".join(span.text for span in spans if isinstance(span, Plain | Linked))
            yield writer.heading(min(level, DEEPEST), f"_text{next(writer.numbers)}", made, words)
        else:
            yield paragraph(writer.styles[STYLES[stretch.kind]], made)


def _spans(spans: Spans, language: Language, writer: Writer, held: list[Held]) -> Iterator[Markup]:
    for span in spans:
        if isinstance(span, Plain):
            foreign = LANGUAGE_TAGS[language] if language != writer.language else None
            yield run(span.text, strong=span.strong, lang=foreign)
        elif isinstance(span, Linked) and writer.link_style(span.target) is not None:
            if span.target.startswith("#"):
                anchor = span.target.removeprefix("#")
                writer.places[writer.bookmarks[anchor]] = anchor
            yield writer.linked(span.target, run(span.text, style=writer.styles["Hyperlink"]))
        else:
            yield _held(span, language, writer, held)


def _held(span: Linked | Binding, language: Language, writer: Writer, held: list[Held]) -> Markup:
    """What Word must not change, in a control of its own."""
    written = linked_as_written(span) if isinstance(span, Linked) else as_written(span)
    pieces = span_pieces(writer.results, span, language, writer.language)
    made = list(writer.pieces(pieces, notes=True)) or [run(CLAIM, hidden=True)]
    number = next(writer.numbers)
    found = control(written.strip("{}[]"), f"samvirke-{number}", number, FIXED, made)
    held.append(Held(f"samvirke-{number}", written, said(read(found))))
    return found


def linked_as_written(span: Linked) -> str:
    """A link as it is written in a text."""
    return f"[{span.text}]({span.target})"
