"""Links to the sources and judgements a record rests on, and the annexes that hold them."""

from __future__ import annotations

from collections.abc import Iterable

from samvirke.language import Text
from samvirke.report.document import Break, Piece, Words, words
from samvirke.study.records import Record
from samvirke.study.study import Study

SAYS_SO_ITSELF = "Vår vurdering"  # a text that begins so needs no heading that says the same


def sources(study: Study, ids: Iterable[str]) -> tuple[Piece, ...]:
    """Sources as short links: publisher and year, leading to the list of sources."""
    pieces: list[Piece] = []
    for key in ids:
        source = study.sources.get(key)
        if source is None:
            continue
        if pieces:
            pieces.append(words("; ", "; "))
        year = source.date[:4] if source.date != "undated" else None
        label = Text(f"{source.publisher} {year or 'u.å.'}", f"{source.publisher} {year or 'undated'}")
        if source.unverified:
            label = Text(f"{label.nb} (ikke bekreftet)", f"{label['en']} (unverified)")
        pieces.append(Words(label, f"#source-{key}"))
    return tuple(pieces)


def basis(study: Study, record: Record) -> tuple[Piece, ...]:
    """What a record rests on: its sources, then its judgement."""
    pieces: list[Piece] = list(sources(study, record.source))
    if record.judgement is not None:
        if pieces:
            pieces.append(Break())
        if not record.judgement.nb.startswith(SAYS_SO_ITSELF):
            pieces.append(words("Vurdering: ", "Judgement: ", strong=True))
        pieces.append(Words(record.judgement))
    return tuple(pieces)
