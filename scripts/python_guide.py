"""Runs the Python that `docs/guides/python.md` shows, and writes what it prints anew.

Run from the repository's folder once Samvirke is installed for developers:
`.venv/bin/python -m scripts.python_guide`. A `text` block after a `python` block is what the Python prints.
"""

import contextlib
import io
import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "guides" / "python.md"
COMMAND = ".venv/bin/python -m scripts.python_guide"
EXAMPLE = re.compile(r"^```python\n(.*?)^```\n\n```text\n(.*?)^```$", flags=re.DOTALL | re.MULTILINE)


def renewed(page: str, folder: Path) -> str:
    """The page with what its Python prints today; the examples are run in order, in `folder`."""
    names: dict[str, Any] = {}

    def run(example: re.Match[str]) -> str:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(example[1], names)
        return f"```python\n{example[1]}```\n\n```text\n{printed.getvalue()}```"

    before = Path.cwd()
    os.chdir(folder)
    try:
        return EXAMPLE.sub(run, page)
    finally:
        os.chdir(before)


def main() -> None:
    """Write the page anew."""
    page = PAGE.read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        PAGE.write_text(renewed(page, Path(folder)), encoding="utf-8")
    print(f"Wrote {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
