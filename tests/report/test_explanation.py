"""Every figure of the report explains itself, down to sources, judgements and choices."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.making import Records, alternative, assumed, quantity, small
from tests.markup import Element

from samvirke.language import LANGUAGES, Language, Text
from samvirke.provenance import Figure
from samvirke.report.annexes.figures import figures_annex
from samvirke.report.document import Document, Node, Section, Tree, Words, pieces_of
from samvirke.report.explain.explanation import explanation
from samvirke.report.report import report
from samvirke.report.words.wording import anchor_of
from samvirke.study.study import Study
from samvirke.uncertainty.results import Results, run

languages = pytest.mark.parametrize("language", LANGUAGES)
AXE = Path(__file__).parent.parent / "vendor" / "axe.min.js"
LARGEST = 3_000_000  # bytes of the page
SUMS = ("row", "change")
MOVE: Records = {"verb": "move", "unit": "centre", "to": "children"}


@pytest.fixture(scope="module")
def document(results: Results) -> Document:
    return report(results)


@pytest.fixture(scope="module")
def linked(document: Document, results: Results) -> list[Figure]:
    """The figures that the report leads to."""
    sections = [*document.front, *document.body, *document.annexes]
    targets = {target for section in sections for target in targets_in(section)}
    return [figure for figure in results.figures.values() if f"#{anchor_of(figure)}" in targets]


def targets_in(section: Section) -> Iterator[str]:
    for block in section.blocks:
        for piece in pieces_of(block):
            if isinstance(piece, Words) and piece.target is not None:
                yield piece.target
    for inner in section.sections:
        yield from targets_in(inner)


def nodes_below(node: Node) -> Iterator[Node]:
    """The node and all below it, but not what is below a figure that is explained by itself."""
    yield node
    if node.figure is None:
        for child in node.children:
            yield from nodes_below(child)


def plain(node: Node, language: Language = "nb") -> str:
    return "".join(piece.text[language] for piece in node.text if isinstance(piece, Words))


def one(results: Results, alternative: str, name: str, *, against_zero: bool = False) -> Node:
    figure = results.figure(alternative, name, against_zero=against_zero)
    assert figure is not None
    return explanation(results, figure)


def test_every_figure_of_the_report_ends_in_sources_judgements_choices_or_nothing(
    linked: list[Figure], results: Results
) -> None:
    """Also those that other figures are read from; a leaf that says a source names one of the study's."""
    pending, seen = list(linked), set[str]()
    sources = {f"#source-{key}" for key in results.study.sources}
    assert len(pending) > 200
    while pending:
        figure = pending.pop()
        if anchor_of(figure) in seen:
            continue
        seen.add(anchor_of(figure))
        for node in nodes_below(explanation(results, figure)):
            where = f"{figure.alternative}:{figure.name}: {plain(node)}"
            if node.figure is not None:
                other = results.figure(figure.alternative, node.figure, against_zero=figure.against_zero)
                assert other is not None, where
                pending.append(other)
            elif node.children:
                assert node.ground is None, where
            else:
                assert node.ground is not None, where
            if node.ground == "source":
                cited = {piece.target for piece in node.text if isinstance(piece, Words)} - {None}
                assert cited, where
                assert cited <= sources, where


def test_no_figure_is_read_from_itself(results: Results) -> None:
    """Figures lead to other figures, and never round to where they began."""
    for figure in results.figures.values():
        path, pending = {figure.name}, [figure]
        while pending:
            names = [part.id for part in pending.pop().parts if part.kind == "figure"]
            assert figure.name not in names
            for name in names:
                other = results.figure(figure.alternative, name, against_zero=figure.against_zero)
                if other is not None and name not in path:
                    path.add(name)
                    pending.append(other)


@languages
def test_the_parts_of_a_sum_add_up_to_the_figure_as_printed(results: Results, language: Language) -> None:
    checked = 0
    for figure in results.figures.values():
        kinds = {part.kind for part in figure.parts}
        if not kinds or not kinds <= set(SUMS) or not figure.unit.startswith("MNOK"):
            continue
        tree = explanation(results, figure)
        told = [node.amount[language] for node in tree.children if node.amount is not None]
        assert len(told) == len(figure.parts)
        assert abs(sum(map(value, told)) - figure.expected) <= 0.005 * len(told) + 0.001, figure
        assert tree.amount is not None
        assert abs(value(tree.amount[language]) - figure.expected) <= 0.0501
        checked += 1
    assert checked > 500


