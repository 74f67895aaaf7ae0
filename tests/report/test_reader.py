"""The page in a browser: for screen readers, keyboards, narrow screens and paper."""

import re
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from samvirke.language import LANGUAGES, Language

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("language", LANGUAGES)]
AXE = Path(__file__).parent.parent / "vendor" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
ONLY_WHAT_FOLLOWS = (
    "header, #page { display: none } footer { display: block } "
    "main > :is(.contents, .body, .annex):not(#page) { display: block }"
)
ONLY_THE_BODY = "header, #page, footer, .contents, .annex { display: none }"
ONLY_THE_PAGE = "main > :not(#page), footer { display: none }"


@pytest.fixture
def shown(page: Page, files: Mapping[str, bytes], tmp_path: Path, language: Language) -> Page:
    """The report opened as a file, as most will."""
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    page.goto((tmp_path / f"report.{language}.html").as_uri())
    return page


@pytest.mark.parametrize("width", [1280])
def test_axe_finds_no_hindrance(shown: Page, width: int) -> None:
    shown.set_viewport_size({"width": width, "height": 800})
    shown.evaluate(AXE.read_text(encoding="utf-8"))  # the page itself lets no script but its own run
    found = shown.evaluate(
        "tags => axe.run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", STANDARDS
    )
    told = [
        f"{one['id']}: {one['help']}: {len(one['nodes'])} places, first {one['nodes'][0]['html'][:200]}"
        for one in found["violations"]
    ]
    assert told == []


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_nothing_sticks_out_on_a_screen_of_this_width(shown: Page, width: int) -> None:
    shown.set_viewport_size({"width": width, "height": 800})
    assert shown.evaluate("[document.documentElement.scrollWidth, window.innerWidth]") == [width, width]


def sheets(page: Page) -> int:
    """How many sheets the page is printed on."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(prefer_css_page_size=True)))


def test_the_front_page_is_printed_on_one_sheet_and_the_rest_behind_it(shown: Page) -> None:
    whole = sheets(shown)
    shown.add_style_tag(content=ONLY_THE_PAGE)
    front = sheets(shown)
    shown.add_style_tag(content=ONLY_WHAT_FOLLOWS)
    assert front == 1
    assert whole == front + sheets(shown), "something else begins on the sheet of the front page"


def test_the_body_is_about_fifteen_sheets(shown: Page) -> None:
    shown.add_style_tag(content=ONLY_THE_BODY)
    assert 6 <= sheets(shown) <= 18


def test_the_skip_link_comes_first_and_is_seen_when_it_is_reached(shown: Page) -> None:
    shown.keyboard.press("Tab")
    reached = shown.locator(":focus")
    assert reached.get_attribute("class") == "skip"
    box = reached.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] >= 0
    shown.keyboard.press("Enter")
    assert shown.evaluate("location.hash") == "#page"


def test_the_other_language_is_one_key_away(shown: Page, language: Language) -> None:
    other = "en" if language == "nb" else "nb"
    shown.keyboard.press("Tab")
    shown.keyboard.press("Tab")
    shown.keyboard.press("Enter")
    shown.wait_for_url(f"**/report.{other}.html")
    assert shown.locator("html").get_attribute("lang") == other


def test_a_figure_is_one_click_from_what_it_rests_on(
    browser: Browser, files: Mapping[str, bytes], tmp_path: Path, language: Language
) -> None:
    """Where no script runs, the link leads to the figure's row."""
    (tmp_path / "report.html").write_bytes(files[f"report.{language}.html"])
    with closing(browser.new_context(java_script_enabled=False)) as context:
        plain = context.new_page()
        plain.goto((tmp_path / "report.html").as_uri())
        plain.locator("#page a[href^='#figure-']").first.click()
        target = plain.locator(":target")
        assert target.is_visible()
        assert target.locator("xpath=..").locator("a[href^='#assumption-']").count() > 0
        assert not plain.locator("dialog, .two").first.is_visible()


def test_the_page_asks_nobody_for_anything(
    page: Page, files: Mapping[str, bytes], tmp_path: Path, language: Language
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    place = tmp_path / "report.html"
    place.write_bytes(files[f"report.{language}.html"])
    page.goto(place.as_uri(), wait_until="load")
    assert asked == [place.as_uri()]
