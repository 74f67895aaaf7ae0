"""Draws `docs/one-page.png`: the top of the built-in study's English first page, for the README.

Run from anywhere once Samvirke is installed for developers: `.venv/bin/python scripts/readme_picture.py`.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "one-page.png"
WIDTH = 1280
MARGIN = 16  # pixels below the page; what comes after it is not to be seen
MOST_BYTES = 400_000


def page_of(report: Path) -> bytes:
    """The top of a report's front page as a browser shows it, through the table of alternatives."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        sys.exit("Needs chromium on the PATH; run scripts/install-browser.sh")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": WIDTH, "height": 900}, color_scheme="light")
        page.goto(report.as_uri())
        box = page.locator("#page .table").first.bounding_box()
        assert box is not None
        picture = page.screenshot(
            full_page=True,
            animations="disabled",
            clip={"x": 0, "y": 0, "width": WIDTH, "height": box["y"] + box["height"] + MARGIN},
        )
        browser.close()
    return picture


def main() -> None:
    """Run the built-in study in a folder of its own, and keep the picture only."""
    with tempfile.TemporaryDirectory() as folder:
        command = [str(Path(sys.executable).with_name("samvirke")), "run", "--output", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        picture = page_of(Path(folder, "report.en.html"))
    if len(picture) > MOST_BYTES:
        sys.exit(f"The picture is {len(picture)} bytes, more than {MOST_BYTES}")
    PICTURE.write_bytes(picture)
    print(f"Wrote {PICTURE.relative_to(ROOT)}, {len(picture)} bytes")


if __name__ == "__main__":
    main()
