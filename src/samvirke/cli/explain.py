"""`samvirke explain`: what a figure is put together from, or which figures an alternative has."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text as Line
from rich.tree import Tree

from samvirke.cli.choices import chosen, study_folder
from samvirke.cli.working import worked_out
from samvirke.consequences.catalogue import definition
from samvirke.errors import Place, Problem, StudyError
from samvirke.language import Language, Text
from samvirke.report.document import Break, Node, Pieces
from samvirke.report.explain.explained import Backgrounds
from samvirke.report.explain.explanation import explanation, value_told
from samvirke.study.reading import read_study
from samvirke.study.shown import shown
from samvirke.study.study import Study
from samvirke.study.suggestion import did_you_mean
from samvirke.uncertainty.results import Results

WIDTH = 80
SHORT = 56  # of what is told again


def explain(asked: str, study: str, against_zero: bool, draws: int, seed: int) -> None:
    """Print the tree of a figure, or the list of an alternative's. Raises StudyError when it is not there."""
    content = read_study(study_folder(study))
    alternative, name = (part.strip() for part in asked.partition(":")[::2])
    _refuse_unknown(content, alternative)
    results = worked_out(content, draws, seed)
    if against_zero and alternative == results.zero:
        text = Text(
            "nullalternativet er det de andre sammenlignes med",
            "the zero alternative is what the others are compared with",
        )
        remedy = Text("Ta bort `--against-zero`.", "Take `--against-zero` away.")
        raise StudyError([Problem(Place(shown(alternative)), text, remedy)])
    if name:
        _print_figure(results, alternative, name, against_zero)
    else:
        _print_list(results, alternative, against_zero)


def _refuse_unknown(study: Study, alternative: str) -> None:
    known = list(study.alternatives)
    if alternative in known:
        return
    otherwise = Text(f"Oppgi et av disse: {', '.join(known)}.", f"Name one of these: {', '.join(known)}.")
    text = Text("studien har ikke noe slikt alternativ", "the study has no such alternative")
    if definition(alternative) is not None and study.zero is not None:  # a figure, without its alternative
        name = f"{study.zero.id}:{alternative}"
        otherwise = Text(
            f"Skriv alternativet foran tallet: `{name}`.", f"Put the alternative first: `{name}`."
        )
    remedy = did_you_mean(alternative, known, otherwise)
    raise StudyError([Problem(Place(shown(alternative) or "''"), text, remedy)])


def _print_figure(results: Results, alternative: str, name: str, against_zero: bool) -> None:
    figure = results.figure(alternative, name, against_zero=against_zero)
    if figure is None:
        known = [key for of, key, against in results.figures if (of, against) == (alternative, against_zero)]
        otherwise = Text(
            f"`samvirke explain {alternative}` viser tallene.",
            f"`samvirke explain {alternative}` lists the figures.",
        )
        text = Text("alternativet har ikke noe slikt tall", "the alternative has no such figure")
        place = Place(f"{alternative}:{shown(name)}")
        raise StudyError([Problem(place, text, did_you_mean(name, known, otherwise))])
    console = Console(width=WIDTH, highlight=False, markup=False)
    root = explanation(results, figure)
    language = chosen.language
    label = _line(root.text, language, strong=True)
    if root.amount is not None:
        label.append(f"\n{root.amount[language]}", "bold")
    tree = Tree(label, guide_style="dim")
    _Branches(alternative, language).grow(tree, root)
    console.print(tree)


class _Branches:
    """Hangs nodes on a terminal's tree; what has been explained once is not explained again."""

    def __init__(self, alternative: str, language: Language) -> None:
        self._alternative = alternative
        self._language = language
        self._told: set[tuple[Pieces, Sequence[Node]]] = set()

    def grow(self, tree: Tree, node: Node) -> None:
        for child in node.children:
            line = _line(child.text, self._language)
            again = bool(child.children) and (child.text, child.children) in self._told
            if again:
                line.truncate(SHORT, overflow="ellipsis")
                line.append(chosen.say(" (se over)", " (see above)"), "dim")
            elif child.figure is not None and child.children:
                line.append(f"\n{self._alternative}:{child.figure}", "dim")
            if child.amount is not None:
                line = Line.assemble((child.amount[self._language], "bold"), "  ", line)
            branch = tree.add(line)
            if not again:
                self._told.add((child.text, child.children))
                self.grow(branch, child)


def _line(pieces: Pieces, language: Language, *, strong: bool = False) -> Line:
    line = Line()
    for piece in pieces:
        if isinstance(piece, Break):
            line.append("\n")
        else:
            line.append(piece.text[language], "bold" if strong and piece.strong else "")
    return line


def _print_list(results: Results, alternative: str, against_zero: bool) -> None:
    """Every figure of an alternative: its name, and under it what it is called and its value."""
    console = Console(highlight=False, markup=False, soft_wrap=True)
    language, background = chosen.language, Backgrounds(results).of(alternative)
    for (of, name, against), figure in results.figures.items():
        if (of, against) == (alternative, against_zero):
            label = background.called(name)[language]
            console.print(name, style="bold")
            console.print(f"  {label}: {value_told(figure)[language]}")
