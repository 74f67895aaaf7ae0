"""What all tests share: repeatable hypothesis runs, and a browser where there is one."""

import os
import shutil
from collections.abc import Iterator

import hypothesis
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None)
hypothesis.settings.load_profile("repeatable")

QUIET = [
    "--no-sandbox",  # containers run as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium_path() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("browser") is None or chromium_path():
        return
    reason = "needs chromium, which is not on the PATH; run scripts/install-browser.sh"
    if os.environ.get("SAMVIRKE_REQUIRE_BROWSER") == "1":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path(), args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page in Norwegian that cannot reach beyond this machine."""
    context = browser.new_context(locale="nb-NO")
    context.route(
        lambda url: url.startswith(("http:", "https:")) and "//127.0.0.1" not in url,
        lambda route: route.abort(),
    )
    yield context.new_page()
    context.close()
