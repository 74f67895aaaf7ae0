"""What a figure is put together from, down to the sources, judgements and choices it ends in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from samvirke.consequences.catalogue import definition
from samvirke.language import Language, Text, number
from samvirke.provenance import Contribution, Figure, Later
from samvirke.report.document import Break, Node, Piece, Words, words
from samvirke.report.explain.explained import Backgrounds, Explained
from samvirke.report.explain.grounds import NOT_STATED, assumption_nodes
from samvirke.report.explain.money_parts import change_part, row_part
from samvirke.report.explain.organisation_parts import (
    activity_part,
    body_part,
    challenge_part,
    duty_part,
    power_part,
    task_part,
)
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.quantities import quantity
from samvirke.report.words.references import sources
from samvirke.report.words.wording import anchor_of, both, percent, told
from samvirke.uncertainty.results import Results

DECIMALS = {"MNOK": 2, "count": 0}  # by unit; of a part, which is often small beside the whole
TELL: dict[str, Callable[[Explained, Contribution, Text | None], Node]] = {
    "change": change_part, "row": row_part, "task": task_part, "duty": duty_part, "power": power_part,
    "body": body_part, "challenge": challenge_part, "activity": activity_part,
}  # fmt: skip


def explanation(results: Results, figure: Figure) -> Node:
    """A figure with all that it rests on. Other figures it is read from are told with their parts alone."""
    return told_in_full(Backgrounds(results).explained(figure))


def told_in_full(one: Explained, most: int | None = None) -> Node:
    """The same of one of many figures, whose backgrounds are kept; with no more parts than `most`."""
    figure = one.figure
    kind = definition(figure.name)
    assert kind is not None
    called = alternative_name(one.results.study, figure.alternative)
    heading: list[Piece] = [
        Words(one.label, strong=True),
        Words(Text(f" – {called.nb}", f" – {called['en']}")),
    ]
    if figure.against_zero:
        heading.append(words(", forskjell fra nullalternativet", ", difference from the zero alternative"))
    text = (*heading, Break(), Words(kind.text))
    return Node(
        text, value_told(figure), parts_of(one, most) or _without_parts(one), target=f"#{anchor_of(figure)}"
    )


def parts_of(one: Explained, most: int | None = None) -> tuple[Node, ...]:
    """The parts of a figure, the largest first; figures that it is read from keep their order.

    Where there are more than `most`, what the others add is told in one sum.
    """
    parts = one.figure.parts
    if any(part.kind != "figure" for part in parts):
        parts = sorted(parts, key=lambda part: -abs(part.amount))
    nodes = tuple(_part(one, part) for part in parts[:most])
    return nodes if most is None or len(parts) <= most else (*nodes, _others(one.figure, parts[most:]))


def _others(figure: Figure, parts: Sequence[Contribution]) -> Node:
    """What the parts that are not told one by one come to."""
    count = len(parts)
    text = Words(Text(f"{count} mindre deler til, i sum", f"{count} smaller parts more, in sum"))
    return Node((text,), part_amount(figure, sum(part.amount for part in parts)), ground="nothing")


def _part(one: Explained, part: Contribution) -> Node:
    if part.kind == "figure":
        return _other_figure(one, part)
    return TELL[part.kind](one, part, part_amount(one.figure, part.amount))


def _other_figure(one: Explained, part: Contribution) -> Node:
    """A figure that this one is read from, with its parts and no more: it is explained by itself."""
    results, figure = one.results, one.figure
    other = results.figure(figure.alternative, part.id, against_zero=figure.against_zero)
    label = Words(one.called(part.id))
    assert other is not None, part.id

    def parts() -> tuple[Node, ...]:
        return tuple(
            Node(_name(one, below), part_amount(other, below.amount), figure=part.id)
            for below in sorted(other.parts, key=lambda below: -abs(below.amount))
        )

    below, target = Later(parts), f"#{anchor_of(other)}"
    return Node((label,), value_told(other), below, figure=part.id, target=target)


def _name(one: Explained, part: Contribution) -> tuple[Piece, ...]:
    """What a part is called, without what it rests on."""
    if part.kind == "figure":
        return (Words(one.called(part.id)),)
    return TELL[part.kind](one, part, None).text


def _without_parts(one: Explained) -> tuple[Node, ...]:
    """What is said of a figure that nothing adds to."""
    figure = one.figure
    if figure.expected == figure.p10 == figure.p90 == 0:
        if figure.against_zero:
            return (
                _nothing("Ingen forskjell fra nullalternativet.", "No difference from the zero alternative."),
            )
        if figure.unit.startswith("MNOK"):
            return (_nothing("Ingen penger er ført her.", "No money is entered here."),)
        return (_nothing("Ingenting er talt med.", "Nothing is counted."),)
    found = assumption_nodes(one.plan, one.written, figure.assumptions)
    if figure.sources:
        cited = sources(one.results.study, figure.sources)
        found = (*found, Node((words("Kilder: ", "Sources: "), *cited), ground="source"))
    if not found and figure.unit == "probability":  # certain, since there is nothing that could fail
        return (_nothing("Ingenting er talt med.", "Nothing is counted."),)
    return found or (NOT_STATED,)


def _nothing(nb: str, en: str) -> Node:
    return Node((words(nb, en),), ground="nothing")


def value_told(figure: Figure) -> Text:
    """A figure with its range and its unit."""
    value = told(figure, sign=figure.against_zero)
    if figure.unit in ("count", "probability"):
        return value
    return quantity(value, figure.unit)


def part_amount(figure: Figure, amount: float) -> Text | None:
    """What a part adds, in the figure's unit; nothing for one of the things that are counted."""
    if figure.unit == "count" and amount == 1 and not figure.against_zero:
        return None
    if figure.unit == "probability":
        return both(lambda language: percent(amount, language))
    decimals = DECIMALS.get(figure.unit.split("/")[0], 1)
    least = 10.0**-decimals

    def tell(language: Language) -> str:
        if abs(amount) < least / 2:
            return "≈ 0"
        sign = "+" if figure.against_zero and amount > 0 else ""
        return sign + number(amount, language, decimals)

    return both(tell)
