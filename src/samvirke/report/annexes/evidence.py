"""Annexes on evidence: the assumptions, what each figure rests on, and the sources."""

from __future__ import annotations

from samvirke.language import Text
from samvirke.report.document import (
    Break,
    Cell,
    Column,
    Paragraph,
    Piece,
    Section,
    Table,
    Words,
    cell,
    words,
)
from samvirke.report.words.naming import actor_name
from samvirke.report.words.quantities import plain, value_of
from samvirke.report.words.references import basis, sources
from samvirke.study.assumptions import Assumption
from samvirke.study.study import Study

STATUS: dict[str, Text] = {
    "ours": Text("vårt anslag", "our estimate"),
    "asked": Text("spurt", "asked"),
    "answered": Text("besvart", "answered"),
    "disputed": Text("omstridt", "disputed"),
}


def assumptions_annex(study: Study) -> Section:
    """Every assumption: what it may be, what it rests on, and who could answer it."""
    rows = tuple(_assumption(study, key, one) for key, one in study.assumptions.items())
    columns = tuple(
        Column(Text(nb, en))
        for nb, en in (
            ("Forutsetning", "Assumption"),
            ("Verdi", "Value"),
            ("Bygger på", "Rests on"),
            ("Hvem kan svare", "Who could answer"),
        )
    )
    intro = Paragraph(
        (
            words(
                "Verdiene er ti-, femti- og nittiprosentverdien der tre tall står. At en aktør kan svare, "
                "betyr ikke "
                "at den har gjort det.",
                "Where three numbers stand, they are the 10th, 50th and 90th percentiles. That an actor "
                "could answer does not mean "
                "that it has.",
            ),
        )
    )
    table = Table(Text("Forutsetninger", "Assumptions"), columns, rows)
    return Section("assumptions", Text("Forutsetninger", "Assumptions"), (intro, table))


def _assumption(study: Study, key: str, one: Assumption) -> tuple[Cell, ...]:
    who: list[Piece] = [Words(STATUS[one.status])]
    if one.could_answer is not None:
        who = [Words(actor_name(study, one.could_answer)), words(" (", " ("), *who, words(")", ")")]
    if one.question is not None:
        who += [Break(), Words(one.question)]
    rest: list[Piece] = list(basis(study, one))
    for other in one.also:
        value = Text(plain(other.value, "nb"), plain(other.value, "en"))
        given = Text("Også oppgitt: {value} ", "Also given: {value} ").format(value=value)
        rest += [
            Break(),
            Words(given),
            *sources(study, (other.source,)),
            words(". ", ". "),
            Words(other.why_not_used),
        ]
    return (
        cell(one.text, anchor=f"assumption-{key}"),
        Cell(value_of(study, one)),
        Cell(tuple(rest)),
        Cell(tuple(who)),
    )


def sources_annex(study: Study) -> Section:
    """Every source, with what it says in our words and where it stands."""
    rows = []
    for key, source in study.sources.items():
        address = source.address if (source.address or "").startswith(("http://", "https://")) else None
        title: list[Piece] = [Words(Text(source.title, source.title), address)]
        if source.section:
            title.append(Words(Text(f", {source.section}", f", {source.section}")))
        says: list[Piece] = [Words(source.says)] if source.says is not None else []
        if source.unverified:
            says.append(words(" Ikke bekreftet.", " Unverified.", strong=True))
        if source.note is not None:
            says += [words(" ", " "), Words(source.note)]
        date = Text("u.å." if source.date == "undated" else source.date, source.date)
        rows.append(
            (
                Cell(tuple(title), anchor=f"source-{key}"),
                cell(Text(source.publisher, source.publisher)),
                cell(date),
                Cell(tuple(says)),
            )
        )
    columns = tuple(
        Column(Text(nb, en))
        for nb, en in (
            ("Kilde", "Source"),
            ("Utgiver", "Publisher"),
            ("Dato", "Date"),
            ("Hva den sier", "What it says"),
        )
    )
    return Section(
        "sources", Text("Kilder", "Sources"), (Table(Text("Kilder", "Sources"), columns, tuple(rows)),)
    )
