"""Section: how many interfaces there are between bodies, and which are new or gone in each alternative."""

from __future__ import annotations

from samvirke.consequences.interfaces import Interfaces, Pair, interfaces
from samvirke.language import Text, number
from samvirke.provenance import Figure
from samvirke.report.document import Block, Cell, Column, Paragraph, Section, Table, cell, words
from samvirke.report.pictures.interfaces import interfaces as drawn
from samvirke.report.words.states import State, number_of, short_in, states
from samvirke.report.words.wording import both
from samvirke.uncertainty.results import Results


def interfaces_section(results: Results) -> Section:
    """Counts in each state, and the pairs that differ from today."""
    every = states(results)
    found = tuple(interfaces(state.study) for state in every)
    heading = Text("Grenseflater mellom organene", "Interfaces between the bodies")
    picture = drawn(results)
    blocks: tuple[Block, ...] = (
        _intro(),
        _counts(results, every, found),
        *_differences(every, found),
        *(() if picture is None else (picture,)),
    )
    return Section("interfaces", heading, blocks)


def _intro() -> Paragraph:
    return Paragraph(
        (
            words(
                "To organer har en grenseflate når det ene avgjør en oppgave som det andre utfører. Der må "
                "de bli enige om mål, penger og rutiner. Færre grenseflater betyr færre å bli enige med, "
                "men sier ikke om samarbeidet er godt.",
                "Two bodies have an interface when the one decides a task that the other does. There they "
                "must agree on goals, money and procedures. Fewer interfaces mean fewer to agree with, but "
                "do not say whether the co-operation is good.",
            ),
        )
    )


def _counts(results: Results, every: tuple[State, ...], found: tuple[Interfaces, ...]) -> Table:
    rows = []
    measured = any(task.volume is not None for task in results.study.tasks.values())
    for state, one in zip(every, found, strict=True):
        left_out = len(one.unmeasured)
        volume = cell(number_of(results, state, "admin.interface_volume", _cases))
        met = len({task for tasks in one.between.values() for task in tasks})
        rows.append(
            (
                cell(state.heading),
                cell(number_of(results, state, "admin.interfaces")),
                cell(number_of(results, state, "admin.interfaces_units")),
                *((volume, cell(Text(f"{left_out} av {met}", f"{left_out} of {met}"))) if measured else ()),
            )
        )
    columns = (
        Column(Text("Alternativ", "Alternative")),
        Column(Text("Par av organer", "Pairs of bodies"), numeric=True),
        Column(Text("Par inne i et organ", "Pairs inside a body"), numeric=True),
    )
    volumes = (
        Column(Text("Saker i året over grenseflatene", "Cases a year across the interfaces"), numeric=True),
        Column(Text("Oppgaver uten kjent volum", "Tasks without known volume"), numeric=True),
    )
    counted = Text(
        "Sakene omfatter bare oppgaver der volumet er kjent. Siste kolonne sier hvor mange av oppgavene "
        "med en grenseflate som ikke er regnet med.",
        "The cases cover only tasks whose volume is known. The last column says how many of the tasks "
        "with an interface are not counted.",
    )
    unknown = Text(
        "Studien sier ikke hvor ofte oppgavene utføres, så grenseflatene er ikke veid etter hvor mange "
        "saker som går over dem.",
        "The study does not say how often the tasks are done, so the interfaces are not weighed by how "
        "many cases cross them.",
    )
    return Table(
        Text("Grenseflater i dag og i alternativene", "Interfaces today and in the alternatives")
        if every[0].unchanged
        else Text("Grenseflater i alternativene", "Interfaces in the alternatives"),
        (*columns, *volumes) if measured else columns,
        tuple(rows),
        note=counted if measured else unknown,
    )


def _cases(figure: Figure) -> Text:
    return both(lambda language: number(figure.expected, language))


def _differences(every: tuple[State, ...], found: tuple[Interfaces, ...]) -> tuple[Table, ...]:
    today = found[0].between
    rows = []
    for state, one in zip(every[1:], found[1:], strict=True):
        new = [pair for pair in one.between if pair not in today]
        gone = [pair for pair in today if pair not in one.between]
        if new or gone:
            rows.append((cell(state.heading), _pairs(every, new), _pairs(every, gone)))
    if not rows:
        return ()
    columns = (
        Column(Text("Alternativ", "Alternative")),
        Column(Text("Nye", "New")),
        Column(Text("Borte", "Gone")),
    )
    return (Table(Text("Nye og borte grenseflater", "New and gone interfaces"), columns, tuple(rows)),)


def _pairs(every: tuple[State, ...], pairs: list[Pair]) -> Cell:
    """Pairs gathered by the body that stands in most of them: “Ministry: Desk, Agency”."""
    if not pairs:
        return cell(Text("Ingen", "None"))
    left, lines = list(pairs), []
    while left:
        ends = [end for pair in left for end in pair]
        hub = max(dict.fromkeys(ends), key=ends.count)
        others = [first if second == hub else second for first, second in left if hub in (first, second)]
        left = [pair for pair in left if hub not in pair]
        lines.append(_line(every, hub, others))
    joined = both(lambda language: "; ".join(line[language] for line in lines))
    count = len(pairs)
    return cell(Text(f"{count}: {joined.nb}", f"{count}: {joined['en']}"))


def _line(every: tuple[State, ...], hub: str, others: list[str]) -> Text:
    names = [short_in(every, other) for other in others]
    return both(lambda g: f"{short_in(every, hub)[g]} – {', '.join(name[g] for name in names)}")
