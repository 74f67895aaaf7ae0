"""Files of a run: all of them made first, then each put in place whole."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from pathlib import Path

from samvirke.language import LANGUAGES
from samvirke.report.data import figures_csv, results_json
from samvirke.report.html import html
from samvirke.report.report import report
from samvirke.uncertainty.results import Results


def rendered(results: Results) -> dict[str, bytes]:
    """Every output of a run by file name."""
    document = report(results)
    pages = {f"report.{language}.html": html(document, language) for language in LANGUAGES}
    texts = {**pages, "results.json": results_json(results), "figures.csv": figures_csv(results)}
    return {name: text.encode() for name, text in texts.items()}


def write_all(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files beside their places and then rename them: whole or not at all.

    Raises OSError when the folder cannot be written; files that stood there are then untouched.
    """
    folder.mkdir(parents=True, exist_ok=True)
    waiting: dict[Path, Path] = {}
    try:
        for name, content in contents.items():
            beside = folder / f".{name}.{os.getpid()}.part"
            waiting[beside] = folder / name
            beside.write_bytes(content)
        if blocked := [place for place in waiting.values() if place.is_dir()]:
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(blocked[0]))
        for beside, place in waiting.items():
            beside.replace(place)
    finally:
        for beside in waiting:
            beside.unlink(missing_ok=True)
