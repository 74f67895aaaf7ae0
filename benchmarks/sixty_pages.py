"""A PDF of about sixty pages: the built-in report in bokmål with as many of its annexes as that takes.

Prints CPU seconds, elapsed seconds, the most memory in MB and the pages, of the setting alone: the study has
been read and worked out, and the pictures drawn, before the clock starts.
Run from the repository's folder: `python -m benchmarks.sixty_pages`.
"""

from __future__ import annotations

import io
import json
import resource
import sys
import time
from dataclasses import replace

import pikepdf

from samvirke.cases import DEFAULT, built_in
from samvirke.report.report import report
from samvirke.report.writing.drawing import svg
from samvirke.report.writing.typesetting import set_in_type
from samvirke.report.writing.typst import typst
from samvirke.study.reading import read_study
from samvirke.uncertainty.results import run

ANNEXES = 9
DRAWS = 512  # the pages are the same in number whatever the draws


def main() -> None:
    """Set it once, in a process that has set nothing else."""
    whole = report(run(read_study(built_in()[DEFAULT]), draws=DRAWS))
    source, pictures = typst(replace(whole, annexes=whole.annexes[:ANNEXES]), "nb")
    for picture in pictures:
        svg(picture, "nb")
    cpu, elapsed = time.process_time(), time.perf_counter()
    made = set_in_type(source, pictures, "nb")
    cpu, elapsed = time.process_time() - cpu, time.perf_counter() - elapsed
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pikepdf.open(io.BytesIO(made)) as opened:
        pages = len(opened.pages)
    sys.stdout.write(json.dumps([cpu, elapsed, kilobytes / 1024, pages]) + "\n")


if __name__ == "__main__":
    main()
