"""Links to the sources and judgements a record rests on, and the annexes that hold them."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_lowercase

from samvirke.language import Text
from samvirke.report.document import Break, Piece, Words, words
from samvirke.report.words.wording import both
from samvirke.study.records import Record
from samvirke.study.sources import Source
from samvirke.study.study import Study

SAME_SOURCE = Text("samme kilde", "same source")
SEPARATOR = Text("; ", "; ")
LETTERS = ascii_lowercase
SAYS_SO_ITSELF = "Vår vurdering"  # a text that begins so needs no heading that says the same


def sources(study: Study, ids: Iterable[str]) -> tuple[Piece, ...]:
    """Sources as short links: publisher and year, leading to the list of sources.

    Of several statements in one document the first is told by its label, the others as the same source,
    which says something only to those who can follow the link.
    """
    pieces: list[Piece] = []
    told: set[Document] = set()
    for key in ids:
        if key not in study.sources:
            continue
        document = _document(study.sources[key])
        again = document in told
        if pieces:
            pieces.append(Words(SEPARATOR, onward=again))
        label = SAME_SOURCE if again else source_label(study, key)
        told.add(document)
        pieces.append(Words(label, f"#source-{key}", onward=again))
    return tuple(pieces)


Document = tuple[str, str, str]  # publisher, year and title


def _document(source: Source) -> Document:
    return source.publisher, source.date[:4], source.title


def source_label(study: Study, key: str) -> Text:
    """Publisher and year; a letter tells apart what one publisher has put out in one year."""
    source = study.sources[key]
    titles = study.titles_by_publisher_and_year[source.publisher, source.date[:4]]
    number = titles.index(source.title)
    letter = (LETTERS[number % len(LETTERS)] * (1 + number // len(LETTERS))) if len(titles) > 1 else ""
    dated = source.date != "undated"
    nb, en = (f"{source.date[:4]}{letter}",) * 2 if dated else (f"u.å. {letter}", f"undated {letter}")
    label = Text(f"{source.publisher} {nb}".rstrip(), f"{source.publisher} {en}".rstrip())
    if source.unverified:
        return Text(f"{label.nb} (ikke bekreftet)", f"{label['en']} (unverified)")
    return label


def read_at(study: Study, address: str) -> tuple[Piece, ...]:
    """Where a rule of the engine's own was read: the study's source for it, or else the address in words."""
    known = [key for key, source in study.sources.items() if source.address == address]
    return sources(study, known) if known else (words(address, address),)


def basis(study: Study, record: Record) -> tuple[Piece, ...]:
    """What a record rests on: its sources, then its judgement."""
    pieces: list[Piece] = list(sources(study, record.source))
    if record.judgement is not None:
        own = record.judgement.nb.startswith(SAYS_SO_ITSELF)
        if pieces:
            pieces.append(Words(_ending(pieces[-1])) if own else Break())
        if not own:
            pieces.append(words("Vurdering: ", "Judgement: ", strong=True))
        pieces.append(Words(record.judgement))
    return tuple(pieces)


def _ending(last: Piece) -> Text:
    """What ends a sentence whose last words may end in a full stop of their own, as “u.å.” does."""
    text = last.text if isinstance(last, Words) else Text("", "")
    return both(lambda language: " " if text[language].endswith(".") else ". ")
