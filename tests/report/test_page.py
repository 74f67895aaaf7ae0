"""The page and its annexes: every link leads somewhere, and every number to what it rests on."""

import base64
import hashlib
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

import pytest
from tests.markup import Element

from samvirke.language import LANGUAGES, Language, number
from samvirke.report.words.verdict import CERTAIN, SHORT, verdict
from samvirke.report.words.wording import anchor_of
from samvirke.report.writing.html import script
from samvirke.uncertainty.results import Results

languages = pytest.mark.parametrize("language", LANGUAGES)
Pages = Mapping[str, Element]
NONE = {"nb": "Ingen", "en": "None"}
BUDGET = {"nb": "Endringer på budsjettet", "en": "Budget changes"}
GROUPED = {
    "nb": re.compile(r"[+−]?\d{1,3}(\u00a0\d{3})*(,\d+)?"),
    "en": re.compile(r"[+−]?\d{1,3}(,\d{3})*(\.\d+)?"),
}


@languages
def test_every_link_inside_the_page_leads_somewhere(pages: Pages, language: Language) -> None:
    ids = pages[language].by_id()
    inside = {target[1:] for target in pages[language].targets() if target.startswith("#")}
    assert inside - set(ids) == set()
    assert len(inside) > 100


@languages
def test_no_two_places_share_an_id(pages: Pages, language: Language) -> None:
    ids = [one["id"] for one in pages[language].all() if one["id"]]
    assert sorted(ids) == sorted(set(ids))


@languages
def test_what_describes_another_element_names_one_that_is_there(pages: Pages, language: Language) -> None:
    ids = pages[language].by_id()
    assert {one["aria-labelledby"] for one in pages[language].all() if one["aria-labelledby"]} <= set(ids)


@languages
def test_the_page_needs_nothing_but_itself(
    pages: Pages, files: Mapping[str, bytes], language: Language
) -> None:
    own = f"<script>{script()}</script>"
    source = files[f"report.{language}.html"].decode()
    assert source.count(own) == 1
    source = source.replace(own, "")
    for wrong in ("<script", "<link", "<img", "<iframe", "<object", "<embed", "@import", "url(", "srcset"):
        assert wrong not in source.lower()
    for one in pages[language].all():
        assert not one["src"]
        assert not [name for name in one.attributes if name.startswith("on")]
        assert not one["href"] or one.tag == "a"
        for name, value in one.attributes.items():
            assert name == "href" or "://" not in (value or "")
    (style,) = pages[language].all("style")
    assert "http" not in style.text


def test_the_only_script_fetches_nothing_keeps_nothing_and_makes_no_markup() -> None:
    forbidden = (
        "fetch", "XMLHttpRequest", "import", "WebSocket", "sendBeacon", "EventSource", "Worker", "eval",
        "Function(",
        "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "setTimeout", "setInterval", "http",
        "localStorage", "sessionStorage", "cookie", "indexedDB", "location", "window.", "</",
    )  # fmt: skip
    assert [word for word in forbidden if word in script()] == []


@languages
def test_the_page_lets_its_own_script_run_and_no_other(
    pages: Pages, files: Mapping[str, bytes], language: Language
) -> None:
    (policy,) = (one["content"] for one in pages[language].all("meta") if one["http-equiv"])
    said = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    source = files[f"report.{language}.html"].decode()
    ((before, after),) = re.findall(r"(.*)<script>(.*)</script>", source, flags=re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(after.encode()).digest()).decode()
    assert said == {
        "default-src": "'none'", "style-src": "'unsafe-inline'", "script-src": f"'sha256-{digest}'"
    }  # fmt: skip
    assert "Content-Security-Policy" in before.partition("<style>")[0]


@languages
def test_a_link_out_of_the_page_is_to_a_source_or_to_the_other_language(
    pages: Pages, results: Results, language: Language
) -> None:
    other = "en" if language == "nb" else "nb"
    addresses = {source.address for source in results.study.sources.values() if source.address}
    out = {target for target in pages[language].targets() if not target.startswith("#")}
    assert out - {f"report.{other}.html"} <= addresses
    assert all(target.startswith(("http://", "https://")) for target in out - {f"report.{other}.html"})


@languages
def test_the_page_and_its_link_to_the_other_say_their_languages(pages: Pages, language: Language) -> None:
    (root,) = pages[language].all("html")
    (link,) = (a for a in root.all("a") if a["href"].startswith("report."))
    assert root["lang"] == language
    assert link["lang"] == link["hreflang"] != language
    assert link["href"] == f"report.{link['lang']}.html"