def value(told: str) -> float:
    """The first number of a text, read back in either language."""
    if told.startswith("≈"):
        return 0.0
    found = re.search(r"[+−]?\d[\d\u00a0,]*(?:[.,]\d+)?", told)
    assert found is not None, told
    sign = -1 if found[0].startswith("−") else 1
    whole = found[0].strip("+−").replace("\u00a0", "")
    return sign * float(whole.replace(",", "." if "." not in whole else ""))


def test_parts_stand_in_order_of_size(results: Results) -> None:
    for figure in results.figures.values():
        if {part.kind for part in figure.parts} == {"change"} and figure.unit.startswith("MNOK"):
            nodes = explanation(results, figure).children
            sizes = [abs(value(node.amount["nb"])) for node in nodes if node.amount is not None]
            assert sizes == sorted(sizes, reverse=True)


def test_a_change_tells_why_and_a_one_off_cost_what_it_is_for(case: Study, results: Results) -> None:
    name = next(key for key in results.compared if results.figures[key, "one_off.total", False].parts)
    figure = results.figures[name, "one_off.total", False]
    changes = {written.change.id: written.change for written in case.changes(name)}
    reasons = {changes[part.id].reason.nb for part in figure.parts if part.id in changes}
    nodes = list(nodes_below(explanation(results, figure)))
    assert reasons <= {plain(node).removeprefix("Hvorfor: ") for node in nodes}
    assert any("(å lage lov eller forskrift)" in plain(node) for node in nodes)


def test_a_formula_is_followed_down_to_what_it_is_worked_out_from() -> None:
    """A post costs pay times overhead; each of the two has its own ground, and so has the number of posts."""
    study = small(
        sources={
            "report": {
                "title": "x", "publisher": "Noen", "date": "2019", "retrieved": "2020-01-01", "says": "y",
            }
        },
        assumptions=assumed(
            pay={**quantity("MNOK/FTE", value=0.8), "source": "report"},
            overhead={**quantity("factor", value=1.5), "judgement": "Vi tror det"},
            cost=quantity("MNOK/FTE", formula="pay * overhead"),
        ),
        spending={
            "centre-staff": {
                "actor": "centre", "tasks": "coordination", "line": "police-01", "kind": "personnel",
                "fte": 4, "cost_per_fte": "cost", "judgement": "Fire, etter det vi vet",
            }
        },
    )  # fmt: skip
    results = run(study, draws=4)
    (row,) = one(results, results.zero, "today.row.centre-staff").children
    assert row.amount is not None
    assert row.amount["nb"] == "4,80"
    (product,) = row.children
    assert plain(product) == "Årsverk × kostnad: 4 × noe"
    cost, judged = product.children
    assert plain(judged) == "Vurdering: Fire, etter det vi vet"
    assert plain(cost) == "Noe = noe × noe"
    found = {plain(leaf): leaf.ground for node in cost.children for leaf in node.children}
    assert found == {"Kilde: Noen 2019": "source", "Vurdering: Vi tror det": "judgement"}


def test_a_number_that_nothing_carries_says_so() -> None:
    results = run(small(), draws=4)
    leaf = list(nodes_below(one(results, results.zero, "today.row.patrol-staff")))[-1]
    assert leaf.ground is None
    assert plain(leaf) == "Verken kilde eller vurdering er oppgitt."


def test_a_change_without_source_or_judgement_is_chosen_in_the_alternative() -> None:
    results = run(small().with_(alternatives={"alt": alternative(MOVE)}), draws=4)
    figure = results.figures["alt", "admin.fte_moved", False]
    # The alternative is made in memory; its changes are those of the study all the same.
    grounds = {node.ground for node in nodes_below(explanation(results, figure)) if not node.children}
    assert grounds == {"choice"}


def test_an_assumption_that_the_alternative_sets_is_told_with_the_change_that_sets_it() -> None:
    study = small(
        assumptions=assumed(cost={**quantity("MNOK/FTE", value=1), "judgement": "Slik"}),
        spending={
            "centre-staff": {
                "actor": "centre", "tasks": "coordination", "line": "police-01", "kind": "personnel",
                "fte": 4, "cost_per_fte": "cost",
            }
        },
    )  # fmt: skip
    cheaper: Records = {"verb": "set", "assumption": "cost", "to": {"value": 0.9}}
    results = run(study.with_(alternatives={"alt": alternative(cheaper)}), draws=4)
    told = [plain(node) for node in nodes_below(one(results, "alt", "expenditure.actor.centre.2023"))]
    assert "Antatt, ikke utledet: «Noe» endres" in told


