"""What all tests share: repeatable hypothesis runs, and the programs that some of them need."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import hypothesis
import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.spreadsheet.office import office_path

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


@dataclass(frozen=True)
class Program:
    """A program that some tests need: they are left out without it, unless the environment asks for it."""

    name: str
    path: Callable[[], str | None]
    install: str
    required: str


NEEDED = {
    "browser": Program("chromium", chromium_path, "scripts/install-browser.sh", "SAMVIRKE_REQUIRE_BROWSER"),
    "office": Program("soffice", office_path, "scripts/install-office.sh", "SAMVIRKE_REQUIRE_OFFICE"),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    for mark, program in NEEDED.items():
        if item.get_closest_marker(mark) is None or program.path():
            continue
        reason = f"needs {program.name}, which is not on the PATH; run {program.install}"
        if os.environ.get(program.required) == "1":
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
