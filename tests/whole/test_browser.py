"""The browser that page tests use."""

import pytest
from playwright.sync_api import Page


@pytest.mark.browser
def test_a_page_in_the_browser_speaks_norwegian_and_reaches_nobody(page: Page) -> None:
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    outside = "https" + "://example.org/bilde.png"
    page.set_content(f'<p>Æøå</p><img alt="" src="{outside}">', wait_until="load")
    assert page.inner_text("p") == "Æøå"
    assert page.evaluate("navigator.language") == "nb-NO"
    assert failed == [outside]
