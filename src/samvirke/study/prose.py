"""What people write in `texts/`: a plain part of Markdown, in which figures and sources are bound."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from samvirke.errors import Place, Problem
from samvirke.language import Language, Text
from samvirke.study.bindings import ANY, INLINE, Binding, Bound, Cited, Claim, FigureRef, NotABinding, binding
from samvirke.study.shown import shown
from samvirke.study.study import Study
from samvirke.study.suggestion import did_you_mean

if TYPE_CHECKING:
    from markdown_it.token import Token

LEFT_OUT = ("image", "code", "fence", "entity", "autolink")

NOT_READ = (
    Text("`{wrong}` kan ikke leses som en binding", "`{wrong}` cannot be read as a binding"),
    Text(
        "Skriv `{{alternativ: figur}}`, `{{holds: alternativ: figur >= 0.9}}` eller `[@kilde]` på én linje.",
        "Write `{{alternative: figure}}`, `{{holds: alternative: figure >= 0.9}}` or `[@source]`, on one "
        "line.",
    ),
)


@dataclass(frozen=True, slots=True)
class Plain:
    """Words as they stand."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Linked:
    """Words that lead to a place in the report."""

    text: str
    target: str


Span = Plain | Linked | Binding
Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A heading, a paragraph or a list; `items` has one row of spans for each point, else one in all.

    `lines` are where each item stands in the text: its first line, and the first after it, counted from 0.
    """

    kind: Literal["heading", "paragraph", "list"]
    items: tuple[Spans, ...]
    lines: tuple[tuple[int, int], ...] = field(default=(), compare=False)


def stretches(text: str) -> tuple[Stretch, ...]:
    """The parts of a text, in order. Raises NotABinding where a binding cannot be read."""
    return tuple(_stretches(_tokens(text)))


def prose(study: Study, name: str, language: Language) -> tuple[Stretch, ...]:
    """A text of the study by name; nothing where it is not written in the language."""
    return stretches(study.texts.get(f"{name}.{language}.md", ""))


def claims(study: Study) -> Iterator[tuple[Place, Claim]]:
    """Every claim in the study's texts, with its place."""
    for name in sorted(study.texts):
        for span in _spans(study.texts[name]):
            if isinstance(span, Claim):
                yield Place(f"texts/{name}", span.line), span


def bound(study: Study) -> Iterator[tuple[Place, FigureRef]]:
    """Every figure that the study's texts name, with its place."""
    for name in sorted(study.texts):
        for span in _spans(study.texts[name]):
            if isinstance(span, Bound):
                yield Place(f"texts/{name}", span.line), span.ref
            elif isinstance(span, Claim):
                yield from ((Place(f"texts/{name}", span.line), ref) for ref in span.refs)


def binding_problems(study: Study) -> list[Problem]:
    """Bindings that cannot be read, and alternatives and sources that are not there."""
    claimed = (
        (study.place("study.yaml", "requirements", key, "holds"), requirement.holds)
        for key, requirement in study.assignment.requirements.items()
        if requirement.holds is not None
    )
    return [
        *(problem for place, claim in claimed for problem in _unknown(study, place, claim)),
        *(problem for name in sorted(study.texts) for problem in _problems(study, name)),
    ]


def _problems(study: Study, name: str) -> Iterator[Problem]:
    for number, line in enumerate(study.texts[name].split("\n"), 1):
        place = Place(f"texts/{name}", number)
        for found in INLINE.finditer(line):
            try:
                yield from _unknown(study, place, binding(found, number))
            except NotABinding as wrong:
                yield _not_read(place, str(wrong))
        rest = INLINE.sub("", line)
        for stray in ("{{", "}}", "[@"):
            if stray in rest:
                yield _not_read(place, rest[max(0, rest.index(stray) - 20) :][:60].strip())


def _not_read(place: Place, wrong: str) -> Problem:
    """The remedy shows braces, so that only the problem is filled in."""
    text, remedy = NOT_READ
    return Problem(place, text.format(wrong=shown(wrong)), remedy)


def _unknown(study: Study, place: Place, span: Binding) -> Iterator[Problem]:
    """Alternatives and sources that a span names and the study does not have."""
    refs: tuple[FigureRef, ...] = ()
    known = set(study.alternatives)
    if isinstance(span, Bound):
        refs = (span.ref,)
    elif isinstance(span, Claim):
        refs, known = span.refs, known | {ANY}
    for alternative in (ref.alternative for ref in refs):
        if alternative is not None and alternative not in known:
            text = Text(f"det finnes ikke noe alternativ `{alternative}`", f"no alternative `{alternative}`")
            mend = Text("Rett id-en.", "Mend the id.")
            yield Problem(place, text, did_you_mean(alternative, study.alternatives, mend))
    for source in span.sources if isinstance(span, Cited) else ():
        if source not in study.sources:
            text = Text(f"det finnes ikke noen kilde `{source}`", f"there is no source `{source}`")
            mend = Text("Skriv den i sources.yaml.", "Write it in sources.yaml.")
            yield Problem(place, text, did_you_mean(source, study.sources, mend))


def _spans(text: str) -> Iterator[Span]:
    for stretch in stretches(text):
        for item in stretch.items:
            yield from item


def _tokens(text: str) -> list[Token]:
    from markdown_it import MarkdownIt  # a slow import that only texts need

    reader = MarkdownIt("commonmark", {"html": False}).disable(list(LEFT_OUT))
    return reader.parse(text)


def _stretches(tokens: list[Token]) -> Iterator[Stretch]:
    items: list[Spans] = []
    lines: list[tuple[int, int]] = []
    depth = 0
    heading: tuple[int, int] | None = None
    for token in tokens:
        if token.type.endswith("_list_open"):
            depth += 1
        elif token.type.endswith("_list_close"):
            depth -= 1
            if depth == 0:
                yield Stretch("list", tuple(items), tuple(lines))
                items, lines = [], []
        elif token.type == "heading_open":
            heading = _lines(token)  # those of a heading that is underlined are more than its words
        elif token.type == "inline":
            spans, where = tuple(_inline(token)), heading or _lines(token)
            if depth:
                items.append(spans)
                lines.append(where)
            else:
                yield Stretch("heading" if heading else "paragraph", (spans,), (where,))
            heading = None


def _lines(token: Token) -> tuple[int, int]:
    first, after = token.map or (0, 0)
    return first, after


def _inline(token: Token) -> Iterator[Span]:
    """The spans of one paragraph, heading or point."""
    line = token.map[0] + 1 if token.map else 1
    strong, target = False, None
    for child in token.children or []:
        match child.type:
            case "strong_open" | "em_open":
                strong = True
            case "strong_close" | "em_close":
                strong = False
            case "link_open":
                target = str(child.attrs.get("href", ""))
            case "link_close":
                target = None
            case "softbreak" | "hardbreak":
                line += 1
                yield Plain(" ")
            case "text" | "code_inline" if target is not None:
                yield Linked(child.content, target)
            case "text" | "code_inline":
                yield from _words(child.content, strong, line)


def _words(text: str, strong: bool, line: int) -> Iterator[Span]:
    start = 0
    for found in INLINE.finditer(text):
        if found.start() > start:
            yield Plain(text[start : found.start()], strong)
        yield binding(found, line)
        start = found.end()
    if start < len(text):
        yield Plain(text[start:], strong)
