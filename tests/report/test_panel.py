"""The panel that says in place what a figure rests on: the same as its row in the annex."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page
from tests.markup import Element, parsed

from samvirke.language import LANGUAGES, Language
from samvirke.report.annexes.figures import figures_annex
from samvirke.report.report import report
from samvirke.report.writing.html import html
from samvirke.uncertainty.results import Results

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("language", LANGUAGES)]
AXE = Path(__file__).resolve().parents[1] / "vendor" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FIGURE = "#page a[href^='#figure-']"
widths = pytest.mark.parametrize("width", [1280, 390])


@pytest.fixture(scope="module")
def small(results: Results) -> Mapping[Language, str]:
    """The first page with the annexes that its figures lead to; the whole report takes long to open."""
    whole = report(results)
    kept = {one.anchor: one for one in whole.annexes}
    annexes = figures_annex(results, whole.front), kept["assumptions"], kept["sources"]
    document = replace(whole, body=(), annexes=annexes)
    return {language: html(document, language) for language in LANGUAGES}


@pytest.fixture(scope="module")
def trees(small: Mapping[Language, str]) -> Mapping[Language, Element]:
    return {language: parsed(source) for language, source in small.items()}


@pytest.fixture
def shown(page: Page, small: Mapping[Language, str], tmp_path: Path, language: Language) -> Page:
    (tmp_path / "report.html").write_text(small[language], encoding="utf-8")
    page.goto((tmp_path / "report.html").as_uri())
    return page


def opened(page: Page, number: int = 0) -> tuple[Locator, str]:
    """The panel of a figure of the first page, opened with the keyboard, and the figure's anchor."""
    link = page.locator(FIGURE).nth(number)
    anchor = link.get_attribute("href")
    assert anchor is not None
    link.focus()
    page.keyboard.press("Enter")
    return page.locator("dialog"), anchor.removeprefix("#")


def plain(text: str) -> str:
    return " ".join(text.split())


def test_it_says_what_the_rows_say(
    shown: Page, trees: Mapping[Language, Element], language: Language
) -> None:
    ids = trees[language].by_id()
    for number in (0, 1, 9):
        panel, anchor = opened(shown, number)
        told = plain(panel.text_content() or "")
        row = ids[anchor].parent
        assert row is not None
        _, what, rests = row.under("td")
        parts = ids[f"parts-{anchor}"]
        assert parts.parent is not None
        assert panel.locator("h2").text_content() == parts.parent.under("summary")[0].text
        assert plain(what.text) in told
        assumed = [one for one in rests.targets() if one.startswith("#assumption-")]
        items = panel.locator("ul").first.locator("> li")
        if assumed:
            assert items.count() == len(assumed)
        for place, target in enumerate(assumed):
            there = ids[target[1:]].parent
            assert there is not None
            item = items.nth(place)
            assert item.locator("a").first.get_attribute("href") == target
            said = plain(item.text_content() or "")
            for cell in there.under("td")[:2]:
                assert plain(cell.text) in said
        for source in (one for one in rests.targets() if one.startswith("#source-")):
            assert panel.locator(f"a[href='{source}']").count() > 0
        for item_of_parts in parts.under("li"):
            assert plain(item_of_parts.text) in told
        shown.keyboard.press("Escape")


@widths
def test_it_opens_where_the_reader_is_and_gives_the_place_back(shown: Page, width: int) -> None:
    shown.set_viewport_size({"width": width, "height": 800})
    link = shown.locator(FIGURE).nth(4)
    link.scroll_into_view_if_needed()
    before = shown.evaluate("scrollY")
    panel, _ = opened(shown, 4)
    assert panel.is_visible()
    assert panel.evaluate("one => one.contains(document.activeElement)")
    box = panel.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 800
    assert shown.evaluate("document.documentElement.scrollWidth") == width
    assert panel.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert shown.evaluate("location.hash") == ""
    shown.keyboard.press("Escape")
    assert not panel.is_visible()
    assert link.evaluate("one => one === document.activeElement")
    assert shown.evaluate("scrollY") == before


@widths
def test_axe_finds_no_hindrance_in_it(shown: Page, width: int) -> None:
    shown.set_viewport_size({"width": width, "height": 800})
    opened(shown, 1)
    shown.evaluate(AXE.read_text(encoding="utf-8"))
    found = shown.evaluate("tags => axe.run('dialog', {runOnly: tags})", TAGS)
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found["violations"]] == []
    assert len(found["passes"]) > 8


def test_no_place_has_its_name_twice_while_it_is_open(shown: Page) -> None:
    opened(shown, 1)
    ids = shown.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))


def test_a_link_in_it_leads_on_and_closes_it(shown: Page) -> None:
    panel, _ = opened(shown, 0)
    link = panel.locator("a[href^='#assumption-']").first
    target = link.get_attribute("href")
    link.click()
    assert not panel.is_visible()
    assert shown.evaluate("location.hash") == target
    assert shown.locator(":target").is_visible()


def test_another_figure_in_it_is_opened_in_its_stead(shown: Page, language: Language) -> None:
    panel, anchor = opened(shown, 0)
    for number in range(1, 30):
        if panel.locator("div a[href^='#figure-']").count():
            break
        shown.keyboard.press("Escape")
        panel, anchor = opened(shown, number)
    link = panel.locator("div a[href^='#figure-']").first
    other = link.get_attribute("href")
    assert other not in (None, f"#{anchor}")
    link.click()
    assert panel.is_visible()
    assert panel.locator("p.note a").get_attribute("href") == other
    shown.keyboard.press("Escape")
    assert not panel.is_visible()


def test_the_row_is_one_click_further(shown: Page) -> None:
    panel, anchor = opened(shown, 0)
    panel.locator("p.note a").click()
    assert not panel.is_visible()
    assert shown.evaluate("location.hash") == f"#{anchor}"
    assert shown.locator(":target").is_visible()


def test_a_click_meant_for_a_new_tab_is_left_to_the_browser(shown: Page) -> None:
    left = shown.locator(FIGURE).first.evaluate(
        "(link, keys) => link.dispatchEvent(new MouseEvent('click', keys))",
        {"bubbles": True, "cancelable": True, "ctrlKey": True},
    )
    assert left
    assert not shown.locator("dialog").is_visible()


def test_every_figure_of_the_report_can_be_opened(
    page: Page, files: Mapping[str, bytes], tmp_path: Path, language: Language
) -> None:
    """Each link that leads to a figure, once; whatever goes wrong in the script would stop it."""
    (tmp_path / "report.html").write_bytes(files[f"report.{language}.html"])
    page.goto((tmp_path / "report.html").as_uri())
    missing = page.evaluate(
        """() => {
          const panel = document.querySelector("dialog"), links = new Map();
          document.querySelectorAll("a[href^='#figure-']").forEach((one) => links.set(one.hash, one));
          let shown = 0;
          panel.showModal = () => { shown += 1; };  // so many cannot be laid out in a test
          HTMLElement.prototype.focus = () => {};
          const bad = [...links.values()].filter((link) => {
            const before = shown;
            link.click();
            const whole = shown === before + 1 && panel.querySelectorAll("h3").length === 2
              && [...panel.querySelectorAll("h2, ul, div > p")].every((one) => one.textContent.trim());
            return !whole;
          });
          return [links.size, bad.map((one) => one.hash)];
        }"""
    )
    assert missing[0] > 500
    assert missing[1] == []


def test_it_is_not_printed(shown: Page) -> None:
    panel, _ = opened(shown, 0)
    shown.emulate_media(media="print")
    assert not panel.is_visible()
