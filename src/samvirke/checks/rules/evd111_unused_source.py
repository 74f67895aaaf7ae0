"""EVD111: a source that nothing cites."""

from __future__ import annotations

from collections.abc import Iterator

from samvirke.checks.finding import Finding
from samvirke.checks.mentions import named
from samvirke.checks.rule import Rule
from samvirke.checks.wording import count, some
from samvirke.language import Text
from samvirke.study.study import Study


class UnusedSource(Rule):
    """Sources that no record and no text cites; one finding."""

    code, name, severity = "EVD111", "unused-source", "note"
    summary = Text(
        "En kilde er ikke vist til noe sted.",
        "A source is cited nowhere.",
    )
    why = Text(
        "En kilde i listen ser ut til å bære noe. Viser ingen til den, er den enten glemt eller overflødig.",
        "A source in the list looks as if it carried something. When nothing cites it, it is either "
        "forgotten or not needed.",
    )
    example = (
        "sources.yaml:\n"
        "  leaflet: {title: En brosjyre, publisher: Krisehjelpen, date: 2018, retrieved: 2020-11}"
    )
    remedy = Text(
        "Vis til kilden der den bærer noe, eller ta den bort.",
        "Cite the source where it carries something, or take it away.",
    )
    source = Text(
        "Prosjektets egen regel: kildelisten er det utredningen bygger på.",
        "The project's own rule: the list of sources is what the study rests on.",
    )

    def find(self, study: Study) -> Iterator[Finding]:
        """All such sources in one finding."""
        used = named(study)
        unused = [key for key in study.sources if key not in used]
        if unused:
            how_many = count(len(unused), ("kilde", "kilder"), ("source", "sources"))
            nb = f"{how_many.nb} som ingenting viser til: {some(unused).nb}"
            en = f"{how_many['en']} that nothing cites: {some(unused)['en']}"
            yield self.finding(study, "sources.yaml", (unused[0],), nb, en, subject="")
