"""Annexes on evidence: the assumptions, what each figure rests on, and the sources."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.consequences.catalogue import definition
from samvirke.language import Language, Text, number
from samvirke.provenance import Figure
from samvirke.quantities.distributions import (
    Beta,
    Distribution,
    Exact,
    Formula,
    Metalog,
    Triangular,
    Uniform,
)
from samvirke.quantities.expressions import Constant, Expression, Operation, Reference
from samvirke.report.document import (
    Block,
    Break,
    Cell,
    Column,
    Paragraph,
    Piece,
    Section,
    Table,
    Words,
    cell,
    pieces_of,
    words,
)
from samvirke.report.naming import actor_name, alternative_name, figure_label
from samvirke.report.references import basis, sources
from samvirke.report.wording import anchor_of, both, inside_sentence, told
from samvirke.study.assumptions import Assumption
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results

STATUS: dict[str, Text] = {
    "ours": Text("vårt anslag", "our estimate"),
    "asked": Text("spurt", "asked"),
    "answered": Text("besvart", "answered"),
    "disputed": Text("omstridt", "disputed"),
}
UNITS: dict[str, Text] = {
    "MNOK": Text("mill. kr", "NOK million"),
    "MNOK/yr": Text("mill. kr i året", "NOK million a year"),
    "NOK": Text("kr", "NOK"),
    "NOK/yr": Text("kr i året", "NOK a year"),
    "MNOK/FTE": Text("mill. kr per årsverk", "NOK million per work-year"),
    "NOK/FTE": Text("kr per årsverk", "NOK per work-year"),
    "FTE": Text("årsverk", "work-years"),
    "share": Text("andel", "share"),
    "factor": Text("faktor", "factor"),
    "hours": Text("timer", "hours"),
    "hours/yr": Text("timer i året", "hours a year"),
    "hours/FTE": Text("timer per årsverk", "hours per work-year"),
    "months": Text("måneder", "months"),
    "years": Text("år", "years"),
    "days": Text("dager", "days"),
    "probability": Text("sannsynlighet", "probability"),
    "count": Text("antall", "count"),
}


def unit_name(unit: str) -> Text:
    """A unit as it is read."""
    return UNITS.get(unit, Text(unit, unit))


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
        value = Text(_plain(other.value, "nb"), _plain(other.value, "en"))
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
        Cell(_value(study, one)),
        Cell(tuple(rest)),
        Cell(tuple(who)),
    )


def _plain(value: float, language: Language) -> str:
    """A number with as many decimals as it was written with, at most three."""
    decimals = next((d for d in range(4) if abs(value - round(value, d)) < 1e-9), 3)
    return number(value, language, decimals)


def _value(study: Study, one: Assumption) -> tuple[Piece, ...]:
    """What the quantity may be, with its unit and price year."""
    unit = unit_name(one.unit)
    if one.price_year is not None:
        unit = Text(f"{unit.nb}, {one.price_year}-kroner", f"{unit['en']}, {one.price_year} prices")
    form = one.distribution
    if isinstance(form, Formula):
        return (*formula(study, form.expression), Words(Text("; {unit}", "; {unit}").format(unit=unit)))
    return (Words(Text("{range} {unit}", "{range} {unit}").format(range=_range(form), unit=unit)),)


def _range(form: Distribution) -> Text:
    """The numbers a distribution is given by."""
    match form:
        case Metalog(p10=a, p50=b, p90=c) | Triangular(low=a, mode=b, high=c):
            return both(lambda g: " / ".join(_plain(x, g) for x in (a, b, c)))
        case Uniform(low, high):
            return both(lambda g: f"{_plain(low, g)} – {_plain(high, g)}")
        case Beta(a, b, low, high):
            return both(
                lambda g: (
                    f"{_plain(low, g)} – {_plain(high, g)}, "
                    + ("betafordelt" if g == "nb" else "beta distribution")
                    + f" ({_plain(a, g)}; {_plain(b, g)})"
                )
            )
        case Exact(value):
            return both(lambda g: _plain(value, g))
        case _:
            raise TypeError(type(form))


SIGNS = {"+": " + ", "-": " − ", "*": " × ", "/": " ÷ "}
BINDS = {"+": 1, "-": 1, "*": 2, "/": 2}


def formula(study: Study, expression: Expression, around: int = 0) -> tuple[Piece, ...]:
    """A formula with its assumptions by their names; parentheses where `around` binds as tightly."""
    match expression:
        case Constant(value):
            return (Words(both(lambda g: _plain(value, g))),)
        case Reference(name):
            text = inside_sentence(study.assumptions[name].text)
            return (Words(text, f"#assumption-{name}"),)
        case Operation(sign, left, right):
            binds = BINDS[sign]
            inner = (
                *formula(study, left, binds),
                words(SIGNS[sign], SIGNS[sign]),
                *formula(study, right, binds + 1),
            )
            return inner if binds >= around else (words("(", "("), *inner, words(")", ")"))


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


def figures_annex(results: Results, sections: tuple[Section, ...]) -> Section:
    """What every figure that the report leads to rests on; no others."""
    targets = set(_targets(sections))
    shown = [figure for figure in results.figures.values() if f"#{anchor_of(figure)}" in targets]
    rows = tuple(_figure(results, figure) for figure in shown)
    columns = (
        Column(Text("Tall", "Figure")),
        Column(Text("Forventet (10–90 %)", "Expected (10–90%)"), numeric=True),
        Column(Text("Hva det er", "What it is")),
        Column(Text("Bygger på", "Rests on")),
    )
    return Section(
        "figures",
        Text("Hva tallene bygger på", "What the figures rest on"),
        (Table(Text("Tallene i rapporten", "The figures in the report"), columns, rows),),
    )


def _targets(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        for block in section.blocks:
            yield from _block_targets(block)
        yield from _targets(section.sections)


def _block_targets(block: Block) -> Iterator[str]:
    yield from (piece.target for piece in pieces_of(block) if isinstance(piece, Words) and piece.target)


def _figure(results: Results, figure: Figure) -> tuple[Cell, ...]:
    study = results.study
    kind = definition(figure.name)
    assert kind is not None
    rests: list[Piece] = []
    for name in figure.assumptions:
        if rests:
            rests.append(words("; ", "; "))
        rests.append(Words(study.assumptions[name].text, f"#assumption-{name}"))
    if not rests:
        rests = [
            words("Ingen; følger av hvem som gjør hva.", "None; follows from who does what.")
            if figure.name.startswith("admin")
            else words("Ingen.", "None.")
        ]
    if figure.sources:
        rests += [Break(), words("Kilder: ", "Sources: ", strong=True), *sources(study, figure.sources)]
    called = alternative_name(study, figure.alternative)
    return (
        Cell((Words(figure_label(study, figure.name)), Break(), Words(called)), anchor=anchor_of(figure)),
        cell(told(figure), Break(), unit_name(figure.unit)),
        cell(kind.text),
        Cell(tuple(rests)),
    )
