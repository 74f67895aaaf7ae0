"""The brief: the report's first page made to stand alone, for those who are handed nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from samvirke.language import LANGUAGES, Language, Text
from samvirke.report.document import (
    Block,
    Cell,
    Document,
    Notice,
    Paragraph,
    Pieces,
    Section,
    Table,
    Words,
    pieces_of,
    words,
)
from samvirke.report.words.naming import actor_name, short_name
from samvirke.report.writing.html import html_file
from samvirke.report.writing.pdf import begun
from samvirke.uncertainty.results import Results

SHORT_NAMES = words("Kortnavn: ", "Short names: ", strong=True)
MOST_ROWS = 20  # of any table but that of the alternatives, which is always whole
WHERE_FROM = Text(
    "Dette er første side av utredningen, til å lese for seg. Hva hvert tall bygger på, står i resten av "
    "rapporten.",
    "This is the first page of the study, made to be read by itself. What each figure rests on is told in "
    "the rest of the report.",
)


def files(results: Results, document: Document) -> dict[str, Callable[[], bytes]]:
    """The brief in bokmål and in English, to read on a screen and on paper."""
    page = brief(results, document)
    found: dict[str, Callable[[], bytes]] = {}
    for language in LANGUAGES:
        found[f"brief.{language}.html"] = partial(html_file, page, language, "brief")
        found[f"brief.{language}.pdf"] = begun(page, language)
    return found


def brief(results: Results, document: Document) -> Document:
    """The first page of a report, with nothing that leads to what is not there."""
    front = tuple(_alone(results, one, document.subtitle) for one in document.front)
    return replace(document, front=front, body=(), annexes=())


def _alone(results: Results, page: Section, subtitle: Text) -> Section:
    tables = [block for block in page.blocks if isinstance(block, Table)]
    blocks = tuple(
        _left_out(block)
        if isinstance(block, Table) and block in tables[1:] and len(block.rows) > MOST_ROWS
        else _without_places(block)
        for block in page.blocks
    )
    told = [piece.text for block in blocks for piece in pieces_of(block) if isinstance(piece, Words)]
    names = _short_names(results, (subtitle, *told))
    answer = 1 + next(place for place, one in enumerate(blocks) if isinstance(one, Paragraph) and one.lead)
    where_from = Paragraph((words(WHERE_FROM),))
    return replace(page, blocks=(*blocks[:answer], *names, *blocks[answer:], where_from))


def _left_out(table: Table) -> Paragraph:
    """What is said in place of a table that is too long: nobody has chosen which of its rows matter."""
    rows, called = len(table.rows), table.caption
    told = Text(
        f" Tabellen har {rows} rader og er utelatt her. Den står i rapporten.",
        f" The table has {rows} rows and is left out here. It stands in the report.",
    )
    return Paragraph((Words(Text(f"{called.nb}.", f"{called['en']}."), strong=True), Words(told)))


def _without_places(block: Block) -> Block:
    """A block of the first page without links into the report."""
    match block:
        case Paragraph() | Notice():
            return replace(block, pieces=_unlinked(block.pieces))
        case Table():
            return replace(block, rows=tuple(tuple(map(_unlinked_cell, row)) for row in block.rows))
    return block


def _unlinked_cell(one: Cell) -> Cell:
    return replace(one, pieces=_unlinked(one.pieces))


def _unlinked(pieces: Pieces) -> Pieces:
    """Pieces that lead nowhere in the report; those that do nothing but lead there are left out."""
    return tuple(
        replace(piece, target=None) if isinstance(piece, Words) and _in_report(piece) else piece
        for piece in pieces
        if not (isinstance(piece, Words) and piece.onward)
    )


def _in_report(piece: Words) -> bool:
    return piece.target is not None and piece.target.startswith("#")


def _short_names(results: Results, told: tuple[Text, ...]) -> tuple[Paragraph, ...]:
    """The names behind the abbreviations that the page uses without spelling them out."""
    whole = {language: "\n".join(text[language] for text in told) for language in LANGUAGES}
    found = dict.fromkeys(name for short, name in _abbreviated(results) if _unexplained(short, whole))
    if not found:
        return ()
    listed = Text("; ".join(one.nb for one in found), "; ".join(one["en"] for one in found))
    return (Paragraph((SHORT_NAMES, Words(listed), words(".", "."))),)


def _abbreviated(results: Results) -> Iterator[tuple[Text, Text]]:
    """Every actor that has an abbreviation, with its whole name; also those that an alternative makes."""
    for study in (results.study, *(plan.final for plan in results.plans.values())):
        for actor in study.actors:
            short, name = short_name(study, actor), actor_name(study, actor)
            if f"({short.nb})" in name.nb:
                yield short, name


def _unexplained(short: Text, whole: Mapping[Language, str]) -> bool:
    return any(
        re.search(rf"\b{re.escape(short[language])}\b", told) and f"({short[language]})" not in told
        for language, told in whole.items()
    )
