"""How a report can be made again."""

from __future__ import annotations

from samvirke.language import Text, number
from samvirke.report.document import Document


def made_with(document: Document) -> Text:
    """Version, draws, seed and study in two sentences."""
    run = document.provenance
    return Text(
        f"Laget med Samvirke {run.version}: {number(run.draws, 'nb')} trekninger, frø {run.seed}, studie "
        f"{run.study[:16]}. Samme studie, frø og versjon gir samme rapport.",
        f"Made with Samvirke {run.version}: {number(run.draws, 'en')} draws, seed {run.seed}, study "
        f"{run.study[:16]}. The same study, seed and version give the same report.",
    )
