"""Whether information about a person may follow from one body to another, and what that rests on."""

from __future__ import annotations

from samvirke.consequences.way import hand_overs, sharing_gaps
from samvirke.language import Text
from samvirke.report.document import Break, Cell, Column, Paragraph, Piece, Section, Table, Words, cell, words
from samvirke.report.words.naming import actor_name
from samvirke.report.words.references import basis
from samvirke.report.words.states import states
from samvirke.report.words.wording import inside_sentence
from samvirke.study.handing import HandOver
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results


def sharing_anchor(pair: HandOver) -> str:
    """The anchor of the row that says what the study knows about the pair."""
    return f"sharing-{pair.sender}-to-{pair.receiver}"


def sharing_section(results: Results) -> Section:
    """Every pair of bodies that hand somebody over without an alternative: basis, consent and sources."""
    first = states(results)[0]
    study, when = first.study, inside_sentence(first.heading)
    pairs, gaps = tuple(hand_overs(study)), sharing_gaps(study)
    many, unknown = len(pairs), len(gaps)
    text = Text(
        "Tabellen viser om et organ kan gi opplysninger om en person til et annet, slik utredningen leser "
        f"kildene. Den er ikke en juridisk vurdering. Av {many} par er grunnlaget ikke kjent for {unknown}.",
        "The table shows whether one body may give information about a person to another, as the study "
        f"reads its sources. It is no legal opinion. Of {many} pairs, the basis is not known for {unknown}.",
    )
    table = Table(
        Text(
            f"Hvem kan fortelle hvem, og på hvilket grunnlag ({when.nb})",
            f"Who may tell whom, and on what basis ({when['en']})",
        ),
        tuple(
            Column(Text(nb, en))
            for nb, en in (
                ("Fra", "From"),
                ("Til", "To"),
                ("Grunnlag", "Basis"),
                ("Kreves samtykke?", "Is consent needed?"),
                ("Bygger på", "Rests on"),
            )
        ),
        tuple(_row(study, pair) for pair in pairs),
    )
    return Section(
        "sharing",
        Text("Kan opplysningene følge personen?", "May information follow the person?"),
        (Paragraph((Words(text),)), *((table,) if pairs else ())),
    )


def _row(study: Study, pair: HandOver) -> tuple[Cell, ...]:
    said = pair.sharing
    return (
        cell(actor_name(study, pair.sender), anchor=sharing_anchor(pair)),
        cell(actor_name(study, pair.receiver)),
        _basis(pair),
        _consent(pair),
        Cell(basis(study, said)) if said is not None else cell(Text("Ikke undersøkt", "Not examined")),
    )


def _basis(pair: HandOver) -> Cell:
    said = pair.sharing
    pieces: list[Piece] = []
    if said is not None and isinstance(said.basis, Text):
        pieces.append(Words(said.basis))
    else:
        pieces.append(words("Ikke kjent", "Not known", strong=True))
    if said is not None and said.note is not None:
        pieces += [Break(), Words(said.note)]
    return Cell(tuple(pieces), "plain" if pair.allowed else "bad")


def _consent(pair: HandOver) -> Cell:
    """Where no basis is known, that no consent is asked for says nothing."""
    if pair.sharing is not None and pair.sharing.consent:
        return cell(Text("Ja", "Yes"))
    return cell(Text("Nei", "No") if pair.allowed else Text("Ikke kjent", "Not known"))