def test_where_nothing_is_counted_the_tree_says_so() -> None:
    results = run(small().with_(alternatives={"alt": alternative(MOVE)}), draws=4)
    same = one(results, "alt", "expenditure.total.2021", against_zero=True)
    assert [(plain(node), node.ground) for node in same.children] == [
        ("Ingen forskjell fra nullalternativet.", "nothing")
    ]
    none = one(results, "alt", "admin.legal_changes")
    assert [(plain(node), node.ground) for node in none.children] == [("Ingenting er talt med.", "nothing")]


def test_a_verdict_is_told_by_the_figure_it_is_read_from_with_the_parts_of_that() -> None:
    results = run(small().with_(alternatives={"alt": alternative(MOVE)}), draws=4)
    (worst,) = one(results, "alt", "ceiling.strict").children
    assert worst.figure == "ceiling.worst_year"
    assert [plain(node) for node in worst.children] == ["Utgifter i 2022", "Dagens samlede utgifter"]
    assert all(not node.children for node in worst.children)


def test_the_names_of_what_an_alternative_makes_are_told(results: Results) -> None:
    made = [
        figure
        for figure in results.figures.values()
        if figure.name.startswith("expenditure.actor.")
        and figure.name.split(".")[2] not in results.study.actors
        and not figure.against_zero
    ]
    assert made
    for figure in made:
        actor = figure.name.split(".")[2]
        name = results.plans[figure.alternative].final.actors[actor].name.nb
        assert name in plain(explanation(results, figure))


def test_the_annex_has_a_tree_for_every_figure_that_it_lists(document: Document) -> None:
    annex = next(one for one in document.annexes if one.anchor == "figures")
    trees = {block.anchor for block in blocks(annex) if isinstance(block, Tree)}
    rows = {target for target in targets_in(annex) if target.startswith("#parts-figure-")}
    assert rows == {f"#{anchor}" for anchor in trees}


def blocks(section: Section) -> Iterator[object]:
    yield from section.blocks
    for inner in section.sections:
        yield from blocks(inner)


def test_the_annex_lists_a_figure_that_another_is_read_from(results: Results) -> None:
    """Only the verdict is led to; the worst year and the years behind it are listed all the same."""
    name = results.compared[0]
    verdict = results.figures[name, "ceiling.strict", False]
    led = Section("x", verdict_text(), (), ())
    assert not list(targets_in(figures_annex(results, (led,))))
    link = Words(verdict_text(), f"#{anchor_of(verdict)}")
    annex = figures_annex(results, (Section("x", verdict_text(), (tree_of(link),)),))
    listed = {target for target in targets_in(annex) if target.startswith("#parts-")}
    assert f"#parts-figure-{name}-ceiling-worst_year-value" in listed
    assert f"#parts-figure-{name}-today-total-value" in listed


def verdict_text() -> Text:
    return Text("x", "x")


def tree_of(link: Words) -> Tree:
    return Tree((link,), (), "x")


@languages
def test_the_trees_of_the_page_stay_small(files: Mapping[str, bytes], language: Language) -> None:
    assert len(files[f"report.{language}.html"]) < LARGEST


@languages
def test_a_tree_can_be_opened_without_script(pages: Mapping[str, Element], language: Language) -> None:
    trees = [one for one in pages[language].all("details") if one["class"] == "tree"]
    assert len(trees) > 200
    for tree in trees:
        summary, parts = tree.under("summary", "ul")
        assert summary.text
        assert not summary.targets(), "a link inside what opens the tree would be in the way"
        assert parts["id"].startswith("parts-figure-")
        assert parts.under("li")


@pytest.mark.browser
def test_axe_finds_no_hindrance_in_open_trees(page: Page, files: Mapping[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "report.nb.html").write_bytes(files["report.nb.html"])
    page.goto((tmp_path / "report.nb.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
    found = page.evaluate(
        "tags => axe.run('#parts', {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", tags
    )
    assert [one["id"] for one in found["violations"]] == []


@pytest.mark.browser
def test_the_link_from_a_figure_opens_its_tree(
    page: Page, files: Mapping[str, bytes], tmp_path: Path
) -> None:
    (tmp_path / "report.nb.html").write_bytes(files["report.nb.html"])
    page.goto((tmp_path / "report.nb.html").as_uri())
    link = page.locator("a[href^='#parts-figure-']").first
    target = link.get_attribute("href")
    assert target is not None
    assert not page.locator(target).is_visible()
    link.click()
    assert page.locator(target).is_visible()
