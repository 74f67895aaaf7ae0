"""Section: where what alternatives cost may decide alone, since their effects are judged the same."""

from __future__ import annotations

from samvirke.consequences.effects import alike
from samvirke.language import Text
from samvirke.report.document import Paragraph, Piece, Points, Section, Words, words
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.wording import linked, names, quoted, told
from samvirke.uncertainty.results import Results

HEADING = Text("Kan kostnaden avgjøre alene?", "May the cost decide alone?")
RULE = words(
    "En kostnadseffektivitetsanalyse sammenligner bare kostnader. Den gjelder bare alternativer som har de "
    "samme virkningene. ",
    "A cost-effectiveness analysis compares costs only. It holds only for alternatives with the same "
    "effects. ",
)
NONE_ALIKE = words(
    "Ingen to alternativer er vurdert likt på alle virkninger uten pris, så her kan kostnaden ikke avgjøre "
    "alene.",
    "No two alternatives are judged the same on every effect without a price, so the cost cannot decide "
    "alone here.",
)


def cost_effectiveness(results: Results) -> Section:
    """Each group of alternatives with the same effects, the one that costs society least first."""
    groups = alike(results.study, results.compared)
    if not groups:
        return Section("economics-cost-effectiveness", HEADING, (Paragraph((RULE, NONE_ALIKE)),))
    points = Points(tuple(_group(results, group) for group in groups))
    return Section("economics-cost-effectiveness", HEADING, (Paragraph((RULE,)), points))


def _group(results: Results, group: tuple[str, ...]) -> tuple[Piece, ...]:
    """A group in a sentence, with what each costs society a year."""
    found = [(results.figure(name, "annual_value", against_zero=True), name) for name in group]
    figures = sorted(
        ((one, name) for one, name in found if one is not None), key=lambda pair: -pair[0].expected
    )
    called = names(quoted(alternative_name(results.study, name)) for _, name in figures)
    least = quoted(alternative_name(results.study, figures[0][1]))
    pieces: list[Piece] = [
        words(
            f"{called.nb} er vurdert likt på alle virkninger. Av dem koster {least.nb} samfunnet minst. "
            "Netto nåverdi i året, mill. kr: ",
            f"{called['en']} are judged the same on every effect. Of these, {least['en']} costs society "
            "least. Net present value a year, NOK million: ",
        )
    ]
    for place, (figure, name) in enumerate(figures):
        pieces += [words("; ", "; ")] if place else []
        pieces += [Words(alternative_name(results.study, name)), words(" ", " ")]
        pieces.append(linked(figure, told(figure, sign=True)))
    return (*pieces, words(".", "."))