@languages
def test_texts_of_the_study_stand_in_the_language_of_the_page(
    pages: Pages, results: Results, language: Language
) -> None:
    study, tree, ids = results.study, pages[language], pages[language].by_id()
    assert ids["page-heading"].text == study.assignment.title[language]
    assert next(tree.all("title")).text == study.assignment.title[language]
    for key, one in study.assumptions.items():
        assert ids[f"assumption-{key}"].text == one.text[language]
    for name, alternative in study.alternatives.items():
        section = ids[f"alternative-{name}"]
        assert section.under("h3")[0].text == alternative.name[language]
        assert alternative.summary[language] in section.text


def row_of(cell: Element) -> Element:
    assert cell.parent is not None
    return cell.parent


@languages
def test_every_figure_says_which_assumptions_and_sources_it_rests_on_or_that_there_are_none(
    pages: Pages, results: Results, language: Language
) -> None:
    tree, ids = pages[language], pages[language].by_id()
    figures = {anchor_of(figure): figure for figure in results.figures.values()}
    linked = {target[1:] for target in tree.targets() if target.startswith("#figure-")}
    assert linked <= set(figures)
    for anchor in linked:
        last = row_of(ids[anchor]).under("td")[-1]
        assumed = [f"#assumption-{name}" for name in figures[anchor].assumptions]
        assert last.targets() == [*assumed, *(f"#source-{key}" for key in figures[anchor].sources)]
        assert last.targets() or last.text.startswith(NONE[language])
    in_annex = {anchor for anchor in ids if anchor.startswith("figure-")}
    assert in_annex == linked, "the annex explains the figures of the report, and no others"


@languages
def test_every_assumption_rests_on_a_source_or_a_judgement(
    pages: Pages, results: Results, language: Language
) -> None:
    ids = pages[language].by_id()
    for key, assumption in results.study.assumptions.items():
        basis = row_of(ids[f"assumption-{key}"]).under("td")[1]
        cited = [target for target in basis.targets() if target.startswith("#source-")]
        assert set(cited) >= {f"#source-{source}" for source in assumption.source}
        assert all(target[1:] in ids for target in cited)
        judged = assumption.judgement[language] if assumption.judgement is not None else ""
        assert " ".join(judged.split()) in " ".join(basis.text.split())
        assert cited or judged


@languages
def test_every_link_on_a_figure_shows_what_the_data_say(
    pages: Pages, results: Results, language: Language
) -> None:
    """Money in thousands in the tables of the budget; in millions, with one decimal, elsewhere."""
    figures = {f"#{anchor_of(figure)}": figure for figure in results.figures.values()}
    checked = 0
    for link in pages[language].all("a"):
        figure = figures.get(link["href"])
        if figure is None or not figure.unit.startswith("MNOK") or not link.text[-1].isdigit():
            continue
        if not link.text.startswith(("om lag", "about")):
            shown = value(link.text.removeprefix("NOK "), language)
            thousand = abs(shown - figure.expected * 1000) <= 2  # a row may give a whole to meet the sum
            assert thousand or abs(shown - figure.expected) <= 0.05 + 1e-9, (link.text, figure)
            checked += 1
    assert checked > 50


def value(told: str, language: Language) -> float:
    """A number as it was told, read back."""
    plain = told.split()[0] if language == "en" else told.removesuffix(" mill. kr")
    assert GROUPED[language].fullmatch(plain), told
    if language == "nb":
        plain = plain.replace("\u00a0", "").replace(",", ".")
    return float(plain.replace(",", "").replace("−", "-").replace("+", ""))


@languages
def test_numbers_are_written_as_the_language_writes_them(pages: Pages, language: Language) -> None:
    cells = [one for one in pages[language].all("td") if "number" in one["class"].split()]
    told = [number for one in cells for number in re.findall(r"[+−]?\d(?:[\d.,\u00a0]*\d)?", one.text)]
    assert [number for number in told if not GROUPED[language].fullmatch(number)] == []
    decimal = "," if language == "nb" else "."
    assert any(re.search(rf"\d{re.escape(decimal)}\d\b", number) for number in told)
    assert not [one.text for one in cells if re.search(r"-\d|\d\.\d{3}\b", one.text)]


