"""Annex: what every figure of the report is, what it rests on, and what it is put together from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from samvirke.consequences.catalogue import definition
from samvirke.language import Text
from samvirke.provenance import Figure
from samvirke.report.document import (
    Block,
    Break,
    Cell,
    Column,
    Node,
    Paragraph,
    Piece,
    Pieces,
    Section,
    Table,
    Tree,
    Words,
    cell,
    pieces_of,
    words,
)
from samvirke.report.explain.explained import Backgrounds, Explained
from samvirke.report.explain.explanation import told_in_full, value_told
from samvirke.report.words.naming import alternative_name
from samvirke.report.words.quantities import unit_name
from samvirke.report.words.references import sources
from samvirke.report.words.wording import anchor_of, told
from samvirke.uncertainty.results import Key, Results

COLUMNS = (
    Column(Text("Tall", "Figure")),
    Column(Text("Forventet (10–90 %)", "Expected (10–90%)"), numeric=True),
    Column(Text("Hva det er", "What it is")),
    Column(Text("Bygger på", "Rests on")),
)
MOST_PARTS, MOST_GROUNDS = 100, 25  # of a figure, that a reader is shown one by one
HOW_TO_READ = words(
    "Åpne et tall for å se hva det er satt sammen av, det største først. Lenkene fører til det delene selv "
    "bygger på. På papir er tabellen utelatt, og delene vises bare for de tallene som er åpnet. Kommandoen "
    "`samvirke explain` viser ett tall med alt det bygger på.",
    "Open a figure to see what it is put together from, the largest part first. The links lead to what the "
    "parts rest on in turn. On paper the table is left out, and the parts are shown only of the figures that "
    "have been opened. The command `samvirke explain` shows one figure with all that it rests on.",
)


def figures_annex(results: Results, sections: tuple[Section, ...]) -> Section:
    """Every figure that the report leads to, and those that these are read from; no others."""
    behind = Backgrounds(results)
    trees = _trees(behind, set(_targets(sections)))
    shown = [figure for key, figure in results.figures.items() if key in trees]
    table = Table(
        Text("Tallene i rapporten", "The figures in the report"),
        COLUMNS,
        tuple(_figure(behind, figure) for figure in shown),
    )
    parts = tuple(
        Section(
            f"parts-{name}",
            alternative_name(results.study, name),
            tuple(tree for (of, _, _), tree in trees.items() if of == name),
        )
        for name in results.plans
        if any(of == name for of, _, _ in trees)
    )
    heading = Text("Hva tallene er satt sammen av", "What the figures are put together from")
    return Section(
        "figures",
        Text("Hva tallene bygger på", "What the figures rest on"),
        (table,),
        (Section("parts", heading, (Paragraph((HOW_TO_READ,)),), parts),),
    )


def _trees(behind: Backgrounds, targets: set[str]) -> dict[Key, Tree]:
    """The trees of all figures that are led to, also from the trees themselves, in the order of the run."""
    figures = behind.results.figures
    anchors = {f"#{anchor_of(figure)}": key for key, figure in figures.items()}
    found: dict[Key, Tree] = {}
    wanted = [anchors[target] for target in anchors if target in targets]
    while wanted:
        key = wanted.pop()
        if key not in found:
            found[key] = tree = _tree(behind.explained(figures[key]))
            wanted += [anchors[target] for target in _block_targets(tree) if target in anchors]
    return {key: found[key] for key in figures if key in found}


def _tree(one: Explained) -> Tree:
    figure = one.figure
    summary: tuple[Piece, ...] = (Words(one.label, strong=True), words(": ", ": "), Words(value_told(figure)))
    if figure.against_zero:
        summary = (*summary, words(" (forskjell fra null)", " (difference from zero)"))
    nodes = tuple(_cut(node) for node in told_in_full(one, MOST_PARTS).children)
    return Tree(summary, nodes, _parts_anchor(figure))


def _and_more(count: int) -> tuple[Words, ...]:
    """How many there are besides those that are shown."""
    more = count - MOST_GROUNDS
    return (Words(Text(f" og {more} til", f" and {more} more")),) if more > 0 else ()


def _parts_anchor(figure: Figure) -> str:
    return f"parts-{anchor_of(figure)}"


def _cut(node: Node) -> Node:
    """A node without what the report tells in full elsewhere, and with a link to there."""
    if node.target is None:
        return replace(node, children=tuple(_cut(child) for child in node.children))
    if node.figure is not None:
        there = words("egen forklaring", "own explanation", node.target)
        return replace(node, text=(*node.text, words(" (", " ("), there, words(")", ")")), children=())
    return replace(node, text=_linked(node.text, node.target), children=())


def _linked(pieces: Pieces, target: str) -> Pieces:
    """The first words lead to the target, where nothing does already."""
    first, *others = pieces
    if any(isinstance(piece, Words) and piece.target == target for piece in pieces):
        return pieces
    assert isinstance(first, Words)
    return (replace(first, target=target), *others)


def _targets(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        for block in section.blocks:
            yield from _block_targets(block)
        yield from _targets(section.sections)


def _block_targets(block: Block) -> Iterator[str]:
    yield from (piece.target for piece in pieces_of(block) if isinstance(piece, Words) and piece.target)


def _figure(behind: Backgrounds, figure: Figure) -> tuple[Cell, ...]:
    study = behind.results.study
    kind = definition(figure.name)
    assert kind is not None
    rests: list[Piece] = []
    for name in figure.assumptions[:MOST_GROUNDS]:
        if rests:
            rests.append(words("; ", "; "))
        rests.append(Words(study.assumptions[name].text, f"#assumption-{name}"))
    rests += _and_more(len(figure.assumptions))
    if not rests:
        rests = [
            words("Ingen; følger av hvem som gjør hva.", "None; follows from who does what.")
            if figure.name.startswith("admin")
            else words("Ingen.", "None.")
        ]
    if figure.sources:
        cited = sources(study, figure.sources[:MOST_GROUNDS])
        rests += [Break(), words("Kilder: ", "Sources: ", strong=True), *cited]
        rests += _and_more(len(figure.sources))
    called = alternative_name(study, figure.alternative)
    label, there = behind.explained(figure).label, f"#{_parts_anchor(figure)}"
    return (
        Cell(
            (Words(label), Break(), Words(called), Break(), words("Delene", "The parts", there)),
            anchor=anchor_of(figure),
        ),
        cell(told(figure), Break(), unit_name(figure.unit)),
        cell(kind.text),
        Cell(tuple(rests)),
    )