def tables(tree: Element, heading: str) -> Iterator[Element]:
    return (table for table in tree.all("table") if next(table.all("caption")).text.startswith(heading))


def years(tree: Element, language: Language) -> Iterator[tuple[str, list[tuple[str | None, str]]]]:
    """Each column of each budget table, as the anchors of its cells with what they show."""
    for table in tables(tree, BUDGET[language]):
        rows = [row.under("td") for body in table.under("tbody") for row in body.under("tr")]
        heads = [cell.text for cell in next(table.all("thead")).all("th")][1:]
        for head, column in zip(heads, zip(*rows, strict=True), strict=True):
            yield head, [(next(iter(cell.targets()), None), cell.text) for cell in column]


@languages
def test_budget_rows_add_up_to_the_net_change_in_every_year(
    pages: Pages, results: Results, language: Language
) -> None:
    figures = {f"#{anchor_of(figure)}": figure for figure in results.figures.values()}
    seen = 0
    for year, cells in years(pages[language], language):
        *parts, (net_anchor, net) = cells
        total = 0.0
        for anchor, shown in parts:
            if anchor is None:  # nothing, of nothing, rests on nothing
                assert shown == "0"
                continue
            figure = figures[str(anchor)]
            line = figure.name.removeprefix("budget.change.").removesuffix(f".{year}")
            sign = -1 if results.study.lines[line].side == "income" else 1
            total += sign * value(shown, language)
            assert abs(value(shown, language) - figure.expected * 1000) <= len(cells) / 2
        assert total == value(net, language), (net_anchor, year)
        if net_anchor is None:
            assert net == "0"
        else:
            assert figures[str(net_anchor)].name == f"budget.net.{year}"
            assert net == number(round(figures[str(net_anchor)].expected * 1000), language)
        seen += 1
    touched = len(list(tables(pages[language], BUDGET[language])))
    assert seen == touched * len(results.study.assignment.years) > 0


@languages
def test_the_verdict_in_words_agrees_with_the_probabilities(
    pages: Pages, results: Results, language: Language
) -> None:
    table = next(pages[language].by_id()["page"].all("table"))
    rows = [row for body in table.under("tbody") for row in body.under("tr")]
    assert len(rows) == len(results.compared)
    for name, row in zip(results.compared, rows, strict=True):
        strict, steady = (results.figure(name, f"ceiling.{kind}") for kind in ("strict", "steady"))
        assert strict is not None
        assert steady is not None
        judged = row.under("td")[0]
        assert next(judged.all("strong")).text == SHORT[verdict(results, name)][language]
        assert (judged["class"] == "good") == (strict.expected >= CERTAIN)
        assert (verdict(results, name) == "above") <= (strict.expected < CERTAIN > steady.expected)


def test_what_lies_within_todays_total_leaves_nothing_unpaid(results: Results) -> None:
    inside = [name for name in results.compared if verdict(results, name) == "within"]
    assert inside
    for name in inside:
        for year in results.study.assignment.years:
            left = results.figure(name, f"funding.open.{year}")
            assert left is not None
            assert (left.expected, left.p10, left.p90) == (0, 0, 0)


@languages
def test_the_page_says_how_it_can_be_made_again(pages: Pages, results: Results, language: Language) -> None:
    footer = next(pages[language].all("footer")).text
    made = results.provenance
    for told in (made.version, number(made.draws, language), str(made.seed), made.study[:16]):
        assert told in footer


@languages
def test_headings_go_down_one_step_at_a_time(pages: Pages, language: Language) -> None:
    levels = [int(one.tag[1]) for one in pages[language].all("h1", "h2", "h3", "h4", "h5")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@languages
def test_every_table_row_has_a_cell_under_each_heading(pages: Pages, language: Language) -> None:
    for table in pages[language].all("table"):
        columns = len(list(next(table.all("thead")).all("th")))
        for row in next(table.all("tbody")).under("tr"):
            assert len(row.under("th", "td")) == columns, next(table.all("caption")).text


@languages
def test_every_stop_criterion_of_a_pilot_is_told(pages: Pages, results: Results, language: Language) -> None:
    criteria = [
        criterion
        for name in results.compared
        for written in results.study.changes(name)
        for criterion in written.change.stop_criteria
    ]
    opening = {"nb": "Stanses før tiden om", "en": "Ends early if"}[language]
    assert pages[language].text.count(opening) == len(criteria) > 0
